"""No Spanish word begins with the same vowel twice: «iintervenir»."""

import re
from collections.abc import Iterator

from generator.base.diagnostic import Diagnostic, diagnose
from generator.check.prosa import sin_direcciones, textos
from generator.check.todo import Todo

_DOBLE = re.compile(r"(?<![\w./-])(aa|ee|ii|uu)[a-záéíóúüñ]{2,40}(?![\w/-])")
"""Not «oo», that begins oocito and ooforectomía; nor capitals, that begin names: Aarón, IIEG."""


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for renglon in textos(todo):
        for found in _DOBLE.finditer(sin_direcciones(renglon.texto)):
            if not renglon.texto[found.end() :].startswith(":"):
                yield diagnose("TXT-017", renglon.span(found.start()), palabra=found[0])
