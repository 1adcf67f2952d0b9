"""A ficha computes itself: variables, componentes, the result of the year before, ND, rounding."""

from dataclasses import replace
from fractions import Fraction
from textwrap import dedent, indent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.numbers import decimal_text, rounded
from generator.build import examine
from generator.compose.sheets import sheet
from generator.derive.fichas import fichas, figures
from generator.model.enlazado_fichas import FichaEnlazada
from generator.model.ficha import Ficha
from generator.model.proyecto import InstitucionLeida
from generator.read.bind import bind_text
from tests.casos import RAIZ

HEAD = """
clave: "7.1"
rol: Indicador
nombre: Uno
instrumento: programa-institucional-2020-2024
objetivo: 1
definicion: Algo
nivel_desagregacion: Nacional
periodicidad: Anual
tipo: Gestión
acumulado: Periódico
unidad_medida: Porcentaje
periodo_recoleccion: Otros
dimension: Eficacia
disponibilidad: Enero
sentido: Ascendente
unidad_responsable: imss-gyr
"""


@pytest.fixture(scope="module")
def leida() -> InstitucionLeida:
    (only,) = (i for i in examine(RAIZ).proyecto.instituciones if i.id == "imss")
    return only


def _ficha(
    leida: InstitucionLeida,
    formula: str,
    variables: str,
    serie: str = "2023: 0",
    base: str = "0",
) -> FichaEnlazada:
    years = indent(serie.replace("; ", "\n"), "  ")
    parts = indent(dedent(variables).strip(), "  ")
    text = (
        f"{HEAD}metodo:\n  texto: a\n  formula: {formula}\nlinea_base:\n  anio: 2022\n"
        f"  valor: {base}\nmetas:\n  2024: 90\nserie:\n{years}\nvariables:\n{parts}\n"
    )
    leido, problems = bind_text(text, "data/imss/fichas/7-1.yml", Ficha)
    assert leido is not None, problems
    return fichas(replace(leida, fichas={"7-1": leido}))["7-1"]


def _variable(id_: str, values: str) -> str:
    years = "\n".join(f"    {year}" for year in values.split("; "))
    return f"- id: {id_}\n  nombre: Variable {id_}\n  fuente: F\n  valores:\n{years}\n"


def _result(ficha: FichaEnlazada, year: int = 2023) -> str | None:
    calculo = ficha.calculos[year]
    return calculo.cifra.completa if calculo.cifra else None


def test_a_formula_gives_the_result_with_the_decimals_of_the_published_one(
    leida: InstitucionLeida,
) -> None:
    values = _variable("a", "2023: 1") + _variable("b", "2023: 3")
    for published in ("0", "0.3", "0.333", "0.3333"):
        ficha = _ficha(leida, "a / b", values, f"2023: {published}")
        assert _result(ficha) == published
        assert ficha.calculos[2023].coincide is True
    assert _ficha(leida, "a / b", values, "2023: 0.334").calculos[2023].coincide is False


def test_without_published_result_the_decimals_are_those_of_the_baseline(
    leida: InstitucionLeida,
) -> None:
    values = _variable("a", "2023: 1") + _variable("b", "2023: 3")
    ficha = _ficha(leida, "a / b", values, "2023: ND", base="0.00")
    assert _result(ficha) == "0.33"
    assert ficha.calculos[2023].coincide is None


@pytest.mark.parametrize(
    ("above", "below", "published", "result"),
    [
        (21, 24, "87", "88"),
        (1, 8, "12", "13"),
        (1, 8, "12.5", "12.5"),
        (-1, 8, "−12", "−13"),
        (1, 3, "33.33", "33.33"),
        (1, 200, "0", "1"),
        (1, 201, "0", "0"),
    ],
)
def test_it_is_rounded_half_away_from_zero(
    leida: InstitucionLeida, above: int, below: int, published: str, result: str
) -> None:
    values = _variable("a", f"2023: {above}") + _variable("b", f"2023: {below}")
    ficha = _ficha(leida, "(a / b) × 100", values, f"2023: {published}")
    assert _result(ficha) == result


def test_nothing_is_rounded_on_the_way(leida: InstitucionLeida) -> None:
    """Three thirds are one, though each is printed as 0.333."""
    thirds = "".join(
        f"""
- id: {name}
  nombre: Tercio
  fuente: F
  componentes:
    - {{id: {name}_uno, nombre: Uno, valores: {{2023: 1}}}}
    - {{id: {name}_tres, nombre: Tres, valores: {{2023: 3}}}}
  calculo: {name}_uno / {name}_tres
  decimales: 3"""
        for name in "abc"
    )
    ficha = _ficha(leida, "a + b + c", thirds, "2023: 1.000000")
    assert [v.valores[2023].texto() for v in ficha.variables] == ["0.333"] * 3
    assert _result(ficha) == "1.000000"


def test_a_variable_follows_from_its_componentes(leida: InstitucionLeida) -> None:
    variables = """
    - id: a
      nombre: Suma
      fuente: F
      componentes:
        - {id: uno, nombre: Uno, valores: {2023: 3, 2024: 0}}
        - {id: dos, nombre: Dos, valores: {2023: 2, 2024: 3 p/}}
      calculo: uno + dos
    """
    ficha = _ficha(leida, "a × 10", variables, "2023: 50; 2024: 30")
    (variable,) = ficha.variables
    assert {y: c.completa for y, c in variable.valores.items()} == {2023: "5", 2024: "3 p/"}
    assert variable.valores[2023].partes == (
        "imss.ind.7-1.var.uno.2023",
        "imss.ind.7-1.var.dos.2023",
    )
    assert (_result(ficha), _result(ficha, 2024)) == ("50", "30 p/")
    addresses = {c.direccion for c in figures(ficha)}
    assert {f"imss.ind.7-1.var.{n}.{y}" for n in ("a", "uno", "dos") for y in (2023, 2024)} <= (
        addresses
    )


