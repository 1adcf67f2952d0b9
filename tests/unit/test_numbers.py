"""Exact numbers: read from the text as typed, rounded once, printed per house style."""

import contextlib
import time
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from generator.base.numbers import (
    NumberError,
    decimal_text,
    money_text,
    parse,
    plain,
    rounded,
    size_text,
)
from generator.model.valores import Meta

COMMA = "la coma separa los miles de tres en tres; para decimales use punto: "
SWAPPED = "los miles se separan con coma y los decimales con punto: "
NO_NUMBER = "no es un número escrito con cifras, como 385,200 o 95.24"
LOCALES = ["es_MX", "es_SV"]


@pytest.mark.parametrize(
    ("text", "value", "decimals", "grouped"),
    [
        ("385,200", "385200", 0, True),
        ("1939272", "1939272", 0, False),
        ("0.37", "0.37", 2, True),
        ("2.40", "2.40", 2, True),
        ("8,138,890,248", "8138890248", 0, True),
        ("32605.16", "32605.16", 2, False),
        ("1,100,701,417.08", "1100701417.08", 2, True),
        ("-3,960", "-3960", 0, True),
        ("−0.5", "-0.5", 1, True),
        (" 7 ", "7", 0, True),
    ],
)
def test_a_number_keeps_its_value_decimals_and_separators(
    text: str, value: str, decimals: int, *, grouped: bool
) -> None:
    number = parse(text)
    assert str(number.valor) == value
    assert (number.decimales, number.miles) == (decimals, grouped)


@pytest.mark.parametrize(
    "text", ["385,200", "1939272", "0.37", "2.40", "8,138,890,248", "32605.16", "−3,960"]
)
@pytest.mark.parametrize("locale", LOCALES)
def test_a_number_is_printed_as_it_was_typed(text: str, locale: str) -> None:
    number = parse(text)
    assert decimal_text(number.valor, number.decimales, locale=locale, grouped=number.miles) == text


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("27,1", COMMA + "27.1"),
        ("1,23", COMMA + "1.23"),
        ("1,2345", COMMA + "1.2345"),
        ("1.234.567", SWAPPED + "1,234,567"),
        ("400.281.829,36", SWAPPED + "400,281,829.36"),
        ("12,34,567", NO_NUMBER),
        ("1234,567", NO_NUMBER),
        ("", NO_NUMBER),
        ("1e5", NO_NUMBER),
        ("nan", NO_NUMBER),
        ("1_000", NO_NUMBER),
        (".5", NO_NUMBER),
        ("5.", NO_NUMBER),
        ("+5", NO_NUMBER),
        ("--5", NO_NUMBER),
        ("9" * 5000, "tiene 5000 cifras; el máximo es 24"),
    ],
)
def test_what_is_not_a_number_is_refused_with_its_cause(text: str, cause: str) -> None:
    with pytest.raises(NumberError) as refused:
        parse(text)
    assert str(refused.value) == cause


@pytest.mark.parametrize("text", ["٣", "१२", "１２", "٣٥.١"])
def test_digits_of_other_scripts_are_refused(text: str) -> None:
    with pytest.raises(NumberError):
        parse(text)


def test_a_share_is_rounded_once() -> None:
    share = Fraction(3055, 3622) * 100
    assert rounded(rounded(share, 2), 1) == Decimal("84.4")
    assert rounded(share, 1) == Decimal("84.3")
    assert decimal_text(share, 1, locale="es_MX", grouped=True) == "84.3"


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        ("0.5", 0, "1"),
        ("1.5", 0, "2"),
        ("2.5", 0, "3"),
        ("-0.5", 0, "-1"),
        ("-2.5", 0, "-3"),
        ("-0.4", 0, "0"),
        ("1.005", 2, "1.01"),
        ("2.675", 2, "2.68"),
        ("7", 2, "7.00"),
    ],
)
def test_halves_go_away_from_zero(value: str, decimals: int, expected: str) -> None:
    assert str(rounded(Decimal(value), decimals)) == expected


@settings(deadline=None)
@given(
    above=st.integers(-(10**15), 10**15),
    below=st.integers(1, 10**9),
    decimals=st.integers(0, 6),
)
def test_rounding_is_exact(above: int, below: int, decimals: int) -> None:
    units = (2 * abs(above) * 10**decimals + below) // (2 * below)
    expected = Fraction(units if above >= 0 else -units, 10**decimals)
    found = rounded(Fraction(above, below), decimals)
    assert Fraction(found) == expected
    assert found.as_tuple().exponent == -decimals


