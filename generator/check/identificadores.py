"""Each unidad, indicador, programa, actividad and objetivo has an identifier of its own."""

from collections.abc import Iterable, Iterator

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.span import Span
from generator.check.todo import Todo
from generator.model.indicador import Indicadores
from generator.model.proyecto import InstitucionLeida

Named = Iterable[tuple[str, Span]]


def _kind(tabla: Indicadores) -> str:
    return "dependencia" if tabla.dependencia else "actividad"


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        yield from _repeated("unidad", _unidades(leida))
        for year in sorted({tabla.valor.ejercicio for tabla in leida.indicadores}):
            yield from _repeated("indicador", _indicadores(leida, year))
        yield from _actividades(leida)
        for instrumento in leida.instrumentos.values():
            numbers = (
                (str(o.numero), instrumento.span("objetivos", i, "numero"))
                for i, o in enumerate(instrumento.valor.objetivos)
            )
            yield from _repeated("objetivo", numbers)


def _repeated(what: str, named: Named) -> Iterator[Diagnostic]:
    seen: dict[str, Span] = {}
    for name, span in named:
        if name in seen:
            yield diagnose("IDS-001", span, id=name, lugar=seen[name], que=what)
        seen.setdefault(name, span)


def _unidades(leida: InstitucionLeida) -> Named:
    for i, unidad in enumerate(leida.unidades.valor.unidades):
        yield unidad.id, leida.unidades.span("unidades", i, "id")


def _indicadores(leida: InstitucionLeida, year: int) -> Named:
    """An indicator keeps its id from one year to the next; within a year it is one."""
    for tabla in (t for t in leida.indicadores if t.valor.ejercicio == year):
        for i, indicador in enumerate(tabla.valor.indicadores):
            yield indicador.id, tabla.span("indicadores", i, "id")


def _actividades(leida: InstitucionLeida) -> Iterator[Diagnostic]:
    for presupuesto in leida.presupuestos:
        programas = list(enumerate(presupuesto.valor.programas))
        claves = ((p.clave, presupuesto.span("programas", i, "clave")) for i, p in programas)
        yield from _repeated("programa", claves)
        actividades = (
            (a.clave, presupuesto.span("programas", i, "actividades", j, "clave"))
            for i, p in programas
            for j, a in enumerate(p.actividades)
        )
        yield from _repeated("actividad", actividades)
    years = ((f"ejercicio {p.valor.ejercicio}", p.span("ejercicio")) for p in leida.presupuestos)
    yield from _repeated("presupuesto", years)
    tables = (
        (f"{_kind(t.valor)} {t.valor.de}, {t.valor.ejercicio}", t.span(_kind(t.valor)))
        for t in leida.indicadores
    )
    yield from _repeated("archivo de indicadores", tables)
