"""Pages as those who need them otherwise read them: larger, with more space, in few colours."""

import pytest
from playwright.sync_api import Page, expect

from tests.clases import CLASES
from tests.navegador import ESCRITORIO, TELEFONO, Abrir

ZOOM = 320
"""The width of a screen of 1280 pixels at 400 % (WCAG 1.4.10)."""
HOLGURA = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
        word-spacing: .16em !important } p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = [sheet];
}"""
"""What a reader may ask for (WCAG 1.4.12)."""
CORTADO = """() => [...document.querySelectorAll("main *")].filter((e) => {
    const hidden = ".pl-oculto, svg, thead, [aria-hidden=true]";
    if (e.closest(hidden) || !e.checkVisibility({ visibilityProperty: true })) return false;
    const style = getComputedStyle(e), cuts = (o) => o === "hidden" || o === "clip";
    const wide = e.scrollWidth > e.clientWidth + 1, tall = e.scrollHeight > e.clientHeight + 1;
    return e.clientWidth > 1 && ((cuts(style.overflowX) && wide) || (cuts(style.overflowY) && tall)
        || (style.clipPath !== "none" && (wide || tall)));
}).map((e) => e.className + ": " + e.innerText.slice(0, 60))"""
"""What has words that its own box hides."""
ENCIMADO = """() => {
    const hidden = ".pl-oculto, svg, thead, [aria-hidden=true], [popover]", runs = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode, range = document.createRange();
        if (!node.data.trim() || node.parentElement.closest(hidden)) continue;
        if (!node.parentElement.checkVisibility({ visibilityProperty: true })) continue;
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) if (box.width > 3) runs.push([node, box]);
    }
    runs.sort((a, b) => a[1].top - b[1].top);
    const found = [];
    runs.forEach(([node, a], k) => {
        for (let j = k + 1; j < runs.length && runs[j][1].top < a.bottom; j++) {
            const [other, b] = runs[j];
            const x = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            if (other !== node && x > 4 && y > Math.min(a.height, b.height) * .4)
                found.push(`${node.data.trim().slice(0, 40)} × ${other.data.trim().slice(0, 40)}`);
        }
    });
    return found;
}"""
"""Words that are written over others."""


def _fits(page: Page) -> None:
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) == 0
    assert page.evaluate(CORTADO) == []
    assert page.evaluate(ENCIMADO) == []


@pytest.mark.parametrize("nombre", CLASES)
def test_at_four_times_its_size_it_scrolls_one_way(abrir: Abrir, nombre: str) -> None:
    page = abrir(CLASES[nombre], ancho=ZOOM)
    page.wait_for_load_state("networkidle")
    _fits(page)
    page.evaluate(HOLGURA)
    _fits(page)


@pytest.mark.parametrize("ancho", [ESCRITORIO, pytest.param(TELEFONO, marks=pytest.mark.lento)])
@pytest.mark.parametrize("nombre", CLASES)
def test_with_more_space_nothing_is_lost(abrir: Abrir, nombre: str, ancho: int) -> None:
    page = abrir(CLASES[nombre], ancho=ancho)
    page.wait_for_load_state("networkidle")
    page.evaluate(HOLGURA)
    _fits(page)


def test_words_lost_or_written_over_others_are_told(abrir: Abrir) -> None:
    page = abrir(CLASES["documento"])
    page.evaluate(
        """() => {
            const [one, two] = document.querySelectorAll("main h2");
            one.style.cssText = "height: 5px; overflow: hidden";
            two.style.cssText = "margin-bottom: -1.2em";
        }"""
    )
    assert page.evaluate(CORTADO)
    assert page.evaluate(ENCIMADO)


PINTADO = """() => [...document.querySelectorAll("body *")].filter((e) => {
    const words = [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    const style = getComputedStyle(e), drawn = e.closest("svg, [aria-hidden=true]");
    const own = style.forcedColorAdjust === "none" && style.color === style.backgroundColor;
    return words && !drawn && (style.backgroundImage !== "none" || own);
}).map((e) => e.outerHTML.slice(0, 80))"""
"""Words over a drawing, or of the colour of what is behind: what a reader's colours do not mend."""


@pytest.mark.parametrize("nombre", CLASES)
def test_with_the_colours_of_the_reader_no_words_are_lost(abrir: Abrir, nombre: str) -> None:
    page = abrir(CLASES[nombre])
    page.emulate_media(forced_colors="active")
    assert page.evaluate(PINTADO) == []
    marks = page.locator("main mark")
    for mark in marks.all():
        expect(mark).to_have_css("forced-color-adjust", "none")


def test_with_the_colours_of_the_reader_shapes_tell_what_colours_did(abrir: Abrir) -> None:
    page = abrir(CLASES["tablero"])
    page.emulate_media(forced_colors="active")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_css("outline-style", "solid")
    expect(page.locator(".pl-sem").first).to_have_css("border-top-style", "solid")
    here = page.locator(".pl-nav a[aria-current]").first
    other = page.locator(".pl-nav a:not([aria-current])").first
    line = "(e) => getComputedStyle(e).borderBottomColor"
    assert here.evaluate(line) != other.evaluate(line)
