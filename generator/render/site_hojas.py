"""How a document is cut into pages: one for each section that asks for it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.base.span import Span
from generator.document.nodes import (
    Bloque,
    Cifra,
    Componente,
    Enlace,
    Linea,
    Lista,
    Llamada,
    Par,
    Parrafo,
    Prosa,
    Seccion,
    Subtitulo,
    Tabla,
    Texto,
)
from generator.document.walk import in_block, sections
from generator.render.site_publicacion import DocumentoPublicado


@dataclass(frozen=True)
class Hoja:
    """A section with its own page."""

    publicado: DocumentoPublicado
    seccion: Seccion
    """As its page shows it: without the sections that have a page of their own."""
    camino: tuple[Seccion, ...]
    """The sections above it that have a page."""
    hijas: tuple[Seccion, ...]
    """The nearest sections below it that have a page and that no heading of it lists."""
    abiertas: tuple[str, ...] = ()
    """Ids of every section above it, and its own: what a menu shows open."""

    @property
    def ruta(self) -> str:
        """Its page; that of its document, if it has none."""
        if not self.seccion.pagina:
            return self.publicado.ruta
        return f"{self.publicado.documento.id}/{self.seccion.id}/"


def sheets(publicado: DocumentoPublicado) -> Iterator[Hoja]:
    """The pages of a document's sections, parents before children."""
    for seccion in publicado.documento.secciones:
        yield from _sheets(publicado, seccion, (), ())


def loose(publicado: DocumentoPublicado) -> Iterator[Hoja]:
    """The sections without a page, which the document's home shows."""
    for seccion in publicado.documento.secciones:
        if not seccion.pagina:
            yield Hoja(publicado, pruned(seccion), (), ())


def _sheets(
    publicado: DocumentoPublicado,
    seccion: Seccion,
    above: tuple[Seccion, ...],
    over: tuple[str, ...],
) -> Iterator[Hoja]:
    over = (*over, seccion.id)
    if seccion.pagina:
        yield Hoja(publicado, pruned(seccion), above, tuple(_nearest(seccion)), over)
        above = (*above, seccion)
    for hija in seccion.secciones:
        yield from _sheets(publicado, hija, above, over)


def pruned(seccion: Seccion) -> Seccion:
    """The section without those below it that have a page of their own; a heading that would be
    left with nothing lists them.
    """
    kept = (_listed(hija) for hija in seccion.secciones if not hija.pagina)
    return replace(seccion, secciones=tuple(kept))


def _listed(seccion: Seccion) -> Seccion:
    if not _only_pages(seccion):
        return pruned(seccion)
    links = (Enlace(f"#{h.id}", (Texto(h.completo),), Span("")) for h in seccion.secciones)
    items = tuple((Parrafo((link,)),) for link in links)
    return replace(seccion, bloques=(Lista(ordenada=False, elementos=items),), secciones=())


def _only_pages(seccion: Seccion) -> bool:
    return not seccion.bloques and all(hija.pagina for hija in seccion.secciones)


def _nearest(seccion: Seccion) -> Iterator[Seccion]:
    for hija in seccion.secciones:
        if hija.pagina:
            yield hija
        elif not _only_pages(hija):
            yield from _nearest(hija)


def short(seccion: Seccion) -> str:
    """A section's name for menus: what hangs before its title, when that names it alone."""
    return seccion.rotulo if seccion.rotulo and not seccion.numero else seccion.completo


@dataclass(frozen=True)
class Entrada:
    """A line of a document's outline."""

    seccion: Seccion
    menores: tuple[Seccion, ...]
    """The sections below it that have neither number nor label nor page."""
    hijas: tuple["Entrada", ...]


def outline(seccion: Seccion) -> Entrada:
    """The section with what hangs from it; what a minor section holds goes up to its parent."""
    minor = tuple(h for h in seccion.secciones if not (h.numero or h.rotulo or h.pagina))
    inner = (outline(h) for h in seccion.secciones)
    lines = (e.hijas if e.seccion in minor else (e,) for e in inner)
    return Entrada(seccion, minor, tuple(entrada for line in lines for entrada in line))


def ids(seccion: Seccion) -> set[str]:
    """The ids of a page: its sections and the headings of their narrative."""
    inner = list(sections((seccion,)))
    titles = {b.id for s in inner for b in s.bloques if isinstance(b, Subtitulo)}
    return {s.id for s in inner} | titles


def key_figures(bloques: tuple[object, ...]) -> tuple[Par, ...]:
    """The pairs with a figure that the blocks state."""
    pairs = (p for b in bloques if isinstance(b, Tabla | Componente) for p in b.pares)
    return tuple(p for p in pairs if isinstance(p.celda.contenido, Cifra))


def notes(seccion: Seccion) -> tuple[Llamada, ...]:
    """The notes called from a page, in order."""
    every = (linea for s in sections((seccion,)) for b in s.bloques for linea in inline(b))
    return tuple(linea for linea in every if isinstance(linea, Llamada))


def inline(bloque: Bloque) -> list[Linea]:
    """Every inline node of a block of narrative, notes included."""
    seen: list[Linea] = []

    def look(linea: Linea) -> Linea:
        seen.append(linea)
        return linea

    if isinstance(bloque, Prosa):
        in_block(bloque, look)
    return seen
