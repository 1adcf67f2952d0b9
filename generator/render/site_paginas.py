"""A page of the site, and those of the portal: their path, their words, what they show."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.base.numbers import currency_name
from generator.model.institucion import UnidadResponsable
from generator.model.portal import Destacada
from generator.model.registro import Cifra
from generator.render.site_hojas import notes
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
    guion: str = ""
    """The only script it asks for: `recursos/<guion>.js`."""

    @property
    def raiz(self) -> str:
        """The way from the page to the site's root."""
        return "../" * self.ruta.count("/") or "./"


def portal_pages(mapa: Mapa) -> Iterator[Pagina]:
    """Home, search and the pages that the portal writes itself."""
    portal = mapa.publicacion.portal
    featured = tuple(_featured(mapa, d) for d in portal.destacadas if d.cifra in _known(mapa))
    home = {"destacadas": featured, "recientes": RECIENTES, "rutas": tuple(starts(mapa))}
    yield Pagina("", "pagina-inicio", portal.titular, portal.entrada, home)
    yield Pagina(
        "buscar/",
        "pagina-buscar",
        "Buscar",
        "Busque en los documentos, los indicadores y las cifras publicadas.",
        apartado="buscar",
        guion="buscar",
    )
    for told, text in zip(portal.paginas, mapa.publicacion.propias, strict=False):
        yield Pagina(
            f"{told.id}/",
            "pagina-propia",
            told.titulo,
            told.descripcion,
            {"texto": text, "notas": notes(text)},
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
