"""Every sigla that is used is explained in the list, and every one of the list is used."""

import re
from collections.abc import Iterator, Mapping

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.span import Span
from generator.check.todo import Todo
from generator.model.leido import Leido
from generator.model.proyecto import InstitucionLeida
from generator.model.vocabulario import Siglas

_WORD = re.compile(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*")
_SIGLA = re.compile(r"[A-ZÁÉÍÓÚÑ]{2,}")
_ROMAN = re.compile(r"[IVXLC]+")
_REFERENCE = re.compile(r"\{\{.*?\}\}|\]\([^)]*\)|\[\^[^\]]*\]")


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        if leida.siglas is not None and not leida.siglas.reparado:
            yield from _repetidas(leida.siglas)
            yield from _sin_definir(todo, leida, leida.siglas)
            yield from _sin_uso(todo, leida, leida.siglas)


def _repetidas(leido: Leido[Siglas]) -> Iterator[Diagnostic]:
    seen: dict[str, int] = {}
    for n, each in enumerate(leido.valor.siglas):
        if each.sigla in seen:
            line = leido.span("siglas", seen[each.sigla], "sigla").line
            yield diagnose(
                "SIG-003", leido.span("siglas", n, "sigla"), sigla=each.sigla, linea=line
            )
        seen.setdefault(each.sigla, n)


def _sin_definir(todo: Todo, leida: InstitucionLeida, leido: Leido[Siglas]) -> Iterator[Diagnostic]:
    """The first use of each one that the list does not explain."""
    known = {each.sigla for each in leido.valor.siglas} | set(leido.valor.nombres)
    known |= {part for sigla in known for part in re.split(r"[-‑ /]", sigla)}
    told = {*known, leida.ficha.valor.siglas, "ND", "NA"}
    for path, lines in _narratives(todo, leida).items():
        for number, line in enumerate(lines, 1):
            for word, column in _siglas(line):
                if word not in told:
                    told.add(word)
                    yield diagnose("SIG-001", Span(path, number, column), sigla=word)


def _siglas(line: str) -> Iterator[tuple[str, int]]:
    """The all-capital words of a line, each part of a compound one apart, with its column."""
    text = _REFERENCE.sub(lambda found: " " * len(found[0]), line)
    for match in _WORD.finditer(text):
        for part in re.finditer(r"[^-‑]+", match[0]):
            if _SIGLA.fullmatch(part[0]) and not _ROMAN.fullmatch(part[0]):
                yield part[0], match.start() + part.start() + 1


def _narratives(todo: Todo, leida: InstitucionLeida) -> Mapping[str, tuple[str, ...]]:
    paths = {path for documento in leida.documentos for path in documento.narrativas.values()}
    return {path: todo.textos.get(path, ()) for path in sorted(paths)}


def _sin_uso(todo: Todo, leida: InstitucionLeida, leido: Leido[Siglas]) -> Iterator[Diagnostic]:
    """One message for all of them, where the list begins."""
    texts = dict(_narratives(todo, leida))
    paths = [leido.ruta for leido in leida.fichas.values()]
    paths += [leido.ruta for leido in leida.cuadros.values()]
    texts |= {path: todo.textos.get(path, ()) for path in paths}
    if leida.glosario:
        texts[leida.glosario.ruta] = todo.textos.get(leida.glosario.ruta, ())
    whole = "\n".join(line for lines in texts.values() for line in lines)
    unused = [
        each.sigla
        for each in leido.valor.siglas
        if not re.search(rf"(?<!\w){re.escape(each.sigla)}(?!\w)", whole)
    ]
    if unused:
        listing = ", ".join(dict.fromkeys(unused))
        place = leido.span("siglas")
        yield diagnose("SIG-002", place, cuantas=len(unused), siglas=listing)
