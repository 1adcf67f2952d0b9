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
    body = (re.sub(r"\nISSSTESON · .*\Z", "", text, flags=re.DOTALL) for text in page_texts(path))
    return " ".join("\n".join(body).replace("-\n", "").split())


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
