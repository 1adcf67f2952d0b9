"""The policy of each page in a real browser: nothing of ours breaks it, what gets in is stopped."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from generator.render.site import Publicacion, pages
from generator.render.site_mapa import Mapa
from generator.render.site_verificacion import Verificacion
from tests.browser.conftest import VIGILA
from tests.clases import CLASES, IMSS
from tests.navegador import TELEFONO, Abrir

POLITICA = 'meta[http-equiv="Content-Security-Policy"]'
AJENO = """<script>document.title = "ajeno"</script>
<img src="no.png" onerror="document.title = 'ajeno'"><p style="color: red">Rojo</p>
<script src="https://otro.invalid/a.js"></script><base href="https://otro.invalid/">"""
"""What somebody would like to slip into a page."""


def test_every_kind_of_page_is_looked_at(publicacion: Publicacion) -> None:
    """Those of open data and of acuerdos are not told by `pages`."""
    mapa = Mapa(publicacion)
    there = {page.ruta: page.plantilla for page in pages(mapa, Verificacion(mapa))}
    seen = {there.get(_bare(ruta)) for ruta in CLASES.values()}
    assert set(there.values()) <= seen


def _bare(ruta: str) -> str:
    return ruta.partition("?")[0].removeprefix("transparencia/")


@pytest.mark.parametrize("nombre", CLASES)
def test_no_page_breaks_its_own_policy(abrir: Abrir, nombre: str) -> None:
    page = abrir(CLASES[nombre])
    expect(page.locator(POLITICA)).to_have_attribute("content", re.compile("^default-src 'none'"))
    page.wait_for_load_state("networkidle")


def test_the_search_breaks_nothing(abrir: Abrir) -> None:
    page = abrir("transparencia/buscar/")
    page.get_by_role("main").get_by_role("searchbox").fill("consultas")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("resultados para «consultas»")
    page.get_by_role("button", name="Mostrar más resultados").click()
    expect(page.locator("#hallazgos > li").nth(15)).to_be_visible()


def test_filters_break_nothing(abrir: Abrir) -> None:
    page = abrir("transparencia/indicadores/")
    page.locator(".pl-solo-ancho").get_by_role("link", name="IMSS 18").click()
    expect(page.get_by_role("status")).to_have_text("18 de 260 indicadores")
    page.get_by_label("Palabras del nombre").fill("guarderías")
    expect(page.get_by_role("status")).not_to_have_text("18 de 260 indicadores")
    page = abrir(f"{IMSS}tablero/programa-2020-2024/")
    page.get_by_label("Estado", exact=True).select_option("retroceso")
    expect(page.locator("#cuenta")).to_have_text("6 de 18 indicadores")


def test_words_and_menus_break_nothing(abrir: Abrir) -> None:
    page = abrir(CLASES["seccion"], ancho=TELEFONO)
    page.get_by_text("Menú", exact=True).click()
    page.get_by_text("Menú", exact=True).click()
    page.locator(".pl-voz").first.click()
    expect(page.locator(".pl-globo:popover-open")).to_be_visible()


@pytest.mark.parametrize("nombre", ["ficha", "catalogo", "busqueda"])
def test_what_gets_into_a_page_does_not_run(
    navegador: Browser, origen: str, sitio: Path, nombre: str
) -> None:
    """The same page, with what is not ours inside: each thing is stopped, and it is told."""
    context = navegador.new_context()
    context.add_init_script(VIGILA)
    page, told = context.new_page(), list[str]()
    page.on("console", lambda m: told.append(m.text) if m.text.startswith("política") else None)
    page.route("**/*", _with_strangers)
    page.goto(origen + CLASES[nombre], wait_until="networkidle")
    directives = {word.split()[1] for word in told}
    scripts = {"script-src-elem", "script-src-attr"}
    assert scripts | {"style-src-attr", "base-uri"} <= directives
    assert page.title() != "ajeno"
    assert _red(page) is False
    context.close()


def _with_strangers(route: Route) -> None:
    if route.request.resource_type != "document":
        route.fallback()
        return
    body = route.fetch().text().replace("</main>", f"{AJENO}</main>")
    route.fulfill(body=body, content_type="text/html; charset=utf-8")


def _red(page: Page) -> bool:
    color = page.get_by_text("Rojo", exact=True).evaluate("(e) => getComputedStyle(e).color")
    return bool(color == "rgb(255, 0, 0)")


@pytest.mark.parametrize("ruta", ["index.html", "imss/indicadores/2-2/index.html"])
def test_a_page_kept_on_a_disk_is_read_with_its_style(
    navegador: Browser, sitio: Path, ruta: str
) -> None:
    page = navegador.new_page()
    page.goto((sitio.resolve() / ruta).as_uri())
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    header = page.locator(".pl-cab").evaluate("(e) => getComputedStyle(e).backgroundColor")
    assert header == "rgb(14, 47, 56)"
    page.close()
