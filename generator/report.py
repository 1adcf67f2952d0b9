"""Diagnostics and progress for people, on a terminal or in a pipe."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import groupby

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
    """Each problem with its place, its line and its mend, and a closing count; those that are
    signed, only counted.
    """
    found = list(diagnostics)
    for diagnostic in found:
        if not diagnostic.motivo:
            _print(diagnostic, lineas, out)
    if found:
        out.print(count(found))


def show_by_file(
    diagnostics: Iterable[Diagnostic], lineas: Lineas, out: Console, *, firmados: bool
) -> None:
    """As `show`, under the name of each file; with `firmados`, also those that are signed."""
    found = list(diagnostics)
    for path, group in groupby(found, key=lambda d: d.span.path):
        own = list(group)
        shown = [d for d in own if firmados or not d.motivo]
        if shown:
            out.print(Text.assemble((f"── {path}", "bold cyan"), ": ", _counted(own)))
            out.print()
        for diagnostic in shown:
            _print(diagnostic, lineas, out)
    if found:
        out.print(count(found, firmados=firmados))


def show_few(diagnostics: Iterable[Diagnostic], lineas: Lineas, out: Console) -> None:
    """As `show`, but many avisos are only counted, as those that are signed."""
    found = list(diagnostics)
    unsigned = [d for d in found if not d.motivo]
    errors = [d for d in unsigned if d.level is Level.ERROR]
    few = len(unsigned) - len(errors) <= FEW
    for each in unsigned if few else errors:
        _print(each, lineas, out)
    if found:
        more = not few or len(unsigned) < len(found)
        out.print(Text.assemble(count(found), " Véalos con ./pliego revisar" if more else ""))


def _print(diagnostic: Diagnostic, lineas: Lineas, out: Console) -> None:
    for piece in _lines(diagnostic, lineas):
        out.print(piece)
    out.print()


def _lines(diagnostic: Diagnostic, lineas: Lineas) -> Iterator[Text]:
    span, style = diagnostic.span, _STYLE[diagnostic.level]
    signed = " firmado" if diagnostic.motivo else ""
    yield Text.assemble(
        (f"{span}", "bold"),
        ": ",
        (f"{diagnostic.level.value}{signed}", "green" if signed else style),
        f" {diagnostic.code}: ",
        diagnostic.text,
    )
    lines = lineas.get(span.path, ())
    if 0 < span.line <= len(lines) and lines[span.line - 1].strip():
        yield from _quoted(lines[span.line - 1], span.line, span.column, style)
    yield _signature(diagnostic) if signed else Text.assemble(("  → ", "cyan"), diagnostic.mend)


def _signature(diagnostic: Diagnostic) -> Text:
    """Who answers for it, since when and until when."""
    until = f"; vence el {diagnostic.vence}" if diagnostic.vence else ""
    by = f" ({diagnostic.autor}, {diagnostic.fecha}{until})"
    return Text.assemble(("  ✓ ", "green"), diagnostic.motivo, (by, "dim"))


def _quoted(line: str, number: int, column: int, style: str) -> Iterator[Text]:
    """The line with a mark under the column; a long one, only around it."""
    start = max(0, column - MAX_LINE // 2) if len(line) > MAX_LINE else 0
    shown = line[start : start + MAX_LINE].replace("\t", " ")
    margin = f"  {number} │ "
    yield Text.assemble((margin, "dim"), shown)
    blank = " " * (len(margin) - 2) + "│ " + " " * (column - 1 - start)
    yield Text.assemble((blank, "dim"), ("^", style))


def count(found: Iterable[Diagnostic], *, firmados: bool = True) -> Text:
    """How many of each kind; those signed, with how to see them unless they are already shown."""
    every = list(found)
    hint = "" if firmados or not any(d.motivo for d in every) else " (véalos con --firmados)"
    return Text(f"{_counted(every)}{hint}.", "bold")


def _counted(found: list[Diagnostic]) -> str:
    errors = sum(d.level is Level.ERROR and not d.motivo for d in found)
    warnings = sum(d.level is Level.WARNING and not d.motivo for d in found)
    signed = len(found) - errors - warnings
    parts = [f"{errors} {'error' if errors == 1 else 'errores'}"] if errors else []
    parts += [f"{warnings} {'aviso' if warnings == 1 else 'avisos'}"] if warnings else []
    told = " y ".join(parts)
    if not signed:
        return told
    by_hand = f"{signed} {'firmado' if signed == 1 else 'firmados'} en excepciones.yml"
    return f"{told}; {by_hand}" if told else by_hand


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
