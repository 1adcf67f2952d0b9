"""Each data table is whole: cells for every column, figures that are figures, marks with notes."""

import re
from collections.abc import Iterator
from itertools import pairwise

from pydantic_core import PydanticCustomError

from generator.base.diagnostic import Diagnostic, diagnose, near
from generator.base.span import Span
from generator.check.todo import Todo
from generator.model.cuadro import Cuadro, Fila
from generator.model.dato import Dato
from generator.model.leido import Leido, Loc
from generator.model.proyecto import InstitucionLeida

_PLACED = re.compile(r"^\s*\{\{\s*cuadro\.([a-z0-9-]+)\s*\}\}\s*$")
_MARK = re.compile(r"(?<![\w/])([0-9]{1,2}/|\*)(?=\s|$)")
_HEAD = re.compile(r"[-−]?\$? ?[0-9]{1,3}")
_TAIL = re.compile(r"[0-9]{3}(?:\.[0-9]+)?")


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        for leido in leida.cuadros.values():
            if not leido.reparado:
                yield from _cuadro(leido)
        yield from _repetidos(leida)
        yield from _declarados(leida)
        yield from _sin_lugar(todo, leida)


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
        data = {
            "celdas": len(fila.celdas),
            "columnas": len(columns),
            "cerca": _partida(leido, fila),
        }
        yield diagnose("CUA-001", leido.span(*fila.loc), **data)
    for place, (column, text) in enumerate(zip(columns, fila.celdas, strict=False)):
        if column.tipo == "cifra" and text.strip():
            try:
                Dato.leer(text)
            except PydanticCustomError as error:
                cause = (error.context or {}).get("causa", "")
                data = {"valor": text[:60], "columna": column.id, "causa": cause}
                yield diagnose("CUA-002", leido.span(*fila.loc, place), **data)


def _partida(leido: Leido[Cuadro], fila: Fila) -> str:
    """A figure without quotes that its comma parted in two cells."""
    if len(fila.celdas) <= len(leido.valor.columnas):
        return ""
    for left, right in pairwise(fila.celdas):
        if _HEAD.fullmatch(left) and _TAIL.fullmatch(right):
            return f" ¿Le faltan comillas a «{left},{right}»?"
    return ""


def _columnas(leido: Leido[Cuadro]) -> Iterator[Diagnostic]:
    seen: dict[str, Span] = {}
    for n, column in enumerate(leido.valor.columnas):
        place = leido.span("columnas", n, "id")
        if column.id in seen:
            yield diagnose("IDS-001", place, id=column.id, lugar=seen[column.id], que="columna")
        seen.setdefault(column.id, place)


def _barras(leido: Leido[Cuadro]) -> Iterator[Diagnostic]:
    bars = leido.valor.grafica
    if bars is None:
        return
    every = [column.id for column in leido.valor.columnas]
    figures = [column.id for column in leido.valor.columnas if column.tipo == "cifra"]
    for key, id_, known in (("columna", bars.columna, figures), ("rotulo", bars.rotulo, every)):
        if id_ not in known:
            cause = "no es de cifras" if id_ in every else "no está en el cuadro"
            data = {"clave": key, "id": id_, "causa": cause, "cerca": near(id_, known)}
            listing = ", ".join(known) or "ninguna"
            yield diagnose("CUA-004", leido.span("grafica", key), posibles=listing, **data)


def _notas(leido: Leido[Cuadro]) -> Iterator[Diagnostic]:
    """Each mark without a note, once, where it is first seen."""
    told = set(leido.valor.notas)
    called = {mark for mark, _ in _llamadas(leido.valor)} | _ausentes(leido.valor)
    for mark in leido.valor.notas:
        if mark not in called:
            yield diagnose("CUA-006", leido.span("notas", mark), marca=mark)
    for mark, loc in _llamadas(leido.valor):
        if mark not in told:
            told.add(mark)
            yield diagnose("CUA-005", leido.span(*loc), marca=mark)


def _llamadas(cuadro: Cuadro) -> Iterator[tuple[str, Loc]]:
    if cuadro.marca:
        yield cuadro.marca, ("marca",)
    for n, column in enumerate(cuadro.columnas):
        yield from ((mark, ("columnas", n, "titulo")) for mark in _MARK.findall(column.titulo))
    for fila in cuadro.renglones:
        for place, cell in enumerate(fila.celdas):
            yield from ((mark, (*fila.loc, place)) for mark in _MARK.findall(cell))


def _ausentes(cuadro: Cuadro) -> set[str]:
    """ND and NA, if a cell is that: its note says why."""
    words = {cell.split(" ")[0] for fila in cuadro.renglones for cell in fila.celdas}
    return words & {"ND", "NA"}


def _sin_lugar(todo: Todo, leida: InstitucionLeida) -> Iterator[Diagnostic]:
    """A table that no text places will not be printed."""
    paths = {path for documento in leida.documentos for path in documento.narrativas.values()}
    lines = (line for path in paths for line in todo.textos.get(path, ()))
    placed = {id_ for line in lines for id_ in _PLACED.findall(line)}
    for id_, leido in leida.cuadros.items():
        if id_ not in placed:
            yield diagnose("CUA-007", leido.span("titulo"), id=id_)


def _repetidos(leida: InstitucionLeida) -> Iterator[Diagnostic]:
    """An id of datos/ is one in the whole institution."""
    seen: dict[str, Span] = {}
    for leido in leida.datos:
        for n, suelto in enumerate(leido.valor.datos):
            place = leido.span("datos", n, "id")
            if suelto.id in seen:
                yield diagnose("IDS-001", place, id=suelto.id, lugar=seen[suelto.id], que="dato")
            seen.setdefault(suelto.id, place)


def _declarados(leida: InstitucionLeida) -> Iterator[Diagnostic]:
    """A datum states a value or a date: one of them."""
    for leido in leida.datos:
        for n, suelto in enumerate(() if leido.reparado else leido.valor.datos):
            if suelto.valor is None and suelto.fecha is None:
                place = leido.span("datos", n, "id")
                yield diagnose("ESQ-011", place, id=suelto.id, causa="no tiene «valor» ni «fecha»")
            elif suelto.valor and suelto.fecha:
                place = leido.span("datos", n, "fecha", "#clave")
                yield diagnose("ESQ-011", place, id=suelto.id, causa="tiene «valor» y «fecha»")
