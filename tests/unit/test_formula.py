"""The language of formulas: read once, computed exactly, written in three ways from one tree."""

import re
import time
from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from generator.base.span import Span
from generator.compose.cells import node
from generator.compose.formulas import with_names, with_values
from generator.document import formulas as written
from generator.model.formula import (
    ANTERIOR,
    MAX_DEPTH,
    MAX_LENGTH,
    MAX_TERMS,
    Formula,
    FormulaError,
    Nombre,
    Numeral,
    Operacion,
    Opuesto,
    Parentesis,
    Termino,
    Undefined,
    evaluate,
    read_formula,
)
from generator.model.registro import Casa, Cifra
from tests.imss import escrita


def _value(text: str, **values: int | str) -> Fraction:
    return evaluate(read_formula(text), {key: Fraction(v) for key, v in values.items()})


# ── value ──


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 + 2 × 3", "7"),
        ("(1 + 2) × 3", "9"),
        ("[1 + 2] × 3", "9"),
        ("10 − 4 − 3", "3"),
        ("10 − (4 − 3)", "9"),
        ("100 ÷ 10 ÷ 5", "2"),
        ("100 ÷ (10 ÷ 5)", "50"),
        ("2 × 3 ÷ 4 × 2", "3"),
        ("7 − 6 ÷ 2", "4"),
        ("−2 × 3", "-6"),
        ("−(2 − 5)", "3"),
        ("− − 2", "2"),
        ("3 × −2", "-6"),
        ("6 ÷ −4", "-3/2"),
        (".25 × 8", "2"),
        ("0.1 + 0.2", "3/10"),
        ("100,000 ÷ 3", "100000/3"),
        ("1 ÷ 3 × 3", "1"),
        ("2 X 3", "6"),
        ("2*3", "6"),
        ("6/3", "2"),
        ("6-3", "3"),
    ],
)
def test_the_rules_of_school(text: str, value: str) -> None:
    assert _value(text) == Fraction(value)


@pytest.mark.parametrize("sign", ["×", "x", "X", "*"])
def test_four_ways_to_write_a_product_make_one_tree(sign: str) -> None:
    assert read_formula(f"(a / b) {sign} 100") == read_formula("(a ÷ b) × 100")


def test_an_x_that_begins_a_name_is_not_a_sign() -> None:
    assert _value("xa * 2", xa=3) == 6
    assert _value("2 x xa", xa=3) == 6
    assert _value("a_x * 2", a_x=5) == 10
    with pytest.raises(FormulaError):
        read_formula("2xa")


def test_names_come_once_in_reading_order() -> None:
    formula = Formula.leer("(b / a + b) × 100 − resultado_anterior")
    assert formula.nombres == ("b", "a", ANTERIOR)
    assert formula.texto == "(b / a + b) × 100 − resultado_anterior"


def test_parentheses_are_kept() -> None:
    assert read_formula("((1))") == Parentesis(Parentesis(Numeral("1", Fraction(1))))
    assert isinstance(read_formula("(a) + b"), Operacion)


def test_a_division_by_zero_has_no_value() -> None:
    for text in ("1 / 0", "1 / (a − a)", "0 / 0"):
        with pytest.raises(Undefined):
            _value(text, a=3)
    assert _value("0 / 3") == 0


# ── what is refused ──


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("", "está vacía"),
        ("   ", "está vacía"),
        ("1 +", "termina antes de tiempo"),
        ("(1 + 2", "cerrar un paréntesis"),
        ("1 + 2)", "no se espera «)»"),
        ("1 2", "no se espera «2»"),
        ("a b", "no se espera «b»"),
        ("2x3", "no se espera «x3»"),
        ("100% − 1%", "no se espera «%»"),
        ("× 2", "no se espera"),
        ("+2", "no se espera"),
        ("()", "no se espera"),
        ("a ** 2", "no se espera"),
        ("27,1 + 2", "no es un número"),
        ("1.2.3", "no es un número"),
        ("a; import os", "no se espera"),
        ("__import__('os')", "_"),
        ("a = 2", "no se espera"),
        ("9" * 30, "el máximo es 24"),
    ],
)
def test_what_is_no_formula_is_refused_and_told_where(text: str, cause: str) -> None:
    with pytest.raises(FormulaError, match=re.escape(cause)):
        read_formula(text)
    with pytest.raises(PydanticCustomError) as caught:
        Formula.leer(text)
    assert (caught.value.context or {})["codigo"] == "FOR-001"


