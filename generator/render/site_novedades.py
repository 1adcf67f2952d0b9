"""The editions as an Atom feed (RFC 4287), for whoever follows what is published.

Every date is that of an edition, never the clock's: the same data give the same bytes. An edition
keeps its id wherever the site moves, so that no reader shows it twice.
"""

from pathlib import Path
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.render.site_citar import edition
from generator.render.site_publicacion import (
    DocumentoPublicado,
    InstitucionPublicada,
    Publicacion,
)

NOVEDADES = "novedades.xml"
ULTIMAS = 50
"""Editions that it tells; the rest are in the site."""
MEDIODIA = "T12:00:00Z"
"""The hour of an edition that only has a day: everywhere in America it is still that day."""


def write_feed(publicacion: Publicacion, docs: Path) -> None:
    """The feed into `docs`; without editions there is nothing to follow."""
    if publicacion.ediciones:
        (docs / NOVEDADES).write_bytes(feed(publicacion))


def feed(publicacion: Publicacion) -> bytes:
    """The latest editions, which there must be, the newest first."""
    portal, latest = publicacion.portal, publicacion.ediciones[:ULTIMAS]
    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "es"})
    _say(root, "id", _name(f"portal/{portal.nombre}"))
    _say(root, "title", f"Novedades de {portal.nombre}")
    _say(root, "subtitle", "Las ediciones de los documentos, la más reciente primero.")
    _say(root, "updated", f"{latest[0][1].documento.fecha}{MEDIODIA}")
    _say(SubElement(root, "author"), "name", portal.nombre)
    if portal.direccion:
        SubElement(root, "link", rel="self", href=f"{portal.direccion}{NOVEDADES}")
    SubElement(root, "link", rel="alternate", type="text/html", href=portal.direccion or "./")
    for institucion, publicado in latest:
        root.append(_entry(portal.direccion or "", institucion, publicado))
    indent(root, " ")
    return bytes(tostring(root, "utf-8", xml_declaration=True)) + b"\n"


def _entry(base: str, institucion: InstitucionPublicada, publicado: DocumentoPublicado) -> Element:
    """An edition; `base` is where the site is, or nothing: links are then relative to the feed."""
    documento, casa = publicado.documento, institucion.institucion.ficha
    entry = Element("entry", {"xml:lang": documento.idioma})
    _say(entry, "id", _name(f"{documento.id}/{documento.edicion}"))
    _say(entry, "title", f"{institucion.siglas}: {documento.titulo}")
    _say(entry, "updated", f"{documento.fecha}{MEDIODIA}")
    _say(SubElement(entry, "author"), "name", casa.nombre)
    SubElement(entry, "category", term=institucion.id, label=institucion.siglas)
    SubElement(entry, "link", rel="alternate", type="text/html", href=f"{base}{publicado.ruta}")
    SubElement(
        entry,
        "link",
        rel="enclosure",
        type="application/pdf",
        href=f"{base}{publicado.ruta_pdf}",
        length=str(publicado.tamano),
    )
    _say(entry, "summary", _summary(publicado))
    return entry


def _summary(publicado: DocumentoPublicado) -> str:
    documento, said = publicado.documento, edition(publicado)
    words = [documento.asunto.rstrip("."), f"{said[0].upper()}{said[1:]}"]
    words += [f"Aprobado: {documento.aprobacion.rstrip('.')}"] if documento.aprobacion else []
    words += ["Borrador, sin validez oficial"] if documento.borrador else []
    return ". ".join(words) + "."


def _say(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _name(what: str) -> str:
    """An id that depends only on what it names."""
    return uuid5(NAMESPACE_URL, f"pliego:{what}").urn
