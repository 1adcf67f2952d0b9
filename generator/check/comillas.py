"""A narrative keeps one kind of quotation marks: straight ones are not mixed with the others."""

import re
from collections.abc import Iterator

from generator.base.diagnostic import Diagnostic, diagnose
from generator.check.prosa import renglones, rutas
from generator.check.todo import Todo

_TIPOGRAFICAS = re.compile("[“”«»]")


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        for ruta in rutas(leida):
            yield from _archivo(todo, ruta)


def _archivo(todo: Todo, ruta: str) -> Iterator[Diagnostic]:
    """Once for each file: its first straight mark, if it also has the others."""
    lines = renglones(ruta, todo.textos)
    straight = next((line for line in lines if '"' in line.texto), None)
    if straight and any(_TIPOGRAFICAS.search(line.texto) for line in lines):
        yield diagnose("TXT-007", straight.span(straight.texto.index('"')))
