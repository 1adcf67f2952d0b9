"""Findings + signed exceptions → findings that say which ones are excepted, and why.

An exception that signs nothing, or that has expired, is a finding itself.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from generator.base.diagnostic import Diagnostic, diagnose
from generator.model.excepcion import Excepcion, Excepciones
from generator.model.leido import Leido
from generator.model.proyecto import Proyecto


def signed(diagnostics: Iterable[Diagnostic], proyecto: Proyecto, hoy: date) -> list[Diagnostic]:
    """`diagnostics`, each with the reason of the exception that signs it on the day `hoy`."""
    found = list(diagnostics)
    for leida in proyecto.instituciones:
        if leida.excepciones is not None:
            found = _institution(found, leida.id, leida.excepciones, hoy)
    return found


def _institution(
    found: list[Diagnostic], id_: str, leido: Leido[Excepciones], hoy: date
) -> list[Diagnostic]:
    own = (f"data/{id_}/", f"content/{id_}/")
    used: set[int] = set()
    result = []
    for diagnostic in found:
        place = _signer(diagnostic, leido.valor.excepciones, hoy)
        if place is None or not diagnostic.span.path.startswith(own):
            result.append(diagnostic)
            continue
        used.add(place)
        result.append(replace(diagnostic, motivo=leido.valor.excepciones[place].motivo))
    return [*result, *_stale(leido, used, hoy)]


def _signer(diagnostic: Diagnostic, excepciones: tuple[Excepcion, ...], hoy: date) -> int | None:
    for place, each in enumerate(excepciones):
        same = (each.regla, each.archivo) == (diagnostic.code, diagnostic.span.path)
        if same and each.dice in diagnostic.text and not _expired(each, hoy):
            return place
    return None


def _expired(excepcion: Excepcion, hoy: date) -> bool:
    return excepcion.vence is not None and excepcion.vence <= hoy


def _stale(leido: Leido[Excepciones], used: set[int], hoy: date) -> Iterator[Diagnostic]:
    for place, each in enumerate(leido.valor.excepciones):
        if _expired(each, hoy):
            origin = leido.span("excepciones", place, "vence")
            yield diagnose("EXC-002", origin, regla=each.regla, fecha=each.vence)
        elif place not in used:
            yield diagnose("EXC-001", leido.span("excepciones", place, "regla"), regla=each.regla)
