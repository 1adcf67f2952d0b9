"""SHA-256 of what was really read: bytes, files and ordered collections of both."""

import hashlib
from collections.abc import Iterable
from pathlib import Path


def of_bytes(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def of_file(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def of_parts(parts: Iterable[str | bytes]) -> str:
    """One digest for an ordered list of parts; lengths keep «a, bc» apart from «ab, c»."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        total.update(len(data).to_bytes(8, "big"))
        total.update(data)
    return total.hexdigest()


def of_tree(root: Path, pattern: str = "**/*") -> str:
    """One digest for the names and contents of the files under `root`."""
    files = sorted(p for p in root.glob(pattern) if p.is_file() and "__pycache__" not in p.parts)
    return of_parts(
        part for file in files for part in (file.relative_to(root).as_posix(), of_file(file))
    )
