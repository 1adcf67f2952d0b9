"""Walks data/, content/ and layouts/ in a stable order and reads all of it.

Leaves a Proyecto, the narratives by path, and every diagnostic; a file that cannot be read
leaves a diagnostic and its place empty, so that all problems are known at once.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict, TypeVar

from pydantic import BaseModel

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.span import Span
from generator.document.nodes import Prosa
from generator.model.acuerdo import Acuerdo
from generator.model.aprobacion import Aprobacion
from generator.model.cartera import Cartera
from generator.model.comprobacion import Comprobaciones
from generator.model.cuadro import Cuadro
from generator.model.cuenta_publica import CuentaPublica
from generator.model.dato import Datos
from generator.model.documento import Documento
from generator.model.esquema import EsquemaCategorias
from generator.model.excepcion import Excepciones
from generator.model.ficha import Ficha
from generator.model.indicador import Indicadores
from generator.model.institucion import Institucion, Unidades
from generator.model.instrumento import Instrumento
from generator.model.leido import Leido
from generator.model.marco_legal import MarcoLegal
from generator.model.portal import Portal
from generator.model.presupuesto import Presupuesto
from generator.model.programacion import Programacion
from generator.model.proyecto import (
    DocumentoLeido,
    InstitucionLeida,
    LibroLeido,
    Proyecto,
    TipoLeido,
)
from generator.model.roles import Roles
from generator.model.seguimiento import Seguimiento
from generator.model.semaforo import Esquema
from generator.model.tablero import Tablero
from generator.model.tipo import TipoDocumento
from generator.model.valores import PENDIENTE, id_fault
from generator.model.vocabulario import Glosario, Siglas
from generator.read.bind import bind_file
from generator.read.files import is_pdf, linked, read_text
from generator.read.narrative import read_narrative
from generator.read.strays import strays

M = TypeVar("M", bound=BaseModel)
OWN = "content/portal"
"""The texts of the portal's own pages; no institution can be called so."""


@dataclass(frozen=True)
class Lectura:
    """What reading leaves."""

    proyecto: Proyecto
    narrativas: Mapping[str, tuple[Prosa, ...]]
    diagnostics: tuple[Diagnostic, ...]
    completa: bool
    """Every file was read, though some value in them be wrong."""


def load(raiz: Path, casa: Path) -> Lectura:
    """The project at `raiz`; document types come from its layouts/, or from `casa`'s."""
    return _Reader(raiz).project(casa)


def load_book(raiz: Path, institucion: str) -> tuple[LibroLeido, Unidades | None, Lectura]:
    """Only the follow-up acuerdos of an institution and the names of its units; of the Lectura,
    only what was said and the lines matter.
    """
    reader = _Reader(raiz)
    folder = raiz / "data" / institucion
    book = reader.book(folder)
    units = reader.optional(folder / "unidades.yml", Unidades)
    proyecto = Proyecto(raiz, None, (), {}, reader.lineas)
    said = tuple(d for d in reader.diagnostics if d.span.path.startswith(f"data/{institucion}/"))
    return book, units.valor if units else None, Lectura(proyecto, {}, said, reader.complete)


class _Parts(TypedDict):
    """What an institution's folders hold, all of it optional."""

    instrumentos: Mapping[str, Leido[Instrumento]]
    presupuestos: tuple[Leido[Presupuesto], ...]
    indicadores: tuple[Leido[Indicadores], ...]
    fichas: Mapping[str, Leido[Ficha]]
    semaforos: Mapping[str, Leido[Esquema]]
    cuadros: Mapping[str, Leido[Cuadro]]
    datos: tuple[Leido[Datos], ...]
    programaciones: tuple[Leido[Programacion], ...]
    cuentas: Mapping[str, Leido[CuentaPublica]]
    aprobaciones: Mapping[str, Leido[Aprobacion]]
    esquemas: Mapping[str, Leido[EsquemaCategorias]]
    seguimientos: Mapping[str, Leido[Seguimiento]]
    carteras: Mapping[str, Leido[Cartera]]
    tableros: Mapping[str, Leido[Tablero]]
    marco_legal: Leido[MarcoLegal] | None
    glosario: Leido[Glosario] | None
    siglas: Leido[Siglas] | None
    comprobaciones: Leido[Comprobaciones] | None
    excepciones: Leido[Excepciones] | None
    documentos: tuple[DocumentoLeido, ...]
    acuerdos: LibroLeido


