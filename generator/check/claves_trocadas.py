"""A code whose letters are exchanged in a part that its family writes alike: ACDO.SA2.HCT.

Codes are of one family when they have the same parts around that one; at least three others must
write it alike, and no other be written as it is.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.span import Span
from generator.check.prosa import sin_direcciones, textos
from generator.check.todo import Todo

SEMEJANTES = 3
"""Codes that must write a part alike for another one to be a slip."""
_CLAVE = re.compile(r"(?<![\w./-])[A-Z0-9]{1,20}(?:[./][A-Z0-9]{1,20}){2,8}(?![\w/-])")
_PARTE = re.compile(r"[./]")

Familia = tuple[tuple[str, ...], str]
"""The parts before one of a code, and the one after it."""


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for codes in _claves(todo).values():
        families = _familias(codes)
        for code, place in codes.items():
            for family, part in _partes(code):
                usual = _usual(part, families[family])
                if usual:
                    data = {"clave": code, "parte": part, "usual": usual}
                    yield diagnose("TXT-015", place, **data)


def _claves(todo: Todo) -> Mapping[str, Mapping[str, Span]]:
    """By institution, each code that has a letter and where it is first written."""
    found: dict[str, dict[str, Span]] = defaultdict(dict)
    for renglon in textos(todo):
        for each in _CLAVE.finditer(sin_direcciones(renglon.texto)):
            if not each[0].replace(".", "").replace("/", "").isdigit():
                place = renglon.span(each.start())
                found[renglon.ruta.split("/")[1]].setdefault(each[0], place)
    return found


def _partes(clave: str) -> Iterator[tuple[Familia, str]]:
    """Each part that has others on both sides, with its family."""
    parts = tuple(_PARTE.split(clave))
    for n in range(1, len(parts) - 1):
        yield (parts[:n], parts[n + 1]), parts[n]


def _familias(claves: Iterable[str]) -> Mapping[Familia, Counter[str]]:
    """How many codes of each family write each part."""
    found: dict[Familia, Counter[str]] = defaultdict(Counter)
    for code in claves:
        for family, part in _partes(code):
            found[family][part] += 1
    return found


def _usual(parte: str, semejantes: Counter[str]) -> str:
    """What the others write, if it is `parte` with two letters exchanged."""
    if semejantes[parte] > 1:
        return ""
    for n in range(len(parte) - 1):
        pair = parte[n : n + 2]
        other = parte[:n] + pair[::-1] + parte[n + 2 :]
        if pair.isalpha() and other != parte and semejantes[other] >= SEMEJANTES:
            return other
    return ""
