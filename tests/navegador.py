"""What the tests of the website share: how a page is opened, and what axe holds against it."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TELEFONO, ESCRITORIO = 390, 1440
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

Abrir = Callable[..., Page]
VISTAS = pytest.mark.parametrize(
    ("ancho", "modo"),
    [
        (TELEFONO, "light"),
        (ESCRITORIO, "dark"),
        pytest.param(TELEFONO, "dark", marks=pytest.mark.lento),
        pytest.param(ESCRITORIO, "light", marks=pytest.mark.lento),
    ],
)
"""Both widths and both schemes, each once; all four when the folder is asked for."""


def faltas(page: Page, parte: str | None = None) -> list[tuple[str, list[str]]]:
    """What axe holds against the page, or a part of it: the rule and the first places."""
    options = {"runOnly": WCAG, "resultTypes": ["violations"]}
    found = Axe().run(page, context=parte, options=options).response["violations"]
    return [(v["id"], [n["html"][:120] for n in v["nodes"][:3]]) for v in found]


def encimados(page: Page) -> list[str]:
    """Pairs of texts of which one lies over the other; what is only for listeners is left out."""
    found: list[str] = page.evaluate(_ENCIMADOS)
    return found


_ENCIMADOS = """() => {
  const cortado = ({ position, clip, clipPath }) =>
    position === "absolute" && (clip !== "auto" || clipPath.startsWith("inset"));
  const callado = (e) => e && (cortado(getComputedStyle(e)) || callado(e.parentElement));
  const cajas = [], textos = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (textos.nextNode()) {
    const n = textos.currentNode, e = n.parentElement;
    if (!n.data.trim() || e.closest("svg, script, option, .pl-salto")) continue;
    if (!e.checkVisibility() || callado(e)) continue;
    const rango = document.createRange();
    rango.selectNodeContents(n);
    for (const { left, right, top, height: alto } of rango.getClientRects())
      // De lo alto de una letra, sólo lo que ocupa su tinta.
      if (right - left > 3)
        cajas.push({ left, right, top: top + alto / 5, bottom: top + alto * 0.8, n });
  }
  cajas.sort((a, b) => a.top - b.top);
  const pares = [];
  cajas.forEach((a, i) => {
    for (let j = i + 1; j < cajas.length && cajas[j].top < a.bottom - 3; j++) {
      const b = cajas[j];
      if (b.n !== a.n && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2)
        pares.push(`${a.n.data.trim()} ✕ ${b.n.data.trim()}`);
    }
  });
  return pares.slice(0, 5);
}"""
