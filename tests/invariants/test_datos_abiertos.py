"""Every figure is the same in CSV, JSON, API, workbook, register, page and PDF; and what describes
the data is true.
"""

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from decimal import Decimal
from html import unescape
from pathlib import Path
from typing import Any

import frictionless
import jsonschema
import openpyxl
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from generator.model.registro import Registro
from generator.publish import MANIFEST
from generator.works import Examen
from tests import pdf
from tests.datos import Renglon, as_text, rows, sheet, told

Publicado = tuple[Path, Examen]
VALUE = r'<(?:data value|time datetime)="([^"]*)"'
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


@pytest.fixture(scope="module")
def datos(sitio: Path) -> Path:
    return sitio / "datos"


@pytest.fixture(scope="module")
def cifras(datos: Path) -> list[Renglon]:
    return rows(datos / "cifras.csv")


@pytest.fixture(scope="module")
def registro(publicado: Publicado) -> Registro:
    return publicado[1].registro


def tables(datos: Path) -> list[str]:
    return [str(each["tabla"]) for each in told(datos / "api/v1/indice.json")["tablas"]]


# ── the figures ──


def test_every_figure_of_the_register_is_told_as_published(
    cifras: list[Renglon], registro: Registro
) -> None:
    assert [row["direccion"] for row in cifras] == list(registro.cifras)
    for row in cifras:
        cifra = registro.cifras[row["direccion"]]
        assert row["publicado"] == cifra.completa
        assert (row["fecha"] if cifra.es_fecha else row["valor"]) == cifra.exacta
        assert (row["estado"] == "preliminar") == (cifra.estado == "p/")
        assert (row["estado"] in ("ND", "NA")) == (cifra.valor is None)


def test_every_table_says_the_same_in_csv_json_and_workbook(datos: Path) -> None:
    found = tables(datos)
    assert len(found) == 23 + 107
    for name in found:
        csv = rows(datos / f"{name}.csv")
        assert csv, name
        assert as_text(told(datos / f"api/v1/tablas/{name}.json")["filas"]) == csv, name


@pytest.mark.parametrize("name", ["cifras", "observaciones", "variables", "actividades", "cuentas"])
def test_every_number_of_the_workbook_is_that_of_the_csv(datos: Path, name: str) -> None:
    assert_same(rows(datos / f"{name}.csv"), sheet(datos / f"{name}.xlsx", name))


def test_the_workbook_of_everything_has_every_figure(datos: Path, cifras: list[Renglon]) -> None:
    cells = sheet(datos / "datos-abiertos.xlsx", "cifras")
    assert len(cells) == len(cifras)
    for one, other in zip(cifras, cells, strict=True):
        assert one["direccion"] == other["direccion"]
        _same(one["valor"], other["valor"], "valor")


def assert_same(csv: list[Renglon], cells: list[dict[str, Any]]) -> None:
    """Each cell of a sheet is what the CSV says."""
    assert len(csv) == len(cells)
    for one, other in zip(csv, cells, strict=True):
        for column, value in one.items():
            _same(value, other[column], column)


def _same(value: str, cell: object, column: str) -> None:
    if not value:
        assert cell is None
    elif column in ("valor", "recalculado", "avance"):
        assert Decimal(str(cell)) == Decimal(value)
        assert isinstance(cell, int | float) or len(Decimal(value).as_tuple().digits) > 16
    elif isinstance(cell, int):
        assert str(cell).lower() == value
    else:
        assert cell == value


def test_every_observation_is_a_figure_of_the_register(datos: Path, cifras: list[Renglon]) -> None:
    known = {row["direccion"]: row for row in cifras}
    shared = ("publicado", "valor", "estado", "decimales", "unidad", "unidad_medida", "corte")
    for name in ("observaciones", "variables", "programacion", "cuentas"):
        for row in rows(datos / f"{name}.csv"):
            own = known[row["direccion"]]
            assert {k: row[k] for k in shared} == {k: own[k] for k in shared}
    for name in ("programas", "actividades", "inversion"):
        for row in rows(datos / f"{name}.csv"):
            assert row["valor"] == known[row["direccion"]]["valor"]


