"""The rules over words: what each one tells and, above all, what it leaves alone."""

import pytest

from generator.check import (
    alfabetos,
    comillas,
    direcciones,
    listas_repetidas,
    palabras_dobles,
    periodos,
    puntuacion,
    sin_llenar,
)
from tests.textos import Regla, data, found

# ── dates and periods ──


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("El 31 de junio de 2024.", "TXT-004", 4),
        ("El 29 de febrero de 2023.", "TXT-004", 4),
        ("El 30 de febrero.", "TXT-004", 4),
        ("El 32/01/2024.", "TXT-004", 4),
        ("Modelo Estar Bien 2029-2024,", "TXT-005", 19),
        ("Programa 2024–2019.", "TXT-005", 10),
        ("De 2018, entre 2024 y 2020.", "TXT-005", 10),
        ("Va del 30 de junio al 1 de enero de 2024.", "TXT-005", 4),
        ("Va del 30 al 1 de enero de 2024.", "TXT-005", 4),
        ("Va desde el 3 de mayo de 2024 hasta el 3 de mayo de 2023.", "TXT-005", 4),
        ("Va de enero de 2024 a junio de 2023.", "TXT-005", 4),
    ],
)
def test_impossible_dates_and_periods(text: str, code: str, column: int) -> None:
    assert found(periodos.revisar, text) == [(code, 1, column)]


@pytest.mark.parametrize(
    "text",
    [
        "El 29 de febrero de 2024 y el 29 de febrero.",
        "Del 1 de enero de 2023 al 30 de junio de 2024; del 1 al 30 de junio de 2024.",
        "De diciembre de 2022 a enero de 2023; de 2018 a 2024; 2022-2027; 1º de marzo.",
        "La NOM-016-SSA3-2012, el contrato AS/2024-2019/7 y https://a.mx/2024-2019.",
    ],
)
def test_possible_dates_and_periods(text: str) -> None:
    assert found(periodos.revisar, text) == []


def test_periods_of_the_data_are_read_too() -> None:
    assert data(periodos.revisar, "periodo: 2029-2024\n# 2029-2024") == ["TXT-005"]


# ── templates that were not filled in ──


@pytest.mark.parametrize(
    "text",
    [
        "Agregar el valor de la variable n para 2024",
        "Insertar aquí el texto.",
        "Se atendieron XXX personas.",
        "Se atendieron xxxxx personas.",
        "Lorem ipsum dolor.",
        "Con un monto de ____ pesos.",
        "El monto [pendiente] se dirá.",
        "- Por definir",
        "Se dispone que […] y nada más.",
        "Monto TBD.",
        "| Meta | Por definir |",
    ],
)
def test_templates_not_filled_in(text: str) -> None:
    assert [code for code, *_ in found(sin_llenar.revisar, text)] == ["TXT-003"]


@pytest.mark.parametrize(
    "text",
    [
        "Los pagos pendientes y lo pendiente de definir; quedaba por definir la sede.",
        "El capítulo XXX y el artículo XXXI.",
        "> Se dispone que […] y nada más.",
        "La ley dice «se dispone que […] y nada más».",
        "Se acordó agregar el valor de las vacunas a la cuenta.",
        "Se pidió indicar el nombre de la persona.",
        "¿Qué es esto?",
    ],
)
def test_words_that_are_no_template(text: str) -> None:
    assert found(sin_llenar.revisar, text) == []


def test_templates_in_thedata() -> None:
    assert data(sin_llenar.revisar, "nota: Pendiente\nvalor: 3\nestado: vigente") == ["TXT-003"]


# ── slips of writing ──


@pytest.mark.parametrize(
    ("regla", "text", "code", "column"),
    [
        (alfabetos.revisar, "Las UMAЕ de México", "TXT-006", 8),
        (alfabetos.revisar, "El prοceso", "TXT-006", 6),
        (palabras_dobles.revisar, "Una parte de de ellas", "TXT-008", 11),
        (palabras_dobles.revisar, "De de ellas", "TXT-008", 1),
        (puntuacion.revisar, "Una parte , otra", "TXT-010", 10),
        (direcciones.revisar, "En http:/imss.gob.mx.", "TXT-009", 4),
        (direcciones.revisar, "En https://imss, hoy.", "TXT-009", 4),
        (direcciones.revisar, "En www,imss.gob.mx.", "TXT-009", 4),
        (direcciones.revisar, "En https://imss..gob.mx/a.", "TXT-009", 4),
        (direcciones.revisar, "A quejas@imss.", "TXT-009", 3),
        (direcciones.revisar, "A quejas@@imss.gob.mx.", "TXT-009", 3),
        (listas_repetidas.revisar, "Los 988N2123-001 y 988N2123-001", "TXT-012", 20),
        (comillas.revisar, 'Dice «uno» y\n"dos".', "TXT-007", 1),
    ],
)
def test_slips(regla: Regla, text: str, code: str, column: int) -> None:
    assert [(c, n) for c, _, n in found(regla, text)] == [(code, column)]


@pytest.mark.parametrize(
    ("regla", "text"),
    [
        (alfabetos.revisar, "Factor β-lactámico, α, Δ, 5 μg y Ω"),
        (palabras_dobles.revisar, "Muy muy poco a poco, vitamina A a menores, Veracruz Veracruz"),
        (palabras_dobles.revisar, "De {{ dato.ooad }} de ellas"),
        (puntuacion.revisar, "Los {{ dato.ooad }}, y [^a]. Y ¿qué? 10 : 30. | :---: |"),
        (
            direcciones.revisar,
            "En https://www.imss.gob.mx/a?b=1#c, www.imss.gob.mx y a.b@imss.gob.mx.",
        ),
        (direcciones.revisar, "Lo dijo @IMSS en sus redes; «[aquí](https://a.mx)»."),
        (listas_repetidas.revisar, "Los 988N2123-001 y 988N2123-002; COVID-19 y COVID-21"),
        (comillas.revisar, 'Dice «uno» {{ "5" : literal nombre }} y “dos”.'),
    ],
)
def test_what_is_no_slip(regla: Regla, text: str) -> None:
    assert found(regla, text) == []
