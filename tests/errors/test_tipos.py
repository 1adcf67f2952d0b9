"""Faults of a document type: its layout.yml, its templates, its style and its fonts."""

import shutil
import socket
from dataclasses import replace
from pathlib import Path

import pytest
from weasyprint.urls import FatalURLFetchingError

from generator.base.diagnostic import Diagnostic
from generator.build import build, examine
from generator.render import pdf
from tests.casos import RAIZ, copia

TIPO = "layouts/plan-de-labores"
LAYOUT = f"{TIPO}/layout.yml"
TEMPLATE = f"{TIPO}/document.html.j2"
PARAGRAPH = "layouts/_components/parrafo.html.j2"
DOCUMENT = "isssteson/plan-de-labores-2024"

ROWS = "componente: tabla\n            si: actividad.indicadores"
NAMED = 'titulo: "{actividad.nombre}"'
EACH = "por_cada: actividad en actividades"


@pytest.fixture
def proyecto(tmp_path: Path) -> Path:
    """The example with document types of its own."""
    proyecto = copia(tmp_path / "proyecto")
    example = shutil.ignore_patterns("ejemplo")
    shutil.copytree(RAIZ / TIPO, proyecto / TIPO, ignore=example)
    shutil.copytree(RAIZ / "layouts" / "_components", proyecto / "layouts" / "_components")
    return proyecto


def _edit(path: Path, before: str, after: str) -> int:
    """Changes `before`, which is there, and returns the line where it is."""
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")
    return text[: text.index(before)].count("\n") + 1


def _append(path: Path, text: str) -> int:
    """Adds a last line and returns its number."""
    before = path.read_text("utf-8").rstrip("\n")
    path.write_text(f"{before}\n{text}\n", "utf-8")
    return before.count("\n") + 2


def _errors(proyecto: Path, code: str) -> list[Diagnostic]:
    return [d for d in examine(proyecto).diagnostics if d.code == code]


def _printed(proyecto: Path) -> tuple[Diagnostic, ...]:
    """What building only the PDF complains of."""
    return build(proyecto, proyecto / "dist", lambda _: None, (DOCUMENT,)).diagnostics


# ── layout.yml ──


@pytest.mark.parametrize(
    ("block", "before", "after", "said"),
    [
        (ROWS, "{indicador.nombre}", "{indicador.nombrecito}", "«indicador.nombrecito» no existe"),
        (ROWS, "fuente: actividad.fuente", "fuente: actividad.f", "no tiene «f»"),
        (ROWS, "enlace: indicador.id", "enlace: indicador.ficha", "no tiene «ficha»"),
        (ROWS, "si: actividad.indicadores", "si: actividad.cosa", "no tiene «cosa»"),
        (ROWS, "indicador en actividad.indicadores", "indicadores", "«nombre en ruta»"),
        (
            ROWS,
            "{indicador.id}.meta.",
            "{indicador.id}.metas.",
            "ninguna cifra tiene esa dirección",
        ),
        ("id: actividad-", NAMED, 'titulo: "{actividad.nada}"', "«actividad.nada» no existe"),
        ("id: actividad-", NAMED, 'titulo: "{actividad.nombre.upper}"', "no tiene «upper»"),
        ("id: actividad-", NAMED, 'titulo: "{actividad.__class__}"', "no tiene «__class__»"),
        ("id: actividad-", NAMED, 'titulo: "{}"', "aquí sólo hay actividad, actividades"),
        ("id: actividad-", EACH, "por_cada: actividad de actividades", "«nombre en ruta»"),
        ("id: actividad-", EACH, "por_cada: actividad en documento", "no es una lista"),
        ("id: actividad-", EACH, "por_cada: actividad en nadie", "«nadie» no existe"),
        ("componente: portada\n", "poa.indicadores.", "poa.indicador.", "«poa.indicador.2024»"),
        ("componente: portada\n", "en programas", "en programa", "«programa» no existe"),
    ],
)
def test_a_path_to_nowhere_is_told_in_the_layout(
    proyecto: Path, block: str, before: str, after: str, said: str
) -> None:
    first = _edit(proyecto / LAYOUT, block, block)
    wrong = _edit(proyecto / LAYOUT, before, after)
    examen = examine(proyecto)
    found = [d for d in examen.diagnostics if d.code == "TIP-001"]
    assert found
    assert examen.obras == ()
    for diagnostic in found:
        assert diagnostic.span.path == LAYOUT
        assert first <= diagnostic.span.line <= wrong
        assert said in diagnostic.text


def test_a_layout_must_have_the_keys_of_a_layout(proyecto: Path) -> None:
    line = _edit(proyecto / LAYOUT, "numeracion: romana", "numeracion: romanas")
    (found,) = _errors(proyecto, "ESQ-005")
    assert (found.span.path, found.span.line) == (LAYOUT, line)
    assert "¿Quiso decir «romana»?" in found.text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            "rotulo: Ejercicio",
            "rotulo: Total\n        cifra: poa.presupuesto.2024\n        formato: millon",
            id="unknown format",
        ),
        pytest.param(
            "fuente: actividad.fuente",
            "fuente: actividad.nombre",
            id="source that is no list",
        ),
        pytest.param(
            "- {texto: Total}\n              - {}\n              - {}\n",
            "- {texto: Total}\n",
            id="closing row with fewer cells",
        ),
        pytest.param(
            "componente: indice",
            "componente: inexistente",
            id="unknown component",
        ),
    ],
)
def test_a_wrong_value_is_told_in_the_layout(proyecto: Path, before: str, after: str) -> None:
    _edit(proyecto / LAYOUT, before, after)
    found = _errors(proyecto, "TIP-001")
    assert found
    assert {d.span.path for d in found} == {LAYOUT}


# ── templates ──


