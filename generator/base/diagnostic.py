"""Problems as values: what is wrong, where, why, and how to mend it. Nothing here raises."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches

from generator.base.messages import CATALOGUE, Level
from generator.base.span import Span


@dataclass(frozen=True)
class Diagnostic:
    """One located problem; `code` is its page in docs/guia/mensajes/."""

    code: str
    span: Span
    text: str
    mend: str
    level: Level = Level.ERROR
    motivo: str = ""
    """Why it is excepted, when an exception signs it; it then stops nothing."""
    autor: str = ""
    fecha: date | None = None
    vence: date | None = None
    """Who signed it, when, and from which day it counts again."""
    datos: tuple[tuple[str, str], ...] = field(default=(), compare=False)
    """What filled its message: field → words."""

    @property
    def order(self) -> tuple[Span, str, str]:
        return (self.span, self.code, self.text)


def diagnose(code: str, span: Span, **data: object) -> Diagnostic:
    """The catalogue's message `code` filled with `data`, at `span`."""
    message = CATALOGUE[code]
    text, mend = message.text.format(**data), message.mend.format(**data)
    said = tuple((field, str(value)) for field, value in data.items())
    return Diagnostic(code, span, text, mend, message.level, datos=said)


def near(name: str, known: Iterable[str]) -> str:
    """«¿Quiso decir …?» for the closest known name, or nothing."""
    found = get_close_matches(name, sorted(set(known)), n=1, cutoff=0.6)
    return f" ¿Quiso decir «{found[0]}»?" if found else ""


def consequence(diagnostic: Diagnostic) -> bool:
    """Whether it may come only from a file that could not be read."""
    return diagnostic.code.startswith(("REF-", "TIP-", "NAR-006", "IND-", "TAB-"))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    return any(d.level is Level.ERROR and not d.motivo for d in diagnostics)


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Each problem once, sorted by place."""
    return sorted(dict.fromkeys(diagnostics), key=lambda d: d.order)
