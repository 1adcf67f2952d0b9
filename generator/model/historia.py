"""What changed in the data of an indicator, change by change, as git keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Valor:
    """A field that changed; `antes` or `ahora` is empty when it was not there."""

    campo: str
    """Where it is in its file: serie · 2023."""
    antes: str
    ahora: str


@dataclass(frozen=True)
class Version:
    """The changes of one day; nobody's name is kept."""

    dia: date
    valores: tuple[Valor, ...]


Historia = Mapping[tuple[str, str], tuple[Version, ...]]
"""Institution and indicator → its changes, the latest first."""
