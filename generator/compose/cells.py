"""What a cell shows: a figure of the register, words, or a list typed with dashes."""

import re

from generator.document.nodes import Celda, Cifra, Lista, Parrafo, Prosa, Texto
from generator.model.registro import Cifra as Figure

_FIGURE = re.compile(r"([^\d]*\d[\d,']*)(.*)")
_HANGING = re.compile(r" ([0-9]{1,2}/|\*)$")
_ITEM = re.compile(r"( *)- (.+)")


def node(figure: Figure, text: str | None = None) -> Cifra:
    """`figure` as printed; `text` is its words when a format was asked for."""
    shown = figure.texto() if text is None else text
    return Cifra(
        figure.direccion,
        shown,
        figure.exacta,
        figure.ficha,
        figure.marca,
        figure.estado,
        es_fecha=figure.es_fecha,
    )


def of_figure(figure: Figure, text: str | None = None, *, indicador: str = "") -> Celda:
    """The cell of a figure, parted where columns align."""
    shown = node(figure, text)
    match = None if figure.es_fecha else _FIGURE.fullmatch(shown.texto)
    whole, tail = (match[1], match[2]) if match else (shown.texto, "")
    return Celda(shown, whole, tail, indicador)


def without_mark(text: str) -> str:
    """Words without the note mark that hangs from them: «Bochil, Chiapas 2/»."""
    return _HANGING.sub("", text)


def of_text(text: str) -> Celda:
    """The cell of some words; lines that begin with a dash make a list."""
    lines = [line for line in text.split("\n") if line.strip()]
    matches = [_ITEM.fullmatch(line) for line in lines]
    if not lines or not all(matches):
        mark = _HANGING.search(text.strip())
        return Celda(Texto(without_mark(text.strip())), marca=mark[1] if mark else "")
    return Celda(_list([(len(m[1]), m[2]) for m in matches if m]))


def _list(items: list[tuple[int, str]]) -> Lista:
    """Two levels: an item further to the right hangs from the one before it."""
    first = items[0][0]
    elements: list[tuple[Prosa, ...]] = []
    inner: list[tuple[int, str]] = []
    for indent, words in items:
        if indent > first:
            inner.append((first, words))
            continue
        elements, inner = _closed(elements, inner), []
        elements.append((Parrafo((Texto(words),)),))
    return Lista(ordenada=False, elementos=tuple(_closed(elements, inner)))


def _closed(
    elements: list[tuple[Prosa, ...]], inner: list[tuple[int, str]]
) -> list[tuple[Prosa, ...]]:
    if not inner or not elements:
        return elements
    return [*elements[:-1], (*elements[-1], _list(inner))]
