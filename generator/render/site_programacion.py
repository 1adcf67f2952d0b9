"""The pages of the perspectives: what each starts in the year and what its dependencias measure."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.base.numbers import money_text
from generator.model.enlazado import InstrumentoEnlazado
from generator.model.enlazado_programacion import PerspectivaEnlazada
from generator.model.programacion import Iniciativa, Proyecto
from generator.model.registro import Cifra
from generator.render.site_mapa import Mapa
from generator.render.site_metas import blocks
from generator.render.site_paginas import Pagina
from generator.render.site_publicacion import InstitucionPublicada

RECUENTOS = (
    ("objetivos", "objetivo", "objetivos"),
    ("iniciativas", "iniciativa", "iniciativas"),
    ("dependencias", "dependencia", "dependencias"),
    ("indicadores", "indicador con meta", "indicadores con meta"),
)
"""What is counted of a perspective, with its name for one and for many."""


@dataclass(frozen=True)
class Iniciada:
    """An initiative with the figures of its projects."""

    iniciativa: Iniciativa
    proyectos: tuple[tuple[Proyecto, Cifra], ...]
    total: Cifra | None
    """That of all the year's projects, if they are the initiative's."""
    publicado: str
    """The total of its projects as published, or nothing."""


@dataclass(frozen=True)
class Recuento:
    """A count of a perspective: `24 iniciativas`, and where it is explained."""

    cifra: Cifra
    rotulo: str
    ruta: str


@dataclass(frozen=True)
class Plan:
    """An instrument with the perspectives that are programmed, and their counts."""

    instrumento: InstrumentoEnlazado
    perspectivas: tuple[tuple[PerspectivaEnlazada, tuple[Recuento, ...]], ...]


def perspective_pages(mapa: Mapa, institucion: InstitucionPublicada) -> Iterator[Pagina]:
    """One page for each perspective of the plan."""
    every = institucion.perspectivas
    plan = {p.id: plan for plan in plans(mapa, institucion) for p, _ in plan.perspectivas}
    for place, each in enumerate(every):
        yield Pagina(
            mapa.perspectiva(institucion.id, each.id),
            "pagina-perspectiva",
            f"Perspectiva {each.nombre}, {each.ejercicio}",
            f"Perspectiva {each.nombre} del {institucion.siglas}, {each.ejercicio}: objetivos, "
            f"iniciativas y {len(each.indicadores)} indicadores con su meta.",
            {
                "e": each,
                "plan": plan[each.id].instrumento,
                "recuentos": counts(mapa, institucion, each),
                "iniciativas": tuple(_started(mapa, institucion, each)),
                "bloques": tuple(blocks(each.dependencias)),
                "anterior": every[place - 1] if place else None,
                "siguiente": every[place + 1] if place + 1 < len(every) else None,
            },
            institucion,
            apartado="instituciones",
        )


def counts(
    mapa: Mapa, institucion: InstitucionPublicada, perspectiva: PerspectivaEnlazada
) -> tuple[Recuento, ...]:
    """What is counted of a perspective, without what it has none of."""
    figures = mapa.publicacion.registro.cifras
    base = f"{institucion.id}.pers.{perspectiva.id}"
    found = []
    for key, one, many in RECUENTOS:
        year = "" if key == "objetivos" else f".{perspectiva.ejercicio}"
        cifra = figures.get(f"{base}.{key}{year}")
        if cifra and cifra.valor:
            found.append(Recuento(cifra, one if cifra.valor == 1 else many, mapa.cifra(cifra)))
    return tuple(found)


def _started(
    mapa: Mapa, institucion: InstitucionPublicada, perspectiva: PerspectivaEnlazada
) -> Iterator[Iniciada]:
    figures = mapa.publicacion.registro.cifras
    base, year = f"{institucion.id}.inversion", perspectiva.ejercicio
    for each in perspectiva.iniciativas:
        projects = tuple((p, figures[f"{base}.{p.codigo.lower()}.{year}"]) for p in each.proyectos)
        whole = figures.get(f"{base}.total.{year}")
        same = whole is not None and set(whole.partes) == {c.direccion for _, c in projects}
        yield Iniciada(each, projects, whole if same else None, _stated(institucion, each))


def _stated(institucion: InstitucionPublicada, iniciativa: Iniciativa) -> str:
    """The total of its projects as published, or nothing."""
    ficha, total = institucion.institucion.ficha, iniciativa.total
    return money_text(total.valor, ficha.moneda, locale=ficha.locale) if total else ""


def plans(mapa: Mapa, institucion: InstitucionPublicada) -> Iterator[Plan]:
    """The instruments whose perspectives are programmed."""
    for instrumento in institucion.institucion.instrumentos.values():
        ids = {each.id for each in instrumento.instrumento.perspectivas}
        own = tuple(each for each in institucion.perspectivas if each.id in ids)
        if own:
            yield Plan(instrumento, tuple((p, counts(mapa, institucion, p)) for p in own))
