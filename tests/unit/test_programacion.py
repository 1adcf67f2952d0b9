"""Metas with operator and unit, totals that add up, accounts side by side, drafts."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from generator.build import examine
from generator.compose.cells import of_text
from generator.compose.cuadros import joined
from generator.document.nodes import Columna, Renglon, Tabla
from generator.model.enlazado import InstitucionEnlazada
from generator.model.valores import Meta
from generator.works import Examen
from tests.casos import RAIZ, copia

PLAN = RAIZ / "layouts" / "plan-anual-de-trabajo" / "ejemplo"
SALUD = "data/isss/indicadores/2024/gerencia-salud.yml"
DOCUMENTO = "content/isss/plan-anual-de-trabajo-2024/documento.yml"
TOTAL = "isss.ind.gerencia-salud-p01.meta.2024"


@pytest.fixture
def raiz(tmp_path: Path) -> Path:
    return copia(tmp_path / "proyecto", PLAN)


def _change(raiz: Path, name: str, old: str, new: str) -> None:
    path = raiz / name
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def _isss(examen: Examen) -> InstitucionEnlazada:
    (only,) = examen.enlazadas
    return only


@pytest.mark.parametrize(
    ("text", "operator", "prefix", "value", "unit"),
    [
        ("≤20", "≤", "", "20", ""),
        ("<= 20", "≤", "", "20", ""),
        ("<20%", "<", "", "20", "%"),
        (">75%", ">", "", "75", "%"),
        ("10 días", "=", "", "10", "días"),
        ("60 días pago", "=", "", "60", "días pago"),
        ("8 centros", "=", "", "8", "centros"),
        ("$1,315", "=", "$", "1315", ""),
        ("$13,225 M", "=", "$", "13225", "M"),
        ("≥ US$ 5.50", "≥", "US$", "5.50", ""),
        ("7.9", "=", "", "7.9", ""),
    ],
)
def test_a_meta_is_its_parts(text: str, operator: str, prefix: str, value: str, unit: str) -> None:
    meta = Meta.leer(text)
    assert (meta.operador, meta.prefijo, meta.unidad) == (operator, prefix, unit)
    assert meta.numero.valor == Decimal(value)


def test_each_meta_is_printed_as_published(raiz: Path) -> None:
    cifras = examine(raiz).registro.cifras
    printed = [cifras[f"isss.ind.{id_}.meta.2024"].texto() for id_ in ("ufi-r02", "ambiental-r01")]
    assert printed == ["105%", "8"]
    assert cifras["isss.ind.gerencia-salud-r01.meta.2024"].texto() == "≤20"


def test_a_total_without_meta_is_the_sum_of_its_parts(raiz: Path) -> None:
    whole = "suma: [gerencia-salud-p02, gerencia-salud-p03, gerencia-salud-p04]\n"
    _change(raiz, SALUD, f"{whole}    metas:\n      2024: 7,528,195\n", whole)
    examen = examine(raiz)
    total = examen.registro.cifras[TOTAL]
    assert examen.diagnostics == ()
    assert (total.texto(), total.operacion, len(total.partes)) == ("7,528,195", "suma", 3)


def test_a_row_without_unit_takes_that_of_its_file(raiz: Path) -> None:
    row = "  - id: gerencia-salud-r01\n"
    _change(raiz, SALUD, row, f"{row}    unidad_responsable: ambiental\n")
    units = {i.id: i.unidad.id for i in _isss(examine(raiz)).indicadores}
    assert units["gerencia-salud-r01"] == "ambiental"
    assert units["gerencia-salud-r06"] == "gerencia-salud"


def test_the_sides_of_an_account_are_rows_of_one_table(raiz: Path) -> None:
    rows = _isss(examine(raiz)).cuentas["regimen-salud-2024"].filas
    assert len(rows) == 16
    first, last = rows[0], rows[-1]
    assert (first.izquierda.papel, first.derecha.nombre) == ("titulo", "Gastos corrientes")
    assert (last.izquierda.cifra, last.derecha.cifra) == (
        "cuenta.regimen-salud-2024.ingresos",
        "cuenta.regimen-salud-2024.egresos",
    )
    assert [row.izquierda.papel for row in rows].count("subtotal") == 2


def test_subtotals_left_out_are_added(raiz: Path) -> None:
    path = raiz / "data" / "isss" / "cuentas" / "regimen-salud-2024.yml"
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join(x for x in lines if not x.strip().startswith("total:")), "utf-8")
    cifras = examine(raiz).registro.cifras
    base = "isss.cuenta.regimen-salud-2024"
    assert cifras[f"{base}.ingresos-corrientes"].texto() == "$839.4"
    assert cifras[f"{base}.ingresos"].texto() == cifras[f"{base}.egresos"].texto() == "$906.5"


def test_equal_neighbours_are_one_cell() -> None:
    rows: list[Renglon] = [
        (of_text(a), of_text(b)) for a, b in (("uno", "x"), ("uno", "y"), ("dos", "y"))
    ]
    made = list(joined(rows, (True, False)))
    assert [row[0].tramo for row in made] == [2, 0, 1]
    assert [row[1].tramo for row in made] == [1, 1, 1]


def test_a_row_of_a_merged_cell_is_named_by_the_next_words() -> None:
    columns = (
        Columna("Indicador", 50, "texto", titular=True, fundida=True),
        Columna("Detalle", 30, "texto"),
        Columna("Plan", 20, "cifra"),
    )
    table = Tabla("t", 1, "T", (), columns, ())
    row = (of_text("uno"), of_text("x"), of_text("1"))
    assert table.nombra(row) == (0,)
    assert table.nombra((replace(row[0], tramo=2), *row[1:])) == (1,)


def test_an_approved_edition_says_by_whom(raiz: Path) -> None:
    (obra,) = examine(raiz).obras
    assert not obra.documento.borrador
    assert obra.documento.aprobacion == (
        "Consejo Directivo, acuerdo #2023-1694.SEP., 14 de septiembre de 2023"
    )


def test_another_edition_is_a_draft_again(raiz: Path) -> None:
    _change(raiz, DOCUMENTO, "  numero: 1\n", "  numero: 2\n")
    (obra,) = examine(raiz).obras
    assert obra.documento.borrador
    assert obra.documento.aprobacion == ""


def test_the_tables_group_merge_and_mark_their_rows(raiz: Path) -> None:
    from generator.document.walk import sections

    (obra,) = examine(raiz).obras
    by = {s.id: s for s in sections(obra.documento.secciones)}
    results, production = by["metas-gerencia-salud"].bloques
    assert isinstance(results, Tabla)
    assert isinstance(production, Tabla)
    assert [row[0].tramo for row in results.filas] == [1, 2, 0]
    (group,) = production.grupos
    assert group.titulo == "Consulta médica"
    assert [row[0].papel for row in group.filas] == ["total", "parte", "parte", "parte"]
