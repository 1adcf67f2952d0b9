"""A comparison of categories as a drawing: a bar each, in the order given, from a common zero."""

from dataclasses import dataclass
from fractions import Fraction

from generator.document.charts import Grafica, Punto
from generator.render.chart_letra import Letras, clean
from generator.render.chart_marco import Marco
from generator.render.chart_rotulos import Ancla, Caja, Rotulo, label

LINES = 3
"""At most, for a category."""


@dataclass(frozen=True)
class Barra:
    caja: Caja | None
    """None where there is no figure."""
    preliminar: bool
    rotulos: list[Rotulo]
    valor: Rotulo


@dataclass(frozen=True)
class Barras:
    marco: Marco
    alto: int
    cero: int
    barras: list[Barra]


@dataclass(frozen=True)
class _Escala:
    cero: int
    ancho: int
    """Of the room for bars, from the lowest to the highest."""
    tramo: Fraction
    """The values that fit in it."""

    def x(self, valor: Fraction) -> int:
        moved = valor / self.tramo * self.ancho
        return self.cero + (int(abs(moved) + Fraction(1, 2)) * (1 if valor >= 0 else -1))


@dataclass(frozen=True)
class _Fila:
    y: int
    """Of its centre."""
    grueso: int
    """Of its bar; the same for all."""


def draw(grafica: Grafica, marco: Marco, letras: Letras) -> Barras:
    """`grafica`, of bars, as it is drawn in `marco`."""
    words = _words(grafica, marco, letras)
    texts = [_text(punto, marco, letras) for punto in grafica.puntos]
    column = max((letras.normal.ancho(line) for lines in words for line in lines), default=0)
    scale = _scale(grafica, texts, marco, letras, column)
    rows, height = _rows(words, marco)
    bars = [
        _bar(*row, marco, letras, scale)
        for row in zip(grafica.puntos, words, texts, rows, strict=True)
    ]
    return Barras(marco, height, scale.cero, bars)


def _words(grafica: Grafica, marco: Marco, letras: Letras) -> list[list[str]]:
    """Each category in lines; in fewer, if the drawing would be too tall."""
    names = [clean(punto.etiqueta) for punto in grafica.puntos]
    for most in range(LINES, 0, -1):
        words = [letras.normal.renglones(name, marco.ancho * 34 // 100, most) for name in names]
        if sum(_height(lines, marco) for lines in words) <= marco.alto_maximo:
            break
    return words


def _height(lines: list[str], marco: Marco) -> int:
    return len(lines) * marco.letra * 115 // 100 + marco.letra * 55 // 100


def _rows(words: list[list[str]], marco: Marco) -> tuple[list[_Fila], int]:
    """The rows from top to bottom, which share what the frame has to spare, each no more than
    its own height; and the height of all.
    """
    needed = [_height(lines, marco) for lines in words]
    spare = max(marco.alto - sum(needed), 0) // max(len(needed), 1)
    spare = min([spare, *needed])
    thick = min((min(needed, default=0) + spare) * 62 // 100, marco.letra * 3)
    rows, top = [], 0
    for height in needed:
        rows.append(_Fila(top + (height + spare) // 2, thick))
        top += height + spare
    return rows, max(top, marco.letra * 4)


def _text(punto: Punto, marco: Marco, letras: Letras) -> str:
    text = clean(punto.texto)
    mark = punto.marca
    return letras.fuerte.corta(f"{text}{mark}", marco.ancho * 27 // 100)


def _scale(
    grafica: Grafica, texts: list[str], marco: Marco, letras: Letras, column: int
) -> _Escala:
    """Zero and size, with room for the texts at both ends."""
    values = [Fraction(punto.valor or 0) for punto in grafica.puntos]
    low, high = min(values, default=Fraction(0)), max(values, default=Fraction(0))
    low, high = min(low, Fraction(0)), max(high, Fraction(0))
    gap = marco.parte(18)
    widths = [letras.fuerte.ancho(text) + gap for text in texts]
    left = max((w for w, v in zip(widths, values, strict=True) if v < 0), default=0)
    right = max((w for w, v in zip(widths, values, strict=True) if v >= 0), default=0)
    room = marco.ancho - column - gap - left - right
    zero = column + gap + left + int(-low / (high - low or 1) * room)
    return _Escala(zero, room, high - low or Fraction(1))


def _bar(
    punto: Punto,
    words: list[str],
    text: str,
    row: _Fila,
    marco: Marco,
    letras: Letras,
    scale: _Escala,
) -> Barra:
    value = Fraction(punto.valor or 0)
    end, thick = scale.x(value), row.grueso
    left, right = sorted((scale.cero, end))
    box = Caja(left, row.y - thick // 2, right, row.y - thick // 2 + thick)
    side: Ancla = "end" if value < 0 else "start"
    place = (end + marco.parte(14) * (-1 if value < 0 else 1), row.y + marco.valor * 33 // 100)
    kind = "val" if punto.valor is not None else "nd"
    return Barra(
        box if punto.valor is not None and left < right else None,
        punto.papel == "preliminar",
        _name(words, row, marco, letras),
        label(letras.fuerte, place, side, kind, text),
    )


def _name(words: list[str], row: _Fila, marco: Marco, letras: Letras) -> list[Rotulo]:
    """The category's lines, centred on its bar."""
    step = marco.letra * 115 // 100
    first = row.y - len(words) * step // 2 + step * 78 // 100
    return [
        label(letras.normal, (0, first + n * step), "start", "cat", line)
        for n, line in enumerate(words)
    ]
