"""The pages of the objectives of the planning instruments: what is sought, and how it is going."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.document.nodes import Componente, Seccion
from generator.document.walk import sections
from generator.model.enlazado import (
    ActividadEnlazada,
    InstrumentoEnlazado,
    ObjetivoEnlazado,
)
from generator.model.enlazado import IndicadorEnlazado as Programado
from generator.model.instrumento import IndicadorEnlazado as Nombrado
from generator.model.instrumento import Objetivo
from generator.render.site_hojas import short
from generator.render.site_mapa import Mapa
from generator.render.site_paginas import Pagina
from generator.render.site_partes import with_objectives
from generator.render.site_publicacion import InstitucionPublicada

POR_PAGINA = 60
"""How many indicators the page of an objective shows; the comparison has them all."""


@dataclass(frozen=True)
class Mencion:
    """A section of a document that tells an objective."""

    documento: str
    texto: str
    ruta: str
    partes: tuple[tuple[str, str], ...]
    """Title and path of each part of the section."""


@dataclass(frozen=True)
class Medido:
    """An indicator that the instrument names, and the one that the year programmes, if any."""

    nombrado: Nombrado
    programado: Programado | None


def objective_pages(mapa: Mapa, institucion: InstitucionPublicada) -> Iterator[Pagina]:
    """The index of the objectives and one page for each."""
    instruments = with_objectives(institucion)
    if not instruments:
        return
    yield Pagina(
        f"{institucion.ruta}objetivos/",
        "pagina-objetivos",
        f"Objetivos del {institucion.siglas}",
        f"Qué se propuso el {institucion.siglas}, objetivo por objetivo, y con qué lo mide.",
        {"planes": instruments},
        institucion,
        apartado="instituciones",
    )
    for instrumento in instruments:
        for place, objetivo in enumerate(instrumento.objetivos):
            yield _page(mapa, institucion, instrumento, place, objetivo)


def _page(
    mapa: Mapa,
    institucion: InstitucionPublicada,
    instrumento: InstrumentoEnlazado,
    place: int,
    objetivo: ObjetivoEnlazado,
) -> Pagina:
    every = instrumento.objetivos
    named = tuple(_named(institucion, objetivo))
    return Pagina(
        mapa.objetivo(institucion.id, instrumento.id, objetivo.numero),
        "pagina-objetivo",
        f"Objetivo {objetivo.numero} · {instrumento.titulo}",
        f"Objetivo {objetivo.numero} del {instrumento.titulo}: {objetivo.texto}",
        {
            "plan": instrumento,
            "tope": POR_PAGINA,
            "o": objetivo,
            "nombrados": named,
            "actividades": tuple(_activities(institucion, named)),
            "menciones": tuple(_told(mapa, institucion, objetivo.objetivo)),
            "anterior": every[place - 1] if place else None,
            "siguiente": every[place + 1] if place + 1 < len(every) else None,
        },
        institucion,
        apartado="instituciones",
    )


def _named(institucion: InstitucionPublicada, objetivo: ObjetivoEnlazado) -> Iterator[Medido]:
    programmed = {i.id: i for i in institucion.indicadores}
    for estrategia in objetivo.estrategias:
        for named in estrategia.indicadores:
            yield Medido(named, programmed.get(named.indicador or ""))


def _activities(
    institucion: InstitucionPublicada, named: tuple[Medido, ...]
) -> Iterator[ActividadEnlazada]:
    """The activities whose indicators measure the objective, in the year that states them."""
    wanted = {(m.programado.actividad, m.programado.ejercicio) for m in named if m.programado}
    for actividad in institucion.institucion.actividades:
        if (actividad.clave, actividad.ejercicio) in wanted:
            yield actividad


def _told(mapa: Mapa, institucion: InstitucionPublicada, objetivo: Objetivo) -> Iterator[Mencion]:
    """Where documents tell the objective: sections under its words, or with its component."""
    for publicado in institucion.documentos:
        for above in publicado.documento.secciones:
            for seccion in sections((above,)):
                if _tells(seccion, objetivo):
                    parts = tuple((h.titulo, mapa.ancla(publicado, h.id)) for h in _inner(seccion))
                    name = short(seccion) if seccion is above else f"{above.titulo.rstrip('.')} · "
                    name += "" if seccion is above else short(seccion)
                    route = mapa.ancla(publicado, seccion.id)
                    yield Mencion(publicado.documento.titulo, name, route, parts)


def _inner(seccion: Seccion) -> tuple[Seccion, ...]:
    """The parts of its text: not the sheets that it gathers, which have a number of their own."""
    return tuple(h for h in seccion.secciones if not h.numero)


def _tells(seccion: Seccion, objetivo: Objetivo) -> bool:
    if seccion.titulo.rstrip(".") == objetivo.texto.rstrip("."):
        return True
    held = (b.datos.get("objetivo") for b in seccion.bloques if isinstance(b, Componente))
    return any(o is objetivo or getattr(o, "objetivo", None) is objetivo for o in held)