@pytest.mark.parametrize(
    "text",
    [
        "1+" * (MAX_LENGTH // 2) + "1",
        "(" * 400 + "1" + ")" * 400,
        "−" * 900 + "1",
        "(" * (MAX_DEPTH + 1) + "1" + ")" * (MAX_DEPTH + 1),
        "1" * MAX_LENGTH,
        "+" * MAX_LENGTH,
        "1" * 1_000_000,
        " " * 1_000_000,
    ],
)
def test_a_hostile_size_is_refused_at_once(text: str) -> None:
    begun = time.process_time()
    with pytest.raises(FormulaError):
        read_formula(text)
    assert time.process_time() - begun < 0.5


def test_the_limits_themselves_are_allowed() -> None:
    terms = MAX_TERMS // 2
    assert _value("+".join(["1"] * terms)) == terms
    assert _value("(" * MAX_DEPTH + "1" + ")" * MAX_DEPTH) == 1
    assert _value("1 ×" + " " * (MAX_LENGTH - 5) + "2") == 2


@given(st.text(max_size=30))
def test_any_text_is_a_formula_or_is_refused(text: str) -> None:
    told = ""
    try:
        assert read_formula(text)
    except FormulaError as error:
        told = str(error)
    assert told or text.strip()


# ── any formula against Python's own arithmetic ──

NAMES = {"a": Fraction(7), "b": Fraction(-3), "c_2": Fraction(5, 2)}
SIGNS: dict[str, Callable[[Fraction, Fraction], Fraction]] = {
    "+": lambda x, y: x + y,
    "−": lambda x, y: x - y,
    "×": lambda x, y: x * y,
    "÷": lambda x, y: x / y,
}
_leaves = st.one_of(
    st.integers(0, 9999).map(lambda n: (str(n), Fraction(n))),
    st.integers(0, 99).map(lambda n: (f".{n:02d}", Fraction(n, 100))),
    st.sampled_from(sorted(NAMES.items())),
)


def _join(sign: str) -> Callable[..., tuple[str, Fraction]]:
    def joined(pair: tuple[tuple[str, Fraction], tuple[str, Fraction]]) -> tuple[str, Fraction]:
        (left, x), (right, y) = pair
        assume(sign != "÷" or y != 0)
        return f"({left}) {sign} ({right})", SIGNS[sign](x, y)

    return joined


_formulas = st.recursive(
    _leaves,
    lambda inner: st.one_of(
        *(st.tuples(inner, inner).map(_join(sign)) for sign in SIGNS),
        inner.map(lambda one: (f"−({one[0]})", -one[1])),
    ),
    max_leaves=12,
)


@given(_formulas)
def test_a_formula_gives_what_fractions_give(made: tuple[str, Fraction]) -> None:
    text, value = made
    assert evaluate(read_formula(text), NAMES) == value


@given(st.lists(st.tuples(st.sampled_from("+−×"), st.integers(1, 99)), min_size=1, max_size=8))
def test_signs_without_parentheses_bind_as_in_python(chain: list[tuple[str, int]]) -> None:
    text = "7" + "".join(f" {sign} {number}" for sign, number in chain)
    typed = text.replace("−", "-").replace("×", "*").replace(" ", "")
    expected = _python(typed)
    assert evaluate(read_formula(text), {}) == expected


def _python(text: str) -> int:
    """Sums of products, by hand."""
    total = 0
    for sign, product in re.findall(r"([+-]?)([\d*]+)", text):
        value = 1
        for factor in product.split("*"):
            value *= int(factor)
        total += -value if sign == "-" else value
    return total


# ── three ways to write one tree ──


def _cifra(value: str, decimals: int = 0) -> Cifra:
    exact = Fraction(value)
    casa = Casa("es_MX", "MXN")
    return Cifra("x.a", exact, "variable", "a", Span("x"), casa, decimales=decimals)


VALUES = {"a": _cifra("1632"), "b": _cifra("2731"), "c": _cifra("-1/2", 1)}


@pytest.mark.parametrize(
    ("text", "names", "values", "shape"),
    [
        ("(a / b) × 100", "(Uno ÷ Dos) × 100", "(1,632 ÷ 2,731) × 100", "Uno Dos × 100"),
        ("a / b", "Uno ÷ Dos", "1,632 ÷ 2,731", "Uno Dos"),
        ("(a + b) / (a − b)", "(Uno + Dos) ÷ (Uno − Dos)", None, "Uno + Dos Uno − Dos"),
        ("(a + b)", "Uno + Dos", "1,632 + 2,731", "Uno + Dos"),
        ("(a + b) × c", "(Uno + Dos) × Tres", "(1,632 + 2,731) × −0.5", "(Uno + Dos) × Tres"),
        ("−a + b", "−Uno + Dos", "−1,632 + 2,731", "− Uno + Dos"),
        ("(a / b − 1) × 100", "(Uno ÷ Dos − 1) × 100", None, "(Uno Dos − 1) × 100"),
        (".25 × a", ".25 × Uno", ".25 × 1,632", ".25 × Uno"),
    ],
)
def test_a_formula_is_said_with_names_with_values_and_drawn(
    text: str, names: str, values: str | None, shape: str
) -> None:
    formula = Formula.leer(text)
    named = with_names(formula, {"a": "Uno", "b": "Dos", "c": "Tres"})
    assert named.lectura == names
    assert escrita(named.arbol) == shape
    assert named.resultado is None
    applied = with_values(formula, VALUES, node(_cifra("5")))
    assert applied.lectura == f"{values or applied.lectura.removesuffix(' = 5')} = 5"
    assert applied.resultado is not None
    assert type(applied.arbol) is type(named.arbol)


def test_a_name_without_words_is_said_by_its_id() -> None:
    assert with_names(Formula.leer("a + z"), {"a": "Uno"}).lectura == "Uno + z"


def test_the_mark_of_the_result_is_said() -> None:
    result = Cifra("x.r", Fraction(3), "calculo", "r", Span("x"), Casa("es_MX", "MXN"), estado="p/")
    assert with_values(Formula.leer("a"), VALUES, node(result)).lectura == "1,632 = 3 p/"


def _signs(term: Termino) -> list[str]:
    """Names, numbers and signs in reading order."""
    match term:
        case Numeral():
            return [term.texto]
        case Nombre():
            return [term.id]
        case Opuesto():
            return ["−", *_signs(term.de)]
        case Parentesis():
            return _signs(term.dentro)
        case Operacion():
            return [*_signs(term.izquierda), term.signo, *_signs(term.derecha)]


def _drawn(each: written.Escrita) -> list[str]:
    match each:
        case written.Hoja():
            return [each.texto]
        case written.Fraccion():
            return [*_drawn(each.arriba), "÷", *_drawn(each.abajo)]
        case written.Entre():
            return _drawn(each.dentro)
        case written.Cadena():
            return [sign for part in each.partes for sign in _drawn(part)]


@given(_formulas)
def test_what_is_drawn_and_what_is_said_have_the_same_signs(made: tuple[str, Fraction]) -> None:
    formula = Formula.leer(made[0])
    shown = with_names(formula, {})
    assert _drawn(shown.arbol) == _signs(formula.arbol)
    assert re.findall(r"[a-z]\w*|[.\d][\d,.]*|[+−×÷]", shown.lectura) == _signs(formula.arbol)


@given(_formulas)
def test_what_is_said_is_the_formula_again(made: tuple[str, Fraction]) -> None:
    """Read aloud and typed again, it gives the same."""
    said = with_names(Formula.leer(made[0]), {}).lectura
    assert evaluate(read_formula(said), NAMES) == made[1]
