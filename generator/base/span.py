"""Where something was written: the address every value keeps from the file to the message."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Span:
    """A place in a project file: path relative to the project, 1-based line and column."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"
