"""The tree of nodes → structure elements of the PDF, with the indexes from content to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pydyf

from generator.render.etiquetas_arbol import SVG, alternative_text
from generator.render.etiquetas_nodos import Annotation, Element, Mark, Node

Pdf = Any  # pydyf.PDF; the engine ships no types
Reference = bytes


class TreeWriter:
    """Writes the nodes as structure elements, with the indexes that lead from content to them."""

    def __init__(self, pdf: Pdf, pages: int) -> None:
        self._pdf = pdf
        self._owners: list[dict[int, Reference]] = [{} for _ in range(pages)]
        self._annotations: list[Reference] = []
        self._identified: dict[str, Reference] = {}

    def write(self, tree: Node) -> None:
        root = self._added({"Type": "/StructTreeRoot"})
        root["K"] = pydyf.Array([self._element(tree, root.reference)])
        root["ParentTree"] = self._added({"Nums": pydyf.Array(self._parents())}).reference
        if self._identified:
            root["IDTree"] = self._added({"Names": pydyf.Array(self._names())}).reference
        self._pdf.catalog["StructTreeRoot"] = root.reference

    def _element(self, node: Node, parent: Reference) -> Reference:
        element = self._added({"Type": "/StructElem", "S": f"/{node.role}", "P": parent})
        reference: Reference = element.reference
        page = next((kid.page for kid in node.kids if isinstance(kid, Mark)), None)
        if page is not None:
            element["Pg"] = self._pdf.page_references[page]
        element |= {name: pydyf.String(text) for name, text in node.texts.items()}
        if node.attributes:
            element["A"] = pydyf.Dictionary(
                {name: _pdf_value(value) for name, value in node.attributes.items()}
            )
        if "ID" in node.texts:
            self._identified[node.texts["ID"]] = reference
        element["K"] = pydyf.Array([self._kid(kid, node, reference, page) for kid in node.kids])
        return reference

    def _kid(
        self, kid: Node | Mark | Annotation, node: Node, owner: Reference, page: int | None
    ) -> Any:
        if isinstance(kid, Node):
            return self._element(kid, owner)
        if isinstance(kid, Annotation):
            return self._clickable(kid, node, owner)
        self._owners[kid.page][kid.mcid] = owner
        if kid.page == page:
            return kid.mcid
        other_page = self._pdf.page_references[kid.page]
        return pydyf.Dictionary({"Type": "/MCR", "Pg": other_page, "MCID": kid.mcid})

    def _clickable(self, kid: Annotation, node: Node, owner: Reference) -> Any:
        kid.dictionary["StructParent"] = len(self._owners) + len(self._annotations)
        if node.key:
            kid.dictionary["Contents"] = pydyf.String(_link_text(node.key[0]))
        self._annotations.append(owner)
        page = self._pdf.page_references[kid.page]
        return pydyf.Dictionary({"Type": "/OBJR", "Obj": kid.dictionary.reference, "Pg": page})

    def _parents(self) -> Iterator[Any]:
        """Number → owner: first the pages, each with its marks in order; then the links."""
        for number, owners in enumerate(self._owners):
            yield number
            yield pydyf.Array([owners[mcid] for mcid in sorted(owners)])
        for number, owner in enumerate(self._annotations, start=len(self._owners)):
            yield number
            yield owner

    def _names(self) -> Iterator[Any]:
        for name in sorted(self._identified):
            yield pydyf.String(name)
            yield self._identified[name]

    def _added(self, entries: dict[str, Any]) -> Any:
        dictionary = pydyf.Dictionary(entries)
        self._pdf.add_object(dictionary)
        return dictionary


def _pdf_value(value: Any) -> Any:
    if isinstance(value, list):
        return pydyf.Array([pydyf.String(v) if isinstance(v, str) else v for v in value])
    return value


def _link_text(element: Element) -> str:
    spoken = " ".join("".join(_spoken(element)).split())
    return spoken or element.get("aria-label") or element.get("title") or element.get("href", "")


def _spoken(element: Element) -> Iterator[str]:
    if element.tag in ("img", f"{SVG}svg"):
        yield alternative_text(element)
    elif isinstance(element.tag, str) and element.get("aria-hidden") != "true":
        yield element.text or ""
        for child in element:
            yield from _spoken(child)
            yield child.tail or ""


# The tree's way into the PDF.
