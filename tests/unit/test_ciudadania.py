"""The pages for citizens: objectives, budget, years side by side, words, changes, own face."""

import dataclasses
import re
from decimal import Decimal
from pathlib import Path

import pytest

from generator.base.span import Span
from generator.build import examine
from generator.document.nodes import Enlace, Parrafo, Seccion, Texto
from generator.model.cambio import Cambio, parte
from generator.model.registro import Casa, Cifra, Clase, Registro
from generator.render import builder, site_comparar
from generator.render.site import Fuentes, Publicacion
from generator.render.site_mapa import Mapa
from generator.render.site_paginas import Pagina
from generator.render.site_presupuesto import budget_pages
from generator.render.site_vocabulario import Vocabulario, Voz
from tests import sitio
from tests.casos import AVANCE, EJEMPLO, RAIZ, copia

CASA = Casa("es_MX", "MXN")


def cifra(valor: str | None, decimales: int = 0, estado: str = "", clase: Clase = "meta") -> Cifra:
    value = None if valor is None else Decimal(valor)
    return Cifra("x.y", value, clase, "", Span("a.yml"), CASA, decimales, estado=estado)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def plan() -> Publicacion:
    return sitio.de(EJEMPLO)


@pytest.fixture(scope="module")
def avance() -> Publicacion:
    return sitio.de(AVANCE)


# ── what is compared ──


@pytest.mark.parametrize(
    ("one", "other", "apart", "share", "way"),
    [
        (cifra("22"), cifra("42.2", 1), "+20.2", "+91.8%", "sube"),
        (cifra("1000"), cifra("1000"), "0", "0.0%", "igual"),
        (cifra("0"), cifra("1500"), "+1,500", "", "sube"),
        (cifra("-4", 0), cifra("-6", 0), "−2", "−50.0%", "baja"),
        (cifra("0.68", 2), cifra("0.67", 2), "−0.01", "−1.5%", "baja"),
    ],
)
def test_a_change(one: Cifra, other: Cifra, apart: str, share: str, way: str) -> None:
    change = Cambio(one, other)
    assert (change.diferencia, change.porcentaje, change.rumbo) == (apart, share, way)


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (cifra(None, estado="ND"), "no hay dato (ND)"),
        (cifra("5", estado="p/"), "es una cifra preliminar"),
    ],
)
def test_what_is_missing_or_preliminary_is_not_compared(other: Cifra, why: str) -> None:
    change = Cambio(cifra("4"), other)
    assert (change.motivo, change.diferencia, change.porcentaje, change.rumbo) == (why, "", "", "")


@pytest.mark.parametrize(
    ("own", "whole", "said"),
    [("1", "3", "33.3%"), ("1", "100000", "menos de 0.1%"), ("0", "5", "0.0%"), ("5", "0", "")],
)
def test_a_share(own: str, whole: str, said: str) -> None:
    assert parte(cifra(own), cifra(whole)) == said


# ── objectives and years ──


def test_an_objective_has_a_page_that_its_indicators_lead_to(
    plan: Publicacion, tmp_path: Path
) -> None:
    docs = sitio.escrito(plan, tmp_path / "docs")
    (page,) = (docs / "isssteson/objetivos").glob("*/*/index.md")
    text = page.read_text("utf-8")
    for said in ("Qué se va a hacer", "Con qué se mide", 'aria-label="Ruta"'):
        assert said in text
    index = (docs / "isssteson/objetivos/index.md").read_text("utf-8")
    assert page.parent.relative_to(docs).as_posix() in index


def test_years_side_by_side_tell_what_is_not_compared(avance: Publicacion, tmp_path: Path) -> None:
    docs = sitio.escrito(avance, tmp_path / "docs")
    (page,) = (docs / "imss/comparar").glob("*/index.md")
    text = page.read_text("utf-8")
    assert "línea base" in text
    assert re.search(r"como se esperaba|al contrario", text)
    assert 'scope="row"' in text


def test_a_comparison_is_cut_into_pages(
    avance: Publicacion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site_comparar, "POR_PAGINA", 1)
    (casa,) = avance.instituciones
    found = list(site_comparar.comparison_pages(Mapa(avance), casa))
    assert len(found) == len(casa.institucion.fichas)
    assert [p.ruta.rsplit("/", 2)[1] for p in found[1:]] == [
        str(n + 2) for n in range(len(found) - 1)
    ]


# ── budget ──


