"""Where the labels of a drawing go: beside what they name and never over anything else."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from generator.render.chart_letra import Letra

Ancla = Literal["start", "middle", "end"]


class Caja(NamedTuple):
    x0: int
    y0: int
    x1: int
    y1: int

    @property
    def ancho(self) -> int:
        return self.x1 - self.x0

    @property
    def alto(self) -> int:
        return self.y1 - self.y0

    def crece(self, aire: int) -> "Caja":
        return Caja(self.x0 - aire, self.y0 - aire, self.x1 + aire, self.y1 + aire)

    def toca(self, other: "Caja") -> bool:
        return (
            self.x0 < other.x1 and other.x0 < self.x1 and self.y0 < other.y1 and other.y0 < self.y1
        )

    def dentro(self, other: "Caja") -> bool:
        return (
            other.x0 <= self.x0
            and self.x1 <= other.x1
            and other.y0 <= self.y0
            and self.y1 <= other.y1
        )

    def cruza(self, tramo: "Tramo") -> bool:
        """Whether the segment enters the box."""
        (ax, ay), (bx, by) = tramo
        if max(ax, bx) < self.x0 or min(ax, bx) > self.x1:
            return False
        if max(ay, by) < self.y0 or min(ay, by) > self.y1:
            return False
        dx, dy = bx - ax, by - ay
        sides = {(x - ax) * dy > (y - ay) * dx for x in self[::2] for y in self[1::2]}
        return len(sides) == 2


class Tramo(NamedTuple):
    a: tuple[int, int]
    b: tuple[int, int]


@dataclass(frozen=True)
class Rotulo:
    """A line of text of a drawing, at its baseline."""

    x: int
    y: int
    ancla: Ancla
    clase: str
    texto: str
    caja: Caja


def label(letra: Letra, place: tuple[int, int], ancla: Ancla, clase: str, texto: str) -> Rotulo:
    """`texto` with its baseline at `place`, and the room it takes."""
    x, y = place
    width = letra.ancho(texto)
    left = x - {"start": 0, "middle": width // 2, "end": width}[ancla]
    box = Caja(left, y - letra.cuerpo * 74 // 100, left + width, y + letra.cuerpo * 15 // 100)
    return Rotulo(x, y, ancla, clase, texto, box)


@dataclass(frozen=True)
class Dicho:
    """A text that wants a place around a mark: its centre and half size."""

    texto: str
    clase: str
    x: int
    y: int
    radio: int
    valle: bool = False
    """Lower than its neighbours: its text is better below."""


class Sitio(NamedTuple):
    """A place for a text; the lower its cost, the better."""

    coste: int
    x: int
    y: int
    ancla: Ancla


def around(letra: Letra, dicho: Dicho, lejos: int) -> list[Sitio]:
    """The places around a mark, from the best; `lejos`, how many steps away they may be."""
    gap, step = dicho.radio + letra.cuerpo // 2, letra.cuerpo * 6 // 10
    found = _sides(9, dicho.x, dicho.y + letra.cuerpo * 33 // 100, gap)
    for away in range(lejos + 1):
        above = dicho.y - gap - away * step
        below = dicho.y + gap + letra.cuerpo * 67 // 100 + away * step
        found += _row(letra, dicho, above, 5 * away + 4 * dicho.valle)
        found += _row(letra, dicho, below, 5 * away + 4 * (not dicho.valle))
    return sorted(found)


def _row(letra: Letra, dicho: Dicho, y: int, cost: int) -> list[Sitio]:
    """Places at one height: centred on the mark and, at a cost, more and more aside."""
    quarter, aside = letra.ancho(dicho.texto) // 4, letra.cuerpo * 3 // 10
    return [
        Sitio(cost, dicho.x, y, "middle"),
        Sitio(cost + 1, dicho.x - quarter, y, "middle"),
        Sitio(cost + 1, dicho.x + quarter, y, "middle"),
        *_sides(cost + 2, dicho.x, y, -aside),
        *_sides(cost + 3, dicho.x, y, aside),
    ]


def _sides(cost: int, x: int, y: int, gap: int) -> list[Sitio]:
    return [Sitio(cost, x + gap, y, "start"), Sitio(cost, x - gap, y, "end")]


@dataclass
class Plano:
    """What is already drawn, so that a new label does not fall over it."""

    limite: Caja
    aire: int
    tramos: list[Tramo] = field(default_factory=list)
    cajas: list[Caja] = field(default_factory=list)
    tenues: list[Tramo] = field(default_factory=list)
    """Lines that a label may cover if there is no better place."""

    def pon(self, letra: Letra, dicho: Dicho, lejos: int) -> Rotulo | None:
        """The text in the best place that is free, if any; it is kept as drawn."""
        best, least = None, 99
        for cost, x, y, ancla in around(letra, dicho, lejos):
            if cost >= least:
                break
            rotulo = label(letra, (x, y), ancla, dicho.clase, dicho.texto)
            if self.libre(rotulo) and (total := cost + self.coste(rotulo)) < least:
                best, least = rotulo, total
        if best:
            self.cajas.append(best.caja)
        return best

    def libre(self, rotulo: Rotulo) -> bool:
        room = rotulo.caja.crece(self.aire)
        return (
            rotulo.caja.dentro(self.limite)
            and not any(room.toca(box) for box in self.cajas)
            and not any(room.cruza(tramo) for tramo in self.tramos)
        )

    def coste(self, rotulo: Rotulo) -> int:
        return sum(rotulo.caja.cruza(tramo) for tramo in self.tenues)


def spread(wanted: list[int], heights: list[int], top: int, bottom: int) -> list[int]:
    """Top edges of boxes that want to be centred at `wanted` (in order), without overlapping.

    Those that would overlap share the shift; all stay between `top` and `bottom`.
    """
    before = [sum(heights[:n]) for n in range(len(heights))]
    pools: list[list[int]] = []
    for centre, height, offset in zip(wanted, heights, before, strict=True):
        pools.append([centre - height // 2 - offset])
        while len(pools) > 1 and _mean(pools[-2]) > _mean(pools[-1]):
            pools[-2:] = [pools[-2] + pools[-1]]
    shifts = [_mean(pool) for pool in pools for _ in pool]
    last = bottom - sum(heights)
    return [max(top, min(s, last)) + o for s, o in zip(shifts, before, strict=True)]


def _mean(pool: list[int]) -> int:
    return sum(pool) // len(pool)
