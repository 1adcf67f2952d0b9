"""Every identifier that is cited exists: units, activities, instruments, indicators, types."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.base.diagnostic import Diagnostic, diagnose, near
from generator.base.span import Span
from generator.check.todo import Todo
from generator.model.indicador import Indicadores
from generator.model.instrumento import Instrumento
from generator.model.leido import Leido
from generator.model.proyecto import DocumentoLeido, InstitucionLeida, Proyecto
from generator.model.valores import PENDIENTE


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        yield from _unidades(leida)
        yield from _actividades(leida)
        yield from _nombres(leida)
        yield from _metas(leida)
        yield from _sin_indicadores(leida)
        for instrumento in leida.instrumentos.values():
            yield from _alineacion(leida, instrumento)
            yield from _indicadores(leida, instrumento)
        for documento in leida.documentos:
            yield from _documento(leida, documento, todo.proyecto)
    yield from _portal(todo)


def _unidades(leida: InstitucionLeida) -> Iterator[Diagnostic]:
    known = {PENDIENTE} | {u.id for u in leida.unidades.valor.unidades}
    if leida.unidades.reparado:
        return

    def unknown(id_: str, span: Span) -> Iterator[Diagnostic]:
        if id_ not in known:
            data = {"id": id_, "archivo": leida.unidades.ruta, "cerca": near(id_, known)}
            yield diagnose("REF-001", span, **data)

    for tabla in leida.indicadores:
        if tabla.valor.unidad_responsable:
            yield from unknown(tabla.valor.unidad_responsable, tabla.span("unidad_responsable"))
        for i, id_ in enumerate(tabla.valor.fuente):
            yield from unknown(id_, tabla.span("fuente", i))
        for i, indicador in enumerate(tabla.valor.indicadores):
            loc = ("indicadores", i, "unidad_responsable")
            if loc in tabla.lugares or not tabla.valor.unidad_responsable:
                yield from unknown(indicador.unidad_responsable, tabla.span(*loc))


def _actividades(leida: InstitucionLeida) -> Iterator[Diagnostic]:
    for tabla in leida.indicadores:
        year, clave = tabla.valor.ejercicio, tabla.valor.actividad
        if clave is None:
            continue
        known = {
            a.clave
            for p in leida.presupuestos
            if p.valor.ejercicio == year
            for programa in p.valor.programas
            for a in programa.actividades
        }
        if clave not in known and clave != PENDIENTE:
            data = {"id": clave, "ejercicio": year, "cerca": near(clave, known)}
            yield diagnose("REF-002", tabla.span("actividad"), **data)


def _nombres(leida: InstitucionLeida) -> Iterator[Diagnostic]:
    """The year and the clave that a file states are those of its name and folder."""
    for presupuesto in leida.presupuestos:
        stem = PurePosixPath(presupuesto.ruta).stem
        if str(presupuesto.valor.ejercicio) != stem and not presupuesto.reparado:
            data = {"dice": presupuesto.valor.ejercicio, "esperado": stem}
            yield diagnose("REF-013", presupuesto.span("ejercicio"), **data)
    for tabla in (t for t in leida.indicadores if not t.reparado and _de_uno(t.valor)):
        path = PurePosixPath(tabla.ruta)
        of = "dependencia" if tabla.valor.dependencia else "actividad"
        stated = {"ejercicio": str(tabla.valor.ejercicio), of: tabla.valor.de}
        named = {"ejercicio": path.parent.name, of: path.stem}
        for key, value in stated.items():
            if value.lower() != named[key]:
                yield diagnose("REF-013", tabla.span(key), dice=value, esperado=named[key])


def _de_uno(tabla: Indicadores) -> bool:
    """Whether it states what it is of, once."""
    return (tabla.actividad is None) != (tabla.dependencia is None)


def _metas(leida: InstitucionLeida) -> Iterator[Diagnostic]:
    for tabla in (t for t in leida.indicadores if not t.reparado):
        year = tabla.valor.ejercicio
        for i, indicador in enumerate(tabla.valor.indicadores):
            if year not in indicador.metas and not indicador.suma:
                place = tabla.span("indicadores", i, "metas")
                yield diagnose("REF-014", place, id=indicador.id, ejercicio=year)


def _sin_indicadores(leida: InstitucionLeida) -> Iterator[Diagnostic]:
    """A programable activity without indicators has probably lost its file."""
    known = {(t.valor.ejercicio, t.valor.actividad) for t in leida.indicadores}
    for presupuesto in (p for p in leida.presupuestos if not p.reparado):
        year = presupuesto.valor.ejercicio
        for i, programa in enumerate(presupuesto.valor.programas):
            for j, actividad in enumerate(programa.actividades):
                if programa.gasto == "programable" and (year, actividad.clave) not in known:
                    place = presupuesto.span("programas", i, "actividades", j, "clave")
                    yield diagnose("IND-001", place, clave=actividad.clave, ejercicio=year)


def _alineacion(leida: InstitucionLeida, leido: Leido[Instrumento]) -> Iterator[Diagnostic]:
    for i, alineacion in enumerate(leido.valor.alineacion):
        target = leida.instrumentos.get(alineacion.instrumento)
        if alineacion.instrumento == PENDIENTE:
            continue
        if target is None:
            span = leido.span("alineacion", i, "instrumento")
            yield _unknown_instrument(alineacion.instrumento, leida, span)
        elif alineacion.objetivo is not None:
            numbers = {o.numero for o in target.valor.objetivos}
            if alineacion.objetivo not in numbers:
                data = {"instrumento": alineacion.instrumento, "numero": alineacion.objetivo}
                yield diagnose("REF-011", leido.span("alineacion", i, "objetivo"), **data)


def _unknown_instrument(id_: str, leida: InstitucionLeida, span: Span) -> Diagnostic:
    return diagnose("REF-003", span, id=id_, cerca=near(id_, leida.instrumentos))


def _indicadores(leida: InstitucionLeida, leido: Leido[Instrumento]) -> Iterator[Diagnostic]:
    known = {i.id for tabla in leida.indicadores for i in tabla.valor.indicadores}
    for o, objetivo in enumerate(leido.valor.objetivos):
        for e, estrategia in enumerate(objetivo.estrategias):
            for n, enlazado in enumerate(estrategia.indicadores):
                if enlazado.indicador is not None and enlazado.indicador not in known:
                    loc = ("objetivos", o, "estrategias", e, "indicadores", n, "indicador")
                    data = {"id": enlazado.indicador, "cerca": near(enlazado.indicador, known)}
                    yield diagnose("REF-004", leido.span(*loc), **data)


def _documento(
    leida: InstitucionLeida, documento: DocumentoLeido, proyecto: Proyecto
) -> Iterator[Diagnostic]:
    leido = documento.declarado
    for i, id_ in enumerate(leido.valor.instrumentos):
        if id_ not in (PENDIENTE, *leida.instrumentos):
            yield _unknown_instrument(id_, leida, leido.span("instrumentos", i))
    tipo = proyecto.tipos.get(leido.valor.tipo)
    if leido.valor.tipo == PENDIENTE:
        return
    if tipo is None:
        close = near(leido.valor.tipo, proyecto.tipos)
        yield diagnose("REF-008", leido.span("tipo"), id=leido.valor.tipo, cerca=close)
        return
    known = [seccion.id for seccion in tipo.tipo.valor.secciones]
    for i, id_ in enumerate(leido.valor.secciones):
        if id_ not in known:
            data = {"tipo": tipo.id, "id": id_, "cerca": near(id_, known)}
            listing = ", ".join(known)
            yield diagnose("REF-010", leido.span("secciones", i), posibles=listing, **data)


def _portal(todo: Todo) -> Iterator[Diagnostic]:
    portal = todo.proyecto.portal
    if portal is None:
        return
    for i, destacada in enumerate(portal.valor.destacadas):
        if destacada.cifra not in todo.registro.cifras:
            close = near(destacada.cifra, todo.registro.cifras)
            data = {"direccion": destacada.cifra, "cerca": close}
            yield diagnose("REF-005", portal.span("destacadas", i, "cifra"), **data)
