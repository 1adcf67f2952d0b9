"""What the slow tests share: the real project, published once into a temporary folder."""

from pathlib import Path

import pytest

from generator.build import build
from generator.works import Examen
from tests.casos import RAIZ


@pytest.fixture(scope="session")
def publicado(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Examen]:
    """The release of this very project, and what was examined to make it."""
    salida = tmp_path_factory.mktemp("dist")
    done = build(RAIZ, salida, lambda _: None)
    assert not done.diagnostics
    return salida / "actual", done.examen


@pytest.fixture(scope="session")
def sitio(publicado: tuple[Path, Examen]) -> Path:
    """The built website."""
    return publicado[0]


@pytest.fixture(scope="session")
def plan(sitio: Path) -> Path:
    """The PDF of ISSSTESON's Plan de Labores 2024."""
    return sitio / "documentos" / "isssteson" / "plan-de-labores-2024.pdf"
