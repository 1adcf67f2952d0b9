"""The audit finds what is known to be wrong in the four published documents of the repository.

tests/golden/discrepancias-cubiertas.tsv has a line for each discrepancy that was proven in the
originals: `sí`, with the finding that tells it; `no`, why no rule does; `sin dato`, why the data of
Pliego do not carry it.
"""

import csv
import json

import pytest

from generator.build import examine
from generator.model.expresion import read_comparison
from generator.works import Examen
from tests.casos import RAIZ

LISTA = RAIZ.parent / "shared" / "discrepancias-conocidas.json"
DOCUMENTOS = (
    "isssteson-plan-de-labores-2024",
    "isss-plan-anual-de-trabajo-2024",
    "coneval-ficha-seguimiento-issste-2021",
    "imss-avance-y-resultados-2023-2024",
)
Row = dict[str, str]


def _rows() -> list[Row]:
    path = RAIZ / "tests" / "golden" / "discrepancias-cubiertas.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


ROWS = _rows()
REACHED = [row for row in ROWS if row["alcanza"] == "sí"]


@pytest.fixture(scope="module")
def examen() -> Examen:
    return examine(RAIZ)


@pytest.mark.parametrize("row", REACHED, ids=lambda row: row["id"])
def test_each_known_discrepancy_is_found_where_it_is(examen: Examen, row: Row) -> None:
    found = [
        d.text
        for d in examen.diagnostics
        if (d.code, d.span.path) == (row["codigo"], row["archivo"])
    ]
    assert any(row["dice"] in text for text in found), found


def test_each_line_says_how_it_is_found_or_why_it_is_not() -> None:
    assert {row["alcanza"] for row in ROWS} <= {"sí", "no", "sin dato"}
    for row in ROWS:
        how = bool(row["codigo"] and row["archivo"] and row["dice"])
        assert how == (row["alcanza"] == "sí") == (not row["porque"]), row["id"]


def test_nine_in_ten_of_the_ones_that_matter_are_found() -> None:
    matter = [
        row["alcanza"]
        for row in ROWS
        if row["prueba"] == "cálculo" and row["severidad"] in ("alta", "media")
    ]
    carried = [how for how in matter if how != "sin dato"]
    assert len(matter) == 44
    assert len(matter) - len(carried) <= 3
    assert carried.count("sí") >= 0.9 * len(carried)


@pytest.mark.skipif(not LISTA.is_file(), reason="the list is not part of the repository")
def test_every_known_discrepancy_has_its_line() -> None:
    known = json.loads(LISTA.read_text("utf-8"))
    mine = [each for each in known if each["documento"] in DOCUMENTOS]
    assert [(each["id"], each["severidad"], each["prueba"]) for each in mine] == [
        (row["id"], row["severidad"], row["prueba"]) for row in ROWS
    ]


def test_no_declared_check_is_said_twice(examen: Examen) -> None:
    for leida in examen.proyecto.instituciones:
        if leida.comprobaciones:
            said = [each.debe for each in leida.comprobaciones.valor.comprobaciones]
            assert len(said) == len(set(said))
            assert all(read_comparison(debe) for debe in said)
