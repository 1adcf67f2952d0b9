"""YAML text → nodes that keep their place. The only door to yaml.

Enters the text of one file; leaves a tree of `Nodo` and the diagnostics. Works on the event
stream, so depth and size are bounded before anything is built; scalars stay text, so no
number, date or «NO» is ever guessed. Never raises, never opens a file.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NoReturn

import yaml

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.span import Span
from generator.read.files import CONTROL
from generator.read.nodes import Escalar, Lista, Mapa, Nodo
from generator.read.yaml_words import in_spanish

MAX_DEPTH = 20
MAX_NODES = 50_000

_AMBIGUOUS = (
    (r"(?i:yes|no|on|off|y|n)", "en YAML puede significar sí o no"),
    (r"[-+]?0\d[\d_]*(?:[.,]\d+)?", "empieza por cero y podría ser una clave o un número"),
    (r"[-+]?\d+(?::\d{1,2})+", "podría ser una hora o un número en base sesenta"),
    (r"[-+]?[\d,]*_[\d_,]*(?:\.\d+)?", "el guion bajo no separa miles"),
    (r"[-+]?\.(?i:nan|inf)|(?i:nan|inf)", "no es un número publicable"),
    (r"[-+]?\d+(?:\.\d+)?[eE][-+]?\d+", "es un número en notación científica"),
    (r"0[xob][0-9a-fA-F_]+", "es un número en otra base"),
)
_RULES = [(re.compile(pattern), cause) for pattern, cause in _AMBIGUOUS]


class _Stop(Exception):
    """Reading cannot go on; its diagnostic is already noted."""


def parse(text: str, path: str) -> tuple[Nodo | None, list[Diagnostic]]:
    """The tree of `text`, or None when it cannot be read, with every problem found."""
    reader = _Reader(path)
    try:
        return reader.document(yaml.parse(text, Loader=yaml.CSafeLoader)), reader.diagnostics
    except yaml.YAMLError as error:
        reader.syntax(error)
    except _Stop:
        pass
    return None, reader.diagnostics


class _Reader:
    """Builds nodes from events, iteratively: a deep file cannot exhaust the stack."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.diagnostics: list[Diagnostic] = []
        self.count = 0

    def document(self, events: Iterator[yaml.Event]) -> Nodo | None:
        roots: list[Nodo] = []
        stack: list[_Open] = []
        for event in events:
            self.refuse(event)
            node = self.step(event, stack)
            if node is not None:
                if stack:
                    stack[-1].add(node, self)
                else:
                    roots.append(node)
        return self.only(roots)

    def step(self, event: yaml.Event, stack: list["_Open"]) -> Nodo | None:
        """The node that `event` completes, if it does."""
        if isinstance(event, yaml.CollectionStartEvent):
            self.enter(event, stack)
        elif isinstance(event, yaml.CollectionEndEvent):
            return stack.pop().node()
        elif isinstance(event, yaml.ScalarEvent):
            self.grow(event)
            return self.scalar(event)
        return None

    def enter(self, event: yaml.Event, stack: list["_Open"]) -> None:
        self.grow(event)
        if len(stack) >= MAX_DEPTH:
            self.stop("LEC-008", self.span(event), maximo=MAX_DEPTH)
        if isinstance(event, yaml.MappingStartEvent):
            stack.append(_OpenMap(self.span(event), flow=bool(event.flow_style)))
        else:
            stack.append(_OpenList(self.span(event)))

    def grow(self, event: yaml.Event) -> None:
        self.count += 1
        if self.count > MAX_NODES:
            self.stop("LEC-009", self.span(event), maximo=f"{MAX_NODES:,}")

    def scalar(self, event: yaml.ScalarEvent) -> Escalar:
        node = Escalar(self.span(event), event.value, not event.style)
        if node.plano:
            self.ambiguous(node)
        if event.style == '"':
            self.escaped(node)
        return node

    def escaped(self, node: Escalar) -> None:
        """What may not be published is no better for being typed as an escape."""
        if found := CONTROL.search(node.texto):
            self.note("LEC-003", node.span, caracter=f"U+{ord(found[0]):04X}")
        elif not unicodedata.is_normalized("NFC", node.texto):
            self.note("LEC-012", node.span, texto=node.texto.strip()[:60])

    def ambiguous(self, node: Escalar) -> None:
        for rule, cause in _RULES:
            if rule.fullmatch(node.texto):
                mend = (
                    "Si es un número, quite los ceros de la izquierda." if "cero" in cause else ""
                )
                self.note("LEC-010", node.span, valor=node.texto, causa=cause, remedio=mend)
                return

    def refuse(self, event: yaml.Event) -> None:
        cause = ""
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            cause = "un ancla o alias (& o *)"
        elif tag := getattr(event, "tag", None):
            cause = f"una etiqueta de tipo ({tag})"
        elif isinstance(event, yaml.ScalarEvent) and event.value == "<<" and not event.style:
            cause = "la mezcla de claves (<<)"
        if cause:
            self.stop("LEC-007", self.span(event), causa=cause)

    def only(self, roots: list[Nodo]) -> Nodo | None:
        if len(roots) == 1 and isinstance(roots[0], Mapa):
            return roots[0]
        cause = "está vacío" if not roots else "no empieza por una clave"
        if len(roots) > 1:
            cause = "tiene varios documentos separados por ---"
        span = roots[-1].span if roots else Span(self.path)
        self.note("LEC-013", span, causa=cause)
        return None

    def syntax(self, error: yaml.YAMLError) -> None:
        problem = str(getattr(error, "problem", ""))
        order = ("problem_mark", "context_mark")
        if "end of stream" in problem:  # a quote never closed: show where it opened
            order = ("context_mark", "problem_mark")
        mark = next((m for name in order if (m := getattr(error, name, None))), None)
        span = Span(self.path, mark.line + 1, mark.column + 1) if mark else Span(self.path)
        self.note("LEC-005", span, causa=in_spanish(problem))

    def span(self, event: yaml.Event) -> Span:
        mark = event.start_mark
        assert mark is not None
        return Span(self.path, mark.line + 1, mark.column + 1)

    def note(self, code: str, span: Span, **data: object) -> None:
        self.diagnostics.append(diagnose(code, span, **data))

    def stop(self, code: str, span: Span, **data: object) -> NoReturn:
        self.note(code, span, **data)
        raise _Stop


