"""The pages of the indicators: those of the actividades and those of the dependencias."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.model.enlazado import IndicadorEnlazado
from generator.render.site_citar import of_indicator
from generator.render.site_mapa import Mapa
from generator.render.site_metas import CLASES, limit
from generator.render.site_paginas import Pagina
from generator.render.site_publicacion import InstitucionPublicada

Paso = tuple[str, str]
"""A step of the way to a page: its name and its path."""


@dataclass(frozen=True)
class Conjunto:
    """The indicators of an actividad or of a dependencia, and what their pages say of it."""

    nombre: str
    """How the pages call it: actividad 287."""
    indicadores: tuple[IndicadorEnlazado, ...]
    parte: str
    """The template that tells it."""
    pasos: tuple[Paso, ...]
    datos: Mapping[str, object] = field(default_factory=dict)


def indicator_pages(mapa: Mapa, institucion: InstitucionPublicada) -> Iterator[Pagina]:
    """One page for each indicator, as its latest year states it."""
    latest = {indicador.id: indicador.ejercicio for indicador in institucion.indicadores}
    for conjunto in (*_activities(mapa, institucion), *_dependencies(mapa, institucion)):
        for place, indicador in enumerate(conjunto.indicadores):
            if latest[indicador.id] == indicador.ejercicio:
                yield _page(mapa, institucion, conjunto, place)


def _activities(mapa: Mapa, institucion: InstitucionPublicada) -> Iterator[Conjunto]:
    for programa in (p for ps in institucion.institucion.programas.values() for p in ps):
        for actividad in programa.actividades:
            route = mapa.actividad(actividad)
            yield Conjunto(
                f"actividad {actividad.clave}",
                actividad.indicadores,
                "_indicador-actividad.html.j2",
                ((f"{actividad.clave} {actividad.nombre}", route),) if route else (),
                {"programa": programa, "actividad": actividad, "ruta_act": route},
            )


def _dependencies(mapa: Mapa, institucion: InstitucionPublicada) -> Iterator[Conjunto]:
    for dependencia in institucion.institucion.dependencias:
        route = mapa.dependencia(institucion.id, dependencia.id)
        above = mapa.perspectiva(institucion.id, dependencia.perspectiva.id)
        yield Conjunto(
            f"dependencia {dependencia.nombre}",
            dependencia.indicadores,
            "_indicador-dependencia.html.j2",
            ((dependencia.perspectiva.nombre, above), (dependencia.nombre, route)) if route else (),
            {"dependencia": dependencia, "ruta_dep": route, "ruta_per": above, "clases": CLASES},
        )


def _page(mapa: Mapa, institucion: InstitucionPublicada, conjunto: Conjunto, place: int) -> Pagina:
    indicador, others = conjunto.indicadores[place], conjunto.indicadores
    year = max(indicador.metas)
    meta, name = indicador.metas[year], indicador.completo.rstrip(".")
    group = (indicador.indicador.grupo or "").rstrip(":")
    same = _same_unit(mapa, institucion, indicador)
    alone = {i.dependencia for i in same} == {indicador.dependencia}
    return Pagina(
        mapa.indicador(institucion.id, indicador.id),
        "pagina-indicador",
        f"{name} · {group}" if group else name,
        f"Meta {year}: {meta.texto()}. {name}. {indicador.unidad.nombre}, {institucion.siglas}.",
        {
            **conjunto.datos,
            "conjunto": conjunto,
            "indicador": indicador,
            "anio": year,
            "meta": meta,
            "limite": limit(meta),
            "metas": tuple(sorted(indicador.metas.items())),
            "mide": mapa.mide(institucion.id, indicador.id),
            "citas": (quoted := mapa.citas(meta.direccion)),
            "como_citar": of_indicator(
                mapa.publicacion.portal,
                institucion,
                name,
                next((lugar.documento for lugar in quoted), ""),
                mapa.indicador(institucion.id, indicador.id),
            ),
            "historia": mapa.historia(institucion.id, indicador.id),
            "partes": _named(indicador.indicador.suma, others),
            "totales": tuple(i for i in others if indicador.id in i.indicador.suma),
            "anterior": others[place - 1] if place else None,
            "siguiente": others[place + 1] if place + 1 < len(others) else None,
            "otros": same,
            "con": "dependencia" if indicador.dependencia and alone else "actividad",
        },
        institucion,
        apartado="indicadores",
        guion="acciones",
    )


def _named(
    ids: tuple[str, ...], indicadores: tuple[IndicadorEnlazado, ...]
) -> tuple[IndicadorEnlazado, ...]:
    """The indicators of those ids, in their order."""
    return tuple(i for id_ in ids for i in indicadores if i.id == id_)


def _same_unit(
    mapa: Mapa, institucion: InstitucionPublicada, indicador: IndicadorEnlazado
) -> tuple[IndicadorEnlazado, ...]:
    every = mapa.de_unidad(institucion.id, indicador.unidad.id)
    return tuple(i for i in every if i.id != indicador.id)
