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
