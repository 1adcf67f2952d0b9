"""A text as YAML writes it, so that it is read back as it is."""

import json
import re
import unicodedata

_PLAIN = re.compile(r"[^\W\d_][\w ,;()./«»-]*")
_WORDS = frozenset(
    ("true", "false", "null", "yes", "no", "on", "off", "si", "sí", "y", "n", "nan", "inf")
)


def scalar(text: str) -> str:
    """`text` bare, where YAML reads it as it is; else between quotes."""
    bare = _PLAIN.fullmatch(text) and text.strip() == text and text.lower() not in _WORDS
    return text if bare else quoted(text)


def quoted(text: str) -> str:
    return json.dumps(unicodedata.normalize("NFC", text), ensure_ascii=False)
