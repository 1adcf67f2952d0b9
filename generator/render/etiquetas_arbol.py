"""The tag tree of a document: from the engine's laid-out boxes to nodes a screen reader can walk.

Enters: the boxes of each page, in order, with the marks that drawing them left in its stream.
Leaves: one tree of `Node` for the whole document; `etiquetas` writes it into the PDF.
Never: draws, writes PDF objects, or makes two nodes of one HTML element, however many lines and
pages it is laid on: what comes after its first piece is added to the node the first piece made.
"""

from __future__ import annotations

from typing import Any

from weasyprint import LOGGER
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from generator.render.etiquetas_nodos import (
    GROUPS,
    Annotation,
    Box,
    Element,
    Key,
    Mark,
    Node,
)
from generator.render.etiquetas_tablas import link_table

POINTS_PER_PIXEL = 0.75
SVG = "{http://www.w3.org/2000/svg}"

# The standard structure types of ISO 32000-1, 14.8.4: what `data-tag` may say.
STANDARD_ROLES = {
    "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct",
    "Private", "P", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR",
    "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry",
    "Code", "Link", "Annot", "Ruby", "Warichu", "Figure", "Formula", "Form",
}  # fmt: skip
ROLE_OF_TAG = {
    "main": "Part", "article": "Art", "section": "Sect", "blockquote": "BlockQuote", "p": "P",
    "h1": "H1", "h2": "H2", "h3": "H3", "h4": "H4", "h5": "H5", "h6": "H6",
    "ul": "L", "ol": "L", "dl": "L", "li": "LI", "dt": "Lbl", "dd": "LBody",
    "table": "Table", "thead": "THead", "tbody": "TBody", "tfoot": "TFoot",
    "tr": "TR", "th": "TH", "td": "TD", "caption": "Caption", "figcaption": "Caption",
}  # fmt: skip
ROLE_OF_PSEUDO = {"footnote-call": "Reference", "footnote-marker": "Lbl", "marker": "Lbl"}
# A table of contents needs one `data-tag="TOC"`: its items and inner lists follow.
ROLE_WITHIN = {("TOC", "LI"): "TOCI", ("TOC", "L"): "TOC", ("TOCI", "L"): "TOC"}

HOLD_BLOCKS = GROUPS | {"LI", "LBody", "TOCI", "TD", "TH", "Caption", "Note"}
SHAPE_OF_TABLE = frozenset({"THead", "TBody", "TFoot", "TR", "TH", "TD"})
NEED_ALT = frozenset({"Figure", "Formula"})


