"""The labels at the right of a series: final target, baseline, preliminary figure."""

from dataclasses import dataclass
from fractions import Fraction

from generator.document.charts import Grafica, Punto
from generator.render.chart_campo import Campo, times
from generator.render.chart_letra import Letra, Letras, clean
from generator.render.chart_marco import Marco
from generator.render.chart_rotulos import Rotulo, Tramo, label, spread

MOST = 6
"""Labels that always fit beside the shortest drawing."""


@dataclass(frozen=True)
class Lateral:
    """A label, in one line or two; if it is not at the height of its figure, a line leads to it."""

    rotulos: list[Rotulo]
    guia: Tramo | None


@dataclass(frozen=True)
class _Texto:
    clase: str
    letra: Letra
    renglones: list[str]
    valor: Fraction

    @property
    def paso(self) -> int:
        return self.letra.cuerpo * 116 // 100

    @property
    def alto(self) -> int:
        return len(self.renglones) * self.paso + self.letra.cuerpo // 5


def width(grafica: Grafica, marco: Marco, letras: Letras) -> int:
    """The room that the labels at the right take, with the gap before them."""
    texts = _texts(grafica, marco, letras)
    widest = max((t.letra.ancho(line) for t in texts for line in t.renglones), default=0)
    return widest + marco.parte(22) if widest else 0


def beside(grafica: Grafica, campo: Campo, marco: Marco, letras: Letras) -> list[Lateral]:
    """The labels, each at the height of its figure or as near as the others let it be."""
    texts = sorted(_texts(grafica, marco, letras), key=lambda t: campo.y(t.valor))
    heights = [text.alto for text in texts]
    wanted = [campo.y(text.valor) for text in texts]
    places = spread(wanted, heights, 0, campo.pie + marco.letra // 2)
    return [_made(t, y, campo, marco) for t, y in zip(texts, places, strict=True)]


def _made(text: _Texto, top: int, campo: Campo, marco: Marco) -> Lateral:
    x, first = campo.x1 + marco.parte(20), top + text.letra.cuerpo * 98 // 100
    rotulos = [
        label(text.letra, (x, first + n * text.paso), "start", text.clase, line)
        for n, line in enumerate(text.renglones)
    ]
    start = (x - marco.parte(18), campo.y(text.valor))
    end = (x - marco.parte(5), top + text.alto // 2)
    apart = abs(start[1] - end[1]) > marco.letra // 4
    return Lateral(rotulos, Tramo(start, end) if apart else None)


def _texts(grafica: Grafica, marco: Marco, letras: Letras) -> list[_Texto]:
    last = times(grafica)[-1:]
    found = [
        _text(punto, marco, letras)
        for punto in grafica.puntos
        if punto.valor is not None
        and (punto.papel == "base" or ((punto.etiqueta,) == last and punto.papel != "resultado"))
    ]
    return found[-MOST:]


def _text(punto: Punto, marco: Marco, letras: Letras) -> _Texto:
    etiqueta, texto = clean(punto.etiqueta), clean(punto.texto)
    first, second, clase, letra = {
        "meta": (f"Meta {etiqueta}:", texto, "meta-t", letras.fuerte),
        "base": ("Línea base", texto, "nivel-t", letras.normal),
    }.get(punto.papel, (f"{etiqueta},", punto.aviso, "pre-t", letras.normal))
    whole = f"{first} {second}"
    lines = [whole] if letra.ancho(whole) <= marco.lado else [first, second]
    cut = [letra.corta(line, marco.lado) for line in lines]
    return _Texto(clase, letra, cut, Fraction(punto.valor or 0))
