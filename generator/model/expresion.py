"""What an editor may compute or affirm with figures, written as in a spreadsheet.

    =dato.camas-2024 - dato.camas-2018          =suma(cuadro.obras.*.avance)
    =variacion(2-1.resultado.2022, 2-1.resultado.2023)
    dato.camas-2024 > dato.camas-2018           dato.total ≈ dato.a + dato.b

Figures by address, numbers, `+ - × ÷` and parentheses, and functions of addresses: suma, cuenta,
maximo, minimo, promedio (a `*` stands for any part of an address), variacion(antes, después) and
proporcion(parte, todo), both in percent. A minus between addresses goes between spaces.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fnmatch import fnmatchcase
from fractions import Fraction

from generator.base.numbers import rounded
from generator.model.formula import (
    FormulaError,
    Operacion,
    Termino,
    Undefined,
    evaluate,
    read_formula,
    terms,
)
from generator.model.registro import Cifra, Registro

FUNCIONES = ("suma", "cuenta", "maximo", "minimo", "promedio", "variacion", "proporcion")
MAX_LENGTH = 1000
_ADDRESS = r"(?=[0-9.-]*[a-z])[a-z0-9][a-z0-9_-]*(?:\.[A-Za-z0-9_*-]+)+"
_LEAF = re.compile(rf"(?P<nombre>[a-z]+)\((?P<args>[^()]*)\)|(?P<direccion>{_ADDRESS})")
_SIGN = re.compile(r" (>=|<=|≥|≤|>|<|=|≠|≈) ")
_SAME = {">=": "≥", "<=": "≤"}
_PERCENT = ("variacion", "proporcion")


class Desconocida(ValueError):
    """An address that no figure has; the argument is the address."""


class SinValor(ValueError):
    """A figure that is ND or NA; the argument is its address."""


@dataclass(frozen=True)
class Hoja:
    """A figure, or a function of several: `nombre` is then the function's."""

    direcciones: tuple[str, ...]
    nombre: str = ""


@dataclass(frozen=True)
class Expresion:
    texto: str
    arbol: Termino
    hojas: Mapping[str, Hoja]
    """Symbol in the tree → what it stands for."""


@dataclass(frozen=True)
class Comparacion:
    """Two expressions and the sign between them; ≈ is equal as printed."""

    texto: str
    izquierda: Expresion
    signo: str
    derecha: Expresion


@dataclass(frozen=True)
class Cuenta:
    """The exact value of an expression and the figures that entered."""

    valor: Fraction
    partes: tuple[Cifra, ...]
    porcentaje: bool
    decimales: int

    @property
    def unidad(self) -> str:
        """That of its parts, when they all have it."""
        units = {cifra.unidad for cifra in self.partes}
        return "%" if self.porcentaje else units.pop() if len(units) == 1 else ""


def read_expression(text: str) -> Expresion:
    """The expression that `text` states. Raises FormulaError."""
    if len(text) > MAX_LENGTH:
        raise FormulaError(f"tiene {len(text)} caracteres; el máximo es {MAX_LENGTH}")
    leaves: dict[str, Hoja] = {}

    def symbol(found: re.Match[str]) -> str:
        leaves[f"c{len(leaves)}"] = _leaf(found)
        return f"c{len(leaves) - 1}"

    return Expresion(text, read_formula(_LEAF.sub(symbol, text)), leaves)


def read_comparison(text: str) -> Comparacion:
    """The comparison that `text` states. Raises FormulaError."""
    pieces = _SIGN.split(text)
    if len(pieces) != 3:
        raise FormulaError("debe comparar dos cosas con >, <, ≥, ≤, =, ≠ o ≈, entre espacios")
    left, sign, right = pieces
    return Comparacion(text, read_expression(left), _SAME.get(sign, sign), read_expression(right))


