"""Findings + signed exceptions → findings that say which ones are excepted, and why.

An exception quotes the whole text of what it signs, so that another value is another finding; one
exception signs every equal finding of its file. One that signs nothing, that has expired or that
may not be signed is a finding itself.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.families import FAMILIES
from generator.base.messages import CATALOGUE, Level
from generator.model.excepcion import Excepcion, Excepciones
from generator.model.leido import Leido
from generator.model.proyecto import Proyecto

Clave = tuple[str, str, str]


def signed(diagnostics: Iterable[Diagnostic], proyecto: Proyecto, hoy: date) -> list[Diagnostic]:
    """`diagnostics`, each with the exception that signs it on the day `hoy`."""
    found = list(diagnostics)
    for leida in proyecto.instituciones:
        if leida.excepciones is not None:
            found = _institution(found, leida.id, leida.excepciones, hoy)
    return found


def signable(code: str) -> bool:
    """Whether what `code` tells may be published, if someone answers for it: an aviso, or an error
    of the audit; any other leaves something unread or uncomposed.
    """
    family = FAMILIES[code.partition("-")[0]]
    return code[:3] != "EXC" and (bool(family.mira) or CATALOGUE[code].level is Level.WARNING)


def institution(path: str) -> str:
    """The institution that owns a file of the project; nothing, when none does."""
    room, _, rest = path.partition("/")
    return rest.partition("/")[0] if room in ("data", "content") and "/" in rest else ""


def _institution(
    found: list[Diagnostic], id_: str, leido: Leido[Excepciones], hoy: date
) -> list[Diagnostic]:
    valid = _valid(leido.valor.excepciones, hoy)
    used: set[Clave] = set()
    result = []
    for diagnostic in found:
        key = (diagnostic.code, diagnostic.span.path, _words(diagnostic.text))
        place = valid.get(key) if institution(diagnostic.span.path) == id_ else None
        if place is None:
            result.append(diagnostic)
            continue
        used.add(key)
        result.append(_with(diagnostic, leido.valor.excepciones[place]))
    faults = () if leido.reparado else _faults(leido, {valid[key] for key in used}, hoy)
    return [*result, *faults]


def _valid(excepciones: tuple[Excepcion, ...], hoy: date) -> dict[Clave, int]:
    """What is signed on the day `hoy` → the first exception that does it."""
    found: dict[Clave, int] = {}
    for place, each in enumerate(excepciones):
        if not _expired(each, hoy) and _known(each) and signable(each.regla):
            found.setdefault((each.regla, each.archivo, _words(each.dice)), place)
    return found


def _with(diagnostic: Diagnostic, by: Excepcion) -> Diagnostic:
    return replace(diagnostic, motivo=by.motivo, autor=by.autor, fecha=by.fecha, vence=by.vence)


def _words(text: str) -> str:
    """`text` whatever its blanks: copied from a terminal, they are not always the same."""
    return " ".join(text.split())


def _known(excepcion: Excepcion) -> bool:
    return excepcion.regla in CATALOGUE


def _expired(excepcion: Excepcion, hoy: date) -> bool:
    return excepcion.vence is not None and excepcion.vence <= hoy


def _faults(leido: Leido[Excepciones], used: set[int], hoy: date) -> Iterator[Diagnostic]:
    for place, each in enumerate(leido.valor.excepciones):
        rule = leido.span("excepciones", place, "regla")
        if _expired(each, hoy):
            origin = leido.span("excepciones", place, "vence")
            yield diagnose("EXC-002", origin, regla=each.regla, fecha=each.vence)
        elif _known(each) and not signable(each.regla):
            yield diagnose("EXC-003", rule, regla=each.regla)
        elif place not in used:
            yield diagnose("EXC-001", rule, regla=each.regla)
