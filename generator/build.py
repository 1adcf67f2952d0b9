"""The corridor: the only file that knows the order of the walk.

    bytes → Proyecto → Registro → resolved narrative → diagnostics → Document → PDF · site

`examine` walks up to the Document and returns every problem at once; `build` goes on to a
published release only when there is no error. Until the last step nothing the readers see
changes.
"""

import gc
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator import publish, works
from generator.base.diagnostic import (
    Diagnostic,
    consequence,
    diagnose,
    has_errors,
    in_order,
    near,
)
from generator.base.span import Span
from generator.check.todo import Todo
from generator.compose.document import compose
from generator.compose.names import Material
from generator.compose.portal import own_page as portal_page
from generator.derive.figures import register
from generator.derive.links import link
from generator.document.nodes import Seccion
from generator.model.enlazado import InstitucionEnlazada
from generator.model.proyecto import DocumentoLeido, InstitucionLeida
from generator.model.registro import Registro
from generator.narrate.resolve import resolve
from generator.read.project import Lectura, load, own_page
from generator.seam import reglas
from generator.sign import signed
from generator.works import CASA, Examen, Obra, Stop

Avisar = Callable[[str], None]


@dataclass(frozen=True)
class Archivo:
    """A file that a build leaves for its user; a PDF has pages."""

    ruta: Path
    bytes: int
    paginas: int


@dataclass(frozen=True)
class Construido:
    """How a build ended: the files it left, or the problems that stopped it."""

    examen: Examen
    diagnostics: tuple[Diagnostic, ...]
    archivos: tuple[Archivo, ...] = ()
    sin_cambios: bool = False


def examine(raiz: Path) -> Examen:
    """Reads, derives, narrates, checks and composes the project at `raiz`.

    Meanwhile nothing looks for cycles in memory: nearly all that is made lives to the end, and a
    great portal would have it gone through again and again.
    """
    collected = gc.isenabled()
    gc.disable()
    try:
        return _examine(raiz)
    finally:
        if collected:
            gc.enable()


def _examine(raiz: Path) -> Examen:
    lectura = load(raiz, CASA)
    registro = register(lectura.proyecto)
    enlazadas = link(lectura.proyecto, registro)
    texts = works.public_lines(lectura.proyecto.lineas)
    todo = Todo(lectura.proyecto, registro, enlazadas, texts, works.fonts(raiz))
    found = [*lectura.diagnostics, *(d for _, rule in reglas() for d in rule(todo))]
    obras = []
    told = {d.span.path for d in found if d.code in ("SEG-002", "TAB-003")}
    for leida, enlazada in zip(lectura.proyecto.instituciones, enlazadas, strict=True):
        for documento in leida.documentos:
            obra, problems = _work(lectura, registro, leida, enlazada, documento)
            if told & _followed(leida, documento):
                problems = [d for d in problems if d.code != "TIP-001"]
            found += problems
            obras += [obra] if obra else []
    propias, problems = _own_pages(lectura, registro)
    found += problems
    if not lectura.completa:
        found = [d for d in found if not consequence(d)]
    found = signed(in_order(found), lectura.proyecto, date.today())
    last = (tuple(obras), tuple(in_order(found)), lectura.narrativas, propias)
    return Examen(lectura.proyecto, registro, enlazadas, *last)


def _own_pages(
    lectura: Lectura, registro: Registro
) -> tuple[tuple[Seccion, ...], list[Diagnostic]]:
    """The portal's own pages, as data/portal.yml names them."""
    portal, problems, made = lectura.proyecto.portal, list[Diagnostic](), list[Seccion]()
    for page in portal.valor.paginas if portal else ():
        blocks, bad = resolve(lectura.narrativas.get(own_page(page.id), ()), registro, "")
        section, more = portal_page(page.id, page.titulo, blocks)
        made.append(section)
        problems += bad + more
    return tuple(made), problems


