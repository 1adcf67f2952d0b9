"""Numbers in Spanish words, as deeds and payment orders write them.

Masculine, short before what is counted: «treinta y uno», «treinta y un días», «veintiún mil»,
«un millón de pesos». Nothing is rounded here but the cents of an amount, once.
"""

import re
from decimal import Decimal
from fractions import Fraction

from generator.base.numbers import NumberError, currency_name, rounded

MAXIMO = 10**12 - 1
_BELOW_30 = (
    "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
    "diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro "
    "veinticinco veintiséis veintisiete veintiocho veintinueve"
)
_TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa"
_HUNDREDS = (
    "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos "
    "novecientos"
)
_MENORES, _DECENAS, _CIENTOS = (["", *words.split()] for words in (_BELOW_30, _TENS, _HUNDREDS))
_MONEDAS = {
    "MXN": ("peso", "pesos"),
    "USD": ("dólar de los Estados Unidos de América", "dólares de los Estados Unidos de América"),
}
"""What the law calls a currency, one and several; the others, what everyone calls them."""


def cardinal(number: int) -> str:
    """`number` alone: «treinta y uno». Raises NumberError beyond MAXIMO."""
    if abs(number) > MAXIMO:
        raise NumberError(f"con letra se escribe hasta {MAXIMO:,}")
    millions, rest = divmod(abs(number), 10**6)
    head = "un millón" if millions == 1 else _times(_thousands(millions), "millones")
    return _joined("menos" if number < 0 else "", head, _thousands(rest)) or "cero"


def counted(number: int, what: str) -> str:
    """`number` of `what`: «treinta y un días», «un millón de días». Raises NumberError."""
    link = "de" if number and number % 10**6 == 0 else ""
    return _joined(_short(cardinal(number)), link, what)


def spelled(value: Decimal, unit: str = "") -> str:
    """`value` with the decimals it has, and its unit: «dos punto cero cinco por ciento».

    The decimals are read as a number, after their zeros. Raises NumberError.
    """
    whole, point, decimals = f"{abs(value):f}".partition(".")
    after = "por ciento" if unit == "%" else unit
    if not point and unit not in ("", "%"):
        return counted(int(value), unit)
    said = ["menos" if value < 0 else "", cardinal(int(whole))]
    if point:
        rest = decimals.lstrip("0")
        zeros = ["cero"] * (len(decimals) - len(rest))
        said += ["punto", *zeros, cardinal(int(rest)) if rest else ""]
    return _joined(*said, after)


def amount(value: Decimal | Fraction, currency: str, *, locale: str) -> str:
    """Money, rounded to its cents: «diez pesos 52/100 M.N.», «diez dólares … con 52/100».

    Pesos always say their cents; other currencies, when there are some. Raises NumberError.
    """
    exact = rounded(value, 2)
    whole, cents = divmod(int(abs(exact) * 100), 100)
    said = counted(whole, currency_words(currency, whole, locale=locale))
    if currency == "MXN":
        said += f" {cents:02}/100 M.N."
    elif cents:
        said += f" con {cents:02}/100"
    return f"menos {said}" if exact < 0 else said


def currency_words(currency: str, count: int, *, locale: str) -> str:
    """What `count` of a currency is called: pesos, dólar de los Estados Unidos de América."""
    if currency in _MONEDAS:
        return _MONEDAS[currency][count != 1]
    return currency_name(currency, locale=locale, count=count)


# ── the words; nothing for zero ──


def _thousands(number: int) -> str:
    thousands, rest = divmod(number, 1000)
    head = "mil" if thousands == 1 else _times(_hundreds(thousands), "mil")
    return _joined(head, _hundreds(rest))


def _hundreds(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    return "cien" if number == 100 else _joined(_CIENTOS[hundreds], _tens(rest))


def _tens(number: int) -> str:
    if number < len(_MENORES):
        return _MENORES[number]
    tens, unit = divmod(number, 10)
    return f"{_DECENAS[tens - 2]} y {_MENORES[unit]}" if unit else _DECENAS[tens - 2]


def _times(words: str, scale: str) -> str:
    return f"{_short(words)} {scale}" if words else ""


def _short(words: str) -> str:
    """The form that goes before what is counted: un, veintiún."""
    short = re.sub("veintiuno$", "veintiún", words)
    return re.sub(r"\buno$", "un", short)


def _joined(*words: str) -> str:
    return " ".join(filter(None, words))
