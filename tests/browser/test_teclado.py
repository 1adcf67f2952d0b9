"""Every kind of page walked with the keyboard alone: all is reached, in order, and it is seen."""

import pytest
from playwright.sync_api import Page, expect

from tests.clases import CLASES
from tests.navegador import ESCRITORIO, TELEFONO, Abrir
from tests.teclado import ORDEN, PARADA, recorrer

ANCHOS = pytest.mark.parametrize(
    "ancho", [ESCRITORIO, pytest.param(TELEFONO, marks=pytest.mark.lento)]
)
TABLETA = 660
"""Tables are not yet stacked, and the widest do not fit."""
DESBORDA = """() => [...document.querySelectorAll("main *")].filter((e) => {
    const scrolls = /auto|scroll/.test(getComputedStyle(e).overflowX);
    return scrolls && e.scrollWidth > e.clientWidth + 1 && e.checkVisibility();
})"""
"""What scrolls sideways within the page."""


@ANCHOS
@pytest.mark.parametrize("nombre", CLASES)
def test_all_is_reached_in_order_and_seen(abrir: Abrir, nombre: str, ancho: int) -> None:
    page = abrir(CLASES[nombre], ancho=ancho)
    page.wait_for_load_state("networkidle")
    count, stops = recorrer(page)
    assert [stop.lugar for stop in stops] == list(range(count))
    assert [stop.nombre for stop in stops if not stop.marcada] == []
    assert [stop.nombre for stop in stops if not stop.descubierta] == []


def test_a_walk_tells_what_is_wrong(abrir: Abrir) -> None:
    """What it would say of a page that hides the focus or covers it."""
    page = abrir(CLASES["documento"])
    page.evaluate(
        """() => {
            const [one, two] = document.querySelectorAll("main a[href]");
            one.style.setProperty("outline", "none", "important");
            const cover = document.createElement("div");
            cover.style.cssText = "position: fixed; inset: 0; z-index: 99";
            two.addEventListener("focus", () => document.body.append(cover));
            two.addEventListener("blur", () => cover.remove());
        }"""
    )
    _, stops = recorrer(page)
    assert [stop.marcada for stop in stops].count(False) == 1
    assert [stop.descubierta for stop in stops].count(False) == 1


def test_a_walk_tells_another_order(abrir: Abrir) -> None:
    page = abrir(CLASES["documento"])
    page.evaluate("document.querySelector('main a[href]').tabIndex = 1")
    count, stops = recorrer(page)
    assert [stop.lugar for stop in stops] != list(range(count))


@pytest.mark.parametrize("nombre", ["inicio", "ficha", "catalogo", "error"])
def test_the_first_stop_leaps_to_the_content(abrir: Abrir, nombre: str) -> None:
    page = abrir(CLASES[nombre])
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Ir al contenido")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_menu_of_a_phone_is_used_by_keyboard(abrir: Abrir) -> None:
    page = abrir(CLASES["ficha"], ancho=TELEFONO)
    button = page.get_by_role("button", name="Menú")
    menu = page.get_by_role("navigation", name="Menú")
    button.press("Enter")
    expect(menu).to_be_visible()
    page.keyboard.press("Tab")
    expect(menu.get_by_role("link", name="Instituciones")).to_be_focused()
    page.evaluate(ORDEN)
    assert page.evaluate(PARADA)["descubierta"]
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Catálogo de indicadores")


def test_the_menu_hides_nothing_of_itself(abrir: Abrir) -> None:
    """It hangs from the header, however tall that is."""
    page = abrir(CLASES["ficha"], ancho=320)
    page.get_by_role("button", name="Menú").click()
    header, menu = page.locator(".pl-cab").bounding_box(), page.locator("#menu").bounding_box()
    assert header
    assert menu
    assert abs(header["y"] + header["height"] - menu["y"]) < 1
    assert (menu["x"], menu["width"]) == (0, 320)


@pytest.mark.parametrize("nombre", ["ficha", "tablero", "comparar", "cuadros", "acuerdos"])
def test_what_scrolls_sideways_is_scrolled_with_the_arrows(abrir: Abrir, nombre: str) -> None:
    page = abrir(CLASES[nombre], ancho=TABLETA)
    page.emulate_media(reduced_motion="reduce")
    for box in page.evaluate_handle(DESBORDA).get_properties().values():
        element = box.as_element()
        assert element
        element.focus()
        assert _has_focus(page), element.inner_text()[:60]
        page.keyboard.press("ArrowRight")
        page.wait_for_function("(e) => e.scrollLeft > 0", arg=element)


def _has_focus(page: Page) -> bool:
    return bool(page.evaluate("document.activeElement !== document.body"))
