"""Publicación → the pages and files that the site's builder takes (`builder.py`).

Each page is a `.md` file: a YAML heading that names the template and a block of finished HTML,
which both mkdocs and its successor copy byte for byte. Nothing here depends on what a document's
type is called: pages follow the neutral tree and the linked data.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from generator.document.charts import Grafica
from generator.document.nodes import Cifra
from generator.model.institucion import Institucion
from generator.render import datos_archivos
from generator.render.chart import Dibujante
from generator.render.datos_todo import open_data
from generator.render.html import Plantillas, Salida
from generator.render.site_acuerdos import followup_pages
from generator.render.site_buscadores import write_maps
from generator.render.site_cabeza import heading, language
from generator.render.site_citar import ComoCitar, address
from generator.render.site_comparar import comparison_pages
from generator.render.site_datos import data_pages, linked
from generator.render.site_documentos import document_pages
from generator.render.site_fichas import ficha_pages
from generator.render.site_graficas import Graficas
from generator.render.site_indicadores import indicator_pages
from generator.render.site_instituciones import institution_pages
from generator.render.site_listas import catalogue_pages, write_index
from generator.render.site_mapa import Mapa
from generator.render.site_novedades import write_feed
from generator.render.site_objetivos import objective_pages
from generator.render.site_paginas import Pagina, portal_pages
from generator.render.site_presupuesto import budget_pages
from generator.render.site_programacion import perspective_pages
from generator.render.site_publicacion import (
    DocumentoPublicado,
    EdicionPublicada,
    InstitucionPublicada,
    Publicacion,
    Revision,
    TableroPublicado,
)
from generator.render.site_recursos import write_assets
from generator.render.site_tableros import all_boards_page, board_pages, write_boards
from generator.render.site_verificacion import Verificacion
from generator.render.site_vocabulario import vocabulary_pages

__all__ = [
    "DocumentoPublicado",
    "EdicionPublicada",
    "InstitucionPublicada",
    "Publicacion",
    "Revision",
    "SiteFault",
    "TableroPublicado",
    "write",
]


class SiteFault(Exception):
    """The site cannot be made; the argument says why, in Spanish."""


@dataclass(frozen=True)
class Fuentes:
    """The folders the site is made from."""

    sitio: Path
    """site/: paginas/ and recursos/"""
    componentes: Path
    """layouts/_components/"""

    @property
    def plantillas(self) -> Plantillas:
        return Plantillas(self.sitio / "paginas", self.componentes)


def write(
    publicacion: Publicacion, fuentes: Fuentes, docs: Path, datos: Path | None = None
) -> None:
    """Every page and asset of `publicacion` into `docs`, a folder that is empty or absent; its open
    data into `datos`, which no builder has to see or, if it is not said, into `docs` too.

    Raises SiteFault when two pages want the same path, TemplateFault when a template fails.
    """
    docs.mkdir(parents=True, exist_ok=True)
    write_assets(publicacion, fuentes.sitio / "recursos", docs)
    mapa = Mapa(publicacion)
    write_boards(mapa, docs)
    write_index(mapa, docs)
    verificacion = Verificacion(mapa)
    inventario = datos_archivos.write(open_data(verificacion), datos or docs / "datos")
    told = linked(inventario)
    every = (*pages(mapa, verificacion), *data_pages(inventario))
    write_maps(publicacion, every, docs)
    write_feed(publicacion, docs)
    for pagina in every:
        target = docs / pagina.ruta / "index.md"
        if target.exists():
            raise SiteFault(f"dos páginas quieren la dirección «/{pagina.ruta}»")
        target.parent.mkdir(parents=True, exist_ok=True)
        head = heading(pagina, mapa, told.get(pagina.ruta, ""))
        graficas = _charts(pagina, publicacion, fuentes)
        target.write_text(head + _body(pagina, verificacion, fuentes, graficas), "utf-8")
        for name, drawing in graficas.archivos.items() if graficas else ():
            target.with_name(name).write_text(drawing, "utf-8")


def pages(mapa: Mapa, verificacion: Verificacion) -> Iterator[Pagina]:
    """All the pages of the site but those of open data."""
    yield from portal_pages(mapa)
    yield from all_boards_page(mapa)
    yield from catalogue_pages(mapa)
    yield from verificacion.pages()
    for institucion in mapa.publicacion.instituciones:
        yield from institution_pages(mapa, institucion)
        yield from perspective_pages(mapa, institucion)
        yield from objective_pages(mapa, institucion)
        yield from budget_pages(mapa, institucion)
        yield from comparison_pages(mapa, institucion)
        yield from vocabulary_pages(institucion)
        yield from followup_pages(mapa, institucion)
        yield from indicator_pages(mapa, institucion)
        yield from ficha_pages(mapa, institucion)
        yield from board_pages(institucion)
        for publicado in institucion.documentos:
            yield from document_pages(mapa, institucion, publicado)


def _body(
    pagina: Pagina, verificacion: Verificacion, fuentes: Fuentes, graficas: Graficas | None
) -> str:
    """The page's HTML in one block: no blank lines, no backticks, so that Markdown keeps off."""
    mapa = verificacion.mapa
    data = {
        "pagina": pagina,
        "mapa": mapa,
        "verificacion": verificacion,
        "hallazgos": verificacion.de_pagina(pagina),
        "raiz": pagina.raiz,
        "portal": mapa.publicacion.portal,
        "pub": mapa.publicacion,
        "casa": pagina.institucion,
        "publicado": pagina.publicado,
        "idioma": language(pagina, mapa),
        **pagina.datos,
    }
    salida = _output(pagina, mapa, graficas)
    html = fuentes.plantillas.show(f"{pagina.plantilla}.html.j2", salida, data)
    lines = (line.strip() for line in html.replace("`", "&#96;").splitlines())
    return "\n".join(line for line in lines if line) + "\n"


