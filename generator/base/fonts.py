"""What the bundled fonts can print, and how wide. The only door to fontTools."""

from collections.abc import Mapping
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


@cache
def advances(path: Path) -> Mapping[int, int]:
    """Code point → width in thousandths of an em; a missing or damaged font tells none."""
    with suppress(TTLibError, OSError), TTFont(path, lazy=True) as font:
        widths, em = font["hmtx"].metrics, font["head"].unitsPerEm
        return {point: widths[name][0] * 1000 // em for point, name in font.getBestCmap().items()}
    return {}
