"""A finding's own words → the two values that it sets side by side, and how far apart they are."""

import re
from dataclasses import dataclass
from functools import cache
from string import Formatter

from generator.base.diagnostic import Diagnostic
from generator.base.messages import CATALOGUE
from generator.base.numbers import decimal_text
from generator.model.dato import stated

PARES = (
    ("impreso", "calculado", "Impreso", "Recalculado"),
    ("publicado", "calculado", "Publicado", "Recalculado"),
    ("estado", "calculado", "Publicado", "Recalculado"),
    ("impreso", "publicado", "En la sustitución", "En la serie"),
    ("total", "suma", "Total impreso", "Suma de las partes"),
    ("dice", "da", "El texto dice", "Recalculado"),
    ("anio", "esperado", "Impreso", "En los demás"),
    ("anio", "impreso", "En la ficha", "En el cuadro resumen"),
    ("valor", "limite", "Impreso", "No puede ser"),
    ("valor", "segundo", "Aquí", "En el otro lugar"),
    ("dicho", "hallados", "Se anuncia", "Se enumeran"),
    ("numero", "debia", "Impreso", "Le tocaba"),
    ("impreso", "valor", "El original imprime", "El dato dice"),
)
"""Fields of a message that face each other, and how each is called."""
SIGNOS = {
    ">": "Debía ser mayor que",
    "<": "Debía ser menor que",
    "≥": "Debía ser, al menos",
    "≤": "Debía ser, a lo más",
    "≠": "Debía ser distinto de",
}
"""What a comparison that is not of equality says of its second value."""


@dataclass(frozen=True)
class Par:
    """What is printed and what faces it; `diferencia` when both are numbers."""

    impreso: str
    otro: str
    rotulo: str
    rotulo_otro: str
    diferencia: str


def pair(diagnostic: Diagnostic) -> Par | None:
    """The two values of the finding, when its message has two."""
    fields = said(diagnostic)
    if "signo" in fields and "otro" in fields:
        label = SIGNOS.get(fields["signo"], "Recalculado")
        return _faced(fields["uno"], fields["otro"], "Impreso", label)
    for one, other, label, label_other in PARES:
        if one in fields and other in fields:
            return _faced(fields[one], fields[other], label, label_other)
    return None


def _faced(one: str, other: str, label: str, label_other: str) -> Par:
    return Par(one, other, label, label_other, _apart(one, other))


def said(diagnostic: Diagnostic) -> dict[str, str]:
    """Field of the message → what the finding says there."""
    found = _pattern(CATALOGUE[diagnostic.code].text).fullmatch(diagnostic.text)
    return found.groupdict() if found else {}


@cache
def _pattern(template: str) -> re.Pattern[str]:
    """What reads back a filled template."""
    seen: set[str] = set()
    pieces = []
    for literal, name, _, _ in Formatter().parse(template):
        pieces.append(re.escape(literal))
        if name:
            what = "[<>=≤≥≠≈]+" if name == "signo" else ".*?"
            pieces.append(f"(?P={name})" if name in seen else f"(?P<{name}>{what})")
            seen.add(name)
    return re.compile("".join(pieces), re.DOTALL)


def _apart(one: str, other: str) -> str:
    """The distance between two printed numbers; nothing when they are not two."""
    left, right = stated(one), stated(other)
    if not left or not right or not left.numero or not right.numero:
        return ""
    apart = abs(left.numero.valor - right.numero.valor)
    decimals = max(left.numero.decimales, right.numero.decimales)
    return decimal_text(apart, decimals, locale="es_MX", grouped=True) if apart else ""
