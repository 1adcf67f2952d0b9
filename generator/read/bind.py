"""Nodes → model: pydantic checks the values, and each complaint goes back to its place.

Enters the tree of one file and the model it must fill; leaves the bound value with the places
of its parts, or every fault of the file as located diagnostics.
"""

from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from generator.base.diagnostic import Diagnostic, has_errors
from generator.base.span import Span
from generator.model.leido import Leido, Loc
from generator.read.complaints import complaint
from generator.read.files import read_text
from generator.read.located import parse
from generator.read.nodes import places, plain

M = TypeVar("M", bound=BaseModel)
Bound = tuple[Leido[M] | None, list[Diagnostic], tuple[str, ...]]


def bind_file(root: Path, path: Path, model: type[M]) -> Bound[M]:
    """The file at `path` as `model`, its diagnostics, and its lines to show in messages."""
    text, problems = read_text(root, path)
    if text is None:
        return None, problems, ()
    name = path.relative_to(root).as_posix()
    bound, more = bind_text(text, name, model)
    return bound, problems + more, tuple(text.split("\n"))


def bind_text(text: str, name: str, model: type[M]) -> tuple[Leido[M] | None, list[Diagnostic]]:
    """`text` as `model`, or None; `name` is the file named in the diagnostics."""
    node, problems = parse(text, name)
    if node is None:
        return None, problems
    spans = dict(places(node))
    data = plain(node)
    try:
        bound = model.model_validate(data)
    except ValidationError as error:
        faults = error.errors(include_url=False)
        return None, problems + [_located(fault, spans, name, model) for fault in faults]
    return (None if has_errors(problems) else Leido(bound, name, spans)), problems


def _located(
    fault: Any, spans: dict[Loc, Span], name: str, model: type[BaseModel]
) -> Diagnostic:
    loc = tuple(part for part in fault["loc"] if part != "[key]")
    keyed = fault["type"] in ("extra_forbidden",) or "[key]" in fault["loc"]
    found = spans.get((*loc, "#clave")) if keyed else None
    return complaint(fault, loc, found or _nearest(loc, spans, name), model)


def _nearest(loc: Loc, spans: dict[Loc, Span], name: str) -> Span:
    for size in range(len(loc), -1, -1):
        if loc[:size] in spans:
            return spans[loc[:size]]
    return Span(name)
