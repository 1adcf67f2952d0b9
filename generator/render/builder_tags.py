"""The tags of a finished page, for those who read it again.

One expression finds them all, with their attributes: a site of ten thousand pages has millions, and
a parser that builds the page takes ten times as long. Comments and what a script holds have none.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import unescape
from typing import NamedTuple

_ATTRIBUTES = r"""[^>"']*+(?:"[^"]*"[^>"']*+|'[^']*'[^>"']*+)*+"""
_TAG = re.compile(
    rf"<(?:(?P<raw>(?i:script|style))\b({_ATTRIBUTES})>.*?</(?i:(?P=raw))\s*>"
    rf"|([a-zA-Z][^\s/>]*+)({_ATTRIBUTES})>|!--.*?-->)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")


class Etiqueta(NamedTuple):
    """An opening tag, in small letters; an attribute with no value has an empty one."""

    nombre: str
    atributos: Mapping[str, str]


def tags(page: str) -> Iterator[Etiqueta]:
    """The opening tags of `page`, in order; those that are equal, once."""
    for raw, own, name, words in dict.fromkeys(_TAG.findall(page)):
        if raw or name:
            yield _read(raw or name, own or words)


@lru_cache(maxsize=10_000)
def _read(name: str, words: str) -> Etiqueta:
    """Most pages say the same tags as thousands of others."""
    found: dict[str, str] = {}
    for own, *values in _ATTRIBUTE.findall(words):
        found.setdefault(own.lower(), unescape("".join(values)))
    return Etiqueta(name.lower(), found)
