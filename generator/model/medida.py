"""What the value of an expression measures, from what its figures do.

Only like things are added: the unit stays where all the terms have it, is lost in a product of two
units, and cancels in a quotient of one by itself. A difference of percentages is in points; one of
dates, in days, and nothing else is done with dates but to move them by days.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from generator.model.formula import (
    FormulaError,
    Nombre,
    Numeral,
    Operacion,
    Opuesto,
    Parentesis,
    Termino,
)
from generator.model.registro import Cifra


class SinMedida(FormulaError):
    """What is asked of dates means nothing; the argument says why, in Spanish."""


@dataclass(frozen=True)
class Medida:
    """What a number measures: its unit and sign, whether it is money of a budget or a day."""

    unidad: str = ""
    prefijo: str = ""
    presupuesto: bool = False
    fecha: bool = False


NADA = Medida()
PORCENTAJE = Medida("%")
PUNTOS = Medida("puntos porcentuales")
FECHA = Medida(fecha=True)
DIAS = Medida("días")
_TIEMPOS = (NADA, DIAS, Medida("día"))


def common(figures: Collection[Cifra]) -> Medida:
    """What all the figures measure; nothing, where they differ. Raises SinMedida."""
    dates = sum(cifra.es_fecha for cifra in figures)
    if dates:
        if dates < len(figures):
            raise SinMedida("mezcla fechas con otras cifras")
        return FECHA
    units = {cifra.unidad for cifra in figures}
    prefixes = {cifra.prefijo for cifra in figures}
    return Medida(
        units.pop() if len(units) == 1 else "",
        prefixes.pop() if len(prefixes) == 1 else "",
        all(cifra.clase == "presupuesto" for cifra in figures),
    )


def measured(tree: Termino, measures: Mapping[str, Medida]) -> Medida:
    """What `tree` measures, from the measure of each of its names. Raises SinMedida."""
    match tree:
        case Numeral():
            return NADA
        case Nombre():
            return measures[tree.id]
        case Parentesis():
            return measured(tree.dentro, measures)
        case Opuesto():
            return _operated("−", NADA, measured(tree.de, measures))
        case Operacion():
            left, right = measured(tree.izquierda, measures), measured(tree.derecha, measures)
            return _operated(tree.signo, left, right)


def _operated(sign: str, left: Medida, right: Medida) -> Medida:
    if FECHA in (left, right):
        return _dated(sign, left, right)
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


def _dated(sign: str, left: Medida, right: Medida) -> Medida:
    if sign == "−" and left == right:
        return DIAS
    if (sign in "+−" and left == FECHA and right in _TIEMPOS) or (sign == "+" and left in _TIEMPOS):
        return FECHA
    raise SinMedida("las fechas sólo se restan entre sí, o se les suman o restan días")


def same_kind(left: Medida, right: Medida) -> None:
    """Raises SinMedida where only one is a date."""
    if left.fecha != right.fecha:
        raise SinMedida("una fecha sólo se compara con otra, que también sea un dato")
