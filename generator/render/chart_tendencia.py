"""Where each thing of a trend goes: a line through its values, as wide and as high as its place.

Lengths are tenths of the drawing's unit.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from generator.document.charts import Grafica
from generator.render.chart_marco import Marco


@dataclass(frozen=True)
class Lugar:
    x: int
    y: int


@dataclass(frozen=True)
class Tendencia:
    marco: Marco
    tramos: tuple[tuple[Lugar, ...], ...]
    """Runs of values; a year without one parts them."""
    ultimo: Lugar | None

    @property
    def alto(self) -> int:
        return self.marco.alto


def draw(grafica: Grafica, marco: Marco) -> Tendencia:
    """The trend of `grafica` in `marco`."""
    values = [p.valor for p in grafica.puntos if p.valor is not None]
    low, high = (min(values), max(values)) if values else (Decimal(0), Decimal(0))
    edge = marco.radio + marco.trazo
    step = Decimal(marco.ancho - 2 * edge) / max(1, len(grafica.puntos) - 1)
    runs: list[list[Lugar]] = [[]]
    for place, punto in enumerate(grafica.puntos):
        if punto.valor is None:
            runs.append([])
            continue
        share = (punto.valor - low) / (high - low) if high > low else Decimal("0.5")
        height = Decimal(marco.alto - 2 * edge)
        runs[-1].append(Lugar(edge + _whole(step * place), edge + _whole(height * (1 - share))))
    drawn = tuple(tuple(run) for run in runs if run)
    return Tendencia(marco, drawn, drawn[-1][-1] if drawn else None)


def _whole(length: Decimal) -> int:
    return int(length.quantize(Decimal(1), ROUND_HALF_EVEN))
