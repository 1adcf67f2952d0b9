"""How siglas are explained in texts, and words out of use."""

import time

import pytest

from generator.check import en_desuso, siglas_desarrolladas
from generator.model.vocabulario import EnDesuso, Sigla, Siglas
from generator.read.bind import bind_text
from tests.textos import todo

DATO = "data/uno/cuadros/c.yml"
LISTA = Siglas(
    siglas=(
        Sigla(sigla="SEED", significado="Subsistema Epidemiológico y Estadístico de Defunciones"),
        Sigla(sigla="CONAPRED", significado="Consejo Nacional para Prevenir la Discriminación."),
        Sigla(sigla="UNO", significado="Instituto Mexicano del Seguro Social."),
        Sigla(sigla="UMF", significado="Unidad de Medicina Familiar"),
        Sigla(sigla="SAI", significado="Sistema de Abasto Institucional del UNO"),
        Sigla(sigla="SI", significado="Seguridad de la Información"),
        Sigla(sigla="GTD", significado="Micrositio Guiando tu Denuncia"),
        Sigla(sigla="SR", significado="Sarampión y Rubéola (Doble viral)"),
        Sigla(sigla="ODE-UNO", significado="Órgano de Cultura Física y Deporte del UNO"),
        Sigla(sigla="OOAD", significado="Órganos de Operación Administrativa Desconcentrada"),
        Sigla(sigla="OOAD", significado="Órgano Operativo de Administración Desconcentrada"),
        Sigla(sigla="TDPa", significado="Tétanos, difteria y tosferina acelular"),
    ),
    en_desuso=(
        EnDesuso(dice="DF Norte", debe="CDMX Norte", nota="DF es otra cosa."),
        EnDesuso(dice="Sur", debe="CDMX Sur"),
        EnDesuso(dice="minusválido", debe="persona con discapacidad"),
    ),
)


# ── a name before its sigla ──


def _nombres(text: str, path: str = DATO) -> list[str]:
    found = siglas_desarrolladas.revisar(todo(text, LISTA, path))
    return [dict(each.datos)["nombre"] for each in found]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("UNO, (Sistema Estadístico Epidemiológico de las Defunciones (SEED))", "Sistema "),
        ("La base del Subsistema Epidemiológico de Defunciones (SEED).", "Subsistema "),
        ("del Consejo Nacional para Prevenir y Eliminar la Discriminación (CONAPRED)", "Consejo "),
        ("el consejo nacional contra la discriminación (CONAPRED)", "consejo "),
        ("**Órgano Deportivo del Instituto** (ODE-UNO)", "Órgano "),
        ("el Órgano Operativo Desconcentrado (OOAD)", "Órgano "),
        ("- tétanos, difteria y tosferina (TDPa): 12", "tétanos, "),
        ("la «Seguridad Institucional» (SI)", "Seguridad Institucional"),
    ],
)
def test_a_sigla_explained_with_other_words(text: str, name: str) -> None:
    (found,) = _nombres(text)
    assert found.startswith(name)
    assert not found.endswith((" ", "*", "»"))


@pytest.mark.parametrize(
    "text",
    [
        "Subsistema epidemiologico y estadistico de las Defunciones (SEED)",
        "las Unidades de Medicina Familiar (UMF) y la Unidad de Medicina Familiar (UMF)",
        "las unidades del Instituto (UNO)",
        "El Instituto atendió en sus unidades (UNO)",
        "la Unidad de Integridad, la de Medicina y otras (UMF)",
        "del Sistema de Abasto Institucional (SAI), y del Sistema de Abasto del Instituto.",
        "Programa de la Unidad de Medicina Familiar (UMF)",
        "la Unidad de Medicina Familiar de Tepic (UMF)",
        "el aplicativo Guiando Tu Denuncia (GTD)",
        "Doble viral (SR); sarampión y rubéola (SR)",
        "el Órgano Operativo de Administración Desconcentrada (OOAD)",
        "Consejo Nacional. Hubo quejas (CONAPRED)",
        "Consejo Nacional de Otra Cosa, (CONAPRED)",
        "Consejo Nacional de Otra Cosa (OTRA) y {{ dato.consejo }} (CONAPRED)",
        "los servicios internos (SI)",
        "LOS SERVICIOS INTERNOS (SI)",
        "# Consejo Nacional de la Discriminación (CONAPRED)",
    ],
)
def test_the_same_name_or_none(text: str) -> None:
    assert _nombres(text) == []


def test_each_name_once_and_the_list_itself_never() -> None:
    text = "Órgano Operativo Desconcentrado (OOAD)\nÓrganos operativos desconcentrados (OOAD)"
    assert len(_nombres(text)) == 1
    assert _nombres(text, "data/uno/siglas.yml") == []
    assert _nombres(text, "data/otro/cuadros/c.yml") == []
    assert list(siglas_desarrolladas.revisar(todo(text))) == []


# ── out of use ──


def _desuso(text: str, path: str = DATO) -> list[tuple[int, int, str]]:
    found = en_desuso.revisar(todo(text, LISTA, path))
    return [(each.span.line, each.span.column, dict(each.datos)["dice"]) for each in found]


def test_every_occurrence_is_told_where_it_is() -> None:
    text = "filas:\n  - [DF Norte, 1]\n  - [DF  Norte y Minusválido, 2]\nnota: en DF Norte."
    assert _desuso(text) == [
        (2, 6, "DF Norte"),
        (3, 6, "DF Norte"),
        (3, 18, "Minusválido"),
        (4, 10, "DF Norte"),
    ]


def test_the_reason_goes_with_the_mend() -> None:
    (found,) = en_desuso.revisar(todo("En DF Norte.", LISTA))
    assert found.text == "se lee «DF Norte», que siglas.yml declara en desuso."
    assert found.mend.startswith("Escriba «CDMX Norte» (DF es otra cosa);")


@pytest.mark.parametrize(
    "text",
    [
        "CDMX Norte y CDMX Sur",
        "df norte; PDF Norte; DF Norteño; DF-Norte; DF Norte-Centro; DF, Norte",
        "minusválidos, sureste, {{ dato.Sur }} y [enlace](Sur)",
        "Sur: 3",
        "# DF Norte",
    ],
)
def test_words_in_use(text: str) -> None:
    assert _desuso(text) == []


def test_the_list_does_not_tell_itself_nor_other_institutions() -> None:
    assert _desuso("dice: DF Norte", "data/uno/siglas.yml") == []
    assert _desuso("dice: DF Norte", "data/otro/cuadros/c.yml") == []
    assert list(en_desuso.revisar(todo("DF Norte"))) == []


# ── size ──


def test_a_list_too_long_is_refused() -> None:
    terms = "".join(f"  - {{dice: a{n}, debe: b}}\n" for n in range(201))
    text = f"siglas:\n  - {{sigla: A, significado: B}}\nen_desuso:\n{terms}"
    _, (told,) = bind_text(text, "data/uno/siglas.yml", Siglas)
    assert told.text == "«en_desuso» no es válida: tiene más de 200 elementos."


def test_huge_texts_are_read_at_once() -> None:
    many = tuple(EnDesuso(dice=f"DF {'Norte ' * 9}{n}", debe=f"CDMX {n}") for n in range(200))
    siglas = LISTA.model_copy(update={"en_desuso": many})
    start = time.process_time()
    for text in ("DF " * 300_000, "(UMF)" * 200_000, "Unidad " * 150_000, "Unidad (UMF) " * 80_000):
        for regla in (en_desuso, siglas_desarrolladas):
            list(regla.revisar(todo(text, siglas)))
    assert time.process_time() - start < 15
