"""Lighthouse over each kind of page: `./pliego probar tests/faro`, with Node 20 or later and npm.

It is brought from npm, always the same one, into a temporary folder. Its mark for speed changes
with what else the machine does: it is printed (`./pliego probar -- tests/faro -s`), and
only what moves under the reader counts.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.clases import CLASES

LIGHTHOUSE = "lighthouse@12.8.2"
JUZGADAS = ("accessibility", "best-practices", "seo")
VELOCES = ("inicio", "seccion", "ficha", "catalogo", "busqueda", "tablero")
"""Kinds of page whose speed is measured too."""
MOVIMIENTO = 0.1
"""The most that what is being read may move (Cumulative Layout Shift)."""


@pytest.fixture(scope="session")
def faro(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with Lighthouse and what calls it."""
    assert shutil.which("npm"), "hace falta npm, con Node 20 o posterior"
    folder = tmp_path_factory.mktemp("faro")
    install = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(folder), LIGHTHOUSE]
    subprocess.run(install, check=True, capture_output=True)
    shutil.copy(Path(__file__).with_name("faro.mjs"), folder)
    return folder


@pytest.mark.lento
def test_every_kind_of_page_has_all_the_marks(faro: Path, origen: str, con_acuerdos: None) -> None:
    found = _measured(faro, {name: _asked(origen, name) for name in CLASES})
    assert found.keys() == CLASES.keys()
    for name, page in found.items():
        print(f"\n{name}: {page['notas']}", end="")
    assert {n: p["faltas"] for n, p in found.items() if not _whole(p["notas"])} == {}
    assert {n: p["salto"] for n, p in found.items() if p["salto"] > MOVIMIENTO} == {}


def _asked(origen: str, name: str) -> dict[str, object]:
    """That of error asks not to be indexed, so its mark for search engines says nothing."""
    categories = JUZGADAS[:2] if name == "error" else JUZGADAS
    speed = ("performance",) if name in VELOCES else ()
    return {"url": origen + CLASES[name], "categorias": [*categories, *speed]}


def _whole(notas: dict[str, int]) -> bool:
    return all(mark == 100 for category, mark in notas.items() if category in JUZGADAS)


def _measured(faro: Path, asked: dict[str, dict[str, object]]) -> dict[str, Any]:
    chrome = shutil.which("chromium") or shutil.which("google-chrome")
    assert chrome, "hace falta Chromium"
    done = subprocess.run(
        ["node", "faro.mjs"],
        cwd=faro,
        env={**os.environ, "CHROME_PATH": chrome},
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    pages = [json.loads(line) for line in done.stdout.splitlines()]
    assert [page["error"] for page in pages if page["error"]] == []
    return {str(page["nombre"]): page for page in pages}
