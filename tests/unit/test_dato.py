"""A stated value: read as institutions publish it, printed as it was typed."""

import re
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from generator.base.numbers import NumberError, decimal_text, parse, with_apostrophe
from generator.base.span import Span
from generator.build import examine
from generator.derive.stated import figure
from generator.model.dato import MAX_TEXT, Dato, stated
from generator.model.registro import Casa
from tests.casos import RAIZ

CASA = Casa("es_MX", "MXN")


def _printed(text: str) -> str:
    return figure(Dato.leer(text), "x.a", "a", Span("x"), CASA, "dato").completa


def _refused(text: str) -> str:
    with pytest.raises(PydanticCustomError) as caught:
        Dato.leer(text)
    context = caught.value.context or {}
    assert context["codigo"] == "ESQ-010"
    return str(context["causa"])


# ── what is read ──


@pytest.mark.parametrize(
    ("text", "value", "decimals", "unit", "prefix", "state", "marks"),
    [
        ("385,200", "385200", 0, "", "", "", ()),
        ("93936", "93936", 0, "", "", "", ()),
        ("0.68", "0.68", 2, "", "", "", ()),
        ("100.00", "100.00", 2, "", "", "", ()),
        ("11.9 p/", "11.9", 1, "", "", "p/", ()),
        ("11.9p/", "11.9", 1, "", "", "p/", ()),
        ("p/ 11.9", "11.9", 1, "", "", "p/", ()),
        ("42'344,860", "42344860", 0, "", "", "", ()),
        ("42´344,860", "42344860", 0, "", "", "", ()),
        ("42’344,860", "42344860", 0, "", "", "", ()),
        ("64%", "64", 0, "%", "", "", ()),
        ("64 %", "64", 0, "%", "", "", ()),
        ("$ 759'395,049.00", "759395049.00", 2, "", "$", "", ()),
        ("US$1,000", "1000", 0, "", "US$", "", ()),
        ("26,124 millones de pesos", "26124", 0, "millones de pesos", "", "", ()),
        ("847 1/", "847", 0, "", "", "", ("1/",)),
        ("847 12/", "847", 0, "", "", "", ("12/",)),
        ("-0.7", "-0.7", 1, "", "", "", ()),
        ("−0.7", "-0.7", 1, "", "", "", ()),
        ("11.9 p/ 1/", "11.9", 1, "", "", "p/", ("1/",)),
        ("64% p/", "64", 0, "%", "", "p/", ()),
        ("37 *", "37", 0, "", "", "", ("*",)),
        ("37*", "37", 0, "", "", "", ("*",)),
        ("1,411 m² 2/", "1411", 0, "m²", "", "", ("2/",)),
    ],
)
def test_every_published_form_is_read(
    text: str,
    value: str,
    decimals: int,
    unit: str,
    prefix: str,
    state: str,
    marks: tuple[str, ...],
) -> None:
    dato = Dato.leer(text)
    assert dato.numero is not None
    assert (str(dato.numero.valor), dato.numero.decimales) == (value, decimals)
    assert (dato.unidad, dato.prefijo, dato.estado) == (unit, prefix, state)
    assert dato.marcas == marks
    assert not dato.guion


@pytest.mark.parametrize("text", ["-", "−", "–"])
def test_a_dash_is_a_zero_printed_as_a_dash(text: str) -> None:
    dato = Dato.leer(text)
    assert dato.numero is not None
    assert dato.numero.valor == 0
    assert dato.guion
    assert _printed(text) == "-"


@pytest.mark.parametrize(
    ("text", "state", "marks"),
    [("ND", "ND", ()), ("NA", "NA", ()), ("ND 1/", "ND", ("1/",)), ("NA*", "NA", ("*",))],
)
def test_what_is_not_there_has_a_state_and_no_number(
    text: str, state: str, marks: tuple[str, ...]
) -> None:
    dato = Dato.leer(text)
    assert (dato.numero, dato.estado, dato.marcas) == (None, state, marks)
    assert _printed(text) == " ".join((state, *marks))


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("N.D.", "se escribe ND"),
        ("N. D.", "se escribe ND"),
        ("n.d.", "se escribe ND"),
        ("n/d", "se escribe ND"),
        ("s/d", "se escribe ND"),
        ("No disponible", "se escribe ND"),
        ("N.A.", "se escribe NA"),
        ("No aplica", "se escribe NA"),
        ("12 ND", "o hay número o hay ND, no las dos cosas"),
        ("ND 12", "o hay número o hay ND, no las dos cosas"),
        ("", "no es un número, ND ni NA"),
        ("muchos", "no es un número, ND ni NA"),
        ("12 <b>", "no es un número, ND ni NA"),
        ("1/ 847", "no es un número, ND ni NA"),
        ("+1.7%", "no es un número, ND ni NA"),
        ("nan", "no es un número, ND ni NA"),
        ("1e5", "no es un número, ND ni NA"),
        ("5 a 7", "no es un número, ND ni NA"),
    ],
)
def test_what_is_no_value_is_refused_and_told_why(text: str, cause: str) -> None:
    assert _refused(text) == cause


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("27,1", "para decimales use punto: 27.1"),
        ("1.234.567", "los miles se separan con coma"),
        ("42'344860", "no es un número"),
        ("4'2,344,860", "no es un número"),
        ("42'344", "no es un número"),
        ("1'000'000", "no es un número"),
        ("9" * 30, "el máximo es 24"),
    ],
)
def test_a_number_typed_otherwise_is_refused_with_its_mend(text: str, cause: str) -> None:
    assert cause in _refused(text)


