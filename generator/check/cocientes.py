"""Methods in words read as quotients: what is divided, into what, and times how much."""

import re
from dataclasses import dataclass

from generator.base.text import bare
from generator.check.nombres import palabras

_POR = re.compile(r"(?:\*|\bx) ?[0-9][0-9,.]{0,9}%?")
"""Times a number: * 100, *100%, x 100."""
_ENTRE = re.compile(r"[/÷]|\bentre (?!el \d|los \d|las \d|\d)")
SIGNOS = str.maketrans("–−×·÷", "--**/")
"""Each sign as it is typed → the one of its operation."""
_VARIANTE = re.compile(r"\b(\w{1,40})/(?:as?|os?|es)\b|\by/o\b")
"""A slash that divides nothing: niños/as, y/o."""
_CUENTAN = frozenset(["cantidad", "monto", "n", "no", "sumatoria", "suma"])
"""Words that say how much of the thing that is named after them."""


@dataclass(frozen=True)
class Cociente:
    """A method that divides one thing by another, in lower case and without accents."""

    parte: str
    todo: str
    factor: bool
    """Whether it also multiplies by a number."""


def llano(metodo: str) -> str:
    """The method with one sign for each operation, in lower case, without accents."""
    plain = bare(metodo.translate(SIGNOS)).replace("[", "(").replace("]", ")")
    return re.sub(r"\s+", " ", _VARIANTE.sub(r"\1", plain))


def por_numero(metodo: str) -> bool:
    """Whether it multiplies by a number."""
    return _POR.search(llano(metodo)) is not None


def divide(metodo: str) -> bool:
    """Whether it divides something."""
    return _ENTRE.search(llano(metodo)) is not None


def cociente(metodo: str) -> Cociente | None:
    """The method as one quotient; None when it is none or several."""
    pieces = _ENTRE.split(_POR.sub(" ", llano(metodo)))
    if len(pieces) != 2 or not all(palabras(piece) for piece in pieces):
        return None
    parte, todo = (piece.strip(" ().*") for piece in pieces)
    return Cociente(parte, todo, por_numero(metodo))


def nucleo(text: str) -> str:
    """The thing that a term counts: usuario, in «número de usuarios satisfechos»."""
    return next((word for word in palabras(text) if word not in _CUENTAN), "")


def razon(metodo: str) -> bool:
    """Whether the method divides two different things: what it gives is no part of a whole."""
    found = cociente(metodo)
    return found is not None and nucleo(found.parte) not in palabras(found.todo)
