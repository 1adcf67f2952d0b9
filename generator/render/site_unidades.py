"""The pages of the units: their list, and what each answers for."""

from collections.abc import Iterator

from generator.model.institucion import UnidadResponsable
from generator.render.site_mapa import Mapa
from generator.render.site_metas import blocks
from generator.render.site_paginas import Pagina, units
from generator.render.site_publicacion import InstitucionPublicada


def unit_pages(mapa: Mapa, institucion: InstitucionPublicada) -> Iterator[Pagina]:
    """The list of the units and one page for each that answers for some indicator."""
    every = units(mapa, institucion)
    shown = tuple(unidad for unidad, count in every if count)
    if not shown:
        return
    yield Pagina(
        f"{institucion.ruta}unidades/",
        "pagina-unidades",
        f"Unidades responsables del {institucion.siglas}",
        f"Qué unidades del {institucion.siglas} responden por sus indicadores.",
        {"unidades": every, "con": len(shown)},
        institucion,
        apartado="instituciones",
    )
    for place, unidad in enumerate(shown):
        around = {
            "anterior": shown[place - 1] if place else None,
            "siguiente": shown[place + 1] if place + 1 < len(shown) else None,
        }
        yield _page(mapa, institucion, unidad, around)


def _page(
    mapa: Mapa,
    institucion: InstitucionPublicada,
    unidad: UnidadResponsable,
    around: dict[str, UnidadResponsable | None],
) -> Pagina:
    indicators = mapa.de_unidad(institucion.id, unidad.id)
    programmed = tuple(blocks(institucion.dependencias.values(), unidad.id))
    shown = {i.id for b in programmed for t in b.tablas for i in t.tabla.indicadores}
    fichas = mapa.fichas_de_unidad(institucion.id, unidad.id)
    return Pagina(
        mapa.unidad(institucion.id, unidad.id),
        "pagina-unidad",
        unidad.nombre,
        f"Indicadores a cargo de {unidad.nombre}, {institucion.siglas}, con sus metas.",
        {
            **around,
            "unidad": unidad,
            "indicadores": tuple(i for i in indicators if i.id not in shown),
            "bloques": programmed,
            "fichas": fichas,
            "cuantos": len(indicators) + len(fichas),
        },
        institucion,
        apartado="indicadores",
    )
