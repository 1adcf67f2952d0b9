"""Chart spec → SVG and the words that say the same: one drawing for the PDF and the site.

Every coordinate comes from `chart_serie` or `chart_barras`; the templates only write them down.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from generator.document.charts import Grafica, Papel, Punto
from generator.model.institucion import Identidad
from generator.render import chart_barras, chart_serie, chart_tendencia
from generator.render.chart_letra import clean, fonts
from generator.render.chart_marco import ANCHO, Marco
from generator.render.chart_suelta import Trazado, lay_out
from generator.render.html import Plantillas, Salida

TINTAS = {"tinta": "#1B2026", "gris": "#525A63", "filete": "#C5CAD0"}


Dibujo = chart_serie.Serie | chart_barras.Barras | chart_tendencia.Tendencia


@dataclass(frozen=True)
class Dibujante:
    """What is needed to draw, besides the chart: templates, fonts, colours and house style."""

    plantillas: Plantillas
    fuentes: Path
    """The folder of the bundled fonts."""
    identidad: Identidad
    locale: str

    def draw(self, grafica: Grafica, marco: Marco, clave: str) -> Trazado:
        """The drawing of `grafica` in `marco`; `clave` begins the ids of its title and description.

        Raises TemplateFault.
        """
        drawing = self._drawing(grafica, marco)
        data = {
            "g": drawing,
            "clave": clave,
            "titulo": clean(grafica.titulo),
            "descripcion": alt(grafica),
            "acento": self.identidad.acento,
            "segundo": self.identidad.segundo,
        }
        svg = self._show(f"grafica-{grafica.tipo}.svg.j2", data)
        return Trazado(svg, drawing.marco.ancho, drawing.alto)

    def alone(self, grafica: Grafica, dibujo: Trazado, pie: Iterable[str]) -> str:
        """The file of a chart: its drawing with title and measure above, and `pie` below.

        Raises TemplateFault.
        """
        sheet = lay_out(grafica, dibujo, pie, fonts(self.fuentes, ANCHO))
        return self._show("grafica-suelta.svg.j2", {"s": sheet, "acento": self.identidad.acento})

    def link(self, grafica: Grafica) -> Markup:
        """The link of a page to the chart's file, which is beside it. Raises TemplateFault."""
        return self._show("grafica-baja.html.j2", {"nodo": grafica})

    def _show(self, template: str, data: Mapping[str, object]) -> Markup:
        text = self.plantillas.show(template, Salida(papel=True), {**TINTAS, **data})
        return Markup(text)  # noqa: S704  (the template escapes what it is given)

    def _drawing(self, grafica: Grafica, marco: Marco) -> Dibujo:
        if grafica.tipo == "tendencia":
            return chart_tendencia.draw(grafica, marco)
        letras = fonts(self.fuentes, marco)
        if grafica.tipo == "serie":
            return chart_serie.draw(grafica, marco, letras, self.locale)
        return chart_barras.draw(grafica, marco, letras)


def alt(grafica: Grafica) -> str:
    """What the drawing shows, in words and with every figure."""
    if grafica.tipo == "tendencia":
        return f"{_list(grafica.puntos)}."
    if grafica.tipo == "barras":
        return f"Gráfica de barras. {_list(grafica.puntos)}."
    bases, metas = _of(grafica, "base"), _of(grafica, "meta")
    results = _of(grafica, "resultado", "preliminar")
    sentences = [
        "Gráfica de línea",
        *(f"Línea base {clean(p.etiqueta)}: {clean(p.texto)}" for p in bases),
        *([f"Resultados: {_list(results)}"] if results else []),
        *(f"Meta {clean(p.etiqueta)}: {clean(p.texto)}" for p in metas),
    ]
    return ". ".join(sentences) + "."


def _of(grafica: Grafica, *papeles: Papel) -> list[Punto]:
    return [punto for punto in grafica.puntos if punto.papel in papeles]


def _list(puntos: Iterable[Punto]) -> str:
    return "; ".join(_pair(punto) for punto in puntos)


def _pair(punto: Punto) -> str:
    mark = f" {punto.aviso}" if punto.papel == "preliminar" else ""
    figure = clean(punto.texto)
    figure = figure.removesuffix("p/").rstrip() if mark else figure
    return f"{clean(punto.etiqueta)}{mark}, {figure}"
