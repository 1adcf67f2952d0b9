"""The website as a reader meets it: found, followed, read on a phone, heard, in light and dark."""

import gzip

import pytest
from playwright.sync_api import Browser, expect

from tests.navegador import ESCRITORIO, TELEFONO, VISTAS, Abrir, faltas

CASA = "transparencia/isssteson/"
PLAN = f"{CASA}plan-de-labores-2024/"
PAGINAS = {
    "inicio": "transparencia/",
    "institucion": CASA,
    "cifras": f"{CASA}cifras/",
    "unidad": f"{CASA}unidades/unidad-tecnologias-informacion/",
    "documento": PLAN,
    "texto": f"{PLAN}introduccion/",
    "objetivos": f"{PLAN}vinculacion/",
    "totales": f"{PLAN}programa-operativo-anual/",
    "actividad": f"{PLAN}actividad-287/",
    "pensiones": f"{PLAN}actividad-589/",
    "indicador": f"{CASA}indicadores/049-05/",
    "cifra-larga": f"{CASA}indicadores/287-11/",
    "catalogo": "transparencia/indicadores/",
    "busqueda": "transparencia/buscar/?q=consultas",
    "error": "404.html",
}
KILOBYTES, REQUESTS = 75, 6


def test_search_without_accents_finds_and_leads(abrir: Abrir) -> None:
    page = abrir("transparencia/")
    page.get_by_role("searchbox").fill("cirugia")
    page.get_by_role("searchbox").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("para «cirugia»")
    page.get_by_role("link", name="Número de cirugías atendidas").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Número de cirugías atendidas")
    expect(page.locator(".pl-resp__num")).to_have_text("5696")


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("farmacias", "Nivel de surtimiento de farmacias"),
        ("telefonica", "Servicios brindados a los derechohabientes en el centro de atención"),
        ("nomina", "Nómina de personal emitida para pago"),
        ("pensiones", "589 Pensiones y Jubilaciones"),
        ("departamento de ingresos", "Departamento de Ingresos"),
    ],
)
def test_common_searches(abrir: Abrir, words: str, title: str) -> None:
    page = abrir(f"transparencia/buscar/?q={words}")
    expect(page.locator("#hallazgos a", has_text=title).first).to_be_visible()


def test_search_from_the_heading_and_with_no_match(abrir: Abrir) -> None:
    page = abrir(CASA)
    page.get_by_label("Buscar en el sitio").fill("zzzz")
    page.get_by_label("Buscar en el sitio").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Ningún resultado para «zzzz»")
    expect(page.get_by_text("Pruebe con una sola palabra")).to_be_visible()


def test_search_goes_back(abrir: Abrir) -> None:
    page = abrir("transparencia/buscar/?q=farmacias")
    page.get_by_role("searchbox").fill("boletines")
    page.get_by_role("searchbox").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("«boletines»")
    page.go_back()
    expect(page.get_by_role("status")).to_contain_text("«farmacias»")


def test_search_without_script_says_so(abrir: Abrir) -> None:
    page = abrir("transparencia/buscar/", java_script_enabled=False)
    expect(page.locator("noscript a")).to_be_visible()


def test_from_home_to_an_indicator_and_back(abrir: Abrir) -> None:
    page = abrir("transparencia/")
    page.locator(".pl-inst", has_text="ISSSTESON").click()
    page.get_by_role("heading", name="Plan de Labores 2024").get_by_role("link").click()
    page.get_by_role("link", name="287 Coordinación Administrativa").first.click()
    page.get_by_role("link", name="Servicios brindados a los derechohabientes").click()
    expect(page.locator(".pl-resp__num")).to_have_text("385,200")
    page.get_by_role("link", name="Cuadro 3").click()
    expect(page.locator("#cuadro-3")).to_be_in_viewport()


def test_a_figure_of_the_text_leads_to_its_origin(abrir: Abrir) -> None:
    page = abrir(f"{PLAN}actividad-287/")
    page.locator("p a.cifra").first.click()
    expect(page.locator(":target")).to_contain_text("isssteson.act.287.indicadores.2024")


def test_the_menu_opens_on_a_phone(abrir: Abrir) -> None:
    page = abrir(CASA, ancho=TELEFONO)
    page.get_by_text("Menú", exact=True).click()
    assert faltas(page, ".pl-menu") == []
    page.locator(".pl-menu").get_by_role("link", name="Indicadores").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Catálogo de indicadores")


@pytest.mark.parametrize("ancho", [TELEFONO, ESCRITORIO])
@pytest.mark.parametrize("nombre", PAGINAS)
def test_nothing_overflows(abrir: Abrir, nombre: str, ancho: int) -> None:
    page = abrir(PAGINAS[nombre], ancho=ancho)
    assert page.evaluate("document.documentElement.scrollWidth") <= ancho


@VISTAS
@pytest.mark.parametrize("nombre", PAGINAS)
def test_nothing_stands_in_the_way_of_anyone(
    abrir: Abrir, nombre: str, ancho: int, modo: str
) -> None:
    page = abrir(PAGINAS[nombre], ancho=ancho, modo=modo)
    if nombre == "busqueda":
        expect(page.get_by_role("status")).to_contain_text("resultados")
    if ancho == TELEFONO:
        page.evaluate(
            "document.querySelectorAll('.pl-pliegue-m').forEach((d) => { d.open = true; })"
        )
    assert faltas(page) == []


@pytest.mark.parametrize("nombre", ["inicio", "indicador"])
def test_the_first_visit_is_light(
    abrir: Abrir, navegador: Browser, origen: str, nombre: str
) -> None:
    context = navegador.new_context()
    page, bodies = context.new_page(), []
    page.on("response", lambda r: bodies.append(r.body()))
    page.goto(origen + PAGINAS[nombre], wait_until="networkidle")
    context.close()
    assert len(bodies) <= REQUESTS
    assert sum(len(gzip.compress(body, 9)) for body in bodies) <= KILOBYTES * 1000


def test_printing_crops_no_column(abrir: Abrir) -> None:
    page = abrir(f"{PLAN}programa-operativo-anual/", ancho=720)
    page.emulate_media(media="print")
    for region in page.locator(".region").all():
        assert region.evaluate("(e) => e.scrollWidth <= e.clientWidth")
