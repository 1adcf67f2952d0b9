"""One kind of problem: a template with its level."""

import re
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


def readable(template: str) -> str:
    """The message with `…` where its data go, without what is only sometimes said."""
    always = re.sub(r" ?\{(cerca|donde|motivo|ejemplo|remedio)\}", "", template)
    blanks = re.sub(r"(?<!\{)\{(\w+)\}(?!\})", "…", always)
    return blanks.replace("{{", "{").replace("}}", "}")
