"""The pages of a document."""

from collections.abc import Iterator

from generator.render.site_hojas import Hoja, key_figures, notes, outline, pruned
from generator.render.site_mapa import Mapa
from generator.render.site_paginas import Pagina
from generator.render.site_publicacion import DocumentoPublicado, InstitucionPublicada


def document_pages(
    mapa: Mapa, institucion: InstitucionPublicada, publicado: DocumentoPublicado
) -> Iterator[Pagina]:
    """The document's home and one page for each section that has its own."""
    documento = publicado.documento
    front = tuple(bloque for parte in documento.partes for bloque in parte.bloques)
    pairs = {par.celda.contenido: par for par in reversed(key_figures(front))}
    loose = tuple(pruned(s) for s in documento.secciones if not s.pagina)
    yield Pagina(
        publicado.ruta,
        "pagina-documento",
        documento.titulo,
        f"{documento.asunto}. Edición {documento.edicion}.",
        {
            "esquema": tuple(outline(seccion) for seccion in documento.secciones),
            "claves": tuple(reversed(pairs.values())),
            "sueltas": loose,
            "notas": tuple(nota for seccion in loose for nota in notes(seccion)),
            "key_figures": key_figures,
        },
        institucion,
        publicado,
        apartado="documentos",
        alza=1,
    )
    sheets = mapa.hojas(publicado)
    for place, hoja in enumerate(sheets):
        before = sheets[place - 1] if place else None
        after = sheets[place + 1] if place + 1 < len(sheets) else None
        yield _section_page(institucion, hoja, before, after)


def _section_page(
    institucion: InstitucionPublicada, hoja: Hoja, before: Hoja | None, after: Hoja | None
) -> Pagina:
    documento, seccion = hoja.publicado.documento, hoja.seccion
    return Pagina(
        hoja.ruta,
        "pagina-seccion",
        f"{seccion.completo} · {documento.titulo}",
        f"{seccion.completo}, en {documento.titulo} del {institucion.siglas}.",
        {
            "hoja": hoja,
            "notas": notes(seccion),
            "anterior": before,
            "siguiente": after,
            "key_figures": key_figures,
        },
        institucion,
        hoja.publicado,
        apartado="documentos",
        alza=1 - seccion.nivel,
    )
