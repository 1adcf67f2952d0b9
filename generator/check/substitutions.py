"""A printed sustitución, read as arithmetic: what it gives as it is written, and what it says."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from generator.base.numbers import NumberError, Numero, parse, rounded
from generator.model.formula import (
    Formula,
    FormulaError,
    Numeral,
    Undefined,
    evaluate,
    read_formula,
    terms,
)

_SIGNS = "0123456789 ,.()[]+-−–*×xX/÷%"
_START = re.compile(r"[(\[.0-9]")
_OPERATOR = re.compile(r"[+\-−–*×/÷]|[0-9] ?[xX] ?[0-9]|\) ?[xX]")
_RESULT = re.compile(r"([-−]?[0-9,.]*[0-9]) ?%? ?(?:p/)?")
_NUMBER = re.compile(r"[0-9][0-9,.]*|\.[0-9]+")
_SYMBOL = re.compile(r"[a-z][a-z0-9_]*")
_TIMES = re.compile(r"(?<=[0-9)\]%]) ?[xX] ?(?=[0-9(\[.])")


@dataclass(frozen=True)
class Impresa:
    """`valor`, what the arithmetic gives; `resultado`, what follows the last equals sign."""

    valor: Fraction
    resultado: Numero | None
    cuenta: str = ""
    """The arithmetic, as it was evaluated."""


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


def used(text: str) -> tuple[str, ...]:
    """The numbers, as printed, of the first arithmetic of `text`: those put in the formula's place;
    what follows its equals sign comes from them.
    """
    for piece in text.split("=")[:-1] or [text]:
        found = _tail(" ".join(piece.split()).rstrip("%"))
        if _OPERATOR.search(found):
            return tuple(number.rstrip(".,") for number in _NUMBER.findall(found))
    return ()


def missing(read: Impresa, formula: Formula, values: Mapping[str, str], gives: Fraction) -> str:
    """What the printed arithmetic lacks of the formula, in Spanish; nothing when it cannot be told.
    `values` are those of its names, as printed; `gives`, what the formula does.
    """
    said = read.resultado
    if said is None:
        return ""
    for each in terms(formula.arbol):
        if isinstance(each, Numeral):
            times = rounded(read.valor * each.valor, said.decimales)
            if times == said.valor:
                return f", a la que le falta × {each.texto},"
    whole = _SYMBOL.sub(lambda found: values.get(found[0], found[0]), formula.texto)
    alike = _without_marks(whole) == _without_marks(read.cuenta)
    if alike and rounded(gives, said.decimales) == said.valor:
        return f", a la que le faltan paréntesis [{whole}],"
    return ""


def _without_marks(arithmetic: str) -> tuple[tuple[str, ...], str]:
    """Its numbers and its signs, without parentheses."""
    plain = re.sub(r"[0-9.,()\[\]\s]", "", arithmetic)
    numbers = (number.rstrip(",.") for number in _NUMBER.findall(arithmetic))
    return tuple(map(_bare, numbers)), plain.translate(str.maketrans("*xX/-", "×××÷−"))


def _bare(number: str) -> str:
    """A number without what it may be printed with or without: 0.10, .1."""
    whole, point, decimals = number.replace(",", "").rpartition(".")
    return f"{whole.lstrip('0')}.{decimals.rstrip('0')}" if point else f"{number.lstrip('0')}."


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
        return Impresa(evaluate(read_formula(text), {}), result, text)
    except FormulaError as error:
        return Ilegible(str(error).partition(";")[0])
    except Undefined:
        return Ilegible("divide entre cero")
