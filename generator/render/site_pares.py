"""What fills a finding's message → the two values that it sets side by side, and how far apart."""

from dataclasses import dataclass

from generator.base.diagnostic import Diagnostic
from generator.base.numbers import decimal_text
from generator.model.dato import stated

PARES = (
    ("impreso", "calculado", "Impreso", "Recalculado"),
    ("publicado", "calculado", "Publicado", "Recalculado"),
    ("estado", "calculado", "Publicado", "Recalculado"),
    ("impreso", "publicado", "En la sustitución", "En la serie"),
    ("total", "suma", "Total impreso", "Suma de las partes"),
    ("dice", "da", "El texto dice", "Recalculado"),
    ("dice", "debe", "En desuso", "Se escribe"),
    ("parte", "usual", "Impreso", "En las demás"),
    ("nombre", "significado", "En el texto", "En la lista de siglas"),
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
    fields = dict(diagnostic.datos)
    if "signo" in fields and "otro" in fields:
        label = SIGNOS.get(fields["signo"], "Recalculado")
        return _faced(fields["uno"], fields["otro"], "Impreso", label)
    for one, other, label, label_other in PARES:
        if one in fields and other in fields:
            return _faced(fields[one], fields[other], label, label_other)
    return None


def _faced(one: str, other: str, label: str, label_other: str) -> Par:
    return Par(one, other, label, label_other, _apart(one, other))


def _apart(one: str, other: str) -> str:
    """The distance between two printed numbers; nothing when they are not two."""
    left, right = stated(one), stated(other)
    if not left or not right or not left.numero or not right.numero:
        return ""
    apart = abs(left.numero.valor - right.numero.valor)
    decimals = max(left.numero.decimales, right.numero.decimales)
    return decimal_text(apart, decimals, locale="es_MX", grouped=True) if apart else ""
