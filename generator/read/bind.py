"""Nodes → model: pydantic checks the values, and each complaint goes back to its place.

Enters the tree of one file and the model it must fill; leaves the bound value with the places
of its parts, and every fault of the file as a located diagnostic; a faulty value is then a
stand-in, so that the walk can go on and find the other problems.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from generator.base.diagnostic import Diagnostic, diagnose, near
from generator.base.span import Span
from generator.model.leido import Leido, Loc
from generator.read.complaints import complaint
from generator.read.files import read_text
from generator.read.located import parse
from generator.read.nodes import places, plain
from generator.read.repair import repaired

M = TypeVar("M", bound=BaseModel)
MAX_COMPARED = 500
"""Unknown keys among which a misspelt one is looked for."""
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
    blank = [diagnose("ESQ-006", spans[loc], clave=loc[-1]) for loc in _blank(data)]
    try:
        value = model.model_validate(data)
        problems += blank
        return Leido(value, name, spans, reparado=bool(problems)), problems
    except ValidationError as error:
        faults = _own(error.errors(include_url=False))
    told = [_located(fault, spans, name, model) for fault in faults]
    said = {problem.span for problem in problems}
    problems += [each for each in told if each.span not in said]
    problems += [each for each in blank if each not in told]
    try:
        mended = model.model_validate(repaired(data, faults, model))
        return Leido(mended, name, spans, reparado=True), problems
    except ValidationError:
        return None, problems


def _blank(data: object, loc: Loc = ()) -> Iterator[Loc]:
    """Where a key was left without its value."""
    if isinstance(data, dict):
        for key, value in data.items():
            if value is None:
                yield (*loc, key)
            else:
                yield from _blank(value, (*loc, key))
    elif isinstance(data, list):
        for place, value in enumerate(data):
            yield from _blank(value, (*loc, place))


def _own(faults: list[Any]) -> list[Any]:
    """Without those that only follow from another: a list short of the item that failed, a key
    missing because it was misspelt.
    """
    locs = [fault["loc"] for fault in faults]
    extra = [
        loc for fault, loc in zip(faults, locs, strict=True) if fault["type"] == "extra_forbidden"
    ]

    def follows(fault: Any) -> bool:
        loc = fault["loc"]
        if fault["type"] == "too_short":
            return any(len(other) > len(loc) and other[: len(loc)] == loc for other in locs)
        if fault["type"] != "missing":
            return False
        twins = [str(other[-1]) for other in extra if other[:-1] == loc[:-1]]
        return bool(near(str(loc[-1]), twins[:MAX_COMPARED]))

    return [fault for fault in faults if not follows(fault)]


def _located(fault: Any, spans: dict[Loc, Span], name: str, model: type[BaseModel]) -> Diagnostic:
    loc = tuple(part for part in fault["loc"] if part != "[key]")
    keyed = fault["type"] in ("extra_forbidden",) or "[key]" in fault["loc"]
    found = spans.get((*loc, "#clave")) if keyed else None
    return complaint(fault, loc, found or _nearest(loc, spans, name), model)


def _nearest(loc: Loc, spans: dict[Loc, Span], name: str) -> Span:
    for size in range(len(loc), -1, -1):
        if loc[:size] in spans:
            return spans[loc[:size]]
    return Span(name)
