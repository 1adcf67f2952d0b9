"""A chart as it is drawn and said: its golden drawings, its words, and what would break it."""

import os
import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.fonts import advances
from generator.document.charts import Grafica, Punto
from generator.render.chart import alt
from generator.render.chart_eje import axis
from generator.render.chart_letra import clean, fonts
from generator.render.chart_marco import ANCHO, ANGOSTO, PAPEL, Marco
from tests.casos import RAIZ
from tests.graficas import (
    ABASTO,
    ATENCION,
    CAMAS,
    DETECCION,
    DIBUJANTE,
    ENTIDADES,
    ESPERA,
    FUENTES,
    RESERVAS,
    SALDO,
    SERIES,
    grafica,
    punto,
    serie,
)

MARCOS = [PAPEL, ANCHO, ANGOSTO]
SVG = "{http://www.w3.org/2000/svg}"
HOSTILES = [
    "</text><script>alert(1)</script>",
    '" onload="x" {{ 7 * 7 }} &amp; <!-- ]]>',
    "palabra " * 62,
    "Ñ" * 500,
    "😀👩‍👩‍👧‍👦" * 40,
    "a\x00b\x0bc\ud800\ufffe\u202ed\ne",
    "",
]


def _texts(svg: str, kind: str = "") -> list[str]:
    groups = [g for g in ET.fromstring(svg).iter(f"{SVG}g") if not kind or g.get("class") == kind]
    return [text.text or "" for group in groups for text in group.iter(f"{SVG}text")]


@pytest.mark.parametrize(
    ("name", "chart"), [("2-2", DETECCION), ("4-3", RESERVAS), ("barras", ENTIDADES)]
)
@pytest.mark.parametrize("marco", [PAPEL, ANGOSTO], ids=lambda marco: marco.nombre)
def test_golden_drawing(name: str, chart: Grafica, marco: Marco) -> None:
    found = DIBUJANTE.draw(chart, marco, "clave").svg
    path = RAIZ / "tests" / "golden" / f"grafica-{name}-{marco.nombre}.svg"
    if os.environ.get("PLIEGO_ACTUALIZA"):
        path.write_text(found, "utf-8")
    assert found == path.read_text("utf-8")


def test_words_of_a_series() -> None:
    assert alt(DETECCION) == (
        "Gráfica de línea. Línea base 2018: 22. Resultados: 2019, 22.1; 2020, 11.9; 2021, 18.7; "
        "2022, 25.2; 2023, 42.2; 2024 preliminar, 11.9. Meta 2024: 33."
    )


def test_words_of_bars() -> None:
    chart = grafica("barras", punto("Aguascalientes", "64%"), punto("Colima", "ND"))
    assert alt(chart) == "Gráfica de barras. Aguascalientes, 64%; Colima, ND."


@pytest.mark.parametrize("chart", SERIES)
@pytest.mark.parametrize("marco", [PAPEL, ANCHO], ids=lambda marco: marco.nombre)
def test_every_figure_is_written_where_there_is_room(chart: Grafica, marco: Marco) -> None:
    written = " ".join(_texts(DIBUJANTE.draw(chart, marco, "x").svg))
    assert [p.texto for p in chart.puntos if p.texto not in written] == []


def test_a_narrow_drawing_keeps_the_main_figures_and_short_years() -> None:
    svg = DIBUJANTE.draw(ATENCION, ANGOSTO, "x").svg
    assert set(_texts(svg, "val")) == {"15,414,033", "15,424,448", "6,262,972"}
    assert "’18" in _texts(svg, "eje")


def test_each_role_has_its_shape_and_stroke() -> None:
    svg = DIBUJANTE.draw(DETECCION, PAPEL, "x").svg
    root = ET.fromstring(svg)
    shapes = [(s.tag.removeprefix(SVG), s.get("class")) for s in root]
    assert [shapes.count(s) for s in (("rect", "hueco"), ("circle", "hueco"))] == [1, 1]
    assert [shapes.count(s) for s in (("circle", "pto"), ("path", "meta"))] == [5, 1]
    lines = [line.get("stroke-dasharray") for line in root.iterfind(f"{SVG}g[@class='lin']/*")]
    assert lines == [None] * 5 + ["3.9 3.3"]


def test_a_missing_figure_is_a_gap_with_its_reason() -> None:
    gap = serie("5", "6; ND; 7; NA; 8; 9", "9")
    svg = DIBUJANTE.draw(gap, PAPEL, "x").svg
    assert _texts(svg, "nd") == ["ND", "NA"]
    assert len(ET.fromstring(svg).findall(f"{SVG}g[@class='lin']/*")) == 2


def test_targets_on_the_way_and_the_last() -> None:
    metas = (punto("2020", "7.5", "meta"), punto("2022", "8.5", "meta"))
    chart = grafica("serie", *serie("5", "5.1; 5.2; 5.3; 5.4; 5.5; 5.6", "9").puntos, *metas)
    assert sorted(_texts(DIBUJANTE.draw(chart, PAPEL, "x").svg, "meta-t")) == [
        "7.5",
        "8.5",
        "Meta 2024: 9",
    ]
    past = grafica("serie", punto("2020", "7", "meta"), punto("2020", "5"), punto("2021", "4"))
    assert _texts(DIBUJANTE.draw(past, PAPEL, "x").svg, "meta-t") == ["Meta 2020: 7"]


