"""The data and the documents of the ISSS say what the official plan and its acuerdo printed.

The two .tsv of tests/golden were taken once from the published text; nothing here writes them.
"""

import csv
import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.document.nodes import Seccion, Tabla
from generator.document.walk import sections
from generator.model.enlazado import InstitucionEnlazada
from generator.model.enlazado_programacion import CeldaCuenta
from generator.works import Examen
from tests import pdf
from tests.casos import RAIZ

GOLDEN = RAIZ / "tests" / "golden"
PLAN = "isss/plan-anual-de-trabajo-2024"
ACUERDO = "isss/acuerdo-2023-1694-sep"
Row = tuple[str, ...]
Publicado = tuple[Path, Examen]


def _golden(name: str) -> list[Row]:
    with (GOLDEN / name).open(encoding="utf-8", newline="") as stream:
        rows = csv.reader(stream, dialect="excel-tab", quoting=csv.QUOTE_NONE)
        return [tuple(row) for row in rows][1:]


METAS = _golden("isss-metas.tsv")
PIEZAS = _golden("isss-plan.tsv")


@pytest.fixture(scope="module")
def examen(publicado: Publicado) -> Examen:
    return publicado[1]


@pytest.fixture(scope="module")
def isss(examen: Examen) -> InstitucionEnlazada:
    return next(i for i in examen.enlazadas if i.id == "isss")


@pytest.fixture(scope="module")
def printed(sitio: Path) -> str:
    return _flat(pdf.words(sitio / "documentos" / f"{PLAN}.pdf"))


@pytest.fixture(scope="module")
def letter(sitio: Path) -> str:
    return _flat(pdf.words(sitio / "documentos" / f"{ACUERDO}.pdf"))


@pytest.fixture(scope="module")
def pages(sitio: Path) -> str:
    return _flat(" ".join(map(_words, sorted((sitio / PLAN).rglob("*.html")))))


def _words(page: Path) -> str:
    main = page.read_text("utf-8").partition("<main")[2].partition("</main>")[0]
    return html.unescape(re.sub(r"<[^>]+>", " ", main))


def _flat(text: str) -> str:
    """Without spaces: a line may break anywhere."""
    return re.sub(r"\s+", "", text)


def _bare(name: str) -> str:
    """A name as its capitals say it: without accents, punctuation or case."""
    plain = unicodedata.normalize("NFD", name.lower())
    return re.sub(r"[^a-z0-9%]+", " ", "".join(c for c in plain if c.isascii())).strip()


def _sections(examen: Examen, id_: str) -> dict[str, Seccion]:
    (obra,) = (o for o in examen.obras if o.documento.id == id_)
    return {s.id: s for s in sections(obra.documento.secciones)}


def _stated(isss: InstitucionEnlazada) -> Iterator[Row]:
    for perspectiva in isss.perspectivas[2024]:
        for dependencia in perspectiva.dependencias:
            for each in dependencia.indicadores:
                row = each.indicador
                second = row.metodo or row.detalle or row.unidad_medida or row.estandar or ""
                meta = each.metas[2024].texto().replace("\N{NO-BREAK SPACE}", " ")
                place = (_bare(perspectiva.nombre), _bare(dependencia.nombre), row.clase or "")
                yield (*place, _bare(row.grupo or ""), row.nombre, second, meta)


def test_the_golden_lists_are_whole() -> None:
    assert len(METAS) == 168
    assert Counter(row[2] for row in METAS) == {"resultado": 60, "produccion": 108}
    assert len({row[1] for row in METAS}) == 27
    assert len({row[1:3] for row in METAS}) == 43
    counts = {"objetivo": 24, "iniciativa": 24, "proyecto": 7, "rubro": 29, "acción": 17}
    assert Counter(row[0] for row in PIEZAS) == counts


def test_the_data_state_every_meta_as_printed(isss: InstitucionEnlazada) -> None:
    wanted = [
        (_bare(p.removeprefix("PERSPECTIVA ")), _bare(d), clase, _bare(group), *rest)
        for p, d, clase, group, *rest in METAS
    ]
    assert list(_stated(isss)) == wanted


