"""What the original printed as its substitution, read as arithmetic."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.numbers import rounded
from generator.build import examine
from generator.check.impresos import revisar
from generator.check.substitutions import Ilegible, Impresa, printed
from generator.check.todo import Todo
from tests.casos import RAIZ
from tests.imss import FICHAS

PRINTED = {(f["clave"], int(year)): text for f in FICHAS for year, text in f["sustitucion"].items()}
GIVES = {
    ("1.1", 2023): ("28.57", None),
    ("1.1", 2024): ("27.07", None),
    ("1.3", 2023): ("84.3", "84.3"),
    ("1.3", 2024): ("86.8", "86.8"),
    ("2.1", 2023): ("221.84", "221.84"),
    ("2.2", 2023): ("42.2", "42.2"),
    ("2.2", 2024): ("11.9", "11.9"),
    ("2.3", 2023): ("64.0", "64.0"),
    ("2.3", 2024): ("37.3", "37.3"),
    ("3.1", 2023): ("0.67", "0.67"),
    ("3.2", 2023): ("18", "18"),
    ("3.2", 2024): ("21", "21"),
    ("3.3", 2023): ("9148", "9148"),
    ("3.3", 2024): ("11866", "11866"),
    ("4.1", 2023): ("21463300", "21463300"),
    ("4.3", 2023): ("-99.0", "1.7"),
    ("4.3", 2024): ("-99.0", "-0.7"),
    ("5.1", 2023): ("1.23", "123.23"),
    ("5.2", 2023): ("26124", "26124"),
    ("5.2", 2024): ("81009", "81008"),
    ("5.3", 2023): ("1.10", "109.69"),
    ("5.3", 2024): ("1.11", "111.16"),
    ("6.1", 2023): ("68.9", "68.9"),
    ("6.1", 2024): ("64.8", "64.9"),
    ("6.2", 2023): ("99", "99"),
    ("6.2", 2024): ("99", "99"),
    ("6.3", 2023): ("88", "87"),
}
"""What the arithmetic gives, with the decimals of what it says, and what it says."""

NOTHING = {
    ("1.2", 2023), ("1.2", 2024), ("2.1", 2024), ("3.1", 2024), ("4.2", 2023), ("4.2", 2024),
    ("5.1", 2024), ("6.3", 2024),
}  # fmt: skip
"""A value alone, ND, or words: there is no arithmetic."""


def test_every_printed_substitution_has_an_expected_outcome() -> None:
    assert {*GIVES, *NOTHING, ("4.1", 2024)} == set(PRINTED)
    assert len(PRINTED) == 36


@pytest.mark.parametrize("key", GIVES, ids=lambda key: f"{key[0]}-{key[1]}")
def test_it_is_evaluated_as_it_is_written(key: tuple[str, int]) -> None:
    read = printed(PRINTED[key])
    gives, says = GIVES[key]
    assert isinstance(read, Impresa)
    assert str(rounded(read.valor, len(gives.partition(".")[2]))) == gives
    assert (None if read.resultado is None else str(read.resultado)) == says


@pytest.mark.parametrize("key", sorted(NOTHING), ids=lambda key: f"{key[0]}-{key[1]}")
def test_words_and_lone_values_have_no_arithmetic(key: tuple[str, int]) -> None:
    assert printed(PRINTED[key]) is None


def test_a_number_typed_wrong_cannot_be_read() -> None:
    read = printed(PRINTED["4.1", 2024])
    assert isinstance(read, Ilegible)
    assert "526,8780" in read.causa


@pytest.mark.parametrize(
    ("text", "value", "says"),
    [
        ("(3 x 4) = 12", 12, "12"),
        ("3 X 4", 12, None),
        ("3x4 = 12", 12, "12"),
        ("[6/3] × 2 = 4", 4, "4"),
        ("total: 13 + 5 = 18", 18, "18"),
        ("a = (1/2)*100 = 50%", 50, "50"),
        ("1/3 = .333", Fraction(1, 3), None),
        ("5 – 2 = 3", 3, "3"),
        ("(100% - 1%) = 99%", 99, "99"),
        ("10 - 20 = -10 p/", -10, "-10"),
    ],
)
def test_other_ways_to_write_it(text: str, value: Fraction | int, says: str | None) -> None:
    read = printed(text)
    assert isinstance(read, Impresa)
    assert read.valor == value
    assert (None if read.resultado is None else str(read.resultado)) == says


@pytest.mark.parametrize("text", ["", "ND", "N. D.", "15,424,448", "Total: 324,266", "=", "= 5"])
def test_without_arithmetic_there_is_nothing(text: str) -> None:
    assert printed(text) is None


@pytest.mark.parametrize("text", ["1/0 = 5", "(1 + 2 = 3", "1 + = 2", "2 + 5,1 = 7"])
def test_arithmetic_that_cannot_be_read_is_told(text: str) -> None:
    read = printed(text)
    assert isinstance(read, Ilegible)
    assert read.causa


def _told(text: str) -> list[str]:
    """What is said of variable 1 of ficha 6.1 in 2023 when the original printed `text`."""
    examen = examine(RAIZ)
    (leida,) = (i for i in examen.proyecto.instituciones if i.id == "imss")
    (enlazada,) = (i for i in examen.enlazadas if i.id == "imss")
    ficha = enlazada.fichas["6-1"]
    first = ficha.variables[0]
    changed = first.variable.model_copy(update={"impreso": {2023: text}})
    variables = (replace(first, variable=changed), *ficha.variables[1:])
    fichas = {**enlazada.fichas, "6-1": replace(ficha, variables=variables)}
    proyecto = replace(examen.proyecto, instituciones=(leida,))
    other = replace(enlazada, fichas=fichas)
    todo = Todo(proyecto, examen.registro, (other,), proyecto.lineas, RAIZ)
    return [d.text for d in revisar(todo) if "variable 1 de la ficha 6.1, 2023" in d.text]


@pytest.mark.parametrize(
    "text", ["=((1,632/2,731)*100) * (.25) =14.9%", "1,632/2,731", "1,632/2,731 = 0.6"]
)
def test_a_computation_that_gives_what_it_says_is_not_told(text: str) -> None:
    assert _told(text) == []


@pytest.mark.parametrize("text", ["=((1,632/2,731)*100) * (.25) =15.9%", "0.6", "Agregar el valor"])
def test_a_cell_that_says_another_thing_is_told(text: str) -> None:
    (said,) = _told(text)
    assert f"«{text}»" in said


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(0, 4))
def test_a_quotient_printed_with_its_result_agrees_with_it(
    above: int, below: int, decimals: int
) -> None:
    value = rounded(Fraction(above, below) * 100, decimals)
    read = printed(f"Así: ({above:,} / {below:,}) x 100 = {value:,}%")
    assert isinstance(read, Impresa)
    assert read.resultado is not None
    assert read.resultado.valor == value == rounded(read.valor, decimals)


@given(st.text(max_size=60))
def test_any_text_is_read_without_a_fall(text: str) -> None:
    assert isinstance(printed(text), Impresa | Ilegible | None)
