"""What a ficha answers first: its result, and how far it is from the target, in words."""

from collections.abc import Iterator
from fractions import Fraction

from generator.base.numbers import decimal_text, rounded
from generator.model.enlazado_fichas import FichaEnlazada, Respuesta
from generator.model.registro import Cifra

_EXPECTED = {"Ascendente": "suba", "Descendente": "baje", "Constante": "se mantenga"}


def answer(ficha: FichaEnlazada) -> Respuesta | None:
    """The answer of `ficha`, or None when no result is published."""
    known = [year for year, cifra in ficha.serie.items() if cifra.valor is not None]
    if not known:
        return None
    firm = [year for year in known if not ficha.parcial(year)]
    year = max(firm or known)
    later = tuple((y, c) for y, c in sorted(ficha.serie.items()) if y > year)
    cifra = ficha.serie[year]
    return Respuesta(year, cifra, ficha.avances[year], tuple(_sentences(ficha, year)), later)


def _sentences(ficha: FichaEnlazada, year: int) -> Iterator[str]:
    cifra, target = ficha.serie[year], ficha.meta
    if cifra.unidad == target.unidad or not (cifra.unidad and target.unidad):
        yield _distance(ficha, cifra, target)
    expected = f"La ficha espera que el valor {_EXPECTED[ficha.ficha.sentido]}"
    reached = ficha.avances[year].cumplida
    if reached is None:
        yield f"{expected}."
        return
    told = "se alcanza" if reached else "no se alcanza"
    so_far = "con este dato, que no es definitivo, " * ficha.parcial(year)
    yield f"{expected}: {so_far}la meta {told}."


def _distance(ficha: FichaEnlazada, cifra: Cifra, target: Cifra) -> str:
    apart = cifra.fraccion - target.fraccion
    year = max(ficha.metas)
    if not apart:
        return f"Es igual a la meta de {year}."
    side = "por encima" if apart > 0 else "por debajo"
    measure = ficha.ficha.unidad_medida
    if measure.lower() == "porcentaje":
        return f"Está {_apart(cifra, target)} puntos porcentuales {side} de la meta de {year}."
    unit = measure[0].lower() + measure[1:]
    return f"Está {_apart(cifra, target)} {side} de la meta de {year}, en {unit}."


def _apart(one: Cifra, other: Cifra) -> str:
    """How far two figures are, as they are printed: what a reader would subtract."""
    decimals = max(one.decimales, other.decimales)
    apart = abs(_shown(one) - _shown(other))
    return decimal_text(apart, decimals, locale=one.casa.locale, grouped=True)


def _shown(cifra: Cifra) -> Fraction:
    return Fraction(rounded(cifra.fraccion, cifra.decimales))