def test_every_figure_is_that_of_its_page(sitio: Path, cifras: list[Renglon]) -> None:
    pages: dict[str, str] = {}
    for row in cifras:
        path, _, anchor = row["pagina"].partition("#")
        if path not in pages:
            pages[path] = (sitio / path / "index.html").read_text("utf-8")
        shown = _shown(pages[path], row, anchor)
        assert shown == {row["fecha"] or row["valor"]}, row["direccion"]


def _shown(page: str, row: Renglon, anchor: str) -> set[str]:
    """What the page says at the place of a figure."""
    address = re.escape(row["direccion"])
    if found := re.findall(rf'{VALUE} data-direccion="{address}"', page):
        return set(found)
    if not anchor:  # what an instrument has none of
        return {row["valor"]} if row["valor"] == "0" else set()
    place = re.split(r'<(?:li|tr|section)[^>]* id="', page.split(f'id="{anchor}"', 1)[1])[0]
    if row["clase"] == "calculo" and row["indicador"]:  # the last step of a formula: as published
        number = row["publicado"].removesuffix(" p/")
        return {row["valor"]} if number in unescape(re.sub(r"<[^>]+>", " ", place)) else set()
    return set(re.findall(VALUE, place)[:1])


def test_every_printed_figure_of_a_document_table_is_in_its_pdf(
    sitio: Path, publicado: Publicado
) -> None:
    for path in sorted((sitio / "datos/documentos").glob("*/*")):
        id_ = f"{path.parent.name}/{path.name}"
        printed = re.sub(r"\s+", "", pdf.words(sitio / f"documentos/{id_}.pdf"))
        for table in sorted(path.glob("cuadro-*.csv")):
            for row in rows(table):
                for column in (c for c in row if f"{c}_valor" in row):
                    words = row[column].partition(" ")[0]
                    assert words.replace("\N{NO-BREAK SPACE}", "") in printed, (table, row[column])


def test_each_indicator_has_its_files(sitio: Path, datos: Path) -> None:
    every = rows(datos / "observaciones.csv")
    listed = told(datos / "api/v1/indicadores.json")["indicadores"]
    assert len(listed) == len(rows(datos / "indicadores.csv")) == 260
    for each in listed:
        own = [row for row in every if row["indicador"] == each["indicador"]]
        one = told(datos / each["json"])
        assert as_text(one["observaciones"]) == own
        house, _, id_ = each["indicador"].split(".", 2)
        assert rows(datos / f"indicadores/{house}/{id_}.csv") == own
        page = (sitio / each["pagina"] / "index.html").read_text("utf-8")
        assert f'href="../../../datos/indicadores/{house}/{id_}.csv"' in page
        assert f'href="../../../datos/indicadores/{house}/{id_}.xlsx"' in page
        book = datos / f"indicadores/{house}/{id_}.xlsx"
        names = openpyxl.load_workbook(book, read_only=True).sheetnames
        assert names[0] == "indicadores"
        assert names[-2:] == ["Diccionario", "Licencia"]
        if own:
            assert_same(own, sheet(book, "observaciones"))


def test_what_is_of_an_institution_is_what_the_whole_says_of_it(datos: Path) -> None:
    for house in rows(datos / "instituciones.csv"):
        id_ = house["institucion"]
        folder = datos / "instituciones" / id_
        answered = told(datos / f"api/v1/instituciones/{id_}.json")["tablas"]
        for path in folder.glob("*.csv"):
            own = [row for row in rows(datos / path.name) if row["institucion"] == id_]
            assert rows(path) == own
            assert as_text(answered[path.stem]) == own


# ── what describes them ──


