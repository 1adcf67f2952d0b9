"""What was written, with its place: scalars as text, mappings and lists of nodes."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.base.span import Span
from generator.model.leido import Loc


@dataclass(frozen=True)
class Escalar:
    """A scalar as typed; `plano` when it had no quotes."""

    span: Span
    texto: str
    plano: bool

    @property
    def nulo(self) -> bool:
        return self.plano and self.texto in ("", "~", "null", "Null", "NULL")


@dataclass(frozen=True)
class Mapa:
    """Keys and values in the order written, without repeated keys."""

    span: Span
    entradas: tuple[tuple[Escalar, "Nodo"], ...]


@dataclass(frozen=True)
class Lista:
    span: Span
    elementos: tuple["Nodo", ...]


Nodo = Escalar | Mapa | Lista


def plain(node: Nodo) -> object:
    """The node without places: dict, list, str or None."""
    if isinstance(node, Mapa):
        return {key.texto: plain(value) for key, value in node.entradas}
    if isinstance(node, Lista):
        return [plain(item) for item in node.elementos]
    return None if node.nulo else node.texto


def places(node: Nodo, loc: Loc = ()) -> Iterator[tuple[Loc, Span]]:
    """Every value's place; a key's own place is found under (*loc, "#clave")."""
    yield loc, node.span
    if isinstance(node, Mapa):
        for key, value in node.entradas:
            yield (*loc, key.texto, "#clave"), key.span
            yield from places(value, (*loc, key.texto))
    elif isinstance(node, Lista):
        for index, item in enumerate(node.elementos):
            yield from places(item, (*loc, index))
