"""Where each figure is printed: document, section, table."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.document.nodes import (
    Bloque,
    Celda,
    Cifra,
    Componente,
    Seccion,
    Tabla,
)
from generator.document.walk import sections
from generator.render.site_hojas import Hoja, inline, short


@dataclass(frozen=True)
class Cita:
    """A place of a document where a figure is printed."""

    documento: str
    pagina: str
    """The section with a page of its own that holds it."""
    seccion: str
    lugar: str
    ruta: str
    destacada: bool
    """Whether it is one of the key figures of its section."""


Citas = dict[str, tuple[Cita, ...]]


def citas(hojas: Iterable[Hoja]) -> Citas:
    """Address of a figure → the places that print it, each once, in reading order."""
    found: dict[str, dict[Cita, None]] = {}
    for hoja in hojas:
        for seccion in sections((hoja.seccion,)):
            for bloque in seccion.bloques:
                for address, key in _addresses(bloque):
                    cita = _quote(hoja, seccion, bloque, key=key)
                    found.setdefault(address, {})[cita] = None
    return {address: tuple(places) for address, places in found.items()}


def _quote(hoja: Hoja, seccion: Seccion, bloque: Bloque, *, key: bool) -> Cita:
    place = "" if isinstance(bloque, Componente) else "En el texto"
    anchor = f"#{seccion.id}" if seccion.id != hoja.seccion.id else ""
    if isinstance(bloque, Tabla):
        place, anchor = f"{bloque.rotulo}. {bloque.titulo}", f"#{bloque.id}"
    title = hoja.publicado.documento.titulo
    page = "" if seccion.id == hoja.seccion.id else short(hoja.seccion)
    return Cita(title, page, short(seccion), place, hoja.ruta + anchor, key)


def _figures(bloque: Bloque) -> Iterator[tuple[Cifra, bool]]:
    if isinstance(bloque, Tabla):
        yield from ((c, False) for row in bloque.todas for c in _in_cells(row))
    if isinstance(bloque, Tabla | Componente):
        yield from ((c, True) for c in _in_cells(p.celda for p in bloque.pares))
    yield from ((linea, False) for linea in inline(bloque) if isinstance(linea, Cifra))


def _addresses(bloque: Bloque) -> Iterator[tuple[str, bool]]:
    for cifra, key in _figures(bloque):
        yield cifra.direccion, key
        yield from ((part, False) for part in cifra.partes)
    if isinstance(bloque, Componente):
        yield from ((address, False) for address in bloque.cifras)


def _in_cells(cells: Iterable[Celda]) -> Iterator[Cifra]:
    return (c.contenido for c in cells if isinstance(c.contenido, Cifra))
