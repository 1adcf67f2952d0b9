"""The method as it is printed, read as arithmetic, is the formula that gives the result."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from generator.base.diagnostic import Diagnostic, diagnose
from generator.check.todo import Todo
from generator.model.ficha import Ficha
from generator.model.formula import (
    Formula,
    FormulaError,
    Nombre,
    Numeral,
    Operacion,
    Termino,
    Undefined,
    evaluate,
    read_formula,
    terms,
)
from generator.model.leido import Leido

_SIGN = re.compile(r"\s*(/|÷|[()\[\]]|(?<=[\s)\]])[-−–+*×xX](?=[\s(\[0-9.]))\s*")
_NUMBER = re.compile(r"(?:[0-9][0-9, ]*(?:\.[0-9]+)?|\.[0-9]+)%?\.?")
_SAME = str.maketrans("–*xX/", "−×××÷")
PRIMOS = (101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167, 173, 179)
"""Values that no two arithmetics give alike by chance."""


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        for leido in leida.fichas.values():
            formula = leido.valor.metodo.formula
            known = {variable.id for variable in leido.valor.variables}
            if formula and not leido.reparado and known.issuperset(formula.nombres):
                yield from _metodo(leido, formula)


def _metodo(leido: Leido[Ficha], formula: Formula) -> Iterator[Diagnostic]:
    tree = _leido(leido.valor.metodo.texto)
    if tree is None or not any(isinstance(term, Operacion) for term in terms(tree)):
        return
    lack = _falta(tree, formula.arbol)
    if lack:
        place = leido.span("metodo", "texto")
        data = {"ficha": leido.valor.clave, "formula": formula.texto}
        yield diagnose("SUS-002", place, falta=lack, **data)


def _leido(text: str) -> Termino | None:
    """The tree of a method in words: each run of them is a variable, v0, v1…"""
    pieces, names = [], 0
    for piece in _SIGN.split(text.rpartition("=")[2].strip().rstrip(".")):
        if not piece.strip() or _SIGN.fullmatch(f" {piece} ") or piece.translate(_SAME) in "−×÷+":
            pieces.append(piece.translate(_SAME))
        elif _NUMBER.fullmatch(piece.strip()):
            pieces.append(piece.replace(" ", "").rstrip("%."))
        else:
            pieces.append(f"v{names}")
            names += 1
    try:
        return read_formula(" ".join(pieces))
    except FormulaError:
        return None


def _falta(said: Termino, formula: Termino) -> str:
    """What the one that is said lacks of the formula; nothing when they are the same."""
    if _signos(said) == _signos(formula):
        same = _evaluado(said) == _evaluado(formula)
        return "" if same else "le faltan paréntesis"
    numbers = [t.texto for t in terms(formula) if isinstance(t, Numeral)]
    there = [t.valor for t in terms(said) if isinstance(t, Numeral)]
    gone = [text for text in numbers if Fraction(text.replace(",", "")) not in there]
    if len(_nombres(said)) < len(_nombres(formula)):
        return "le faltan términos"
    return f"le falta × {gone[0]}" if gone and len(_nombres(said)) == len(_nombres(formula)) else ""


def _nombres(tree: Termino) -> list[str]:
    return [term.id for term in terms(tree) if isinstance(term, Nombre)]


def _signos(tree: Termino) -> list[object]:
    """Its numbers and variables in reading order, without parentheses."""
    leaves: list[object] = [
        term.valor if isinstance(term, Numeral) else "variable"
        for term in terms(tree)
        if isinstance(term, Numeral | Nombre)
    ]
    return [*leaves, *sorted(term.signo for term in terms(tree) if isinstance(term, Operacion))]


def _evaluado(tree: Termino) -> Fraction | None:
    values: Mapping[str, Fraction] = {
        name: Fraction(prime)
        for name, prime in zip(dict.fromkeys(_nombres(tree)), PRIMOS, strict=False)
    }
    try:
        return evaluate(tree, values)
    except (Undefined, KeyError):
        return None
