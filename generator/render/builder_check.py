"""A built site read back: what its pages ask for, and where their links lead."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from generator.render.builder_tags import tags

LATER = {"manifiesto.json"}
"""Files that publishing adds to a site already read."""
ADDRESSES = ("href", "src", "srcset", "action", "data", "poster")
_REMOTE_CSS = re.compile(r"(?:url\(|@import)\s*[\"']?\s*((?:https?:)?//[^\"')\s]+)")


class _Page:
    """The ids of a page, its addresses, and what a strict security policy forbids."""

    def __init__(self, html: str) -> None:
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.forbidden: list[str] = []
        for tag, given in tags(html):
            self._take(tag, given)

    def _take(self, tag: str, given: Mapping[str, str]) -> None:
        if tag == "link" and given.get("rel") == "canonical":
            return  # says where the page is; nobody asks for it
        if "id" in given:
            self.ids.add(given["id"])
        for name in (n for n in ADDRESSES if n in given):
            (self.links if tag in ("a", "area") else self.fetched).append(given[name])
        self.forbidden += [n for n in given if n == "style" or n.startswith("on")]
        data = given.get("type") == "application/ld+json"
        if tag == "style" or (tag == "script" and "src" not in given and not data):
            self.forbidden.append(tag)


def complaints(sitio: Path) -> list[str]:
    """What is wrong in the pages and style sheets of `sitio`, in Spanish; empty when nothing is."""
    files = {str(path) for path in sitio.rglob("*") if path.is_file()}
    files |= {str(sitio / name) for name in LATER}
    pages = {str(path): _Page(path.read_text("utf-8")) for path in sorted(sitio.rglob("*.html"))}
    found = []
    for path, page in pages.items():
        name = Path(path).relative_to(sitio).as_posix()
        found += [f"la página «{name}» lleva «{what}» dentro" for what in page.forbidden]
        found += [
            f"la página «{name}» pide «{a}» a otro servidor" for a in page.fetched if _away(a)
        ]
        unsafe = (a for a in page.links if _away(a) and not a.startswith(("https://", "mailto:")))
        found += [f"la página «{name}» enlaza con «{a}», que no es https" for a in unsafe]
        for address in [*page.links, *page.fetched]:
            if not _away(address) and (cause := _fault(str(sitio), path, address, files, pages)):
                found.append(f"la página «{name}» {cause}")
    return [*found, *_sheets(sitio)]


def _away(address: str) -> bool:
    parts = urlsplit(address)
    return bool(parts.scheme or parts.netloc)


def _fault(
    sitio: str, path: str, address: str, files: set[str], pages: dict[str, _Page]
) -> str | None:
    """Why a link inside the site is wrong."""
    parts = urlsplit(address)
    target = _target(sitio, path, unquote(parts.path))
    if target not in files:
        return f"enlaza con «{address}», que no existe"
    anchor = unquote(parts.fragment)
    if anchor and target in pages and anchor not in pages[target].ids:
        return f"enlaza con «{address}», pero ahí no está «{anchor}»"
    return None


def _target(sitio: str, path: str, address: str) -> str:
    """The file that an address of the page `path` stands for."""
    if not address:
        return path
    base = sitio if address.startswith("/") else dirname(path)
    target = normpath(join(base, address.lstrip("/")))
    return join(target, "index.html") if address.endswith(("/", ".")) else target


def _sheets(sitio: Path) -> Iterator[str]:
    for path in sorted(sitio.rglob("*.css")):
        for address in _REMOTE_CSS.findall(path.read_text("utf-8")):
            yield f"la hoja «{path.relative_to(sitio)}» pide «{address}» a otro servidor"
