"""The pages of a balanced scorecard: readable by anyone, whole on a phone, light."""

import gzip

import pytest
from playwright.sync_api import Browser, expect

from tests.navegador import ESCRITORIO, TELEFONO, VISTAS, Abrir, faltas

CASA = "transparencia/isss/"
PAGINAS = {
    "institucion": CASA,
    "perspectiva": f"{CASA}perspectivas/persona-usuaria/",
    "proyectos": f"{CASA}perspectivas/procesos-internos/",
    "varios-bloques": f"{CASA}unidades/gerencia-salud/",
    "un-bloque": f"{CASA}unidades/darbe/",
    "signo": f"{CASA}indicadores/gerencia-salud-r01/",
    "total": f"{CASA}indicadores/gerencia-salud-p01/",
    "parte": f"{CASA}indicadores/programas-salud-p02/",
    "dinero": f"{CASA}indicadores/darbe-p07/",
    "cifras": f"{CASA}cifras/",
}
KILOBYTES, REQUESTS = 75, 6


def test_from_the_institution_to_a_meta_and_its_total(abrir: Abrir) -> None:
    page = abrir(CASA)
    page.get_by_role("heading", name="Persona Usuaria").get_by_role("link").click()
    page.get_by_role("link", name="Medicina General", exact=True).click()
    expect(page.locator(".pl-resp__num")).to_have_text("2,745,536")
    page.get_by_role("link", name="Total Consulta Médica").first.click()
    expect(page.locator(".pl-resp__num")).to_have_text("7,528,195")
    page.get_by_label("Ruta").get_by_role("link", name="Gerencia de Salud").click()
    expect(page.locator(":target")).to_have_text("Gerencia de Salud")


def test_a_line_of_the_account_leads_to_its_origin(abrir: Abrir) -> None:
    page = abrir(CASA)
    page.get_by_role("table", name="Egresos").get_by_role("link", name="$466.0").click()
    expect(page.locator(":target")).to_contain_text("regimen-salud-2024.remuneraciones")


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("mortalidad materna", "Mortalidad Materna"),
        ("lactancia", "Persona Usuaria"),
        ("cineangiografo", "Procesos Internos"),
    ],
)
def test_the_search_finds_metas_and_initiatives(abrir: Abrir, words: str, title: str) -> None:
    page = abrir(f"transparencia/buscar/?q={words}")
    expect(page.locator("#hallazgos a", has_text=title).first).to_be_visible()


@pytest.mark.parametrize("ancho", [TELEFONO, ESCRITORIO])
@pytest.mark.parametrize("nombre", PAGINAS)
def test_nothing_overflows(abrir: Abrir, nombre: str, ancho: int) -> None:
    page = abrir(PAGINAS[nombre], ancho=ancho)
    assert page.evaluate("document.documentElement.scrollWidth") <= ancho
    for region in page.locator(".pl-tabla").all():
        assert region.evaluate("(e) => e.scrollWidth <= e.clientWidth + 1")


@VISTAS
@pytest.mark.parametrize("nombre", PAGINAS)
def test_nothing_stands_in_the_way_of_anyone(
    abrir: Abrir, nombre: str, ancho: int, modo: str
) -> None:
    page = abrir(PAGINAS[nombre], ancho=ancho, modo=modo)
    page.evaluate("document.querySelectorAll('main details').forEach((d) => { d.open = true; })")
    assert faltas(page) == []


@pytest.mark.parametrize("nombre", ["institucion", "proyectos", "signo"])
def test_the_first_visit_is_light(navegador: Browser, origen: str, nombre: str) -> None:
    context = navegador.new_context()
    page, bodies = context.new_page(), []
    page.on("response", lambda r: bodies.append(r.body()))
    page.goto(origen + PAGINAS[nombre], wait_until="networkidle")
    context.close()
    assert len(bodies) <= REQUESTS
    assert sum(len(gzip.compress(body, 9)) for body in bodies) <= KILOBYTES * 1000


@pytest.mark.parametrize("nombre", ["institucion", "perspectiva", "proyectos"])
def test_printing_crops_no_column(abrir: Abrir, nombre: str) -> None:
    page = abrir(PAGINAS[nombre], ancho=720)
    page.emulate_media(media="print")
    for region in page.locator(".pl-tabla").all():
        assert region.evaluate("(e) => e.scrollWidth <= e.clientWidth")
