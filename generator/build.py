"""The corridor: the only file that knows the order of the walk.

    bytes → Proyecto → Registro → resolved narrative → diagnostics → Document → PDF · site

`examine` walks up to the Document and returns every problem at once; `build` goes on to a
published release only when there is no error. Until the last step nothing the readers see
changes.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import distributions, version
from pathlib import Path

from generator import publish
from generator.base.diagnostic import Diagnostic, consequence, diagnose, has_errors, in_order, near
from generator.base.digest import of_file, of_parts, of_tree
from generator.base.span import Span
from generator.cache import Store
from generator.check.todo import Todo
from generator.compose.document import Material, compose
from generator.derive.figures import register
from generator.derive.links import link
from generator.document.nodes import Document
from generator.model.enlazado import InstitucionEnlazada
from generator.model.proyecto import DocumentoLeido, InstitucionLeida, Proyecto, TipoLeido
from generator.model.registro import Registro
from generator.narrate.resolve import resolve
from generator.read.project import Lectura, load
from generator.render import builder, pdf, site
from generator.render.html import TemplateFault
from generator.seam import reglas

CASA = Path(__file__).resolve().parent.parent
"""The house itself: its layouts/ and site/ serve projects that have none."""

Avisar = Callable[[str], None]


@dataclass(frozen=True)
class Obra:
    """One document, composed, with what its renderers take."""

    documento: Document
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

    @property
    def lineas(self) -> Mapping[str, tuple[str, ...]]:
        return self.proyecto.lineas


@dataclass(frozen=True)
class Archivo:
    """A file that a build leaves for its user."""

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


class _Stop(Exception):
    """A renderer cannot go on; carries why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


def examine(raiz: Path) -> Examen:
    """Reads, derives, narrates, checks and composes the project at `raiz`."""
    lectura = load(raiz, CASA)
    registro = register(lectura.proyecto)
    enlazadas = link(lectura.proyecto, registro)
    todo = Todo(lectura.proyecto, registro, lectura.proyecto.lineas, _fonts(raiz))
    found = [*lectura.diagnostics, *(d for _, rule in reglas() for d in rule(todo))]
    obras = []
    for leida, enlazada in zip(lectura.proyecto.instituciones, enlazadas, strict=True):
        for documento in leida.documentos:
            obra, problems = _work(lectura, registro, leida, enlazada, documento)
            found += problems
            obras += [obra] if obra else []
    if not lectura.completa:
        found = [d for d in found if not consequence(d)]
    return Examen(lectura.proyecto, registro, enlazadas, tuple(obras), tuple(in_order(found)))


def _work(
    lectura: Lectura,
    registro: Registro,
    leida: InstitucionLeida,
    enlazada: InstitucionEnlazada,
    documento: DocumentoLeido,
) -> tuple[Obra | None, list[Diagnostic]]:
    problems: list[Diagnostic] = []
    narrativas = {}
    for name, path in documento.narrativas.items():
        blocks = lectura.narrativas.get(path, ())
        narrativas[name], more = resolve(blocks, registro, leida.id)
        problems += more
    tipo = lectura.proyecto.tipos.get(documento.declarado.valor.tipo)
    if tipo is None:
        return None, problems
    composed, more = compose(Material(documento, tipo, enlazada, registro, narrativas))
    if documento.declarado.reparado:
        more = [d for d in more if not consequence(d)]
    work = Obra(composed, leida, enlazada, tipo) if composed else None
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
    except _Stop as stop:
        return Construido(examen, (*examen.diagnostics, stop.diagnostic))


def _release(examen: Examen, salida: Path, avisar: Avisar) -> Construido:
    entrada = _input(examen.proyecto.raiz)
    with publish.workshop(salida) as taller:
        before = publish.current(salida)
        if before is None or before.get("entrada") != entrada:
            impresos = {o.documento.id: _print(o, examen, taller / "pdf", avisar) for o in examen.obras}
            _site(examen, impresos, taller, avisar)
            avisar("Publicar")
            publish.publish(taller / "sitio", salida, _facts(impresos, entrada))
        return _published(examen, salida, sin_cambios=before is not None and before.get("entrada") == entrada)


