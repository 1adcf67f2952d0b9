"""Numbers, money and days in Spanish words."""

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.fechas import long_date, month, short_date, spelled_date
from generator.base.letra import MAXIMO, amount, cardinal, counted, spelled
from generator.base.numbers import NumberError

BELOW_31 = """
cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince
dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro
veinticinco veintiséis veintisiete veintiocho veintinueve treinta"""
TENS = "cuarenta cincuenta sesenta setenta ochenta noventa"
HUNDREDS = """ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos
ochocientos novecientos"""
SIMPLE = {
    "un": 1,
    "veintiún": 21,
    "cien": 100,
    **{word: number for number, word in enumerate(BELOW_31.split())},
    **{word: 10 * tens for tens, word in enumerate(TENS.split(), 4)},
    **{word: 100 * hundreds for hundreds, word in enumerate(HUNDREDS.split(), 1)},
}
"""Every word, read back here by hand."""


def _read(words: str) -> int:
    """The number that some words say."""
    million = re.search(r"\bmillón|\bmillones", words)
    if million:
        return _below_million(words[: million.start()]) * 10**6 + _below_million(
            words[million.end() :]
        )
    return _below_million(words)


def _below_million(words: str) -> int:
    head, thousand, tail = f" {words} ".partition(" mil ")
    if not thousand:
        return _added(head)
    return (_added(head) or 1) * 1000 + _added(tail)


def _added(words: str) -> int:
    return sum(SIMPLE[word] for word in words.split() if word != "y")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "cero"),
        (1, "uno"),
        (16, "dieciséis"),
        (20, "veinte"),
        (21, "veintiuno"),
        (22, "veintidós"),
        (23, "veintitrés"),
        (26, "veintiséis"),
        (30, "treinta"),
        (31, "treinta y uno"),
        (34, "treinta y cuatro"),
        (100, "cien"),
        (101, "ciento uno"),
        (500, "quinientos"),
        (700, "setecientos"),
        (900, "novecientos"),
        (999, "novecientos noventa y nueve"),
        (1000, "mil"),
        (1001, "mil uno"),
        (1100, "mil cien"),
        (21_000, "veintiún mil"),
        (31_000, "treinta y un mil"),
        (100_000, "cien mil"),
        (101_000, "ciento un mil"),
        (121_021, "ciento veintiún mil veintiuno"),
        (1_000_000, "un millón"),
        (1_000_001, "un millón uno"),
        (1_001_000, "un millón mil"),
        (2_000_000, "dos millones"),
        (21_000_000, "veintiún millones"),
        (31_031_031, "treinta y un millones treinta y un mil treinta y uno"),
        (100_000_000, "cien millones"),
        (1_000_000_000, "mil millones"),
        (1_001_000_000, "mil un millones"),
        (21_000_000_000, "veintiún mil millones"),
        (-5, "menos cinco"),
    ],
)
def test_cardinals(number: int, words: str) -> None:
    assert cardinal(number) == words


@given(st.integers(0, MAXIMO))
def test_every_number_is_read_back(number: int) -> None:
    words = cardinal(number)
    assert _read(words) == number
    assert not re.search(r"uno (mil|millones)\b|  |^ | $", words)


def test_each_number_below_two_thousand_has_its_own_words() -> None:
    words = [cardinal(number) for number in range(2000)]
    assert [_read(each) for each in words] == list(range(2000))
    assert len(set(words)) == 2000


@given(st.integers(0, 999), st.integers(0, 999_999))
def test_millions_go_before_the_rest(millions: int, rest: int) -> None:
    if millions > 1 and rest:
        whole = f"{counted(millions * 10**6, '').removesuffix(' de')} {cardinal(rest)}"
        assert cardinal(millions * 10**6 + rest) == whole


@pytest.mark.parametrize("number", [MAXIMO + 1, -MAXIMO - 1, 10**30])
def test_a_number_too_large_is_refused(number: int) -> None:
    with pytest.raises(NumberError, match="999,999,999,999"):
        cardinal(number)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "cero días"),
        (1, "un días"),
        (21, "veintiún días"),
        (31, "treinta y un días"),
        (101, "ciento un días"),
        (1_000_000, "un millón de días"),
        (1_000_001, "un millón un días"),
        (1_000_000_000, "mil millones de días"),
        (1_100_000, "un millón cien mil días"),
    ],
)
def test_what_is_counted(number: int, words: str) -> None:
    assert counted(number, "días") == words


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("34", "", "treinta y cuatro"),
        ("27.44", "", "veintisiete punto cuarenta y cuatro"),
        ("27.05", "", "veintisiete punto cero cinco"),
        ("0.007", "", "cero punto cero cero siete"),
        ("2.40", "", "dos punto cuarenta"),
        ("3.00", "", "tres punto cero cero"),
        ("-0.5", "", "menos cero punto cinco"),
        ("32", "%", "treinta y dos por ciento"),
        ("21", "%", "veintiuno por ciento"),
        ("99.1", "%", "noventa y nueve punto uno por ciento"),
        ("21", "días", "veintiún días"),
        ("2.4", "millones de pesos", "dos punto cuatro millones de pesos"),
        ("1", "millón de pesos", "un millón de pesos"),
    ],
)
def test_numbers_with_decimals_and_unit(value: str, unit: str, words: str) -> None:
    assert spelled(Decimal(value), unit) == words


