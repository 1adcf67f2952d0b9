"""What the narrative is made of: inline nodes and blocks, with no trace of paper or screen.

They come from Markdown; `Referencia` is a figure still to be resolved and `Inserto` a table
still to be placed: neither reaches a renderer.
"""

from dataclasses import dataclass
from typing import ClassVar

from generator.base.span import Span

# ── within a line ────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Texto:
    componente: ClassVar[str] = "texto"
    texto: str


@dataclass(frozen=True)
class Enfasis:
    componente: ClassVar[str] = "enfasis"
    hijos: tuple["Linea", ...]


@dataclass(frozen=True)
class Fuerte:
    componente: ClassVar[str] = "fuerte"
    hijos: tuple["Linea", ...]


@dataclass(frozen=True)
class Enlace:
    componente: ClassVar[str] = "enlace"
    destino: str
    hijos: tuple["Linea", ...]
    span: Span


@dataclass(frozen=True)
class Salto:
    """A line break that the author asked for."""

    componente: ClassVar[str] = "salto"


@dataclass(frozen=True)
class Llamada:
    """A footnote's call, with the note itself; `numero` is set when the document is composed."""

    componente: ClassVar[str] = "llamada"
    hijos: tuple["Linea", ...]
    numero: int = 0


@dataclass(frozen=True)
class Referencia:
    """A figure as written in the narrative: `{{ direccion : formato }}` or `{{ =a + b }}`."""

    componente: ClassVar[str] = "referencia"
    direccion: str
    formato: str
    span: Span


@dataclass(frozen=True)
class Afirmacion:
    """Words that the figures must bear out: `{{ aumentó si a > b }}`."""

    componente: ClassVar[str] = "afirmacion"
    texto: str
    condicion: str
    span: Span


@dataclass(frozen=True)
class Cifra:
    """A figure as printed, with where it comes from."""

    componente: ClassVar[str] = "cifra"
    direccion: str
    texto: str
    valor: str
    ficha: str = ""
    marca: str = ""
    """What hangs from it: p/, 1/."""
    estado: str = ""
    """p/, ND, NA or nothing."""
    partes: tuple[str, ...] = ()
    """Addresses of the figures that it was computed from, here in the text."""
    es_fecha: bool = False
    """Whether `valor` is a day, as 2024-01-19."""


Linea = Texto | Enfasis | Fuerte | Enlace | Salto | Llamada | Referencia | Afirmacion | Cifra

# ── blocks of the narrative ──────────────────────────────────────────────────


@dataclass(frozen=True)
class Parrafo:
    componente: ClassVar[str] = "parrafo"
    hijos: tuple[Linea, ...]


@dataclass(frozen=True)
class Subtitulo:
    """A heading inside the narrative; `nivel` is the document's, 1 for its sections."""

    componente: ClassVar[str] = "subtitulo"
    nivel: int
    id: str
    hijos: tuple[Linea, ...]


@dataclass(frozen=True)
class Lista:
    componente: ClassVar[str] = "lista"
    ordenada: bool
    elementos: tuple[tuple["Prosa", ...], ...]
    romana: bool = False
    """Numbered i), ii)…"""


@dataclass(frozen=True)
class Cita:
    """A block quotation; a last paragraph that begins with a dash is its source."""

    componente: ClassVar[str] = "cita"
    bloques: tuple["Prosa", ...]
    fuente: tuple[Linea, ...] = ()


@dataclass(frozen=True)
class Cuadricula:
    """A table typed in the narrative."""

    componente: ClassVar[str] = "cuadricula"
    encabezado: tuple[tuple[Linea, ...], ...]
    filas: tuple[tuple[tuple[Linea, ...], ...], ...]
    alineado: tuple[str, ...]


@dataclass(frozen=True)
class Inserto:
    """`{{ cuadro.<id> }}` alone in its paragraph: a data table goes here."""

    componente: ClassVar[str] = "inserto"
    cuadro: str
    span: Span


Prosa = Parrafo | Subtitulo | Lista | Cita | Cuadricula | Inserto
