"""Ways to walk the neutral tree."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from generator.document.nodes import (
    Bloque,
    Cita,
    Cuadricula,
    Document,
    Enfasis,
    Enlace,
    Fuerte,
    Inserto,
    Linea,
    Lista,
    Llamada,
    Parrafo,
    Prosa,
    Seccion,
    Subtitulo,
    Tabla,
)

Cambio = Callable[[Linea], Linea]


def in_line(hijos: tuple[Linea, ...], change: Cambio) -> tuple[Linea, ...]:
    """Each inline node changed, from the outside in."""
    return tuple(_inside(change(hijo), change) for hijo in hijos)


def _inside(linea: Linea, change: Cambio) -> Linea:
    if isinstance(linea, Enfasis | Fuerte | Enlace | Llamada):
        return replace(linea, hijos=in_line(linea.hijos, change))
    return linea


def in_block(bloque: Prosa, change: Cambio) -> Prosa:
    """A block of narrative with every inline node changed, in reading order."""
    match bloque:
        case Parrafo() | Subtitulo():
            return replace(bloque, hijos=in_line(bloque.hijos, change))
        case Lista():
            items = tuple(in_blocks(item, change) for item in bloque.elementos)
            return replace(bloque, elementos=items)
        case Inserto():
            return bloque
        case Cita():
            blocks = in_blocks(bloque.bloques, change)
            return replace(bloque, bloques=blocks, fuente=in_line(bloque.fuente, change))
        case Cuadricula():
            head = tuple(in_line(cell, change) for cell in bloque.encabezado)
            rows = tuple(tuple(in_line(c, change) for c in row) for row in bloque.filas)
            return replace(bloque, encabezado=head, filas=rows)


def in_blocks(bloques: tuple[Prosa, ...], change: Cambio) -> tuple[Prosa, ...]:
    return tuple(in_block(bloque, change) for bloque in bloques)


def sections(secciones: tuple[Seccion, ...]) -> Iterator[Seccion]:
    """Every section, parents before children, in reading order."""
    for seccion in secciones:
        yield seccion
        yield from sections(seccion.secciones)


def blocks(document: Document) -> Iterator[Bloque]:
    for parte in document.partes:
        yield from parte.bloques
    for seccion in sections(document.secciones):
        yield from seccion.bloques


def links(document: Document) -> Iterator[Enlace]:
    """Every link of the narrative."""
    found: list[Enlace] = []

    def keep(linea: Linea) -> Linea:
        if isinstance(linea, Enlace):
            found.append(linea)
        return linea

    in_blocks(tuple(b for b in blocks(document) if isinstance(b, Prosa)), keep)
    return iter(found)


def anchors(document: Document) -> list[str]:
    """The ids that a link may lead to: sections, and headings of the narrative."""
    titles = [b.id for b in blocks(document) if isinstance(b, Subtitulo)]
    return [seccion.id for seccion in sections(document.secciones)] + titles


def tables(document: Document) -> Iterator[Tabla]:
    return (bloque for bloque in blocks(document) if isinstance(bloque, Tabla))


def plain_text(hijos: tuple[Linea, ...]) -> str:
    """The words of inline nodes, without notes."""
    words = []
    for hijo in hijos:
        if isinstance(hijo, Enfasis | Fuerte | Enlace):
            words.append(plain_text(hijo.hijos))
        elif not isinstance(hijo, Llamada):
            words.append(getattr(hijo, "texto", " "))
    return "".join(words)
