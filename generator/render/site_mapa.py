"""Where everything is in the site: one path for each page, and the way from any thing to it.

Paths are relative to the site's root and end in `/`; a page puts its own way to the root before
them, so that the site works in any folder of any server.
"""

from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import PurePosixPath

from generator.base.text import slug
from generator.document.nodes import Cifra as CifraImpresa
from generator.document.nodes import Seccion
from generator.model.enlazado import ActividadEnlazada, IndicadorEnlazado
from generator.model.enlazado_fichas import FichaEnlazada
from generator.model.historia import Version
from generator.model.registro import Cifra
from generator.render.datos_rutas import indicator_files, table_files
from generator.render.site_citas import Cita, Citas, Lugar, by_place, citas
from generator.render.site_hojas import Hoja, ids, loose, sheets, short
from generator.render.site_publicacion import (
    DocumentoPublicado,
    InstitucionPublicada,
    Publicacion,
)


@dataclass(frozen=True)
class Mide:
    """A strategy that an indicator measures, and the name the instrument gives it."""

    instrumento: str
    objetivo: int
    texto_objetivo: str
    estrategia: str
    nombre: str
    ruta: str


class Mapa:
    """The map of one publication."""

    def __init__(self, publicacion: Publicacion) -> None:
        self.publicacion = publicacion
        self.instituciones = {i.id: i for i in publicacion.instituciones}
        self._ids = {
            i.id: {x.id for x in i.indicadores} | set(i.fichas) for i in publicacion.instituciones
        }
        published = [d for i in publicacion.instituciones for d in i.documentos]
        self._hojas = {d.documento.id: tuple(sheets(d)) for d in published}
        self._citas: Citas = citas(h for d in published for h in (*loose(d), *self.hojas(d)))
        self._unidades: dict[tuple[str, str], list[IndicadorEnlazado]] = {}
        for institucion in publicacion.instituciones:
            for x in institucion.indicadores:
                self._unidades.setdefault((institucion.id, x.unidad.id), []).append(x)
        self._fichas: dict[tuple[str, str], list[FichaEnlazada]] = {}
        for institucion in publicacion.instituciones:
            for ficha in institucion.institucion.fichas.values():
                self._fichas.setdefault((institucion.id, ficha.unidad.id), []).append(ficha)
        self._objetivos: dict[tuple[str, str, int], list[FichaEnlazada]] = {}
        for institucion in publicacion.instituciones:
            for ficha in institucion.institucion.fichas.values():
                own = (institucion.id, ficha.ficha.instrumento, ficha.ficha.objetivo)
                self._objetivos.setdefault(own, []).append(ficha)
        self._mide = {i.id: measured(i) for i in publicacion.instituciones}
        self._cifras: dict[tuple[str, str], list[Cifra]] = {}
        for cifra in publicacion.registro:
            owner = cifra.direccion.partition(".")[0]
            self._cifras.setdefault((owner, cifra.ficha), []).append(cifra)

    # ── documents ──

    def hojas(self, publicado: DocumentoPublicado) -> tuple[Hoja, ...]:
        """The document's pages, in reading order."""
        return self._hojas[publicado.documento.id]

    def seccion(self, publicado: DocumentoPublicado, seccion: Seccion) -> str:
        """The page of a section, or its place in the page that shows it."""
        base = publicado.documento.id
        if seccion.pagina:
            return f"{base}/{seccion.id}/"
        owner = next((h for h in self.hojas(publicado) if _holds(h.seccion, seccion)), None)
        return f"{base}/{owner.seccion.id + '/' if owner else ''}#{seccion.id}"

    def ancla(self, publicado: DocumentoPublicado, id_: str) -> str:
        """The page and place of a section or heading of the document, wherever it is shown."""
        for hoja in self.hojas(publicado):
            if hoja.seccion.id == id_:
                return hoja.ruta
            if id_ in ids(hoja.seccion):
                return f"{hoja.ruta}#{id_}"
        return f"{publicado.ruta}#{id_}"

    def aprobacion(self, publicado: DocumentoPublicado) -> str:
        """Where the acuerdo that approves the document is told, or nothing."""
        documento = publicado.documento
        casa = self.instituciones[documento.id.partition("/")[0]]
        found = casa.institucion.aprobada(documento.id, documento.edicion)
        ids = (id_ for id_, each in casa.institucion.aprobaciones.items() if each is found)
        return next((self.acuerdo(casa.id, id_) for id_ in ids), "")

    def acuerdo(self, institucion: str, id_: str) -> str:
        """Where a document tells the acuerdo and, without one, its place in the institution's home:
        of the documents that print its amount, one that it does not approve.
        """
        acuerdo = self.instituciones[institucion].institucion.aprobaciones[id_]
        approved = tuple(f"{institucion}/{each.documento}/" for each in acuerdo.aprueba)
        places = (place.ruta for place in self.citas(f"{institucion}.acuerdo.{id_}.monto"))
        told = (route for route in places if not route.startswith(approved))
        return next(told, f"{institucion}/#acuerdo-{id_}")

    # ── the year's programming ──

    def perspectiva(self, institucion: str, id_: str) -> str:
        return f"{institucion}/perspectivas/{id_}/"

    def dependencia(self, institucion: str, id_: str) -> str:
        """The place of a dependencia in the page of its perspective, or nothing."""
        found = self.instituciones[institucion].dependencias.get(id_)
        return f"{self.perspectiva(institucion, found.perspectiva.id)}#dep-{id_}" if found else ""

    # ── objectives, budget and years side by side ──

    def objetivo(self, institucion: str, instrumento: str, numero: int | None) -> str:
        """The page of an objective; of an instrument without that one, its place in the home."""
        found = self.instituciones[institucion].institucion.instrumentos[instrumento]
        if any(o.numero == numero for o in found.objetivos):
            return f"{institucion}/objetivos/{instrumento}/{numero}/"
        return f"{institucion}/#{instrumento}"

    def presupuesto(self, institucion: str, anio: int) -> str:
        return f"{institucion}/presupuesto/{anio}/"

    def programa(self, institucion: str, anio: int, clave: str) -> str:
        return f"{self.presupuesto(institucion, anio)}{slug(clave)}/"

    def comparar(self, institucion: str, instrumento: str, hoja: int = 1) -> str:
        return f"{institucion}/comparar/{instrumento}/{f'{hoja}/' if hoja > 1 else ''}"

    # ── indicators and figures ──

    def indicador(self, institucion: str, id_: str) -> str:
        """The indicator's page, or nothing when there is none."""
        known = id_ in self._ids.get(institucion, ())
        return f"{institucion}/indicadores/{id_}/" if known else ""

    def descargas(self, institucion: str, id_: str) -> tuple[tuple[str, str], ...]:
        """The open data of an indicator: the format of each file and its path from the root."""
        known = self.indicador(institucion, id_)
        return indicator_files(institucion, id_, self.indicadores) if known else ()

    @cached_property
    def indicadores(self) -> int:
        """How many there are in the whole site."""
        return sum(map(len, self._ids.values()))

    def descargas_de_tabla(self, ruta: str) -> tuple[tuple[str, str], ...]:
        """The open data of a table, also a printed one: `cuadros/<institución>/<id>`."""
        return table_files(ruta)

    def unidad(self, institucion: str, id_: str) -> str:
        return f"{institucion}/unidades/{id_}/"

    def cifra(self, cifra: Cifra | CifraImpresa) -> str:
        """What explains a figure: its indicator's page, or its place in a list of figures."""
        institucion, _, local = cifra.direccion.partition(".")
        if cifra.ficha and (found := self.indicador(institucion, cifra.ficha)):
            own = cifra.ficha in self.instituciones[institucion].fichas
            return f"{found}#{clave(cifra)}" if own else found
        known = self.publicacion.registro.cifras.get(cifra.direccion)
        return f"{self.lista(known)}#{local}" if known else ""

    def historia(self, institucion: str, id_: str) -> tuple[Version, ...]:
        """What changed in the data of an indicator, the latest first."""
        return self.publicacion.historia.get((institucion, id_), ())

    def lista(self, cifra: Cifra) -> str:
        """The page that lists a figure that no indicator explains."""
        institucion, kind, *_ = cifra.direccion.split(".")
        base = f"{institucion}/cifras/"
        if kind == "cuadro":
            return f"{base}cuadros/"
        if kind == "dato":
            return f"{base}datos/{slug(PurePosixPath(cifra.origen.path).stem)}/"
        return base

    def cifras_de(self, institucion: str, ficha: str) -> tuple[Cifra, ...]:
        """Every figure of an indicator; with no indicator, those that none explains."""
        return tuple(self._cifras.get((institucion, ficha), ()))

    def citas(self, direccion: str) -> tuple[Lugar, ...]:
        """The places where documents print the figure."""
        return self._citas.get(direccion, ())

    def citado(self, direccion: str) -> tuple[Cita, ...]:
        """The same places, those of one address of the site together."""
        return by_place(self.citas(direccion))

    def actividad(self, actividad: ActividadEnlazada) -> str:
        """The page that a document gives to an activity, or nothing."""
        metas = (m for i in actividad.indicadores for m in i.metas.values())
        amount = self.citas(actividad.presupuesto.direccion)
        own = (cita.ruta for cita in amount if cita.destacada)
        rows = (cita.ruta for meta in metas for cita in self.citas(meta.direccion))
        return next(chain(own, rows, (cita.ruta for cita in amount)), "")

    def mide(self, institucion: str, id_: str) -> tuple[Mide, ...]:
        """What the indicator measures in the planning instruments."""
        return self._mide[institucion].get(id_, ())

    def de_unidad(self, institucion: str, unidad: str) -> tuple[IndicadorEnlazado, ...]:
        return tuple(self._unidades.get((institucion, unidad), ()))

    def fichas_de_unidad(self, institucion: str, unidad: str) -> tuple[FichaEnlazada, ...]:
        return tuple(self._fichas.get((institucion, unidad), ()))

    def fichas_de_objetivo(self, institucion: str, ficha: FichaEnlazada) -> list[FichaEnlazada]:
        """Those that measure what a ficha does, itself too."""
        return self._objetivos[institucion, ficha.ficha.instrumento, ficha.ficha.objetivo]

    def corto(self, seccion: Seccion) -> str:
        """A section's name for menus."""
        return short(seccion)


def clave(cifra: Cifra | CifraImpresa) -> str:
    """Its place in its ficha's page: `resultado.2023`."""
    return cifra.direccion.split(".", 3)[-1]


def _holds(outer: Seccion, inner: Seccion) -> bool:
    return any(h.id == inner.id or _holds(h, inner) for h in outer.secciones)


def measured(institucion: InstitucionPublicada) -> dict[str, tuple[Mide, ...]]:
    """Indicator → the strategies of the instruments that name it."""
    found: dict[str, list[Mide]] = {}
    for instrumento in institucion.institucion.instrumentos.values():
        for objetivo in instrumento.objetivos:
            for estrategia in objetivo.estrategias:
                for named in estrategia.indicadores:
                    tie = Mide(
                        instrumento.titulo,
                        objetivo.numero,
                        objetivo.texto,
                        estrategia.texto,
                        named.nombre,
                        f"{institucion.ruta}objetivos/{instrumento.id}/{objetivo.numero}/",
                    )
                    found.setdefault(named.indicador or "", []).append(tie)
    return {id_: tuple(ties) for id_, ties in found.items()}