def _leaf(found: re.Match[str]) -> Hoja:
    if found["direccion"]:
        return Hoja((found["direccion"],))
    if found["nombre"] not in FUNCIONES:
        raise FormulaError(
            f"no hay ninguna función «{found['nombre']}»: hay {', '.join(FUNCIONES)}"
        )
    args = tuple(arg.strip() for arg in found["args"].split(","))
    wrong = next((arg for arg in args if not re.fullmatch(_ADDRESS, arg)), None)
    if wrong is not None:
        raise FormulaError(f"«{wrong}» no es la dirección de una cifra")
    if found["nombre"] in _PERCENT and len(args) != 2:
        raise FormulaError(f"{found['nombre']} compara dos cifras y aquí hay {len(args)}")
    return Hoja(args, found["nombre"])


# ── the value ──


def compute(expresion: Expresion, registro: Registro, institucion: str) -> Cuenta:
    """What `expresion` gives. Raises Desconocida, SinValor, Undefined."""
    figures = {
        symbol: [c for each in leaf.direcciones for c in _figures(each, registro, institucion)]
        for symbol, leaf in expresion.hojas.items()
    }
    values = {
        symbol: _value(leaf.nombre, figures[symbol]) for symbol, leaf in expresion.hojas.items()
    }
    parts = tuple(cifra for found in figures.values() for cifra in found)
    percent = any(leaf.nombre in _PERCENT for leaf in expresion.hojas.values())
    decimals = 1 if percent or _divides(expresion.arbol) else _decimals(expresion, parts)
    return Cuenta(evaluate(expresion.arbol, values), parts, percent, decimals)


def _figures(address: str, registro: Registro, institucion: str) -> list[Cifra]:
    if "*" not in address:
        cifra = registro.buscar(address, institucion)
        if cifra is None:
            raise Desconocida(address)
        return [cifra]
    pattern = f"{institucion}.{address}"
    depth = pattern.count(".")
    found = [
        cifra
        for cifra in registro
        if cifra.direccion.count(".") == depth
        and fnmatchcase(cifra.direccion, pattern)
        and ".total." not in cifra.direccion
    ]
    if not found:
        raise Desconocida(address)
    return found


def _value(function: str, figures: list[Cifra]) -> Fraction:
    if function == "cuenta":
        return Fraction(len(figures))
    missing = next((cifra for cifra in figures if cifra.valor is None), None)
    if missing:
        raise SinValor(missing.direccion)
    values = [cifra.fraccion for cifra in figures]
    match function:
        case "suma":
            return sum(values, Fraction(0))
        case "promedio":
            return sum(values, Fraction(0)) / len(values)
        case "maximo":
            return max(values)
        case "minimo":
            return min(values)
        case "variacion":
            return _percent(values[1] - values[0], abs(values[0]))
        case "proporcion":
            return _percent(values[0], values[1])
    return values[0]


def _percent(part: Fraction, whole: Fraction) -> Fraction:
    if not whole:
        raise Undefined
    return part / whole * 100


def _divides(tree: Termino) -> bool:
    return any(isinstance(t, Operacion) and t.signo == "÷" for t in terms(tree))


def _decimals(expresion: Expresion, parts: tuple[Cifra, ...]) -> int:
    counted = all(leaf.nombre == "cuenta" for leaf in expresion.hojas.values())
    return 0 if counted else max((cifra.decimales for cifra in parts), default=0)


def holds(comparacion: Comparacion, registro: Registro, institucion: str) -> bool:
    """Whether it is true of the figures. Raises Desconocida, SinValor, Undefined."""
    left = compute(comparacion.izquierda, registro, institucion)
    right = compute(comparacion.derecha, registro, institucion)
    one, other = left.valor, right.valor
    match comparacion.signo:
        case ">":
            return one > other
        case "<":
            return one < other
        case "≥":
            return one >= other
        case "≤":
            return one <= other
        case "=":
            return one == other
        case "≠":
            return one != other
    return as_printed(one, left.decimales) == as_printed(other, left.decimales)


def as_printed(value: Fraction, decimals: int) -> Decimal:
    """`value` rounded once, half away from zero, to the decimals that are printed."""
    return rounded(value, decimals)
