"""The year's programming names what there is, once: plan, perspectives, dependencias, parts."""

from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import PurePosixPath

from generator.base.diagnostic import Diagnostic, diagnose, near
from generator.base.span import Span
from generator.check.todo import Todo
from generator.model.indicador import Indicadores
from generator.model.leido import Leido
from generator.model.programacion import Programacion
from generator.model.proyecto import InstitucionLeida
from generator.model.valores import PENDIENTE

Tabla = Leido[Indicadores]


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        for leido in (p for p in leida.programaciones if not p.reparado):
            yield from _perspectivas(leida, leido)
            if _de_su_nombre(leido):
                yield from _dependencias(leida, leido)
            else:
                stem, place = PurePosixPath(leido.ruta).stem, leido.span("ejercicio")
                yield diagnose("REF-013", place, dice=leido.valor.ejercicio, esperado=stem)
        if all(not p.reparado and _de_su_nombre(p) for p in leida.programaciones):
            yield from _sin_perspectiva(leida)
        for tabla in (t for t in leida.indicadores if not t.reparado):
            yield from _de_quien(tabla)
        for year in sorted({t.valor.ejercicio for t in leida.indicadores}):
            yield from _sumandos(leida, year)


def _de_su_nombre(leido: Leido[Programacion]) -> bool:
    """Whether the year that the file states is that of its name."""
    return str(leido.valor.ejercicio) == PurePosixPath(leido.ruta).stem


# ── perspectives ──


def _perspectivas(leida: InstitucionLeida, leido: Leido[Programacion]) -> Iterator[Diagnostic]:
    plan, id_ = leida.instrumentos.get(leido.valor.instrumento), leido.valor.instrumento
    named = [each.perspectiva for each in leido.valor.perspectivas]
    places = [leido.span("perspectivas", n, "perspectiva") for n in range(len(named))]
    yield from _repetidas("perspectiva", zip(named, places, strict=True))
    if plan is None:
        close = near(id_, leida.instrumentos)
        if id_ != PENDIENTE:
            yield diagnose("REF-003", leido.span("instrumento"), id=id_, cerca=close)
        return
    known = [each.id for each in plan.valor.perspectivas]
    title = plan.valor.titulo
    for each, place in zip(named, places, strict=True):
        if each not in known and not plan.reparado:
            yield diagnose("REF-020", place, id=each, instrumento=title, cerca=near(each, known))
    strange = [each for each in named if each not in known]
    for each in known:
        if each not in named and not near(each, strange):
            data = {"ejercicio": leido.valor.ejercicio, "id": each, "instrumento": title}
            yield diagnose("IND-004", leido.span("perspectivas", "#clave"), **data)


def _repetidas(que: str, named: Iterable[tuple[str, Span]]) -> Iterator[Diagnostic]:
    seen: dict[str, Span] = {}
    for id_, place in named:
        if id_ in seen:
            yield diagnose("IDS-002", place, que=que, id=id_, lugar=seen[id_])
        seen.setdefault(id_, place)


# ── dependencias ──


def _dependencias(leida: InstitucionLeida, leido: Leido[Programacion]) -> Iterator[Diagnostic]:
    """Each one is named once and has its file."""
    year = leido.valor.ejercicio
    folder = f"data/{leida.id}/indicadores/{year}"
    known = [t.valor.de for t in _tablas(leida, year)]
    named = [
        (id_, leido.span("perspectivas", n, "dependencias", place))
        for n, each in enumerate(leido.valor.perspectivas)
        for place, id_ in enumerate(each.dependencias)
    ]
    for id_, place in named:
        if id_ not in known:
            yield diagnose("REF-019", place, id=id_, carpeta=folder, cerca=near(id_, known))
    yield from _repetidas("dependencia", named)


def _tablas(leida: InstitucionLeida, year: int) -> list[Tabla]:
    every = (t for t in leida.indicadores if t.valor.ejercicio == year)
    return [t for t in every if t.valor.dependencia]


def _sin_perspectiva(leida: InstitucionLeida) -> Iterator[Diagnostic]:
    """A file of indicators that no perspective names would vanish from every document."""
    for tabla in (t for t in leida.indicadores if not t.reparado and not t.valor.actividad):
        year, id_ = tabla.valor.ejercicio, tabla.valor.dependencia
        own = [p for p in leida.programaciones if p.valor.ejercicio == year]
        named = {d for p in own for each in p.valor.perspectivas for d in each.dependencias}
        strange = named - {t.valor.de for t in _tablas(leida, year)}
        if id_ and id_ not in named and not near(id_, strange):
            path = f"data/{leida.id}/programacion/{year}.yml"
            yield diagnose("IND-003", tabla.span("dependencia"), id=id_, programacion=path)


def _de_quien(tabla: Tabla) -> Iterator[Diagnostic]:
    """A file is of one actividad or of one dependencia."""
    both = tabla.valor.actividad is not None and tabla.valor.dependencia is not None
    if both:
        cause = "dice actividad y también dependencia"
        yield diagnose("IND-002", tabla.span("dependencia"), causa=cause)
    elif not tabla.valor.de:
        cause = "no dice ni actividad ni dependencia"
        yield diagnose("IND-002", tabla.span(), causa=cause)


# ── the parts of a total ──


def _sumandos(leida: InstitucionLeida, year: int) -> Iterator[Diagnostic]:
    """What a total adds are indicators of its year, each once, and never itself."""
    tables = [t for t in leida.indicadores if t.valor.ejercicio == year]
    parts = {each.id: each.suma for t in tables for each in t.valor.indicadores}
    places = {
        (each.id, id_, m): t.span("indicadores", n, "suma", m)
        for t in tables
        for n, each in enumerate(t.valor.indicadores)
        for m, id_ in enumerate(each.suma)
    }
    for (_, id_, _), place in places.items():
        if id_ not in parts:
            yield diagnose("REF-004", place, id=id_, cerca=near(id_, parts))
    for total, added in parts.items():
        named = ((id_, places[total, id_, m]) for m, id_ in enumerate(added))
        yield from _repetidas("parte", named)
    if way := _vuelta(parts):
        place = places[way[0], way[1], parts[way[0]].index(way[1])]
        yield diagnose("REF-021", place, id=way[0], vuelta=" → ".join(way))


def _vuelta(parts: Mapping[str, tuple[str, ...]]) -> list[str]:
    """A way from a total to itself through what each one adds, if there is any."""
    try:
        TopologicalSorter(parts).prepare()
    except CycleError as error:
        way: list[str] = error.args[1][::-1]
        first = min(range(len(way) - 1), key=lambda n: list(parts).index(way[n]))
        return [*way[first:-1], *way[: first + 1]]
    return []
