"""The charts of a page: drawn in it, wide and narrow, and kept as files to be reused."""

from dataclasses import dataclass, field

from markupsafe import Markup

from generator.document.charts import Grafica
from generator.render.chart import Dibujante
from generator.render.chart_marco import ANCHO, ANGOSTO, TENDENCIA


@dataclass
class Graficas:
    """`pie` says, in each file, where the chart comes from."""

    dibujante: Dibujante
    pie: tuple[str, ...] = ()
    archivos: dict[str, str] = field(default_factory=dict)
    """Name → the file of each chart that has been shown."""
    _shown: int = 0

    def show(self, grafica: Grafica) -> Markup:
        """The chart in the page: two drawings, of which the style sheet shows one, and the link to
        its file; a trend is a single small drawing.
        """
        self._shown += 1
        key = f"{grafica.id}-{self._shown}"
        if grafica.tipo == "tendencia":
            return self.dibujante.draw(grafica, TENDENCIA, f"{key}-{TENDENCIA.nombre}").svg
        wide, narrow = (
            self.dibujante.draw(grafica, marco, f"{key}-{marco.nombre}")
            for marco in (ANCHO, ANGOSTO)
        )
        source = (f"Fuente: {grafica.fuente}.",) if grafica.fuente else ()
        self.archivos[grafica.archivo] = self.dibujante.alone(grafica, wide, (*source, *self.pie))
        return Markup().join((wide.svg, narrow.svg, self.dibujante.link(grafica)))
