"""The rules over lists: what is repeated, counted, shared out or out of order."""

from types import SimpleNamespace
from typing import cast

import pytest

from generator.check import coberturas, conteos, listas_repetidas, parrafos_repetidos, vocabulario
from generator.check.conteos import contados
from generator.check.todo import Todo
from generator.model.cuadro import Cuadro
from generator.model.leido import Leido
from generator.model.vocabulario import Sigla, Siglas
from tests.textos import found, todo

# ── repeated texts ──

PARRAFO = (
    "De noviembre de 2018 a junio de 2024 el crecimiento de la población derechohabiente es de "
    "{{ dato.surtido }}, con lo que el Instituto se pone en una posición de liderazgo hacia la "
    "cobertura universal del país."
)


def test_a_paragraph_almost_repeated() -> None:
    other = PARRAFO.replace("es de", "fue de")
    assert found(parrafos_repetidos.revisar, f"{PARRAFO}\n\nOtra.\n\n{other}") == [
        ("TXT-001", 5, 1)
    ]


def test_paragraphs_that_are_not_the_same() -> None:
    short = "Así en el original."
    far = PARRAFO.replace("población derechohabiente", "inversión").replace("2018", "2020")
    other = far.replace("dato.surtido", "dato.inversion").replace("el Instituto", "la clínica")
    assert found(parrafos_repetidos.revisar, f"{PARRAFO}\n\n{short}\n\n{short}\n\n{other}") == []


def test_an_item_repeated_in_its_list() -> None:
    text = "- Ampliación de servicios\n- Otra\n- Ampliación de servicios:\n  - a\n  - b"
    assert found(listas_repetidas.revisar, text) == [("TXT-002", 3, 1)]


def test_the_same_item_in_two_lists() -> None:
    text = "- Uno\n  - a\n- Dos\n  - a\n\nOtra:\n\n- Uno"
    assert found(listas_repetidas.revisar, text) == []


# ── counts ──


@pytest.mark.parametrize(
    "text",
    [
        "A través de tres esquemas: 1) uno (580); 2) dos (184); 3) tres; y, 4) cuatro (853).",
        "Con {{ dato.esquemas }} esquemas:[^e] a, en {{ dato.quejas }}; b; c, y d, en uno.",
        "En cinco OOAD: Oaxaca, Nayarit, Jalisco y Sonora.",
        "En tres OOAD (Colima y Jalisco, Sonora y Puebla, León y Celaya, Tepic y Durango).",
        "Hubo 9 escuelas, en Campeche, Colima, Jalisco, Morelos, Oaxaca, Sonora y Zacatecas.",
        "Estos son los tres temas:\n\n- Uno\n- Dos",
    ],
)
def test_a_count_that_is_not_that_of_its_list(text: str) -> None:
    assert [code for code, *_ in found(conteos.revisar, text)] == ["TXT-011"]


@pytest.mark.parametrize(
    "text",
    [
        "En cuatro OOAD: Oaxaca, Nayarit, Jalisco y Sonora.",
        "En cinco OOAD: Estado de México Oriente y Poniente, Nayarit, Jalisco y Sonora.",
        "Son dos contratos: uno de ambulancias para las unidades, y otro de traslados.",
        "Ocho obras: cinco de segundo nivel, dos nuevas de primer nivel y una más.",
        "Cuatro albergues: el de León, Guanajuato, y los de Tula; Culiacán, Sinaloa, y Tepic.",
        "Con tres programas: Centro de Día, Club y Turismo Social.",
        "Tres de las obras se hicieron en seis sedes:\n\n- Uno: 3\n- Dos: 4",
        "En 35 OOAD, en León, Guanajuato.",
        "Dos obras, en León, Guanajuato, y Tula, Hidalgo.",
    ],
)
def test_counts_that_are_right_or_not_sure(text: str) -> None:
    assert found(conteos.revisar, text) == []


def test_names_with_and_give_a_range() -> None:
    assert str(contados("Colima, Veracruz Norte y Sur, y Yucatán")) == "entre 3 y 4"


# ── shares ──