@pytest.mark.parametrize(
    ("template", "text"),
    [
        (TEMPLATE, "{{ nada }}"),
        (TEMPLATE, "{{ salida.documento.nada }}"),
        (PARAGRAPH, "{{ nodo.nada }}"),
        (PARAGRAPH, "{{ nodo.hijos[99].texto }}"),
        (PARAGRAPH, "{% if %}"),
        (PARAGRAPH, "{{ nodo | nofiltro }}"),
        (PARAGRAPH, "{{ ''.__class__.__mro__ }}"),
    ],
)
def test_a_template_that_fails_is_told_with_its_line(
    proyecto: Path, template: str, text: str
) -> None:
    line = _append(proyecto / template, text)
    (found,) = _printed(proyecto)
    assert found.code == "TIP-002"
    assert str(found.span) == f"{template}:{line}:1"


@pytest.mark.parametrize("text", ["{{ 1 / 0 }}", "{{ 'x' | fecha_larga('es') }}"])
def test_whatever_fails_in_a_template_is_told_with_its_line(proyecto: Path, text: str) -> None:
    line = _append(proyecto / PARAGRAPH, text)
    (found,) = _printed(proyecto)
    assert str(found.span) == f"{PARAGRAPH}:{line}:1"


def test_a_message_has_no_path_of_the_machine(proyecto: Path) -> None:
    (proyecto / "layouts" / "_components" / "lista.html.j2").unlink()
    (found,) = _printed(proyecto)
    assert str(proyecto) not in found.text


# ── the engine's complaints ──


def test_a_complaint_of_the_engine_stops_the_pdf(proyecto: Path) -> None:
    _append(proyecto / TIPO / "style.css", "p { colr: red }")
    (found,) = _printed(proyecto)
    assert found.code == "PDF-001"
    assert str(found.span) == f"content/{DOCUMENT}/documento.yml:3:9"
    assert "colr: red" in found.text
    assert not list(proyecto.rglob("*.pdf"))


@pytest.fixture(scope="module")
def hoja() -> pdf.Impresion:
    """One short paragraph, with the whole style and the assets of the example."""
    obra = examine(RAIZ / TIPO / "ejemplo").obras[0]
    components = RAIZ / "layouts" / "_components"
    whole = pdf.prepare(
        obra.documento, obra.enlazada.ficha, obra.tipo.carpeta, components, obra.leida.imagenes
    )
    return replace(whole, html=_page(""))


def _page(body: str) -> str:
    return f'<!doctype html><html lang="es"><title>Uno</title><p>Uno <em>dos</em>.</p>{body}</html>'


def test_a_page_without_faults_is_printed(hoja: pdf.Impresion) -> None:
    assert pdf.render(hoja).startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("css", "said"),
    [
        ("p { colr: red }", "no se entiende: «colr: red»"),
        ("p { color: colorado }", "no se entiende: «color: colorado»"),
        ("p { color: }", "no se entiende: «color:»"),
        ("p >> q { color: red }", "el selector «p >> q» de la hoja no sirve"),
        ("@import url(otra.css);", "@import"),
    ],
)
def test_a_fault_of_style_is_not_ignored(hoja: pdf.Impresion, css: str, said: str) -> None:
    with pytest.raises(pdf.PdfFault, match=said):
        pdf.render(replace(hoja, css=f"{hoja.css}\n{css}"))


def test_a_link_to_no_place_is_not_ignored(hoja: pdf.Impresion) -> None:
    with pytest.raises(pdf.PdfFault, match="un enlace lleva a «nada», que no existe"):
        pdf.render(replace(hoja, html=_page('<a href="#nada">nada</a>')))


def test_a_broken_image_is_not_ignored(hoja: pdf.Impresion, tmp_path: Path) -> None:
    (tmp_path / "rota.svg").write_text("<svg", "utf-8")
    assets = {**hoja.recursos, "imagen/rota.svg": tmp_path / "rota.svg"}
    page = _page('<img src="imagen/rota.svg" alt="rota">')
    with pytest.raises(pdf.PdfFault, match=r"rota\.svg"):
        pdf.render(replace(hoja, html=page, recursos=assets))


STRANGERS = [
    '<img src="https://example.com/x.png" alt="x">',
    '<img src="file:///etc/hostname" alt="x">',
    '<img src="/etc/hostname" alt="x">',
    '<img src="imagen/../../secreto.svg" alt="x">',
    '<img src="data:image/svg+xml,%3Csvg/%3E" alt="x">',
    '<p style="background: url(nada.svg)">x</p>',
    '<link rel="attachment" href="file:///etc/hostname">',
    '<link rel="stylesheet" href="https://example.com/x.css">',
]


@pytest.mark.parametrize("body", STRANGERS)
def test_what_is_not_an_asset_is_never_fetched(
    hoja: pdf.Impresion, body: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: pytest.fail("looked up a host"))
    with pytest.raises((pdf.PdfFault, FatalURLFetchingError), match="que no es un recurso"):
        pdf.render(replace(hoja, html=_page(body)))


@pytest.mark.parametrize("body", STRANGERS)
def test_asking_for_what_is_not_an_asset_is_a_fault(hoja: pdf.Impresion, body: str) -> None:
    with pytest.raises(pdf.PdfFault, match="que no es un recurso"):
        pdf.render(replace(hoja, html=_page(body)))


@pytest.mark.parametrize("font", ["SourceSans3-It.ttf", "SourceSans3-Regular.ttf"])
def test_a_missing_font_is_a_fault(hoja: pdf.Impresion, font: str) -> None:
    assets = {name: path for name, path in hoja.recursos.items() if not name.endswith(font)}
    with pytest.raises(pdf.PdfFault, match=font):
        pdf.render(replace(hoja, recursos=assets))
