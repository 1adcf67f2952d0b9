"""The neutral tree: what a document says, in order, numbered, with no trace of paper or screen.

Every node names the component (`layouts/_components/`) that shows it. The nodes of the narrative
(`prose`) and of tables (`tables`) are given from here too.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from generator.document.prose import (
    Afirmacion,
    Cifra,
    Cita,
    Cuadricula,
    Enfasis,
    Enlace,
    Fuerte,
    Inserto,
    Linea,
    Lista,
    Llamada,
    Parrafo,
    Prosa,
    Referencia,
    Salto,
    Subtitulo,
    Texto,
)
from generator.document.tables import Celda, Columna, Grupo, Nota, Par, Renglon, Tabla

__all__ = [
    "Afirmacion",
    "Bloque",
    "Celda",
    "Cifra",
    "Cita",
    "Columna",
    "Componente",
    "Cuadricula",
    "Document",
    "Enfasis",
    "Enlace",
    "Fuerte",
    "Grupo",
    "Inserto",
    "Linea",
    "Lista",
    "Llamada",
    "Nota",
    "Par",
    "Parrafo",
    "Parte",
    "Prosa",
    "Referencia",
    "Renglon",
    "Salto",
    "Seccion",
    "Subtitulo",
    "Tabla",
    "Texto",
]


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
    borrador: bool = False
    """Its type asks for an acuerdo that approves its edition, and there is none."""
    aprobacion: str = ""
    """Who approved it, by which acuerdo and when, in words."""

    @property
    def secciones(self) -> tuple[Seccion, ...]:
        return tuple(parte.seccion for parte in self.partes if parte.seccion)
