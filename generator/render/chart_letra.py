"""Text in a drawing: made harmless, measured, cut and set in lines."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from generator.base.fonts import advances
from generator.render.chart_marco import Marco

UNKNOWN = 1300
"""Thousandths of an em for what the bundled fonts lack, such as emoji."""


def clean(text: str) -> str:
    """`text` in one line, without the characters that nobody sees or that XML refuses."""
    seen = "".join(c if c.isprintable() else " " if c.isspace() else "" for c in text)
    return " ".join(seen.split())


@lru_cache(maxsize=20_000)
def _ems(fuente: Path, text: str) -> int:
    """How much `text` takes, in thousandths of an em: a label is measured once for each place."""
    widths = advances(fuente)
    return sum(widths.get(ord(character), UNKNOWN) for character in text)


@dataclass(frozen=True)
class Letra:
    """A font at a size."""

    fuente: Path
    cuerpo: int
    holgura: int

    def ancho(self, text: str) -> int:
        """How much `text` takes in a line."""
        return -(-_ems(self.fuente, text) * self.cuerpo * self.holgura // 100_000)

    def corta(self, text: str, ancho: int) -> str:
        """`text`, or as much of it as fits in `ancho`, and «…»."""
        if self.ancho(text) <= ancho:
            return text
        kept = len(text)
        while kept and self.ancho(f"{text[:kept].rstrip()}…") > ancho:
            kept -= 1
        return f"{text[:kept].rstrip()}…"

    def renglones(self, text: str, ancho: int, maximo: int) -> list[str]:
        """`text` in at most `maximo` lines of `ancho`; what is left over ends in «…»."""
        lines: list[str] = []
        words = text.split(" ")
        while words and len(lines) < maximo - 1:
            taken = 1
            while taken < len(words) and self.ancho(" ".join(words[: taken + 1])) <= ancho:
                taken += 1
            lines.append(self.corta(" ".join(words[:taken]), ancho))
            words = words[taken:]
        return [*lines, self.corta(" ".join(words), ancho)] if words else lines


@dataclass(frozen=True)
class Letras:
    """The two fonts of a drawing: that of the axis and that of the values."""

    normal: Letra
    fuerte: Letra


def fonts(folder: Path, marco: Marco) -> Letras:
    """The bundled fonts of `folder` at the sizes of `marco`."""
    return Letras(
        Letra(folder / "SourceSans3-Regular.ttf", marco.letra, marco.holgura),
        Letra(folder / "SourceSans3-Semibold.ttf", marco.valor, marco.holgura),
    )
