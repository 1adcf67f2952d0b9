"""What there is of each institution: its pages, and the questions that they answer."""

from collections.abc import Iterator

from generator.model.enlazado import InstrumentoEnlazado
from generator.render.site_mapa import Mapa
from generator.render.site_publicacion import InstitucionPublicada

Enlace = tuple[str, str]
"""Name and path of a page."""
Ruta = tuple[InstitucionPublicada, str, str]
"""An institution, the name of a page of it and its path."""


def with_objectives(institucion: InstitucionPublicada) -> tuple[InstrumentoEnlazado, ...]:
    """The instruments whose objectives have pages; those with fichas first."""
    every = (i for i in institucion.institucion.instrumentos.values() if i.objetivos)
    return tuple(sorted(every, key=lambda i: (not i.fichas, i.titulo)))


def parts(mapa: Mapa, institucion: InstitucionPublicada) -> tuple[Enlace, ...]:
    """What there is of the institution, one step away."""
    base, casa = institucion.ruta, institucion.institucion
    measured = tuple(i for i in with_objectives(institucion) if i.fichas)
    found = (
        (with_objectives(institucion), "Objetivos", f"{base}objetivos/"),
        *((True, each.tablero.nombre, each.ruta) for each in institucion.tableros),
        (casa.programas, "Presupuesto", f"{base}presupuesto/"),
        (institucion.perspectivas, "Perspectivas", f"{base}#perspectivas"),
        (institucion.cuantos, "Indicadores", f"indicadores/institucion/{institucion.id}/"),
        *((True, "Comparar años", mapa.comparar(institucion.id, i.id)) for i in measured[:1]),
        (institucion.cuantos, "Unidades responsables", f"{base}unidades/"),
        (casa.acuerdos, "Acuerdos", f"{base}acuerdos/"),
        (casa.siglas or casa.glosario, "Glosario y siglas", f"{base}glosario/"),
        (True, "Cifras y su origen", f"{base}cifras/"),
    )
    return tuple((name, path) for there, name, path in found if there)


def starts(mapa: Mapa) -> Iterator[tuple[str, tuple[Ruta, ...]]]:
    """The questions that bring people here, each with the pages that answer it."""
    every = mapa.publicacion.instituciones
    asked = (
        ("¿Qué se propusieron?", tuple(r for i in every for r in _intended(i))),
        ("¿Cómo van, año por año?", tuple(r for i in every for r in _compared(mapa, i))),
        ("¿Con cuánto dinero?", tuple(r for i in every for r in _spent(mapa, i))),
        (
            "¿Quién responde?",
            tuple((i, "unidades", f"{i.ruta}unidades/") for i in every if i.cuantos),
        ),
    )
    yield from ((question, pages) for question, pages in asked if pages)


def _intended(casa: InstitucionPublicada) -> Iterator[Ruta]:
    if with_objectives(casa):
        yield casa, "objetivos", f"{casa.ruta}objetivos/"
    elif casa.perspectivas:
        yield casa, "perspectivas", f"{casa.ruta}#perspectivas"


def _compared(mapa: Mapa, casa: InstitucionPublicada) -> Iterator[Ruta]:
    for instrumento in with_objectives(casa):
        if instrumento.fichas:
            yield casa, "comparar años", mapa.comparar(casa.id, instrumento.id)


def _spent(mapa: Mapa, casa: InstitucionPublicada) -> Iterator[Ruta]:
    if casa.ejercicio:
        yield casa, f"presupuesto {casa.ejercicio}", mapa.presupuesto(casa.id, casa.ejercicio)
    for cuenta in casa.institucion.cuentas:
        yield casa, "ingresos y egresos", f"{casa.ruta}#cuenta-{cuenta}"
