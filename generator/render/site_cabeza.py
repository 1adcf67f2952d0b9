"""The heading of a page's source: what the theme tells of it to browsers and search engines."""

import json

from generator.render.site_citar import address
from generator.render.site_mapa import Mapa
from generator.render.site_paginas import Pagina
from generator.render.site_publicacion import Publicacion


def heading(pagina: Pagina, mapa: Mapa, enlazados: str) -> str:
    """The YAML heading; JSON strings are YAML. `enlazados` tells of its data to machines."""
    publicacion = mapa.publicacion
    portal, idioma = publicacion.portal, language(pagina, mapa)
    values = {
        "template": "pl.html",
        "title": _title(pagina, publicacion),
        "description": pagina.descripcion,
        "idioma": idioma,
        "region": idioma.replace("-", "_"),
        "institucion": pagina.institucion.id if pagina.institucion else "",
        "apartado": pagina.apartado,
        "plantilla": pagina.plantilla,
        "guion": pagina.guion,
        "canonica": address(portal, pagina.ruta) if portal.direccion else "",
        "novedades": "sí" if publicacion.ediciones else "",
        "banda_clara": publicacion.banda.claro,
        "banda_oscura": publicacion.banda.oscuro,
        "enlazados": enlazados,
    }
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in values.items())
    return "\n".join(["---", *lines, "---", "", ""])


def _title(pagina: Pagina, publicacion: Publicacion) -> str:
    """The page's; where several institutions publish, with whose it is: their units share names."""
    casa = pagina.institucion
    if casa is None or publicacion.sola or pagina.ruta == casa.ruta or casa.siglas in pagina.titulo:
        return pagina.titulo
    return f"{pagina.titulo} · {casa.siglas}"


def language(pagina: Pagina, mapa: Mapa) -> str:
    """That of the page's institution; of the portal's pages, the one that all of them share."""
    own = (pagina.institucion,) if pagina.institucion else mapa.publicacion.instituciones
    locales = {each.institucion.ficha.locale for each in own}
    return locales.pop().replace("_", "-") if len(locales) == 1 else "es"
