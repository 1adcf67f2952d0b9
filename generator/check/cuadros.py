"""Each data table is whole: cells for every column, figures that are figures, marks with notes."""

import re
from collections.abc import Iterator

from pydantic_core import PydanticCustomError

from generator.base.diagnostic import Diagnostic, diagnose, near
from generator.base.span import Span
from generator.check.todo import Todo
from generator.model.cuadro import Cuadro, Fila
from generator.model.dato import Dato
from generator.model.leido import Leido
from generator.model.proyecto import InstitucionLeida

_MARK = re.compile(r"(?<![\w/])([0-9]{1,2}/|\*)(?=\s|$)")


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        for leido in leida.cuadros.values():
            if not leido.reparado:
                yield from _cuadro(leido)
        yield from _repetidos(leida)


def _cuadro(leido: Leido[Cuadro]) -> Iterator[Diagnostic]:
    if bool(leido.valor.filas) == bool(leido.valor.grupos):
        cause = "tiene filas y también grupos" if leido.valor.filas else "no tiene filas ni grupos"
        yield diagnose("CUA-003", leido.span("filas"), causa=cause)
    for fila in leido.valor.renglones:
        yield from _celdas(leido, fila)
    yield from _columnas(leido)
    yield from _barras(leido)
    yield from _notas(leido)


def _celdas(leido: Leido[Cuadro], fila: Fila) -> Iterator[Diagnostic]:
    columns = leido.valor.columnas
    if len(fila.celdas) != len(columns):
        found, wanted = len(fila.celdas), len(columns)
        yield diagnose("CUA-001", leido.span(*fila.loc), celdas=found, columnas=wanted)
    for place, (column, text) in enumerate(zip(columns, fila.celdas, strict=False)):
        if column.tipo == "cifra" and text.strip():
            try:
                Dato.leer(text)
            except PydanticCustomError as error:
                cause = (error.context or {}).get("causa", "")
                data = {"valor": text[:60], "columna": column.id, "causa": cause}
                yield diagnose("CUA-002", leido.span(*fila.loc, place), **data)


def _columnas(leido: Leido[Cuadro]) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for n, column in enumerate(leido.valor.columnas):
        if column.id in seen:
            place = leido.span("columnas", n, "id")
            yield diagnose("IDS-001", place, id=column.id, lugar="este cuadro", que="columna")
        seen.add(column.id)


def _barras(leido: Leido[Cuadro]) -> Iterator[Diagnostic]:
    bars = leido.valor.grafica
    known = [column.id for column in leido.valor.columnas]
    for key in ("columna", "rotulo") if bars else ():
        id_ = getattr(bars, key)
        if id_ not in known:
            data = {"id": id_, "cerca": near(id_, known), "posibles": ", ".join(known)}
            yield diagnose("CUA-004", leido.span("grafica", key), **data)


def _notas(leido: Leido[Cuadro]) -> Iterator[Diagnostic]:
    cuadro = leido.valor
    called = {cuadro.marca} - {None} | {
        mark for fila in cuadro.renglones for cell in fila.celdas for mark in _MARK.findall(cell)
    }
    called |= {mark for column in cuadro.columnas for mark in _MARK.findall(column.titulo)}
    for mark in sorted(str(mark) for mark in called if mark not in cuadro.notas):
        yield diagnose("CUA-005", leido.span("titulo"), marca=mark)


def _repetidos(leida: InstitucionLeida) -> Iterator[Diagnostic]:
    """An id of datos/ is one in the whole institution."""
    seen: dict[str, Span] = {}
    for leido in leida.datos:
        for n, suelto in enumerate(leido.valor.datos):
            place = leido.span("datos", n, "id")
            if suelto.id in seen:
                yield diagnose("IDS-001", place, id=suelto.id, lugar=seen[suelto.id], que="dato")
            seen.setdefault(suelto.id, place)
