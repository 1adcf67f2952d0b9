"""Accessible, archivable PDF: WeasyPrint's pages with a tag tree that reads well aloud.

Enters: a `weasyprint.Document` already laid out, and the files to attach to it.
Leaves: the bytes of one PDF that is PDF/A and PDF/UA-1 at once, the same for the same input.
Never: leaves the engine changed once it returns, or touches any version of it but the two it
was written against.

The engine's own tag tree is replaced by that of `etiquetas_arbol`. Here are the four seams where
tree, artifacts and links enter the engine while it writes, and the way of the tree into the PDF.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import Any

import pydyf
import weasyprint
import weasyprint.pdf
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.pdf.stream import Stream

from generator.render.etiquetas_arbol import TreeBuilder
from generator.render.etiquetas_escritor import Pdf, Reference, TreeWriter
from generator.render.etiquetas_nodos import Box, Element

VARIANTS = ("pdf/a-3a", "pdf/a-2a")

Rectangle = tuple[float, float, float, float]
Link = tuple[str, str, Rectangle, Box]
Artifacts = dict[Box, dict[str, str]]  # boxes that are no content → how their artifact is described


def escribir_pdf(
    document: weasyprint.Document,
    *,
    variante: str = "pdf/a-3a",
    adjuntos: Sequence[weasyprint.Attachment] = (),
    prefijo: str = "",
) -> bytes:
    """Write `document`, with `adjuntos` inside: give them dates, and use each for one call.

    `prefijo` starts every structure ID: parts to be merged into one PDF need different ones.
    """
    _check_engines()
    if variante not in VARIANTS:
        raise ValueError(f"variante {variante!r}: se espera una de {', '.join(VARIANTS)}")
    with _mended_engine(document, prefijo):
        pdf: bytes = document.write_pdf(
            pdf_variant=variante, attachments=list(adjuntos), finisher=_declare_pdfua
        )
    return pdf


def _check_engines() -> None:
    for engine, version in ((weasyprint, "70.0"), (pydyf, "0.13.0")):
        if engine.__version__ != version:
            raise RuntimeError(
                f"las etiquetas accesibles se escribieron para {engine.__name__} {version} "
                f"y está instalado {engine.__version__}: hay que revisarlas antes de cambiarlo"
            )


@contextmanager
def _mended_engine(document: Any, prefix: str) -> Iterator[None]:
    artifacts = _artifacts_of(document)
    with ExitStack() as seams:
        for owner, name, mended in (
            (Stream, "marked", _marked(Stream.marked, artifacts)),
            (weasyprint.pdf, "resolve_links", _links(weasyprint.pdf.resolve_links, artifacts)),
            (weasyprint.pdf, "add_tags", _add_tags(prefix)),
            (pydyf.PDF, "page_references", property(_page_references)),
        ):
            seams.enter_context(_replaced(owner, name, mended))
        yield


@contextmanager
def _replaced(owner: Any, name: str, mended: Any) -> Iterator[None]:
    original = vars(owner)[name]  # not getattr: a property has to come back as one
    setattr(owner, name, mended)
    try:
        yield
    finally:
        setattr(owner, name, original)


def _page_references(pdf: Pdf) -> tuple[Reference, ...]:
    """The engine's own property lists every page at each call; this remembers, while none is added.

    The memory goes in the object itself: it dies with it and never serves another.
    """
    kids = pdf.pages["Kids"]
    known: tuple[Reference, ...] = getattr(pdf, "_known_pages", ())
    if 3 * len(known) != len(kids):
        known = pdf._known_pages = tuple(b"%d 0 R" % number for number in kids[::3])
    return known


# Artifacts: what is drawn and is not read.


def _artifacts_of(document: Any) -> Artifacts:
    """Every box to draw as an artifact, with those inside it."""
    artifacts: Artifacts = {}
    seen: set[Element] = set()

    def visit(box: Box, inherited: dict[str, str] | None) -> None:
        description = inherited if inherited is not None else _artifact_description(box, seen)
        if description is not None:
            artifacts[box] = description
        for child in box.children:
            visit(child._box if isinstance(child, AbsolutePlaceholder) else child, description)

    for page in document.pages:
        visit(page._page_box, None)
    return artifacts


def _artifact_description(box: Box, seen: set[Element]) -> dict[str, str] | None:
    """None if the box is content; `seen` remembers what the engine repeats on later pages."""
    if isinstance(box, boxes.MarginBox):
        part = {"@top": "/Header", "@bottom": "/Footer"}.get(box.at_keyword.split("-")[0])
        return {"Type": "/Pagination"} | ({"Subtype": part} if part else {})
    if _is_repeated(box) and box.element in seen:
        return {"Type": "/Pagination"}
    if _is_repeated(box):
        seen.add(box.element)
    return {} if _is_decoration(box) else None


def _is_repeated(box: Box) -> bool:
    if isinstance(box, boxes.TableRowGroupBox):
        return bool(box.is_header or box.is_footer)
    return bool(box.style["position"] == "fixed")


def _is_decoration(box: Box) -> bool:
    """Blank text, leaders, pictures from CSS or with an empty alt, what says `aria-hidden`."""
    if isinstance(box, boxes.TextBox):
        return not box.text.strip()
    if box.element is None or box.is_leader:
        return bool(box.is_leader)
    if isinstance(box, boxes.ReplacedBox) and "::" in box.element_tag:
        return True
    if box.element.tag == "img" and box.element.get("alt") == "":
        return True
    return bool(box.element.get("aria-hidden") == "true")


def _marked(original: Callable[..., AbstractContextManager[None]], artifacts: Artifacts) -> Any:
    def marked(stream: Any, box: Box, tag: str) -> AbstractContextManager[None]:
        if box in artifacts:
            return _artifact(stream, artifacts[box])
        return original(stream, box, tag)

    return marked


@contextmanager
def _artifact(stream: Any, description: dict[str, str]) -> Iterator[None]:
    stream.begin_marked_content("Artifact", pydyf.Dictionary(description) if description else None)
    yield
    stream.end_marked_content()


# Links: one clickable area a piece of <a>, named by what it says.


def _links(original: Callable[[Any], Any], artifacts: Artifacts) -> Callable[[Any], Any]:
    def resolve_links(pages: Any) -> Iterator[Any]:
        for links, anchors in original(pages):
            yield _one_for_each_link(links, artifacts), anchors

    return resolve_links


def _one_for_each_link(links: list[Link], artifacts: Artifacts) -> list[Link]:
    """The engine lists each box inside an <a> as a link too: its area is added to the <a>'s."""
    kept: list[Link] = []
    for kind, target, area, box in links:
        box.link_annotation = None  # another writing of the same document may have left one
        if box in artifacts:
            continue
        if box.link is not None:
            kept.append((kind, target, area, box))
        else:
            kept[-1] = _widened(kept[-1], area)
    return kept


