"""Diagnostics for programs: JSON of our own, SARIF 2.1.0 and the annotations of GitHub.

JSON and SARIF tell every finding; those that an exception signs say who signed them and why.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib.metadata import version
from urllib.parse import quote

from generator.base.diagnostic import Diagnostic
from generator.base.digest import of_parts
from generator.base.message import readable
from generator.base.messages import CATALOGUE, Level
from generator.base.text import bare

SARIF = "https://json.schemastore.org/sarif-2.1.0.json"
_SARIF_LEVEL = {Level.ERROR: "error", Level.WARNING: "warning"}
_GITHUB = {Level.ERROR: "error", Level.WARNING: "warning"}
Objeto = dict[str, object]


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """A list of objects, in order; `excepcion` is null where nobody signs."""
    rows = [
        {
            "codigo": d.code,
            "nivel": d.level.value,
            "archivo": d.span.path,
            "linea": d.span.line,
            "columna": d.span.column,
            "texto": d.text,
            "remedio": d.mend,
            "excepcion": _exception(d),
        }
        for d in diagnostics
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def _exception(diagnostic: Diagnostic) -> Objeto | None:
    if not diagnostic.motivo:
        return None
    until = str(diagnostic.vence) if diagnostic.vence else None
    said = {"motivo": diagnostic.motivo, "autor": diagnostic.autor}
    return {**said, "fecha": str(diagnostic.fecha), "vence": until}


# ── SARIF ──


def as_sarif(diagnostics: Iterable[Diagnostic]) -> str:
    """One run, with the rules that found something; addresses are relative to the project."""
    found = list(diagnostics)
    codes = sorted({d.code for d in found})
    driver = {
        "name": "Pliego",
        "version": version("pliego"),
        "language": "es",
        "rules": [_rule(code) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(d, codes.index(d.code), twin) for d, twin in _numbered(found)],
    }
    log = {"$schema": SARIF, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1)


def _rule(code: str) -> Objeto:
    message = CATALOGUE[code]
    page = f"docs/guia/mensajes/{code}.md"
    return {
        "id": code,
        "name": _name(message.title),
        "shortDescription": {"text": f"{message.title}."},
        "fullDescription": {"text": _sentence(readable(message.text))},
        "help": {"text": f"{readable(message.mend)} Más en {page}"},
        "defaultConfiguration": {"level": _SARIF_LEVEL[message.level]},
    }


def _name(title: str) -> str:
    """The title as a name for programs: «El total no es la suma» → ElTotalNoEsLaSuma."""
    return "".join(word.capitalize() for word in re.findall(r"[a-z0-9]+", bare(title)))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _numbered(found: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, int]]:
    """Each finding and how many before it say the same of the same file."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for each in found:
        key = (each.code, each.span.path, each.text)
        yield each, seen[key]
        seen[key] += 1


def _result(diagnostic: Diagnostic, rule: int, twin: int) -> Objeto:
    span = diagnostic.span
    place = {
        "artifactLocation": {"uri": quote(span.path), "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": span.line, "startColumn": span.column},
    }
    mark = of_parts([diagnostic.code, span.path, diagnostic.text, str(twin)])
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": rule,
        "level": _SARIF_LEVEL[diagnostic.level],
        "message": {"text": f"{_sentence(diagnostic.text)} {diagnostic.mend}"},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"pliego/v1": mark},
        "suppressions": [_suppression(diagnostic)] if diagnostic.motivo else [],
    }


def _suppression(diagnostic: Diagnostic) -> Objeto:
    signed = _exception(diagnostic) or {}
    properties = {key: value for key, value in signed.items() if value and key != "motivo"}
    return {
        "kind": "external",
        "status": "accepted",
        "justification": diagnostic.motivo,
        "properties": properties,
    }


# ── GitHub ──


def as_github(diagnostics: Iterable[Diagnostic]) -> str:
    """A workflow command for each finding that nobody signs."""
    return "\n".join(_annotation(d) for d in diagnostics if not d.motivo)


def _annotation(diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    title = f"{diagnostic.code} {CATALOGUE[diagnostic.code].title}"
    said = {"file": span.path, "line": span.line, "col": span.column, "title": title}
    properties = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in said.items())
    text = _escaped(f"{diagnostic.text}\n→ {diagnostic.mend}")
    return f"::{_GITHUB[diagnostic.level]} {properties}::{text}"


def _escaped(text: str, also: str = "") -> str:
    """`text` with what a workflow command would take for its own."""
    return "".join(f"%{ord(c):02X}" if c in f"%\r\n{also}" else c for c in text)


FORMATOS: Mapping[str, Callable[[Sequence[Diagnostic]], str]] = {
    "json": as_json,
    "sarif": as_sarif,
    "github": as_github,
}
