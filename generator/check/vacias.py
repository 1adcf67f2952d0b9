"""In a column of figures where every row has its own, none is empty."""

from collections.abc import Iterator

from generator.base.diagnostic import Diagnostic, diagnose
from generator.check.todo import Todo
from generator.model.cuadro import Cuadro
from generator.model.leido import Leido

MINIMO = 3
"""Rows with a figure from which an empty one is an oversight."""


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        for leido in leida.cuadros.values():
            if not leido.reparado:
                yield from _cuadro(leido)


def _cuadro(leido: Leido[Cuadro]) -> Iterator[Diagnostic]:
    rows = [fila for fila in leido.valor.renglones if not fila.cierra]
    for place, column in enumerate(leido.valor.columnas):
        if column.tipo != "cifra" or column.fundida:
            continue
        cells = [(fila, fila.celdas[place].strip()) for fila in rows if place < len(fila.celdas)]
        empty = [fila for fila, text in cells if not text]
        if len(empty) == 1 and len(cells) > MINIMO:
            where, name = empty[0].loc, empty[0].nombre or empty[0].id
            title = column.titulo or column.grupo or column.id
            yield diagnose("MAR-002", leido.span(*where, place), columna=title, fila=name)
