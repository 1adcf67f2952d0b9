"""Open data from made-up tables: what each format does with awkward cells, and how fast."""

import csv
import io
import json
import time
import zipfile
from dataclasses import replace
from datetime import date, datetime

import openpyxl
import pytest

from generator.render.datos_tabla import Campo, Fila, Tabla
from generator.render.datos_texto import Escrita, csv_line
from generator.render.datos_xlsx import Formulario, form, kept, workbook

CAMPOS = (
    Campo("institucion", "Quién"),
    Campo("indicador", "Cuál"),
    Campo("texto", "Palabras"),
    Campo("valor", "Número", "decimal"),
    Campo("decimales", "Cuántos", "entero"),
    Campo("unidad", "De qué"),
    Campo("anio", "Cuándo", "anio"),
    Campo("dia", "Qué día", "fecha"),
    Campo("firmado", "Si alguien responde", "logico"),
)
HOSTILE = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    '"',
    'a,"b"\r\nc',
    "\n",
    " ",
    "ñ—✓",
    "http://x.mx",
    "{=1}",
]
FILAS: tuple[Fila, ...] = tuple(
    ("a" if n % 2 else "b", f"a.ind.{n}", text, "42.20", 2, "%", 2023, "2024-01-19", n % 2 == 0)
    for n, text in enumerate(HOSTILE)
)
TABLA = Tabla("prueba", "Prueba", "De prueba", CAMPOS, ("indicador",), FILAS)


def test_a_csv_gives_back_each_cell() -> None:
    text = Escrita(TABLA).csv()
    head, *body = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert tuple(head) == TABLA.columnas
    assert [row[2] for row in body] == HOSTILE
    assert body[0][3:] == ["42.20", "2", "%", "2023", "2024-01-19", "true"]
    assert csv_line((None, "", 0)) == ",,0\r\n"


def test_json_keeps_decimals_as_text_and_nothing_as_null() -> None:
    rows = json.loads(Escrita(replace(TABLA, filas=(*FILAS, (None,) * len(CAMPOS)))).lista())
    assert [row["texto"] for row in rows[:-1]] == HOSTILE
    assert (rows[0]["valor"], rows[0]["anio"], rows[0]["firmado"]) == ("42.20", 2023, True)
    assert set(rows[-1].values()) == {None}


def test_the_rows_of_one_institution_or_indicator_are_some_of_the_whole() -> None:
    written = Escrita(TABLA)
    assert written.cuantas("institucion", "a") == 5
    assert written.csv("indicador", "a.ind.3").splitlines()[1].startswith("a,a.ind.3,")
    assert json.loads(written.lista("institucion", "nadie")) == []


def test_a_workbook_never_takes_text_for_a_formula() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook("Prueba", (TABLA,), {"Licencia": "=1"})))
    cells = list(book["prueba"].iter_rows(min_row=2))
    for row, text in zip(cells, HOSTILE, strict=True):
        assert row[2].data_type == "s" or text.isspace()
        assert str(row[2].value or "").replace("_x000D_", "\r") == text or "\r" in text
        assert (row[3].data_type, row[3].number_format) == ("n", '#,##0.00"%"')
        assert isinstance(row[7].value, datetime)
        assert row[8].data_type == "b"
        assert not row[2].hyperlink
    assert book["Diccionario"]["B2"].value == "institucion"


def test_a_number_of_too_many_digits_goes_as_text() -> None:
    assert kept("67.1")
    assert kept("123456789012.345")
    assert not kept("1234567890123.4567")
    long = replace(TABLA, filas=((*FILAS[0][:3], "1234567890123.4567", *FILAS[0][4:]),))
    book = openpyxl.load_workbook(io.BytesIO(workbook("Prueba", (long,), {})))
    assert book["prueba"]["D2"].value == "1234567890123.4567"


@pytest.mark.parametrize("text", ["67.1", "65.9", "-1163.855846139563", "0.10", "13420693467.37"])
def test_a_number_is_written_with_its_digits(text: str) -> None:
    one = replace(TABLA, filas=((*FILAS[0][:3], text, *FILAS[0][4:]),))
    with zipfile.ZipFile(io.BytesIO(workbook("Prueba", (one,), {}))) as book:
        assert f"<v>{text}</v>" in book.read("xl/worksheets/sheet1.xml").decode()


def test_the_same_tables_give_the_same_bytes() -> None:
    one = workbook("Prueba", (TABLA,), {})
    time.sleep(1.1)
    assert workbook("Prueba", (TABLA,), {}) == one


def test_sheets_with_long_names_do_not_collide() -> None:
    long = [replace(TABLA, nombre="x" * 40), replace(TABLA, nombre="X" * 35)]
    names = openpyxl.load_workbook(io.BytesIO(workbook("Prueba", long, {}))).sheetnames
    assert len({name.lower() for name in names}) == 4


def test_a_form_has_its_choices_hidden() -> None:
    filas = ((2024, date(2024, 1, 1), "=x"), (2024, None, None))
    made = form(Formulario("F", {(0, 0): "T"}, 2, ("a", "b", "c"), filas, {2: ("Sí", "No")}))
    book = openpyxl.load_workbook(io.BytesIO(made))
    assert book["Hidden_1"].sheet_state == "hidden"
    assert book["F"]["C4"].data_type == "s"
    (choice,) = book["F"].data_validations.dataValidation
    assert (str(choice.sqref), choice.formula1) == ("C4:C5", "Hidden_1!$A$1:$A$2")


@pytest.mark.parametrize("count", [190_000])
def test_190_000_observations_take_seconds(count: int) -> None:
    rows = tuple(("a", f"a.ind.{n // 19}", "Línea base", "42.2", 1, "%", 2000 + n % 19, None, True)
                 for n in range(count))  # fmt: skip
    written, start = Escrita(replace(TABLA, filas=rows)), time.process_time()
    whole = len(written.csv()) + len(written.lista())
    parts = sum(len(written.csv("indicador", f"a.ind.{n}")) for n in range(count // 19))
    assert whole > 190_000 * 100
    assert parts > 190_000 * 30
    assert time.process_time() - start < 8
