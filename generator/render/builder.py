"""Docs folder → built site. The only door to the builders (mkdocs and Zensical, its successor) and
to Pagefind; their warnings are our errors.

All run as programs, once, with their words kept: what they complain of leaves as a fault for the
caller to tell. The theme's own assets are taken out, because no page of ours asks for them; then
every page is read again: nothing may be asked of another host, and no link may lead nowhere.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from markupsafe import escape

from generator.model.portal import PaginaPropia, Portal
from generator.render.builder_check import complaints
from generator.render.builder_moulds import stamp, write_moulds
from generator.render.builder_search import write_searchable

BUILDERS = {"mkdocs-material": ("mkdocs", ("--strict",)), "zensical": ("zensical", ())}
"""Each builder's program, and how it is told to mind its warnings. Zensical takes the HTML of our
pages for Markdown in its own; what it would warn of is read by `builder_check`.
"""
SEARCH = {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json"}
"""What buscar.js needs besides the index; the rest are Pagefind's own screens and their style."""


@dataclass
class BuilderFault(Exception):
    """mkdocs or Pagefind complained; `codigo` is SIT-001 or SIT-002."""

    codigo: str
    causa: str


def build(
    portal: Portal, mkdocs_yml: Path, docs: Path, sitio: Path, datos: Path | None = None
) -> None:
    """The site of `docs` into `sitio`, an absent or empty folder, with its search index.

    Raises BuilderFault with the first complaint of any program, or of our own reading.
    """
    assemble(portal, mkdocs_yml, docs, sitio, datos)
    index(sitio)
    reread(sitio)


def assemble(
    portal: Portal, mkdocs_yml: Path, docs: Path, sitio: Path, datos: Path | None = None
) -> None:
    """Every page of `docs` dressed, into `sitio`: the builder makes one of each kind, and the rest
    are stamped from it (`builder_moulds.py`). The folder `datos`, which no builder has to see, is
    moved there whole. Raises BuilderFault.
    """
    sitio.mkdir(parents=True, exist_ok=True)
    if datos:
        datos.rename(sitio / "datos")
    with tempfile.TemporaryDirectory(dir=docs.parent) as made:
        moulds = Path(made) / "moldes"
        places = write_moulds(docs, moulds)
        built = dress(portal, mkdocs_yml, moulds)
        stamp(docs, places, built, sitio)
        shutil.copyfile(built / "404.html", sitio / "404.html")


def index(sitio: Path) -> None:
    """Pagefind's index of a dressed site, and only its files that the search asks for."""
    with tempfile.TemporaryDirectory(dir=sitio.parent) as made:
        write_searchable(sitio, Path(made))
        _pagefind(Path(made), sitio / "pagefind")
    for path in (sitio / "pagefind").iterdir():
        if path.suffix in (".js", ".css", ".json") and path.name not in SEARCH:
            path.unlink()


def reread(sitio: Path) -> None:
    """Raises BuilderFault with the first thing that is wrong in a finished site."""
    if found := complaints(sitio):
        raise BuilderFault("SIT-001", found[0])


def dress(portal: Portal, mkdocs_yml: Path, docs: Path) -> Path:
    """Every page of `docs` inside the theme, by the portal's builder; leaves the folder, beside
    `docs`. Zensical wants all of it under the folder of its mkdocs.yml, by relative paths.

    Raises BuilderFault.
    """
    work = docs.parent
    shutil.copyfile(mkdocs_yml, work / "mkdocs.yml")
    theme = work / "site" / "tema"
    shutil.copytree(mkdocs_yml.parent / "site" / "tema", theme, dirs_exist_ok=True)
    told = {
        "PLIEGO_DOCS": docs.name,
        "PLIEGO_SITIO": "armado",
        "PLIEGO_NOMBRE": portal.nombre,
        "PLIEGO_PIE": portal.pie,
        "PLIEGO_AVISO": portal.aviso or "",
        "PLIEGO_CONTACTO": portal.contacto or "",
        "PLIEGO_PROPIAS": "".join(map(_link, portal.paginas)),
        "NO_MKDOCS_2_WARNING": "1",
    }
    program, strict = BUILDERS[portal.constructor]
    done = _run([program, "build", *strict, "-f", str((work / "mkdocs.yml").resolve())], told)
    words = done.stdout + done.stderr
    complaint = re.search(r"^(?:WARNING|ERROR|Error:|Config value)\W*(.+)$", words, re.MULTILINE)
    if done.returncode or complaint:
        raise BuilderFault("SIT-001", _cause(complaint[1] if complaint else words))
    return work / "armado"


def _link(pagina: PaginaPropia) -> str:
    """An item of the foot of every page; the theme puts the way to the root."""
    return f'<li><a href="{{inicio}}{pagina.id}/">{escape(pagina.titulo)}</a></li>'


def _pagefind(pages: Path, out: Path) -> None:
    where = ["--site", str(pages), "--output-path", str(out)]
    done = _run(["pagefind", *where, "--quiet", "--force-language", "es"], {})
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
    r".*No module named '?zensical'?.*": (
        "el constructor «zensical» no está instalado; instálelo o quite «constructor» de "
        "data/portal.yml"
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
