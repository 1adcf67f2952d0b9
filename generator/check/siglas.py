"""Every sigla that is used is explained in the list, and every one of the list is used."""

import re
from collections.abc import Iterator, Mapping

from generator.base.diagnostic import Diagnostic, diagnose, near
from generator.base.span import Span
from generator.check.todo import Todo
from generator.check.vocabulario import mismo
from generator.model.leido import Leido
from generator.model.proyecto import DocumentoLeido, InstitucionLeida
from generator.model.vocabulario import Siglas

_WORD = re.compile(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*")
_SIGLA = re.compile(r"[A-ZÁÉÍÓÚÑ]{2,}")
_ROMAN = re.compile(r"[IVXLC]+")
_EXPLAINED = re.compile(r"\w[»”*]* \(([A-ZÁÉÍÓÚÑ]{2,})\)")
"""The name and, in parentheses, its sigla."""
_REFERENCE = re.compile(r"\{\{[^{}]*\}\}|\]\([^()\]]*\)|\[\^[^\[\]]*\]")
LONG = 4
"""Letters from which a sigla may be another one misspelt, not just a different one."""
MAX_LISTED = 100
"""Siglas that a message lists."""


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        if leida.siglas is not None and not leida.siglas.reparado:
            yield from _repetidas(leida.siglas)
            yield from _sin_definir(todo, leida, leida.siglas)
            yield from _sin_uso(todo, leida, leida.siglas)


def _repetidas(leido: Leido[Siglas]) -> Iterator[Diagnostic]:
    """Those explained again with the same words; with others, SIG-005 tells."""
    seen: dict[str, int] = {}
    for n, each in enumerate(leido.valor.siglas):
        known = leido.valor.siglas[seen.get(each.sigla, n)]
        if each.sigla in seen and mismo(known.significado) == mismo(each.significado):
            line = leido.span("siglas", seen[each.sigla], "sigla").line
            yield diagnose(
                "SIG-003", leido.span("siglas", n, "sigla"), sigla=each.sigla, linea=line
            )
        seen.setdefault(each.sigla, n)


def _sin_definir(todo: Todo, leida: InstitucionLeida, leido: Leido[Siglas]) -> Iterator[Diagnostic]:
    """The first use of each one that neither the list nor its document explains."""
    known = {each.sigla for each in leido.valor.siglas} | set(leido.valor.nombres)
    known |= {part for sigla in known for part in re.split(r"[-‑ /]", sigla)}
    told = {*known, leida.ficha.valor.siglas, "ND", "NA"}
    explained = _explicadas(todo, leida)
    for path, lines in _narratives(todo, leida).items():
        for number, line in enumerate(lines, 1):
            for word, column in _siglas(line):
                if word not in told and word not in explained[path]:
                    told.add(word)
                    close = near(word, known) if len(word) > LONG else ""
                    yield diagnose("SIG-001", Span(path, number, column), sigla=word, cerca=close)


def _explicadas(todo: Todo, leida: InstitucionLeida) -> Mapping[str, set[str]]:
    """Narrative → the siglas that its document gives after their names; none where it prints the
    list, in which its readers look for them.
    """
    found: dict[str, set[str]] = {}
    for documento in leida.documentos:
        paths = documento.narrativas.values()
        listed = _impresa(todo, documento)
        lines = (line for path in paths for line in todo.textos.get(path, ()) if not listed)
        own = {match for line in lines for match in _EXPLAINED.findall(line)}
        found |= dict.fromkeys(paths, own)
    return found


def _impresa(todo: Todo, documento: DocumentoLeido) -> bool:
    """Whether the type of a document prints the list of siglas."""
    leido = todo.proyecto.tipos.get(documento.declarado.valor.tipo)
    pending = list(leido.tipo.valor.secciones) if leido else []
    while pending:
        seccion = pending.pop()
        if any(bloque.componente == "siglas" for bloque in seccion.bloques):
            return True
        pending += seccion.secciones
    return False


def _siglas(line: str) -> Iterator[tuple[str, int]]:
    """The all-capital words of a line, each part of a compound one apart, with its column."""
    text = _REFERENCE.sub(lambda found: " " * len(found[0]), line)
    for match in _WORD.finditer(text):

        def coded(part: re.Match[str], start: int = match.start()) -> bool:
            """Whether figures touch it: it is a piece of a code (SAV-002)."""
            after = text[start + part.end() : start + part.end() + 2]
            return bool(re.match(r"[-‑]?[0-9]", after)) or text[start + part.start() - 1].isdigit()

        for part in re.finditer(r"[^-‑]+", match[0]):
            if _SIGLA.fullmatch(part[0]) and not _ROMAN.fullmatch(part[0]) and not coded(part):
                yield part[0], match.start() + part.start() + 1


def _narratives(todo: Todo, leida: InstitucionLeida) -> Mapping[str, tuple[str, ...]]:
    paths = {path for documento in leida.documentos for path in documento.narrativas.values()}
    return {path: todo.textos.get(path, ()) for path in sorted(paths)}


def _sin_uso(todo: Todo, leida: InstitucionLeida, leido: Leido[Siglas]) -> Iterator[Diagnostic]:
    """One message for all of them, at the first."""
    texts = dict(_narratives(todo, leida))
    paths = [leido.ruta for leido in leida.fichas.values()]
    paths += [leido.ruta for leido in leida.cuadros.values()]
    texts |= {path: todo.textos.get(path, ()) for path in paths}
    if leida.glosario:
        texts[leida.glosario.ruta] = todo.textos.get(leida.glosario.ruta, ())
    whole = "\n".join(line for lines in texts.values() for line in lines)
    words = set(re.findall(r"\w+", whole))
    unused = [n for n, s in enumerate(leido.valor.siglas) if not _usada(s.sigla, words, whole)]
    if unused:
        names = list(dict.fromkeys(leido.valor.siglas[n].sigla for n in unused))
        listing = ", ".join(names[:MAX_LISTED]) + ("…" if len(names) > MAX_LISTED else "")
        place = leido.span("siglas", unused[0], "sigla")
        yield diagnose("SIG-002", place, cuantas=len(unused), siglas=listing)


def _usada(sigla: str, words: set[str], whole: str) -> bool:
    """Whether it is among the `words` of the texts or, with dashes or spaces, in the `whole`."""
    if re.fullmatch(r"\w+", sigla):
        return sigla in words
    return sigla in whole and bool(re.search(rf"(?<!\w){re.escape(sigla)}(?!\w)", whole))
