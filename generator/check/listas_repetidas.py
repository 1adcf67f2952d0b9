"""No item comes twice in a list, and no code twice in an enumeration."""

import re
from collections.abc import Iterator

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.text import bare
from generator.check.listas import listas
from generator.check.prosa import narrativa, textos
from generator.check.todo import Todo

_CLAVE = r"(?=[\w./-]{0,40}[0-9])(?=[\w./-]{0,40}[A-Z/-])[A-Z0-9](?:[\w./-]{4,40}\w)"
_SERIE = re.compile(rf"(?<![\w./-]){_CLAVE}(?:(?:, (?:y |e )?|; (?:y |e )?| y | e ){_CLAVE})+")
_UNA = re.compile(rf"(?<![\w./-]){_CLAVE}")


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        for lista in listas(narrativa(todo, leida)):
            seen: dict[str, int] = {}
            for item in lista:
                said = dicho(item.crudo)
                if said and said in seen:
                    place = item.span(len(item.crudo) - len(item.crudo.lstrip()))
                    yield diagnose("TXT-002", place, elemento=corto(item.crudo), linea=seen[said])
                seen.setdefault(said, item.numero)
    yield from _claves(todo)


def dicho(text: str) -> str:
    """The words of `text`, without what a list is marked and punctuated with."""
    return " ".join(re.findall(r"\w+", bare(text)))


def corto(crudo: str) -> str:
    """An item as it is told."""
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
