"""What is shared out among groups is in one of them: a state, in one zone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.text import bare
from generator.check.todo import Todo
from generator.model.cuadro import Cuadro, Fila
from generator.model.leido import Leido, Loc

_GRUPO = re.compile(r"(?:^|; ?)([0-9]{1,3}) \(([^()]+)\)")
_UNION = re.compile(r", (?:[ye] )?| [ye] ")
GRUPOS = 4
"""Groups from which a column shares something out."""


@dataclass(frozen=True)
class Grupo:
    nombre: str
    elementos: tuple[str, ...]
    loc: Loc


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        for leido in leida.cuadros.values():
            if not leido.reparado:
                yield from _cuadro(leido)


def _cuadro(leido: Leido[Cuadro]) -> Iterator[Diagnostic]:
    for place, column in enumerate(leido.valor.columnas):
        if column.tipo == "texto" and (groups := _grupos(leido.valor, place)):
            yield from _repartidos(leido, groups)


def _repartidos(leido: Leido[Cuadro], grupos: list[Grupo]) -> Iterator[Diagnostic]:
    first: dict[str, str] = {}
    for grupo in grupos:
        for elemento in grupo.elementos:
            other = first.setdefault(bare(elemento), grupo.nombre)
            if other != grupo.nombre:
                data = {"nombre": elemento, "uno": other, "otro": grupo.nombre}
                yield diagnose("TXT-013", leido.span(*grupo.loc), **data)


def _grupos(cuadro: Cuadro, columna: int) -> list[Grupo]:
    """The numbered groups of a column, «3 (Chihuahua y Durango)», or its cells, if each one is a
    list of names; nothing when it shares nothing out.
    """
    filas = [fila for fila in cuadro.renglones if not fila.cierra and columna < len(fila.celdas)]
    numbered = [grupo for fila in filas for grupo in _numerados(fila, columna)]
    if numbered:
        return numbered if len({grupo.nombre for grupo in numbered}) >= GRUPOS else []
    return _listas(filas, columna)


def _listas(filas: list[Fila], columna: int) -> list[Grupo]:
    """The cells of a column, if they are lists of names; a list of two may be a place and its
    state, and the column that names the rows shares nothing out.
    """
    cells = [
        Grupo(fila.nombre, tuple(_UNION.split(fila.celdas[columna])), (*fila.loc, columna))
        for fila in filas
    ]
    lists = [c for c in cells if len(c.elementos) > 1 and all(map(_es_nombre, c.elementos))]
    long = sum(len(cell.elementos) > 2 for cell in lists)
    names = any(fila.nombre == fila.celdas[columna] for fila in filas)
    shares = GRUPOS <= len(lists) >= len(cells) - 1 and long * 2 > len(cells)
    return cells if shares and not names else []


def _numerados(fila: Fila, columna: int) -> Iterator[Grupo]:
    for found in _GRUPO.finditer(fila.celdas[columna]):
        yield Grupo(found[1], tuple(_UNION.split(found[2])), (*fila.loc, columna))


def _es_nombre(texto: str) -> bool:
    return texto[:1].isupper() and len(texto.split()) <= GRUPOS
