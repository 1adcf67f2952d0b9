"""A chart in a document: a file and its words on paper, two drawings on the site."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest

from generator.document.charts import Grafica
from generator.document.nodes import Componente, Document, Parte
from generator.model.institucion import Institucion
from generator.render.chart import alt
from generator.render.html import Salida, TemplateFault
from generator.render.pdf import Impresion, prepare
from generator.render.site import Fuentes, charts
from tests.casos import EJEMPLO, RAIZ
from tests.graficas import COMPONENTES, DETECCION, ENTIDADES, IDENTIDAD, RESERVAS

CASA = Institucion(
    nombre="Instituto de Prueba",
    siglas="IP",
    descripcion="Una prueba",
    gobierno="Nadie",
    pais="MX",
    locale="es_MX",
    moneda="MXN",
    identidad=IDENTIDAD,
)
SITIO = Fuentes(RAIZ / "site", COMPONENTES)


def _paper(*bloques: object, tipo: Path = EJEMPLO.parent) -> Impresion:
    documento = Document(
        id="ip/prueba",
        tipo="prueba",
        titulo="Prueba",
        asunto="Una prueba",
        clase="Prueba",
        idioma="es-MX",
        fecha="2024-01-01",
        edicion=1,
        ejercicio=2024,
        partes=(Parte("una", bloques),),  # type: ignore[arg-type]
    )
    return prepare(documento, CASA, tipo, COMPONENTES, {})


def test_on_paper_it_is_an_image_that_is_told() -> None:
    sheet = _paper(DETECCION)
    assert f'<img src="grafica/prueba.svg" alt="{alt(DETECCION)}">' in sheet.html
    assert "<svg" not in sheet.html
    drawing = sheet.recursos["grafica/prueba.svg"]
    assert isinstance(drawing, bytes)
    assert IDENTIDAD.acento.encode() in drawing


def test_a_figure_has_its_finding_its_measure_and_its_source() -> None:
    sheet = _paper(replace(DETECCION, titulo="Subió <mucho>", fuente="IMSS"))
    assert "<b>Subió &lt;mucho&gt;</b> <span>Medida</span>" in sheet.html
    assert '<p class="fuente">Fuente: IMSS.</p>' in sheet.html


def test_a_chart_inside_other_data_is_collected(tmp_path: Path) -> None:
    (tmp_path / "ficha.html.j2").write_text("<div>{{ pinta(nodo.datos.grafica) }}</div>")
    (tmp_path / "document.html.j2").write_text(
        "{% for b in salida.documento.partes[0].bloques %}{{ pinta(b) }}{% endfor %}"
    )
    sheet = _paper(Componente("ficha", {"grafica": ENTIDADES}), tipo=tmp_path)
    assert "grafica/prueba.svg" in sheet.recursos


def test_the_digest_changes_with_the_drawing() -> None:
    higher = replace(DETECCION.puntos[1], valor=DETECCION.puntos[5].valor)
    other = replace(DETECCION, puntos=(DETECCION.puntos[0], higher, *DETECCION.puntos[2:]))
    assert _paper(DETECCION).html == _paper(other).html
    assert _paper(DETECCION).huella == _paper(DETECCION).huella
    assert _paper(DETECCION).huella != _paper(other).huella


def test_two_charts_cannot_share_a_name() -> None:
    _paper(DETECCION, DETECCION)
    with pytest.raises(TemplateFault, match="dos gráficas se llaman «prueba»"):
        _paper(DETECCION, RESERVAS)


def _on_the_site(*graficas: Grafica) -> str:
    salida = Salida(papel=False, institucion=CASA, grafica=charts(CASA, SITIO).show)
    show = SITIO.plantillas.show
    return "".join(show("grafica.html.j2", salida, {"nodo": grafica}) for grafica in graficas)


def test_on_the_site_it_is_drawn_twice_and_named() -> None:
    html = _on_the_site(DETECCION)
    assert re.findall(r'<svg class="g g--(\w+)"', html) == ["ancha", "angosta"]
    assert html.count('role="img"') == 2
    assert html.count(alt(DETECCION)) == 2


def test_ids_are_unique_in_the_page() -> None:
    ids = re.findall(r'<(?:title|desc) id="([^"]+)"', _on_the_site(DETECCION, DETECCION, ENTIDADES))
    assert len(ids) == len(set(ids)) == 12


def test_the_sheet_names_what_the_drawings_have() -> None:
    sheet = (RAIZ / "site/recursos/65-graficas.css").read_text("utf-8")
    drawings = "".join(re.findall(r"(?s)<svg.*?</svg>", _on_the_site(DETECCION, ENTIDADES)))
    classes = set(re.findall(r'class="([\w-]+)"', drawings))
    assert [name for name in sorted(classes) if f".{name}" not in sheet] == []


def test_a_chart_is_kept_as_a_file_that_says_where_it_comes_from() -> None:
    graficas = charts(CASA, SITIO, "Instituto de Prueba. Portal, /prueba/")
    shown = graficas.show(replace(ENTIDADES, fuente="IMSS"))
    assert f'<a href="{ENTIDADES.archivo}" download>SVG' in shown
    root = ET.fromstring(graficas.archivos[ENTIDADES.archivo])
    words = [text.text for text in root.iterfind("{*}text")]
    assert words == [
        ENTIDADES.titulo,
        ENTIDADES.medida,
        "Fuente: IMSS.",
        "Instituto de Prueba. Portal, /prueba/",
    ]
    (drawing,) = root.iterfind("{*}svg/{*}svg")
    assert drawing.get("class") == "g g--ancha"
    assert float(root.get("height", 0)) > float(drawing.get("viewBox", "").split()[3])


def test_the_file_of_a_chart_is_never_cut() -> None:
    title, source = "Una frase larga. " * 40, "&lt;<Fuente> " * 90
    long = replace(DETECCION, titulo=title, medida="", fuente=source)
    graficas = charts(CASA, SITIO)
    graficas.show(long)
    root = ET.fromstring(graficas.archivos[long.archivo])
    lines = [(float(text.get("y", 0)), text.text or "") for text in root.iterfind("{*}text")]
    assert len(lines) == 6
    assert [text[-1] for _, text in lines[2::3]] == ["…", "…"]
    assert max(y for y, _ in lines) < float(root.get("height", 0))


def test_a_trend_has_no_file() -> None:
    graficas = charts(CASA, SITIO)
    assert graficas.show(replace(DETECCION, tipo="tendencia")).count("<svg") == 1
    assert graficas.archivos == {}