def test_frictionless_finds_no_fault(datos: Path) -> None:
    packages = [datos, *(path for path in sorted((datos / "instituciones").iterdir()))]
    for folder in packages:
        report = frictionless.validate(str(folder / "datapackage.json"))
        assert report.valid, report.flatten(["name", "fieldName", "message"])[:5]


def test_the_zip_is_a_package_by_itself(datos: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(datos / "datos-abiertos.zip") as archive:
        archive.extractall(tmp_path)
    package = told(tmp_path / "datapackage.json")
    assert package == told(datos / "datapackage.json")
    for resource in package["resources"]:
        data = (tmp_path / resource["path"]).read_bytes()
        assert len(data) == resource["bytes"]
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
    assert "Licencia: CC BY 4.0" in (tmp_path / "LEEME.txt").read_text("utf-8")
    assert (tmp_path / "diccionario.csv").read_bytes() == (datos / "diccionario.csv").read_bytes()


def test_every_column_is_defined_in_spanish(datos: Path) -> None:
    package = told(datos / "datapackage.json")
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    fields = [f for resource in package["resources"] for f in resource["schema"]["fields"]]
    assert all(field["description"].strip() for field in fields)
    main = {r["name"]: r for r in package["resources"] if "/" not in r["path"]}
    told_ = {(row["tabla"], row["columna"]) for row in rows(datos / "diccionario.csv")}
    assert told_ == {(n, f["name"]) for n, r in main.items() for f in r["schema"]["fields"]}


def test_csv_is_rfc_4180(datos: Path) -> None:
    for path in datos.rglob("*.csv"):
        data = path.read_bytes()
        assert data.endswith(b"\r\n")
        assert not data.startswith(b"\xef\xbb\xbf")
        outside = re.sub(rb'"(?:[^"]|"")*"', b"", data)
        assert b'"' not in outside
        assert outside.count(b"\n") == outside.count(b"\r\n"), path
        widths = {line.count(b",") for line in outside.split(b"\r\n")[:-1]}
        assert len(widths) == 1, path


def test_csvw_describes_each_csv(datos: Path) -> None:
    described = set()
    for path in datos.rglob("csv-metadata.json"):
        group = told(path)
        assert group["@context"] == ["http://www.w3.org/ns/csvw", {"@language": "es"}]
        for table in group["tables"]:
            csv = path.parent / table["url"]
            described.add(csv)
            columns = table["tableSchema"]["columns"]
            names = [column["name"] for column in columns]
            assert csv.read_bytes().partition(b"\r\n")[0].decode() == ",".join(names)
            assert set(table["tableSchema"]["primaryKey"]) <= set(names)
            kinds = {"string", "integer", "gYear", "decimal", "date", "boolean"}
            assert {c["datatype"] for c in columns} <= kinds
    alone = {datos / "diccionario.csv", *(datos / "indicadores").rglob("*.csv")}
    assert described == set(datos.rglob("*.csv")) - alone


def test_openapi_is_valid_and_every_answer_is_as_it_says(datos: Path) -> None:
    root = datos / "api/v1"
    spec = told(root / "openapi.json")
    OpenAPIV31SpecValidator(spec).validate()
    answered = set()
    for path, operation in spec["paths"].items():
        content = operation["get"]["responses"]["200"]["content"]["application/json"]
        checker = jsonschema.Draft202012Validator({**content["schema"], **_definitions(spec)})
        files = list(root.glob(re.sub(r"\{\w+\}", "*", path).lstrip("/")))
        assert files, path
        answered |= set(files)
        for file in files:
            error = next(checker.iter_errors(told(file)), None)
            assert error is None, (file, error.message if error else "")
    assert answered == set(root.rglob("*.json")) - {root / "openapi.json"}


def _definitions(spec: Mapping[str, Any]) -> dict[str, Any]:
    return {"components": spec["components"]}


def test_the_catalogue_tells_each_file_with_its_weight_and_hash(datos: Path) -> None:
    catalogue = told(datos / "catalogo.jsonld")
    assert catalogue["@type"] == "dcat:Catalog"
    assert catalogue["dct:license"]["@id"].startswith("https://creativecommons.org/licenses/by/4.0")
    sets = catalogue["dcat:dataset"]
    assert len({each["dct:identifier"] for each in sets}) == len(sets) == 1 + 4 + 130
    for each in sets:
        assert each["dcat:distribution"]
        for distribution in each["dcat:distribution"]:
            data = (datos / distribution["dcat:downloadURL"]["@id"]).read_bytes()
            assert distribution["dcat:byteSize"]["@value"] == str(len(data))
            digest = distribution["spdx:checksum"]["spdx:checksumValue"]["@value"]
            assert digest == hashlib.sha256(data).hexdigest()


def test_the_checksums_and_the_manifest_list_every_file(sitio: Path, datos: Path) -> None:
    lines = (datos / "sha256sum.txt").read_text("utf-8").splitlines()
    sums = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    files = {p.relative_to(datos).as_posix() for p in datos.rglob("*") if p.is_file()}
    assert set(sums) == {f for f in files if not f.endswith(("index.html", "sha256sum.txt"))}
    manifest = told(sitio / MANIFEST)["archivos"]
    assert all(manifest[f"datos/{name}"] == digest for name, digest in sums.items())


def _linked(sitio: Path) -> Iterator[tuple[Path, Any]]:
    for path in sitio.rglob("*.html"):
        text = path.read_text("utf-8")
        for found in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text):
            yield path, json.loads(found)


