"""What the slow tests share: the real project, published once into a temporary folder."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from generator.base.diagnostic import has_errors
from generator.build import build
from generator.render.site import Publicacion
from generator.works import Examen, publication
from tests.casos import RAIZ


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What takes minutes runs only when its folder is asked for: ./pliego probar tests/fuzz"""
    asked = {part for arg in config.args for part in Path(arg.partition("::")[0]).parts}
    slow = [item for item in items if item.get_closest_marker("lento")]
    left = [item for item in slow if item.path.parent.name not in asked]
    if left and "lento" not in str(config.option.markexpr):
        items[:] = [item for item in items if item not in left]
        config.hook.pytest_deselected(items=left)


@pytest.fixture(scope="session")
def publicado(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Examen]:
    """The release of this very project, and what was examined to make it."""
    salida = tmp_path_factory.mktemp("dist")
    done = build(RAIZ, salida, lambda _: None)
    assert not has_errors(done.diagnostics), [d.text for d in done.diagnostics]
    return salida / "actual", done.examen


@pytest.fixture(scope="session")
def sitio(publicado: tuple[Path, Examen]) -> Path:
    """The built website."""
    return publicado[0]


@pytest.fixture(scope="session")
def publicacion(publicado: tuple[Path, Examen]) -> Publicacion:
    """What the site was made from."""
    release, examen = publicado
    ids = (obra.documento.id for obra in examen.obras)
    return publication(examen, {id_: release / "documentos" / f"{id_}.pdf" for id_ in ids})


@pytest.fixture(scope="session")
def plan(sitio: Path) -> Path:
    """The PDF of ISSSTESON's Plan de Labores 2024."""
    return sitio / "documentos" / "isssteson" / "plan-de-labores-2024.pdf"


@pytest.fixture(scope="session")
def avance(sitio: Path) -> Path:
    """The PDF of the IMSS's Avance y Resultados 2023-2024."""
    return sitio / "documentos" / "imss" / "avance-y-resultados-2023-2024.pdf"


@pytest.fixture(scope="session")
def navegador() -> Iterator[Browser]:
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    path = next((found for name in names if (found := shutil.which(name))), None)
    assert path, "hace falta Chromium"
    expect.set_options(timeout=20_000)  # a busy machine is not a fault of the page
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()
