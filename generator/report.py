"""Diagnostics and progress on a terminal or in a pipe, and as JSON for programs."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from rich.console import Console
from rich.text import Text

from generator.base.diagnostic import Diagnostic
from generator.base.messages import Level

Lineas = Mapping[str, tuple[str, ...]]
_STYLE = {Level.ERROR: "bold red", Level.WARNING: "bold yellow"}
MAX_LINE = 160
FEW = 5
"""Avisos that a build shows whole; more of them are only counted."""


def console(*, stderr: bool = True) -> Console:
    """A console that colours only a terminal and never breaks a path to fit."""
    return Console(stderr=stderr, highlight=False, soft_wrap=True)


def show(diagnostics: Iterable[Diagnostic], lineas: Lineas, out: Console) -> None:
    """Each problem with its place, its line and its mend, and a closing count."""
    found = list(diagnostics)
    for diagnostic in found:
        for piece in _lines(diagnostic, lineas):
            out.print(piece)
        out.print()
    if found:
        out.print(_count(found))


def _lines(diagnostic: Diagnostic, lineas: Lineas) -> Iterator[Text]:
    span, style = diagnostic.span, _STYLE[diagnostic.level]
    head = Text.assemble(
        (f"{span}", "bold"),
        ": ",
        (diagnostic.level.value, style),
        f" {diagnostic.code}: ",
        diagnostic.text,
    )
    yield head
    lines = lineas.get(span.path, ())
    if 0 < span.line <= len(lines) and lines[span.line - 1].strip():
        yield from _quoted(lines[span.line - 1], span.line, span.column, style)
    yield Text.assemble(("  → ", "cyan"), diagnostic.mend)


def _quoted(line: str, number: int, column: int, style: str) -> Iterator[Text]:
    """The line with a mark under the column; a long one, only around it."""
    start = max(0, column - MAX_LINE // 2) if len(line) > MAX_LINE else 0
    shown = line[start : start + MAX_LINE].replace("\t", " ")
    margin = f"  {number} │ "
    yield Text.assemble((margin, "dim"), shown)
    blank = " " * (len(margin) - 2) + "│ " + " " * (column - 1 - start)
    yield Text.assemble((blank, "dim"), ("^", style))


def _count(found: list[Diagnostic]) -> Text:
    errors = sum(d.level is Level.ERROR for d in found)
    warnings = len(found) - errors
    parts = [f"{errors} {'error' if errors == 1 else 'errores'}"] if errors else []
    parts += [f"{warnings} {'aviso' if warnings == 1 else 'avisos'}"] if warnings else []
    return Text(" y ".join(parts) + ".", "bold")


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """The problems for a program: a list of objects, in order."""
    rows = [
        {
            "codigo": d.code,
            "nivel": d.level.value,
            "archivo": d.span.path,
            "linea": d.span.line,
            "columna": d.span.column,
            "texto": d.text,
            "remedio": d.mend,
        }
        for d in diagnostics
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1)


class Progress:
    """Steps of a long work: a moving line in a terminal, one line each elsewhere."""

    def __init__(self, out: Console) -> None:
        self.out = out
        self.step = ""

    @contextmanager
    def running(self) -> Iterator["Progress"]:
        if not self.out.is_terminal:
            yield self
            return
        with self.out.status("", spinner="dots") as status:
            self.status = status
            yield self
            self.done()

    def __call__(self, step: str) -> None:
        if not self.out.is_terminal:
            self.out.print(f"· {step}…")
            sys.stderr.flush()
            return
        self.done()
        self.step = step
        self.status.update(f"{step}…")

    def done(self) -> None:
        if self.step:
            self.out.print(f"[green]✓[/] {self.step}")
        self.step = ""
