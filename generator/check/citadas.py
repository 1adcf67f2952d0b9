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
from generator.model.registro import Cifra

_REFERENCE = re.compile(r"\{\{\s*([^:{}=]+?)\s*(?::\s*([^{}]+?)\s*)?\}\}(%?)")
_SKIPPED = ("|", "#", "    ")
_UNITS = ["uno", "un", "una", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"]
_VALUES = (1, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9)
_TENS = ["treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"]
_EN_LETRA = {ten: 10 * n for n, ten in enumerate(_TENS, 3)} | {
    f"{ten} y {unit}": 10 * n + value
    for n, ten in enumerate(_TENS, 3)
    for unit, value in zip(_UNITS, _VALUES, strict=True)
}
_WORDS = re.compile(rf"\b(?:{'|'.join(_TENS)})(?: y (?:{'|'.join(_UNITS)}))?\b", re.I)
_APPROXIMATE = re.compile(r"(?:más de|más del|cerca de|casi|alrededor de|menos de|poco más)\W*$")


@dataclass(frozen=True)
class Citada:
    """A figure as the text prints it, and the values that it may be, given its rounding."""

    escrita: Cifra | str
    valor: Fraction
    holgura: Fraction
    unidad: str
    lugar: Span
    aproximada: bool = False

    @property
    def texto(self) -> str:
        if isinstance(self.escrita, str):
            return self.escrita
        text = self.escrita.texto()
        return f"{text}%" if self.porcentaje and "%" not in text else text

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
    return Parrafo(re.sub(r"\[\^[^\[\]]*\]", "", text + line[end:]), tuple(figures))


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
    if cifra is None or cifra.valor is None or cifra.es_fecha:
        return None
    unit, plain = "%" if found[3] else cifra.unidad, found[2] is None
    return Citada(cifra, cifra.fraccion, _slack(cifra, unit), unit, place, near or not plain)


def _slack(cifra: Cifra, unit: str) -> Fraction:
    """Half of the last digit of what was rounded: decimals, thousands, millions, percents."""
    rounded = cifra.decimales or unit == "%" or unit.startswith("mil")
    return Fraction(Decimal(5).scaleb(-cifra.decimales - 1)) if rounded else Fraction(0)
