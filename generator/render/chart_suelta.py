"""A chart as a file of its own, for whoever wants to reuse it: its title above the drawing, and
below it where it comes from. Lengths as in `chart_marco`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.document.charts import Grafica
from generator.render.chart_letra import Letra, Letras, clean

MARGEN, AIRE = 320, 260
"""Around everything, and between words and drawing."""
RENGLONES = 3
"""The most lines that each text takes."""
CUERPOS = {"titulo": 220, "medida": 150, "pie": 130}
"""Size of each kind of text."""


@dataclass(frozen=True)
class Trazado:
    """A drawing that is done, and its size."""

    svg: Markup
    ancho: int
    alto: int


@dataclass(frozen=True)
class Renglon:
    """A line of text at its baseline."""

    y: int
    clase: str
    texto: str

    @property
    def cuerpo(self) -> int:
        return CUERPOS[self.clase]


@dataclass(frozen=True)
class Suelta:
    """Where each part of the file goes."""

    dibujo: Trazado
    arriba: int
    """Where the drawing begins."""
    renglones: tuple[Renglon, ...]
    margen: int = MARGEN

    @property
    def ancho(self) -> int:
        return self.dibujo.ancho + 2 * MARGEN

    @property
    def alto(self) -> int:
        last = max(line.y for line in self.renglones)
        return max(last, self.arriba + self.dibujo.alto) + MARGEN


def lay_out(grafica: Grafica, dibujo: Trazado, pie: Iterable[str], letras: Letras) -> Suelta:
    """The drawing between its words; each text of `pie` begins a line."""
    room = dibujo.ancho
    above = [
        *_lines("titulo", letras.fuerte, grafica.titulo, room),
        *_lines("medida", letras.normal, grafica.medida, room),
    ]
    below = [line for text in pie for line in _lines("pie", letras.normal, text, room)]
    head = tuple(_down(above, MARGEN + AIRE // 4))
    start = head[-1].y + AIRE
    return Suelta(dibujo, start, (*head, *_down(below, start + dibujo.alto + AIRE // 2)))


def _lines(clase: str, letra: Letra, texto: str, ancho: int) -> list[tuple[str, str]]:
    """The lines of a text, each with its kind."""
    sized = Letra(letra.fuente, CUERPOS[clase], letra.holgura)
    words = clean(texto)
    return [(clase, line) for line in sized.renglones(words, ancho, RENGLONES)] if words else []


def _down(lines: Iterable[tuple[str, str]], y: int) -> Iterator[Renglon]:
    """The lines one under the other, from `y` on."""
    before = ""
    for clase, text in lines:
        y += CUERPOS[clase] * (17 if before and clase != before else 13) // 10
        before = clase
        yield Renglon(y, clase, text)
