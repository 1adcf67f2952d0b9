"""The rules over what a ficha, a table or a sentence says of its own figures."""

import pytest

from generator.check import (
    ejercicios,
    enumeradas,
    formatos,
    metodos,
    porcentajes,
    sustituidos,
)
from tests.reglas import OBRAS, QUEJAS, RURAL, TABLA, TEXTO, codigos, hallado, leido

_C = "cuadro.solicitudes-oncologia"


# ── formats, percentages, sums, years ──


@pytest.mark.parametrize(
    ("antes", "despues", "told"),
    [
        ("2023: 7,708,958", "2023: 7708958", True),
        ("2023: 7,708,958", "2023: 7'708,958", True),
        ("2023: 7,708,958", "2023: 708", False),
        ("2022: 29.05", "2022: 29.1", True),
    ],
)
def test_numbers_of_a_ficha_are_written_alike(antes: str, despues: str, *, told: bool) -> None:
    assert codigos(formatos, RURAL, (antes, despues)) == (["FMT-001"] if told else [])


_CELDAS = {
    "T": "total.total",
    "Tc": "total.chatbot",
    "Te": "total.correo",
    "Ts": "total.sesiones-gt",
    "M": "medicamento.total",
    "Ms": "medicamento.sesiones-gt",
    "V": "viaticos.total",
    "Vs": "viaticos.sesiones-gt",
    "A": "atencion-medica.total",
    "Ac": "atencion-medica.chatbot",
    "Ae": "atencion-medica.correo",
}
"""T 1,411 = 889 + 439 + 83 · M 182, 12 in sesiones · V 33, 4 · A 722 = 445 + 210 + 67"""


def _frase(text: str) -> tuple[str, str]:
    """The first paragraph, and `text` in its place with references for <T>, <Ms>…"""
    for short, cell in _CELDAS.items():
        text = text.replace(f"<{short}>", f"{{{{ {_C}.{cell} }}}}")
    return leido(TEXTO).lineas[TEXTO][0], text


@pytest.mark.parametrize(
    ("frase", "told"),
    [
        ("De las <T> solicitudes, de las cuales <M> (<Ms>%) eran.", True),
        ("Fueron <M>, <Ms>% de las <T> solicitudes.", True),
        ("Fueron más de <M>, <Ms>% de las <T>.", False),
        ("Fueron <M>, <V>% de las <T> solicitudes.", False),
        ("Fueron <M>. Aparte, <Ms>% de las <T>.", False),
        ("Hubo treinta y una, y <Vs>, <Ms>% del total.", True),
    ],
)
def test_a_percentage_and_its_parts(frase: str, *, told: bool) -> None:
    assert codigos(porcentajes, TEXTO, _frase(frase)) == (["POR-001"] if told else [])


@pytest.mark.parametrize(
    ("frase", "told"),
    [
        ("Fueron <T>: <Tc> por chat, <Te> y <Ts>.", False),
        ("Fueron <T>: <Tc> por chat, <Te> y <V>.", True),
        ("Fueron <T>: <Tc> por chat y <V>.", False),
        ("Fueron <T>, <Tc> por chat, y <A> más.", False),
        ("Fueron <A>, <Ac> por chat y <Ae> por correo.", False),
    ],
)
def test_what_a_sentence_enumerates(frase: str, *, told: bool) -> None:
    assert codigos(enumeradas, TEXTO, _frase(frase)) == (["POR-002"] if told else [])


def test_the_odd_year_among_columns() -> None:
    titles = ("ChatBot", "Correo", "Sesiones GT")
    same = [(f"titulo: {title}, tipo", "titulo: Plan 2024, tipo") for title in titles]
    odd = ("titulo: Total, tipo", "titulo: Plan 2023, tipo")
    assert codigos(ejercicios, TABLA, *same, odd) == ["EJE-001"]
    assert codigos(ejercicios, TABLA, *same[:2], odd) == []
    grouped = ("grupo: Medio de captación", "grupo: Plan 2024")
    assert codigos(ejercicios, TABLA, grouped, odd) == []


def test_the_year_of_a_baseline() -> None:
    printed = "impreso:\n  resumen:\n    linea_base: 4 ({})\n"
    assert codigos(ejercicios, OBRAS, ("impreso:\n", printed.format(2019))) == ["EJE-002"]
    assert codigos(ejercicios, OBRAS, ("impreso:\n", printed.format(2018))) == []


# ── method and substitution ──


@pytest.mark.parametrize(
    ("antes", "despues", "codes"),
    [
        ("2023: (7,708,958/26", "2023: (7,708,985/26", ["SUS-001"]),
        ("2023: 7,708,958", "2023: 7,708,959", ["SUS-001"]),
        ("2023: (7,708,958/26,983,528)", "2023: (7708958/26983528)", []),
        ("(7,708,958/26,983,528) x 100", "7,708,958/26,983,528 = 28.57", []),
        ("(7,708,958/26,983,528) x 100", "ND", []),
    ],
)
def test_the_numbers_of_a_substitution(antes: str, despues: str, codes: list[str]) -> None:
    assert codigos(sustituidos, RURAL, (antes, despues)) == codes


def test_the_numbers_of_a_variable_that_is_computed() -> None:
    (found,) = hallado(sustituidos, QUEJAS, ("2023: 1,632", "2023: 1,633"))
    assert "1,632" in found.text
    assert "(¿1,633?)" in found.text


@pytest.mark.parametrize(
    ("texto", "told"),
    [
        ("(Población adscrita en 2,500 localidades / población rural) X 100", ""),
        ("Porcentaje = (Población adscrita / población rural) * 100.", ""),
        ("Población adscrita / población rural x 100", ""),
        ("(Población adscrita / población rural)", "le falta × 100"),
        ("Población adscrita entre población rural, por cien", ""),
        ("Población adscrita x 100", "le faltan términos"),
        ("(Población adscrita - población rural) x 100", ""),
    ],
)
def test_the_method_in_words(texto: str, told: str) -> None:
    whole = next(line for line in leido(RURAL).lineas[RURAL] if line.startswith("  texto: "))
    found = hallado(metodos, RURAL, (whole, f'  texto: "{texto}"'))
    assert [told in each.text for each in found] == ([True] if told else [])