def test_a_componente_without_value_leaves_its_variable_and_the_result_without(
    leida: InstitucionLeida,
) -> None:
    variables = """
    - id: a
      nombre: Suma
      fuente: F
      componentes:
        - {id: uno, nombre: Uno, valores: {2023: 3, 2024: 4}}
        - {id: dos, nombre: Dos, valores: {2023: ND}}
      calculo: uno + dos
    """
    ficha = _ficha(leida, "a × 10", variables, "2023: ND; 2024: ND")
    assert [ficha.variables[0].valores[y].estado for y in (2023, 2024)] == ["ND", "ND"]
    assert _result(ficha) is _result(ficha, 2024) is None
    assert not ficha.calculos[2023].indefinido


@pytest.mark.parametrize("state", ["ND", "NA"])
def test_a_variable_without_value_gives_no_result(leida: InstitucionLeida, state: str) -> None:
    values = _variable("a", f"2023: 5; 2024: {state}") + _variable("b", "2023: 10; 2024: 10")
    ficha = _ficha(leida, "(a / b) × 100", values, "2023: 50; 2024: ND")
    assert (_result(ficha), _result(ficha, 2024)) == ("50", None)
    assert ficha.calculos[2024].coincide is None
    block = sheet(ficha)
    assert [s.formula is None for s in block.datos["sustituciones"]] == [False, True]  # type: ignore[attr-defined]


def test_a_year_that_one_variable_does_not_state_gives_no_result(leida: InstitucionLeida) -> None:
    values = _variable("a", "2023: 5; 2024: 6") + _variable("b", "2023: 10")
    ficha = _ficha(leida, "a / b", values, "2023: 1; 2024: 1")
    assert (_result(ficha), _result(ficha, 2024)) == ("1", None)


def test_a_division_by_zero_has_no_result_and_is_known(leida: InstitucionLeida) -> None:
    values = _variable("a", "2023: 5; 2024: 5") + _variable("b", "2023: 0; 2024: 2")
    ficha = _ficha(leida, "a / b", values, "2023: 1; 2024: 2.5")
    assert ficha.calculos[2023].indefinido
    assert _result(ficha) is None
    assert _result(ficha, 2024) == "2.5"
    assert not ficha.calculos[2024].indefinido


def test_componentes_that_divide_by_zero_leave_their_variable_without_value(
    leida: InstitucionLeida,
) -> None:
    variables = """
    - id: a
      nombre: Cociente
      fuente: F
      componentes:
        - {id: uno, nombre: Uno, valores: {2023: 3, 2024: 3}}
        - {id: dos, nombre: Dos, valores: {2023: 0, 2024: 2}}
      calculo: uno / dos
      decimales: 1
    """
    ficha = _ficha(leida, "a × 10", variables, "2023: ND; 2024: 15")
    assert [ficha.variables[0].valores[y].completa for y in (2023, 2024)] == ["ND", "1.5"]
    assert ficha.variables[0].indefinidos == (2023,)
    assert (_result(ficha), _result(ficha, 2024)) == (None, "15")


def test_a_preliminary_value_makes_a_preliminary_result(leida: InstitucionLeida) -> None:
    values = _variable("a", "2023: 5; 2024: 5 p/") + _variable("b", "2023: 10; 2024: 10")
    ficha = _ficha(leida, "(a / b) × 100", values, "2023: 50; 2024: 50")
    assert (_result(ficha), _result(ficha, 2024)) == ("50", "50 p/")
    assert ficha.calculos[2024].coincide is True


# ── the result of the year before ──


def test_the_result_of_the_year_before_is_that_of_the_series_or_the_baseline(
    leida: InstitucionLeida,
) -> None:
    values = _variable("a", "2023: 5; 2024: 3")
    ficha = _ficha(leida, "resultado_anterior + a", values, "2023: 18; 2024: 21", base="13")
    assert (_result(ficha), _result(ficha, 2024)) == ("18", "21")
    before = ficha.calculos[2023].valores["resultado_anterior"]
    assert before.direccion == "imss.ind.7-1.linea-base.2022"
    assert ficha.calculos[2024].valores["resultado_anterior"].direccion.endswith("resultado.2023")


def test_the_published_result_of_the_year_before_counts_not_the_computed_one(
    leida: InstitucionLeida,
) -> None:
    values = _variable("a", "2023: 5; 2024: 3")
    ficha = _ficha(leida, "resultado_anterior + a", values, "2023: 20; 2024: 23", base="13")
    assert [ficha.calculos[y].coincide for y in (2023, 2024)] == [False, True]


@pytest.mark.parametrize("serie", ["2023: ND; 2024: 21", "2022: 1; 2024: 21"])
def test_without_result_of_the_year_before_there_is_none(
    leida: InstitucionLeida, serie: str
) -> None:
    values = _variable("a", "2024: 3")
    ficha = _ficha(leida, "resultado_anterior + a", values, serie, base="13")
    assert _result(ficha, 2024) is None


# ── printed once rounded ──


@given(st.integers(-(10**9), 10**9), st.integers(1, 10**6), st.integers(0, 4))
def test_the_result_is_rounded_once_from_its_exact_value(
    above: int, below: int, decimals: int
) -> None:
    value = Fraction(above, below) * 100
    text = decimal_text(value, decimals, locale="es_MX", grouped=False).replace("−", "-")
    printed = Fraction(text)
    assert abs(printed - value) <= Fraction(1, 2 * 10**decimals)
    assert printed == Fraction(rounded(value, decimals))
    if abs(printed - value) == Fraction(1, 2 * 10**decimals):
        assert abs(printed) > abs(value)
