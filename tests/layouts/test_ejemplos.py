"""Each document type's own example is built whole: its PDF and its site."""

from pathlib import Path

import pytest

from generator.build import build
from tests import pdf, verapdf
from tests.casos import RAIZ, copia

TIPOS = sorted(path.parent for path in RAIZ.glob("layouts/*/layout.yml"))


@pytest.mark.parametrize("tipo", TIPOS, ids=lambda path: path.name)
def test_example_is_published(tipo: Path, tmp_path: Path) -> None:
    proyecto = copia(tmp_path / "proyecto", tipo / "ejemplo")
    done = build(proyecto, tmp_path / "dist", lambda _: None)
    assert done.diagnostics == ()
    prints = [archivo for archivo in done.archivos if archivo.paginas]
    assert prints
    for archivo in prints:
        assert verapdf.fallas(archivo.ruta, "ua1") == []
        assert len(pdf.words(archivo.ruta)) > 500
    assert (tmp_path / "dist" / "actual" / "index.html").exists()
