"""What the data say is what the PDF and the site say: nothing clipped, lost or changed."""

import html
import re
from pathlib import Path

import pytest

from generator.model.enlazado import InstitucionEnlazada
from generator.works import Examen
from tests import pdf

Publicado = tuple[Path, Examen]


@pytest.fixture(scope="module")
def institucion(publicado: Publicado) -> InstitucionEnlazada:
    return next(i for i in publicado[1].enlazadas if i.id == "isssteson")


@pytest.fixture(scope="module")
def printed(plan: Path) -> str:
    return _flat(pdf.words(plan))


@pytest.fixture(scope="module")
def pages(sitio: Path) -> str:
    folder = sitio / "isssteson" / "plan-de-labores-2024"
    return _flat(" ".join(_words(p.read_text("utf-8")) for p in sorted(folder.rglob("*.html"))))


def _words(markup: str) -> str:
    main = markup.partition("<main")[2].partition("</main>")[0]
    return html.unescape(re.sub(r"<[^>]+>", " ", main))


def _flat(text: str) -> str:
    """Without spaces: a line may break anywhere."""
    return re.sub(r"\s+", "", text)


def test_every_row_is_whole_in_pdf_and_site(
    institucion: InstitucionEnlazada, printed: str, pages: str
) -> None:
    assert len(institucion.indicadores) == 74
    for each in institucion.indicadores:
        meta = each.metas[2024].texto()
        row = _flat(f"{each.numero}{each.nombre}{each.unidad_impresa}{meta}")
        assert row in printed, f"{each.id} no está en el PDF"
        assert row in pages, f"{each.id} no está en el sitio"


def test_every_indicator_page_states_its_target(
    institucion: InstitucionEnlazada, sitio: Path
) -> None:
    for each in institucion.indicadores:
        page = sitio / "isssteson" / "indicadores" / each.id / "index.html"
        text = _flat(_words(page.read_text("utf-8")))
        for fact in (each.nombre, each.unidad.nombre, each.metas[2024].texto()):
            assert _flat(fact) in text, f"{each.id}: falta {fact}"


def test_every_budget_is_in_pdf_and_site(
    institucion: InstitucionEnlazada, printed: str, pages: str
) -> None:
    amounts = [a.presupuesto.texto() for a in institucion.actividades]
    amounts += [p.presupuesto.texto() for p in institucion.programas[2024]]
    assert len(amounts) == 9
    for amount in amounts:
        assert amount in printed
        assert amount in pages


def test_objectives_strategies_lines_and_linked_indicators(
    institucion: InstitucionEnlazada, printed: str, pages: str
) -> None:
    facts = []
    for instrumento in institucion.instrumentos.values():
        for objetivo in instrumento.objetivos:
            facts.append(f"Objetivo{objetivo.numero}{objetivo.texto}")
            for estrategia in objetivo.estrategias:
                facts.append(estrategia.texto)
                facts += [f"{x.numero}{x.texto}" for x in estrategia.lineas_accion]
                facts += [x.nombre for x in estrategia.indicadores]
    assert len(facts) == 6 + 7 + 22 + 19
    for fact in facts:
        assert _flat(fact) in printed, fact
        assert _flat(fact) in pages, fact


def test_every_figure_of_the_narrative_is_the_registers(publicado: Publicado, sitio: Path) -> None:
    registro = publicado[1].registro
    found = 0
    for path in sitio.rglob("*.html"):
        markup = path.read_text("utf-8")
        for value, address in re.findall(r'value="([^"]*)" data-direccion="([^"]*)"', markup):
            if not address.startswith("="):
                assert registro.cifras[address].exacta == value
            found += 1
    assert found > 150


def test_long_tables_repeat_their_header_and_say_so(plan: Path) -> None:
    pages = pdf.page_texts(plan)
    going_on = [page for page in pages if "(continuación)" in page]
    assert len(going_on) >= 2
    for page in going_on:
        assert re.search(r"Cuadro \d+ · .* \(continuación\)", page.replace("\n", " "))
        assert "Nombre del indicador" in page


def test_no_heading_is_left_alone_at_the_foot(plan: Path) -> None:
    for page in pdf.page_texts(plan)[3:]:
        body = page.partition("\nISSSTESON · ")[0].strip().splitlines()
        assert not re.match(r"(\d{3}|[IVX]+(\.\d)?) \S", body[-1]), body[-1]


def test_every_page_says_which_it_is_and_of_how_many(plan: Path) -> None:
    pages = pdf.page_texts(plan)
    for number, page in enumerate(pages, 1):
        if number > 2:
            assert f"{number} de {len(pages)}" in page


def test_table_of_contents_agrees_with_the_pages(plan: Path) -> None:
    contents = " ".join(pdf.page_texts(plan)[2].split())
    starts = [line.strip().rpartition(" · ") for line in pdf.outline(plan)[2:]]
    listed = [(title, page) for title, _, page in starts if re.match(r"\d{3} |[IVX]+", title)]
    assert len(listed) == 3 + 2 + 7
    for title, page in listed:
        assert f"{title.partition(' ')[2]} {page}" in contents
