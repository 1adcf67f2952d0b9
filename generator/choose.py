"""Words typed → which findings are meant: codes, families of codes, files, documents.

AUD-002   AUD   data/imss/fichas/5-1.yml   data/imss/fichas/5-1.yml:41   imss   imss/informe-2024
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.base.diagnostic import Diagnostic, near
from generator.base.messages import CATALOGUE
from generator.works import Examen

CODE = re.compile(r"[A-Za-z]{3}(-[0-9]{3})?")
_LINE = re.compile(r"(.+?):([0-9]+)(?::[0-9]+)?")


class Unknown(ValueError):
    """A word that names nothing; the message says so, in Spanish."""


@dataclass(frozen=True)
class Lugar:
    """A file or a folder of the project, or one line of a file; `ruta` is empty for all of it."""

    ruta: str
    linea: int | None = None

    def has(self, finding: Diagnostic) -> bool:
        path, line = finding.span.path, finding.span.line
        inside = not self.ruta or path == self.ruta or path.startswith(f"{self.ruta}/")
        return inside and self.linea in (None, line)


@dataclass(frozen=True)
class Eleccion:
    """The findings of any of `codigos` in any of `lugares`; of all, where there is none."""

    codigos: tuple[str, ...] = ()
    lugares: tuple[Lugar, ...] = ()

    def of(self, findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        return tuple(
            finding
            for finding in findings
            if (not self.codigos or finding.code.startswith(self.codigos))
            and (not self.lugares or any(lugar.has(finding) for lugar in self.lugares))
        )


def codes(words: Iterable[str]) -> tuple[str, ...]:
    """The codes and families that `words` name, also set apart by commas. Raises Unknown."""
    found = tuple(w.upper() for word in words for w in re.split(r"[,\s]+", word) if w)
    for code in found:
        if code not in CATALOGUE and code not in _families():
            raise Unknown(f"no hay ninguna regla «{code}».{near(code, CATALOGUE)}")
    return found


def _families() -> set[str]:
    return {code.partition("-")[0] for code in CATALOGUE}


def places(words: Iterable[str], examen: Examen, here: Path) -> tuple[Lugar, ...]:
    """The files, documents and institutions that `words` name, from the folder `here`. Raises
    Unknown.
    """
    return tuple(lugar for word in words for lugar in _place(word, examen, here))


def _place(word: str, examen: Examen, here: Path) -> tuple[Lugar, ...]:
    line = _LINE.fullmatch(word)
    typed, number = (line[1], int(line[2])) if line else (word, None)
    path = _path(typed, examen, here)
    if path is not None:
        return (Lugar(path, number),)
    known = _documents(examen)
    if word in known:
        return known[word]
    raise Unknown(f"no hay ningún archivo, documento ni institución «{word}».{near(word, known)}")


def _path(typed: str, examen: Examen, here: Path) -> str | None:
    """The file or folder, as findings name it: from here or from the project's root."""
    root = examen.proyecto.raiz.resolve()
    for base in (here, root):
        path = (base / typed).resolve()
        if path.exists() and path.is_relative_to(root):
            name = path.relative_to(root).as_posix()
            return "" if name == "." else name
    return typed if any(d.span.path == typed for d in examen.diagnostics) else None


def _documents(examen: Examen) -> dict[str, tuple[Lugar, ...]]:
    """Each institution and document by name: its texts, and all the data of its institution."""
    found: dict[str, tuple[Lugar, ...]] = {}
    for leida in examen.proyecto.instituciones:
        data = Lugar(f"data/{leida.id}")
        found[leida.id] = (data, Lugar(f"content/{leida.id}"))
        found |= {d.id: (data, Lugar(f"content/{d.id}")) for d in leida.documentos}
    return found
