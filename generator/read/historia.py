"""What git keeps of the project's files. The only door to git; it is only asked, never told."""

import os
import subprocess
from pathlib import Path


class GitFault(Exception):
    """Git could not answer; the message says why, in Spanish."""


def correo(raiz: Path) -> str:
    """The address that signs the changes made here; empty, if there is none."""
    try:
        return _ask(raiz, "config", "user.email").strip()
    except GitFault:
        return ""


def prefijo(raiz: Path) -> str:
    """Where the project is in its repository: `proyecto/`, or nothing. Raises GitFault."""
    return _ask(raiz, "rev-parse", "--show-prefix").strip()


def archivos(raiz: Path, ref: str, carpeta: str) -> dict[str, str]:
    """The text of each .yml file that `carpeta` had in `ref`, by path. Raises GitFault."""
    commit = _ask(raiz, "rev-parse", "--verify", "--end-of-options", f"{ref}^{{commit}}").strip()
    names = _ask(raiz, "ls-tree", "-r", "-z", "--name-only", commit, "--", f"{carpeta}/")
    found = (name for name in names.split("\0") if name.endswith(".yml"))
    return {name: _ask(raiz, "show", f"{commit}:./{name}") for name in found}


def cambios(raiz: Path, base: str, ruta: str) -> list[tuple[str, str]]:
    """The changes of a file since `base`, the oldest first: commit and who signs it. Raises
    GitFault.
    """
    wanted = ("--no-merges", "--reverse", "--format=%H %ae", "--end-of-options", f"{base}..HEAD")
    lines = _ask(raiz, "log", *wanted, "--", ruta).splitlines()
    return [(commit, email) for commit, _, email in (line.partition(" ") for line in lines)]


def fechados(raiz: Path, carpeta: str) -> dict[str, list[tuple[str, str]]]:
    """The commits of each file of `carpeta`, the latest first: commit and day. A merge counts as
    one change, of the day it entered. Raises GitFault.
    """
    main_line = ("--first-parent", "--diff-merges=first-parent", "--no-renames", "--relative")
    wanted = (*main_line, "--name-only", "--format=>%H %as")
    found: dict[str, list[tuple[str, str]]] = {}
    commit = day = ""
    for line in _ask(raiz, "log", *wanted, "--", carpeta).splitlines():
        if line.startswith(">"):
            commit, _, day = line[1:].partition(" ")
        elif line:
            found.setdefault(line, []).append((commit, day))
    return found


def textos(raiz: Path, pedidos: list[tuple[str, str]]) -> list[str]:
    """The text that each file had in its commit, in order, asked all at once; empty, when it was
    not there. Raises GitFault.
    """
    above = prefijo(raiz)
    names = "".join(f"{commit}:{above}{path}\n" for commit, path in pedidos)
    rest = _ask_bytes(raiz, "cat-file", "--batch", told=names.encode())
    found = []
    for _ in pedidos:
        head, _, rest = rest.partition(b"\n")
        *_, kind, size = (b"", *head.split(b" "))
        there = kind == b"blob"
        found.append(rest[: int(size)].decode("utf-8", "replace") if there else "")
        rest = rest[int(size) + 1 :] if there else rest
    return found


def en_cambio(raiz: Path, commit: str, ruta: str) -> str:
    """The text that a file had in a commit; empty, when it was not there."""
    try:
        return _ask(raiz, "show", f"{commit}:./{ruta}")
    except GitFault:
        return ""


def en_conflicto(raiz: Path) -> dict[str, tuple[str, str, str]]:
    """The files that a merge left in conflict: path → the common text, ours and theirs."""
    lines = _ask(raiz, "ls-files", "-u", "-z").split("\0")
    paths = sorted({line.partition("\t")[2] for line in lines if line})
    stages = (":1", ":2", ":3")  # as git calls the three texts
    base, ours, theirs = ({p: en_cambio(raiz, stage, p) for p in paths} for stage in stages)
    return {p: (base[p], ours[p], theirs[p]) for p in paths}


def _ask(raiz: Path, *words: str) -> str:
    return _ask_bytes(raiz, *words).decode("utf-8", "replace")


def _ask_bytes(raiz: Path, *words: str, told: bytes = b"") -> bytes:
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run(
            ["git", "-c", "core.quotePath=false", *words],
            cwd=raiz,
            env=environment,
            input=told,
            capture_output=True,
            check=False,
        )
    except OSError:
        raise GitFault("no se encuentra git en este equipo") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise GitFault(f"git no pudo responder: {said[-1] if said else words[0]}")
    return done.stdout
