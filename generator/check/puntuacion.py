"""No space comes before a comma, a full stop or a colon."""

import re
from collections.abc import Iterator

from generator.base.diagnostic import Diagnostic, diagnose
from generator.check.prosa import sin_direcciones, textos
from generator.check.todo import Todo

_ESPACIO = re.compile(r"(?<=[^\W_]) {1,9}([,;:.!?])(?=\s|$)(?! [0-9])")


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for renglon in textos(todo):
        for found in _ESPACIO.finditer(sin_direcciones(renglon.texto)):
            yield diagnose("TXT-010", renglon.span(found.start()), signo=found[1])
