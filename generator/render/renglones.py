"""A mend to WeasyPrint 70's line breaking, in force only while a document is laid out.

When a text is followed by an element (`… 2019-2024, <em>Política`) and fits the line only if
its last space hangs, the engine takes it for a text too long and breaks after its first word.
Here such a text stays whole on its line. Never touches the engine outside the `with`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from math import inf
from typing import Any

COLLAPSES = ("normal", "pre-line")


@contextmanager
def whole_lines() -> Iterator[None]:
    """Lays out lines with the mend, and leaves the engine as it was."""
    from weasyprint.layout import inline

    stock = inline.split_first_line

    def split(text: str, style: Any, context: Any, width: Any, *rest: Any, **named: Any) -> Any:
        bare = text.rstrip(" ")
        hangs = bare and bare != text and width not in (None, inf)
        if hangs and style["white_space"] in COLLAPSES:
            resume_index = stock(bare, style, context, width, *rest, **named)[2]
            width = None if resume_index is None else width
        return stock(text, style, context, width, *rest, **named)

    inline.split_first_line = split
    try:
        yield
    finally:
        inline.split_first_line = stock