def _widened(link: Link, other: Rectangle) -> Link:
    kind, target, area, box = link
    (left, top, right, bottom), (x1, y1, x2, y2) = area, other
    return kind, target, (min(left, x1), min(top, y1), max(right, x2), max(bottom, y2)), box


def _add_tags(prefix: str) -> Callable[..., None]:
    """What the engine calls once every page is drawn."""

    def add_tags(pdf: Pdf, document: Any, _version: str, streams: list[Any]) -> None:
        builder = TreeBuilder(prefix)
        for number, (page, stream) in enumerate(zip(document.pages, streams, strict=True)):
            builder.add_page(number, page, stream._tags)
        TreeWriter(pdf, len(streams)).write(builder.finish())
        pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
        pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
        if "Lang" not in pdf.catalog:
            weasyprint.LOGGER.error('Missing required "lang" attribute at the root of the document')

    return add_tags


# PDF/UA-1 is declared in the metadata; PDF/A asks for a description of any schema but its own.
PDFUA_METADATA = b"""\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
  <pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about=""
    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>Part of ISO 14289 that the file conforms to
      </pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


def _declare_pdfua(_document: Any, pdf: Pdf) -> None:
    """The engine's finisher: the last word before the file is written."""
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    head, end, tail = metadata.stream[0].rpartition(b"</rdf:RDF>")
    metadata.stream[0] = head + PDFUA_METADATA + end + tail
