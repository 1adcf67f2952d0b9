"""Where the words of a narrative are in its file: the parser keeps lines, not columns."""

import re

from markdown_it.token import Token

from generator.base.span import Span


class Source:
    """The lines of one file, and how far its references have been found."""

    def __init__(self, path: str, lines: list[str]) -> None:
        self.path = path
        self.lines = lines
        self.cursors: dict[int, tuple[int, int]] = {}

    def start(self, token: Token) -> Span:
        return Span(self.path, (token.map[0] if token.map else 0) + 1)

    def next(self, block: Token, inner: str) -> Span:
        """The place of the next reference of the block that says `inner`, in reading order."""
        first = block.map[0] if block.map else 0
        line, column = self.cursors.get(first, (first, 0))
        wanted = re.compile(r"(?<!\\)\{\{\s*" + re.escape(inner))
        for number in range(line, len(self.lines)):
            found = wanted.search(self.lines[number], column if number == line else 0)
            if found:
                self.cursors[first] = (number, found.end())
                return Span(self.path, number + 1, found.start() + 1)
        return self.start(block)

    def find(self, block: Token, text: str) -> Span:
        """The first place of `text` in the lines of the block."""
        first, last = block.map or (0, len(self.lines))
        for number in range(first, min(last, len(self.lines))):
            column = self.lines[number].find(text)
            if column >= 0:
                return Span(self.path, number + 1, column + 1)
        return self.start(block)

    def definition(self, label: str) -> Span:
        """Where the footnote `label` is written."""
        for number, line in enumerate(self.lines, 1):
            if line.lstrip(" >").startswith(f"[^{label}]:"):
                return Span(self.path, number, line.index("[") + 1)
        return Span(self.path)
