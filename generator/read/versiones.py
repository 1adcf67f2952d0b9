"""What git keeps → what changed in the data of each indicator, before and after.

Only values and days leave: no name, address or message of whoever made the change. A file's first
version is no change; without git, or in a copy that lacks its history, nothing is told.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path, PurePosixPath

from generator.model.historia import Historia, Valor, Version
from generator.read.historia import GitFault, fechados, textos
from generator.read.located import parse
from generator.read.nodes import plain

ULTIMAS = 20
"""Versions of a file that are compared, at most."""

Campos = Mapping[str, str]
"""Place of a value in its indicator → the value as typed."""


def historia(raiz: Path) -> Historia:
    """The changes of every indicator of the project at `raiz`."""
    try:
        files = fechados(raiz, "data")
        wanted = {p: v[: ULTIMAS + 1] for p, v in files.items() if len(v) > 1 and _kind(p)}
        texts = iter(textos(raiz, [(c, p) for p, versions in wanted.items() for c, _ in versions]))
    except GitFault:
        return {}
    found: dict[tuple[str, str], tuple[Version, ...]] = {}
    for path, versions in wanted.items():
        every = [(day, _indicators(path, next(texts))) for _, day in versions]
        for id_, changes in _compared(every):
            key = (PurePosixPath(path).parts[1], id_)
            found[key] = tuple(
                sorted((*found.get(key, ()), *changes), key=lambda v: v.dia, reverse=True)
            )
    return found


def _kind(path: str) -> str:
    """Whether it is of fichas or of indicadores; nothing for the other files."""
    root, _, kind, *_ = (*PurePosixPath(path).parts, "", "", "")
    known = root == "data" and kind in ("fichas", "indicadores")
    return kind if known and path.endswith(".yml") else ""


def _indicators(path: str, text: str) -> Mapping[str, Campos]:
    """Id of each indicator of a version of a file → its values; a file that cannot be read has
    none.
    """
    node, _ = parse(text, path) if text else (None, [])
    read = plain(node) if node else None
    if not isinstance(read, dict):
        return {}
    if _kind(path) == "fichas":
        return {PurePosixPath(path).stem: dict(_flat(read))}
    rows = read.get("indicadores")
    own = [r for r in rows if isinstance(r, dict)] if isinstance(rows, list) else []
    return {str(r.get("id")): dict(_flat({k: v for k, v in r.items() if k != "id"})) for r in own}


def _flat(value: object, place: str = "") -> Iterator[tuple[str, str]]:
    """Each scalar with its place; the items of a list go by their id, or by their number."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _flat(inner, f"{place} · {key}" if place else str(key))
    elif isinstance(value, list):
        for number, inner in enumerate(value, 1):
            name = inner.get("id", number) if isinstance(inner, dict) else number
            yield from _flat(inner, f"{place} · {name}")
    elif value is not None:
        yield place.replace("_", " "), " ".join(str(value).split())


def _compared(
    every: list[tuple[str, Mapping[str, Campos]]],
) -> Iterator[tuple[str, list[Version]]]:
    """The changes of each indicator of today, between each version and the one before."""
    for id_ in every[0][1]:
        changes = []
        for (day, now), (_, before) in pairwise(every):
            if id_ in now and id_ in before:
                values = tuple(_values(before[id_], now[id_]))
                changes += [Version(date.fromisoformat(day), values)] if values else []
        if changes:
            yield id_, changes


def _values(before: Campos, now: Campos) -> Iterator[Valor]:
    for place in dict.fromkeys((*now, *before)):
        one, other = before.get(place, ""), now.get(place, "")
        if one != other:
            yield Valor(place, one, other)
