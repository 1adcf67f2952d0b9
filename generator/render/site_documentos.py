"""The pages of a document."""

from collections.abc import Iterator

from generator.render.site_citar import of_document
from generator.render.site_hojas import Hoja, key_figures, notes, outline, pruned
from generator.render.site_mapa import Mapa
from generator.render.site_paginas import Pagina
from generator.render.site_publicacion import DocumentoPublicado, InstitucionPublicada
from generator.render.site_vocabulario import Vocabulario


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
            "como_citar": of_document(mapa.publicacion.portal, institucion, publicado),
        },
        institucion,
        publicado,
        apartado="documentos",
        guion="acciones",
        alza=1,
    )
    sheets, words = mapa.hojas(publicado), Vocabulario(institucion)
    for place, hoja in enumerate(sheets):
        before = sheets[place - 1] if place else None
        after = sheets[place + 1] if place + 1 < len(sheets) else None
        yield _section_page(mapa, institucion, hoja, (before, after), words)


def _section_page(
    mapa: Mapa,
    institucion: InstitucionPublicada,
    hoja: Hoja,
    around: tuple[Hoja | None, Hoja | None],
    words: Vocabulario,
) -> Pagina:
    documento, seccion = hoja.publicado.documento, hoja.seccion
    marked, found = words.mark(seccion)
    return Pagina(
        hoja.ruta,
        "pagina-seccion",
        f"{seccion.completo} · {documento.titulo}",
        f"{seccion.completo}, en {documento.titulo} del {institucion.siglas}.",
        {
            "hoja": hoja,
            "texto": marked,
            "voces": found,
            "ruta_voces": words.ruta,
            "notas": notes(seccion),
            "anterior": around[0],
            "siguiente": around[1],
            "key_figures": key_figures,
            "como_citar": of_document(mapa.publicacion.portal, institucion, hoja.publicado, hoja),
        },
        institucion,
        hoja.publicado,
        apartado="documentos",
        guion="acciones",
        alza=1 - seccion.nivel,
    )
