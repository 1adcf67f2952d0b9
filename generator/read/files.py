"""Bytes → text that may be published: UTF-8, NFC, bounded, without invisible controls.

Never follows a symbolic link, never leaves the project; every refusal is a diagnostic.
"""

import os
import re
import unicodedata
from pathlib import Path

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.span import Span

_WHY = {IsADirectoryError: "es una carpeta", PermissionError: "no hay permiso"}
MAX_BYTES = 1_000_000
CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\ufeff\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]"
)


def read_text(root: Path, path: Path) -> tuple[str | None, list[Diagnostic]]:
    """The text of `path`, or None and why not."""
    place = Span(path.relative_to(root).as_posix())
    data, problems = _bytes(path, place)
    if data is None:
        return None, problems
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        cause = f"el byte {error.start + 1} no es UTF-8"
        return None, [diagnose("LEC-002", Span(place.path, line), causa=cause)]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    problems = [*_controls(text, place.path), *_unnormalized(text, place.path)]
    return (None if problems else text), problems


def is_pdf(path: Path) -> bool:
    """Whether the file begins as a PDF does. Raises OSError."""
    with path.open("rb") as stream:
        return stream.read(5) == b"%PDF-"


def linked(root: Path) -> frozenset[Path]:
    """The symbolic links in data/ and content/, at any depth; none is followed to look."""
    found = set()
    for name in ("data", "content"):
        for folder, folders, files in os.walk(root / name):
            found |= {p for n in (*folders, *files) if (p := Path(folder) / n).is_symlink()}
        found |= {root / name} if (root / name).is_symlink() else set()
    return frozenset(found)


def _bytes(path: Path, place: Span) -> tuple[bytes | None, list[Diagnostic]]:
    if path.is_symlink():
        return None, [diagnose("LEC-011", place, archivo=place.path)]
    try:
        if not path.is_file() and not path.is_dir():
            return None, [diagnose("LEC-016", place, archivo=place.path, causa="no es un archivo")]
        size = path.stat().st_size
        if size > MAX_BYTES:
            data = {"tamano": f"{size:,}", "maximo": f"{MAX_BYTES:,}"}
            return None, [diagnose("LEC-004", place, **data)]
        return path.read_bytes(), []
    except OSError as error:
        cause = _WHY.get(type(error), "el disco no responde")
        return None, [diagnose("LEC-016", place, archivo=place.path, causa=cause)]


def _controls(text: str, path: str) -> list[Diagnostic]:
    return [
        diagnose("LEC-003", _place(text, found.start(), path), caracter=f"U+{ord(found[0]):04X}")
        for found in CONTROL.finditer(text)
    ]


def _unnormalized(text: str, path: str) -> list[Diagnostic]:
    if unicodedata.is_normalized("NFC", text):
        return []
    for number, line in enumerate(text.split("\n"), 1):
        composed = unicodedata.normalize("NFC", line)
        if composed != line:
            column = next(
                (i for i, (a, b) in enumerate(zip(line, composed, strict=False)) if a != b), 0
            )
            return [
                diagnose("LEC-012", Span(path, number, column + 1), texto=composed.strip()[:60])
            ]
    return []


def _place(text: str, offset: int, path: str) -> Span:
    before = text[:offset]
    return Span(path, before.count("\n") + 1, offset - before.rfind("\n"))