EUA = "de los Estados Unidos de América"


@pytest.mark.parametrize(
    ("value", "currency", "words"),
    [
        (
            "906499600.00",
            "USD",
            "novecientos seis millones cuatrocientos noventa y nueve mil seiscientos dólares "
            + EUA,
        ),
        (
            "10570285.52",
            "MXN",
            "diez millones quinientos setenta mil doscientos ochenta y cinco pesos 52/100 M.N.",
        ),
        ("0", "MXN", "cero pesos 00/100 M.N."),
        ("0.50", "MXN", "cero pesos 50/100 M.N."),
        ("1", "MXN", "un peso 00/100 M.N."),
        ("21", "MXN", "veintiún pesos 00/100 M.N."),
        ("31.05", "MXN", "treinta y un pesos 05/100 M.N."),
        ("1000000", "MXN", "un millón de pesos 00/100 M.N."),
        ("1000001", "MXN", "un millón un pesos 00/100 M.N."),
        ("-3.10", "MXN", "menos tres pesos 10/100 M.N."),
        ("1", "USD", f"un dólar {EUA}"),
        ("1000000", "USD", f"un millón de dólares {EUA}"),
        ("1100000", "USD", f"un millón cien mil dólares {EUA}"),
        ("2.07", "USD", f"dos dólares {EUA} con 07/100"),
        ("1", "GTQ", "un quetzal guatemalteco"),
        ("21.30", "GTQ", "veintiún quetzales guatemaltecos con 30/100"),
    ],
)
def test_money(value: str, currency: str, words: str) -> None:
    assert amount(Decimal(value), currency, locale="es_MX") == words


def test_money_is_rounded_once_half_away_from_zero() -> None:
    assert amount(Fraction(1, 200), "MXN", locale="es_MX") == "cero pesos 01/100 M.N."
    assert amount(Fraction(1999, 1000), "MXN", locale="es_MX") == "dos pesos 00/100 M.N."
    assert amount(Fraction(-1, 1000), "MXN", locale="es_MX") == "cero pesos 00/100 M.N."


def test_the_largest_amount() -> None:
    assert amount(Decimal("999999999999.99"), "MXN", locale="es_MX").endswith("pesos 99/100 M.N.")
    with pytest.raises(NumberError):
        amount(Decimal("999999999999.995"), "MXN", locale="es_MX")


@given(st.decimals(0, Decimal("999999999999.99"), places=2), st.sampled_from(["es_MX", "es_SV"]))
def test_every_amount_says_its_pesos_and_its_cents(value: Decimal, locale: str) -> None:
    said = re.fullmatch(
        r"(.+?)(?: de)? pesos? ([0-9]{2})/100 M\.N\.", amount(value, "MXN", locale=locale)
    )
    assert said
    assert _read(said[1]) + Decimal(said[2]) / 100 == value


# ── days ──


@pytest.mark.parametrize("locale", ["es_MX", "es_SV"])
@pytest.mark.parametrize(
    ("day", "long", "short", "spelled_out"),
    [
        (
            date(2024, 1, 19),
            "19 de enero de 2024",
            "19/01/2024",
            "diecinueve de enero de dos mil veinticuatro",
        ),
        (
            date(2021, 8, 1),
            "1 de agosto de 2021",
            "01/08/2021",
            "primero de agosto de dos mil veintiuno",
        ),
        (
            date(1999, 12, 31),
            "31 de diciembre de 1999",
            "31/12/1999",
            "treinta y uno de diciembre de mil novecientos noventa y nueve",
        ),
        (
            date(2023, 9, 14),
            "14 de septiembre de 2023",
            "14/09/2023",
            "catorce de septiembre de dos mil veintitrés",
        ),
    ],
)
def test_days(locale: str, day: date, long: str, short: str, spelled_out: str) -> None:
    assert long_date(day, locale) == long
    assert short_date(day, locale) == short
    assert spelled_date(day, locale) == spelled_out
    assert month(day, locale) == long.partition(" de ")[2]
