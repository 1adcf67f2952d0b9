"""A printed sustitución, read as arithmetic: what it gives as it is written, and what it says."""

import re
from dataclasses import dataclass
from fractions import Fraction

from generator.base.numbers import NumberError, Numero, parse
from generator.model.formula import FormulaError, Undefined, evaluate, read_formula

_ARITHMETIC = re.compile(r"[(\[.\d][\d\s,.()\[\]+\-−–*×xX/÷%]*$")
_OPERATOR = re.compile(r"[+\-−–*×/÷]|\d\s*[xX]\s*\d|\)\s*[xX]")
_RESULT = re.compile(r"\s*([-−]?[\d,.]*\d)\s*%?\s*(?:p/)?\s*")
_TIMES = re.compile(r"(?<=[\d)\]%])\s*[xX]\s*(?=[\d(\[.])")


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
    pieces = text.split("=")
    result = _number(pieces[-1]) if len(pieces) > 1 else None
    for piece in reversed(pieces[:-1] if result else pieces):
        found = _ARITHMETIC.search(piece.strip().rstrip("%"))
        if found and _OPERATOR.search(found[0]):
            return _evaluated(found[0], result)
    return None


def _number(piece: str) -> Numero | None:
    match = _RESULT.fullmatch(piece)
    try:
        return parse(match[1]) if match else None
    except NumberError:
        return None


def _evaluated(arithmetic: str, result: Numero | None) -> Impresa | Ilegible:
    text = _TIMES.sub(" × ", arithmetic.replace("–", "−"))
    try:
        return Impresa(evaluate(read_formula(text), {}), result)
    except FormulaError as error:
        return Ilegible(str(error))
    except Undefined:
        return Ilegible("divide entre cero")
