"""One kind of problem: a template with its level."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """An error stops the walk; an aviso only tells."""

    ERROR = "error"
    WARNING = "aviso"


@dataclass(frozen=True)
class Message:
    """A template for one kind of problem."""

    title: str
    text: str
    mend: str
    level: Level = Level.ERROR
