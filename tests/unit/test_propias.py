"""The portal's own pages: what they say, where they are linked, what is refused in them."""

from pathlib import Path

import pytest

from generator.base.diagnostic import Diagnostic
from generator.build import examine
from generator.render import builder
from generator.works import Examen
from tests import sitio
from tests.casos import EJEMPLO, RAIZ, copia

PAGINAS = """paginas:
  - id: acerca
    titulo: Acerca & contacto
    descripcion: Quién publica y cómo.
"""
TEXTO = """Se programan {{ isssteson.poa.presupuesto.2024 }}.[^1]

## Quién publica

Vea [quién publica](#quien-publica).

## Quién publica

[^1]: Suma de los programas.
"""


def examined(folder: Path, text: str) -> Examen:
    """The example, with a page of its own that says `text`."""
    raiz = copia(folder, EJEMPLO)
    portal = raiz / "data/portal.yml"
    portal.write_text(portal.read_text("utf-8") + PAGINAS, "utf-8")
    (raiz / "content/portal").mkdir()
    (raiz / "content/portal/acerca.md").write_text(text, "utf-8")
    return examine(raiz)


def told(examen: Examen) -> list[Diagnostic]:
    return [d for d in examen.diagnostics if d.span.path == "content/portal/acerca.md"]


def test_a_page_cites_figures_and_is_linked_from_everywhere(tmp_path: Path) -> None:
    examen = examined(tmp_path / "p", TEXTO)
    assert told(examen) == []
    publicacion = sitio.sin_pdf(examen)
    docs = sitio.escrito(publicacion, tmp_path / "docs")
    page = (docs / "acerca/index.md").read_text("utf-8")
    assert 'data-direccion="isssteson.poa.presupuesto.2024"' in page
    assert page.count("Quién publica</h2>") == 2
    assert 'id="quien-publica"' in page
    assert 'id="quien-publica-2"' in page
    assert 'href="#quien-publica"' in page
    assert 'id="nota-1"' in page
    builder.assemble(publicacion.portal, RAIZ / "mkdocs.yml", docs, tmp_path / "sitio")
    builder.reread(tmp_path / "sitio")
    deep = (tmp_path / "sitio/isssteson/cifras/index.html").read_text("utf-8")
    assert '<li><a href="../../acerca/">Acerca &amp; contacto</a></li>' in deep


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("Son {{ isssteson.poa.presupuesto.2042 }}.", "REF-005", (1, 5)),
        ("Son {{ presupuesto }}.", "REF-005", (1, 5)),
        ("Vea [otro](#otro).", "NAR-008", (1, 12)),
        ("{{ cuadro.algo }}", "REF-016", (1, 1)),
        ("Se dice que que sí.", "TXT-008", (1, 9)),
        ("<b>Hola</b>", "NAR-001", (1, 1)),
    ],
)
def test_what_is_wrong_in_it_is_told_with_its_place(
    tmp_path: Path, text: str, code: str, place: tuple[int, int]
) -> None:
    (found,) = told(examined(tmp_path / "p", f"{text}\n"))
    assert (found.code, (found.span.line, found.span.column)) == (code, place)


@pytest.mark.parametrize("id_", ["isssteson", "tablero", "verificacion", "404"])
def test_a_page_takes_no_address_that_the_site_has(tmp_path: Path, id_: str) -> None:
    raiz = copia(tmp_path / "p", EJEMPLO)
    portal = raiz / "data/portal.yml"
    portal.write_text(portal.read_text("utf-8") + PAGINAS.replace("acerca", id_), "utf-8")
    (raiz / "content/portal").mkdir()
    (raiz / f"content/portal/{id_}.md").write_text("Hola.\n", "utf-8")
    (found,) = examine(raiz).diagnostics
    assert (found.code, found.span.path) == ("IDS-003", "data/portal.yml")


def test_two_pages_have_not_the_same_address(tmp_path: Path) -> None:
    raiz = copia(tmp_path / "p", EJEMPLO)
    portal = raiz / "data/portal.yml"
    twice = PAGINAS + PAGINAS.removeprefix("paginas:\n")
    portal.write_text(portal.read_text("utf-8") + twice, "utf-8")
    (raiz / "content/portal").mkdir()
    (raiz / "content/portal/acerca.md").write_text("Hola.\n", "utf-8")
    (found,) = examine(raiz).diagnostics
    assert found.code == "IDS-001"
    assert "página" in found.mend
