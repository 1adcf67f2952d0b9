"""The data and the document of CONEVAL say what its official evaluation printed.

The .tsv of tests/golden were taken once from the published text; nothing here writes them. An empty
field is one that the text lost.
"""

import csv
import html
import re
from collections import Counter
from pathlib import Path

import pytest

from generator.model.enlazado_seguimiento import SeguimientoEnlazado
from generator.model.seguimiento import PERDIDO, TOTAL
from generator.works import Examen
from tests import pdf
from tests.casos import RAIZ

GOLDEN = RAIZ / "tests" / "golden"
DOCUMENTO = "coneval/ficha-seguimiento-issste-2021"
Row = tuple[str, ...]


def _golden(name: str) -> list[Row]:
    with (GOLDEN / name).open(encoding="utf-8", newline="") as stream:
        rows = csv.reader(stream, dialect="excel-tab", quoting=csv.QUOTE_NONE)
        return [tuple(row) for row in rows][1:]


INDICADORES = _golden("coneval-indicadores.tsv")
CELDAS = _golden("coneval-distribucion.tsv")
SUELTOS = _golden("coneval-sueltos.tsv")


@pytest.fixture(scope="module")
def examen(publicado: tuple[Path, Examen]) -> Examen:
    return publicado[1]


@pytest.fixture(scope="module")
def seguimiento(examen: Examen) -> SeguimientoEnlazado:
    coneval = next(i for i in examen.enlazadas if i.id == "coneval")
    return coneval.seguimientos["issste-2021"]


@pytest.fixture(scope="module")
def papel(sitio: Path) -> Path:
    return sitio / "documentos" / f"{DOCUMENTO}.pdf"


@pytest.fixture(scope="module")
def salidas(papel: Path, sitio: Path) -> tuple[str, str]:
    """The words of the PDF and those of the page, without spaces: a line may break anywhere."""
    page = (sitio / DOCUMENTO / "index.html").read_text("utf-8")
    main = page.partition("<main")[2].partition("</main>")[0]
    return _flat(pdf.words(papel)), _flat(html.unescape(re.sub(r"<[^>]+>", " ", main)))


def _flat(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_the_golden_lists_are_whole() -> None:
    assert len(INDICADORES) == 15
    assert sum(bool(row[2]) for row in INDICADORES) + len(SUELTOS) == 12
    assert sum(bool(row[5]) for row in INDICADORES) == 6
    assert len(CELDAS) == 4 * 8
    assert Counter(row[7] for row in INDICADORES)["Superado"] == 5


def test_the_data_state_every_indicator_as_printed(seguimiento: SeguimientoEnlazado) -> None:
    for each, row in zip(seguimiento.indicadores, INDICADORES, strict=True):
        one, printed = each.indicador, each.indicador.impreso
        clave, nombre, tipo, sentido, calidad, criterios, cumplimiento, avance = row
        assert (one.clave, one.nombre) == (clave, nombre)
        assert "".join(mark for _, mark in each.criterios) == criterios
        assert (printed.cumplimiento_intermedia or one.cumplimiento_intermedia) == cumplimiento
        assert (printed.avance_sexenal or one.avance_sexenal) == avance
        assert (printed.tipo or one.tipo) == (tipo or PERDIDO)
        assert one.calidad == (calidad or PERDIDO)
        known = sentido or ("Constante" if avance == "Sentido constante" else PERDIDO)
        assert one.sentido == known
        assert one.serie is None


def test_the_loose_characteristics_are_those_that_nobody_can_assign(
    seguimiento: SeguimientoEnlazado,
) -> None:
    stated = [
        (str(o.numero), " ".join(s.de), s.tipo, s.sentido, s.calidad)
        for o in seguimiento.objetivos
        for s in o.objetivo.sueltos
    ]
    assert stated == SUELTOS


def test_the_printed_distribution_is_kept(seguimiento: SeguimientoEnlazado) -> None:
    kept = seguimiento.seguimiento.impreso.distribucion
    flat = [(row, column, text) for row, cells in kept.items() for column, text in cells.items()]
    assert flat == CELDAS


def test_the_distribution_is_counted_and_is_the_printed_one(
    seguimiento: SeguimientoEnlazado,
) -> None:
    cross = seguimiento.cruce
    titles = [c.titulo for c in cross.categorias]
    told: dict[tuple[str, str], str] = {(TOTAL, TOTAL): cross.total.texto()}
    for fila in cross.filas:
        told[fila.nombre, TOTAL] = f"{fila.total.texto()}, {fila.porcentaje.texto()}"
        told |= {(fila.nombre, t): c.texto() for t, c in zip(titles, fila.celdas, strict=True)}
    for title, (count, share) in zip(titles, cross.totales, strict=True):
        told[TOTAL, title] = f"{count.texto()}, {share.texto()}"
    assert told == {(row, column): text for row, column, text in CELDAS}


def test_only_what_cannot_be_counted_is_taken_from_print(seguimiento: SeguimientoEnlazado) -> None:
    cross = seguimiento.cruce
    assert cross.publicadas == ("Avanzado", "Muy rezagado")
    assert cross.sin_enfoque == ("1.1", "1.2", "1.3", "5.2", "5.3")
    counted = [c for fila in cross.filas for c in fila.celdas if c.operacion == "cuenta"]
    assert len(counted) == 15
    assert all(count.operacion == "cuenta" for count, _ in cross.totales)


def test_every_indicator_is_whole_in_pdf_and_site(
    salidas: tuple[str, str], seguimiento: SeguimientoEnlazado
) -> None:
    for text in salidas:
        for clave, nombre, *_, cumplimiento, avance in INDICADORES:
            assert _flat(f"{clave} {nombre}") in text
            for word in (cumplimiento, avance):
                assert _flat(word) in text
        for *_, tipo, sentido, calidad in SUELTOS:
            assert _flat(f"{tipo} · {sentido} · {calidad}") in text
        for each in seguimiento.indicadores:
            if len(each.rasgos) == 3:
                assert _flat(" · ".join(each.rasgos)) in text
        for objetivo in seguimiento.objetivos:
            assert _flat(f"Objetivo {objetivo.numero} {objetivo.texto}") in text


def test_rows_of_the_distribution_are_in_pdf_and_site(salidas: tuple[str, str]) -> None:
    rows: dict[str, str] = {}
    for row, _, cell in CELDAS:
        rows[row] = rows.get(row, row) + cell
    for text in salidas:
        for row in rows.values():
            assert _flat(row) in text


def test_headings_notes_and_what_was_lost_are_told(salidas: tuple[str, str]) -> None:
    for text in salidas:
        for words in (
            "Información principal del programa",
            "Tipo de enfoque de los objetivos y calidad de los indicadores¹",
            "Seguimiento de los objetivos e indicadores del programa derivado",
            "Conclusiones y sugerencias",
            "https://www.coneval.org.mx/InformesPublicaciones/Documents/Diagnostico_Parte_1.pdf",
            "Desempeno_sectoriales_VF.pdf",
            "no hay series y no se dibuja ninguna",
            "Tipo de 3.1 y 4.1: «Metas para el bienestar».",
            "«Largo muy superado»",
        ):
            assert _flat(words) in text, words


def test_it_fits_two_sheets(papel: Path) -> None:
    assert len(pdf.page_texts(papel)) == 2
