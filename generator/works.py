"""The works of a release: each document's PDF and the site, made in a folder of their own.

Enters what was examined; leaves files, or raises Stop with the one diagnostic that tells why a
renderer could not go on. Never touches what is published.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from importlib.metadata import distributions, version
from pathlib import Path

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.digest import of_file, of_parts, of_tree
from generator.base.span import Span
from generator.cache import Store
from generator.check.recuento import Narrativas, contar
from generator.check.todo import Todo
from generator.compose.sheets import sheet
from generator.compose.tableros import board_parts
from generator.document.nodes import Document, Seccion
from generator.model.enlazado import InstitucionEnlazada
from generator.model.proyecto import InstitucionLeida, Proyecto, TipoLeido
from generator.model.registro import Registro
from generator.read.versiones import historia
from generator.render import builder, pdf, site
from generator.render.html import TemplateFault
from generator.render.pdf import pages
from generator.seam import reglas

__all__ = [
    "CASA",
    "Examen",
    "Obra",
    "Stop",
    "facts",
    "fonts",
    "inputs",
    "lay_out",
    "make_site",
    "pages",
    "public_lines",
    "publication",
]

CASA = Path(__file__).resolve().parent.parent
"""The house itself: its layouts/ and site/ serve the projects that have none."""


@dataclass(frozen=True)
class Obra:
    """One document, composed, with what its renderers take."""

    documento: Document
    origen: Span
    leida: InstitucionLeida
    enlazada: InstitucionEnlazada
    tipo: TipoLeido


@dataclass(frozen=True)
class Examen:
    """All that is known before anything is laid out."""

    proyecto: Proyecto
    registro: Registro
    enlazadas: tuple[InstitucionEnlazada, ...]
    obras: tuple[Obra, ...]
    diagnostics: tuple[Diagnostic, ...]
    narrativas: Narrativas = field(default_factory=dict)
    """The texts as read, by path."""
    propias: tuple[Seccion, ...] = ()
    """The portal's own pages."""

    @property
    def lineas(self) -> Mapping[str, tuple[str, ...]]:
        return self.proyecto.lineas


class Stop(Exception):
    """A renderer cannot go on; carries why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


def lay_out(obra: Obra, examen: Examen, folder: Path) -> Path:
    """The document's PDF in `folder`, laid out or taken from the store. Raises Stop."""
    raiz = examen.proyecto.raiz
    store = Store(raiz / ".pliego" / "cache")
    ficha, images = obra.enlazada.ficha, obra.leida.imagenes
    try:
        sheet = pdf.prepare(obra.documento, ficha, obra.tipo.carpeta, _components(raiz), images)
        data = store.get(sheet.huella) or pdf.render(sheet)
    except TemplateFault as fault:
        raise Stop(_template(fault, raiz)) from fault
    except pdf.PdfFault as fault:
        raise Stop(diagnose("PDF-001", obra.origen, causa=fault)) from fault
    store.put(sheet.huella, data)
    path = folder / f"{obra.documento.id}.pdf"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def make_site(examen: Examen, impresos: Mapping[str, Path], taller: Path) -> None:
    """The whole site, PDFs included, into `taller`/sitio. Raises Stop."""
    raiz = examen.proyecto.raiz
    casa = _house(raiz, "site")
    publicacion = publication(examen, impresos)
    fuentes = site.Fuentes(casa / "site", _components(raiz))
    try:
        site.write(publicacion, fuentes, taller / "paginas", taller / "datos")
        mkdocs, pages_ = casa / "mkdocs.yml", taller / "paginas"
        builder.build(publicacion.portal, mkdocs, pages_, taller / "sitio", taller / "datos")
    except TemplateFault as fault:
        raise Stop(_template(fault, raiz)) from fault
    except site.SiteFault as fault:
        raise Stop(diagnose("SIT-001", Span("content"), causa=fault)) from fault
    except builder.BuilderFault as fault:
        raise Stop(diagnose(fault.codigo, Span("mkdocs.yml"), causa=fault.causa)) from fault


