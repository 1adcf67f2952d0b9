"""The neutral tree: what a document says, in order, numbered, with no trace of paper or screen.

Narrative nodes come from Markdown; `Referencia` is a figure still to be resolved and never
reaches a renderer. Every node names the component (`layouts/_components/`) that shows it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from generator.base.span import Span
from generator.document.charts import Grafica

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
    marca: str = ""
    """What hangs from it: p/, 1/."""
    estado: str = ""
    """p/, ND, NA or nothing."""


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


@dataclass(frozen=True)
class Inserto:
    """`{{ cuadro.<id> }}` alone in its paragraph: a data table goes here."""

    componente: ClassVar[str] = "inserto"
    cuadro: str
    span: Span


Prosa = Parrafo | Subtitulo | Lista | Cita | Cuadricula | Inserto

# ── blocks of the layout ─────────────────────────────────────────────────────


@dataclass(frozen=True)
class Celda:
    """What a cell or a pair shows: words, one figure, or a list."""

    contenido: Texto | Cifra | Lista
    entero: str = ""
    """The part of a figure that closes at the right, so that columns align on the point…"""
    cola: str = ""
    """…and the part that follows: decimals, %, unit."""
    indicador: str = ""
    """Id of the indicator whose page the cell leads to."""
    tras: str = ""
    """Words after the figure: (2018)."""
    tramo: int = 1
    """Rows that it spans; 0 when it continues the one above."""

    @property
    def texto(self) -> str:
        """Its words; nothing for a list."""
        return "" if isinstance(self.contenido, Lista) else self.contenido.texto


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
    grupo: str = ""
    """Title that spans it with its neighbours of the same group."""
    fundida: bool = False
    """Some of its cells span several rows."""


Renglon = tuple[Celda, ...]


@dataclass(frozen=True)
class Grupo:
    """Rows under a title of their own."""

    titulo: str
    filas: tuple[Renglon, ...]


@dataclass(frozen=True)
class Nota:
    """A note under a table: its mark and its words."""

    marca: str
    texto: str


@dataclass(frozen=True)
class Tabla:
    """A numbered table: key-value pairs fused with rows; either may be missing."""

    componente: ClassVar[str] = "tabla"
    id: str
    numero: int
    titulo: str
    pares: tuple[Par, ...]
    columnas: tuple[Columna, ...]
    filas: tuple[Renglon, ...]
    totales: tuple[Renglon, ...] = ()
    fuente: str = ""
    grupos: tuple[Grupo, ...] = ()
    """Instead of `filas`."""
    notas: tuple[Nota, ...] = ()
    marca: str = ""
    """Note mark of the title."""
    apaisada: bool = False
    """On paper, across a sheet turned on its side."""
    compacta: bool = False
    """On paper, in the letter of notes."""
    sin_encabezado: bool = False
    grafica: Grafica | None = None

    @property
    def todas(self) -> tuple[Renglon, ...]:
        """Every row, in order."""
        return (*self.filas, *(f for g in self.grupos for f in g.filas), *self.totales)

    @property
    def estados(self) -> tuple[str, ...]:
        """The states (NA, ND, p/) that its figures print, in that order."""
        contents = (celda.contenido for fila in self.todas for celda in fila)
        found = {c.estado for c in contents if isinstance(c, Cifra)}
        return tuple(estado for estado in ("NA", "ND", "p/") if estado in found)

    @property
    def encabezado(self) -> tuple[tuple[str, int, int], ...]:
        """The upper row of titles: title, columns it spans, and place of the first one."""
        spans: list[tuple[str, int, int]] = []
        for place, columna in enumerate(self.columnas):
            last = spans[-1] if spans else ("", 0, 0)
            if columna.grupo and columna.grupo == last[0]:
                spans[-1] = (last[0], last[1] + 1, last[2])
            else:
                spans.append((columna.grupo, 1, place))
        return tuple(spans)

    @property
    def dos_niveles(self) -> bool:
        return any(columna.grupo for columna in self.columnas)

    def cola(self, columna: int) -> int:
        """Characters that the widest tail of a column takes."""
        return max((len(fila[columna].cola) for fila in self.todas), default=0)

    @property
    def columna_titular(self) -> int:
        """The column whose cells name their rows."""
        named = (i for i, c in enumerate(self.columnas) if c.alineado == "texto" and not c.fundida)
        return next(named, 0)

    @property
    def rotulo(self) -> str:
        return f"Cuadro {self.numero}"


@dataclass(frozen=True)
class Componente:
    """A block whose template takes its data as they are."""

    componente: str
    datos: Mapping[str, object] = field(default_factory=dict)
    pares: tuple[Par, ...] = ()
    cifras: tuple[str, ...] = ()
    """Addresses of the figures that the component prints from its data."""


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
    rotulo: str = ""
    """What hangs before the title: Objetivo prioritario 1, Estrategia 1.1."""
    portadilla: bool = False
    """On paper, a sheet of its own announces it."""
    en_indice: bool = True
    estilo: str = ""

    @property
    def completo(self) -> str:
        """Number and title in one line, for running heads and menus."""
        if not self.numero:
            return f"{self.rotulo}. {self.titulo}" if self.rotulo else self.titulo
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
