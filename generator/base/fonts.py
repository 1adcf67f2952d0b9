"""What the bundled fonts can print. The only door to fontTools."""

from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont


@cache
def coverage(folder: Path) -> frozenset[int]:
    """The code points that some .ttf file of `folder` draws."""
    points: set[int] = set()
    for path in sorted(folder.glob("*.ttf")):
        with TTFont(path, lazy=True) as font:
            points |= set(font.getBestCmap())
    return frozenset(points)
