"""A value together with the places it was read from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.base.span import Span

Loc = tuple[str | int, ...]
T = TypeVar("T")


@dataclass(frozen=True)
class Leido(Generic[T]):
    """`valor` as bound from the file `ruta`; `lugares` tells where each part was written."""

    valor: T
    ruta: str
    lugares: Mapping[Loc, Span]
    reparado: bool = False
    """Some value was faulty and has a stand-in, or was written twice: nothing that follows from it
    is to be told.
    """

    def span(self, *loc: str | int) -> Span:
        """The place of the value at `loc`, or of its nearest written parent."""
        for size in range(len(loc), -1, -1):
            if loc[:size] in self.lugares:
                return self.lugares[loc[:size]]
        return Span(self.ruta)
