"""Where a chart is shown: the size of its drawing and of what it is drawn with.

Every length of a drawing is a whole number of tenths of its unit, so that sums are exact and
what is printed has one digit.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Marco:
    nombre: str
    ancho: int
    alto: int
    """For bars, the least."""
    alto_maximo: int
    letra: int
    """Size of the axis' text."""
    valor: int
    """Size of the values' text."""
    radio: int
    """Of a result's dot; the other marks and strokes keep its proportion."""
    lado: int
    """The widest label at the right of a series."""
    holgura: int
    """Percent of the bundled font's widths that the text may take: screens use their own font."""

    def parte(self, decimos: int) -> int:
        """A length in proportion to the dot: tenths of its radius."""
        return self.radio * decimos // 10

    @property
    def trazo(self) -> int:
        """Width of the line of results."""
        return self.parte(6)

    @property
    def contorno(self) -> int:
        """Width of a hollow mark's edge."""
        return self.parte(5)

    @property
    def filo(self) -> int:
        """Width of the zero line."""
        return self.parte(2)

    @property
    def pelo(self) -> int:
        """Width of the axis' lines."""
        return self.parte(1)

    @property
    def corte(self) -> tuple[int, int]:
        """Stroke and gap of a broken line."""
        return self.parte(13), self.parte(11)

    @property
    def puntos(self) -> tuple[int, int]:
        """Stroke and gap of a dotted line."""
        return self.parte(2), self.parte(9)


PAPEL = Marco("papel", 4700, 1730, 5700, 80, 90, 30, 960, 102)
ANCHO = Marco("ancha", 8200, 3800, 24000, 150, 160, 52, 1650, 120)
ANGOSTO = Marco("angosta", 3580, 3300, 24000, 125, 130, 42, 840, 120)
TENDENCIA = Marco("tendencia", 1200, 240, 240, 80, 80, 24, 0, 100)


def frame(tipo: str, usual: Marco) -> Marco:
    """In which a chart is drawn: a trend has its own, whatever the medium."""
    return TENDENCIA if tipo == "tendencia" else usual
