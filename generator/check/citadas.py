"""The paragraphs of the narrative with their figures in place, to be read as sentences.

`Parrafo.texto` has ⟦n⟧ where the n-th figure is printed, so that a pattern can tell a figure from
the words around it; `Parrafo.cifras[n]` is that figure.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from generator.base.span import Span
from generator.check.todo import Todo
from generator.model.proyecto import InstitucionLeida
from generator.model.registro import Cifra, Unfit

_REFERENCE = re.compile(r"\{\{\s*([^:{}=]+?)\s*(?::\s*([^{}]+?)\s*)?\}\}(%?)")
_SKIPPED = ("|", "#", "    ")
_UNITS = ["cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"]
_TENS = ["treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"]
_EN_LETRA = {
    f"{ten} y {unit}" if n else ten: (3 + t) * 10 + n
    for t, ten in enumerate(_TENS)
    for n, unit in enumerate(_UNITS)
}
_WORDS = re.compile(rf"\b(?:{'|'.join(sorted(_EN_LETRA, key=len, reverse=True))})\b", re.I)
_APPROXIMATE = re.compile(r"(?:más de|más del|cerca de|casi|alrededor de|menos de|poco más)\W*$")


@dataclass(frozen=True)
class Citada:
    """A figure as the text prints it, and the values that it may be, given its rounding."""

    texto: str
    valor: Fraction
    holgura: Fraction
    unidad: str
    lugar: Span
    aproximada: bool = False

    @property
    def porcentaje(self) -> bool:
        return self.unidad == "%"

    @property
    def menor(self) -> Fraction:
        return self.valor - self.holgura

    @property
    def mayor(self) -> Fraction:
        return self.valor + self.holgura


@dataclass(frozen=True)
class Parrafo:
    texto: str
    cifras: tuple[Citada, ...]

    def frases(self) -> list[str]:
        """Its sentences, up to a full stop or a semicolon."""
        return re.split(r"(?<=[.;])\s+(?!de C\.)", self.texto)


def parrafos(todo: Todo) -> Iterator[Parrafo]:
    """Every paragraph with figures of every document."""
    for leida in todo.proyecto.instituciones:
        for documento in leida.documentos:
            for path in documento.narrativas.values():
                for number, line in enumerate(todo.textos.get(path, ()), 1):
                    if "{{" in line and not line.startswith(_SKIPPED):
                        yield _parrafo(todo, leida, Span(path, number, 1), line)


def _parrafo(todo: Todo, leida: InstitucionLeida, start: Span, line: str) -> Parrafo:
    figures: list[Citada] = []
    text, end = "", 0
    for found in sorted(_numbers(line), key=lambda match: match.start()):
        text += line[end : found.start()]
        end = found.end()
        place = Span(start.path, start.line, found.start() + 1)
        told = _told(todo, leida, found, place, near=bool(_APPROXIMATE.search(text.lower())))
        text += f"⟦{len(figures)}⟧" if told else found[0]
        figures += [told] if told else []
    return Parrafo(re.sub(r"\[\^[^\]]*\]", "", text + line[end:]), tuple(figures))


def _numbers(line: str) -> Iterator[re.Match[str]]:
    """References, and numbers in words that are outside of them."""
    yield from _REFERENCE.finditer(line)
    inside = [match.span() for match in _REFERENCE.finditer(line)]
    for match in _WORDS.finditer(line):
        if not any(start <= match.start() < end for start, end in inside):
            yield match


def _told(
    todo: Todo, leida: InstitucionLeida, found: re.Match[str], place: Span, *, near: bool
) -> Citada | None:
    if found.re is _WORDS:
        number = _EN_LETRA[found[0].lower()]
        return Citada(found[0], Fraction(number), Fraction(0), "", place, near)
    cifra = todo.registro.buscar(found[1], leida.id)
    if cifra is None or cifra.valor is None:
        return None
    try:
        text = cifra.texto(found[2] or "")
    except (KeyError, Unfit):
        return None
    unit = "%" if found[3] else cifra.unidad
    plain = found[2] is None
    value = cifra.fraccion if plain else Fraction(cifra.valor)
    return Citada(text + found[3], value, _slack(cifra, unit), unit, place, near or not plain)


def _slack(cifra: Cifra, unit: str) -> Fraction:
    """Half of the last digit of what was rounded: decimals, thousands, millions, percents."""
    rounded = cifra.decimales or unit == "%" or unit.startswith("mil")
    return Fraction(Decimal(5).scaleb(-cifra.decimales - 1)) if rounded else Fraction(0)
