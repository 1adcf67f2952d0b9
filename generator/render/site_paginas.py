"""A page of the site, and those of the portal: their path, their words, what they show."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.base.numbers import currency_name
from generator.base.text import listed
from generator.model.institucion import UnidadResponsable
from generator.model.portal import Destacada
from generator.model.registro import Cifra
from generator.render.site_mapa import Mapa
from generator.render.site_partes import starts
from generator.render.site_publicacion import DocumentoPublicado, InstitucionPublicada

RECIENTES = 8
"""How many editions the home page shows."""


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
    home = {"destacadas": featured, "recientes": RECIENTES, "rutas": tuple(starts(mapa))}
    yield Pagina("", "pagina-inicio", portal.titular, portal.entrada, home)
    yield Pagina(
        "indicadores/",
        "pagina-catalogo",
        "Catálogo de indicadores",
        _catalogue_says(mapa),
        {"grupos": tuple(_catalogue(mapa)), "total": _total(mapa)},
        apartado="indicadores",
    )
    yield Pagina(
        "buscar/",
        "pagina-buscar",
        "Buscar",
        "Busque en los documentos, los indicadores y las cifras publicadas.",
        apartado="buscar",
    )


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
        "unidad": f"{unit} de {currency(cifra)}" if cifra.clase == "presupuesto" else unit,
        "institucion": mapa.instituciones[cifra.direccion.partition(".")[0]],
        "cita": next(iter(mapa.citas(cifra.direccion)), None),
    }


def _total(mapa: Mapa) -> int:
    return sum(i.cuantos for i in mapa.publicacion.instituciones)


def _catalogue_says(mapa: Mapa) -> str:
    if not _total(mapa):
        return "Los documentos publicados no llevan indicadores."
    names = listed(f"del {i.siglas}" for i in mapa.publicacion.instituciones if i.cuantos)
    return (
        f"Los {_total(mapa)} indicadores {names}, con su objetivo, actividad o perspectiva, su "
        "unidad responsable y su meta."
    )


def _catalogue(mapa: Mapa) -> Iterator[Mapping[str, object]]:
    """Each institution's indicators, by activity, objective or perspective, and its units."""
    for institucion in (i for i in mapa.publicacion.instituciones if i.cuantos):
        shown = {i.id for i in institucion.indicadores}
        activities = [
            (activity, tuple(i for i in activity.indicadores if i.id in shown))
            for activity in institucion.institucion.actividades
        ]
        instruments = institucion.institucion.instrumentos.values()
        objectives = ((i, tuple(o for o in i.objetivos if o.fichas)) for i in instruments)
        yield {
            "institucion": institucion,
            "actividades": tuple(pair for pair in activities if pair[1]),
            "instrumentos": tuple(pair for pair in objectives if pair[1]),
            "perspectivas": institucion.perspectivas,
            "unidades": units(mapa, institucion),
        }


def units(
    mapa: Mapa, institucion: InstitucionPublicada
) -> tuple[tuple[UnidadResponsable, int], ...]:
    """Each unit with its number of indicators, the most first."""
    counted = [
        (
            u,
            len(mapa.de_unidad(institucion.id, u.id))
            + len(mapa.fichas_de_unidad(institucion.id, u.id)),
        )
        for u in institucion.institucion.unidades.values()
    ]
    return tuple(sorted(counted, key=lambda pair: (-pair[1], pair[0].nombre)))


def currency(cifra: Cifra) -> str:
    """The name of its currency, in the plural."""
    return currency_name(cifra.casa.moneda, locale=cifra.casa.locale)
