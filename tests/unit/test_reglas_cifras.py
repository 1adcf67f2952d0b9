"""The rules over figures: what each one tells, and what it leaves alone."""

from types import ModuleType

import pytest

from generator.check import (
    ejercicios,
    enumeradas,
    formatos,
    gemelas,
    homonimos,
    medidas,
    metodos,
    porcentajes,
    preliminares,
    rangos,
    sustituidos,
    vacias,
)
from tests.reglas import DATOS, OBRAS, POA, QUEJAS, RURAL, TABLA, codigos, hallado, leido
from tests.semillas import proyecto

REGLAS = (
    ejercicios, enumeradas, formatos, gemelas, homonimos, medidas, metodos, porcentajes,
    preliminares, rangos, sustituidos, vacias,
)  # fmt: skip


@pytest.mark.parametrize("regla", REGLAS, ids=lambda regla: regla.__name__.rpartition(".")[2])
@pytest.mark.parametrize("ruta", [POA, DATOS], ids=["plan", "avance"])
def test_the_examples_are_sound(regla: ModuleType, ruta: str) -> None:
    assert hallado(regla, ruta) == []


# ── ranges and measures ──

_PORCENTAJE = "Porcentaje de medicamentos adquiridos en farmacias"


@pytest.mark.parametrize(
    ("nombre", "meta", "code"),
    [
        (_PORCENTAJE, "100.01%", "RAN-001"),
        (_PORCENTAJE, "-1%", "RAN-001"),
        (_PORCENTAJE, "100%", None),
        ("Proporción de recetas surtidas", "101%", "RAN-001"),
        ("Cobertura de personal médico", "103%", "RAN-001"),
        ("Cobertura de vacunación con esquema completo", "103%", None),
        ("Porcentaje de avance de las obras", "120%", None),
        ("Porcentaje de cumplimiento del programa", "102.4%", None),
        ("Porcentaje de desviación del gasto", "-3%", None),
        ("Variación porcentual del gasto", "-3%", None),
        ("Nivel de surtimiento", "104%", None),
        ("Número de recetas", "-4", "RAN-001"),
        ("Número de recetas", "4.5", "RAN-003"),
        ("Promedio de recetas", "4.5", None),
        ("Número de recetas", "4.5 millones", None),
        ("Recetas surtidas", "4.5", None),
    ],
)
def test_ranges(nombre: str, meta: str, code: str | None) -> None:
    found = codigos(rangos, POA, (_PORCENTAJE, nombre), ("2024: 80%", f"2024: {meta}"))
    assert found == ([code] if code else [])


def test_a_count_is_whole_where_its_sisters_are() -> None:
    text = "\n".join(leido(POA).lineas[POA])
    twin = (
        "  - id: 590-0{}\n    nombre: Consultas otorgadas ({})\n    unidad_responsable: "
        "departamento-adquisiciones\n    metas:\n      2024: {}\n"
    )
    sisters = "".join(
        twin.format(*each)
        for each in ((3, "Guaymas", 12000), (4, "Nogales", 8000), (5, "X", 32.16))
    )
    assert codigos(rangos, POA, (text, text.rstrip("\n") + "\n" + sisters)) == ["RAN-003"]


@pytest.mark.parametrize(
    ("nombre", "meta", "told"),
    [
        (_PORCENTAJE, "621,000", True),
        (_PORCENTAJE, "62", False),
        ("Acciones de atención", "621,000", False),
    ],
)
def test_a_percentage_is_no_count(nombre: str, meta: str, *, told: bool) -> None:
    found = codigos(medidas, POA, (_PORCENTAJE, nombre), ("2024: 80%", f"2024: {meta}"))
    assert found == (["RAN-002"] if told else [])


def test_a_variation_is_no_index_of_base_100() -> None:
    name = "nombre: Porcentaje de la población con carencia"
    changes = [
        (name, "nombre: Variación porcentual de la población"),
        ("valor: 29.99", "valor: 100"),
    ]
    assert codigos(medidas, RURAL, *changes) == ["RAN-002"]
    subtracted = ("poblacion_rural) × 100", "poblacion_rural − 1) × 100")
    assert codigos(medidas, RURAL, *changes, subtracted) == []


# ── the same twice ──


def _otro_dato(name: str, value: str) -> tuple[str, str]:
    head = "  - id: quejas-cndh-proceso"
    return head, f"  - id: otro\n    nombre: {name}\n    valor: {value}\n{head}"