def _print(obra: Obra, examen: Examen, folder: Path, avisar: Avisar) -> Path:
    """The document's PDF, laid out or taken from the store."""
    avisar(f"Componer el PDF de {obra.documento.id}")
    store = Store(examen.proyecto.raiz / ".pliego" / "cache")
    images = obra.leida.imagenes
    try:
        impresion = pdf.prepare(
            obra.documento, obra.enlazada.ficha, obra.tipo.carpeta, _components(obra.tipo), images
        )
        data = store.get(impresion.huella) or pdf.render(impresion)
    except TemplateFault as fault:
        raise _Stop(_template(fault, obra.tipo.carpeta.parent.parent)) from fault
    except pdf.PdfFault as fault:
        place = obra.leida.documentos[0].declarado.span("titulo")
        raise _Stop(diagnose("PDF-001", place, causa=fault)) from fault
    store.put(impresion.huella, data)
    path = folder / f"{obra.documento.id}.pdf"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def _site(examen: Examen, impresos: Mapping[str, Path], taller: Path, avisar: Avisar) -> None:
    avisar("Escribir las páginas del sitio")
    casa = _house(examen.proyecto.raiz, "site")
    try:
        site.write(_publication(examen, impresos), taller / "paginas", casa / "site", _shared(examen))
        avisar("Construir el sitio y su buscador")
        builder.build(casa / "mkdocs.yml", taller / "paginas", taller / "sitio")
    except TemplateFault as fault:
        raise _Stop(_template(fault, casa)) from fault
    except builder.SiteFault as fault:
        raise _Stop(diagnose("SIT-001", Span("mkdocs.yml"), causa=fault)) from fault
    except builder.SearchFault as fault:
        raise _Stop(diagnose("SIT-002", Span("site/"), causa=fault)) from fault


def _publication(examen: Examen, impresos: Mapping[str, Path]) -> site.Publicacion:
    instituciones = []
    for leida, enlazada in zip(examen.proyecto.instituciones, examen.enlazadas, strict=True):
        documentos = tuple(
            site.DocumentoPublicado(o.documento, impresos[o.documento.id], pdf.pages(impresos[o.documento.id]))
            for o in examen.obras
            if o.leida is leida
        )
        instituciones.append(site.InstitucionPublicada(enlazada, documentos, leida.imagenes))
    assert examen.proyecto.portal is not None
    return site.Publicacion(examen.proyecto.portal.valor, tuple(instituciones), examen.registro)


def _proofs(examen: Examen, folder: Path, avisar: Avisar, elegidos: tuple[str, ...]) -> Construido:
    works = {obra.documento.id: obra for obra in examen.obras}
    for name in elegidos:
        if name not in works:
            data = {"documento": name, "cerca": near(name, works), "posibles": ", ".join(works)}
            raise _Stop(diagnose("PRY-002", Span("content"), **data))
    files = tuple(_file(_print(works[name], examen, folder, avisar)) for name in elegidos)
    return Construido(examen, examen.diagnostics, files)


def _published(examen: Examen, salida: Path, *, sin_cambios: bool) -> Construido:
    home = salida / "actual" / "index.html"
    pdfs = [salida / "actual" / "documentos" / f"{obra.documento.id}.pdf" for obra in examen.obras]
    files = (*(_file(path) for path in pdfs), Archivo(home, home.stat().st_size, 0))
    return Construido(examen, examen.diagnostics, files, sin_cambios)


def _file(path: Path) -> Archivo:
    return Archivo(path, path.stat().st_size, pdf.pages(path))


def _facts(impresos: Mapping[str, Path], entrada: str) -> dict[str, object]:
    documents = [
        {"documento": id_, "pdf": f"documentos/{id_}.pdf", "sha256": of_file(p), "paginas": pdf.pages(p)}
        for id_, p in impresos.items()
    ]
    return {"pliego": version("pliego"), "entrada": entrada, "documentos": documents}


def _input(raiz: Path) -> str:
    """The digest of all that a release depends on: the project's files, the house, the versions."""
    folders = [raiz / "data", raiz / "content", _house(raiz, "layouts") / "layouts"]
    folders += [_house(raiz, "site") / "site", CASA / "generator"]
    installed = sorted(f"{d.name}={d.version}" for d in distributions())
    mkdocs = (_house(raiz, "site") / "mkdocs.yml").read_bytes()
    return of_parts([*(of_tree(folder) for folder in folders), mkdocs, *installed])


def _house(raiz: Path, folder: str) -> Path:
    """The project, if it has the folder; else the house, whose own serves."""
    return raiz if (raiz / folder).is_dir() else CASA


def _fonts(raiz: Path) -> Path:
    return _house(raiz, "layouts") / "layouts" / "_components" / "fuentes"


def _components(tipo: TipoLeido) -> Path:
    return tipo.carpeta.parent / "_components"


def _shared(examen: Examen) -> Path:
    return _house(examen.proyecto.raiz, "layouts") / "layouts" / "_components"


def _template(fault: TemplateFault, raiz: Path) -> Diagnostic:
    path = Path(fault.file)
    name = path.relative_to(raiz).as_posix() if path.is_relative_to(raiz) else path.name
    return diagnose("TIP-002", Span(name, fault.line), causa=fault.cause)