def test_baseline_in_the_year_of_a_result() -> None:
    chart = grafica("serie", punto("2019", "20", "base"), punto("2019", "20"), punto("2020", "24"))
    svg = DIBUJANTE.draw(chart, PAPEL, "x").svg
    assert sorted(_texts(svg, "val")) == ["20", "24"]
    assert len(ET.fromstring(svg).findall(f"{SVG}g[@class='lin']/*")) == 1


@pytest.mark.parametrize(
    ("chart", "marks", "unit"),
    [
        (DETECCION, "0 10 20 30 40 50", "%"),
        (RESERVAS, "0 5 10 15 20 25", "%"),
        (CAMAS, "0 50 100 150 200 250", "camas"),
        (ATENCION, "0 5 10 15 20", "millones de personas"),
        (SALDO, "0 20 40 60 80 100", "miles de millones de pesos"),
        (
            replace(SALDO, unidad="Millones de pesos"),
            "0 20 40 60 80 100",
            "miles de millones de pesos",
        ),
        (replace(SALDO, unidad="Número de Consultas"), "0 20 40 60 80 100", "miles de consultas"),
        (replace(SALDO, unidad="DH"), "0 20 40 60 80 100", "miles de DH"),
        (ABASTO, "0 20 40 60 80 100", "%"),
        (serie("0", "0; 0; ND", "0"), "0", "%"),
        (serie("−5", "−3; −12", "−1"), "−12.5 −10.0 −7.5 −5.0 −2.5 0", "%"),
    ],
)
def test_round_marks_and_a_unit_that_keeps_them_short(
    chart: Grafica, marks: str, unit: str
) -> None:
    eje = axis(Fraction(p.valor) for p in chart.puntos if p.valor is not None)
    assert " ".join(eje.textos("es_MX")) == marks
    assert eje.unidad(chart.unidad) == unit


VALORES = st.decimals(-(10**24), 10**24, allow_nan=False, places=2) | st.decimals(-9, 99, places=6)


@given(st.lists(VALORES, min_size=1, max_size=8))
def test_any_axis_has_few_marks_and_holds_every_value(values: list[Decimal]) -> None:
    eje = axis(map(Fraction, values))
    assert eje.minimo <= min([*values, Decimal(0)])
    assert eje.maximo >= max(values)
    assert 0 in eje.marcas
    assert len(eje.marcas) == 1 or 3 <= len(eje.marcas) <= 6
    assert len(set(eje.textos("es_MX"))) == len(eje.marcas)


@pytest.mark.parametrize("marco", MARCOS, ids=lambda marco: marco.nombre)
@pytest.mark.parametrize("bad", HOSTILES, ids=range(len(HOSTILES)))
@pytest.mark.parametrize("tipo", ["serie", "barras"])
def test_hostile_texts_break_nothing(tipo: str, bad: str, marco: Marco) -> None:
    puntos = (
        Punto(bad, Decimal(3), bad, "base"),
        Punto(f"{bad} 2", Decimal(-4), bad),
        Punto("2023", None, bad),
        Punto(f"{bad} 3", Decimal(9), bad, "preliminar"),
        Punto(f"{bad} 3", Decimal(5), bad, "meta"),
    )
    chart = Grafica("x", "serie" if tipo == "serie" else "barras", bad, bad, bad, puntos, bad)
    root = ET.fromstring(DIBUJANTE.draw(chart, marco, "x").svg)
    assert {e.tag.removeprefix(SVG) for e in root.iter()} <= {
        *("svg", "title", "desc", "g", "path", "rect", "circle", "text")
    }
    assert not [name for e in root.iter() for name in e.attrib if name.startswith(("on", "style"))]
    width = fonts(FUENTES, marco).normal.ancho
    assert all(width(text.text or "") <= marco.ancho for text in root.iter(f"{SVG}text"))


def test_forty_bars_fit_a_page_and_grow_the_drawing() -> None:
    names = (f"Unidad {n} de nombre bastante largo para una sola línea de texto" for n in range(40))
    chart = grafica("barras", *(punto(name, f"{n}%") for n, name in enumerate(names)))
    heights = [
        re.findall(r'viewBox="0 0 \S+ (\S+)"', DIBUJANTE.draw(chart, m, "x").svg) for m in MARCOS
    ]
    paper, wide, narrow = (float(height) for (height,) in heights)
    assert 173 < paper <= PAPEL.alto_maximo / 10
    assert wide > ANCHO.alto / 10
    assert narrow > ANGOSTO.alto / 10


def test_no_bar_loses_its_figure() -> None:
    chart = grafica("barras", punto("Almacenaje y distribución", "−143,276,857"), punto("B", "1"))
    assert "−143,276,857" in _texts(DIBUJANTE.draw(chart, ANGOSTO, "x").svg, "val")


def test_drawings_have_no_style_and_are_small() -> None:
    for chart in SERIES:
        svg = DIBUJANTE.draw(chart, ANCHO, "x").svg
        assert "style=" not in svg
        assert len(svg.encode()) <= 6000


def test_a_font_that_is_not_there_tells_no_widths() -> None:
    assert advances(FUENTES / "no-hay.ttf") == {}
    assert advances(FUENTES / "SourceSans3-Regular.ttf")[ord("0")] == 497


def test_clean_keeps_what_is_read() -> None:
    assert clean(" uno\n\tdos\x00 «tres» ’24 ") == "uno dos «tres» ’24"


def test_a_drawing_says_its_missing_figures_too() -> None:
    assert "2024, ND" in alt(ESPERA)
