"""The words that siglas.yml declares out of use, wherever a text or a datum still has them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.span import Span
from generator.check.prosa import textos
from generator.check.todo import Todo
from generator.model.proyecto import InstitucionLeida
from generator.model.vocabulario import EnDesuso

_CLAVE = re.compile(r"\s*(?:- +)?[\w-]+:(?=\s|$)")
"""The key of a line of data: it is no text."""


@dataclass(frozen=True)
class Lista:
    ruta: str
    hallar: re.Pattern[str]
    terminos: Mapping[str, EnDesuso]
    """By how each one is written, with a capital letter at its beginning too."""


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    lists = {leida.id: _lista(leida) for leida in todo.proyecto.instituciones}
    for renglon in textos(todo):
        known = lists.get(renglon.ruta.split("/")[1])
        if known and renglon.ruta != known.ruta:
            key = _CLAVE.match(renglon.texto) if renglon.ruta.startswith("data/") else None
            for found in known.hallar.finditer(renglon.texto, key.end() if key else 0):
                term = known.terminos.get(_junto(found[0]))
                if term:
                    yield _hallazgo(renglon.span(found.start()), found[0], term)


def _hallazgo(lugar: Span, dice: str, termino: EnDesuso) -> Diagnostic:
    why = f" ({termino.nota.rstrip(' .')})" if termino.nota else ""
    return diagnose("SIG-008", lugar, dice=_junto(dice), debe=termino.debe, nota=why)


def _lista(leida: InstitucionLeida) -> Lista | None:
    """What is in use is looked for too, and passed over: it may have within it what is not."""
    if leida.siglas is None or leida.siglas.reparado or not leida.siglas.valor.en_desuso:
        return None
    terms: dict[str, EnDesuso] = {}
    for each in leida.siglas.valor.en_desuso:
        for written in _escrituras(each.dice):
            terms.setdefault(written, each)
    used = {written for each in terms.values() for written in _escrituras(each.debe)}
    words = sorted({*terms, *used}, key=lambda word: (-len(word), word))
    shapes = "|".join(re.escape(word).replace(r"\ ", r"\s{1,9}") for word in words)
    return Lista(leida.siglas.ruta, re.compile(rf"(?<![\w-])(?:{shapes})(?!-?\w)"), terms)


def _escrituras(texto: str) -> tuple[str, str]:
    one = _junto(texto)
    return one, one[:1].upper() + one[1:]


def _junto(texto: str) -> str:
    return " ".join(texto.split())
