"""What the bundled fonts can print. The only door to fontTools."""

from contextlib import suppress
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont, TTLibError


@cache
def coverage(folder: Path) -> frozenset[int]:
    """The code points that some .ttf file of `folder` draws; a damaged one draws none."""
    points: set[int] = set()
    for path in sorted(folder.glob("*.ttf")):
        with suppress(TTLibError), TTFont(path, lazy=True) as font:
            points |= set(font.getBestCmap())
    return frozenset(points)
