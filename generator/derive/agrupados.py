"""Which indicators each board has, group by group: what it declares, or what its axis gives.

An indicator that does not exist, or that another group of the board already has, is left out;
`check` reports it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.base.text import slug
from generator.model.programacion import ejercicio
from generator.model.proyecto import InstitucionLeida
from generator.model.tablero import Tablero


@dataclass(frozen=True)
class Grupo:
    """`pendientes` are named by the source and have no published data."""

    id: str
    numero: str
    titulo: str
    indicadores: tuple[str, ...]
    pendientes: tuple[str, ...] = ()


def grupos(tablero: Tablero, leida: InstitucionLeida) -> tuple[Grupo, ...]:
    """The groups of the board in order, each indicator once."""
    known, seen = conocidos(leida), set[str]()
    found = []
    for grupo in _GROUPS[tablero.por](tablero, leida):
        own = [i for i in dict.fromkeys(grupo.indicadores) if i in known and i not in seen]
        seen.update(own)
        found.append(Grupo(grupo.id, grupo.numero, grupo.titulo, tuple(own), grupo.pendientes))
    return tuple(found)


def conocidos(leida: InstitucionLeida) -> set[str]:
    """The ids of all the indicators of the institution, those with ficha included."""
    return {i.id for tabla in leida.indicadores for i in tabla.valor.indicadores} | set(
        leida.fichas
    )


def _rubros(tablero: Tablero, _leida: InstitucionLeida) -> Iterator[Grupo]:
    for number, rubro in enumerate(tablero.rubros, 1):
        yield Grupo(
            slug(rubro.nombre), str(number), rubro.nombre, rubro.indicadores, rubro.pendientes
        )


def _objetivos(tablero: Tablero, leida: InstitucionLeida) -> Iterator[Grupo]:
    """The fichas of each objective, in the order of their claves, and then the indicators that its
    strategies name.
    """
    leido = leida.instrumentos.get(tablero.instrumento or "")
    for objetivo in leido.valor.objetivos if leido else ():
        own = [
            (order(ficha.valor.clave), id_)
            for id_, ficha in leida.fichas.items()
            if (ficha.valor.instrumento, ficha.valor.objetivo)
            == (tablero.instrumento, objetivo.numero)
        ]
        named = [n for e in objetivo.estrategias for n in e.indicadores]
        yield Grupo(
            f"objetivo-{objetivo.numero}",
            str(objetivo.numero),
            objetivo.texto,
            (*(id_ for _, id_ in sorted(own)), *(n.indicador for n in named if n.indicador)),
            tuple(n.nombre for n in named if not n.indicador),
        )


def _perspectivas(tablero: Tablero, leida: InstitucionLeida) -> Iterator[Grupo]:
    tables = {
        t.valor.dependencia: t.valor
        for t in leida.indicadores
        if t.valor.ejercicio == tablero.ejercicio
    }
    for leido in (p for p in leida.programaciones if ejercicio(p) == tablero.ejercicio):
        plan = leida.instrumentos.get(leido.valor.instrumento)
        names = {p.id: p.nombre for p in plan.valor.perspectivas} if plan else {}
        for number, each in enumerate(leido.valor.perspectivas, 1):
            own = [tables[d] for d in each.dependencias if d in tables]
            ids = tuple(i.id for table in own for i in table.indicadores)
            name = names.get(each.perspectiva, each.perspectiva)
            yield Grupo(each.perspectiva, str(number), name, ids)


def _actividades(tablero: Tablero, leida: InstitucionLeida) -> Iterator[Grupo]:
    tables = {
        t.valor.actividad: t.valor
        for t in leida.indicadores
        if t.valor.ejercicio == tablero.ejercicio
    }
    budgets = (p.valor for p in leida.presupuestos if p.valor.ejercicio == tablero.ejercicio)
    for actividad in (a for b in budgets for p in b.programas for a in p.actividades):
        if table := tables.get(actividad.clave):
            ids = tuple(i.id for i in table.indicadores)
            yield Grupo(f"actividad-{actividad.clave}", actividad.clave, actividad.nombre, ids)


_GROUPS = {
    "rubro": _rubros,
    "objetivo": _objetivos,
    "perspectiva": _perspectivas,
    "actividad": _actividades,
}


def order(clave: str) -> list[tuple[int, str]]:
    """6.2 before 6.10."""
    parts = re.split(r"[.\-]", clave)
    return [(int(part) if part.isdigit() else 0, part) for part in parts]
