"""Each parenthesis of the programming's texts is opened and closed.

One that closes an ordinal («a)», «1.º)») needs no other.
"""

import re
from collections.abc import Iterator
from typing import Any

from generator.base.diagnostic import Diagnostic, diagnose
from generator.check.todo import Todo
from generator.model.leido import Leido, Loc

_ORDINAL = re.compile(r"(?<![\w(])(?:[a-z]|[ivx]{1,5}|[0-9]{1,2}\.?[ºª°]?)\)")
LARGO = 60


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        every: tuple[Leido[Any], ...] = (
            *leida.indicadores,
            *leida.programaciones,
            *leida.instrumentos.values(),
            *leida.cuentas.values(),
            *leida.aprobaciones.values(),
            *([leida.marco_legal] if leida.marco_legal else []),
        )
        for leido in every:
            for loc, text in _textos(leido.valor.model_dump(), ()):
                if cause := _causa(text):
                    yield diagnose("TXT-016", leido.span(*loc), texto=_corto(text), causa=cause)


def _textos(value: object, loc: Loc) -> Iterator[tuple[Loc, str]]:
    """Every text of a file, with its place."""
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _textos(each, (*loc, key if isinstance(key, str) else str(key)))
    elif isinstance(value, list | tuple):
        for n, each in enumerate(value):
            yield from _textos(each, (*loc, n))


def _causa(text: str) -> str:
    depth = 0
    for sign in re.findall(r"[()]", _ORDINAL.sub("", text)):
        depth += 1 if sign == "(" else -1
        if depth < 0:
            return "se cierra un paréntesis que no se abrió"
    return "se abre un paréntesis que no se cierra" if depth else ""


def _corto(text: str) -> str:
    return text if len(text) <= LARGO else f"…{text[1 - LARGO :]}"
