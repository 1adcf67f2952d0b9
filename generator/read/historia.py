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
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run(
            ["git", "-c", "core.quotePath=false", *words],
            cwd=raiz,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError:
        raise GitFault("no se encuentra git en este equipo") from None
    if done.returncode:
        said = done.stderr.strip().splitlines()
        raise GitFault(f"git no pudo responder: {said[-1] if said else words[0]}")
    return done.stdout