def _coberturas(*celdas: str) -> list[str]:
    filas = tuple((f"Zona {n}", celda) for n, celda in enumerate(celdas))
    cuadro = Cuadro.model_validate(
        {
            "titulo": "Zonas",
            "corte": "2024",
            "columnas": [{"id": "zona", "titulo": "Zona"}, {"id": "en", "titulo": "Entidades"}],
            "filas": filas,
        }
    )
    leida = SimpleNamespace(cuadros={"c": Leido(cuadro, "data/uno/cuadros/c.yml", {})})
    todo = SimpleNamespace(proyecto=SimpleNamespace(instituciones=(leida,)))
    return [d.text.partition(",")[0] for d in coberturas.revisar(cast("Todo", todo))]


def test_a_name_in_two_groups() -> None:
    numbered = "1 (León y Sonora); 2 (Colima); 3 (Durango y Zacatecas); 4 (Coahuila y Zacatecas)"
    assert _coberturas(numbered) == ["«Zacatecas» está en «3» y también en «4»"]
    cells: tuple[str, ...] = (
        "León, Tula, Sonora",
        "Jalisco y Colima",
        "Puebla, Durango y Zacatecas",
    )
    cells += ("Coahuila, Nuevo León, Zacatecas",)
    assert _coberturas(*cells) == ["«Zacatecas» está en «Zona 2» y también en «Zona 3»"]


@pytest.mark.parametrize(
    "celdas",
    [
        ("1 (León y Sonora); 2 (Colima)", "3 (Durango)", "4 (Coahuila y Nuevo León)"),
        ("Una, dos y tres", "Una, cuatro", "Una, cinco", "Una, seis"),
        ("IMSS, DIDT", "IMSS, DPM", "Sólo IMSS", "Varios"),
        ("2 (Sonora); 3 (Sonora)", "Otra"),
        ("Torreón, Coahuila", "Bochil, Chiapas", "Saltillo, Coahuila", "Tapachula, Chiapas"),
    ],
)
def test_columns_that_share_nothing_out(celdas: tuple[str, ...]) -> None:
    assert _coberturas(*celdas) == []


# ── siglas ──


def _siglas(*pares: tuple[str, str]) -> Siglas:
    return Siglas(siglas=tuple(Sigla(sigla=s, significado=m) for s, m in pares))


def _codes(siglas: Siglas, text: str = "") -> list[str]:
    return [d.code for d in vocabulario.revisar(todo(text, siglas))]


def test_siglas_in_order() -> None:
    assert _codes(_siglas(("ÁREA", "a"), ("BCG", "b"), ("Ñu", "c"), ("OOAD", "d"))) == []
    assert _codes(_siglas(("CV", "a"), ("OOAD", "b"), ("DF", "c"), ("CV", "a"))) == ["SIG-004"]


def test_the_one_that_is_out_of_place_is_told() -> None:
    (told,) = vocabulario.revisar(todo("", _siglas(("CV", "a"), ("OOAD", "b"), ("DF", "c"))))
    assert told.text.startswith("«OOAD» está antes de «DF»")
    (told,) = vocabulario.revisar(todo("", _siglas(("BC", "a"), ("CV", "b"), ("AF", "c"))))
    assert told.text.startswith("«AF» está después de «CV»")


def test_two_meanings() -> None:
    assert _codes(_siglas(("OOAD", "Órganos"), ("OOAD", "Órgano operativo"))) == ["SIG-005"]
    assert _codes(_siglas(("OOAD", "Órganos."), ("OOAD", "organos"))) == []


@pytest.mark.parametrize("text", ["En eduTK.", "En EduKT.", "En EDUTK y EDUTK."])
def test_a_sigla_written_otherwise(text: str) -> None:
    assert _codes(_siglas(("EduTK", "Plataforma")), text) == ["SIG-006"]


@pytest.mark.parametrize(
    "text",
    ["En EduTK, con edutk.", "La casa y la Casa.", "En https://EDUTK.mx y {{ dato.eDUTK }}."],
)
def test_words_that_are_no_sigla(text: str) -> None:
    assert _codes(_siglas(("CASA", "Centros"), ("EduTK", "Plataforma")), text) == []
