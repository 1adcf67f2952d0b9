"""No item comes twice in a list, no initiative in a perspective, no code in an enumeration."""

import re
from collections.abc import Iterator

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.text import bare
from generator.check.listas import listas
from generator.check.prosa import narrativa, textos
from generator.check.todo import Todo
from generator.model.leido import Leido, Loc
from generator.model.programacion import Programacion

_CLAVE = r"(?=[\w./-]{0,40}[0-9])(?=[\w./-]{0,40}[A-Z/-])[A-Z0-9](?:[\w./-]{4,40}\w)"
_SERIE = re.compile(rf"(?<![\w./-]){_CLAVE}(?:(?:, (?:y |e )?|; (?:y |e )?| y | e ){_CLAVE})+")
_UNA = re.compile(rf"(?<![\w./-]){_CLAVE}")


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        for lista in listas(narrativa(todo, leida)):
            seen: dict[str, int] = {}
            for item in lista:
                said = _dicho(item.crudo)
                if said and said in seen:
                    place = item.span(len(item.crudo) - len(item.crudo.lstrip()))
                    yield diagnose("TXT-002", place, elemento=_corto(item.crudo), linea=seen[said])
                seen.setdefault(said, item.numero)
        for programacion in leida.programaciones:
            yield from _iniciativas(programacion)
    yield from _claves(todo)


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
        words, place = _dicho(text), leido.span(*loc)
        if words in seen:
            yield diagnose("TXT-002", place, elemento=_corto(text), linea=seen[words])
        seen.setdefault(words, place.line)


def _dicho(text: str) -> str:
    return " ".join(re.findall(r"\w+", bare(text)))


def _corto(crudo: str) -> str:
    text = crudo.strip().lstrip("-*+0123456789.) ")
    return text if len(text) <= 80 else text[:79] + "…"


def _claves(todo: Todo) -> Iterator[Diagnostic]:
    for renglon in textos(todo):
        for serie in _SERIE.finditer(renglon.texto):
            seen: set[str] = set()
            for found in _UNA.finditer(serie[0]):
                if found[0] in seen:
                    place = renglon.span(serie.start() + found.start())
                    yield diagnose("TXT-012", place, clave=found[0])
                seen.add(found[0])
