"""The boards as a reader meets them: filtered by keyboard, by address, without script, on paper."""

import csv
import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.imss import leer_tsv
from tests.navegador import ESCRITORIO, TELEFONO, Abrir, faltas
from tests.pdf import page_texts
from tests.verapdf import fallas

TABLERO = "transparencia/imss/tablero/programa-2020-2024/"
PAGINAS = {
    "todos": "transparencia/tablero/",
    "objetivos": TABLERO,
    "rubros": "transparencia/imss/tablero/cuadro-de-mando-integral/",
    "perspectivas": "transparencia/isss/tablero/metas-2024/",
    "sin-datos": "transparencia/isssteson/tablero/programa-institucional/",
    "documento": "transparencia/imss/cuadro-de-mando-integral/",
}
LEIDOS = leer_tsv("imss-tablero.tsv")
DOCUMENTOS = ("tablero-programa-institucional", "cuadro-de-mando-integral")
KILOBYTES, REQUESTS, HEAVIEST = 75, 6, 300_000


def _shown(page: Page) -> list[str]:
    """The claves of the rows that are seen."""
    return [row.inner_text() for row in page.locator("tr[data-e]:visible th b").all()]


def _of(estado: str) -> list[str]:
    return [row["clave"] for row in LEIDOS if row["estado"] == estado]


def test_a_filter_is_in_the_address_and_goes_back(abrir: Abrir) -> None:
    page = abrir(TABLERO)
    expect(page.locator("#cuenta")).to_have_text("18 de 18 indicadores")
    page.get_by_label("Estado", exact=True).select_option("retroceso")
    expect(page.locator("#cuenta")).to_have_text("6 de 18 indicadores")
    assert page.url.endswith("?estado=retroceso")
    assert _shown(page) == _of("Retroceso")
    page.get_by_label("Objetivo", exact=True).select_option("objetivo-1")
    assert _shown(page) == ["1.1", "1.3"]
    page.go_back()
    assert _shown(page) == _of("Retroceso")
    page.go_back()
    expect(page.locator("#cuenta")).to_have_text("18 de 18 indicadores")


def test_an_address_opens_filtered_and_a_wrong_one_whole(abrir: Abrir) -> None:
    page = abrir(f"{TABLERO}?estado=meta-cumplida")
    assert _shown(page) == _of("Meta cumplida")
    expect(page.get_by_label("Estado", exact=True)).to_have_value("meta-cumplida")
    assert len(_shown(abrir(f"{TABLERO}?estado=nada"))) == len(LEIDOS)


def test_it_is_used_from_the_keyboard(abrir: Abrir) -> None:
    page = abrir(TABLERO)
    page.get_by_label("Estado", exact=True).focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#cuenta")).to_have_text("6 de 18 indicadores")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#cuenta")).to_have_text("18 de 18 indicadores")
    expect(page.get_by_label("Objetivo", exact=True)).to_be_focused()


def test_all_the_boards_are_filtered_by_institution_and_unit(abrir: Abrir) -> None:
    page = abrir(PAGINAS["todos"])
    page.get_by_label("Institución").select_option("imss")
    expect(page.locator("#cuenta")).to_contain_text("18 de ")
    page.get_by_label("Unidad responsable").select_option("isss.gerencia-salud")
    expect(page.locator("#cuenta")).to_have_text("Ningún indicador coincide. Quite un filtro.")
    page.get_by_role("button", name="Quitar filtros").click()
    page.get_by_label("Estado", exact=True).select_option("con-rezago")
    assert _shown(page) == _of("Con rezago")


def test_without_script_it_is_a_table_with_links(abrir: Abrir) -> None:
    page = abrir(TABLERO, java_script_enabled=False)
    assert not page.locator("#filtros").is_visible()
    assert _shown(page) == [row["clave"] for row in LEIDOS]
    page.get_by_text("Ir a un objetivo").click()
    page.get_by_role("link", name="Asegurar la sostenibilidad").click()
    assert page.url.endswith("#grupo-objetivo-5")
    page.get_by_role("link", name="5.2 Avance financiero").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Avance financiero")


@pytest.mark.parametrize("nombre", PAGINAS)
def test_nothing_overflows_nor_stands_in_the_way(abrir: Abrir, nombre: str) -> None:
    for ancho, modo in ((TELEFONO, "light"), (ESCRITORIO, "dark")):
        page = abrir(PAGINAS[nombre], ancho=ancho, modo=modo)
        assert page.evaluate("document.documentElement.scrollWidth") <= ancho
        assert faltas(page) == []


@pytest.mark.parametrize("nombre", ["todos", "objetivos"])
def test_the_first_visit_is_light(navegador: Browser, origen: str, nombre: str) -> None:
    context = navegador.new_context()
    page, bodies = context.new_page(), []
    page.on("response", lambda r: bodies.append(r.body()))
    page.goto(origen + PAGINAS[nombre], wait_until="networkidle")
    context.close()
    assert len(bodies) <= REQUESTS
    assert sum(len(gzip.compress(body, 9)) for body in bodies) <= KILOBYTES * 1000


def _pages(sitio: Path) -> Iterator[Path]:
    yield sitio / "tablero" / "index.html"
    yield from sitio.glob("*/tablero/*/index.html")


def test_no_page_is_heavy_and_the_script_is_small(sitio: Path) -> None:
    assert len(list(_pages(sitio))) == 6
    assert [p for p in _pages(sitio) if p.stat().st_size > HEAVIEST] == []
    assert (sitio / "recursos" / "tablero.js").stat().st_size <= 3000


def test_the_data_say_what_the_board_says(sitio: Path) -> None:
    path = next(sitio.glob("imss/tablero/programa-2020-2024/*.csv"))
    assert b"\r\n" in path.read_bytes()
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [(r["clave"], r["estado"], r["tendencia"]) for r in rows] == [
        (r["clave"], r["estado"], r["tendencia"]) for r in LEIDOS
    ]
    assert rows[1]["resultado"] == "15424448"


@pytest.mark.parametrize("nombre", DOCUMENTOS)
def test_the_sheet_is_one_and_says_every_row(sitio: Path, nombre: str) -> None:
    path = sitio / "documentos" / "imss" / f"{nombre}.pdf"
    (page,) = page_texts(path)
    said = " ".join(page.split())
    for row in LEIDOS:
        assert row["r2023"].removesuffix("%") in said
        assert row["estado"] in said
    assert "1 de 1" in said
    assert fallas(path, "ua1") == []
    assert fallas(path, "3a") == []