@settings(deadline=None)
@given(st.decimals(-(10**19), 10**19, allow_nan=False, allow_infinity=False, places=4))
def test_what_is_printed_reads_back_as_the_same_number(value: Decimal) -> None:
    text = decimal_text(value, 4, locale="es_MX", grouped=True)
    assert parse(text).valor == value


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    ("value", "decimals", "grouped", "expected"),
    [
        ("1234567.895", 2, True, "1,234,567.90"),
        ("1234567.895", 0, False, "1234568"),
        ("3960", 0, True, "3,960"),
        ("-3960", 0, True, "−3,960"),
        ("0", 1, True, "0.0"),
    ],
)
def test_a_decimal_has_point_commas_and_a_true_minus(
    locale: str, value: str, decimals: int, expected: str, *, grouped: bool
) -> None:
    assert decimal_text(Decimal(value), decimals, locale=locale, grouped=grouped) == expected


@pytest.mark.parametrize(
    ("value", "currency", "locale", "expected"),
    [
        ("10570285.52", "MXN", "es_MX", "$10,570,285.52"),
        ("9032616037.93", "MXN", "es_MX", "$9,032,616,037.93"),
        ("7", "MXN", "es_MX", "$7.00"),
        ("-1234.5", "MXN", "es_MX", "−$1,234.50"),
        ("0.005", "MXN", "es_MX", "$0.01"),
        ("1234.5", "USD", "es_SV", "$1,234.50"),
    ],
)
def test_money_has_its_sign_and_its_cents(
    value: str, currency: str, locale: str, expected: str
) -> None:
    assert money_text(Decimal(value), currency, locale=locale) == expected


@pytest.mark.parametrize("size", [27, 29, 37])
def test_whatever_is_read_can_be_printed(size: int) -> None:
    text = "1" * size + ".25"
    with contextlib.suppress(NumberError):
        value = parse(text).valor
        assert decimal_text(value, 2, locale="es_MX", grouped=False) == text
        assert money_text(value, "MXN", locale="es_MX").replace(",", "") == f"${text}"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Decimal("2.40"), "2.40"),
        (Decimal("1E+3"), "1000"),
        (Decimal("0.0000001"), "0.0000001"),
        (Fraction(1, 4), "0.25"),
        (Fraction(1, 3), "0.333333333333"),
    ],
)
def test_machines_get_digits_and_a_point(value: Decimal | Fraction, expected: str) -> None:
    assert plain(value) == expected


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        (0, "1 KB"),
        (999, "1 KB"),
        (1_499, "1 KB"),
        (1_500, "2 KB"),
        (412_000, "412 KB"),
        (1_000_000, "1.0 MB"),
        (2_850_000, "2.9 MB"),
    ],
)
def test_sizes_are_in_decimal_units(size: int, expected: str) -> None:
    assert size_text(size) == expected


@pytest.mark.parametrize(
    ("text", "operator", "value", "unit"),
    [
        ("385,200", "=", "385200", ""),
        ("95.24%", "=", "95.24", "%"),
        ("≤4%", "≤", "4", "%"),
        ("<= 4 %", "≤", "4", "%"),
        ("10 días", "=", "10", "días"),
        ("−1.5 puntos", "=", "-1.5", "puntos"),
    ],
)
def test_a_target_has_operator_number_and_unit(
    text: str, operator: str, value: str, unit: str
) -> None:
    meta = Meta.leer(text)
    assert (meta.operador, str(meta.numero.valor), meta.unidad) == (operator, value, unit)


@pytest.mark.parametrize("text", ["ND", "", "27,1%", "≤", "%5"])
def test_what_is_not_a_target_is_refused(text: str) -> None:
    with pytest.raises(PydanticCustomError):
        Meta.leer(text)


def test_a_hostile_target_is_refused_at_once() -> None:
    hostile = "1" * 800 + " " * 800 + "x\nx"
    start = time.process_time()
    with pytest.raises(PydanticCustomError):
        Meta.leer(hostile)
    assert time.process_time() - start < 0.5
