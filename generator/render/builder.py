"""Docs folder → built site. The only door to mkdocs and Pagefind; their warnings are our errors.

Both run as programs, once, with their words kept: what they complain of leaves as a fault for the
caller to tell. The theme's own assets are taken out, because no page of ours asks for them; then
every page is read again: nothing may be asked of another host, and no link may lead nowhere.
"""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from generator.model.portal import Portal
from generator.render.builder_check import complaints

SEARCH = {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json"}
"""What buscar.js needs besides the index; the rest are Pagefind's own screens and their style."""


@dataclass(frozen=True)
class BuilderFault(Exception):
    """mkdocs or Pagefind complained; `codigo` is SIT-001 or SIT-002."""

    codigo: str
    causa: str


def build(portal: Portal, mkdocs_yml: Path, docs: Path, sitio: Path) -> None:
    """The site of `docs` into `sitio`, an absent or empty folder, with its search index.

    Raises BuilderFault with the first complaint of either program, or of our own reading.
    """
    _mkdocs(portal, mkdocs_yml, docs, sitio)
    shutil.rmtree(sitio / "assets", ignore_errors=True)
    _pagefind(sitio)
    for path in (sitio / "pagefind").iterdir():
        if path.suffix in (".js", ".css", ".json") and path.name not in SEARCH:
            path.unlink()
    if found := complaints(sitio):
        raise BuilderFault("SIT-001", found[0])


def _mkdocs(portal: Portal, mkdocs_yml: Path, docs: Path, sitio: Path) -> None:
    told = {
        "PLIEGO_DOCS": str(docs.resolve()),
        "PLIEGO_SITIO": str(sitio.resolve()),
        "PLIEGO_NOMBRE": portal.nombre,
        "PLIEGO_PIE": portal.pie,
        "NO_MKDOCS_2_WARNING": "1",
    }
    done = _run(["mkdocs", "build", "--strict", "-f", str(mkdocs_yml)], told)
    words = done.stdout + done.stderr
    complaint = re.search(r"^(?:WARNING|ERROR|Error:|Config value)\W*(.+)$", words, re.MULTILINE)
    if done.returncode or complaint:
        raise BuilderFault("SIT-001", _cause(complaint[1] if complaint else words))


def _pagefind(sitio: Path) -> None:
    done = _run(["pagefind", "--site", str(sitio), "--quiet", "--force-language", "es"], {})
    if done.returncode or done.stderr.strip():
        raise BuilderFault("SIT-002", _cause(done.stderr or done.stdout))


def _run(words: list[str], told: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *words],
        env={**os.environ, **told},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


SPANISH = {
    r"Doc file '([^']+)' contains a(?:n unrecognized relative)? link '([^']+)'.*": (
        "la página «{0}» enlaza con «{1}», que no existe"
    ),
    r"Doc file '([^']+)' contains an absolute link '([^']+)'.*": (
        "la página «{0}» tiene el enlace absoluto «{1}»"
    ),
    r".*No space left on device.*": "no queda espacio en el disco",
}


def _cause(words: str) -> str:
    """The complaint in Spanish where it is known; else its last line, as it was said."""
    line = next((w.strip() for w in reversed(words.splitlines()) if w.strip()), "sin explicación")
    for pattern, spanish in SPANISH.items():
        if match := re.fullmatch(pattern, line):
            return spanish.format(*match.groups())
    return line.rstrip(".")
