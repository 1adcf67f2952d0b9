"""The words that name a figure, so that two names can be compared."""

import re
from functools import lru_cache

from generator.base.text import bare

VACIAS = frozenset(
    [
        "a",
        "al",
        "ano",
        "cada",
        "de",
        "del",
        "e",
        "el",
        "en",
        "entre",
        "es",
        "la",
        "las",
        "lo",
        "los",
        "ninas",
        "numero",
        "o",
        "para",
        "por",
        "que",
        "se",
        "segun",
        "sobre",
        "su",
        "sus",
        "t",
        "total",
        "y",
    ]
)
"""Words that do not tell one figure from another."""
RELATIVAS = (
    "avance",
    "crecimiento",
    "crecio",
    "cumplimiento",
    "desviacion",
    "incremento",
    "indice",
    "logro",
    "variacion",
)
"""What these name may pass of 100 % or go below zero."""
_MEDIDA = re.compile(
    r"(numero|total|cantidad|porcentaje|proporcion|promedio|tasa|indice|nivel|cobertura|razon)s?"
    r"(?: de(?: las?| los?)?| del)? "
)


def raiz(word: str) -> str:
    """A word without the ending of its plural."""
    for ending in ("es", "s"):
        if len(word) > 4 and word.endswith(ending):
            return word.removesuffix(ending)
    return word.removesuffix("e") if len(word) > 4 else word


@lru_cache(4096)
def palabras(text: str) -> tuple[str, ...]:
    """The words of `text` that tell it from others, in the singular and without accents."""
    found = re.findall(r"[a-z0-9]+", bare(text))
    return tuple(raiz(word) for word in found if word not in VACIAS)


def medida(text: str) -> str:
    """The measure that a name begins with: porcentaje, numero, or nothing."""
    match = _MEDIDA.match(f"{bare(text)} ")
    return match[1] if match else ""


def sin_medida(text: str) -> str:
    """The name without the measure it begins with, in lower case and without accents."""
    return _MEDIDA.sub("", bare(text), count=1).strip(" .")


def relativa(text: str) -> bool:
    """Whether it names a variation, an advance or an index: no part of a whole."""
    return any(word.startswith(RELATIVAS) for word in re.findall(r"[a-z]+", bare(text)))


def sede(text: str) -> tuple[str, str]:
    """A name and the place that ends it in parentheses: «… (Hospital Guaymas)»."""
    match = re.fullmatch(r"(.*?)\s*\(([^()]*)\)\.?", text)
    return (match[1], match[2]) if match else (text, "")
