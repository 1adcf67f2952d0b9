"""What a reader gets from a PDF: its words page by page, its outline."""

import re
from pathlib import Path

import pypdfium2 as pdfium

HYPHEN = "\x02"
"""How the engine marks a hyphen that only ends a line."""


def page_texts(path: Path) -> list[str]:
    """The text of each page, with its lines."""
    document = pdfium.PdfDocument(path)
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    return [text.replace("\r\n", "\n").replace(HYPHEN, "-\n") for text in pages]


def words(path: Path) -> str:
    """All the text in one line, running heads and feet aside, with divided words joined."""
    return " ".join("\n".join(bodies(path)).replace("-\n", "").split())


def bodies(path: Path) -> list[str]:
    """The text of each page without its running foot."""
    foot = re.compile(r"\n(ISSSTESON|IMSS|CONEVAL) · .*\Z", re.DOTALL)
    return [foot.sub("", page) for page in page_texts(path)]


def outline(path: Path) -> list[str]:
    """The bookmarks, indented by level, with their page."""
    document = pdfium.PdfDocument(path)
    try:
        return [
            f"{'  ' * mark.level}{mark.get_title()} · {(mark.get_dest().get_index() or 0) + 1}"
            for mark in document.get_toc()
        ]
    finally:
        document.close()


def hanging(path: Path, page: int, value: str, mark: str, between: tuple[str, str]) -> bool:
    """Whether `mark` hangs right after `value`, lower than the first of the words `between` and
    higher than the second, whatever the order in which they were painted.
    """
    document = pdfium.PdfDocument(path)
    try:
        text = document[page - 1].get_textpage()
        edges = [[text.get_charbox(at)[1] for at, _ in _found(text, words)] for words in between]
        if not all(edges):
            return False
        ends = [text.get_charbox(at + size - 1) for at, size in _found(text, value)]
        starts = [text.get_charbox(at) for at, _ in _found(text, mark)]
        inside = [end for end in ends if max(edges[1]) < end[1] < max(edges[0])]
        return any(_close(end, start) for end in inside for start in starts)
    finally:
        document.close()


def _found(text: pdfium.PdfTextPage, words: str) -> list[tuple[int, int]]:
    search, found = text.search(words, match_case=True), []
    while hit := search.get_next():
        found.append(hit)
    return found


def _close(end: tuple[float, ...], start: tuple[float, ...]) -> bool:
    gap, rise = start[0] - end[2], start[3] - end[3]
    return -1 < gap < 6 and -3 < rise < 9
