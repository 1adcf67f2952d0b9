"""The ground of a series: its axis, the place of each label in time and of each value."""

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from generator.document.charts import Grafica
from generator.render.chart_eje import Eje, axis
from generator.render.chart_letra import Letras, clean
from generator.render.chart_marco import Marco
from generator.render.chart_rotulos import Rotulo, label


@dataclass(frozen=True)
class Marca:
    """A horizontal line of the axis with its text."""

    y: int
    rotulo: Rotulo
    cero: bool


@dataclass(frozen=True)
class Campo:
    x0: int
    x1: int
    arriba: int
    abajo: int
    """Where the lowest value shown is."""
    pie: int
    """Lower edge: with figures below zero, it leaves room for their labels."""
    eje: Eje
    tiempos: tuple[str, ...]
    """The labels of the horizontal axis, in order."""
    centros: tuple[int, ...]
    """Where each of them is."""

    def x(self, etiqueta: str) -> int:
        return self.centros[self.tiempos.index(etiqueta)]

    def y(self, valor: Fraction) -> int:
        """The height of a value, rounded: whole numbers, because every mark asks for several."""
        above, (part, whole) = valor - self.eje.minimo, self.alto_de_uno
        over, under = above.numerator * part, above.denominator * whole
        return self.abajo - (2 * over + under) // (2 * under)

    @cached_property
    def alto_de_uno(self) -> tuple[int, int]:
        """The height of a difference of one, as a fraction."""
        height = (self.abajo - self.arriba) / (self.eje.maximo - self.eje.minimo or Fraction(1))
        return height.numerator, height.denominator


def ground(grafica: Grafica, marco: Marco, letras: Letras, locale: str, lado: int) -> Campo:
    """The ground of `grafica` that leaves `lado` at the right for labels."""
    eje = axis(Fraction(p.valor) for p in grafica.puntos if p.valor is not None)
    texts = _texts(eje, grafica.unidad, letras, marco, locale)
    left = max(letras.normal.ancho(text) for text in texts) + marco.parte(17)
    right = marco.ancho - max(lado, marco.parte(20))
    top = marco.valor * 18 // 10
    if _unit_apart(eje, grafica.unidad):
        top += marco.letra
    moments = times(grafica)
    inset = _inset(grafica, marco, letras, right - left)
    centres = _centres(moments, left + inset, right - inset)
    foot = marco.alto - marco.letra * 28 // 10
    low = foot - (marco.valor * 19 // 10 if eje.minimo < 0 else 0)
    return Campo(left, right, top, low, foot, eje, moments, centres)


def _inset(grafica: Grafica, marco: Marco, letras: Letras, room: int) -> int:
    """From the ends of the axis to the first and last figures: half a label, if it is not much."""
    widest = max((letras.fuerte.ancho(clean(p.texto)) for p in grafica.puntos), default=0)
    return max(marco.parte(46), min(widest // 2 + marco.parte(8), room // 9))


def marks(campo: Campo, grafica: Grafica, marco: Marco, letras: Letras, locale: str) -> list[Marca]:
    """The lines of the axis, from the lowest."""
    texts = _texts(campo.eje, grafica.unidad, letras, marco, locale)
    made = []
    for value, text in zip(campo.eje.marcas, texts, strict=True):
        place = (campo.x0 - marco.parte(17), campo.y(value) + marco.letra * 33 // 100)
        rotulo = label(letras.normal, place, "end", "eje", text)
        made.append(Marca(campo.y(value), rotulo, cero=value == 0))
    return made


def unit(
    campo: Campo, grafica: Grafica, marco: Marco, letras: Letras, lado: list[Rotulo]
) -> Rotulo | None:
    """The unit above the axis, when it is too long to follow the last mark.

    It may go over the right side if none of the labels there, `lado`, is so high.
    """
    if len(campo.eje.marcas) == 1 or not _unit_apart(campo.eje, grafica.unidad):
        return None
    high = any(rotulo.caja.y0 < campo.arriba - marco.valor for rotulo in lado)
    room = campo.x1 if high else marco.ancho
    words = letras.normal.corta(clean(campo.eje.unidad(grafica.unidad)), room)
    place = (0, campo.arriba - marco.valor * 13 // 10)
    return label(letras.normal, place, "start", "eje", words)


def _unit_apart(eje: Eje, unidad: str) -> bool:
    return len(clean(eje.unidad(unidad))) > 2


def _texts(eje: Eje, unidad: str, letras: Letras, marco: Marco, locale: str) -> list[str]:
    texts = eje.textos(locale)
    if unidad and not _unit_apart(eje, unidad):
        texts[-1] += f" {clean(eje.unidad(unidad))}"
    return [letras.normal.corta(text, marco.ancho // 4) for text in texts]


def times(grafica: Grafica) -> tuple[str, ...]:
    """The labels of the horizontal axis in order of time."""
    labels = tuple(dict.fromkeys(punto.etiqueta for punto in grafica.puntos))
    return tuple(sorted(labels, key=int)) if years(labels) else labels


def years(labels: tuple[str, ...]) -> bool:
    return all(len(text) == 4 and text.isascii() and text.isdigit() for text in labels)


def _centres(times: tuple[str, ...], first: int, last: int) -> tuple[int, ...]:
    """Years keep their distance, unless a long gap would crush the rest."""
    steps = [int(text) - int(times[0]) for text in times] if years(times) else []
    if not steps or steps[-1] > 2 * len(times):
        steps = list(range(len(times)))
    if len(times) < 2:
        return tuple((first + last) // 2 for _ in times)
    return tuple(first + (last - first) * step // steps[-1] for step in steps)


def time_labels(campo: Campo, marco: Marco, letras: Letras) -> list[Rotulo]:
    """The texts of the horizontal axis: whole, shortened (’24), or as many as fit."""
    texts = [clean(text) for text in campo.tiempos]
    whole = _in_row(campo, marco, letras, texts)
    if len(whole) == len(texts) or not years(campo.tiempos):
        return whole
    return _in_row(campo, marco, letras, [f"’{text[2:]}" for text in texts])


def _in_row(campo: Campo, marco: Marco, letras: Letras, texts: list[str]) -> list[Rotulo]:
    """From the last one back, each that does not touch the one before."""
    y, limit = campo.pie + marco.letra * 165 // 100, marco.ancho
    kept: list[Rotulo] = []
    for centre, text in reversed(list(zip(campo.centros, texts, strict=True))):
        words = letras.normal.corta(text, (campo.x1 - campo.x0) // 3)
        half = letras.normal.ancho(words) // 2 + 1
        x = max(half, min(centre, marco.ancho - half))
        if x + half <= limit:
            rotulo = label(letras.normal, (x, y), "middle", "eje", words)
            kept.append(rotulo)
            limit = rotulo.caja.x0 - marco.letra * 7 // 10
    return kept[::-1]
