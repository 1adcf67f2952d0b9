"""Structure elements before they are written: roles, content and what each may hold.

Nothing here knows the engine or the PDF: a node is named by its HTML element and hangs where the
grammar of PDF (ISO 32000-1, 14.8.4) allows it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

Box = Any  # an engine's box: WeasyPrint ships no types
Element = Any  # an HTML element, as the engine parsed it
Key = tuple[Element, str]  # two boxes of one element (and one pseudo-element) are one thing

GROUPS = frozenset({"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "NonStruct"})
INLINE = frozenset({None, "Span", "Link", "Reference", "Quote", "Code", "BibEntry"})


class Mark(NamedTuple):
    """A run of content, drawn on a page under a number."""

    page: int
    mcid: int


class Annotation(NamedTuple):
    """A link's clickable area on a page, as the engine's PDF object."""

    page: int
    dictionary: Any


@dataclass(slots=True, eq=False)
class Node:
    """A structure element; `key` is None when a rule of PDF made it, not the HTML."""

    role: str
    parent: Node | None = None
    key: Key | None = None
    kids: list[Node | Mark | Annotation] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    attributes: dict[str, Any] = field(default_factory=dict)

    def add(self, role: str, key: Key | None = None) -> Node:
        """A new node of `role`, hung where the grammar of PDF allows it under this one."""
        return self.home_of(role)._hang(role, key)

    def home_of(self, role: str | None) -> Node:
        """The node that may hold `role` (None: bare content) when it turns up under this one."""
        between = _role_between(self.role, role)
        return self._implied(between, role).home_of(role) if between else self

    def nodes(self, role: str | None = None) -> Iterator[Node]:
        return (kid for kid in self.kids if isinstance(kid, Node) and role in (None, kid.role))

    def _hang(self, role: str, key: Key | None = None) -> Node:
        node = Node(role, self, key)
        self.kids.append(node)
        return node

    def _implied(self, between: str, role: str | None) -> Node:
        """The implied node still open, or a new one; notes stand apart and do not close it."""
        for kid in reversed(self.kids):
            if isinstance(kid, Node) and kid.role != "Note":
                is_open = kid.key is None and kid.role == between and not _is_full(kid, role)
                return kid if is_open else self._hang(between)
        return self._hang(between)


def _role_between(parent: str, role: str | None) -> str | None:
    """The role that PDF wants between `parent` and `role`, where HTML has nothing."""
    if parent == "L":
        return "LI" if role in ("Lbl", "LBody") else None
    if parent == "LI":
        return "LBody" if role not in ("Lbl", "LBody") else None
    if parent == "TOCI":
        return "Reference" if role in INLINE - {"Reference"} else None
    return "P" if parent in GROUPS and role in INLINE else None


def _is_full(item: Node, role: str | None) -> bool:
    """In a <dl>, a term that follows a definition opens another item."""
    return role == "Lbl" and item.role == "LI" and any(item.nodes("LBody"))
