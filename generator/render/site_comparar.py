"""The pages that set the years of an instrument's indicators side by side.

The order is that of the instrument: its indicators measure different things, so that no ranking
of their sizes would mean anything. A page has POR_PAGINA rows at most.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.cambio import Cambio
from generator.model.enlazado import InstrumentoEnlazado, ObjetivoEnlazado
from generator.model.enlazado_fichas import FichaEnlazada
from generator.model.registro import Cifra
from generator.render.site_mapa import Mapa
from generator.render.site_paginas import Pagina
from generator.render.site_partes import with_objectives
from generator.render.site_publicacion import InstitucionPublicada

POR_PAGINA = 60
RUMBOS = {"Ascendente": "sube", "Descendente": "baja", "Constante": "igual"}
"""Sentido of an indicator → where it is expected to go."""


@dataclass(frozen=True)
class Celda:
    """The value of a year: `papel` is base, resultado or, of an intermediate target, meta."""

    cifra: Cifra
    papel: str


@dataclass(frozen=True)
class Fila:
    """An indicator: what it has each year, and its change from baseline to its latest result."""

    objetivo: ObjetivoEnlazado
    ficha: FichaEnlazada
    celdas: tuple[tuple[Celda, ...], ...]
    cambio: Cambio | None
    hasta: int

    @property
    def en_puntos(self) -> bool:
        return self.ficha.ficha.unidad_medida.lower() == "porcentaje"

    @property
    def favorable(self) -> bool | None:
        """Whether it went where it was expected to; None when it cannot be told."""
        wanted = RUMBOS[self.ficha.ficha.sentido]
        went = self.cambio.rumbo if self.cambio else ""
        return None if went in ("", "igual") or wanted == "igual" else went == wanted


def comparison_pages(mapa: Mapa, institucion: InstitucionPublicada) -> Iterator[Pagina]:
    """For each instrument with fichas, its indicators × years."""
    for instrumento in (i for i in with_objectives(institucion) if i.fichas):
        years = _years(instrumento)
        rows = tuple(_rows(instrumento, years))
        sheets = [rows[n : n + POR_PAGINA] for n in range(0, len(rows), POR_PAGINA)]
        for number, sheet in enumerate(sheets, 1):
            yield Pagina(
                mapa.comparar(institucion.id, instrumento.id, number),
                "pagina-comparar",
                f"{instrumento.titulo}, año por año" + (f" ({number})" if number > 1 else ""),
                f"Los {len(rows)} indicadores del {instrumento.titulo}, año por año.",
                {
                    "plan": instrumento,
                    "anios": years,
                    "filas": sheet,
                    "todas": len(rows),
                    "hoja": number,
                    "hojas": len(sheets),
                    "preliminares": any(_has(f, "p/") for f in sheet),
                    "ausentes": any(_has(f, "ND") for f in sheet),
                },
                institucion,
                apartado="instituciones",
            )


def _years(instrumento: InstrumentoEnlazado) -> tuple[int, ...]:
    found = {f.ficha.linea_base.anio for f in instrumento.fichas}
    for ficha in instrumento.fichas:
        found |= {*ficha.serie} | ({*ficha.metas} - {ficha.ficha.meta_final})
    return tuple(sorted(found))


def _rows(instrumento: InstrumentoEnlazado, years: tuple[int, ...]) -> Iterator[Fila]:
    for objetivo in instrumento.objetivos:
        for ficha in objetivo.fichas:
            cells = tuple(tuple(_cells(ficha, year)) for year in years)
            reply = ficha.respuesta
            change = Cambio(ficha.linea_base, reply.cifra) if reply else None
            yield Fila(objetivo, ficha, cells, change, reply.anio if reply else 0)


def _cells(ficha: FichaEnlazada, year: int) -> Iterator[Celda]:
    if ficha.ficha.linea_base.anio == year:
        yield Celda(ficha.linea_base, "base")
    elif year in ficha.serie:
        yield Celda(ficha.serie[year], "resultado")
    if year in ficha.metas and year != ficha.ficha.meta_final:
        yield Celda(ficha.metas[year], "meta")


def _has(fila: Fila, estado: str) -> bool:
    return any(c.cifra.estado == estado for cells in fila.celdas for c in cells)
