"""Where each figure is printed: document, section, table or paragraph."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.document.nodes import (
    Bloque,
    Celda,
    Cifra,
    Componente,
    Cuadricula,
    Linea,
    Lista,
    Parrafo,
    Prosa,
    Seccion,
    Subtitulo,
    Tabla,
)
from generator.document.nodes import Cita as CitaImpresa
from generator.document.walk import plain_text, sections
from generator.render.site_hojas import Hoja, inline, short

PALABRAS = 6
"""How many words of a paragraph name it."""
COMILLAS = str.maketrans("«»", "“”")
"""Those of a quotation inside another."""


@dataclass(frozen=True)
class Lugar:
    """A place of a document where a figure is printed."""

    documento: str
    pagina: str
    """The section with a page of its own that holds it."""
    seccion: str
    lugar: str
    ruta: str
    destacada: bool
    """Whether it is one of the key figures of its section."""

    @property
    def corto(self) -> str:
        """Its words, without a table's title."""
        return self.lugar if self.en_texto else self.lugar.partition(".")[0]

    @property
    def en_texto(self) -> bool:
        return self.lugar.startswith("en ")


@dataclass(frozen=True)
class Cita:
    """A page and place of the site that cites a figure, with every spot of it that does."""

    lugar: Lugar
    puntos: tuple[Lugar, ...]


Citas = dict[str, tuple[Lugar, ...]]


@dataclass(frozen=True)
class Pasaje:
    """A paragraph of the narrative: how it is named, its words and its figures."""

    lugar: str
    texto: str
    cifras: tuple[Cifra, ...]


@dataclass(frozen=True)
class _Uso:
    """A figure that a block prints or computes with, and the words of its place in the block."""

    direccion: str
    lugar: str
    destacada: bool = False


def citas(hojas: Iterable[Hoja]) -> Citas:
    """Address of a figure → the places that print it, each once, in reading order."""
    found: dict[str, dict[Lugar, None]] = {}
    for hoja in hojas:
        for seccion in sections((hoja.seccion,)):
            for bloque in seccion.bloques:
                for uso in _uses(bloque):
                    place = _quote(hoja, seccion, bloque, uso)
                    found.setdefault(uso.direccion, {})[place] = None
    return {address: tuple(places) for address, places in found.items()}


def by_place(lugares: Iterable[Lugar]) -> tuple[Cita, ...]:
    """The same places, those of one address of the site together."""
    found: dict[str, dict[Lugar, None]] = {}
    for lugar in lugares:
        found.setdefault(lugar.ruta, {})[lugar] = None
    return tuple(Cita(next(iter(places)), tuple(places)) for places in found.values())


def _quote(hoja: Hoja, seccion: Seccion, bloque: Bloque, uso: _Uso) -> Lugar:
    anchor = f"#{seccion.id}" if seccion.id != hoja.seccion.id else ""
    if isinstance(bloque, Tabla):
        anchor = f"#{bloque.id}"
    title = hoja.publicado.documento.titulo
    page = "" if seccion.id == hoja.seccion.id else short(hoja.seccion)
    return Lugar(title, page, short(seccion), uso.lugar, hoja.ruta + anchor, uso.destacada)


def _uses(bloque: Bloque) -> Iterator[_Uso]:
    if isinstance(bloque, Tabla):
        place = f"{bloque.rotulo}. {bloque.titulo}"
        yield from (_Uso(c.direccion, place) for row in bloque.todas for c in _in_cells(row))
        yield from (_Uso(c.direccion, place, destacada=True) for c in _in_pairs(bloque))
    elif isinstance(bloque, Componente):
        yield from (_Uso(c.direccion, "", destacada=True) for c in _in_pairs(bloque))
        yield from (_Uso(address, "") for address in bloque.cifras)
    else:
        for pasaje in passages(bloque):
            for cifra in pasaje.cifras:
                if not cifra.partes:
                    yield _Uso(cifra.direccion, pasaje.lugar)
                yield from (_Uso(part, f"{pasaje.lugar}, en un cálculo") for part in cifra.partes)


def passages(bloque: Prosa) -> Iterator[Pasaje]:
    """The paragraphs of a block of narrative, in order."""
    match bloque:
        case Parrafo():
            name = f"en el párrafo que empieza «{beginning(bloque.hijos)}»"
            yield Pasaje(name, plain_text(bloque.hijos), _figures(bloque))
        case Subtitulo():
            title = plain_text(bloque.hijos)
            yield Pasaje(f"en el subtítulo «{title}»", title, _figures(bloque))
        case Lista():
            for item in bloque.elementos:
                yield _together("en el punto que empieza", item)
        case CitaImpresa():
            yield _together("en la cita que empieza", bloque.bloques)
        case Cuadricula():
            cells = (cell for row in (bloque.encabezado, *bloque.filas) for cell in row)
            words = " ".join(plain_text(cell) for cell in cells)
            yield Pasaje("en la tabla del texto", words, _figures(bloque))


def _together(name: str, bloques: tuple[Prosa, ...]) -> Pasaje:
    """Several blocks as one passage, named by its first paragraph."""
    inner = [pasaje for bloque in bloques for pasaje in passages(bloque)]
    head = next((beginning(b.hijos) for b in bloques if isinstance(b, Parrafo)), "…")
    figures = tuple(cifra for pasaje in inner for cifra in pasaje.cifras)
    return Pasaje(f"{name} «{head}»", " ".join(pasaje.texto for pasaje in inner), figures)


def beginning(hijos: tuple[Linea, ...]) -> str:
    """The first words of a paragraph, as printed."""
    words = plain_text(hijos).translate(COMILLAS).split()
    text = " ".join(words[:PALABRAS]).rstrip(".:;,")
    text += "…" if len(words) > PALABRAS else ""
    return text + "”" * (text.count("“") - text.count("”"))


def _figures(bloque: Prosa) -> tuple[Cifra, ...]:
    return tuple(linea for linea in inline(bloque) if isinstance(linea, Cifra))


def _in_pairs(bloque: Tabla | Componente) -> Iterator[Cifra]:
    return _in_cells(par.celda for par in bloque.pares)


def _in_cells(cells: Iterable[Celda]) -> Iterator[Cifra]:
    return (c.contenido for c in cells if isinstance(c.contenido, Cifra))
