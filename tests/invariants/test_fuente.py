"""The data and the document say what the official plan printed, word by word.

The two .tsv of tests/golden were taken once from the published plan; nothing here writes them.
"""

import csv
from collections import Counter
from collections.abc import Iterator

import pytest

from generator.build import examine
from generator.document.nodes import Componente, Seccion, Tabla
from generator.document.walk import sections
from generator.model.enlazado import InstitucionEnlazada, ObjetivoEnlazado
from generator.model.instrumento import Objetivo
from generator.works import Examen
from tests.casos import RAIZ

GOLDEN = RAIZ / "tests" / "golden"
INSTRUMENTS = ("programa-sectorial-salud-2022-2027", "programa-institucional-2022-2027")
BUDGETS = {
    "280": ("Control y Vigilancia", "$10,570,285.52"),
    "287": ("Coordinación Administrativa", "$1,100,701,417.08"),
    "469": ("Coordinación de Prestaciones Económicas y Sociales", "$322,084,244.13"),
    "470": ("Operación de Hospitales y Centros Médicos", "$1,901,193,774.60"),
    "049": ("Atención Médica de Primer Nivel", "$653,245,878.75"),
    "590": ("Nivel de Surtimiento en Farmacias", "$400,281,829.36"),
    "589": ("Pensiones y Jubilaciones", "$9,032,616,037.93"),
}
SOURCE = "Unidad de Planeación, Evaluación y Transparencia y Departamento de Control Presupuestal"
Row = tuple[str, ...]


def _golden(name: str) -> list[Row]:
    with (GOLDEN / name).open(encoding="utf-8", newline="") as stream:
        rows = csv.reader(stream, dialect="excel-tab", quoting=csv.QUOTE_NONE)
        return [tuple(row) for row in rows][1:]


@pytest.fixture(scope="module")
def poa() -> list[Row]:
    return _golden("isssteson-poa-2024.tsv")


@pytest.fixture(scope="module")
def vinculacion() -> list[Row]:
    return _golden("isssteson-vinculacion.tsv")


@pytest.fixture(scope="module")
def examen() -> Examen:
    return examine(RAIZ)


@pytest.fixture(scope="module")
def institucion(examen: Examen) -> InstitucionEnlazada:
    (only,) = (i for i in examen.enlazadas if i.id == "isssteson")
    return only


@pytest.fixture(scope="module")
def secciones(examen: Examen) -> dict[str, Seccion]:
    (obra,) = (o for o in examen.obras if o.documento.id == "isssteson/plan-de-labores-2024")
    return {s.id: s for s in sections(obra.documento.secciones)}


def _parts(title: str, objetivo: Objetivo) -> Iterator[Row]:
    number = str(objetivo.numero)
    yield title, number, "objetivo", number, objetivo.texto
    for estrategia in objetivo.estrategias:
        yield title, number, "estrategia", "", estrategia.texto
        for linea in estrategia.lineas_accion:
            yield title, number, "línea de acción", linea.numero, linea.texto
        for indicador in estrategia.indicadores:
            yield title, number, "indicador", "", indicador.nombre


def _tables(seccion: Seccion) -> list[Tabla]:
    return [b for b in seccion.bloques if isinstance(b, Tabla)]


def test_the_golden_lists_are_whole(poa: list[Row], vinculacion: list[Row]) -> None:
    counts = {"280": 1, "287": 22, "469": 6, "470": 30, "049": 13, "590": 2}
    assert Counter(row[0] for row in poa) == counts
    kinds = {"objetivo": 6, "estrategia": 7, "línea de acción": 22, "indicador": 19}
    assert Counter(row[2] for row in vinculacion) == kinds
    assert all(cell == cell.strip() for row in (*poa, *vinculacion) for cell in row)


def test_the_data_state_every_indicator_as_printed(
    examen: Examen, institucion: InstitucionEnlazada, poa: list[Row]
) -> None:
    found = [
        (
            actividad.clave,
            str(i.numero),
            i.nombre,
            i.unidad_impresa,
            examen.registro.cifras[f"isssteson.ind.{i.id}.meta.2024"].texto(),
        )
        for actividad in institucion.actividades
        for i in actividad.indicadores
    ]
    assert found == poa


def test_the_tables_print_every_indicator_as_printed(
    secciones: dict[str, Seccion], poa: list[Row]
) -> None:
    found = [
        (clave, *(cell.texto for cell in row))
        for clave in BUDGETS
        for table in _tables(secciones[f"actividad-{clave}"])
        for row in table.filas
    ]
    assert found == poa


@pytest.mark.parametrize("clave", BUDGETS)
def test_each_activity_has_its_name_amount_and_source(
    secciones: dict[str, Seccion], poa: list[Row], clave: str
) -> None:
    name, amount = BUDGETS[clave]
    seccion = secciones[f"actividad-{clave}"]
    (table,) = _tables(seccion)
    count = sum(row[0] == clave for row in poa)
    pairs = {par.rotulo: par.celda.texto for par in table.pares}
    assert (seccion.numero, seccion.titulo) == (clave, name)
    assert pairs == {
        "Actividad o proyecto": clave,
        "Presupuesto": amount,
        "Descripción": name,
        **({"Total de indicadores": str(count)} if count else {}),
    }
    assert table.fuente == (SOURCE if count else "")


def test_the_summary_table_adds_up(secciones: dict[str, Seccion], poa: list[Row]) -> None:
    (table,) = _tables(secciones["programa-operativo-anual"])
    rows = [tuple(cell.texto for cell in row) for row in table.filas]
    assert rows == [
        (
            clave,
            name,
            "E205JN9" if clave == "589" else "E205T31",
            str(sum(row[0] == clave for row in poa)),
            amount,
        )
        for clave, (name, amount) in BUDGETS.items()
    ]
    assert [tuple(cell.texto for cell in row) for row in table.totales] == [
        ("E205T31", "Seguridad Social", "", "74", "$4,388,077,429.44"),
        ("E205JN9", "Pensiones y Jubilaciones", "", "0", "$9,032,616,037.93"),
        ("Total", "", "", "74", "$13,420,693,467.37"),
    ]


def test_the_data_state_every_objective_as_printed(
    institucion: InstitucionEnlazada, vinculacion: list[Row]
) -> None:
    found = [
        row
        for each in (institucion.instrumentos[id_] for id_ in INSTRUMENTS)
        for objetivo in each.objetivos
        for row in _parts(each.titulo, objetivo.objetivo)
    ]
    assert found == vinculacion


def test_the_document_shows_every_objective_as_printed(
    secciones: dict[str, Seccion], vinculacion: list[Row]
) -> None:
    found: list[Row] = []
    for id_ in INSTRUMENTS:
        for block in secciones[id_].bloques:
            if isinstance(block, Componente) and block.componente == "objetivo":
                objetivo = block.datos["objetivo"]
                assert isinstance(objetivo, ObjetivoEnlazado)
                found += _parts(secciones[id_].titulo, objetivo.objetivo)
    assert found == vinculacion


def test_an_indicator_tied_to_a_strategy_has_nearly_its_name(
    institucion: InstitucionEnlazada,
) -> None:
    names = {i.id: i.nombre for i in institucion.indicadores}
    tied = [
        (enlazado.nombre, names[enlazado.indicador])
        for each in institucion.instrumentos.values()
        for objetivo in each.objetivos
        for estrategia in objetivo.estrategias
        for enlazado in estrategia.indicadores
        if enlazado.indicador
    ]
    assert len(tied) == 4
    for said, measured in tied:
        assert said.rstrip(".").lower() == measured.lower()
