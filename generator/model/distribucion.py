"""The printed distribution of a follow-up: how its cells are read, and which cannot be counted."""

import re

from generator.model.seguimiento import PERDIDO, IndicadorSeguido, Seguimiento

_CELDA = re.compile(r"([0-9]+)(?:, ([0-9]+)%)?")


def celda_impresa(texto: str) -> tuple[int, int | None] | None:
    """The count and the percentage that a printed cell states: «5, 33%»; None if it is none."""
    found = _CELDA.fullmatch(texto.strip())
    return (int(found[1]), int(found[2]) if found[2] else None) if found else None


def sin_enfoque(seguimiento: Seguimiento, avance: str) -> tuple[IndicadorSeguido, ...]:
    """The indicators of a category whose enfoque the source lost."""
    own = (i for i in seguimiento.indicadores if i.avance_sexenal == avance)
    return tuple(i for i in own if i.enfoque == PERDIDO)