@dataclass
class _OpenList:
    """A list being read."""

    span: Span
    items: list[Nodo] = field(default_factory=list)

    def add(self, node: Nodo, _reader: _Reader) -> None:
        self.items.append(node)

    def node(self) -> Nodo:
        return Lista(self.span, tuple(self.items))


@dataclass
class _OpenMap:
    """A mapping being read: `key` waits for its value."""

    span: Span
    flow: bool
    key: Escalar | None = None
    entries: dict[str, tuple[Escalar, Nodo]] = field(default_factory=dict)
    last: Nodo | None = None

    def add(self, node: Nodo, reader: _Reader) -> None:
        if self.key is None:
            self.key = self.as_key(node, reader)
            return
        key, self.key = self.key, None
        if self.split_number(key, node, reader):
            return
        if key.texto in self.entries:
            first = self.entries[key.texto][0].span.line
            reader.note("LEC-006", key.span, clave=key.texto, linea=first)
            return
        self.entries[key.texto] = (key, node)
        self.last = node

    def as_key(self, node: Nodo, reader: _Reader) -> Escalar:
        if not isinstance(node, Escalar):
            reader.stop("LEC-007", node.span, causa="una clave que no es texto")
        return node

    def split_number(self, key: Escalar, node: Nodo, reader: _Reader) -> bool:
        """`{valor: 27,1}`: YAML reads a second key, 1, without value."""
        empty = isinstance(node, Escalar) and node.plano and not node.texto
        before = self.last
        if not (self.flow and empty and key.texto.isdigit() and isinstance(before, Escalar)):
            return False
        if not before.texto.lstrip("-").isdigit():
            return False
        reader.note("LEC-015", before.span, entero=before.texto, decimales=key.texto)
        return True

    def node(self) -> Nodo:
        return Mapa(self.span, tuple(self.entries.values()))


_Open = _OpenList | _OpenMap