def test_the_pages_tell_their_data_to_machines(sitio: Path) -> None:
    found = dict(_linked(sitio))
    assert len(found) == 1 + 260
    for path, each in found.items():
        assert each["@context"] == "https://schema.org"
        sets = each["dataset"] if each["@type"] == "DataCatalog" else [each]
        for one in sets:
            assert one["@type"] == "Dataset"
            assert 50 <= len(one["description"]) <= 5000
            assert one["license"].startswith("https://creativecommons.org/")
            for download in one["distribution"]:
                assert (path.parent / download["contentUrl"]).is_file()


# ── workbooks ──


def test_a_workbook_is_typed_frozen_and_explained(datos: Path) -> None:
    book = openpyxl.load_workbook(datos / "datos-abiertos.xlsx")
    assert book.sheetnames[-2:] == ["Diccionario", "Licencia"]
    assert len(book.sheetnames) == 23 + 2
    for each in book.worksheets[:-1]:
        assert each.freeze_panes == "A2"
        assert each.auto_filter.ref
    figures = book["cifras"]
    head = [cell.value for cell in figures[1]]
    value, unit = head.index("valor"), head.index("unidad")
    for row in figures.iter_rows(min_row=2):
        assert all(cell.data_type != "f" for cell in row)
        if row[unit].value == "%" and isinstance(row[value].value, int | float):
            assert row[value].number_format.endswith('"%"')
    said = {row[0]: row[1] for row in book["Licencia"].iter_rows(values_only=True)}
    assert "CC BY 4.0" in str(said["Licencia"])


def test_the_bytes_do_not_depend_on_the_day(datos: Path) -> None:
    for path in (datos / "cifras.xlsx", datos / "datos-abiertos.zip"):
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
            assert len({entry.date_time for entry in archive.infolist()}) == 1
    core = zipfile.ZipFile(datos / "cifras.xlsx").read("docProps/core.xml").decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"2024-01-01T00:00:00Z"}


def test_every_decimal_is_written_with_its_digits(datos: Path) -> None:
    package = told(datos / "datapackage.json")
    for resource in package["resources"]:
        names = [f["name"] for f in resource["schema"]["fields"] if f["type"] == "number"]
        for row in rows(datos / resource["path"]):
            assert all(not row[name] or NUMBER.fullmatch(row[name]) for name in names)
