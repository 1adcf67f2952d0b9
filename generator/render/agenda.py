"""Acuerdos → a calendar feed with their deadlines (RFC 5545). The only door to icalendar.

The same acuerdos give the same bytes: each event is stamped with its last note.
"""

from collections.abc import Iterable
from datetime import UTC, timedelta

from icalendar import Calendar, Event

from generator.model.ciclo import ESTADOS, Seguido

ESTADO_ICS = {"cancelado": "CANCELLED"}


def calendar(titulo: str, seguidos: Iterable[Seguido], nombres: dict[str, str], liga: str) -> bytes:
    """The deadlines of `seguidos` as whole days; `liga` is where their pages are, ending in /."""
    found = Calendar()
    found.add("prodid", "-//Pliego//Seguimiento de acuerdos//ES")
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", titulo)
    for seguido in seguidos:
        if seguido.folio:
            found.add_component(_event(seguido, nombres, liga))
    return bytes(found.to_ical())


def _event(seguido: Seguido, nombres: dict[str, str], liga: str) -> Event:
    acuerdo, last = seguido.acuerdo, seguido.historial[-1]
    unit = nombres.get(acuerdo.responsable, acuerdo.responsable)
    state = ESTADOS[seguido.estado]
    found = Event()
    found.add("uid", f"{seguido.clave}@acuerdos.pliego.invalid")
    found.add("dtstamp", last.cuando.astimezone(UTC))
    found.add("sequence", len(seguido.historial) - 1)
    found.add("dtstart", seguido.plazo)
    found.add("dtend", seguido.plazo + timedelta(days=1))
    found.add("summary", f"Acuerdo {seguido.folio}: {acuerdo.asunto}")
    found.add("description", f"{acuerdo.acuerdo}\n\nResponsable: {unit}. Estado: {state}.")
    found.add("status", ESTADO_ICS.get(seguido.estado, "CONFIRMED"))
    found.add("transp", "TRANSPARENT")
    if not seguido.reservado:
        found.add("url", f"{liga}{seguido.clave}/")
    return found
