"""A walk through a page with the Tab key: where it stops, in which order, what is seen there."""

from dataclasses import dataclass

from playwright.sync_api import Page

ORDEN = """() => {
    const stops = "a[href], button, input:not([type=hidden]), select, textarea, summary, "
        + "[tabindex]:not([tabindex='-1'])";
    const seen = (e) => !e.disabled && e.getClientRects().length > 0
        && e.checkVisibility({ visibilityProperty: true });
    window.orden = [...document.querySelectorAll(stops)].filter(seen);
    return window.orden.length;
}"""
"""What can be reached, in the order of the document; leaves how many."""

PARADA = """() => {
    const e = document.activeElement;
    if (!e || e === document.body) return null;
    const style = getComputedStyle(e);
    const inside = (r) => ({
        left: Math.max(r.left, 0), right: Math.min(r.right, innerWidth),
        top: Math.max(r.top, 0), bottom: Math.min(r.bottom, innerHeight) });
    const uncovered = (r) => [0.5, 0.1, 0.9].some((x) => [0.5, 0.1, 0.9].some((y) => {
        const top = document.elementFromPoint(
            r.left + (r.right - r.left) * x, r.top + (r.bottom - r.top) * y);
        return top && (e.contains(top) || top.contains(e));
    }));
    const parts = [...e.getClientRects()].map(inside)
        .filter((r) => r.right - r.left > 1 && r.bottom - r.top > 1);
    return {
        lugar: window.orden.indexOf(e),
        nombre: (e.innerText || e.getAttribute("aria-label") || e.name || e.tagName).slice(0, 60),
        marcada: e.matches(":focus-visible") && style.outlineStyle !== "none"
            && parseFloat(style.outlineWidth) >= 2,
        descubierta: parts.some(uncovered),
    };
}"""
"""What has the focus: its place in that order, whether it is marked, whether it can be seen."""


@dataclass(frozen=True)
class Parada:
    lugar: int
    nombre: str
    marcada: bool
    descubierta: bool


def recorrer(page: Page) -> tuple[int, list[Parada]]:
    """How many things can be reached, and each stop until the keyboard leaves the page, or for as
    long as a page that lets go should last.
    """
    page.emulate_media(reduced_motion="reduce")
    count = int(page.evaluate(ORDEN))
    stops: list[Parada] = []
    for _ in range(count + 5):
        page.keyboard.press("Tab")
        found = page.evaluate(PARADA)
        if found is None or (stops and found["lugar"] == stops[0].lugar):
            break
        stops.append(Parada(**found))
    return count, stops