def _output(pagina: Pagina, mapa: Mapa, graficas: Graficas | None) -> Salida:
    """What the components may know; those that need a document are only in a document's pages."""
    institucion, publicado = pagina.institucion, pagina.publicado
    owner = institucion.id if institucion else ""

    def indicator(id_: str) -> str:
        found = mapa.indicador(owner, id_)
        return pagina.raiz + found if found else ""

    def figure(cifra: Cifra) -> str:
        found = mapa.cifra(cifra)
        return pagina.raiz + found if found else ""

    def link(destino: str) -> str:
        if publicado is None or not destino.startswith("#"):
            return destino
        return pagina.raiz + mapa.ancla(publicado, destino[1:])

    return Salida(
        papel=False,
        documento=publicado.documento if publicado else None,
        institucion=institucion.institucion.ficha if institucion else None,
        alza=pagina.alza,
        indicador=indicator,
        cifra=figure,
        enlace=link,
        grafica=graficas.show if graficas else _no_chart,
    )


def _charts(pagina: Pagina, publicacion: Publicacion, fuentes: Fuentes) -> Graficas | None:
    """Those of a page of an institution; their files say whose they are and where they were."""
    if not pagina.institucion:
        return None
    portal, casa = publicacion.portal, pagina.institucion.institucion.ficha
    cited = pagina.datos.get("como_citar")
    if isinstance(cited, ComoCitar):
        return charts(casa, fuentes, f"{cited.texto} {cited.direccion}")
    where = f"{casa.nombre.rstrip('.')}. {portal.nombre}, {address(portal, pagina.ruta)}"
    return charts(casa, fuentes, where)


def charts(institucion: Institucion, fuentes: Fuentes, *pie: str) -> Graficas:
    """What shows a page's charts in the house style of its institution."""
    dibujante = Dibujante(
        fuentes.plantillas,
        fuentes.componentes / "fuentes",
        institucion.identidad,
        institucion.locale,
    )
    return Graficas(dibujante, pie)


def _no_chart(grafica: Grafica) -> Markup:
    raise ValueError(f"la gráfica «{grafica.id}» no es de ninguna institución")
