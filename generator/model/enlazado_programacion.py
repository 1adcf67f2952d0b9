"""The programming of a year tied together: perspectives, dependencias, and two-sided accounts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from generator.model.cuenta_publica import Capitulo, CuentaPublica, Lado, Rubro
from generator.model.enlazado import IndicadorEnlazado
from generator.model.indicador import Encabezados
from generator.model.institucion import UnidadResponsable
from generator.model.instrumento import ObjetivoEstrategico, Perspectiva
from generator.model.programacion import Iniciativa

Papel = Literal["", "titulo", "parte", "subtotal", "cierre"]
"""What a cell is in its row."""


@dataclass(frozen=True)
class TablaMetas:
    """The indicators of one class that a dependencia answers for, in order."""

    clase: str
    indicadores: tuple[IndicadorEnlazado, ...]

    @property
    def nombre(self) -> str:
        return "resultado" if self.clase == "resultado" else "producción"

    @property
    def con_metodo(self) -> bool:
        return any(i.indicador.metodo for i in self.indicadores)

    @property
    def con_unidad(self) -> bool:
        return any(i.indicador.unidad_medida for i in self.indicadores)

    @property
    def con_estandar(self) -> bool:
        return any(i.indicador.estandar for i in self.indicadores)

    @property
    def con_detalle(self) -> bool:
        return any(i.indicador.detalle for i in self.indicadores)


@dataclass(frozen=True)
class DependenciaEnlazada:
    """What a dependencia programmes for a year."""

    id: str
    nombre: str
    unidad: UnidadResponsable
    fuente: tuple[UnidadResponsable, ...]
    ejercicio: int
    perspectiva: Perspectiva
    indicadores: tuple[IndicadorEnlazado, ...]
    encabezados: Encabezados

    @property
    def tablas(self) -> tuple[TablaMetas, ...]:
        """One for each class that it has."""
        made = (
            TablaMetas(clase, tuple(i for i in self.indicadores if i.indicador.clase == clase))
            for clase in ("resultado", "produccion")
        )
        return tuple(tabla for tabla in made if tabla.indicadores)


@dataclass(frozen=True)
class PerspectivaEnlazada:
    """A perspective of the plan with what one year programmes for it."""

    numero: int
    perspectiva: Perspectiva
    ejercicio: int
    iniciativas: tuple[Iniciativa, ...]
    dependencias: tuple[DependenciaEnlazada, ...]

    @property
    def id(self) -> str:
        return self.perspectiva.id

    @property
    def nombre(self) -> str:
        return self.perspectiva.nombre

    @property
    def eje(self) -> str:
        return self.perspectiva.eje

    @property
    def objetivos(self) -> tuple[ObjetivoEstrategico, ...]:
        return self.perspectiva.objetivos

    @property
    def indicadores(self) -> tuple[IndicadorEnlazado, ...]:
        return tuple(i for d in self.dependencias for i in d.indicadores)


@dataclass(frozen=True)
class CeldaCuenta:
    """A line of one side: its name, the address of its figure, and what it is in its row."""

    nombre: str = ""
    cifra: str = ""
    papel: Papel = ""


@dataclass(frozen=True)
class FilaCuenta:
    izquierda: CeldaCuenta
    derecha: CeldaCuenta


@dataclass(frozen=True)
class CuentaEnlazada:
    """A two-sided account as the rows of one table, its chapters side by side."""

    id: str
    cuenta: CuentaPublica

    @property
    def izquierda(self) -> Lado:
        return self.cuenta.lados[0]

    @property
    def derecha(self) -> Lado:
        return self.cuenta.lados[1]

    @property
    def filas(self) -> tuple[FilaCuenta, ...]:
        left, right = self.cuenta.lados
        rows: list[FilaCuenta] = []
        for one, other in zip_longest(left.capitulos, right.capitulos):
            rows += self._chapters(one, other)
        closing = (
            CeldaCuenta(self.cuenta.cierre, self._address(s.id), "cierre") for s in (left, right)
        )
        return (*rows, FilaCuenta(*closing))

    @property
    def notas(self) -> Mapping[str, str]:
        """Why an amount is not there, when the data say it: mark → words."""
        every = (r for s in self.cuenta.lados for c in s.capitulos for r in c.rubros)
        why = [r.nota for each in every for r in each.todos if r.valor and r.valor.estado == "ND"]
        told = " ".join(dict.fromkeys(nota for nota in why if nota))
        return {"ND": f"No disponible. {told}"} if told else {}

    def _chapters(self, one: Capitulo | None, other: Capitulo | None) -> Iterator[FilaCuenta]:
        """Titles face to face, then the lines, then the totals face to face."""
        empty = CeldaCuenta()
        yield FilaCuenta(
            *(CeldaCuenta(c.titulo, "", "titulo") if c else empty for c in (one, other))
        )
        sides = (list(self._lines(c.rubros)) if c else [] for c in (one, other))
        for left, right in zip_longest(*sides, fillvalue=empty):
            yield FilaCuenta(left, right)
        totals = (
            CeldaCuenta(c.cierre, self._address(c.id), "subtotal") if c else empty
            for c in (one, other)
        )
        yield FilaCuenta(*totals)

    def _lines(self, rubros: tuple[Rubro, ...], papel: Papel = "") -> Iterator[CeldaCuenta]:
        for rubro in rubros:
            yield CeldaCuenta(rubro.nombre, self._address(rubro.id), papel)
            yield from self._lines(rubro.partes, "parte")

    def _address(self, id_: str) -> str:
        return f"cuenta.{self.id}.{id_}"
