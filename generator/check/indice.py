"""What a document printed of its outline: the index and the headings say the same, in order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.romanos import roman
from generator.base.span import Span
from generator.base.text import bare
from generator.check.todo import Todo
from generator.model.documento import Documento
from generator.model.leido import Leido

_ENTRADA = re.compile(r"(?:([0-9]{1,3}(?:\.[0-9]{1,3})*|[IVXLC]{1,8}|[A-Za-z])[.)-]{1,2} ?)?(.*)")
_PAGINA = re.compile(r"(?:(?<!\.)\.{2,}|…) ?[0-9]{0,4}$")
_ROMANOS = tuple(roman(number) for number in range(100))
"""Roman numbers in the place of their value."""
Orden = tuple[str, tuple[str, ...], int]
"""How it is numbered, under what, and which one it is."""


@dataclass(frozen=True)
class Titulo:
    """An entry of the index or a heading, as printed and taken apart."""

    texto: str
    numero: str
    nombre: str
    lugar: Span


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        for documento in leida.documentos:
            if not documento.declarado.reparado:
                yield from _documento(documento.declarado)


def _documento(leido: Leido[Documento]) -> Iterator[Diagnostic]:
    printed = leido.valor.impreso
    entries = [_titulo(leido, "indice", n, text) for n, text in enumerate(printed.indice)]
    headings = [
        _titulo(leido, "encabezados", n, text) for n, text in enumerate(printed.encabezados)
    ]
    if entries and headings:
        yield from _distintos(entries, headings)
    yield from _saltos("la entrada", entries)
    yield from _saltos("el título", headings)


def _titulo(leido: Leido[Documento], field: str, n: int, text: str) -> Titulo:
    whole = _PAGINA.sub("", text.strip()).strip()
    match = _ENTRADA.fullmatch(whole)
    number, name = (match[1] or "", match[2]) if match else ("", whole)
    place = leido.span("impreso", field, n)
    return Titulo(whole, number, " ".join(re.findall(r"\w+", bare(name))), place)


# ── index against headings ──


def _distintos(entries: list[Titulo], headings: list[Titulo]) -> Iterator[Diagnostic]:
    """Each entry has its heading with the same number, and each numbered heading, its entry."""
    for entry in entries:
        same = [h for h in headings if h.nombre == entry.nombre]
        if not same:
            que = f"el índice anuncia «{entry.texto}» y ningún título lo dice"
            yield diagnose("NRO-004", entry.lugar, que=que)
        elif entry.numero not in [h.numero for h in same]:
            yield diagnose("NRO-003", entry.lugar, entrada=entry.texto, titulo=same[0].texto)
    known = {entry.nombre for entry in entries}
    for heading in headings:
        if heading.numero and heading.nombre not in known:
            que = f"el título «{heading.texto}» no está en el índice"
            yield diagnose("NRO-004", heading.lugar, que=que)


# ── order ──


def _saltos(que: str, titles: list[Titulo]) -> Iterator[Diagnostic]:
    """Those that do not follow the one before at their level; a level begins again under another
    title of the level above.
    """
    numbered = [t for t in titles if t.numero]
    latin = next((t.numero for t in numbered if t.numero.isalpha()), "") == "I"
    levels: list[tuple[str, tuple[str, ...]]] = []
    last: dict[tuple[str, tuple[str, ...]], Titulo] = {}
    for title in numbered:
        kind, under, number = _orden(title.numero, roman=latin)
        level = (kind, under)
        if level in levels:
            del levels[levels.index(level) + 1 :]
        else:
            levels.append(level)
            last.pop(level, None)
        before = last.get(level)
        expected = _orden(before.numero, roman=latin)[2] + 1 if before else number
        if before and number != expected:
            data = {"numero": title.numero, "antes": before.numero}
            due = _escrito(expected, kind, under)
            yield diagnose("NRO-002", title.lugar, que=que, debia=due, **data)
        last[level] = title


def _orden(numero: str, *, roman: bool) -> Orden:
    if numero[0].isdigit():
        *under, own = numero.split(".")
        return "1", tuple(under), int(own)
    if roman and numero in _ROMANOS:
        return "I", (), _ROMANOS.index(numero)
    return "A" if numero[0].isupper() else "a", (), ord(numero[0].upper()) - ord("A") + 1


def _escrito(number: int, kind: str, under: tuple[str, ...]) -> str:
    """A number of order as those of its level are written."""
    if kind == "1":
        return ".".join((*under, str(number)))
    if kind == "I":
        return _ROMANOS[min(number, len(_ROMANOS) - 1)]
    return chr(ord(kind) + (number - 1) % 26)
