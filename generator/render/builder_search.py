"""What the search reads of a finished site: of each page, what may be found of it.

Pagefind parses whole pages to throw away the menu, the charts and the tables that its attributes
leave out, and that is three quarters of its time. Here they are cut before it sees them: the index
is the same.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

BODY, IGNORED = "data-pagefind-body", "data-pagefind-ignore"


def write_searchable(sitio: Path, folder: Path) -> None:
    """A page in `folder`, at the same address, for each one of `sitio` that may be found."""
    for path in sorted(sitio.rglob("index.html")):
        if page := searchable(path.read_text("utf-8")):
            target = folder / path.relative_to(sitio)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(page, "utf-8")


def searchable(page: str) -> str:
    """What may be found of a page, as a page; nothing if it is not to be found."""
    found = "\n".join(page[start:end] for start, end in _elements(page, BODY))
    return f"<html><body>{_without_ignored(found)}</body></html>" if found else ""


def _without_ignored(html: str) -> str:
    kept, last = [], 0
    for start, end in _elements(html, IGNORED):
        kept.append(html[last:start])
        last = end
    return "".join((*kept, html[last:]))


def _elements(html: str, attribute: str) -> Iterator[tuple[int, int]]:
    """Where the elements that carry `attribute` begin and end; not those inside another one."""
    end = 0
    while (place := html.find(f" {attribute}", end)) >= 0:
        start = html.rfind("<", 0, place)
        end = _end(html, start)
        yield start, end


def _end(html: str, start: int) -> int:
    """Where the element that opens at `start` ends."""
    depth, tag = 0, html[start + 1 : html.index(" ", start)]
    for match in _marks(tag).finditer(html, start):
        depth += -1 if match[1] else 1
        if not depth:
            return match.end()
    return len(html)


@cache
def _marks(tag: str) -> re.Pattern[str]:
    """Where the elements of a name open and close."""
    return re.compile(rf"<(/?){tag}\b[^>]*>")