def _followed(leida: InstitucionLeida, documento: DocumentoLeido) -> set[str]:
    """Where the follow-up or the board that a document publishes is named, and what the first
    takes: its own file.
    """
    declared = documento.declarado
    named = {
        declared.span(k).path for k in ("seguimiento", "tablero") if getattr(declared.valor, k)
    }
    followed = leida.seguimientos.get(declared.valor.seguimiento or "")
    return named | ({followed.span("esquema").path} if followed else set())


def _work(
    lectura: Lectura,
    registro: Registro,
    leida: InstitucionLeida,
    enlazada: InstitucionEnlazada,
    documento: DocumentoLeido,
) -> tuple[Obra | None, list[Diagnostic]]:
    problems: list[Diagnostic] = []
    declared = documento.declarado
    years = None if declared.reparado else declared.valor.anios
    narrativas = {}
    for name, path in documento.narrativas.items():
        blocks = lectura.narrativas.get(path, ())
        narrativas[name], more = resolve(blocks, registro, leida.id, years)
        problems += more
    tipo = lectura.proyecto.tipos.get(documento.declarado.valor.tipo)
    if tipo is None:
        return None, problems
    composed, more = compose(Material(documento, tipo, enlazada, registro, narrativas))
    if documento.declarado.reparado:
        more = [d for d in more if not consequence(d)]
    origin = documento.declarado.span("titulo")
    work = Obra(composed, origin, leida, enlazada, tipo) if composed else None
    return work, problems + more


def build(raiz: Path, salida: Path, avisar: Avisar, elegidos: tuple[str, ...] = ()) -> Construido:
    """Publishes the project at `raiz` in `salida`; with `elegidos`, only their PDFs as proofs.

    Raises publish.Busy and OSError; every other problem is a diagnostic.
    """
    avisar("Leer y revisar los datos")
    examen = examine(raiz)
    if has_errors(examen.diagnostics):
        return Construido(examen, examen.diagnostics)
    try:
        if elegidos:
            return _proofs(examen, salida / "pruebas", avisar, elegidos)
        return _release(examen, salida, avisar)
    except Stop as stop:
        return Construido(examen, (*examen.diagnostics, stop.diagnostic))


def _release(examen: Examen, salida: Path, avisar: Avisar) -> Construido:
    entrada = works.inputs(examen.proyecto.raiz, date.today())
    with publish.workshop(salida) as taller:
        before = publish.current(salida)
        if before is not None and before.get("entrada") == entrada:
            return _published(examen, salida, sin_cambios=True)
        impresos = {}
        for obra in examen.obras:
            avisar(f"Componer el PDF de {obra.documento.id}")
            impresos[obra.documento.id] = works.lay_out(obra, examen, taller / "pdf")
        avisar("Construir el sitio y su buscador")
        works.make_site(examen, impresos, taller)
        avisar("Publicar")
        publish.publish(taller / "sitio", salida, works.facts(impresos, entrada))
    return _published(examen, salida, sin_cambios=False)


def _proofs(examen: Examen, folder: Path, avisar: Avisar, elegidos: tuple[str, ...]) -> Construido:
    known = {obra.documento.id: obra for obra in examen.obras}
    for name in elegidos:
        if name not in known:
            data = {"documento": name, "cerca": near(name, known), "posibles": ", ".join(known)}
            raise Stop(diagnose("PRY-002", Span("content"), **data))
    files = []
    for name in elegidos:
        avisar(f"Componer el PDF de {name}")
        files.append(_file(works.lay_out(known[name], examen, folder)))
    return Construido(examen, examen.diagnostics, tuple(files))


def _published(examen: Examen, salida: Path, *, sin_cambios: bool) -> Construido:
    release = salida / "actual"
    home = release / "index.html"
    pdfs = (release / "documentos" / f"{obra.documento.id}.pdf" for obra in examen.obras)
    files = (*(_file(path) for path in pdfs), Archivo(home, home.stat().st_size, 0))
    return Construido(examen, examen.diagnostics, files, sin_cambios)


def _file(path: Path) -> Archivo:
    return Archivo(path, path.stat().st_size, works.pages(path))
