"""No text lies over another and nothing leaves the page, at any width that people have."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.navegador import encimados

ANCHOS = (320, 390, 640, 768, 1024, 1440)
POR_CARPETA = 2
"""Pages of the same folder are of the same kind."""


def some(sitio: Path) -> Iterator[str]:
    """The first pages of each folder of the site."""
    seen: Counter[Path] = Counter()
    for path in sorted(sitio.rglob("index.html")):
        seen[path.parent.parent] += 1
        if seen[path.parent.parent] <= POR_CARPETA:
            yield path.relative_to(sitio).as_posix().removesuffix("index.html")


@pytest.mark.parametrize(
    "anchos", [ANCHOS[1::2], pytest.param(ANCHOS, marks=pytest.mark.lento)], ids=str
)
def test_nothing_lies_over_anything(
    navegador: Browser, origen: str, sitio: Path, anchos: tuple[int, ...]
) -> None:
    context = navegador.new_context(java_script_enabled=True)
    page, found = context.new_page(), []
    for ruta in (*some(sitio), "404.html"):
        page.goto(origen + ruta)
        for ancho in anchos:
            page.set_viewport_size({"width": ancho, "height": 900})
            wide = page.evaluate("document.documentElement.scrollWidth")
            found += [(ruta, ancho, pair) for pair in encimados(page)]
            found += [(ruta, ancho, f"mide {wide}")] if wide > ancho else []
    context.close()
    assert found == []


def test_what_lies_over_something_is_seen(navegador: Browser) -> None:
    page = navegador.new_page()
    page.set_content("<p>Debajo de otro</p><p style='margin-top:-2em'>Encima del primero</p>")
    assert encimados(page) == ["Debajo de otro ✕ Encima del primero"]
    page.set_content(
        "<p>Uno</p><p>Otro</p><p style='position:absolute;clip-path:inset(50%)'>Uno</p>"
    )
    assert encimados(page) == []
    page.close()
