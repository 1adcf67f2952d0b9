"""The pages of the portal and of each institution: their path, their words, what they show."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from generator.base.numbers import currency_name, rounded
from generator.model.enlazado import ActividadEnlazada, InstrumentoEnlazado
from generator.model.portal import Destacada
from generator.model.registro import Cifra
from generator.render.site_mapa import Mapa
from generator.render.site_publicacion import DocumentoPublicado, InstitucionPublicada

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


@dataclass(frozen=True)
class Pagina:
    """One page to write: its path from the root (`""` is the home), template and data."""

    ruta: str
    plantilla: str
    titulo: str
    descripcion: str
    datos: Mapping[str, object] = field(default_factory=dict)
    institucion: InstitucionPublicada | None = None
    publicado: DocumentoPublicado | None = None
    apartado: str = ""
    """Which entry of the main menu it belongs to."""
    alza: int = 0

    @property
    def raiz(self) -> str:
        """The way from the page to the site's root."""
        return "../" * self.ruta.count("/") or "./"


def portal_pages(mapa: Mapa) -> Iterator[Pagina]:
    """Home, catalogue and search."""
    portal = mapa.publicacion.portal
    featured = tuple(_featured(mapa, d) for d in portal.destacadas if d.cifra in _known(mapa))
    yield Pagina("", "pagina-inicio", portal.titular, portal.entrada, {"destacadas": featured})
    total = sum(len(i.indicadores) for i in mapa.publicacion.instituciones)
    names = " y ".join(i.siglas for i in mapa.publicacion.instituciones)
    yield Pagina(
        "indicadores/",
        "pagina-catalogo",
        "Catálogo de indicadores",
        f"Los {total} indicadores de {names}, con su actividad, su unidad responsable y su meta.",
        {"grupos": tuple(_catalogue(mapa)), "total": total},
        apartado="indicadores",
    )
    yield Pagina(
        "buscar/",
        "pagina-buscar",
        "Buscar",
        "Busque en los documentos, los indicadores y las cifras publicadas.",
        apartado="buscar",
    )


def institution_pages(mapa: Mapa, institucion: InstitucionPublicada) -> Iterator[Pagina]:
    """The institution's home, its units and its list of figures."""
    ficha = institucion.institucion.ficha
    yield Pagina(
        institucion.ruta,
        "pagina-institucion",
        ficha.nombre,
        f"{ficha.siglas}. {ficha.descripcion}: documentos, presupuesto, metas y unidades.",
        {
            "totales": tuple(_totals(mapa, institucion)),
            "partidas": tuple(_budget(institucion)),
            "instrumentos": _instruments(institucion),
            "unidades": _units(mapa, institucion),
            "clases": CLASES,
        },
        institucion,
        apartado="instituciones",
    )
    yield from _unit_pages(mapa, institucion)
    yield _figures_page(mapa, institucion)


def _known(mapa: Mapa) -> Mapping[str, Cifra]:
    return mapa.publicacion.registro.cifras


def _featured(mapa: Mapa, destacada: Destacada) -> Mapping[str, object]:
    cifra = _known(mapa)[destacada.cifra]
    text = cifra.texto("millones" if cifra.clase == "presupuesto" else "")
    number, _, unit = text.partition("\N{NO-BREAK SPACE}")
    return {
        "cifra": cifra,
        "pregunta": destacada.pregunta,
        "nota": destacada.nota,
        "numero": number,
        "unidad": f"{unit} de {_currency(cifra)}" if cifra.clase == "presupuesto" else unit,
        "institucion": mapa.instituciones[cifra.direccion.partition(".")[0]],
        "cita": next(iter(mapa.citas(cifra.direccion)), None),
    }


def _catalogue(mapa: Mapa) -> Iterator[Mapping[str, object]]:
    """The indicators of each institution, by activity, with the units they can be seen by."""
    for institucion in mapa.publicacion.instituciones:
        shown = {i.id for i in institucion.indicadores}
        activities = [
            (activity, tuple(i for i in activity.indicadores if i.id in shown))
            for activity in institucion.institucion.actividades
        ]
        yield {
            "institucion": institucion,
            "actividades": tuple(pair for pair in activities if pair[1]),
            "unidades": _units(mapa, institucion),
        }


def _totals(mapa: Mapa, institucion: InstitucionPublicada) -> Iterator[Mapping[str, str]]:
    for what, label, form in TOTALES:
        address = f"{institucion.id}.poa.{what}.{institucion.ejercicio}"
        if cifra := _known(mapa).get(address):
            number, _, unit = cifra.texto(form).partition("\N{NO-BREAK SPACE}")
            words = label or f"{unit} de {_currency(cifra)} de presupuesto"
            yield {"numero": number, "rotulo": words, "ruta": mapa.cifra(cifra)}


def _currency(cifra: Cifra) -> str:
    return currency_name(cifra.casa.moneda, locale=cifra.casa.locale)


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


def _units(mapa: Mapa, institucion: InstitucionPublicada) -> tuple[tuple[object, int], ...]:
    """Each unit with its number of indicators, the most first."""
    units = institucion.institucion.unidades.values()
    counted = [(u, len(mapa.de_unidad(institucion.id, u.id))) for u in units]
    return tuple(sorted(counted, key=lambda pair: (-pair[1], pair[0].nombre)))


def _unit_pages(mapa: Mapa, institucion: InstitucionPublicada) -> Iterator[Pagina]:
    for unidad in institucion.institucion.unidades.values():
        indicators = mapa.de_unidad(institucion.id, unidad.id)
        if indicators:
            yield Pagina(
                mapa.unidad(institucion.id, unidad.id),
                "pagina-unidad",
                unidad.nombre,
                f"Indicadores a cargo de {unidad.nombre}, {institucion.siglas}, con sus metas.",
                {"unidad": unidad, "indicadores": indicators},
                institucion,
                apartado="indicadores",
            )


def _figures_page(mapa: Mapa, institucion: InstitucionPublicada) -> Pagina:
    """Every figure that no indicator's page explains, grouped by what it is about."""
    groups: dict[str, list[Cifra]] = {}
    for cifra in mapa.publicacion.registro:
        owner, kind, *_ = cifra.direccion.split(".")
        if owner == institucion.id and not mapa.indicador(owner, cifra.ficha):
            groups.setdefault(kind, []).append(cifra)
    return Pagina(
        f"{institucion.ruta}cifras/",
        "pagina-cifras",
        f"Cifras del {institucion.siglas}",
        f"Presupuesto, totales y recuentos del {institucion.siglas}: valor, origen y cálculo.",
        {"grupos": groups},
        institucion,
        apartado="instituciones",
    )
