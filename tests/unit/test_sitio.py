"""The website as files: every page, every link, nothing asked of anyone else."""

import hashlib
import re
from pathlib import Path

import pytest

from generator.base.numbers import size_text
from generator.publish import MANIFEST
from generator.render.builder import BuilderFault, build, dress
from generator.render.builder_check import complaints
from generator.render.site import Fuentes, Publicacion, SiteFault, write
from tests.casos import RAIZ

DATA = r"\stype=.application/ld\+json"
"""A script of this type is data: no browser runs it."""


def leer(sitio: Path, ruta: str) -> str:
    return (sitio / ruta / "index.html").read_text("utf-8")


def test_every_page_is_there(sitio: Path, publicacion: Publicacion) -> None:
    expected = {"", "indicadores", "buscar"}
    for institucion in publicacion.instituciones:
        casa = institucion.id
        expected |= {casa, f"{casa}/cifras"}
        expected |= {f"{casa}/indicadores/{i.id}" for i in institucion.indicadores}
        expected |= {f"{casa}/unidades/{i.unidad.id}" for i in institucion.indicadores}
    found = {p.parent.relative_to(sitio).as_posix() for p in sitio.rglob("index.html")}
    assert {e or "." for e in expected} <= found
    assert (sitio / "404.html").is_file()


def test_the_plan_has_74_indicators_and_a_page_for_each_activity(sitio: Path) -> None:
    assert len(list((sitio / "isssteson/indicadores").iterdir())) == 74
    for clave in ("280", "287", "469", "470", "049", "590", "589"):
        assert f'id="actividad-{clave}"' in leer(
            sitio, f"isssteson/plan-de-labores-2024/actividad-{clave}"
        )


def test_links_lead_somewhere_and_nothing_is_asked_of_others(sitio: Path) -> None:
    assert complaints(sitio) == []
    for page in sitio.rglob("*.html"):
        assert not re.search(
            rf"<style|\sstyle=|\son\w+=|<script(?!{DATA}|[^>]*\ssrc=)", page.read_text()
        )


def test_links_are_relative(sitio: Path) -> None:
    for page in sitio.rglob("index.html"):
        assert not re.search(r'(?:href|src|action)="/', page.read_text("utf-8")), page


@pytest.mark.parametrize(
    ("html", "complaint"),
    [
        ('<a href="../no/">x</a>', "no existe"),
        ('<a href="#ahi">x</a>', "ahí no está"),
        ('<a href="javascript:x()">x</a>', "no es https"),
        ('<img src="https://otro.mx/a.png">', "otro servidor"),
        ('<script src="//otro.mx/a.js"></script>', "otro servidor"),
        ('<p style="color:red">x</p>', "lleva «style»"),
        ('<script type="module">x()</script>', "lleva «script»"),
        ("<script>1</script>", "lleva «script»"),
        ('<p onclick="x()">x</p>', "lleva «onclick»"),
    ],
)
def test_a_bad_page_is_told(tmp_path: Path, html: str, complaint: str) -> None:
    (tmp_path / "index.html").write_text(html)
    (found,) = complaints(tmp_path)
    assert complaint in found


def test_a_sheet_that_asks_another_host_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("@import url('https://otro.mx/a.css');")
    assert "otro servidor" in complaints(tmp_path)[0]


def test_the_pdf_is_there_with_its_size_and_digest(sitio: Path, publicacion: Publicacion) -> None:
    for _, publicado in publicacion.ediciones:
        pdf = sitio / publicado.ruta_pdf
        digest = hashlib.sha256(pdf.read_bytes()).hexdigest()
        page = leer(sitio, publicado.ruta)
        assert digest in page
        assert f"sha256sum {pdf.name}" in page
        pages = "página" if publicado.paginas == 1 else "páginas"
        assert f"{publicado.paginas} {pages}, {size_text(publicado.tamano)}" in page