def test_a_very_long_text_is_refused_at_once() -> None:
    assert stated("1 " + "a" * (MAX_TEXT - 2)) is not None
    assert _refused("1 " + "a" * (MAX_TEXT - 1))
    assert _refused("1" + " a" * 50_000)
    assert _refused("1" + " 1/" * 50_000)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused_and_nothing_else(text: str) -> None:
    dato = stated(text)
    if dato is not None:
        assert (dato.numero is None) is (dato.estado in ("ND", "NA"))


# ── round trip ──

_WHOLE = st.integers(0, 10**12 - 1)
_TAILS = st.sampled_from(["", "%", " p/", " 1/", " *", " p/ 2/", " días", "% p/"])


@given(_WHOLE, st.integers(0, 4), st.booleans(), st.sampled_from(["", "$", "−"]), _TAILS)
def test_what_is_printed_is_what_was_typed(
    whole: int, decimals: int, grouped: object, before: str, tail: str
) -> None:
    number = f"{whole:,}" if grouped else str(whole)
    text = f"{before}{number}{'.' + '7' * decimals if decimals else ''}{tail}"
    assume(whole or decimals or before != "−")
    printed = _printed(text).replace("\N{NO-BREAK SPACE}", " ")
    assert printed == text


@given(st.integers(10**6, 10**14), st.integers(0, 3))
def test_an_apostrophe_parts_the_millions_and_nothing_else(whole: int, decimals: int) -> None:
    tail = "." + "5" * decimals if decimals else ""
    text = with_apostrophe(f"{whole:,}") + tail
    number = parse(text)
    assert number.apostrofo
    assert number.valor == Decimal(f"{whole}{tail}")
    assert _printed(text) == text
    assert re.search(r"'\d{3},\d{3}(\.|$)", text)


@pytest.mark.parametrize("text", ["42'344,860", "42´344,860", "42’344,860"])
def test_any_apostrophe_is_the_comma_of_the_millions(text: str) -> None:
    number = parse(text)
    assert (number.valor, number.miles, number.apostrofo) == (Decimal(42344860), True, True)


@pytest.mark.parametrize(
    "text", ["4'2", "'42,344", "42'344", "42'344,86", "1'000'000,000", "42,344'860", "42''344,860"]
)
def test_an_apostrophe_elsewhere_is_no_number(text: str) -> None:
    with pytest.raises(NumberError):
        parse(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("344,860", "344,860"), ("1,000,000", "1'000,000"), ("1,000,000.25", "1'000,000.25")],
)
def test_only_millions_take_an_apostrophe(text: str, expected: str) -> None:
    assert with_apostrophe(text) == expected


def test_a_number_without_apostrophe_gets_none() -> None:
    text = decimal_text(Decimal(42344860), 0, locale="es_MX", grouped=True)
    assert text == "42,344,860" == _printed("42,344,860")


# ── the real data ──


def test_every_figure_of_the_real_data_is_printed_as_it_was_typed() -> None:
    examen = examine(RAIZ)
    count = 0
    for cifra in examen.registro:
        if cifra.operacion or not cifra.direccion.startswith("imss."):
            continue
        line = examen.proyecto.lineas[cifra.origen.path][cifra.origen.line - 1]
        typed = line[cifra.origen.column - 1 :].strip()
        quoted = re.match(r"\"([^\"]*)\"|'([^']*)'", typed)
        text = next(g for g in quoted.groups() if g) if quoted else re.sub(r" #.*", "", typed)
        if not quoted and cifra.clase == "celda" and "[" in line[: cifra.origen.column]:
            text = re.match(r"[^,\]]*", text)[0]  # type: ignore[index]
        said = cifra.exacta if cifra.es_fecha else cifra.completa
        printed = said.replace("\N{NO-BREAK SPACE}", " ").replace("−", "-")
        wanted = re.sub(r"\$ +", "$", text.strip()).replace("´", "'").replace("’", "'")
        wanted = re.sub(r"\s+%", "%", wanted.replace("−", "-").replace("–", "-"))
        assert printed == wanted, f"{cifra.direccion}: {line}"
        count += 1
    assert count > 1300