class TreeBuilder:
    """Grows the tree page by page; every ID it gives starts with `prefix`."""

    def __init__(self, prefix: str) -> None:
        self.root = Node("Document")
        self._prefix = prefix
        self._nodes: dict[Key, Node] = {}
        self._identified = 0
        self._page = 0
        self._page_height = 0.0
        self._marks: dict[Box, Any] = {}

    def add_page(self, number: int, page: Any, marks: dict[Box, Any]) -> None:
        """Walk a page; `marks` maps each box drawn as content to its number in the stream."""
        self._page, self._page_height = number, page.height
        self._marks = dict(marks)
        self._walk(page._page_box, self.root)
        if self._marks:
            raise RuntimeError(f"página {number + 1}: hay contenido dibujado fuera del árbol")

    def finish(self) -> Node:
        """The whole tree, once no more pages come: tables linked, empty nodes gone."""
        for table in [node for node in self._nodes.values() if node.role == "Table"]:
            for cell, headers in link_table(table):
                cell.attributes["Headers"] = [self._identify(header, "th") for header in headers]
        _prune(self.root)
        self._complain()
        return self.root

    def _complain(self) -> None:
        for node in self._nodes.values():
            if node.role in NEED_ALT and node.kids and "Alt" not in node.texts and node.key:
                LOGGER.error("%s with no alternative text: %s", node.role, node.key[0].attrib)

    def _walk(self, box: Box, node: Node) -> None:
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        if not isinstance(box, (boxes.TextBox, boxes.LineBox)) and box.element is not None:
            node = self._node_of(box, node)
        if (mark := self._marks.pop(box, None)) is not None:
            node.home_of(None).kids.append(Mark(self._page, mark["mcid"]))
        for child in box.children:
            self._walk(child, node)

    def _node_of(self, box: Box, parent: Node) -> Node:
        """The box's own node, the one its element already has, or `parent` if it needs none."""
        key = (box.element, box.element_tag)
        node = self._nodes.get(key)
        if node is None:
            role = _role_of(box, parent)
            if role is None:
                return parent
            node = self._nodes[key] = self._born(box, parent.add(role, key))
        if box.link_annotation is not None:
            node.kids.append(Annotation(self._page, box.link_annotation))
        return node

    def _born(self, box: Box, node: Node) -> Node:
        """Tell the new node what its box and its element say of it."""
        is_whole = box.element_tag == box.element.tag
        if is_whole and (language := box.element.get("lang")):
            node.texts["Lang"] = language
        if node.role in ("TH", "TD"):
            spans = {"ColSpan": box.colspan, "RowSpan": box.rowspan}
            node.attributes |= {"O": "/Table"} | {name: n for name, n in spans.items() if n > 1}
        if node.role in NEED_ALT:
            self._illustrate(box, node)
        if node.role == "Note":
            self._identify(node, "nota")
        if box.element_tag.endswith("::footnote-call"):
            self._open_note(box.element, node)
        return node

    def _illustrate(self, box: Box, node: Node) -> None:
        if text := alternative_text(box.element):
            node.texts["Alt"] = text
        left, top = box.content_box_x(), self._page_height - box.content_box_y()
        corners = (left, top - box.height, left + box.width, top)
        node.attributes |= {"O": "/Layout", "BBox": [edge * POINTS_PER_PIXEL for edge in corners]}

    def _open_note(self, element: Element, call: Node) -> None:
        """Hang the note after the paragraph, list or table that calls it: it is read next."""
        home = call
        while home.role not in GROUPS and home.parent:
            home = home.parent
        note = self._nodes[element, element.tag] = home.add("Note", (element, element.tag))
        self._identify(note, "nota")

    def _identify(self, node: Node, kind: str) -> str:
        if "ID" not in node.texts:
            self._identified += 1
            node.texts["ID"] = f"{self._prefix}{kind}-{self._identified}"
        return node.texts["ID"]


def alternative_text(element: Element) -> str:
    """What stands for a picture or a formula when it cannot be seen."""
    title = element.findtext(f"{SVG}title") if element.tag == f"{SVG}svg" else None
    return title or element.get("alt") or element.get("aria-label") or ""


def _role_of(box: Box, parent: Node) -> str | None:
    """The role of a box that opens a node; None leaves its content to `parent`."""
    if box.link_annotation is not None:
        return "Link"
    tag, _, pseudo = box.element_tag.partition("::")
    if pseudo:
        return ROLE_OF_PSEUDO.get(pseudo)
    if declared := box.element.get("data-tag"):
        return _checked(declared)
    role = ROLE_OF_TAG.get(tag) or _generic_role(box, parent)
    return ROLE_WITHIN.get((parent.role, role or ""), role)


def _checked(role: str) -> str:
    if role not in STANDARD_ROLES:
        raise ValueError(f"data-tag={role!r} no es un tipo de estructura de PDF 1.7")
    return role


def _generic_role(box: Box, parent: Node) -> str | None:
    """A block that holds lines is a paragraph; one that holds blocks, a division."""
    if box.element_tag in ("html", "body"):
        return None
    if isinstance(box, boxes.ReplacedBox):
        return "Figure"
    if isinstance(box, boxes.BlockLevelBox) and parent.role in HOLD_BLOCKS:
        return "P" if any(isinstance(child, boxes.LineBox) for child in box.children) else "Div"
    return "Span" if box.element.get("lang") else None


def _prune(node: Node) -> bool:
    """Drop what has no content, where a screen reader would stop and say nothing.

    Tells whether any is left. Empty cells stay in a table that says something.
    """
    kept = [(kid, not isinstance(kid, Node) or _prune(kid)) for kid in node.kids]
    node.kids = [kid for kid, is_filled in kept if is_filled or _shapes_table(kid)]
    return any(is_filled for _, is_filled in kept)


def _shapes_table(kid: Node | Mark | Annotation) -> bool:
    return isinstance(kid, Node) and kid.role in SHAPE_OF_TABLE
