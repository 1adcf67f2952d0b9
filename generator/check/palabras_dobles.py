"""No word is written twice in a row: «de de», «mayor. mayor»."""

import re
from collections.abc import Iterator

from generator.base.diagnostic import Diagnostic, diagnose
from generator.check.prosa import Renglon, textos
from generator.check.todo import Todo

_DOBLE = re.compile(r"(?<![\w-])([^\W\d_]+)(?= +([^\W\d_]+)(?![\w-]))")
_TRAS_PUNTO = re.compile(r"(?<![\w-])([^\W\d_]{4,})(?=\. +([^\W\d_]+)(?![\w-]))")
ENFATICAS = frozenset(("muy", "casi", "sí", "no", "tan", "así", "ya", "nada", "poco", "todo"))
"""Words that Spanish doubles on purpose."""


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for renglon in textos(todo):
        yield from _dobles(renglon)


def _dobles(renglon: Renglon) -> Iterator[Diagnostic]:
    """The first word of a line that is said twice, in lower case: «Veracruz Veracruz» may be a
    city and its state, and «A a», a vitamin and a preposition.
    """
    for found in _DOBLE.finditer(renglon.texto):
        first, second = found.groups()
        letter = len(first) == 1 and first.isupper()
        if second == first.lower() and second not in ENFATICAS and not letter:
            yield diagnose("TXT-008", renglon.span(found.start()), palabras=f"{first} {second}")
            return
    for found in _TRAS_PUNTO.finditer(renglon.texto):
        first, second = found.groups()
        if second == first.lower():
            yield diagnose("TXT-008", renglon.span(found.start()), palabras=f"{first}. {second}")
            return
