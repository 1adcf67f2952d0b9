"""Chart specs: what a chart says, with no trace of size, colour or coordinates.

One spec makes the drawing of the PDF, that of the site, its alternative text and the table of
its values, so they cannot differ.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal

Papel = Literal["base", "resultado", "preliminar", "meta"]


@dataclass(frozen=True)
class Punto:
    """One value of a chart: its label on the axis, exact value and how it is published.

    `valor` is None where there is no figure; `texto` then says ND or NA.
    """

    etiqueta: str
    valor: Decimal | None
    texto: str
    papel: Papel = "resultado"
    direccion: str = ""
    """Address of the figure, if it has one."""
    aviso: str = "preliminar"
    """What a figure that is not definitive is called: preliminar, a junio de 2024."""

    @property
    def marca(self) -> str:
        """What hangs from its figure."""
        pending = self.papel == "preliminar" and self.aviso == "preliminar"
        return " p/" if pending and not self.texto.endswith("p/") else ""


@dataclass(frozen=True)
class Grafica:
    """A series in time (`serie`), its trend alone (`tendencia`) or a comparison of categories
    (`barras`).

    In a series, `puntos` come in order of time; the targets are those with papel «meta». In
    bars, `puntos` come in the order they are shown and `meta` is not used.
    """

    componente: ClassVar[str] = "grafica"
    id: str
    """Unique in its document; names the drawing's file."""
    tipo: Literal["serie", "barras", "tendencia"]
    titulo: str
    """What is found in it, in one sentence."""
    medida: str
    """What is measured, where and when."""
    unidad: str
    """As it is written after the last mark of the axis: %, camas…"""
    puntos: tuple[Punto, ...]
    fuente: str = ""

    @property
    def archivo(self) -> str:
        return f"{self.id}.svg"
