"""The formats of a figure: `millones 1`, `letra`, `fecha-corta`. Each rounds once, where it prints.

A format enters with a figure and the decimals asked for, or None, and gives its text without marks;
one that does not suit the figure raises Unfit.
"""

import re
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from generator.base import fechas
from generator.base.letra import amount, currency_words, spelled
from generator.base.numbers import (
    NumberError,
    decimal_text,
    money_text,
    rounded,
    with_apostrophe,
)

if TYPE_CHECKING:
    from generator.model.registro import Cifra

Forma = Callable[["Cifra", int | None], str]


class Unfit(Exception):
    """The format exists, but not for this kind of figure; the argument says why, in Spanish."""


_ESCALA = re.compile(r"mil(es|lones|lón)?\b( (de )?millones)?")
"""What a unit begins with when the figure counts thousands or millions."""


def _publicada(cifra: "Cifra", digits: int | None) -> str:
    if cifra.guion and digits is None:
        return "-"
    if cifra.clase == "presupuesto" and digits is None:
        return money_text(cifra.fraccion, cifra.casa.moneda, locale=cifra.casa.locale)
    decimals = cifra.decimales if digits is None else digits
    number = decimal_text(cifra.fraccion, decimals, locale=cifra.casa.locale, grouped=cifra.miles)
    number = with_apostrophe(number) if cifra.apostrofo else number
    operator = "" if cifra.operador in ("", "=") else cifra.operador
    space = "" if cifra.unidad in ("", "%") else "\N{NO-BREAK SPACE}"
    return f"{operator}{cifra.prefijo}{number}{space}{cifra.unidad}"


def _number(value: Fraction, cifra: "Cifra", decimals: int) -> str:
    return decimal_text(value, decimals, locale=cifra.casa.locale, grouped=True)


def _numero(cifra: "Cifra", digits: int | None) -> str:
    return _number(cifra.fraccion, cifra, cifra.decimales if digits is None else digits)


def _moneda(cifra: "Cifra", _digits: int | None) -> str:
    if cifra.clase != "presupuesto" and not cifra.prefijo:
        raise Unfit("la cifra no es dinero")
    return money_text(cifra.fraccion, cifra.casa.moneda, locale=cifra.casa.locale)


def _scaled(cifra: "Cifra") -> Fraction:
    """The value of a figure that counts ones, not thousands. Raises Unfit."""
    if _ESCALA.match(cifra.unidad):
        raise Unfit(f"la cifra ya está en «{cifra.unidad}»")
    if cifra.unidad == "%" or cifra.medida.lower() == "porcentaje":
        raise Unfit("la cifra es un porcentaje")
    return cifra.fraccion


def _miles(cifra: "Cifra", digits: int | None) -> str:
    return f"{_number(_scaled(cifra) / 1000, cifra, digits or 0)}\N{NO-BREAK SPACE}mil"


def _millones(cifra: "Cifra", digits: int | None) -> str:
    text = _number(_scaled(cifra) / 10**6, cifra, 1 if digits is None else digits)
    return f"{text}\N{NO-BREAK SPACE}millones"


def _porcentaje(cifra: "Cifra", digits: int | None) -> str:
    if cifra.unidad != "%" and cifra.medida.lower() != "porcentaje":
        raise Unfit("la cifra no es un porcentaje")
    return f"{_number(cifra.fraccion, cifra, 1 if digits is None else digits)}%"


def _letra(cifra: "Cifra", digits: int | None) -> str:
    if cifra.operador not in ("", "="):
        raise Unfit(f"«{cifra.operador}» no se escribe con letra")
    try:
        return _en_letra(cifra, cifra.decimales if digits is None else digits)
    except NumberError as error:
        raise Unfit(str(error)) from None


def _en_letra(cifra: "Cifra", decimals: int) -> str:
    """Money with its currency, unless it counts thousands or millions; the rest, as published."""
    casa, unit = cifra.casa, cifra.unidad
    money = cifra.clase == "presupuesto" or bool(cifra.prefijo)
    currency = "USD" if cifra.prefijo == "US$" else casa.moneda
    if money and not _ESCALA.match(unit):
        return f"{amount(cifra.fraccion, currency, locale=casa.locale)} {unit}".rstrip()
    if money and _ESCALA.fullmatch(unit):
        link = " " if unit == "mil" else " de "
        unit += link + currency_words(currency, 2, locale=casa.locale)
    return spelled(rounded(cifra.fraccion, decimals), unit)


def _mayusculas(cifra: "Cifra", digits: int | None) -> str:
    return _letra(cifra, digits).upper()


def _no_es_fecha(_cifra: "Cifra", _digits: int | None) -> str:
    raise Unfit("la cifra no es una fecha")


DECIMALES = {str(number): number for number in range(7)}
"""The decimals that a format may ask for, as they are typed."""

FORMATOS: dict[str, Forma] = {
    "": _publicada,
    "numero": _numero,
    "moneda": _moneda,
    "miles": _miles,
    "millones": _millones,
    "porcentaje": _porcentaje,
    "letra": _letra,
    "LETRA": _mayusculas,
    "fecha": _no_es_fecha,
    "fecha-corta": _no_es_fecha,
    "mes": _no_es_fecha,
}
"""Every format by its name, and how it prints a number."""


def es_una_fecha(_cifra: "Cifra", _digits: int | None) -> str:
    """What a format of numbers says of a date. Raises Unfit, always."""
    raise Unfit("la cifra es una fecha")


def _de_fecha(written: Callable[[date, str], str]) -> Forma:
    """A format of dates, which asks for no decimals."""

    def form(cifra: "Cifra", digits: int | None) -> str:
        if digits is not None:
            raise Unfit("una fecha no tiene decimales")
        return written(cifra.dia, cifra.casa.locale)

    return form


DE_FECHAS: dict[str, Forma] = {
    "": _de_fecha(fechas.long_date),
    "fecha": _de_fecha(fechas.long_date),
    "fecha-corta": _de_fecha(fechas.short_date),
    "mes": _de_fecha(fechas.month),
    "letra": _de_fecha(fechas.spelled_date),
    "LETRA": _de_fecha(lambda day, locale: fechas.spelled_date(day, locale).upper()),
}
"""Those of FORMATOS that suit a date, and how they print it."""