class _Reader:
    def __init__(self, raiz: Path) -> None:
        self.raiz = raiz
        self.diagnostics: list[Diagnostic] = []
        self.lineas: dict[str, tuple[str, ...]] = {}
        self.narrativas: dict[str, tuple[Prosa, ...]] = {}
        self.files: set[str] = set()
        self.complete = True
        self.links = linked(raiz)
        for link in sorted(self.links):
            place = Span(self.name(link))
            self.diagnostics.append(diagnose("LEC-011", place, archivo=place.path))

    def project(self, casa: Path) -> Lectura:
        instituciones = tuple(
            found
            for folder in self.folders(self.raiz / "data")
            if (found := self.institution(folder))
        )
        portal = self.required(self.raiz / "data" / "portal.yml", Portal)
        self.orphans({i.id for i in instituciones})
        self.own_pages(portal)
        mark = self.mark(portal)
        images = {self.name(path) for one in instituciones for path in one.imagenes.values()}
        images |= {self.name(mark)} if mark else set()
        images |= self.files
        told = {d.span.path for d in self.diagnostics}
        self.diagnostics += strays(self.raiz, {*self.lineas, *images, *told})
        proyecto = Proyecto(self.raiz, portal, instituciones, self.types(casa), self.lineas, mark)
        return Lectura(proyecto, self.narrativas, tuple(self.diagnostics), self.complete)

    def mark(self, portal: Leido[Portal] | None) -> Path | None:
        """The file of the portal's own mark, if it names one that is there."""
        identidad = portal.valor.identidad if portal else None
        if identidad is None or identidad.marca is None:
            return None
        path = self.raiz / "data" / Path(identidad.marca).name
        return path if path.is_file() and self.inside(path) else None

    def institution(self, folder: Path) -> InstitucionLeida | None:
        ficha = self.required(folder / "institucion.yml", Institucion)
        unidades = self.required(folder / "unidades.yml", Unidades)
        imagenes = {
            p.name: p for p in sorted(folder.glob("identidad/*")) if p.is_file() and self.inside(p)
        }
        parts = self.parts(folder)
        if ficha is None or unidades is None:
            return None
        return InstitucionLeida(folder.name, ficha, unidades, imagenes, **parts)

    def parts(self, folder: Path) -> _Parts:
        return {
            "instrumentos": self.by_name(folder, "instrumentos", Instrumento),
            "presupuestos": self.all(folder, "presupuesto/*.yml", Presupuesto),
            "indicadores": self.all(folder, "indicadores/*/*.yml", Indicadores),
            "fichas": self.by_name(folder, "fichas", Ficha),
            "semaforos": self.by_name(folder, "semaforos", Esquema),
            "cuadros": self.by_name(folder, "cuadros", Cuadro),
            "datos": self.all(folder, "datos/*.yml", Datos),
            "programaciones": self.all(folder, "programacion/*.yml", Programacion),
            "cuentas": self.by_name(folder, "cuentas", CuentaPublica),
            "aprobaciones": self.by_name(folder, "aprobaciones", Aprobacion),
            "esquemas": self.by_name(folder, "esquemas", EsquemaCategorias),
            "seguimientos": self.by_name(folder, "seguimientos", Seguimiento),
            "carteras": self.by_name(folder, "proyectos", Cartera),
            "tableros": self.by_name(folder, "tableros", Tablero),
            "marco_legal": self.optional(folder / "marco-legal.yml", MarcoLegal),
            "glosario": self.optional(folder / "glosario.yml", Glosario),
            "siglas": self.optional(folder / "siglas.yml", Siglas),
            "comprobaciones": self.optional(folder / "comprobaciones.yml", Comprobaciones),
            "excepciones": self.optional(folder / "excepciones.yml", Excepciones),
            "documentos": tuple(self.documents(folder.name)),
            "acuerdos": self.book(folder),
        }

    def all(self, folder: Path, pattern: str, model: type[M]) -> tuple[Leido[M], ...]:
        return tuple(read for _, read in self.each(folder, pattern, model))

    def by_name(self, folder: Path, inner: str, model: type[M]) -> dict[str, Leido[M]]:
        return {path.stem: read for path, read in self.each(folder, f"{inner}/*.yml", model)}

    def optional(self, path: Path, model: type[M]) -> Leido[M] | None:
        return self.bind(path, model) if path.exists() and self.inside(path) else None

    def book(self, folder: Path) -> LibroLeido:
        roles = self.optional(folder / "acuerdos" / "roles.yml", Roles)
        found: dict[str, Leido[Acuerdo]] = {}
        for path, leido in self.each(folder, "acuerdos/*/*.yml", Acuerdo):
            twin = path.stem in found  # in the folder of another year: told by its name
            found[f"{path.parent.name}-{path.stem}" if twin else path.stem] = leido
        return LibroLeido(roles, found)

    def documents(self, institucion: str) -> Iterator[DocumentoLeido]:
        for folder in self.folders(self.raiz / "content" / institucion):
            declared = self.required(folder / "documento.yml", Documento)
            names = {}
            for path in filter(self.inside, sorted(folder.rglob("*.md"))):
                self.narrative(path)
                names[path.relative_to(folder).as_posix()] = self.name(path)
            if declared is not None:
                former = dict(self.former(folder, declared))
                yield DocumentoLeido(f"{institucion}/{folder.name}", declared, names, former)

    def former(self, folder: Path, declared: Leido[Documento]) -> Iterator[tuple[str, Path]]:
        """The PDFs of the editions that came before."""
        for place, edicion in enumerate(declared.valor.anteriores):
            path = folder / (edicion.pdf or "")
            if edicion.pdf is None:
                continue
            self.files.add(self.name(path))
            if path.is_file() and self.inside(path) and is_pdf(path):
                yield edicion.pdf, path
                continue
            span = declared.span("anteriores", place, "pdf")
            data = {"archivo": self.name(path), "edicion": edicion.numero}
            self.diagnostics.append(diagnose("LEC-018", span, **data))

    def own_pages(self, portal: Leido[Portal] | None) -> None:
        """The texts of the portal's own pages."""
        for place, page in enumerate(portal.valor.paginas if portal else ()):
            path = self.raiz / own_page(page.id)
            if page.id == PENDIENTE:
                continue
            if path.is_file() and self.inside(path):
                self.narrative(path)
            elif portal:
                reason = f", el texto de la página «{page.titulo}»"
                data = {"archivo": self.name(path), "motivo": reason, "cerca": ""}
                span = portal.span("paginas", place, "id")
                self.diagnostics.append(diagnose("LEC-001", span, **data))

    def narrative(self, path: Path) -> None:
        text, problems = read_text(self.raiz, path)
        self.diagnostics += problems
        if text is None:
            return
        name = self.name(path)
        self.lineas[name] = tuple(text.split("\n"))
        self.narrativas[name], problems = read_narrative(text, name)
        self.diagnostics += problems

    def types(self, casa: Path) -> dict[str, TipoLeido]:
        root = self.raiz if (self.raiz / "layouts").is_dir() else casa
        reader = self if root == self.raiz else _Reader(root)
        found = {}
        for path in sorted(root.glob("layouts/*/layout.yml")):
            bound = reader.bind(path, TipoDocumento)
            if bound is not None:
                known = _components(path.parent)
                found[path.parent.name] = TipoLeido(path.parent.name, path.parent, bound, known)
        if reader is not self:
            self.diagnostics += reader.diagnostics
            self.lineas |= reader.lineas
        return found

    def each(self, folder: Path, pattern: str, model: type[M]) -> Iterator[tuple[Path, Leido[M]]]:
        for path in sorted(folder.glob(pattern)):
            if (
                self.inside(path)
                and self.named(path)
                and (bound := self.bind(path, model)) is not None
            ):
                yield path, bound

    def required(self, path: Path, model: type[M]) -> Leido[M] | None:
        if not self.inside(path):
            self.complete = False
            return None
        if path.exists():
            return self.bind(path, model)
        data = {"archivo": self.name(path), "motivo": "", "cerca": self.alike(path)}
        self.diagnostics.append(diagnose("LEC-001", Span(self.name(path)), **data))
        self.complete = False
        return None

    def alike(self, path: Path) -> str:
        twins = [
            p.name for p in path.parent.glob("*.y*ml") if p.stem in (path.stem, path.stem + "s")
        ]
        return f" Hay «{twins[0]}»: ¿es ése?" if twins else ""

    def bind(self, path: Path, model: type[M]) -> Leido[M] | None:
        bound, problems, lines = bind_file(self.raiz, path, model)
        self.diagnostics += problems
        self.lineas[self.name(path)] = lines
        self.complete = self.complete and bound is not None
        return bound

    def folders(self, parent: Path) -> list[Path]:
        if not parent.is_dir() or not self.inside(parent):
            return []
        inner = (p for p in sorted(parent.iterdir()) if p.is_dir() and self.inside(p))
        own = self.raiz / OWN
        return [p for p in inner if p != own and self.named(p)]

    def inside(self, path: Path) -> bool:
        """Whether the path is really in the project, not behind a symbolic link."""
        return self.links.isdisjoint((path, *path.parents))

    def named(self, path: Path) -> bool:
        fault = id_fault(path.stem)
        if fault:
            self.diagnostics.append(
                diagnose("LEC-014", Span(self.name(path)), nombre=path.stem, causa=fault)
            )
        return fault is None

    def orphans(self, known: set[str]) -> None:
        """Folders of content/ whose institution has no data."""
        for folder in self.folders(self.raiz / "content"):
            if folder.name not in known:
                missing = f"data/{folder.name}/institucion.yml"
                data = {"archivo": missing, "motivo": ", que pide content/", "cerca": ""}
                if not (self.raiz / missing).exists():
                    self.diagnostics.append(diagnose("LEC-001", Span(missing), **data))

    def name(self, path: Path) -> str:
        return path.relative_to(self.raiz).as_posix()


def own_page(id_: str) -> str:
    """The text of a page of the portal: its path from the project."""
    return f"{OWN}/{id_}.md"


def _components(tipo: Path) -> frozenset[str]:
    folders = (tipo, tipo.parent / "_components")
    return frozenset(p.name.removesuffix(".html.j2") for f in folders for p in f.glob("*.html.j2"))
