"""What enters the website: the portal's words, each institution with its documents, the figures."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from generator.base.diagnostic import Diagnostic
from generator.base.digest import of_file
from generator.document.nodes import Componente, Document, Seccion
from generator.model.enlazado import IndicadorEnlazado, InstitucionEnlazada
from generator.model.enlazado_programacion import DependenciaEnlazada, PerspectivaEnlazada
from generator.model.enlazado_tablero import TableroEnlazado
from generator.model.historia import Historia
from generator.model.institucion import ColorWeb
from generator.model.portal import IdentidadPortal, Portal
from generator.model.recuento import Recuento
from generator.model.registro import Registro

BANDA = ColorWeb(claro="#0e2f38", oscuro="#0a2229")
"""The header of a portal without a face of its own, as the style sheet has it."""
REALCE = ColorWeb(claro="#FFFFFF", oscuro="#FFFFFF")
"""The line over the band of an institution that publishes alone."""


@dataclass(frozen=True)
class EdicionPublicada:
    """An edition that came before, with its PDF if it is kept."""

    numero: int
    fecha: str
    cambios: str
    pdf: Path | None
    ruta: str
    """Where its PDF is in the site."""

    @property
    def tamano(self) -> int:
        """Bytes of its PDF, which it must have."""
        assert self.pdf
        return self.pdf.stat().st_size

    @cached_property
    def sha256(self) -> str:
        """That of its PDF, which it must have."""
        assert self.pdf
        return of_file(self.pdf)


@dataclass(frozen=True)
class DocumentoPublicado:
    """A composed document and its PDF; size and sha256 are those of the file that is copied."""

    documento: Document
    pdf: Path
    paginas: int
    cambios: str = ""
    """What is new in this edition."""
    anteriores: tuple[EdicionPublicada, ...] = ()
    """The editions it took the place of, the latest first."""

    @property
    def ruta(self) -> str:
        """Its home in the site: `<institución>/<documento>/`."""
        return f"{self.documento.id}/"

    @property
    def ruta_pdf(self) -> str:
        return f"documentos/{self.documento.id}.pdf"

    @property
    def archivo(self) -> str:
        """The PDF's name once downloaded."""
        return self.ruta_pdf.rpartition("/")[2]

    @property
    def tamano(self) -> int:
        return self.pdf.stat().st_size

    @cached_property
    def sha256(self) -> str:
        return of_file(self.pdf)


@dataclass(frozen=True)
class TableroPublicado:
    """A board with the blocks that show it: one or, if it has many rows, one for each part."""

    institucion: str
    tablero: TableroEnlazado
    partes: tuple[Componente, ...]

    @property
    def ruta(self) -> str:
        return f"{self.institucion}/tablero/{self.tablero.id}/"

    @property
    def ruta_csv(self) -> str:
        return f"{self.ruta}{self.institucion}-{self.tablero.id}.csv"

    def titulo(self, lugar: int) -> str:
        """The heading of a part."""
        return str(self.partes[lugar].datos["titulo"])

    def ruta_parte(self, lugar: int) -> str:
        return f"{self.ruta}{self.partes[lugar].datos['parte']}/"


@dataclass(frozen=True)
class InstitucionPublicada:
    """One institution, its images (name in identidad/ → file) and its published documents."""

    institucion: InstitucionEnlazada
    documentos: tuple[DocumentoPublicado, ...]
    imagenes: Mapping[str, Path]
    fichas: Mapping[str, Componente]
    """Id of a ficha → the block that shows it; its data are in `institucion.fichas`."""
    tableros: tuple[TableroPublicado, ...] = ()

    @property
    def id(self) -> str:
        return self.institucion.id

    @property
    def siglas(self) -> str:
        return self.institucion.ficha.siglas

    @property
    def ruta(self) -> str:
        return f"{self.id}/"

    @property
    def ruta_marca(self) -> str:
        return f"recursos/{self.id}/marca.svg"

    @cached_property
    def indicadores(self) -> tuple[IndicadorEnlazado, ...]:
        """Each indicator once: where several years state it, as in the latest."""
        latest: dict[str, IndicadorEnlazado] = {}
        for indicador in self.institucion.indicadores:
            known = latest.get(indicador.id)
            if known is None or known.ejercicio < indicador.ejercicio:
                latest[indicador.id] = indicador
        return tuple(latest.values())

    @cached_property
    def perspectivas(self) -> tuple[PerspectivaEnlazada, ...]:
        """Each perspective once, in order: where several years programme it, as in the latest."""
        years = sorted(self.institucion.perspectivas.items())
        latest = {each.id: each for _, every in years for each in every}
        return tuple(sorted(latest.values(), key=lambda each: each.numero))

    @cached_property
    def dependencias(self) -> Mapping[str, DependenciaEnlazada]:
        """Those that its perspectives show, by id."""
        return {d.id: d for each in self.perspectivas for d in each.dependencias}

    @property
    def cuantos(self) -> int:
        """How many indicators it has, fichas included."""
        return len(self.indicadores) + len(self.institucion.fichas)

    @property
    def ejercicio(self) -> int:
        """The latest year with a budget; 0 when there is none."""
        return max(self.institucion.programas, default=0)


@dataclass(frozen=True)
class Revision:
    """How the release was examined: its findings, what was looked at, and with how many rules."""

    hallazgos: tuple[Diagnostic, ...] = ()
    recuentos: Mapping[str, Recuento] = field(default_factory=dict)
    """By institution."""
    reglas: int = 0
    lineas: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The lines of every file read, by path."""


@dataclass(frozen=True)
class Publicacion:
    """One release of the site."""

    portal: Portal
    instituciones: tuple[InstitucionPublicada, ...]
    registro: Registro
    revision: Revision = Revision()
    dia: date = date.min
    """The day it is published: what is overdue is told as of then."""
    marca_propia: Path | None = None
    """The mark that data/portal.yml names."""
    historia: Historia = field(default_factory=dict)
    """What changed in each indicator since it was first published."""
    propias: tuple[Seccion, ...] = ()
    """The portal's own pages, in the order of data/portal.yml."""

    @property
    def sola(self) -> InstitucionPublicada | None:
        """The institution, when only one publishes: the portal shows its face."""
        return self.instituciones[0] if len(self.instituciones) == 1 else None

    @property
    def cara(self) -> IdentidadPortal | None:
        """The colours of the portal: those it states; else, those of who publishes alone."""
        if self.portal.identidad or not self.sola:
            return self.portal.identidad
        web = self.sola.institucion.ficha.identidad.web
        return IdentidadPortal(
            acento=web.acento, acento_tenue=web.acento_tenue, banda=web.banda, realce=REALCE
        )

    @property
    def banda(self) -> ColorWeb:
        """The colour of its header."""
        return self.cara.banda if self.cara else BANDA

    @property
    def marca(self) -> Path | None:
        """The mark of the portal, by the same rule; None for that of the house."""
        if self.marca_propia or not self.sola:
            return self.marca_propia
        return self.sola.imagenes[self.sola.institucion.ficha.identidad.marca]

    @property
    def ediciones(self) -> tuple[tuple[InstitucionPublicada, DocumentoPublicado], ...]:
        """Every document with its institution, the latest first."""
        every = [(i, d) for i in self.instituciones for d in i.documentos]
        return tuple(sorted(every, key=lambda pair: pair[1].documento.fecha, reverse=True))
