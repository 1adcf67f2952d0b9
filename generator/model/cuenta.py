"""The value of an expression or a comparison: exact, with the figures that entered."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from fnmatch import fnmatchcase
from fractions import Fraction

from generator.base.diagnostic import near
from generator.base.numbers import decimal_text, rounded
from generator.model.expresion import PORCENTUALES, Comparacion, Expresion, Hoja
from generator.model.formula import (
    Nombre,
    Numeral,
    Operacion,
    Parentesis,
    Termino,
    Undefined,
    evaluate,
    terms,
)
from generator.model.medida import (
    DIAS,
    NADA,
    PORCENTAJE,
    Medida,
    SinMedida,
    common,
    measured,
    same_kind,
)
from generator.model.registro import Cifra, Clase, Registro


class Desconocida(ValueError):
    """An address that no figure has; the argument is the address."""


class SinValor(ValueError):
    """A figure that is ND or NA; the argument is its address."""


def alike(unknown: str, registro: Registro, institucion: str) -> str:
    """What was probably meant by an address that no figure has."""
    for dash in re.finditer("-", unknown):
        left, right = unknown[: dash.start()], unknown[dash.end() :]
        if all(registro.buscar(side, institucion) for side in (left, right)):
            return f" Si es una resta, el menos va entre espacios: {left} - {right}."
    return near(unknown, (cifra.corta for cifra in registro))


@dataclass(frozen=True)
class Cuenta:
    """The exact value of an expression and the figures that entered."""

    valor: Fraction
    partes: tuple[Cifra, ...]
    medida: Medida
    decimales: int
    """Those it is printed with, if nothing else is asked for."""
    impresos: int | None
    """The decimals of the one figure or number that it is; None when it was computed."""
    preliminar: bool

    @property
    def sola(self) -> Cifra | None:
        """The figure, when the expression is just that."""
        one = len(self.partes) == 1 and self.impresos is not None
        return self.partes[0] if one else None

    @property
    def texto(self) -> str:
        """As a finding tells it."""
        if not self.partes:
            return decimal_text(self.valor, self.decimales, locale="es_MX", grouped=True)
        return (self.sola or self.cifra("")).completa

    def cifra(self, texto: str) -> Cifra:
        """The value as a figure of its own, in the style of the first that entered."""
        return replace(
            self.partes[0],
            direccion=f"={texto}",
            valor=self.valor,
            clase=self._clase,
            nombre=f"Calculado en el texto: {texto}",
            decimales=self.decimales,
            miles=True,
            apostrofo=all(part.apostrofo for part in self.partes),
            operador="",
            unidad=self._unidad,
            prefijo=self.medida.prefijo,
            estado="p/" if self.preliminar else "",
            marcas=(),
            guion=False,
            medida="",
            nota="",
            operacion="fórmula",
            partes=tuple(part.direccion for part in self.partes),
            ficha="",
        )

    @property
    def _clase(self) -> Clase:
        if self.medida.fecha:
            return "fecha"
        return "presupuesto" if self.medida.presupuesto else "dato"

    @property
    def _unidad(self) -> str:
        one_day = self.medida == DIAS and abs(self.valor) == 1
        return "día" if one_day else self.medida.unidad


# ── the value ──


def compute(expresion: Expresion, registro: Registro, institucion: str) -> Cuenta:
    """What `expresion` gives. Raises Desconocida, SinValor, SinMedida, Undefined."""
    leaves = expresion.hojas
    figures = {symbol: _cited(leaf, registro, institucion) for symbol, leaf in leaves.items()}
    values = {symbol: _value(leaf.nombre, figures[symbol]) for symbol, leaf in leaves.items()}
    measures = {symbol: _measure(leaf.nombre, figures[symbol]) for symbol, leaf in leaves.items()}
    made = Cuenta(
        evaluate(expresion.arbol, values),
        tuple(cifra for found in figures.values() for cifra in found),
        measured(expresion.arbol, measures),
        _decimals(expresion, figures),
        _printed(expresion, figures),
        any(
            cifra.estado == "p/"
            for symbol, leaf in leaves.items()
            if leaf.nombre != "cuenta"
            for cifra in figures[symbol]
        ),
    )
    return _in_calendar(made)


def _in_calendar(made: Cuenta) -> Cuenta:
    """Itself; a date that is no day raises SinMedida."""
    last = date.max.toordinal()
    if made.medida.fecha and not (made.valor.denominator == 1 and 1 <= made.valor <= last):
        raise SinMedida("el resultado no es un día del calendario")
    return made


def _cited(leaf: Hoja, registro: Registro, institucion: str) -> list[Cifra]:
    return [c for each in leaf.direcciones for c in _figures(each, registro, institucion)]


def _figures(address: str, registro: Registro, institucion: str) -> list[Cifra]:
    if "*" not in address:
        cifra = registro.buscar(address, institucion)
        if cifra is None:
            raise Desconocida(address)
        return [cifra]
    for prefix in (f"{institucion}.", f"{institucion}.ind.", ""):
        if found := [c for c in registro if _fits(c.direccion, prefix + address)]:
            return found
    raise Desconocida(address)


def _fits(address: str, pattern: str) -> bool:
    """Whether a pattern takes an address; `*` is never several parts, nor a table's total."""
    if address.count(".") != pattern.count(".") or not fnmatchcase(address, pattern):
        return False
    place, asked = address.split("."), pattern.split(".")
    closing = place[1] == "cuadro" and len(place) > 3 and place[3] == "total"
    return not (closing and "*" in asked[3])


