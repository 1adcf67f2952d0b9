"""A store of results by the hash of all they depend on: what was laid out once is not again."""

import os
from pathlib import Path

from generator.base.digest import of_bytes

KEPT = 64


class Store:
    """Files named by key in one folder; one that is damaged is as if it were not there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, key: str) -> bytes | None:
        path = self.folder / key
        try:
            digest, _, data = path.read_bytes().partition(b"\n")
            os.utime(path)
        except OSError:
            return None
        return data if digest.decode("ascii", "replace") == of_bytes(data) else None

    def put(self, key: str, data: bytes) -> None:
        """Keeps `data`; a disk that will not take it costs only the saving."""
        partial = self.folder / f"{key}.{os.getpid()}"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            partial.write_bytes(of_bytes(data).encode() + b"\n" + data)
            partial.replace(self.folder / key)
            self._prune()
        except OSError:
            partial.unlink(missing_ok=True)

    def _prune(self) -> None:
        files = sorted(self.folder.iterdir(), key=lambda p: p.stat().st_mtime, reverse=True)
        for old in files[KEPT:]:
            old.unlink(missing_ok=True)
