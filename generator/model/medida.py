"""What the value of an expression measures, from what its figures do.

Only like things are added: the unit stays where all the terms have it, is lost in a product of two
units, and cancels in a quotient of one by itself. A difference of percentages is in points.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from generator.model.formula import Nombre, Numeral, Operacion, Opuesto, Parentesis, Termino
from generator.model.registro import Cifra


@dataclass(frozen=True)
class Medida:
    """What a number measures: its unit and sign, and whether it is money of a budget."""

    unidad: str = ""
    prefijo: str = ""
    presupuesto: bool = False


NADA = Medida()
PORCENTAJE = Medida("%")
PUNTOS = Medida("puntos porcentuales")


def common(figures: Collection[Cifra]) -> Medida:
    """What all the figures measure; nothing, where they differ."""
    units = {cifra.unidad for cifra in figures}
    prefixes = {cifra.prefijo for cifra in figures}
    return Medida(
        units.pop() if len(units) == 1 else "",
        prefixes.pop() if len(prefixes) == 1 else "",
        all(cifra.clase == "presupuesto" for cifra in figures),
    )


def measured(tree: Termino, measures: Mapping[str, Medida]) -> Medida:
    """What `tree` measures, from the measure of each of its names."""
    match tree:
        case Numeral():
            return NADA
        case Nombre():
            return measures[tree.id]
        case Parentesis():
            return measured(tree.dentro, measures)
        case Opuesto():
            return measured(tree.de, measures)
        case Operacion():
            left, right = measured(tree.izquierda, measures), measured(tree.derecha, measures)
            return _operated(tree.signo, left, right)


def _operated(sign: str, left: Medida, right: Medida) -> Medida:
    if sign == "÷":
        return left if right == NADA else NADA
    if NADA in (left, right):
        return right if left == NADA else left
    if sign == "×":
        return NADA
    if {left, right} == {PORCENTAJE, PUNTOS}:
        return PORCENTAJE
    if left != right:
        return NADA
    return PUNTOS if sign == "−" and left == PORCENTAJE else left
