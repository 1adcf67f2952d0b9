"""No paragraph is printed twice, nor almost twice, in the documents of an institution."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.span import Span
from generator.check.prosa import narrativa
from generator.check.todo import Todo
from generator.model.proyecto import InstitucionLeida

PALABRAS = 25
"""A shorter paragraph may come again with reason."""
MAXIMO = 500
"""Words of a paragraph that are compared."""
PARECIDO = 0.9
TEJA = 6
"""Words of each of the overlapping pieces by which two paragraphs are known to be alike."""
COMUN = 20
"""A piece that more paragraphs have says nothing of any two of them."""
_PALABRA = re.compile(r"\{\{[^{}]*\}\}|\w+")


@dataclass(frozen=True)
class Parrafo:
    span: Span
    palabras: tuple[str, ...]

    @property
    def tejas(self) -> set[int]:
        every = range(len(self.palabras) - TEJA + 1)
        return {hash(self.palabras[start : start + TEJA]) for start in every}


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        yield from _repetidos(_parrafos(todo, leida))


def _parrafos(todo: Todo, leida: InstitucionLeida) -> Iterator[Parrafo]:
    """A reference is a word: the same figure, the same word."""
    for renglon in narrativa(todo, leida):
        words = tuple(word.lower() for word in _PALABRA.findall(renglon.crudo)[:MAXIMO])
        if len(words) >= PALABRAS:
            yield Parrafo(renglon.span(0), words)


def _repetidos(parrafos: Iterator[Parrafo]) -> Iterator[Diagnostic]:
    holders: dict[int, list[Parrafo]] = {}
    for parrafo in parrafos:
        shared: dict[Span, tuple[int, Parrafo]] = {}
        for teja in parrafo.tejas:
            known = holders.setdefault(teja, [])
            for other in known:
                shared[other.span] = (shared.get(other.span, (0, other))[0] + 1, other)
            if len(known) < COMUN:
                known.append(parrafo)
        if alike := _igual(parrafo, [other for count, other in shared.values() if count > TEJA]):
            other, ratio = alike
            yield diagnose("TXT-001", parrafo.span, lugar=other.span, parecido=f"{ratio:.0%}")


def _igual(parrafo: Parrafo, otros: list[Parrafo]) -> tuple[Parrafo, float] | None:
    """The paragraph that says the same, and how much of it."""
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(parrafo.palabras)
    for otro in otros:
        matcher.set_seq1(otro.palabras)
        if matcher.real_quick_ratio() >= PARECIDO and matcher.quick_ratio() >= PARECIDO:
            ratio = matcher.ratio()
            if ratio >= PARECIDO:
                return otro, ratio
    return None
