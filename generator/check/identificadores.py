"""Each unidad, indicador, actividad, objetivo, perspectiva, rubro… has an id of its own."""

from collections.abc import Iterable, Iterator

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.span import Span
from generator.check.todo import Todo
from generator.model.cuenta_publica import CuentaPublica, Rubro
from generator.model.indicador import Indicadores
from generator.model.instrumento import Instrumento
from generator.model.leido import Leido, Loc
from generator.model.programacion import Programacion
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
            yield from _objetivos(instrumento)
        for cuenta in leida.cuentas.values():
            yield from _repeated("rubro, capítulo o lado", rubros(cuenta))
        for programacion in leida.programaciones:
            yield from _repeated("proyecto", _proyectos(programacion))


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


def _objetivos(leido: Leido[Instrumento]) -> Iterator[Diagnostic]:
    """The numbers of the objectives are one's own; in a scorecard, within their perspective."""
    numbers = (
        (str(o.numero), leido.span("objetivos", i, "numero"))
        for i, o in enumerate(leido.valor.objetivos)
    )
    yield from _repeated("objetivo", numbers)
    perspectives = list(enumerate(leido.valor.perspectivas))
    ids = ((each.id, leido.span("perspectivas", n, "id")) for n, each in perspectives)
    yield from _repeated("perspectiva", ids)
    for n, each in perspectives:
        own = (
            (str(o.numero), leido.span("perspectivas", n, "objetivos", i, "numero"))
            for i, o in enumerate(each.objetivos)
        )
        yield from _repeated("objetivo", own)


def rubros(leido: Leido[CuentaPublica]) -> Named:
    """All that has an address in an account."""
    for n, lado in enumerate(leido.valor.lados):
        yield lado.id, leido.span("lados", n, "id")
        for m, capitulo in enumerate(lado.capitulos):
            loc = ("lados", n, "capitulos", m)
            yield capitulo.id, leido.span(*loc, "id")
            yield from _partes(leido, capitulo.rubros, (*loc, "rubros"))


def _partes(leido: Leido[CuentaPublica], rubros: Iterable[Rubro], loc: Loc) -> Named:
    for n, rubro in enumerate(rubros):
        yield rubro.id, leido.span(*loc, n, "id")
        yield from _partes(leido, rubro.partes, (*loc, n, "partes"))


def _proyectos(leido: Leido[Programacion]) -> Named:
    for p, perspectiva in enumerate(leido.valor.perspectivas):
        for i, iniciativa in enumerate(perspectiva.iniciativas):
            for n, each in enumerate(iniciativa.proyectos):
                loc = ("perspectivas", p, "iniciativas", i, "proyectos", n, "codigo")
                yield each.codigo.lower(), leido.span(*loc)


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
