"""The value of a formula: exact fractions, nothing rounded, nothing executed."""

from collections.abc import Mapping
from fractions import Fraction

from generator.model.formula import Nombre, Numeral, Operacion, Opuesto, Parentesis, Termino


class Undefined(ArithmeticError):
    """The formula divides by zero."""


def evaluate(tree: Termino, values: Mapping[str, Fraction]) -> Fraction:
    """The exact value of `tree` with the variables' `values`, one for each name.

    Raises Undefined for a division by zero; KeyError for a name without value.
    """
    match tree:
        case Numeral():
            return tree.valor
        case Nombre():
            return values[tree.id]
        case Parentesis():
            return evaluate(tree.dentro, values)
        case Opuesto():
            return -evaluate(tree.de, values)
        case Operacion():
            left, right = evaluate(tree.izquierda, values), evaluate(tree.derecha, values)
            return _operate(tree.signo, left, right)


def _operate(sign: str, left: Fraction, right: Fraction) -> Fraction:
    match sign:
        case "+":
            return left + right
        case "−":
            return left - right
        case "×":
            return left * right
    if not right:
        raise Undefined
    return left / right
