"""A formula as it is written on a page: fractions, signs and figures, with no notion of value."""

from dataclasses import dataclass
from typing import ClassVar

from generator.document.nodes import Cifra


@dataclass(frozen=True)
class Hoja:
    """A name, a number or a sign."""

    forma: ClassVar[str] = "hoja"
    texto: str


@dataclass(frozen=True)
class Fraccion:
    forma: ClassVar[str] = "fraccion"
    arriba: "Escrita"
    abajo: "Escrita"


@dataclass(frozen=True)
class Entre:
    """What goes between parentheses."""

    forma: ClassVar[str] = "entre"
    dentro: "Escrita"


@dataclass(frozen=True)
class Cadena:
    """Pieces one after another."""

    forma: ClassVar[str] = "cadena"
    partes: tuple["Escrita", ...]


Escrita = Hoja | Fraccion | Entre | Cadena


@dataclass(frozen=True)
class Formula:
    """A formula, and what it gives when it is applied to a year."""

    componente: ClassVar[str] = "formula"
    arbol: Escrita
    lectura: str
    """The same in one line, for those who hear it."""
    resultado: Cifra | None = None