def publication(examen: Examen, impresos: Mapping[str, Path]) -> site.Publicacion:
    """What the site publishes: each institution with its documents and those printed files that
    there are.
    """
    published = []
    for leida, enlazada in zip(examen.proyecto.instituciones, examen.enlazadas, strict=True):
        own = [o for o in examen.obras if o.leida is leida]
        documents = tuple(_printed(o, impresos.get(o.documento.id)) for o in own)
        fichas = {id_: sheet(ficha) for id_, ficha in enlazada.fichas.items()}
        boards = tuple(
            site.TableroPublicado(leida.id, board, board_parts(board))
            for board in enlazada.tableros.values()
        )
        casa = site.InstitucionPublicada(enlazada, documents, leida.imagenes, fichas, boards)
        published.append(casa)
    assert examen.proyecto.portal is not None, "examined without errors"
    portal = examen.proyecto.portal.valor
    revision = _revision(examen)
    return site.Publicacion(
        portal,
        tuple(published),
        examen.registro,
        revision,
        date.today(),
        examen.proyecto.marca,
        historia(examen.proyecto.raiz),
        examen.propias,
    )


def _printed(obra: Obra, path: Path | None) -> site.DocumentoPublicado:
    """A document with its file and its former editions; one that was not laid out has no pages."""
    made, leido = (
        obra.documento,
        next(d for d in obra.leida.documentos if d.id == obra.documento.id),
    )
    former = tuple(
        site.EdicionPublicada(
            e.numero,
            e.fecha.isoformat(),
            e.cambios or "",
            leido.impresos.get(e.pdf or ""),
            f"documentos/{made.id}/{e.pdf}",
        )
        for e in leido.declarado.valor.anteriores
    )
    changes = leido.declarado.valor.edicion.cambios or ""
    file, count = (path, pages(path)) if path else (Path(f"{made.id}.pdf"), 0)
    return site.DocumentoPublicado(made, file, count, changes, former)


def _revision(examen: Examen) -> site.Revision:
    """How the project was examined, for the public page."""
    proyecto, lines = examen.proyecto, examen.lineas
    texts = public_lines(lines)
    todo = Todo(proyecto, examen.registro, examen.enlazadas, texts, fonts(proyecto.raiz))
    counted = contar(todo, examen.narrativas)
    told = tuple(d for d in examen.diagnostics if not _followup(d.span.path))
    return site.Revision(told, counted, len(reglas()), texts)


def public_lines(lines: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The lines of every file but those of the follow-up: what their history says is sealed, so
    that no rule on words may ask for another, and may be reserved.
    """
    return {path: own for path, own in lines.items() if not _followup(path)}


def _followup(path: str) -> bool:
    """Whether it is a file of the follow-up, which may be reserved: nothing is told of it."""
    return path.split("/")[2:3] == ["acuerdos"] and path.startswith("data/")


def facts(impresos: Mapping[str, Path], entrada: str) -> dict[str, object]:
    """What the release's manifest says of itself."""
    documents = [
        {
            "documento": id_,
            "pdf": f"documentos/{id_}.pdf",
            "paginas": pages(path),
            "sha256": of_file(path),
        }
        for id_, path in impresos.items()
    ]
    return {"pliego": version("pliego"), "entrada": entrada, "documentos": documents}


def inputs(raiz: Path, hoy: date) -> str:
    """The digest of all that a release depends on: the project, the house, the libraries; what git
    keeps of the indicators; the day, where there are acuerdos whose deadline it may pass.
    """
    open_day = hoy.isoformat() if any(raiz.glob("data/*/acuerdos/*/*.yml")) else ""
    folders = [raiz / "data", raiz / "content", _components(raiz).parent, CASA / "generator"]
    house = _house(raiz, "site")
    installed = sorted(f"{found.name}={found.version}" for found in distributions())
    trees = (of_tree(folder) for folder in (*folders, house / "site"))
    past = repr(sorted(historia(raiz).items()))
    return of_parts([*trees, (house / "mkdocs.yml").read_bytes(), open_day, past, *installed])


def fonts(raiz: Path) -> Path:
    """The folder of the bundled fonts."""
    return _components(raiz) / "fuentes"


def _components(raiz: Path) -> Path:
    return _house(raiz, "layouts") / "layouts" / "_components"


def _house(raiz: Path, folder: str) -> Path:
    """The project, if it has the folder; else the house, whose own serves."""
    return raiz if (raiz / folder).is_dir() else CASA


def _template(fault: TemplateFault, raiz: Path) -> Diagnostic:
    path = Path(fault.file)
    root = next((r for r in (raiz, CASA) if path.is_relative_to(r)), path.parent)
    return diagnose(
        "TIP-002", Span(path.relative_to(root).as_posix(), fault.line), causa=fault.cause
    )
