"""Any figures: every label is in the frame, and none over another, nor over the line."""

import re
from decimal import Decimal
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.document.charts import Grafica, Papel, Punto
from generator.render import chart_barras, chart_serie
from generator.render.chart import alt
from generator.render.chart_letra import clean, fonts
from generator.render.chart_marco import ANCHO, ANGOSTO, PAPEL, Marco
from generator.render.chart_rotulos import Caja, Rotulo, Tramo, spread
from tests.graficas import DIBUJANTE, FUENTES, SERIES, grafica

MARCOS = [PAPEL, ANCHO, ANGOSTO]
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")

valores = (
    st.decimals(-100, 100, places=1)
    | st.decimals(0, 3 * 10**7, places=0)
    | st.decimals(-(10**23), 10**23, places=0)
    | st.decimals(0, Decimal("0.001"), places=9)
    | st.none()
)
papeles: st.SearchStrategy[Papel] = st.sampled_from(["resultado", "resultado", "preliminar"])


def _point(label: str, value: Decimal | None, papel: Papel) -> Punto:
    return Punto(label, value, "ND" if value is None else f"{value:,f}", papel)


@st.composite
def series(draw: st.DrawFn, most: int = 8) -> Grafica:
    """A baseline or none, up to `most` figures in all, and some targets."""
    years = range(2018, 2018 + draw(st.integers(1, most)))
    roles: list[Papel] = [draw(papeles) for _ in years]
    if draw(st.booleans()):
        roles[0] = "base"
    points = [_point(str(y), draw(valores), r) for y, r in zip(years, roles, strict=True)]
    targets = draw(st.lists(st.tuples(st.sampled_from(years), valores), max_size=3))
    metas = [_point(str(year), value, "meta") for year, value in targets]
    unit = draw(st.sampled_from(["%", "", "camas", "miles de pesos", "días de estancia " * 9]))
    return grafica("serie", *points, *metas, unidad=unit)


barras = st.lists(st.tuples(st.text(max_size=90), valores, papeles), min_size=1, max_size=40).map(
    lambda rows: grafica("barras", *(_point(*row) for row in rows))
)


def _inside(box: Caja, width: int, height: int) -> bool:
    return box.dentro(Caja(0, 0, width + 1, height))


def _labels(chart: Grafica, marco: Marco) -> chart_serie.Serie:
    return chart_serie.draw(chart, marco, fonts(FUENTES, marco), "es_MX")


def _coordinates(svg: str) -> bool:
    """Whether every coordinate of the drawing is in its frame."""
    root = ET.fromstring(svg)
    _, _, width, height = map(float, (root.get("viewBox") or "").split())
    for element in root.iter():
        xs = [float(element.get(name, "0")) for name in ("x", "cx")]
        ys = [float(element.get(name, "0")) for name in ("y", "cy")]
        if found := re.fullmatch(r"M(\S+) (\S+)L(\S+) (\S+)", element.get("d", "")):
            numbers = [float(number) for number in found.groups()]
            xs, ys = xs + numbers[::2], ys + numbers[1::2]
        if not all(0 <= x <= width for x in xs) or not all(0 <= y <= height for y in ys):
            return False
    return True


@pytest.mark.parametrize("marco", MARCOS, ids=lambda marco: marco.nombre)
@given(chart=series(12) | barras)
@settings(max_examples=60, deadline=None)
def test_any_drawing_is_xml_and_in_its_frame(marco: Marco, chart: Grafica) -> None:
    assert _coordinates(DIBUJANTE.draw(chart, marco, "x").svg)


@given(series(12) | barras)
def test_the_words_have_every_figure(chart: Grafica) -> None:
    said = alt(chart)
    assert all(clean(p.etiqueta) in said and clean(p.texto) in said for p in chart.puntos)


def _all_labels(drawn: chart_serie.Serie) -> list[Rotulo]:
    return [*drawn.rotulos, *(marca.rotulo for marca in drawn.marcas)]


@pytest.mark.parametrize("marco", MARCOS, ids=lambda marco: marco.nombre)
@given(chart=series())
@settings(max_examples=60, deadline=None)
def test_labels_of_a_series_never_touch(marco: Marco, chart: Grafica) -> None:
    drawn = _labels(chart, marco)
    labels = _all_labels(drawn)
    assert [r.texto for r in labels if not _inside(r.caja, marco.ancho, marco.alto)] == []
    assert [(a.texto, b.texto) for a, b in combinations(labels, 2) if a.caja.toca(b.caja)] == []
    values = [r for r in labels if r.clase == "val"]
    assert not [r for r in values for line in drawn.lineas if r.caja.cruza(line.tramo)]
    assert not [r for r in values for s in drawn.simbolos if r.caja.toca(s.caja)]


@pytest.mark.parametrize("marco", MARCOS, ids=lambda marco: marco.nombre)
@given(chart=barras)
@settings(max_examples=40, deadline=None)
def test_labels_of_bars_never_touch(marco: Marco, chart: Grafica) -> None:
    drawn = chart_barras.draw(chart, marco, fonts(FUENTES, marco))
    for bar in drawn.barras:
        labels = [*bar.rotulos, bar.valor]
        assert all(_inside(r.caja, marco.ancho, drawn.alto) for r in labels)
        assert not any(a.caja.toca(b.caja) for a, b in combinations(labels, 2))
        assert not any(bar.caja and r.caja.toca(bar.caja) for r in labels)


@pytest.mark.parametrize("chart", SERIES)
@pytest.mark.parametrize("marco", MARCOS, ids=lambda marco: marco.nombre)
def test_labels_at_the_right_keep_their_order(chart: Grafica, marco: Marco) -> None:
    drawn = _labels(chart, marco)
    beside = [r for r in drawn.rotulos if r.clase in ("meta-t", "nivel-t", "pre-t")]
    assert [r.y for r in beside] == sorted(r.y for r in beside)


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(5, 40)), max_size=6))
def test_boxes_are_spread_without_overlapping(wanted: list[tuple[int, int]]) -> None:
    centres, heights = sorted(c for c, _ in wanted), [h for _, h in wanted]
    tops = spread(centres, heights, 0, 400)
    ends = [top + height for top, height in zip(tops, heights, strict=True)]
    assert all(end <= top for end, top in zip(ends, tops[1:], strict=False))
    assert all(top >= 0 and end <= 400 for top, end in zip(tops, ends, strict=True))


def test_a_line_through_a_box_or_beside_it() -> None:
    box = Caja(10, 10, 20, 20)
    assert box.cruza(Tramo((0, 0), (30, 30)))
    assert box.cruza(Tramo((0, 15), (30, 15)))
    assert not box.cruza(Tramo((0, 15), (9, 15)))
    assert not box.cruza(Tramo((0, 12), (12, 0)))
