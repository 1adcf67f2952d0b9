"""The pages of the fichas de indicador."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from generator.document.formulas import Formula
from generator.model.enlazado_fichas import Calculo, FichaEnlazada, Respuesta
from generator.model.registro import Cifra
from generator.model.semaforo import Corte
from generator.render.site_catalogo import objective
from generator.render.site_citar import of_indicator
from generator.render.site_citas import Lugar
from generator.render.site_mapa import Mapa, clave
from generator.render.site_paginas import Pagina
from generator.render.site_publicacion import InstitucionPublicada, TableroPublicado
from generator.render.site_respuesta import progress, state

CREMAA = {
    "claridad": "Claridad",
    "relevancia": "Relevancia",
    "economia": "Economía",
    "monitoreable": "Monitoreable",
    "adecuado": "Adecuado",
    "aportacion_marginal": "Aportación marginal",
}


_ENDING = re.compile(r"=\s*([-−]?\d[\d,]*(?:\.\d+)?)\s*(?:%|p/)?\.?\s*$")
"""How a printed substitution ends: = 64.9"""


@dataclass(frozen=True)
class FilaSerie:
    """A row of the series: year, what it is, its figure and, of a result, its avance."""

    anio: int
    papel: str
    cifra: Cifra
    avance: str = ""
    motivo: str = ""
    clave_avance: str = ""
    es_respuesta: bool = False
    corte: Corte | None = None

    @property
    def clave(self) -> str:
        return clave(self.cifra)


@dataclass(frozen=True)
class Cotejo:
    """A year of the method: what is computed, beside what was published and printed."""

    anio: int
    formula: Formula | None
    calculo: Calculo | None
    impresa: str
    """The substitution as the document prints it."""

    @property
    def motivo(self) -> str:
        """Why it cannot be compared; empty when it can."""
        if self.calculo is None:
            return "sin fórmula"
        if self.calculo.indefinido:
            return "la fórmula divide entre cero"
        if self.calculo.cifra is None:
            return "no está publicada alguna de sus variables"
        return "no hay resultado publicado" if self.calculo.coincide is None else ""

    @property
    def cierre(self) -> str:
        """The result that the printed substitution ends in, when it is not the published one."""
        found = _ENDING.search(self.impresa)
        published = self.calculo.publicado if self.calculo else None
        if found is None or published is None or published.valor is None:
            return ""
        printed = Fraction(found[1].replace(",", "").replace("−", "-"))
        return "" if printed == published.fraccion else found[1]

    @property
    def diferencia(self) -> str:
        return self.calculo.diferencia if self.calculo else ""


@dataclass(frozen=True)
class LugarCitado:
    """A place that cites figures of a ficha: their names at each spot of it."""

    cita: Lugar
    puntos: tuple[tuple[Lugar, tuple[str, ...]], ...]


def ficha_pages(mapa: Mapa, institucion: InstitucionPublicada) -> Iterator[Pagina]:
    """One page for each ficha, in the order of their objectives."""
    order = tuple(institucion.institucion.fichas.values())
    for place, ficha in enumerate(order):
        before = order[place - 1] if place else None
        after = order[place + 1] if place + 1 < len(order) else None
        yield _page(mapa, institucion, ficha, {"anterior": before, "siguiente": after})


def _page(
    mapa: Mapa,
    institucion: InstitucionPublicada,
    ficha: FichaEnlazada,
    neighbours: Mapping[str, FichaEnlazada | None],
) -> Pagina:
    block, reply = institucion.fichas[ficha.id].datos, ficha.respuesta
    return Pagina(
        mapa.indicador(institucion.id, ficha.id),
        "pagina-ficha",
        ficha.nombre.rstrip("."),
        _description(ficha, reply, institucion.siglas),
        {
            **neighbours,
            **_compared(ficha, block),
            "e": ficha,
            "f": ficha.ficha,
            "bloque": block,
            "respuesta": reply,
            "numero": _bare(reply.cifra) if reply else "",
            "serie": tuple(_series(ficha, reply)),
            "citas": (quoted := _quoted(mapa, institucion, ficha)),
            "como_citar": of_indicator(
                mapa.publicacion.portal,
                institucion,
                f"{ficha.ficha.clave} {ficha.nombre.rstrip('.')}",
                next(iter(quoted), ""),
                mapa.indicador(institucion.id, ficha.id),
            ),
            "historia": mapa.historia(institucion.id, ficha.id),
            "hermanas": tuple(
                f for f in mapa.fichas_de_objetivo(institucion.id, ficha) if f is not ficha
            ),
            "objetivo": objective(institucion.id, ficha),
            "progreso": progress,
            "antes": _judged_before(institucion, ficha, reply),
            "clave": clave,
            "cremaa": CREMAA,
        },
        institucion,
        apartado="indicadores",
        guion="acciones",
    )


def _judged_before(
    institucion: InstitucionPublicada, ficha: FichaEnlazada, reply: Respuesta | None
) -> tuple[TableroPublicado, int] | None:
    """The first board that judges an earlier year than the page does, because the page's had not
    ended on the day of the board; and that year.
    """
    if reply is None:
        return None
    for each in institucion.tableros:
        open_ = date(reply.anio, 12, 31) > each.tablero.tablero.corte
        for fila in each.tablero.filas if open_ else ():
            if fila.id == ficha.id and 0 < fila.juicio.anio < reply.anio:
                return each, fila.juicio.anio
    return None


def _compared(ficha: FichaEnlazada, block: Mapping[str, object]) -> Mapping[str, object]:
    """Each year of the method, and those that agree, that differ, or that end otherwise."""
    checks = tuple(_checks(ficha, block))
    return {
        "cotejos": checks,
        "coinciden": [c.anio for c in checks if c.calculo and c.calculo.coincide],
        "difieren": [c for c in checks if c.calculo and c.calculo.coincide is False],
        "cierres": [c for c in checks if c.cierre],
    }


def _description(ficha: FichaEnlazada, reply: Respuesta | None, siglas: str) -> str:
    target = f"meta {max(ficha.metas)}: {ficha.meta.completa}"
    result = f"Resultado {reply.anio}: {reply.cifra.completa}; " if reply else ""
    return (
        f"{result}{target} ({ficha.ficha.unidad_medida}). Indicador {ficha.ficha.clave}, {siglas}."
    )


def _bare(cifra: Cifra) -> str:
    """The number without its unit."""
    return cifra.texto().removesuffix(cifra.unidad).rstrip()


def _series(ficha: FichaEnlazada, reply: Respuesta | None) -> Iterator[FilaSerie]:
    yield FilaSerie(ficha.ficha.linea_base.anio, "Línea base", ficha.linea_base)
    for year, cifra in sorted(ficha.serie.items()):
        avance = ficha.avances[year]
        yield FilaSerie(
            year,
            state(cifra),
            cifra,
            progress(ficha, year),
            avance.motivo,
            clave(avance.cifra) if avance.cifra else "",
            reply is not None and reply.anio == year,
            avance.corte,
        )
    for year, cifra in sorted(ficha.metas.items()):
        yield FilaSerie(year, "Meta", cifra)


def _checks(ficha: FichaEnlazada, block: Mapping[str, object]) -> Iterator[Cotejo]:
    written = block["sustituciones"]
    assert isinstance(written, tuple)
    formulas = {s.anio: s.formula for s in written}
    printed = ficha.ficha.impreso.sustitucion
    for year in sorted({*formulas, *ficha.calculos, *printed}):
        yield Cotejo(year, formulas.get(year), ficha.calculos.get(year), printed.get(year, ""))


def _quoted(
    mapa: Mapa, institucion: InstitucionPublicada, ficha: FichaEnlazada
) -> Mapping[str, tuple[LugarCitado, ...]]:
    """Document → each place that cites some figure of the ficha, once."""
    found: dict[str, dict[str, dict[Lugar, list[str]]]] = {}
    tail = f": {ficha.ficha.clave} {ficha.nombre}"
    for cifra in mapa.cifras_de(institucion.id, ficha.id):
        for cita in mapa.citas(cifra.direccion):
            spots = found.setdefault(cita.documento, {}).setdefault(cita.ruta, {})
            spots.setdefault(cita, []).append(cifra.nombre.removesuffix(tail))
    return {
        document: tuple(_cited(spots) for spots in places.values())
        for document, places in found.items()
    }


def _cited(spots: Mapping[Lugar, list[str]]) -> LugarCitado:
    named = tuple((spot, tuple(dict.fromkeys(names))) for spot, names in spots.items())
    return LugarCitado(named[0][0], named)
