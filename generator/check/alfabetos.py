"""No letter of another script takes the place of the Latin one that it looks like."""

import re
import unicodedata
from collections.abc import Iterator

from generator.base.diagnostic import Diagnostic, diagnose
from generator.check.prosa import textos
from generator.check.todo import Todo

PARECIDAS = dict(
    zip(
        "аеорсухіјѕАВЕКМНОРСТХЅІЈ" + "οΑΒΕΖΗΙΚΜΝΟΡΤΥΧν",
        "aeopcyxijsABEKMHOPCTXSIJ" + "oABEZHIKMNOPTYXv",
        strict=True,
    )
)
"""Cyrillic and Greek letters, and the Latin one that a reader takes them for."""
_OTRA = re.compile(f"[{''.join(PARECIDAS)}]")
_PALABRA = re.compile(r"[^\W\d_]+")


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for renglon in textos(todo):
        if renglon.crudo.isascii() or not _OTRA.search(renglon.crudo):
            continue
        for palabra in _PALABRA.finditer(renglon.crudo):
            other = _OTRA.search(palabra[0])
            if other and _parece_latina(palabra[0]):
                yield diagnose(
                    "TXT-006",
                    renglon.span(palabra.start() + other.start()),
                    palabra=palabra[0],
                    letra=other[0],
                    alfabeto="cirílico" if "CYRILLIC" in unicodedata.name(other[0]) else "griego",
                    latina=PARECIDAS[other[0]],
                )


def _parece_latina(palabra: str) -> bool:
    """Whether it has Latin letters too, or nothing but letters that look like them."""
    latin = any("LATIN" in unicodedata.name(letter, "") for letter in palabra)
    return latin or (len(palabra) > 1 and all(letter in PARECIDAS for letter in palabra))
