"""The pages for citizens in a real browser: read by anyone, walked by keyboard, printed whole."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.navegador import TELEFONO, VISTAS, Abrir, faltas

MEXICO, SONORA = "transparencia/imss/", "transparencia/isssteson/"
PROGRAMA = "programa-institucional-2020-2024"
PAGINAS = {
    "inicio": "transparencia/",
    "objetivos": f"{SONORA}objetivos/",
    "objetivo-con-fichas": f"{MEXICO}objetivos/{PROGRAMA}/2/",
    "objetivo-con-presupuesto": f"{SONORA}objetivos/programa-institucional-2022-2027/3/",
    "presupuestos": f"{SONORA}presupuesto/",
    "presupuesto": f"{SONORA}presupuesto/2024/",
    "programa": f"{SONORA}presupuesto/2024/e205t31/",
    "comparar": f"{MEXICO}comparar/{PROGRAMA}/",
    "glosario": f"{MEXICO}glosario/",
    "unidades": f"{SONORA}unidades/",
    "seccion": f"{MEXICO}avance-y-resultados-2023-2024/objetivo-1/",
    "ficha": f"{MEXICO}indicadores/2-2/",
}
TABLETA = 768
CARTA = 700
"""About the width of a printed sheet, in pixels."""


@VISTAS
@pytest.mark.parametrize("nombre", PAGINAS)
def test_nothing_stands_in_the_way(abrir: Abrir, nombre: str, ancho: int, modo: str) -> None:
    assert faltas(abrir(PAGINAS[nombre], ancho=ancho, modo=modo)) == []


@pytest.mark.parametrize("ancho", [320, TELEFONO, TABLETA])
@pytest.mark.parametrize("nombre", PAGINAS)
def test_nothing_overflows(abrir: Abrir, nombre: str, ancho: int) -> None:
    page = abrir(PAGINAS[nombre], ancho=ancho)
    assert page.evaluate("document.documentElement.scrollWidth") <= ancho


@pytest.mark.parametrize("nombre", [n for n in PAGINAS if n != "inicio"])
def test_every_page_says_where_it_is(abrir: Abrir, nombre: str) -> None:
    page = abrir(PAGINAS[nombre])
    way = page.get_by_role("navigation", name="Ruta")
    expect(way.get_by_role("link", name="Inicio")).to_be_visible()
    expect(way.locator('[aria-current="page"]')).to_be_visible()
    assert page.locator("html").get_attribute("lang") == "es-MX"


def test_the_menu_of_a_document_shows_where_one_is(sitio: Path) -> None:
    pages = sorted(sitio.glob("*/*/*/index.html"))
    read = [html for page in pages if "En este documento" in (html := page.read_text("utf-8"))]
    assert len(read) > 60
    for html in read:
        menu = html.partition('aria-labelledby="en-este"')[2].partition("</nav>")[0]
        assert menu.count('aria-current="page"') == 1


def test_a_word_is_explained_where_it_is_used(abrir: Abrir) -> None:
    page = abrir(PAGINAS["seccion"], java_script_enabled=False)
    word = page.locator(".pl-voz").first
    text = word.inner_text()
    word.click()
    note = page.locator(".pl-globo:popover-open")
    expect(note).to_contain_text(text)
    note.get_by_role("link").click()
    expect(page.locator(":target")).to_contain_text(text)


def test_a_word_is_explained_by_keyboard_and_left_with_escape(abrir: Abrir) -> None:
    page = abrir(PAGINAS["seccion"], ancho=TELEFONO)
    page.locator(".pl-voz").first.focus()
    page.keyboard.press("Enter")
    note = page.locator(".pl-globo:popover-open")
    expect(note).to_be_visible()
    assert faltas(page, ".pl-globo:popover-open") == []
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.pl-globo') !== null")
    page.keyboard.press("Escape")
    expect(note).to_have_count(0)


def test_the_keyboard_goes_from_home_to_an_objective(abrir: Abrir) -> None:
    page = abrir(PAGINAS["inicio"])
    page.keyboard.press("Tab")
    assert _focused(page) == "Ir al contenido"
    _tab_to(page, "IMSS objetivos")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Qué se propuso")
    _tab_to(page, "Objetivo 2.")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Garantizar la calidad")


@pytest.mark.parametrize("nombre", ["ficha", "comparar", "presupuesto"])
def test_what_is_reached_is_seen_to_be_reached(abrir: Abrir, nombre: str) -> None:
    page = abrir(PAGINAS[nombre])
    for _ in range(12):
        page.keyboard.press("Tab")
        style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert style != "none", _focused(page)


def test_one_leads_to_the_next(abrir: Abrir) -> None:
    page = abrir(PAGINAS["objetivo-con-fichas"])
    page.locator('a[rel="next"]').click()
    expect(page.locator(".pl-migas [aria-current]")).to_have_text("Objetivo 3")
    page.locator('a[rel="prev"]').click()
    expect(page.locator(".pl-migas [aria-current]")).to_have_text("Objetivo 2")


def test_an_indicator_tells_what_changed_and_how_to_cite_it(abrir: Abrir) -> None:
    page = abrir(PAGINAS["ficha"])
    expect(page.locator(".pl-citar")).to_contain_text("edición 1")
    expect(page.locator(".pl-citar code")).to_have_text("/imss/indicadores/2-2/")


@pytest.mark.parametrize("nombre", ["comparar", "ficha", "presupuesto", "objetivo-con-fichas"])
def test_no_column_is_cropped_on_paper(abrir: Abrir, nombre: str) -> None:
    page = abrir(PAGINAS[nombre], ancho=1000 if nombre == "comparar" else CARTA)
    page.emulate_media(media="print")
    for box in page.locator(".pl-tabla, .region").all():
        assert box.evaluate("e => e.scrollWidth <= e.clientWidth + 1")
    expect(page.locator(".pl-cab")).to_be_hidden()
    expect(page.locator(".pl-migas")).to_be_hidden()


def test_who_asks_for_less_motion_gets_none(abrir: Abrir) -> None:
    page = abrir(PAGINAS["ficha"])
    page.emulate_media(reduced_motion="reduce")
    found = page.evaluate("getComputedStyle(document.documentElement).scrollBehavior")
    assert found == "auto"
    moving = "[...document.querySelectorAll('*')].filter(e => {const s = getComputedStyle(e);"
    moving += " return s.animationName !== 'none' || parseFloat(s.transitionDuration) > 0}).length"
    assert page.evaluate(moving) == 0


def test_who_asks_for_more_contrast_gets_it(abrir: Abrir) -> None:
    page = abrir(PAGINAS["ficha"])
    ink = "getComputedStyle(document.querySelector('.pl-ceja')).color"
    plain = page.evaluate(ink)
    page.emulate_media(contrast="more")
    assert page.evaluate(ink) != plain


def _focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.innerText || ''")).strip()


def _tab_to(page: Page, words: str) -> None:
    """Presses Tab until what has the focus begins with `words`."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if " ".join(_focused(page).split()).startswith(words):
            return
    raise AssertionError(words)
