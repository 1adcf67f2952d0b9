"""The public board of an institution's acuerdos: how many in each state, each with its page."""

from collections.abc import Iterator, Mapping

from generator.model.ciclo import CERRADOS, ESTADOS
from generator.model.enlazado_acuerdos import AcuerdoEnlazado
from generator.render.agenda import calendar
from generator.render.site_mapa import Mapa
from generator.render.site_paginas import Pagina
from generator.render.site_publicacion import InstitucionPublicada

RESUMEN = 160
"""Letters of what was agreed that describe its page."""


def followup_pages(mapa: Mapa, institucion: InstitucionPublicada) -> Iterator[Pagina]:
    """The board and a page for each acuerdo; nothing, when there is none to show."""
    acuerdos = institucion.institucion.acuerdos
    if not acuerdos:
        return
    dia, base = mapa.publicacion.dia, board(institucion)
    data: dict[str, object] = {
        "dia": dia,
        "cuentas": counts(acuerdos),
        "vigentes": sorted((a for a in acuerdos if a.seguido.vigente), key=_due),
        "archivo": tuple(a for a in acuerdos if not a.seguido.vigente),
        "vencidos": sum(a.seguido.vencido(dia) for a in acuerdos),
        "ics": f"{base}acuerdos.ics",
    }
    yield Pagina(
        base,
        "pagina-acuerdos",
        "Acuerdos en seguimiento",
        f"Acuerdos del {institucion.siglas}: quién responde por cada uno, para cuándo y cómo va.",
        data,
        institucion,
        apartado="instituciones",
    )
    for acuerdo in acuerdos:
        yield Pagina(
            f"{base}{acuerdo.clave}/",
            "pagina-acuerdo",
            f"Acuerdo {acuerdo.folio}",
            f"{acuerdo.asunto}: {acuerdo.acordado}"[:RESUMEN],
            {"a": acuerdo, "dia": dia, "tablero": base},
            institucion,
            apartado="instituciones",
        )


def board(institucion: InstitucionPublicada) -> str:
    return f"{institucion.ruta}acuerdos/"


def counts(acuerdos: tuple[AcuerdoEnlazado, ...]) -> tuple[tuple[str, int], ...]:
    """Each state with how many are in it, in the order of the cycle; without those of none."""
    found: Mapping[str, int] = {
        state: sum(a.seguido.estado == state for a in acuerdos) for state in ESTADOS
    }
    return tuple((ESTADOS[state], n) for state, n in found.items() if n)


def feed(institucion: InstitucionPublicada) -> bytes:
    """The calendar of the deadlines that are still open, or were called off."""
    own = institucion.institucion
    names = {id_: unit.nombre for id_, unit in own.unidades.items()}
    title = f"Acuerdos del {institucion.siglas}"
    shown = (a.seguido for a in own.acuerdos if a.seguido.estado not in CERRADOS - {"cancelado"})
    return calendar(title, shown, names, f"{own.liga}{board(institucion)}")


def _due(acuerdo: AcuerdoEnlazado) -> tuple[object, str]:
    return acuerdo.seguido.plazo, acuerdo.folio
