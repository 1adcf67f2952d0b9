"""The parts of a ficha de indicador that are worked out before it is shown."""

from dataclasses import dataclass

from generator.document.formulas import Formula
from generator.document.nodes import Celda, Nota


@dataclass(frozen=True)
class ValorAnual:
    """A column of the series: Línea base 2018, Resultado 2019, Meta 2024."""

    rotulo: str
    anio: int
    celda: Celda

    @property
    def es_meta(self) -> bool:
        return self.rotulo == "Meta"


@dataclass(frozen=True)
class ValorVariable:
    """A variable in one year; `formula` when it is computed from its componentes."""

    anio: int
    celda: Celda
    formula: Formula | None = None


@dataclass(frozen=True)
class FilaVariable:
    numero: int
    nombre: str
    marca: str
    valores: tuple[ValorVariable, ...]
    fuente: str


@dataclass(frozen=True)
class Sustitucion:
    """The method with the values of one year; `formula` is None when some value is ND."""

    anio: int
    formula: Formula | None


@dataclass(frozen=True)
class Aclaracion:
    """What the reader must know of what the original printed."""

    texto: str


@dataclass(frozen=True)
class Leyenda:
    """The notes of a ficha: its own, and the states (NA, ND, p/) that it uses."""

    estados: tuple[str, ...]
    notas: tuple[Nota, ...]
