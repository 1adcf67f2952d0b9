"""The neutral tree: what a document says, in order, numbered, with no trace of paper or screen.

Narrative nodes come from Markdown; `Referencia` is a figure still to be resolved and never
reaches a renderer. Every node names the component (`layouts/_components/`) that shows it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
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
    """A figure as written in the narrative: `{{ direccion : formato }}`."""

    componente: ClassVar[str] = "referencia"
    direccion: str
    formato: str
    span: Span


@dataclass(frozen=True)
class Cifra:
    """A figure as printed, with where it comes from."""

    componente: ClassVar[str] = "cifra"
    direccion: str
    texto: str
    valor: str
    ficha: str = ""


Linea = Texto | Enfasis | Fuerte | Enlace | Salto | Llamada | Referencia | Cifra

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


Prosa = Parrafo | Subtitulo | Lista | Cita | Cuadricula

# ── blocks of the layout ─────────────────────────────────────────────────────


@dataclass(frozen=True)
class Celda:
    """What a cell or a pair shows: words or one figure."""

    contenido: Texto | Cifra
    entero: str = ""
    """The part of a figure that closes at the right, so that columns align on the point…"""
    cola: str = ""
    """…and the part that follows: decimals, %, unit."""
    indicador: str = ""
    """Id of the indicator whose page the cell leads to."""

    @property
    def texto(self) -> str:
        return self.contenido.texto


@dataclass(frozen=True)
class Par:
    rotulo: str
    celda: Celda


@dataclass(frozen=True)
class Columna:
    titulo: str
    ancho: float
    """Share of the table's width, in percent."""
    alineado: str


@dataclass(frozen=True)
class Tabla:
    """A numbered table: key-value pairs fused with rows; either may be missing."""

    componente: ClassVar[str] = "tabla"
    id: str
    numero: int
    titulo: str
    pares: tuple[Par, ...]
    columnas: tuple[Columna, ...]
    filas: tuple[tuple[Celda, ...], ...]
    totales: tuple[tuple[Celda, ...], ...] = ()
    fuente: str = ""

    def cola(self, columna: int) -> int:
        """Characters that the widest tail of a column takes."""
        return max((len(fila[columna].cola) for fila in (*self.filas, *self.totales)), default=0)

    @property
    def columna_titular(self) -> int:
        """The column whose cells name their rows."""
        return next((i for i, c in enumerate(self.columnas) if c.alineado == "texto"), 0)

    @property
    def rotulo(self) -> str:
        return f"Cuadro {self.numero}"


@dataclass(frozen=True)
class Componente:
    """A block whose template takes its data as they are."""

    componente: str
    datos: Mapping[str, object] = field(default_factory=dict)
    pares: tuple[Par, ...] = ()


Bloque = Prosa | Tabla | Componente

# ── the document ─────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Seccion:
    """A heading and what hangs from it. `numero` as printed: III, 287, or nothing."""

    componente: ClassVar[str] = "seccion"
    id: str
    nivel: int
    numero: str
    titulo: str
    bloques: tuple[Bloque, ...]
    secciones: tuple["Seccion", ...]
    pagina: bool
    nueva_hoja: bool

    @property
    def completo(self) -> str:
        """Number and title in one line, for running heads and menus."""
        if not self.numero:
            return self.titulo
        return f"{self.numero}{'.' if self.nivel == 1 else ''} {self.titulo}"


@dataclass(frozen=True)
class Parte:
    """A piece of the document that can be laid out alone; parts follow one another in order."""

    id: str
    bloques: tuple[Bloque, ...] = ()
    seccion: Seccion | None = None


@dataclass(frozen=True)
class Document:
    """A whole document, ready for any renderer."""

    id: str
    """`<institución>/<documento>`"""
    tipo: str
    titulo: str
    asunto: str
    clase: str
    idioma: str
    fecha: str
    edicion: int
    ejercicio: int
    partes: tuple[Parte, ...]

    @property
    def secciones(self) -> tuple[Seccion, ...]:
        return tuple(parte.seccion for parte in self.partes if parte.seccion)
