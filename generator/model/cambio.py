"""How a figure changed from one moment to another, and what share of a whole it is.

Both are exact until they are printed, once; neither is given where it would mislead: a value that
is missing, preliminary or cut short is not compared with a whole one.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from generator.base.numbers import decimal_text
from generator.model.registro import Cifra

Rumbo = Literal["sube", "baja", "igual", ""]


@dataclass(frozen=True)
class Cambio:
    """From one figure to another of the same thing."""

    desde: Cifra
    hasta: Cifra

    @property
    def motivo(self) -> str:
        """Why they cannot be compared, in Spanish; empty when they can."""
        for cifra in (self.desde, self.hasta):
            if cifra.valor is None:
                return f"no hay dato ({cifra.estado})"
            if cifra.estado == "p/":
                return "es una cifra preliminar"
        return ""

    @property
    def rumbo(self) -> Rumbo:
        """Where it went; nothing when it cannot be told."""
        if self.motivo:
            return ""
        apart = self.hasta.fraccion - self.desde.fraccion
        return "sube" if apart > 0 else "baja" if apart < 0 else "igual"

    @property
    def diferencia(self) -> str:
        """With its sign and the decimals of the finer of the two: +9.2, −1,205, 0."""
        if self.motivo:
            return ""
        decimals = max(self.desde.decimales, self.hasta.decimales)
        return _signed(self.hasta.fraccion - self.desde.fraccion, decimals, self.hasta)

    @property
    def porcentaje(self) -> str:
        """The change as a share of the first, with one decimal; nothing when that is zero."""
        if self.motivo or not self.desde.fraccion:
            return ""
        share = (self.hasta.fraccion - self.desde.fraccion) / abs(self.desde.fraccion)
        return f"{_signed(share * 100, 1, self.hasta)}%"


def parte(cifra: Cifra, total: Cifra) -> str:
    """What share of `total` a figure is, with one decimal; nothing when it cannot be told."""
    if cifra.valor is None or not total.valor:
        return ""
    share = cifra.fraccion / total.fraccion * 100
    if 0 < share < Fraction(1, 20):
        return f"menos de {_plain(Fraction(1, 10), cifra)}%"
    return f"{_plain(share, cifra)}%"


def _signed(value: Fraction | Decimal, decimals: int, like: Cifra) -> str:
    text = decimal_text(Fraction(value), decimals, locale=like.casa.locale, grouped=True)
    return f"+{text}" if value > 0 else text


def _plain(value: Fraction, like: Cifra) -> str:
    return decimal_text(value, 1, locale=like.casa.locale, grouped=True)