def two_years(plan: Publicacion) -> Publicacion:
    """The publication with its year repeated a year before, at half its amounts."""
    (casa,) = plan.instituciones
    year = casa.ejercicio

    def half(figure: Cifra) -> Cifra:
        address = figure.direccion.replace(str(year), str(year - 1))
        return dataclasses.replace(figure, direccion=address, valor=figure.fraccion / 2)

    before = tuple(
        dataclasses.replace(
            p,
            ejercicio=year - 1,
            presupuesto=half(p.presupuesto),
            actividades=tuple(
                dataclasses.replace(
                    a, ejercicio=year - 1, presupuesto=half(a.presupuesto), indicadores=()
                )
                for a in p.actividades[:1]
            ),
        )
        for p in casa.institucion.programas[year]
    )
    programmes = {year - 1: before, **casa.institucion.programas}
    linked = dataclasses.replace(casa.institucion, programas=programmes)
    whole = plan.registro.cifras[f"{casa.id}.poa.presupuesto.{year}"]
    figures = {**plan.registro.cifras, f"{casa.id}.poa.presupuesto.{year - 1}": half(whole)}
    own = (dataclasses.replace(casa, institucion=linked),)
    return dataclasses.replace(plan, instituciones=own, registro=Registro(figures))


def test_a_year_leads_to_its_programmes(plan: Publicacion) -> None:
    (casa,) = plan.instituciones
    pages: dict[str, Pagina] = {p.ruta: p for p in budget_pages(Mapa(plan), casa)}
    assert {"isssteson/presupuesto/", "isssteson/presupuesto/2024/"} <= set(pages)
    items = pages["isssteson/presupuesto/2024/"].datos["partidas"]
    assert isinstance(items, tuple)
    for item in items:
        assert f"isssteson/presupuesto/2024/{item.programa.clave.lower()}/" in pages


def test_two_years_are_compared(plan: Publicacion, tmp_path: Path) -> None:
    both = two_years(plan)
    (casa,) = both.instituciones
    docs = tmp_path / "docs"
    rows = next(budget_pages(Mapa(both), casa)).datos["series"]
    assert isinstance(rows, tuple)
    changes = [row.cambio.porcentaje for row in rows if row.cambio]
    assert changes
    assert set(changes) == {"+100.0%"}
    sitio.escrito(both, docs)
    text = (docs / "isssteson/presupuesto/index.md").read_text("utf-8")
    assert "Cambio 2023-2024" in text
    assert "+100.0%" in text
    assert "Año anterior" in (docs / "isssteson/presupuesto/2024/index.md").read_text("utf-8")


# ── words ──


def marked(vocabulario: Vocabulario, *textos: str) -> list[list[str]]:
    """The words marked in each paragraph of a section with `textos`."""
    blocks = tuple(Parrafo((Texto(t),)) for t in textos)
    seccion = Seccion("a", 1, "", "A", blocks, (), pagina=True, nueva_hoja=False)
    shown, _ = vocabulario.mark(seccion)
    paragraphs = [b for b in shown.bloques if isinstance(b, Parrafo)]
    return [[h.texto for h in b.hijos if isinstance(h, Voz)] for b in paragraphs]


def test_the_first_use_in_a_section_is_explained(avance: Publicacion) -> None:
    words = Vocabulario(avance.instituciones[0])
    sigla = words.siglas[0].texto
    assert marked(words, f"El {sigla} y el {sigla}.", f"Otra vez {sigla}.") == [[sigla], []]
    assert marked(words, f"No x{sigla}x ni {sigla}-2.") == [[]]
    assert marked(words, f"Tampoco {sigla.lower()}.") == [[]]


def test_no_line_parts_a_word_from_its_parenthesis(avance: Publicacion) -> None:
    words = Vocabulario(avance.instituciones[0])
    block = Parrafo((Texto(f"El Consejo ({words.siglas[0].texto}) y más"),))
    shown, found = words.mark(Seccion("a", 1, "", "A", (block,), (), pagina=True, nueva_hoja=False))
    (paragraph,) = shown.bloques
    assert isinstance(paragraph, Parrafo)
    before, word, after = paragraph.hijos
    assert (before, after) == (Texto("El Consejo "), Texto(") y más"))
    assert isinstance(word, Voz)
    assert word.antes == "("
    assert found == (words.siglas[0],)


def test_the_words_have_a_page(avance: Publicacion, tmp_path: Path) -> None:
    docs = sitio.escrito(avance, tmp_path / "docs")
    text = (docs / "imss/glosario/index.md").read_text("utf-8")
    for voz in Vocabulario(avance.instituciones[0]).siglas:
        assert f'id="{voz.id}"' in text


# ── own face ──


def test_who_publishes_alone_shows_its_own_face(plan: Publicacion, tmp_path: Path) -> None:
    docs = sitio.escrito(plan, tmp_path / "docs")
    (casa,) = plan.instituciones
    web = casa.institucion.ficha.identidad.web
    style = (docs / "recursos/pliego.css").read_text("utf-8")
    assert f":root {{ --pl-acento: light-dark({web.acento.claro}" in style
    assert f"--pl-noche: light-dark({web.banda.claro}" in style
    mark = casa.imagenes[casa.institucion.ficha.identidad.marca]
    assert (docs / "recursos/marca.svg").read_bytes() == mark.read_bytes()


