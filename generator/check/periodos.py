"""Every date exists, and no period ends before it begins."""

import re
from collections.abc import Iterator
from datetime import date

from generator.base.diagnostic import Diagnostic, diagnose
from generator.check.prosa import Renglon, sin_direcciones, textos
from generator.check.todo import Todo

MESES = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio"),
    *("agosto", "septiembre", "octubre", "noviembre", "diciembre"),
)
_MES = rf"({'|'.join(MESES)}|setiembre)"
_ANIO = r"((?:19|20)[0-9]{2})"
_DIA = r"([0-9]{1,2})(?:\.?º|o\.)?"
_CIFRAS = re.compile(r"[0-9]{1,2} de |[0-9]/|(?:19|20)[0-9]{2} ?[^0-9\s]")
_ANIOS = re.compile(
    rf"(?<![\w./–—-]){_ANIO} ?[-–—] ?{_ANIO}(?![\w/–—-])|"
    rf"\b(?:de|desde|entre|del) {_ANIO} (?:a|al|hasta|y) {_ANIO}\b"
)
_FECHA = re.compile(rf"(?<![\w.,]){_DIA} de {_MES}\b(?: del? (?:año )?{_ANIO}\b)?", re.IGNORECASE)
_LAPSO = re.compile(
    rf"\b(?:del?|desde|entre)(?: el)? {_DIA}(?: de {_MES})?(?: del? (?:año )?{_ANIO})?,? "
    rf"(?:al?|y|hasta)(?: el)? {_DIA} de {_MES} del? (?:año )?{_ANIO}\b",
    re.IGNORECASE,
)
_MENSUAL = re.compile(
    rf"\b(?:del?|desde|entre) {_MES} del? (?:año )?{_ANIO},? (?:al?|y|hasta) {_MES} "
    rf"del? (?:año )?{_ANIO}\b",
    re.IGNORECASE,
)
_NUMERICA = re.compile(r"(?<![\w./-])([0-9]{1,2})/([0-9]{1,2})/((?:19|20)[0-9]{2})(?![\w/-])")


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for renglon in textos(todo):
        if _CIFRAS.search(renglon.crudo):
            yield from _renglon(renglon)


def _renglon(renglon: Renglon) -> Iterator[Diagnostic]:
    text = sin_direcciones(renglon.texto)
    words = text if " de" in text else ""
    for found in (*_FECHA.finditer(words), *_NUMERICA.finditer(text if "/" in text else "")):
        if not _existe(*found.groups()):
            yield diagnose("TXT-004", renglon.span(found.start()), fecha=found[0])
    for found in _ANIOS.finditer(text):
        first, last = (each for each in found.groups() if each)
        if int(first) > int(last):
            yield _reves(renglon, found)
    for found in (*_LAPSO.finditer(words), *_MENSUAL.finditer(words)):
        if _al_reves(*found.groups()):
            yield _reves(renglon, found)


def _reves(renglon: Renglon, found: re.Match[str]) -> Diagnostic:
    return diagnose("TXT-005", renglon.span(found.start()), periodo=found[0])


def _existe(dia: str, mes: str, anio: str | None) -> bool:
    """Whether there is such a day; without a year, in some year."""
    try:
        date(int(anio or 2024), _mes(mes), int(dia))
    except ValueError:
        return False
    return True


def _mes(mes: str) -> int:
    if mes.isdigit():
        return int(mes)
    return MESES.index(mes.lower().replace("setiembre", "septiembre")) + 1


def _al_reves(*partes: str) -> bool:
    """Whether the second date comes first. What the first one leaves out it takes from the
    second; two months without days are compared as such.
    """
    if len(partes) == 4:
        mes, anio, otro_mes, otro_anio = partes
        return (int(anio), _mes(mes)) > (int(otro_anio), _mes(otro_mes))
    dia, mes, anio, otro_dia, otro_mes, otro_anio = partes
    first = (int(anio or otro_anio), _mes(mes or otro_mes), int(dia))
    return first > (int(otro_anio), _mes(otro_mes), int(otro_dia))
