"""No text keeps the words of its template: «Agregar el valor», XXX, ____, [pendiente]."""

import re
from collections.abc import Iterator

from generator.base.diagnostic import Diagnostic, diagnose
from generator.check.prosa import Renglon, textos
from generator.check.todo import Todo

_POR_HACER = r"pendiente|por definir|por determinar|por llenar|sin definir|falta (?:dato|texto)|tbd"
_SIEMPRE = re.compile(
    r"\b(?:agregar|añadir|insertar|capturar|escribir|anotar|poner|indicar) "
    r"(?:aquí\b|(?:el|la|los|las) (?:valor|valores|dato|datos|cifra|texto|nombre de la variable)\b"
    r"(?= (?:de la variable|aquí|que corresponda|correspondiente)\b|[.\"']?\s*$))[^\"'|,.\t]{0,60}"
    r"|\blorem ipsum\b|\bTBD\b|\bTODO:|(?<!\w)[Xx]{4,}(?!\w)|(?-i:(?<!\w)xxx(?!\w))|_{4,}|\?{3,}"
    rf"|[\[(](?:{_POR_HACER})[\])]",
    re.IGNORECASE,
)
_ROMANO = re.compile(r"(?<![\w.])XXX(?!\w)")
_NUMERADO = re.compile(
    r"(?:cap[íi]tulo|tomo|t[íi]tulo|siglo|fracci[óo]n|anexo|art[íi]culo|inciso|numeral) $", re.I
)
_ENTERO = re.compile(
    rf"^\s*(?:[-*]\s+)?(?:[\w-]+:\s+)?[\"']?(?:{_POR_HACER})[.\"']*\s*$|"
    rf"\|\s*(?:por definir|por determinar|por llenar|tbd)\s*(?=\|)",
    re.IGNORECASE,
)
_SENALES = (
    *("aquí", "valor", "dato", "texto", "cifra", "nombre de", "lorem", "tbd", "todo:", "xxx"),
    *("____", "???", "pendiente", "por de", "por llenar", "sin definir", "falta ", "[…", "[..."),
)
"""What a line must have, one of these at least, to be looked at closely."""
_PUNTOS = re.compile(r"\[(?:…|\.\.\.)\]")
_CITA = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"]*\"")


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for renglon in textos(todo):
        for found in _marcas(renglon):
            text = found[0].strip(" |-")
            yield diagnose("TXT-003", renglon.span(found.start()), texto=text[:60])


def _marcas(renglon: Renglon) -> Iterator[re.Match[str]]:
    text = renglon.texto
    lower = text.lower()
    if not any(each in lower for each in _SENALES):
        return
    yield from _SIEMPRE.finditer(text)
    yield from _ENTERO.finditer(text)
    for found in _ROMANO.finditer(text):
        if not _NUMERADO.search(text[: found.start()]):
            yield found
    if "[" in text and not text.lstrip().startswith(">"):
        unquoted = _CITA.sub(lambda cita: " " * len(cita[0]), text)
        yield from _PUNTOS.finditer(unquoted)
