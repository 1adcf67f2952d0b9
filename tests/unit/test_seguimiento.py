"""Follow-ups: what is counted, what is taken from print, shares rounded once, trends drawn."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from generator.build import examine
from generator.document.charts import Grafica, Punto
from generator.model.distribucion import celda_impresa
from generator.model.enlazado_seguimiento import misma_palabra
from generator.render.chart import alt
from generator.render.chart_marco import TENDENCIA
from generator.render.chart_tendencia import draw
from generator.works import Examen
from tests.casos import RAIZ, copia

EJEMPLO = RAIZ / "layouts" / "ficha-de-seguimiento" / "ejemplo"
LOST = ("        enfoque: Gestión\n        tipo: Meta", "        enfoque: ND\n        tipo: Meta")
DATOS = "data/coneval/seguimientos/issste-2021.yml"


def _examined(tmp_path: Path, *changes: tuple[str, str]) -> Examen:
    proyecto = copia(tmp_path / "proyecto", EJEMPLO)
    path = proyecto / DATOS
    text = path.read_text("utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    path.write_text(text, "utf-8")
    return examine(proyecto)


def test_the_example_has_no_problems() -> None:
    assert examine(EJEMPLO).diagnostics == ()


def test_counts_and_exact_shares() -> None:
    cifras = examine(EJEMPLO).registro.cifras
    base = "coneval.seg.issste-2021"
    assert cifras[f"{base}.indicadores"].valor == 7
    assert cifras[f"{base}.avance.superado.total"].partes == ("2.1", "2.2", "4.2")
    assert cifras[f"{base}.avance.superado.porcentaje"].valor == Fraction(300, 7)
    assert cifras[f"{base}.avance.superado.porcentaje"].texto() == "43%"
    assert cifras[f"{base}.avance.insuficiente.porcentaje"].texto() == "0%"
    assert cifras[f"{base}.enfoque.gestion.total"].texto() == "7"
    assert cifras[f"{base}.calidad.oportunidad-de-mejora.total"].valor == 4


def test_a_column_without_enfoque_is_nd_if_nothing_was_printed(tmp_path: Path) -> None:
    examen = _examined(tmp_path, LOST, ("      Superado: 3\n", ""))
    cifras = examen.registro.cifras
    base = "coneval.seg.issste-2021.enfoque.gestion"
    assert cifras[f"{base}.superado"].estado == "ND"
    assert cifras[f"{base}.total"].estado == "ND"
    assert cifras[f"{base}.rezagado"].valor == 1


def test_a_printed_column_must_add_up_to_its_indicators(tmp_path: Path) -> None:
    rows = (
        "    Gestión:\n",
        "    Resultados: {Superado: 1}\n    Coordinación: {Superado: 0}\n    Gestión:\n",
    )
    found = [d for d in _examined(tmp_path, LOST, rows).diagnostics if d.code == "EVA-001"]
    assert any("la suma de la columna Superado" in d.text for d in found)


@pytest.mark.parametrize(
    ("text", "stated"),
    [("0", (0, None)), ("5, 33%", (5, 33)), ("15", (15, None)), ("5 33%", None), ("x", None)],
)
def test_printed_cells(text: str, stated: tuple[int, int | None] | None) -> None:
    assert celda_impresa(text) == stated


def test_the_same_word_in_another_spelling() -> None:
    assert misma_palabra("Metas para el bienestar", "Meta para el Bienestar")
    assert not misma_palabra("Largo muy superado", "Logro muy superado")


def test_a_series_has_figures_and_a_trend(tmp_path: Path) -> None:
    serie = "        avance_sexenal: Rezagado\n        serie: {2019: 10.5%, 2020: ND, 2021: 12%}"
    examen = _examined(tmp_path, ("        avance_sexenal: Rezagado", serie))
    assert examen.diagnostics == ()
    cifras = examen.registro.cifras
    assert cifras["coneval.seg.issste-2021.serie.2-3.2019"].texto() == "10.5%"
    assert cifras["coneval.seg.issste-2021.serie.2-3.2020"].estado == "ND"


def _trend(*values: str | None) -> Grafica:
    points = tuple(
        Punto(str(2018 + n), Decimal(v) if v else None, v or "ND") for n, v in enumerate(values)
    )
    return Grafica("t", "tendencia", "Tendencia", "2018-2020", "", points)


def test_a_trend_is_a_line_from_corner_to_corner() -> None:
    trend = draw(_trend("1", "2", "3"), TENDENCIA)
    ((first, middle, last),) = trend.tramos
    assert first.x < middle.x < last.x
    assert first.y > middle.y > last.y
    assert trend.ultimo == last
    assert max(p.x for p in (first, last)) < TENDENCIA.ancho
    assert alt(_trend("1", "2")) == "2018, 1; 2019, 2."


def test_a_year_without_value_parts_a_trend() -> None:
    assert len(draw(_trend("1", None, "3"), TENDENCIA).tramos) == 2
    assert draw(_trend(None), TENDENCIA).ultimo is None
    ((only,),) = draw(_trend("4"), TENDENCIA).tramos
    assert 0 < only.y < TENDENCIA.alto
