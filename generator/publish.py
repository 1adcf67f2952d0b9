"""Staging → manifest → verified → atomic swap: a reader sees the old release or the new one.

`dist/actual` is a link to `dist/versiones/<huella>`. Whatever goes wrong before the swap, the
last good release stays as it was. A release is deployable as it is; `manifiesto.json` holds the
SHA-256 of every file.
"""

import fcntl
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from generator.base.digest import of_file, of_parts

MANIFEST = "manifiesto.json"
KEPT = 2


class Busy(Exception):
    """Another run is publishing in the same folder."""


@contextmanager
def workshop(salida: Path) -> Iterator[Path]:
    """An empty staging folder inside `salida`, this run's alone, removed at the end.

    Raises Busy, or OSError when the folder cannot be used.
    """
    salida.mkdir(parents=True, exist_ok=True)
    with (salida / ".cerrojo").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy(str(salida)) from None
        for left in salida.glob(".obra-*"):
            shutil.rmtree(left, ignore_errors=True)
        staging = salida / f".obra-{os.getpid()}"
        staging.mkdir()
        try:
            yield staging
        finally:
            shutil.rmtree(staging, ignore_errors=True)


def publish(release: Path, salida: Path, facts: Mapping[str, object]) -> Path:
    """Makes the finished folder `release` the current one, and returns where it is.

    `facts` go into its manifest. Raises OSError; the current release is then untouched.
    """
    files = {
        path.relative_to(release).as_posix(): of_file(path)
        for path in sorted(release.rglob("*"))
        if path.is_file()
    }
    manifest = release / MANIFEST
    text = json.dumps({**facts, "archivos": files}, ensure_ascii=False, indent=1, sort_keys=True)
    manifest.write_text(text + "\n", "utf-8")
    _sync(release)
    name = of_parts(part for item in files.items() for part in item)[:16]
    final = salida / "versiones" / name
    final.parent.mkdir(exist_ok=True)
    if final.exists() and not _whole(final):
        shutil.rmtree(final)
    if not final.exists():
        release.rename(final)
    _swap(salida / "actual", Path("versiones") / name)
    _prune(final)
    return final


def current(salida: Path) -> Mapping[str, object] | None:
    """The manifest of the current release, if there is one and all its files are there."""
    release = salida / "actual"
    try:
        manifest: dict[str, object] = json.loads((release / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return manifest if _whole(release) else None


def _whole(release: Path) -> bool:
    """Every file of the manifest is there, with its hash."""
    try:
        files = json.loads((release / MANIFEST).read_text("utf-8"))["archivos"]
        return all(of_file(release / name) == digest for name, digest in files.items())
    except (OSError, ValueError, KeyError):
        return False


def _sync(folder: Path) -> None:
    for path in [*folder.rglob("*"), folder]:
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _swap(link: Path, target: Path) -> None:
    fresh = link.with_name(f".actual-{os.getpid()}")
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(target)
    fresh.replace(link)


def _prune(kept: Path) -> None:
    """Keeps the current release and the one before it."""
    releases = sorted(kept.parent.iterdir(), key=lambda p: p.stat().st_mtime, reverse=True)
    for old in [r for r in releases if r != kept][KEPT - 1 :]:
        shutil.rmtree(old, ignore_errors=True)