PROPIA = """identidad:
  marca: marca.svg
  acento: {claro: "#5B2A86", oscuro: "#C9A6F0"}
  acento_tenue: {claro: "#F1E9F8", oscuro: "#2C1A40"}
  banda: {claro: "#3D1D5C", oscuro: "#341850"}
  realce: {claro: "#F2C230", oscuro: "#F2C230"}
"""


def test_the_portal_states_its_own_face(tmp_path: Path) -> None:
    proyecto = copia(tmp_path / "p")
    portal = proyecto / "data/portal.yml"
    portal.write_text(portal.read_text("utf-8") + PROPIA, "utf-8")
    mark = '<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>'
    (proyecto / "data/marca.svg").write_text(mark, "utf-8")
    examen = examine(proyecto)
    assert examen.diagnostics == ()
    docs = sitio.escrito(sitio.sin_pdf(examen), tmp_path / "docs")
    assert "--pl-oro: light-dark(#F2C230, #F2C230)" in (docs / "recursos/pliego.css").read_text()
    assert (docs / "recursos/marca.svg").read_text("utf-8") == mark


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        ('"#5B2A86"', '"#B9A0D0"', "IDE-001", "el acento sobre el papel"),
        ('"#3D1D5C"', '"#8A6BB0"', "IDE-001", "blanco sobre la banda"),
        ('realce: {claro: "#F2C230"', 'realce: {claro: "#4D2D6C"', "IDE-001", "el realce sobre"),
        ("marca: marca.svg", "marca: otra.svg", "REF-009", "no está en data/"),
    ],
)
def test_a_face_that_cannot_be_read_is_told(
    tmp_path: Path, old: str, new: str, code: str, said: str
) -> None:
    proyecto = copia(tmp_path / "p")
    portal = proyecto / "data/portal.yml"
    portal.write_text(portal.read_text("utf-8") + PROPIA.replace(old, new), "utf-8")
    if "marca.svg" in PROPIA.replace(old, new):
        (proyecto / "data/marca.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    found = [d for d in examine(proyecto).diagnostics if d.code == code]
    assert found
    assert any(said in d.text for d in found)
    assert found[0].span.path == "data/portal.yml"


def test_a_reader_knows_whom_to_tell_of_an_error(avance: Publicacion, tmp_path: Path) -> None:
    told = avance.portal.model_copy(update={"contacto": "datos@ejemplo.mx"})
    docs = sitio.escrito(dataclasses.replace(avance, portal=told), tmp_path / "docs")
    page = next((docs / "imss/indicadores").glob("*/index.md"))
    subject = f"Error%20en%20/imss/indicadores/{page.parent.name}/"
    assert f'<a href="mailto:datos@ejemplo.mx?subject={subject}">' in page.read_text("utf-8")
    builder.assemble(told, RAIZ / "mkdocs.yml", docs, tmp_path / "sitio")
    builder.reread(tmp_path / "sitio")
    home = (tmp_path / "sitio/index.html").read_text("utf-8")
    assert '<a href="mailto:datos@ejemplo.mx">Avisar de un error</a>' in home


def test_the_citation_ends_with_the_address_of_the_portal(
    avance: Publicacion, tmp_path: Path
) -> None:
    placed = avance.portal.model_copy(update={"direccion": "https://datos.ejemplo.mx/"})
    docs = sitio.escrito(dataclasses.replace(avance, portal=placed), tmp_path / "docs")
    page = next((docs / "imss/indicadores").glob("*/index.md"))
    assert f"https://datos.ejemplo.mx/imss/indicadores/{page.parent.name}/" in page.read_text()


def test_words_of_another_language_say_which(tmp_path: Path) -> None:
    proyecto = copia(tmp_path / "p")
    text = next((proyecto / "content").rglob("introduccion.md"))
    text.write_text(text.read_text("utf-8") + "\n\nSe atiende [*in situ*](idioma:la).\n", "utf-8")
    examen = examine(proyecto)
    assert not [d for d in examen.diagnostics if d.code == "NAR-002"]
    enlace = Enlace("idioma:la", (Texto("in situ"),), Span(""))
    plantillas = Fuentes(RAIZ / "site", RAIZ / "layouts" / "_components").plantillas
    shown = plantillas.environment.get_template("enlace.html.j2").render(
        nodo=enlace, salida=None, pinta=lambda hijo: hijo.texto
    )
    assert shown == '<span lang="la">in situ</span>'
