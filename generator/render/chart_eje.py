"""The axis of a series: from zero, four to six round marks, and a unit that keeps them short."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from generator.base.numbers import decimal_text

STEPS = (Fraction(1), Fraction(2), Fraction(5), Fraction(5, 2))
"""Times a power of ten; among equals, the first."""
SCALES = {
    3: "miles",
    6: "millones",
    9: "miles de millones",
    12: "billones",
    15: "miles de billones",
    18: "trillones",
    21: "miles de trillones",
    24: "cuatrillones",
}


@dataclass(frozen=True)
class Eje:
    minimo: Fraction
    """Lowest value shown; below zero it need not be a mark."""
    paso: Fraction
    marcas: tuple[Fraction, ...]

    @property
    def maximo(self) -> Fraction:
        return self.marcas[-1]

    @property
    def potencia(self) -> int:
        """Power of ten that the marks leave to the unit: none up to 9,999."""
        digits = len(str(int(max(abs(marca) for marca in self.marcas))))
        return 0 if digits < 5 else (digits - 1) // 3 * 3

    def textos(self, locale: str) -> list[str]:
        """The marks as they are written, from the lowest."""
        scale = 10**self.potencia
        digits = next(d for d in range(40) if (self.paso / scale * 10**d).denominator == 1)
        return [_mark(marca / scale, digits, locale) for marca in self.marcas]

    def unidad(self, unidad: str) -> str:
        """The unit with the marks' power of ten: millones de pesos."""
        return _scaled(self.potencia, unidad) if self.potencia else unidad


def _mark(value: Fraction, digits: int, locale: str) -> str:
    return decimal_text(value, digits if value else 0, locale=locale, grouped=True)


def _scaled(power: int, unidad: str) -> str:
    """Powers of ten are joined: miles × Miles de pesos = millones de pesos."""
    unidad = unidad.removeprefix("Número de ")
    unidad = unidad[:1].lower() + unidad[1:] if unidad[1:2].islower() else unidad
    for own, words in reversed(SCALES.items()):
        rest = unidad.removeprefix(words)
        if rest != unidad and rest[:1] in ("", " ") and own + power in SCALES:
            return SCALES[own + power] + rest
    joined = f" de {unidad}" if unidad[:1].isalpha() else f" {unidad}"
    return SCALES[power] + joined.rstrip()


def axis(values: Iterable[Fraction]) -> Eje:
    """The axis that shows `values` and zero, with the least room to spare."""
    known = [Fraction(0), *values]
    return _between(min(known), max(known))


@lru_cache(maxsize=1_000)
def _between(low: Fraction, high: Fraction) -> Eje:
    """A chart is drawn twice, wide and narrow, with the same axis."""
    if low == high:
        return Eje(Fraction(0), Fraction(1), (Fraction(0),))
    return min(_axes(low, high), key=lambda eje: _waste(eje, low, high))


def _axes(low: Fraction, high: Fraction) -> Iterator[Eje]:
    size = high - low
    power = len(str(int(size))) if size >= 1 else -len(str(int(1 / size)))
    for exponent in range(power - 2, power + 1):
        for step in STEPS:
            yield _axis(low, high, step * Fraction(10) ** exponent)


def _axis(low: Fraction, high: Fraction, step: Fraction) -> Eje:
    """Below zero a mark is made only when at least half a step is used."""
    first = math.floor(low / step) if -low * 2 >= step else 0
    last = math.ceil(high / step)
    count = min(last - first, 99)
    marks = tuple((first + n) * step for n in range(count + 1))
    return Eje(min(low, marks[0]), step, marks)


def _waste(eje: Eje, low: Fraction, high: Fraction) -> tuple[int, Fraction]:
    """How far from four to six marks, and the room above and below the values, in spans."""
    count = len(eje.marcas)
    spare = (eje.maximo - high) + (low - eje.minimo)
    return max(4 - count, count - 6, 0), spare / (high - low)
