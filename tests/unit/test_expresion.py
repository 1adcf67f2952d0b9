"""What an editor may compute: read as typed, exact, with the unit that it really has."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.cuenta import Cuenta, Desconocida, SinValor, alike, compute, holds
from generator.model.expresion import (
    FUNCIONES,
    MAX_LENGTH,
    Hoja,
    read_comparison,
    read_expression,
)
from generator.model.formula import FormulaError, Undefined
from tests.registro import PRUEBA, cifra, registro

NBSP = "\N{NO-BREAK SPACE}"


def cuenta(text: str) -> Cuenta:
    return compute(read_expression(text), PRUEBA, "ip")


def cierto(text: str) -> bool:
    return holds(read_comparison(text), PRUEBA, "ip")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("dato.camas-2024 - dato.camas-2018", 25),
        ("dato.camas-2024 − dato.camas-2018", 25),
        ("dato.camas-2024 -dato.camas-2018", 25),
        ("ip.dato.camas-2024 + 1,000", 1125),
        ("(dato.camas-2018 + dato.camas-2024) / 2", Fraction(225, 2)),
        ("dato.camas-2018 ÷ 3", Fraction(100, 3)),
        ("dato.camas-2018*2", 200),
        ("dato.camas-2018*dato.aulas", 800),
        ("2 x (dato.aulas)", 16),
        ("2 x(dato.aulas + 1)", 18),
        ("-dato.aulas + [10]", 2),
        ("1-1.resultado.2024 - 1-1.resultado.2023", Fraction(1015, 100)),
        ("suma(dato.aulas, dato.otras-aulas)", 10),
        ("suma(dato.aulas; dato.otras-aulas)", 10),
        ("SUMA(dato.aulas)", 8),
        ("suma (dato.aulas)", 8),
        ("suma(cuadro.obras.*.avance)", 42),
        ("suma(cuadro.obras.total.*)", 47),
        ("suma(cuadro.obras.n*.avance)", 10),
        ("suma(1-*.resultado.2024)", 40),
        ("suma(ip.ind.1-*.resultado.2024)", 40),
        ("cuenta(cuadro.obras.*.avance)", 2),
        ("cuenta(dato.falta, dato.aulas)", 2),
        ("máximo(dato.aulas, dato.otras-aulas)", 8),
        ("mínimo(dato.aulas, dato.otras-aulas)", 2),
        ("promedio(cuadro.obras.*.avance)", 21),
        ("variación(dato.camas-2018, dato.camas-2024)", 25),
        ("variacion(dato.camas-2024, dato.camas-2018)", -20),
        ("proporcion(dato.otras-aulas, dato.aulas)", 25),
    ],
)
def test_it_gives(text: str, value: Fraction) -> None:
    assert cuenta(text).valor == value


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("dato.aulas - dato.otras-aulas", f"6{NBSP}aulas"),
        ("dato.aulas × 2", f"16{NBSP}aulas"),
        ("dato.aulas / 3", f"2.7{NBSP}aulas"),
        ("dato.aulas / dato.otras-aulas", "4.0"),
        ("dato.aulas × dato.otras-aulas", "16"),
        ("dato.aulas + dato.camas-2018 × 0 + dato.precio", "1,242.50"),
        ("cuenta(dato.aulas, dato.otras-aulas)", "2"),
        ("cuenta(dato.precio)", "1"),
        ("dato.tasa-2024 - dato.tasa-2023", f"3.25{NBSP}puntos porcentuales"),
        ("dato.tasa-2023 + dato.tasa-2024", "28.25%"),
        ("100 - dato.tasa-2024", "84.25%"),
        ("variacion(dato.precio, dato.cuota)", "−97.2%"),
        ("proporcion(dato.camas-2018, dato.camas-2024)", "80.0%"),
        ("dato.precio - dato.cuota", "$1,200.00"),
        ("dato.precio / dato.cuota", "35.8"),
        ("suma(act.*.presupuesto.2024)", "$1,500,000.75"),
        ("act.1.presupuesto.2024 - act.2.presupuesto.2024", "$499,999.75"),
        ("promedio(dato.aulas, dato.otras-aulas)", f"5.0{NBSP}aulas"),
        ("dato.preliminar + 1", "8 p/"),
        ("cuenta(dato.preliminar)", "1"),
        ("dato.camas-2018 × 1,000", "100,000"),
    ],
)
def test_it_is_printed_as_what_it_measures(text: str, printed: str) -> None:
    assert cuenta(text).cifra(text).completa == printed


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("", "está vacía"),
        ("dato.aulas +", "termina antes de tiempo"),
        ("dato.aulas dato.otras-aulas", "no se espera «dato.otras-aulas» en el carácter 12"),
        ("dato.aulas + + 3", "no se espera «+» en el carácter 14"),
        ("total + dato.aulas", "«total» no es la dirección de una cifra"),
        ("c0 + dato.aulas", "«c0» no es la dirección de una cifra"),
        ("c1 + dato.aulas", "«c1» no es la dirección de una cifra"),
        ("sumar(dato.aulas)", "no hay ninguna función «sumar»: hay suma, cuenta"),
        ("suma()", "falta la dirección de una cifra en suma(…)"),
        ("suma(3, dato.aulas)", "«3», en suma(…), no es la dirección"),
        ("suma(dato.aulas - 1)", "«dato.aulas - 1», en suma(…)"),
        ("variacion(suma(dato.aulas), dato.x)", "«variacion» sólo admite direcciones de cifras"),
        ("variacion(dato.aulas)", "variacion compara dos cifras y aquí hay 1"),
        ("proporcion(cuadro.*.a.b, dato.aulas)", "«cuadro.*.a.b», en proporcion(…)"),
        ("cuadro.obras.*.avance", "no se espera"),
        ("12,34 + dato.aulas", "«12,34» no es un número"),
        ("dato.aulas; import os", "no se espera"),
        ("__import__('os').system('ls')", "no hay ninguna función «system»"),
        ("(" * 31 + "dato.aulas" + ")" * 31, "más de 30 paréntesis"),
        ("1 +" * 400 + "1", "el máximo es"),
        ("dato.a + " * 150 + "dato.a", "el máximo es"),
        ("9" * 30 + " + dato.aulas", "tiene 30 cifras"),
    ],
)
def test_what_cannot_be_read_is_told_in_its_own_words(text: str, cause: str) -> None:
    with pytest.raises(FormulaError) as told:
        read_expression(text)
    assert cause in str(told.value)


def test_every_function_is_told_and_works() -> None:
    for name in FUNCIONES:
        both = f"{name}(dato.camas-2018, dato.camas-2024)"
        assert read_expression(both).hojas["c0"].nombre == name
        assert cuenta(both).valor


def test_a_minus_without_spaces_is_explained() -> None:
    glued = "dato.camas-2024-dato.camas-2018"
    assert read_expression(glued).hojas == {"c0": Hoja((glued,))}
    with pytest.raises(Desconocida, match=glued):
        cuenta(glued)
    said = alike(glued, PRUEBA, "ip")
    assert said.endswith("va entre espacios: dato.camas-2024 - dato.camas-2018.")
    assert alike("dato.camas-2014", PRUEBA, "ip") == " ¿Quiso decir «dato.camas-2024»?"


@pytest.mark.parametrize("text", ["dato.nada", "suma(dato.nada.*)", "suma(cuadro.obras.*.nada)"])
def test_an_address_without_figure_is_told(text: str) -> None:
    with pytest.raises(Desconocida):
        cuenta(text)


@pytest.mark.parametrize("text", ["dato.falta", "suma(dato.falta, dato.aulas)", "1 - dato.falta"])
def test_a_figure_without_value_gives_none(text: str) -> None:
    with pytest.raises(SinValor, match=r"dato\.falta"):
        cuenta(text)


@pytest.mark.parametrize(
    "text",
    ["dato.aulas / dato.cero", "dato.aulas / (2 - dato.otras-aulas)"]
    + [f"{name}(dato.cero, dato.cero)" for name in ("variacion", "proporcion")],
)
def test_nothing_is_divided_by_zero(text: str) -> None:
    with pytest.raises(Undefined):
        cuenta(text)


def test_the_total_of_a_table_is_not_added_to_its_rows() -> None:
    parts = cuenta("suma(cuadro.obras.*.avance)").partes
    assert [part.corta for part in parts] == [
        "cuadro.obras.norte.avance",
        "cuadro.obras.sur.avance",
    ]


def test_a_star_is_never_several_parts() -> None:
    with pytest.raises(Desconocida):
        cuenta("suma(cuadro.*.avance)")


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("dato.camas-2024 > dato.camas-2018", True),
        ("dato.camas-2024 < dato.camas-2018", False),
        ("dato.camas-2024 >= 125", True),
        ("dato.camas-2024 ≥ 125", True),
        ("dato.camas-2024 <= 124", False),
        ("dato.camas-2024 ≤ 125", True),
        ("dato.camas-2024 = dato.camas-2018 + 25", True),
        ("dato.camas-2024 ≠ dato.camas-2018", True),
        ("dato.tasa-2024 ≈ 15.8", True),
        ("dato.tasa-2024 ≈ 15.7", False),
        ("15.8 ≈ dato.tasa-2024", True),
        ("dato.tasa-2024 = 15.8", False),
        ("dato.camas-2018 / 3 ≈ 33.33", True),
        ("dato.camas-2018 / 3 ≈ 33.34", False),
        ("33 ≈ dato.camas-2018 / 3", True),
        ("33.4 ≈ dato.camas-2018 / 3", False),
        ("cuadro.obras.total.avance = suma(cuadro.obras.*.avance)", True),
        ("cuenta(cuadro.obras.*.avance) = 2", True),
        ("dato.camas-2024 >\n 3", True),
    ],
)
def test_a_comparison(text: str, true: object) -> None:
    assert cierto(text) is true


@pytest.mark.parametrize(
    "text", ["dato.aulas", "dato.aulas>2", "1 < dato.aulas < 9", "dato.aulas == 8", " > "]
)
def test_what_is_no_comparison(text: str) -> None:
    with pytest.raises(FormulaError):
        read_comparison(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("dato.aulas", f"8{NBSP}aulas"),
        ("(dato.tasa-2024)", "15.75%"),
        ("dato.preliminar", "7 p/"),
        ("1,000.50", "1,000.50"),
        ("dato.aulas + 1", f"9{NBSP}aulas"),
        ("-dato.aulas", f"−8{NBSP}aulas"),
    ],
)
def test_a_finding_tells_the_value(text: str, said: str) -> None:
    assert cuenta(text).texto == said


# ── properties ──

NUMBERS = st.decimals(-(10**12), 10**12, places=2, allow_nan=False)


@given(st.lists(NUMBERS, min_size=1, max_size=12))
def test_a_sum_is_exact_and_equals_its_terms(values: list[object]) -> None:
    figures = [cifra(f"dato.d{place}", str(value)) for place, value in enumerate(values)]
    known = registro(*figures)
    names = [each.corta for each in figures]
    added = compute(read_expression(" + ".join(names)), known, "ip")
    whole = compute(read_expression(f"suma({', '.join(names)})"), known, "ip")
    assert added.valor == whole.valor == sum(Fraction(str(v)) for v in values)
    assert holds(read_comparison(f"{' + '.join(names)} = suma(dato.*)"), known, "ip")


@given(NUMBERS, NUMBERS)
def test_of_two_figures_one_sign_is_true(one: object, other: object) -> None:
    known = registro(cifra("dato.a", str(one)), cifra("dato.b", str(other)))
    true = [sign for sign in "<=>" if holds(read_comparison(f"dato.a {sign} dato.b"), known, "ip")]
    assert len(true) == 1
    assert holds(read_comparison("dato.a ≠ dato.b"), known, "ip") is (true != ["="])


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        compute(read_expression(text), PRUEBA, "ip")
    except (FormulaError, Desconocida, SinValor, Undefined):
        return


@given(st.text("dato.aulsmcx0123456789()[]+-*/×÷,; ><=≈", max_size=80))
def test_a_text_of_its_own_signs_is_read_or_refused(text: str) -> None:
    for read in (read_expression, read_comparison):
        try:
            read(text)
        except FormulaError:
            continue


def test_the_longest_result_can_be_printed() -> None:
    known = registro(cifra("dato.a", "9" * 24), cifra("dato.b", "0." + "0" * 22 + "1"))
    text = " * ".join(["dato.a"] * 95)
    assert len(text) <= MAX_LENGTH
    made = compute(read_expression(text), known, "ip")
    assert len(made.cifra(text).completa) > 2000
    small = compute(read_expression(" / ".join(["dato.a"] * 95)), known, "ip")
    assert small.cifra("").completa == "0.0"
