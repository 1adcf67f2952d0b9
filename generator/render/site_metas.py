"""Tables of metas as the pages show them: by dependencia, by class, under their titles."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from generator.model.enlazado import IndicadorEnlazado
from generator.model.enlazado_programacion import DependenciaEnlazada, TablaMetas
from generator.model.registro import Cifra

CLASES = {"resultado": "Resultado", "produccion": "Producción"}
"""Class of an indicator → how it is announced."""

LIMITES = {
    "≤": "como máximo",
    "<": "menos de esa cifra",
    "≥": "como mínimo",
    ">": "más de esa cifra",
}
"""Operator of a meta → what it asks for, in words."""


@dataclass(frozen=True)
class TablaMostrada:
    """A table of metas with its rows together under their titles."""

    tabla: TablaMetas
    grupos: tuple[tuple[str, tuple[IndicadorEnlazado, ...]], ...]
    """Title, or nothing, and the indicators that go under it."""


@dataclass(frozen=True)
class Bloque:
    """What a dependencia programmes, ready to be shown."""

    dependencia: DependenciaEnlazada
    tablas: tuple[TablaMostrada, ...]


def blocks(dependencias: Iterable[DependenciaEnlazada], unidad: str = "") -> Iterator[Bloque]:
    """Those that have indicators; with `unidad`, only the indicators that it answers for."""
    for each in dependencias:
        own = tuple(i for i in each.indicadores if unidad in ("", i.unidad.id))
        if own:
            tables = replace(each, indicadores=own).tablas
            yield Bloque(each, tuple(TablaMostrada(t, tuple(_groups(t))) for t in tables))


def _groups(tabla: TablaMetas) -> Iterator[tuple[str, tuple[IndicadorEnlazado, ...]]]:
    for title, rows in groupby(tabla.indicadores, lambda i: i.indicador.grupo or ""):
        yield title, tuple(rows)


def limit(meta: Cifra) -> str:
    """What the operator of a meta asks for, in words; nothing when it has none."""
    return LIMITES.get(meta.operador, "")