def test_an_indicator_says_all_that_the_data_hold(sitio: Path) -> None:
    page = leer(sitio, "isssteson/indicadores/287-02")
    assert '<data value="385200" data-direccion="isssteson.ind.287-02.meta.2024">385,200' in page
    assert re.search(r"data/isssteson/indicadores/2024/287\.yml:\d+", page)
    for said in ("Departamento de Vinculación y Atención al Derechohabiente", "E205T31 Seguridad"):
        assert said in page
    assert "plan-de-labores-2024/actividad-287/#cuadro-3" in page


def test_what_was_printed_otherwise_is_said(sitio: Path) -> None:
    page = leer(sitio, "isssteson/indicadores/470-30")
    assert "Impreso en el documento como: «Coordinación de Hospitales Segundo y" in page
    assert "Impreso en el documento" not in leer(sitio, "isssteson/indicadores/287-02")


def test_an_indicator_leads_back_to_what_it_measures(sitio: Path) -> None:
    page = leer(sitio, "isssteson/indicadores/049-05")
    assert "Programa Institucional 2022-2027" in page
    assert "objetivos/programa-institucional-2022-2027/1/" in page


def test_notes_go_and_come_back(sitio: Path) -> None:
    page = leer(sitio, "isssteson/plan-de-labores-2024/programa-operativo-anual")
    for mark in ('href="#nota-1"', 'id="llamada-1"', 'id="nota-1"', 'href="#llamada-1"'):
        assert mark in page


def test_the_error_page_can_search(sitio: Path) -> None:
    page = (sitio / "404.html").read_text("utf-8")
    assert "Esta página no existe" in page
    assert 'action="/buscar/"' in page
    assert 'href="/indicadores/"' in page


def test_the_accents_come_from_the_data(sitio: Path, publicacion: Publicacion) -> None:
    style = (sitio / "recursos/pliego.css").read_text("utf-8")
    for institucion in publicacion.instituciones:
        accent = institucion.institucion.ficha.identidad.web.acento
        assert f"--pl-acento: light-dark({accent.claro}, {accent.oscuro})" in style


@pytest.mark.parametrize(
    ("guion", "most"), [("acciones", 3_500), ("buscar", 4_000), ("catalogo", 8_000)]
)
def test_the_own_scripts_are_small(guion: str, most: int) -> None:
    assert (RAIZ / f"site/recursos/{guion}.js").stat().st_size <= most


def test_two_builds_are_one(publicacion: Publicacion, sitio: Path, tmp_path: Path) -> None:
    write(publicacion, Fuentes(RAIZ / "site", RAIZ / "layouts/_components"), tmp_path / "paginas")
    build(publicacion.portal, RAIZ / "mkdocs.yml", tmp_path / "paginas", tmp_path / "sitio")
    one, two = _files(sitio), _files(tmp_path / "sitio")
    del one[MANIFEST]
    assert one == two


def _files(folder: Path) -> dict[str, bytes]:
    files = (p for p in folder.rglob("*") if p.is_file())
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in files}


def test_two_pages_cannot_share_an_address(publicacion: Publicacion, tmp_path: Path) -> None:
    (tmp_path / "buscar").mkdir()
    (tmp_path / "buscar/index.md").touch()
    with pytest.raises((SiteFault, FileExistsError)):
        write(publicacion, Fuentes(RAIZ / "site", RAIZ / "layouts/_components"), tmp_path)


def test_a_complaint_of_mkdocs_is_a_fault(publicacion: Publicacion, tmp_path: Path) -> None:
    docs = tmp_path / "paginas"
    docs.mkdir()
    (docs / "index.md").write_text("[x](no.md)\n")
    with pytest.raises(BuilderFault) as caught:
        dress(publicacion.portal, RAIZ / "mkdocs.yml", docs)
    assert caught.value.codigo == "SIT-001"
    assert "«index.md» enlaza con «no.md», que no existe" in caught.value.causa
