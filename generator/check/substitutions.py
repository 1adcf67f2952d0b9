"""A printed sustitución, read as arithmetic: what it gives as it is written, and what it says."""

import re
from dataclasses import dataclass
from fractions import Fraction

from generator.base.numbers import NumberError, Numero, parse
from generator.model.formula import FormulaError, Undefined, evaluate, read_formula

_SIGNS = "0123456789 ,.()[]+-−–*×xX/÷%"
_START = re.compile(r"[(\[.0-9]")
_OPERATOR = re.compile(r"[+\-−–*×/÷]|[0-9] ?[xX] ?[0-9]|\) ?[xX]")
_RESULT = re.compile(r"([-−]?[0-9,.]*[0-9]) ?%? ?(?:p/)?")
_TIMES = re.compile(r"(?<=[0-9)\]%]) ?[xX] ?(?=[0-9(\[.])")


@dataclass(frozen=True)
class Impresa:
    """`valor`, what the arithmetic gives; `resultado`, what follows the last equals sign."""

    valor: Fraction
    resultado: Numero | None


@dataclass(frozen=True)
class Ilegible:
    """It is arithmetic, but something in it cannot be read."""

    causa: str


def printed(text: str) -> Impresa | Ilegible | None:
    """The arithmetic at the end of `text`; None when it has none (ND, words)."""
    pieces = [" ".join(piece.split()) for piece in text.split("=")]
    result = _number(pieces[-1]) if len(pieces) > 1 else None
    for piece in reversed(pieces[:-1] if result else pieces):
        found = _tail(piece.rstrip("%"))
        if _OPERATOR.search(found):
            return _evaluated(found, result)
    return None


def _tail(piece: str) -> str:
    """The end of `piece` that is only figures and signs, from its first figure or parenthesis."""
    signs = piece[len(piece.rstrip(_SIGNS)) :]
    start = _START.search(signs)
    return signs[start.start() :] if start else ""


def _number(piece: str) -> Numero | None:
    match = _RESULT.fullmatch(piece)
    try:
        return parse(match[1]) if match else None
    except NumberError:
        return None


def _evaluated(arithmetic: str, result: Numero | None) -> Impresa | Ilegible:
    text = _TIMES.sub(" × ", arithmetic.replace("–", "−").replace("%", ""))
    try:
        return Impresa(evaluate(read_formula(text), {}), result)
    except FormulaError as error:
        return Ilegible(str(error).partition(";")[0])
    except Undefined:
        return Ilegible("divide entre cero")
