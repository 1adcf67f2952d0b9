"""The pages of each institution: its home and those of its units."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from generator.base.numbers import rounded
from generator.model.enlazado import ActividadEnlazada, InstrumentoEnlazado
from generator.render.site_cifras import figure_pages
from generator.render.site_mapa import Mapa
from generator.render.site_paginas import Pagina, currency, units
from generator.render.site_publicacion import InstitucionPublicada

CLASES = {
    "agenda-internacional": "Agenda internacional",
    "plan-nacional": "Plan nacional",
    "plan-estatal": "Plan estatal",
    "programa-sectorial": "Programa sectorial",
    "programa-institucional": "Programa institucional",
}
"""How each class of planning instrument is announced."""

TOTALES = (
    ("presupuesto", "", "millones"),
    ("programas", "programas presupuestarios", ""),
    ("actividades", "actividades o proyectos", ""),
    ("indicadores", "indicadores con meta", ""),
    ("unidades", "unidades responsables", ""),
)

RECUENTOS = (
    ("objetivos", "objetivos"),
    ("estrategias", "estrategias"),
    ("fichas", "indicadores con ficha"),
)


def institution_pages(mapa: Mapa, institucion: InstitucionPublicada) -> Iterator[Pagina]:
    """The institution's home, its units and its lists of figures."""
    ficha = institucion.institucion.ficha
    subjects = "presupuesto" if institucion.institucion.programas else "objetivos"
    yield Pagina(
        institucion.ruta,
        "pagina-institucion",
        ficha.nombre,
        f"{ficha.siglas}. {ficha.descripcion}: documentos, {subjects}, indicadores y unidades.",
        {
            "totales": tuple(_totals(mapa, institucion)),
            "partidas": tuple(_budget(institucion)),
            "instrumentos": _instruments(institucion),
            "unidades": units(mapa, institucion),
            "clases": CLASES,
        },
        institucion,
        apartado="instituciones",
    )
    yield from _unit_pages(mapa, institucion)
    yield from figure_pages(mapa, institucion)


def _totals(mapa: Mapa, institucion: InstitucionPublicada) -> Iterator[Mapping[str, str]]:
    """The totals of the year's budget; without one, those of the instruments with fichas."""
    for address, label, form in _addresses(institucion):
        if cifra := mapa.publicacion.registro.cifras.get(f"{institucion.id}.{address}"):
            number, _, unit = cifra.texto(form).partition("\N{NO-BREAK SPACE}")
            words = label or f"{unit} de {currency(cifra)} de presupuesto"
            yield {"numero": number, "rotulo": words, "ruta": mapa.cifra(cifra)}


def _addresses(institucion: InstitucionPublicada) -> Iterator[tuple[str, str, str]]:
    if institucion.institucion.programas:
        year = institucion.ejercicio
        yield from ((f"poa.{what}.{year}", label, form) for what, label, form in TOTALES)
        return
    for id_, instrumento in institucion.institucion.instrumentos.items():
        if instrumento.fichas:
            yield from ((f"inst.{id_}.{what}", label, "") for what, label in RECUENTOS)


def _budget(institucion: InstitucionPublicada) -> Iterator[Mapping[str, object]]:
    """The year's programmes; each activity with its share of the largest one."""
    programmes = institucion.institucion.programas.get(institucion.ejercicio, ())
    activities = [a for p in programmes for a in p.actividades]
    largest = max((a.presupuesto.fraccion for a in activities), default=Fraction(1))
    for programme in programmes:
        yield {
            "programa": programme,
            "actividades": tuple((a, _share(a, largest)) for a in programme.actividades),
        }


def _share(actividad: ActividadEnlazada, largest: Fraction) -> str:
    """The length of its bar, 0 to 600."""
    part = actividad.presupuesto.fraccion / (largest or 1)
    return str(rounded(part * 600, 1))


def _instruments(institucion: InstitucionPublicada) -> tuple[InstrumentoEnlazado, ...]:
    """Those with objectives first."""
    every = institucion.institucion.instrumentos.values()
    return tuple(sorted(every, key=lambda i: (not i.objetivos, i.titulo)))


def _unit_pages(mapa: Mapa, institucion: InstitucionPublicada) -> Iterator[Pagina]:
    for unidad in institucion.institucion.unidades.values():
        indicators = mapa.de_unidad(institucion.id, unidad.id)
        fichas = mapa.fichas_de_unidad(institucion.id, unidad.id)
        if indicators or fichas:
            yield Pagina(
                mapa.unidad(institucion.id, unidad.id),
                "pagina-unidad",
                unidad.nombre,
                f"Indicadores a cargo de {unidad.nombre}, {institucion.siglas}, con sus metas.",
                {"unidad": unidad, "indicadores": indicators, "fichas": fichas},
                institucion,
                apartado="indicadores",
            )
