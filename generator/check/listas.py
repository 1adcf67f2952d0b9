"""The lists of a narrative: their items, as lines."""

import re
from collections.abc import Iterable, Iterator

from generator.check.prosa import Renglon

_ELEMENTO = re.compile(r"^( *)(?:[-*+]|[0-9]{1,9}[.)]) +\S")


def listas(renglones: Iterable[Renglon]) -> Iterator[list[Renglon]]:
    """Each list of one level with its items; those of a list within an item are lists apart."""
    open_: dict[int, list[Renglon]] = {}
    path = ""
    for renglon in renglones:
        found = _ELEMENTO.match(renglon.crudo)
        if renglon.ruta != path or (renglon.crudo.strip() and not found and _fuera(renglon)):
            yield from open_.values()
            open_, path = {}, renglon.ruta
        if found:
            deeper = [depth for depth in open_ if depth > len(found[1])]
            yield from (open_.pop(depth) for depth in deeper)
            open_.setdefault(len(found[1]), []).append(renglon)
    yield from open_.values()


def _fuera(renglon: Renglon) -> bool:
    """Whether a line that is no item ends the lists: one without margin does."""
    return not renglon.crudo.startswith(" ")