def test_the_tables_print_every_meta(examen: Examen) -> None:
    tables = [
        block
        for id_, seccion in _sections(examen, PLAN).items()
        if id_.startswith("metas-")
        for block in seccion.bloques
        if isinstance(block, Tabla)
    ]
    rows = [[cell.texto for cell in row] for table in tables for row in table.todas]
    assert len(tables) == 43
    for row, (*_, name, second, plan) in zip(rows, METAS, strict=True):
        assert row[0] == name
        assert row[-1].replace("\N{NO-BREAK SPACE}", " ") == plan
        assert not second or second in row


def test_every_meta_is_whole_in_pdf_and_site(printed: str, pages: str, sitio: Path) -> None:
    for *_, name, second, plan in METAS:
        for text in (name, second, plan):
            assert _flat(text) in printed, f"«{text}» no está en el PDF"
            assert _flat(text) in pages, f"«{text}» no está en el sitio"


def test_every_indicator_page_states_its_target(isss: InstitucionEnlazada, sitio: Path) -> None:
    for each in isss.indicadores:
        text = _flat(_words(sitio / "isss" / "indicadores" / each.id / "index.html"))
        for fact in (each.nombre.rstrip("."), each.unidad.nombre, each.metas[2024].texto()):
            assert _flat(fact) in text, f"{each.id}: falta {fact}"


def test_objectives_initiatives_and_projects_are_in_pdf_and_site(printed: str, pages: str) -> None:
    for what, _, number, text in PIEZAS:
        if what == "rubro":
            continue
        facts = [text, number] if what == "proyecto" else [text]
        for fact in facts:
            assert _flat(fact) in printed, f"«{fact}» no está en el PDF"
            assert _flat(fact) in pages, f"«{fact}» no está en el sitio"
    assert "$32,500,000.00" in printed
    assert "$32,500,000.00" in pages


def test_objectives_and_initiatives_are_in_their_perspective(isss: InstitucionEnlazada) -> None:
    stated = []
    for p in isss.perspectivas[2024]:
        name = p.nombre.upper()
        stated += [("objetivo", name, str(o.numero), o.texto) for o in p.objetivos]
    for p in isss.perspectivas[2024]:
        for each in p.iniciativas:
            stated.append(("iniciativa", p.nombre.upper(), "", each.texto))
            stated += [("acción", p.nombre.upper(), "", text) for text in each.acciones]
    assert stated == [row for row in PIEZAS if row[0] in ("objetivo", "iniciativa", "acción")]


def test_the_account_has_every_line_of_the_acuerdo(
    examen: Examen, isss: InstitucionEnlazada
) -> None:
    def told(cell: CeldaCuenta) -> Row:
        if not cell.cifra:
            return _bare(cell.nombre), ""
        cifra = examen.registro.buscar(cell.cifra, "isss")
        assert cifra is not None
        return _bare(cell.nombre), "" if cifra.estado == "ND" else cifra.texto()

    rows = isss.cuentas["regimen-salud-2024"].filas
    sides = {"ingresos": [r.izquierda for r in rows], "egresos": [r.derecha for r in rows]}
    for side, cells in sides.items():
        wanted = [(_bare(n), text) for w, s, n, text in PIEZAS if (w, s) == ("rubro", side)]
        found = [told(cell) for cell in cells if cell.nombre]
        wanted[-1] = ("totales", wanted[-1][1])
        assert found == wanted


def test_the_letter_tells_its_acuerdo(letter: str) -> None:
    for fact in (
        "E-03175",
        "403168",
        "San Salvador, 14 de septiembre de 2023",
        "D.G. N.º 2022-12-0618",
        "20 de diciembre de 2022",
        "N.º 4136",
        "#2023-1694.SEP.",
        (
            "novecientos seis millones cuatrocientos noventa y nueve mil seiscientos dólares "
            "de los Estados Unidos de América"
        ),
        "$906,499,600.00",
        "Alvaro Alexander Martínez Portillo",
        "Subdirección de Logística",
        "Dios Unión Libertad",
        "/s/c",
        "C /Acuerdos 2023/UP/Informes",
    ):
        assert _flat(fact) in letter, fact
    for what, _, _, text in PIEZAS:
        if what == "rubro" and text:
            assert text in letter


def test_the_letter_fits_one_sheet(sitio: Path) -> None:
    assert len(pdf.page_texts(sitio / "documentos" / f"{ACUERDO}.pdf")) == 1
