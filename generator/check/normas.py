"""A text that tells when a norm was approved gives the date of the legal framework."""

import re
from collections.abc import Iterator

from generator.base.diagnostic import Diagnostic, diagnose
from generator.check.nombres import palabras
from generator.check.prosa import Renglon, narrativa
from generator.check.todo import Todo
from generator.model.leido import Leido
from generator.model.marco_legal import MarcoLegal

_APROBADA = re.compile(
    r"\b(?:aprobad|oficializad|emitid|expedid)[oa]s?\b[^.;()]{0,60}?\b((?:19|20)[0-9]{2})\b"
)
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
PALABRAS = 4
"""Words of a norm's name by which a text names it."""
CERCA = 200
"""Characters before the date in which it is named."""


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        marco = leida.marco_legal
        if marco and not marco.reparado:
            for renglon in narrativa(todo, leida):
                yield from _renglon(renglon, marco)


def _renglon(renglon: Renglon, marco: Leido[MarcoLegal]) -> Iterator[Diagnostic]:
    for found in _APROBADA.finditer(renglon.texto):
        before = palabras(renglon.texto[max(0, found.start() - CERCA) : found.start()])
        for norma in marco.valor.normas:
            name = palabras(norma.nombre)[:PALABRAS]
            years = _YEAR.findall(norma.aprobada or "")
            if years and len(name) == PALABRAS and _dentro(name, before) and found[1] not in years:
                data = {"nombre": norma.nombre, "fecha": norma.aprobada, "lugar": marco.ruta}
                yield diagnose("DUP-004", renglon.span(found.start()), texto=found[0], **data)


def _dentro(name: tuple[str, ...], text: tuple[str, ...]) -> bool:
    size = len(name)
    return any(text[n : n + size] == name for n in range(len(text) - size + 1))