@pytest.mark.parametrize(
    ("nombre", "valor", "told"),
    [
        ("Consultas médicas otorgadas en el Programa IMSS-BIENESTAR", "21'687,402", True),
        ("Consultas médicas otorgadas en el Programa IMSS-BIENESTAR", "9", True),
        ("Consultas médicas otorgadas en el Programa IMSS-BIENESTAR", "21'687,420", False),
        ("Consultas dentales otorgadas por el Programa IMSS-BIENESTAR", "21'687,402", False),
        ("Población en localidades rurales", "26,983,582", True),
        ("Población en localidades rurales", "15,000,000", False),
        ("Población en localidades urbanas", "26,983,582", False),
    ],
)
def test_the_same_datum_has_one_value(nombre: str, valor: str, *, told: bool) -> None:
    assert codigos(gemelas, DATOS, _otro_dato(nombre, valor)) == (["DUP-001"] if told else [])


@pytest.mark.parametrize(
    ("nombre", "code"),
    [
        ("Nivel de surtimiento de farmacias", None),
        ("Nivel de surtimiento de farmacias.", None),
        ("Nivel de Surtimiento de Farmacias", "DUP-003"),
        ("Nivel de surtimiento en farmacia", "DUP-003"),
        ("Nivel de surtimiento oportuno de farmacias", "DUP-003"),
        ("Nivel de abastecimiento de farmacias", None),
        ("Porcentaje de surtimiento de farmacias", None),
        ("Medicamentos adquiridos en farmacias", None),
    ],
)
def test_one_name_in_two_spellings(nombre: str, code: str | None) -> None:
    path = "data/isssteson/instrumentos/programa-sectorial-salud-2022-2027.yml"
    planned = "Porcentaje de usuarios satisfechos en las unidades de primer nivel"
    assert codigos(homonimos, path, (planned, nombre)) == ([code] if code else [])


def test_two_indicators_with_one_name_are_told_only_in_the_same_unit() -> None:
    same = (_PORCENTAJE, "Nivel de surtimiento de farmacias")
    assert codigos(homonimos, POA, same) == []
    unit = ("departamento-adquisiciones", "departamento-medicamentos-suministros-medicos")
    assert codigos(homonimos, POA, same, unit) == ["DUP-002"]


# ── marks ──


def test_a_result_of_preliminary_figures_is_marked() -> None:
    (found,) = hallado(preliminares, QUEJAS, ("2024: 64.8 p/", "2024: 64.8"))
    assert found.code == "MAR-001"
    assert "0.478 p/" in found.text
    assert codigos(preliminares, QUEJAS, ("2024: 64.8 p/", "2024: ND")) == []


@pytest.mark.parametrize(
    ("periodo", "corte", "told"),
    [
        ("Enero-Diciembre", "a junio de 2024", True),
        ("Enero – Diciembre", "al 30 de junio de 2024", True),
        ("Enero-Diciembre", "a diciembre de 2024", False),
        ("Enero-Diciembre", "a junio de 2023", False),
        ("Otros", "a junio de 2024", False),
    ],
)
def test_a_result_of_half_a_year_is_marked(periodo: str, corte: str, *, told: bool) -> None:
    changes = [
        ("2024: 21 p/", "2024: 21"),
        ("a junio de 2024", corte),
        ("periodo_recoleccion: Enero-Diciembre", f"periodo_recoleccion: {periodo}"),
    ]
    assert codigos(preliminares, OBRAS, *changes) == (["MAR-001"] if told else [])


def test_an_empty_cell_among_figures() -> None:
    row = '[APO, "-", 1, "-", 1]'
    assert codigos(vacias, TABLA, (row, '[APO, "", 1, "-", 1]')) == ["MAR-002"]
    assert codigos(vacias, TABLA, (row, "[APO, ND, 1, NA, 1]")) == []
    other = ('[Tecnología, 19, "-", "-", 19]', '[Tecnología, "", "-", "-", 19]')
    assert codigos(vacias, TABLA, (row, '[APO, "", 1, "-", 1]'), other) == []


# ── the real project ──


def test_what_the_originals_really_printed_is_told_once() -> None:
    found = [d for regla in REGLAS for d in regla.revisar(proyecto())]
    places = [(d.code, d.span.path.split("/")[-1], d.span.line) for d in found]
    assert len(places) == len(set(places))
    told = {(code, name) for code, name, _ in places}
    assert told >= {
        ("RAN-001", "049.yml"),
        ("RAN-002", "5-1.yml"),
        ("RAN-002", "5-3.yml"),
        ("RAN-002", "programa-institucional-2022-2027.yml"),
        ("RAN-003", "470.yml"),
        ("DUP-001", "objetivo-1.yml"),
        ("DUP-002", "049.yml"),
        ("MAR-001", "3-2.yml"),
        ("MAR-001", "4-1.yml"),
        ("MAR-001", "4-2.yml"),
        ("MAR-001", "6-1.yml"),
        ("FMT-001", "287.yml"),
        ("FMT-001", "2-1.yml"),
        ("POR-001", "2.4.md"),
        ("POR-001", "4.6.md"),
        ("EJE-002", "1-2.yml"),
        ("SUS-001", "4-1.yml"),
        ("SUS-002", "4-3.yml"),
        ("SUS-002", "6-1.yml"),
    }
