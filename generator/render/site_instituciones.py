"""The page of each institution: what it published, intends, spends and who answers for it."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from generator.base.numbers import currency_name, rounded
from generator.model.enlazado import ActividadEnlazada, InstrumentoEnlazado
from generator.render.site_cifras import figure_pages
from generator.render.site_cuentas import accounts, agreements
from generator.render.site_mapa import Mapa
from generator.render.site_paginas import Pagina, currency, units
from generator.render.site_partes import parts
from generator.render.site_programacion import plans
from generator.render.site_publicacion import InstitucionPublicada
from generator.render.site_unidades import unit_pages

CLASES = {
    "agenda-internacional": "Agenda internacional",
    "plan-nacional": "Plan nacional",
    "plan-estatal": "Plan estatal",
    "programa-sectorial": "Programa sectorial",
    "programa-institucional": "Programa institucional",
    "plan-estrategico": "Plan estratégico",
}
"""How each class of planning instrument is announced."""

TOTALES = (
    ("presupuesto", "", "millones"),
    ("programas", "programas presupuestarios", ""),
    ("actividades", "actividades o proyectos", ""),
    ("indicadores", "indicadores con meta", ""),
    ("unidades", "unidades responsables", ""),
)

PROGRAMADO = (
    ("metas.iniciativas", "iniciativas", ""),
    ("metas.indicadores", "indicadores con meta", ""),
    ("metas.dependencias", "dependencias", ""),
    ("inversion.total", "", "millones"),
)
"""What is told of a year's programming, when there is no budget by programmes."""

RECUENTOS = (
    ("objetivos", "objetivos"),
    ("estrategias", "estrategias"),
    ("fichas", "indicadores con ficha"),
)

EVALUADOS = (("objetivos", "objetivos evaluados"), ("indicadores", "indicadores evaluados"))


def institution_pages(mapa: Mapa, institucion: InstitucionPublicada) -> Iterator[Pagina]:
    """The institution's home, its units and its lists of figures."""
    ficha = institucion.institucion.ficha
    subjects = "presupuesto" if institucion.institucion.programas else "objetivos"
    subjects = "perspectivas, iniciativas" if institucion.perspectivas else subjects
    yield Pagina(
        institucion.ruta,
        "pagina-institucion",
        ficha.nombre,
        f"{ficha.siglas}. {ficha.descripcion}: documentos, {subjects}, indicadores y unidades.",
        {
            "totales": tuple(_totals(mapa, institucion)),
            "partidas": tuple(_budget(institucion)),
            "instrumentos": _instruments(institucion),
            "planes": tuple(plans(mapa, institucion)),
            "cuentas": tuple(accounts(mapa, institucion)),
            "acuerdos": agreements(mapa, institucion),
            "unidades": units(mapa, institucion),
            "secciones": parts(mapa, institucion),
            "clases": CLASES,
            "moneda": currency_name(ficha.moneda, locale=ficha.locale),
        },
        institucion,
        apartado="instituciones",
    )
    yield from unit_pages(mapa, institucion)
    yield from figure_pages(mapa, institucion)


def _totals(mapa: Mapa, institucion: InstitucionPublicada) -> Iterator[Mapping[str, str]]:
    """The totals of the year's budget or programming; else, those of instruments with fichas."""
    for address, label, form in _addresses(mapa, institucion):
        if cifra := mapa.publicacion.registro.cifras.get(f"{institucion.id}.{address}"):
            number, _, unit = cifra.texto(form).partition("\N{NO-BREAK SPACE}")
            what = "inversión" if ".inversion." in cifra.direccion else "presupuesto"
            words = label or f"{unit} de {currency(cifra)} de {what}"
            yield {"numero": number, "rotulo": words, "ruta": mapa.cifra(cifra)}


def _addresses(mapa: Mapa, institucion: InstitucionPublicada) -> Iterator[tuple[str, str, str]]:
    """Address, label and format of each."""
    if institucion.institucion.programas:
        year = institucion.ejercicio
        yield from ((f"poa.{what}.{year}", label, form) for what, label, form in TOTALES)
        return
    for each in agreements(mapa, institucion)[:1]:
        yield f"acuerdo.{each.id}.monto", "", "millones"
    for year in sorted(institucion.institucion.perspectivas, reverse=True)[:1]:
        yield from ((f"{what}.{year}", label, form) for what, label, form in PROGRAMADO)
    for id_, instrumento in institucion.institucion.instrumentos.items():
        if instrumento.fichas:
            yield from ((f"inst.{id_}.{what}", label, "") for what, label in RECUENTOS)
    for id_ in institucion.institucion.seguimientos:
        yield from ((f"seg.{id_}.{what}", label, "") for what, label in EVALUADOS)


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
    """Those with objectives first; those whose perspectives are programmed are told apart."""
    shown = {each.perspectiva.id for each in institucion.perspectivas}
    every = institucion.institucion.instrumentos.values()
    own = (i for i in every if not shown.intersection(p.id for p in i.instrumento.perspectivas))
    return tuple(sorted(own, key=lambda i: (not i.objetivos, i.titulo)))
