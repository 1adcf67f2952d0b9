"""The editions that a document has had: what its page tells, and which PDFs are still there."""

from pathlib import Path

import pikepdf
import pytest

from generator.base.digest import of_file
from generator.build import examine
from generator.works import publication
from tests import sitio
from tests.casos import EJEMPLO, copia

DOCUMENTO = "isssteson/plan-de-labores-2024"
ANTERIORES = """anteriores:
  - numero: 2
    fecha: 2026-11-01
    cambios: Se corrigió una meta.
    pdf: edicion-2.pdf
  - numero: 1
    fecha: 2026-01-31
edicion:
  numero: 3
  cambios: Se añade una actividad.
"""


def blank(path: Path) -> Path:
    with pikepdf.new() as made:
        made.add_blank_page()
        made.save(path)
    return path


@pytest.fixture
def proyecto(tmp_path: Path) -> Path:
    raiz = copia(tmp_path / "p", EJEMPLO)
    declared = raiz / "content" / DOCUMENTO / "documento.yml"
    declared.write_text(declared.read_text("utf-8").replace("edicion:\n", ANTERIORES), "utf-8")
    blank(declared.with_name("edicion-2.pdf"))
    return raiz


def test_the_page_tells_every_edition_and_keeps_its_pdf(proyecto: Path, tmp_path: Path) -> None:
    examen = examine(proyecto)
    assert examen.diagnostics == ()
    printed = {DOCUMENTO: blank(tmp_path / "actual.pdf")}
    docs = sitio.escrito(publication(examen, printed), tmp_path / "docs")
    page = (docs / DOCUMENTO / "index.md").read_text("utf-8")
    told = page.partition('id="ediciones"')[2].partition("</section>")[0]
    places = [told.index(f"Edición {n}<") for n in (3, 2, 1)]
    assert places == sorted(places)
    assert "Se añade una actividad." in told
    assert "Se corrigió una meta." in told
    assert told.count("No se conserva su PDF.") == 1
    kept = docs / "documentos" / DOCUMENTO / "edicion-2.pdf"
    assert f'href="../../documentos/{DOCUMENTO}/edicion-2.pdf"' in told
    assert of_file(kept)[:8] in told


def test_a_pdf_that_no_edition_names_is_told(proyecto: Path) -> None:
    blank(proyecto / "content" / DOCUMENTO / "edicion-0.pdf")
    (found,) = examine(proyecto).diagnostics
    assert found.code == "LEC-017"
    assert "los PDF de «anteriores»" in found.text


def test_what_is_no_pdf_is_not_published(proyecto: Path) -> None:
    (proyecto / "content" / DOCUMENTO / "edicion-2.pdf").write_text("<html>")
    (found,) = examine(proyecto).diagnostics
    assert (found.code, found.span.line) == ("LEC-018", 10)
