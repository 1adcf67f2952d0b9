"""Words without their accents, for looking things up and for making ids."""

import re
import unicodedata
from collections.abc import Iterable


def bare(text: str) -> str:
    """`text` in lower case and without accents: «Nómina» → nomina."""
    return unicodedata.normalize("NFD", text.lower()).encode("ascii", "ignore").decode()


def slug(text: str) -> str:
    """An id for a heading: lower case, without accents, with dashes."""
    return re.sub(r"[^a-z0-9]+", "-", bare(text)).strip("-") or "apartado"


def listed(words: Iterable[str]) -> str:
    """The words as a sentence says them: uno, dos y tres."""
    *before, last = words
    return f"{', '.join(before)} y {last}" if before else last
