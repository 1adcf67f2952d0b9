"""Pages that only differ in their words are built once: a mould for each kind, the rest stamped.

The builder costs milliseconds a page, and it does the same for all: it puts a finished block of
HTML inside the theme. So it is given one page of each kind, with marks where the words go, and
every page of the site is stamped from its mould. What comes out is, byte for byte, what the builder
would have made of the page itself.
"""

import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from markupsafe import escape

LINKED = "enlazados"
"""What a page tells of its data to machines: JSON, which goes as it is."""
MARKS = {
    name: f"pliego-marca-{name}"
    for name in ("title", "description", "institucion", "idioma", "region", "canonica", LINKED)
}
"""Values of a page's heading that its template only prints: each one's mark in a mould."""
TESTED = ("institucion", "canonica", LINKED)
"""Those that the theme leaves out where they are empty."""
BODY = "<p>pliego-marca-cuerpo</p>"
Kind = tuple[tuple[str, object], ...]


@dataclass(frozen=True)
class Source:
    """A generated page, as both builders take it: `<ruta>/index.md`."""

    ruta: str
    """Its folder from the root: `imss/indicadores/1-1`; nothing for the home page."""
    head: Mapping[str, str]
    body: str

    @cached_property
    def kind(self) -> Kind:
        """What decides how the theme dresses it, besides its words."""
        own = {name: value for name, value in self.head.items() if name not in MARKS}
        there = {f"con-{name}": bool(self.head[name]) for name in TESTED}
        dressed = {**own, **there}
        return (("pisos", self.depth), *sorted(dressed.items()))

    @property
    def depth(self) -> int:
        """Folders between it and the root."""
        return len(Path(self.ruta).parts)


def sources(docs: Path) -> Iterator[Source]:
    """The pages of `docs`, which site.py wrote, in the order of their paths."""
    for path in sorted(docs.rglob("index.md")):
        _, head, body = path.read_text("utf-8").split("---\n", 2)
        values = dict(line.split(": ", 1) for line in head.splitlines())
        ruta = path.parent.relative_to(docs).as_posix().removeprefix(".")
        yield Source(ruta, {name: json.loads(value) for name, value in values.items()}, body)


def write_moulds(docs: Path, moulds: Path) -> dict[Kind, str]:
    """A page with marks in `moulds`, an absent folder, for each kind of page of `docs`; leaves
    where each one is.
    """
    places: dict[Kind, str] = {}
    for source in sources(docs):
        if source.kind in places:
            continue
        steps = (f"m{len(places)}", *("m" for _ in range(source.depth - 1)))
        places[source.kind] = "/".join(steps[: source.depth])
        marks = {name: mark for name, mark in MARKS.items() if source.head[name]}
        _write(moulds / places[source.kind], {**source.head, **marks})
    return places


def _write(folder: Path, head: Mapping[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in head.items())
    page = "\n".join(["---", *lines, "---", "", BODY, ""])
    (folder / "index.md").write_text(page, "utf-8")


def stamp(docs: Path, places: Mapping[Kind, str], built: Path, sitio: Path) -> None:
    """Every page and file of `docs` into `sitio`, dressed as its mould came out in `built`."""
    shutil.copytree(docs, sitio, ignore=shutil.ignore_patterns("*.md"), dirs_exist_ok=True)
    dressed = {
        kind: (built / place / "index.html").read_text("utf-8") for kind, place in places.items()
    }
    for source in sources(docs):
        target = sitio / source.ruta
        target.mkdir(parents=True, exist_ok=True)
        (target / "index.html").write_text(_stamped(dressed[source.kind], source), "utf-8")


def _stamped(mould: str, source: Source) -> str:
    before, _, after = mould.partition(BODY)
    for name, mark in MARKS.items():
        said = source.head[name]
        words = said if name == LINKED else str(escape(said))
        before, after = before.replace(mark, words), after.replace(mark, words)
    return f"{before}{source.body.strip()}{after}"
