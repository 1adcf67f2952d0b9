"""All the open data of a publication: its tables, each institution's, and each printed table."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.render.datos_acuerdos import followup_tables
from generator.render.datos_cifras import figures, observations, variables
from generator.render.datos_cuadros import index, printed_tables
from generator.render.datos_gasto import spending_tables
from generator.render.datos_hallazgos import findings
from generator.render.datos_indicadores import indicators
from generator.render.datos_planeacion import planning_tables
from generator.render.datos_programacion import programming_tables
from generator.render.datos_tabla import Tabla
from generator.render.site_mapa import Mapa
from generator.render.site_verificacion import Verificacion


@dataclass(frozen=True)
class Datos:
    """`tablas` are those of the whole portal; `cuadros`, each printed table by itself."""

    mapa: Mapa
    tablas: tuple[Tabla, ...]
    cuadros: tuple[Tabla, ...]

    def tabla(self, nombre: str) -> Tabla:
        return next(tabla for tabla in self.tablas if tabla.nombre == nombre)

    def de(self, institucion: str) -> tuple[Tabla, ...]:
        """The tables of one institution that have rows."""
        every = (tabla.de(institucion) for tabla in self.tablas)
        return tuple(tabla for tabla in every if tabla.filas)


def open_data(verificacion: Verificacion) -> Datos:
    """The open data of the publication that `verificacion` looks at."""
    mapa = verificacion.mapa
    printed = tuple(printed_tables(mapa))
    tables = (*_tables(verificacion), index(row for _, row in printed))
    return Datos(mapa, tuple(t for t in tables if t.filas), tuple(t for t, _ in printed))


def _tables(verificacion: Verificacion) -> Iterator[Tabla]:
    mapa = verificacion.mapa
    yield indicators(mapa)
    yield observations(mapa)
    yield variables(mapa)
    yield figures(mapa)
    yield from spending_tables(mapa)
    yield from programming_tables(mapa)
    yield findings(verificacion)
    yield from followup_tables(mapa)
    yield from planning_tables(mapa)
