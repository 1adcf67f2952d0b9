"""What search engines read: the list of every page and PDF (sitemaps.org) and robots.txt.

Both want whole addresses, so without one in data/portal.yml there is neither.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.render.site_paginas import Pagina
from generator.render.site_publicacion import Publicacion

NORMA = "http://www.sitemaps.org/schemas/sitemap/0.9"
POR_MAPA = 50_000
"""Addresses that the norm admits in a file."""
Lugar = tuple[str, str]
"""A path from the root, and the day of the edition it shows, if any."""


def write_maps(publicacion: Publicacion, paginas: Iterable[Pagina], docs: Path) -> None:
    """robots.txt, sitemap.xml and the lists it names, into `docs`."""
    base = publicacion.portal.direccion
    if not base:
        return
    places = tuple(_places(publicacion, paginas))
    lists = [places[start : start + POR_MAPA] for start in range(0, len(places), POR_MAPA)]
    for number, own in enumerate(lists, 1):
        _write(docs / f"sitemap-{number}.xml", "urlset", "url", base, own)
    names = [(f"sitemap-{number}.xml", "") for number, _ in enumerate(lists, 1)]
    _write(docs / "sitemap.xml", "sitemapindex", "sitemap", base, names)
    (docs / "robots.txt").write_text(f"User-agent: *\nAllow: /\nSitemap: {base}sitemap.xml\n")


def _places(publicacion: Publicacion, paginas: Iterable[Pagina]) -> Iterator[Lugar]:
    for pagina in paginas:
        yield pagina.ruta, pagina.publicado.documento.fecha if pagina.publicado else ""
    for _, publicado in publicacion.ediciones:
        yield publicado.ruta_pdf, publicado.documento.fecha


def _write(path: Path, whole: str, each: str, base: str, places: Iterable[Lugar]) -> None:
    root = Element(whole, xmlns=NORMA)
    for ruta, dia in places:
        item = SubElement(root, each)
        SubElement(item, "loc").text = f"{base}{ruta}"
        if dia:
            SubElement(item, "lastmod").text = dia
    indent(root, " ")
    path.write_bytes(tostring(root, "utf-8", xml_declaration=True) + b"\n")
