"""No initiative comes twice in its perspective, and no action in its initiative."""

from collections.abc import Iterator

from generator.base.diagnostic import Diagnostic, diagnose
from generator.check.listas_repetidas import corto, dicho
from generator.check.todo import Todo
from generator.model.leido import Leido, Loc
from generator.model.programacion import Programacion


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        for leido in leida.programaciones:
            yield from _iniciativas(leido)


def _iniciativas(leido: Leido[Programacion]) -> Iterator[Diagnostic]:
    """The initiatives of a perspective, and the actions of each."""
    for p, perspectiva in enumerate(leido.valor.perspectivas):
        loc: Loc = ("perspectivas", p, "iniciativas")
        own = [(each.texto, (*loc, n, "texto")) for n, each in enumerate(perspectiva.iniciativas)]
        yield from _repetidos(leido, own)
        for n, each in enumerate(perspectiva.iniciativas):
            acts = [(text, (*loc, n, "acciones", m)) for m, text in enumerate(each.acciones)]
            yield from _repetidos(leido, acts)


def _repetidos(leido: Leido[Programacion], said: list[tuple[str, Loc]]) -> Iterator[Diagnostic]:
    """Those that say the same but for the punctuation."""
    seen: dict[str, int] = {}
    for text, loc in said:
        words, place = dicho(text), leido.span(*loc)
        if words in seen:
            yield diagnose("TXT-002", place, elemento=corto(text), linea=seen[words])
        seen.setdefault(words, place.line)