def _value(function: str, figures: list[Cifra]) -> Fraction:
    if function == "cuenta":
        return Fraction(len(figures))
    missing = next((cifra for cifra in figures if cifra.valor is None), None)
    if missing:
        raise SinValor(missing.corta)
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


def _measure(function: str, figures: list[Cifra]) -> Medida:
    if function == "cuenta":
        return NADA
    if function in (*PORCENTUALES, "suma", "promedio") and any(c.es_fecha for c in figures):
        raise SinMedida(f"{function}(…) no admite fechas")
    return PORCENTAJE if function in PORCENTUALES else common(figures)


# ── how it is printed ──


def _decimals(expresion: Expresion, figures: Mapping[str, list[Cifra]]) -> int:
    names = {leaf.nombre for leaf in expresion.hojas.values()}
    if names & set(PORCENTUALES) or _divides(expresion.arbol):
        return 1
    if not figures:
        return max(_typed(t) for t in terms(expresion.arbol) if isinstance(t, Numeral))
    added = [c for symbol, found in figures.items() for c in _kept(expresion, symbol, found)]
    most = max((cifra.decimales for cifra in added), default=0)
    return max(most, 1) if "promedio" in names else most


def _kept(expresion: Expresion, symbol: str, found: list[Cifra]) -> list[Cifra]:
    """The figures whose decimals the value has: not those only counted."""
    return [] if expresion.hojas[symbol].nombre == "cuenta" else found


def _divides(tree: Termino) -> bool:
    return any(isinstance(t, Operacion) and t.signo == "÷" for t in terms(tree))


def _typed(number: Numeral) -> int:
    return len(number.texto.partition(".")[2])


def _printed(expresion: Expresion, figures: Mapping[str, list[Cifra]]) -> int | None:
    """The decimals of an expression that is one figure or number, as it was printed."""
    tree = expresion.arbol
    while isinstance(tree, Parentesis):
        tree = tree.dentro
    match tree:
        case Numeral():
            return _typed(tree)
        case Nombre() if not expresion.hojas[tree.id].nombre:
            return figures[tree.id][0].decimales
    return None


# ── the comparison ──


def holds(comparacion: Comparacion, registro: Registro, institucion: str) -> bool:
    """Whether it is true of the figures. Raises Desconocida, SinValor, SinMedida, Undefined."""
    left = compute(comparacion.izquierda, registro, institucion)
    right = compute(comparacion.derecha, registro, institucion)
    same_kind(left.medida, right.medida)
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
    decimals = _common(left, right)
    return rounded(one, decimals) == rounded(other, decimals)


def _common(left: Cuenta, right: Cuenta) -> int:
    """The decimals that both sides can be told with: the fewest that either was printed with."""
    printed = [side.impresos for side in (left, right) if side.impresos is not None]
    return min(printed or (left.decimales, right.decimales))
