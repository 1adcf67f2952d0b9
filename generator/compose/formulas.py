"""A formula's tree → the way it is written, with names or with the values of a year."""

from collections.abc import Callable, Mapping

from generator.document.formulas import Cadena, Entre, Escrita, Formula, Fraccion, Hoja
from generator.document.nodes import Cifra
from generator.model import formula as f
from generator.model.registro import Cifra as Figure

Hojas = Callable[[str], str]


def with_names(formula: f.Formula, names: Mapping[str, str]) -> Formula:
    """The method, in words: each variable by its `names`."""
    return _written(formula, lambda id_: names.get(id_, id_))


def with_values(
    formula: f.Formula, values: Mapping[str, Figure], result: Cifra | None = None
) -> Formula:
    """The sustitución: each variable by its figure of the year."""
    return _written(formula, lambda id_: values[id_].texto(), result)


def alone(result: Cifra) -> Formula:
    """A formula that is one variable: its value is the result."""
    return Formula(Cadena(()), f"{result.texto} {result.marca}".rstrip(), result)


def _written(formula: f.Formula, leaf: Hojas, result: Cifra | None = None) -> Formula:
    tree = _bare(formula.arbol)
    said = _said(tree, leaf)
    if result:
        said = f"{said} = {result.texto}{f' {result.marca}' if result.marca else ''}"
    return Formula(_shape(tree, leaf), said, result)


def _bare(term: f.Termino) -> f.Termino:
    """Without the parentheses around the whole."""
    return _bare(term.dentro) if isinstance(term, f.Parentesis) else term


def _is_fraction(term: f.Termino) -> bool:
    return isinstance(term, f.Operacion) and term.signo == "÷"


def _shape(term: f.Termino, leaf: Hojas) -> Escrita:
    match term:
        case f.Numeral():
            return Hoja(term.texto)
        case f.Nombre():
            return Hoja(leaf(term.id))
        case f.Opuesto():
            return Cadena((Hoja("−"), _shape(term.de, leaf)))
        case f.Parentesis():
            inside = _shape(term.dentro, leaf)
            return inside if _is_fraction(term.dentro) else Entre(inside)
        case f.Operacion():
            return _operation(term, leaf)


def _operation(term: f.Operacion, leaf: Hojas) -> Escrita:
    if term.signo == "÷":
        return Fraccion(_shape(_bare(term.izquierda), leaf), _shape(_bare(term.derecha), leaf))
    left, right = _shape(term.izquierda, leaf), _shape(term.derecha, leaf)
    return Cadena((*_pieces(left), Hoja(term.signo), *_pieces(right)))


def _pieces(written: Escrita) -> tuple[Escrita, ...]:
    """A chain within a chain reads as one."""
    return written.partes if isinstance(written, Cadena) else (written,)


def _said(term: f.Termino, leaf: Hojas) -> str:
    match term:
        case f.Numeral():
            return term.texto
        case f.Nombre():
            return leaf(term.id)
        case f.Opuesto():
            return f"−{_said(term.de, leaf)}"
        case f.Parentesis():
            return f"({_said(term.dentro, leaf)})"
        case f.Operacion():
            return f"{_said(term.izquierda, leaf)} {term.signo} {_said(term.derecha, leaf)}"
