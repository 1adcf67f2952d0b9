"""What a screen reader meets in the PDF: each mend of `generator.render.etiquetas`, one by one."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pydyf
import pypdfium2.raw as pdfium
import pytest
import weasyprint
import weasyprint.pdf
from weasyprint.pdf.stream import Stream

from generator.render.etiquetas import escribir_pdf
from generator.render.etiquetas_arbol import TreeBuilder
from tests.verapdf import fallas

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "layouts" / "_components" / "fuentes"
STYLE = """
@font-face { font-family: Sans; src: url(SourceSans3-Regular.ttf) }
@font-face { font-family: Sans; font-weight: 600; src: url(SourceSans3-Semibold.ttf) }
@font-face { font-family: Sans; font-style: italic; src: url(SourceSans3-It.ttf) }
@font-face { font-family: Serif; src: url(SourceSerif4Subhead-Regular.ttf) }
@page { size: 100mm 70mm; margin: 12mm;
  @top-left { content: "CABEZA" } @bottom-right { content: counter(page) } }
body { margin: 0; font: 9pt/12pt Sans } h1, h2 { font-family: Serif; font-weight: 400 }
b, strong, th { font-weight: 600 } .nota { float: footnote } table { width: 100% }
"""
DRAWING = (
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='40' height='40'>"
    "<rect width='40' height='40' fill='%23369'/></svg>"
)
LONG = "Una oración que ocupa su lugar en la página y no dice nada más. "
ROWS = "".join(f"<tr><td>Renglón {n}<td>{n}" for n in range(30))
TABLE = (
    "<table><thead><tr><th scope=col>Concepto<th scope=col>Monto</thead>"
    f"<tbody>{ROWS}</tbody></table>"
)


def page_of(body: str) -> str:
    return (
        "<!doctype html><html lang=es><head><title>Prueba</title>"
        "<meta name=dcterms.created content=2024-01-02T12:00:00Z>"
        "<meta name=dcterms.modified content=2024-01-02T12:00:00Z>"
        f"<style>{STYLE}</style></head><body>{body}</body></html>"
    )


def laid_out(body: str) -> Any:
    html = weasyprint.HTML(string=page_of(body), base_url=f"{FONTS}/")
    return html.render(pdf_variant="pdf/a-3a")


@dataclass
class Tag:
    """An element of the tag tree as it is read: its kids are tags and runs of text, in order."""

    role: str
    entries: dict[str, Any]
    kids: list["Tag | str"] = field(default_factory=list)
    pages: set[int] = field(default_factory=set)
    links: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        said = [kid if isinstance(kid, str) else kid.text for kid in self.kids]
        return " ".join(" ".join(said).split())

    @property
    def outline(self) -> str:
        inner = [kid.outline for kid in self.kids if isinstance(kid, Tag)]
        return f"{self.role}({' '.join(inner)})" if inner else self.role

    def all(self, role: str) -> "list[Tag]":
        return [tag for tag in self.walk() if tag.role == role]

    def the(self, role: str) -> "Tag":
        (tag,) = self.all(role)
        return tag

    def walk(self) -> "Iterator[Tag]":
        yield self
        for kid in self.kids:
            if isinstance(kid, Tag):
                yield from kid.walk()

    def all_pages(self) -> set[int]:
        return {page for tag in self.walk() for page in tag.pages}


class Reading:
    """A PDF opened to be read by its tags; each content found is looked up back from its page."""

    def __init__(self, data: bytes) -> None:
        self.pdf = pikepdf.open(BytesIO(data))
        self.root = self.pdf.Root.StructTreeRoot
        self._texts = texts_by_mark(data)
        self._pages = {page.obj.objgen: n for n, page in enumerate(self.pdf.pages)}
        numbers = list(self.root.ParentTree.Nums)
        self._owners = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
        self.tree = self._tag(self.root.K[0])

    def _tag(self, source: pikepdf.Object) -> Tag:
        tag = Tag(str(source.S)[1:], entries_of(source))
        for kid in source.K:
            if isinstance(kid, int):
                self._content(tag, source, source.Pg, kid)
            elif kid.get("/Type") == "/MCR":
                self._content(tag, source, kid.Pg, int(kid.MCID))
            elif kid.get("/Type") == "/OBJR":
                tag.links.append(str(kid.Obj.Contents))
                assert self._owners[int(kid.Obj.StructParent)].objgen == source.objgen
            else:
                assert kid.P.objgen == source.objgen
                tag.kids.append(self._tag(kid))
        return tag

    def _content(self, tag: Tag, source: pikepdf.Object, page: pikepdf.Object, mcid: int) -> None:
        number = self._pages[page.objgen]
        tag.pages.add(number)
        tag.kids.append(self._texts.get((number, mcid), ""))
        assert self._owners[int(page.StructParents)][mcid].objgen == source.objgen

    def artifacts(self, page: int) -> list[dict[str, str]]:
        """What each artifact of `page` says of itself, if it says anything."""
        instructions = pikepdf.parse_content_stream(self.pdf.pages[page])
        return [
            {str(key): str(value) for key, value in step.operands[1].items()}
            for step in instructions
            if str(step.operator) == "BDC" and step.operands[0] == "/Artifact"
        ]


def entries_of(source: pikepdf.Object) -> dict[str, Any]:
    """What the element says of itself besides its kids, as plain values."""
    texts = {name: str(source[name]) for name in ("/ID", "/Alt", "/Lang") if name in source}
    attributes = {
        name: list(value) if isinstance(value, pikepdf.Array) else str(value)
        for name, value in source.get("/A", {}).items()
    }
    return texts | attributes


def texts_by_mark(data: bytes) -> dict[tuple[int, int], str]:
    """The text under each mark: (page, MCID) → text."""
    texts: dict[tuple[int, int], str] = {}
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    for number in range(pdfium.FPDF_GetPageCount(document)):
        page = pdfium.FPDF_LoadPage(document, number)
        text_page = pdfium.FPDFText_LoadPage(page)
        for index in range(pdfium.FPDFPage_CountObjects(page)):
            item = pdfium.FPDFPage_GetObject(page, index)
            mark = (number, pdfium.FPDFPageObj_GetMarkedContentID(item))
            texts[mark] = texts.get(mark, "") + text_of_object(item, text_page)
        pdfium.FPDFText_ClosePage(text_page)
        pdfium.FPDF_ClosePage(page)
    pdfium.FPDF_CloseDocument(document)
    return texts


def text_of_object(item: Any, text_page: Any) -> str:
    if pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_TEXT:
        return ""
    size = pdfium.FPDFTextObj_GetText(item, text_page, None, 0)
    buffer = (pdfium.FPDF_WCHAR * (size // 2))()
    pdfium.FPDFTextObj_GetText(item, text_page, buffer, size)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")


def read(body: str) -> Reading:
    return Reading(escribir_pdf(laid_out(body)))


def test_margin_boxes_are_pagination_artifacts() -> None:
    reading = read(f"<p>{LONG}")
    assert {"/Type": "/Pagination", "/Subtype": "/Header"} in reading.artifacts(0)
    assert {"/Type": "/Pagination", "/Subtype": "/Footer"} in reading.artifacts(0)
    assert "CABEZA" not in "".join(reading._texts[mark] for mark in reading._texts if mark[1] >= 0)
    assert reading.tree.outline == "Document(P)"


def test_repeated_table_head_is_tagged_once() -> None:
    reading = read(TABLE)
    assert len(reading.pdf.pages) > 2
    assert reading.tree.the("THead").all_pages() == {0}
    assert reading.tree.text.count("Concepto") == 1
    assert {"/Type": "/Pagination"} in reading.artifacts(1)


def test_repeated_table_foot_and_fixed_boxes_are_tagged_once() -> None:
    foot = TABLE.replace("</table>", "<tfoot><tr><td>Total<td>9</tfoot></table>")
    reading = read(f"<div style='position: fixed; top: 0'>Fijo</div>{foot}")
    assert reading.tree.text.count("Total") == reading.tree.text.count("Fijo") == 1
    assert reading.tree.the("Table").outline.endswith("TFoot(TR(TD TD)))")


@pytest.mark.parametrize(
    ("scope", "said"),
    [("col", "/Column"), ("colgroup", "/Column"), ("row", "/Row"), ("rowgroup", "/Row")],
)
def test_header_scope_comes_from_html(scope: str, said: str) -> None:
    tree = read(f"<table><tr><th scope={scope}>A<td>1</table>").tree
    assert tree.the("TH").entries["/Scope"] == said


def test_header_without_scope_heads_its_column_in_thead_and_its_row_elsewhere() -> None:
    tree = read("<table><thead><tr><th>A<th>B</thead><tr><th>C<td>1</table>").tree
    assert [tag.entries["/Scope"] for tag in tree.all("TH")] == ["/Column", "/Column", "/Row"]


def headers_of(tree: Tag, cell: str) -> set[str]:
    """The texts of the headers that name the data cell that says `cell`."""
    (data,) = [tag for tag in tree.all("TD") if tag.text == cell]
    said = {tag.entries.get("/ID"): tag.text for tag in tree.all("TH")}
    return {said[str(name)] for name in data.entries["/Headers"]}


def test_each_side_of_a_two_sided_table_keeps_its_headers() -> None:
    tree = read(
        "<table><tr><th scope=rowgroup colspan=2>Ingresos<th scope=rowgroup colspan=2>Egresos"
        "<tr><th scope=row>Cuotas<td>10<th scope=row>Nómina<td>20</table>"
    ).tree
    assert headers_of(tree, "10") == {"Ingresos", "Cuotas"}
    assert headers_of(tree, "20") == {"Egresos", "Nómina"}


def test_group_titles_name_what_follows_and_merged_headers_what_they_span() -> None:
    tree = read(
        "<table><thead><tr><th scope=col colspan=2>Rubro<th scope=col>Monto</thead>"
        "<tr><th scope=rowgroup colspan=3>Salud"
        "<tr><th scope=rowgroup rowspan=2>Médico<th scope=row>Alta<td>1<tr><th scope=row>Baja<td>2"
        "<tr><th scope=rowgroup colspan=3>Pensiones<tr><th scope=row colspan=2>Vejez<td>3</table>"
    ).tree
    assert headers_of(tree, "2") == {"Salud", "Médico", "Baja", "Monto"}
    assert headers_of(tree, "3") == {"Pensiones", "Vejez", "Monto"}


def test_link_says_its_text_and_has_one_area_a_line() -> None:
    inner = f"El <strong>gran <b>apartado</b></strong> {LONG}<i aria-hidden=true>»</i>"
    tree = read(f"<h1 id=ancla>Destino</h1><p><a href='#ancla'>{inner}</a>").tree
    link = tree.the("Link")
    assert tree.outline == "Document(H1 P(Link))"
    assert len(link.links) == 2
    assert set(link.links) == {f"El gran apartado {LONG.strip()}"}


def test_link_on_an_image_says_its_alt_and_covers_it() -> None:
    reading = read(f"<p><a href='https://x.mx/'><img src=\"{DRAWING}\" alt='Portal'></a>")
    (annotation,) = reading.pdf.pages[0].Annots
    x1, y1, x2, y2 = map(float, annotation.Rect)
    assert str(annotation.Contents) == "Portal"
    assert reading.tree.the("Link").outline == "Link(Figure)"
    assert abs(x2 - x1) == pytest.approx(30, abs=0.01)
    assert abs(y2 - y1) >= 30


def test_links_in_artifacts_are_not_clickable() -> None:
    linked = TABLE.replace("Concepto", "<a href='https://x.mx/'>Concepto</a>")
    reading = read(f"{linked}<p aria-hidden=true><a href='https://x.mx/'>Adorno</a>")
    assert sum(len(page.get("/Annots", [])) for page in reading.pdf.pages) == 1


SPLIT = {
    "Table": TABLE,
    "TBody": TABLE,
    "P": f"<p>{LONG * 30}",
    "L": f"<ul>{'<li>Punto' * 30}</ul>",
    "LI": f"<ul><li>{LONG * 30}</ul>",
    "Sect": f"<section>{'<p>Párrafo' * 30}</section>",
    "Div": f"<div>{'<p>Párrafo' * 30}</div>",
    "BlockQuote": f"<blockquote>{'<p>Párrafo' * 30}</blockquote>",
    "TR": f"<table><tr><td>{LONG * 12}<td>{LONG * 20}</table>",
    "LBody": f"<ul><li><p>Uno</p><ul>{'<li>Punto' * 30}</ul></ul>",
}


@pytest.mark.parametrize("role", SPLIT)
def test_element_split_over_pages_is_one(role: str) -> None:
    tree = read(SPLIT[role]).tree
    split = [tag for tag in tree.all(role) if len(tag.all_pages()) > 1]
    assert len(split) == 1
    assert len(tree.kids) == 1


def test_cells_after_a_page_break_keep_their_headers() -> None:
    tree = read(TABLE).tree
    assert [tag.text for tag in tree.all("TH")] == ["Concepto", "Monto"]
    assert headers_of(tree, "Renglón 29") == {"Concepto"}


@pytest.mark.parametrize(
    ("body", "outline"),
    [
        ("<ul><li>Uno</ul>", "L(LI(Lbl LBody))"),
        ("<ul><li><p>Uno<p>Dos</ul>", "L(LI(Lbl LBody(P P)))"),
        ("<ul style='list-style: none'><li><p>Uno</ul>", "L(LI(LBody(P)))"),
        ("<ul><li><a href='https://x.mx/'>Uno</a></ul>", "L(LI(Lbl LBody(Link)))"),
        ("<ol><li>Uno<ol><li>Dos</ol>Tres</ol>", "L(LI(Lbl LBody(L(LI(Lbl LBody)))))"),
        ("<dl><dt>A<dd>1<dd>2<dt>B<dd>3</dl>", "L(LI(Lbl LBody LBody) LI(Lbl LBody))"),
        (
            "<ul style='list-style: none'><li><span data-tag=Lbl>1.1</span> Uno</ul>",
            "L(LI(Lbl LBody))",
        ),
    ],
)
def test_list_items_hold_a_label_and_a_body(body: str, outline: str) -> None:
    assert read(body).tree.outline == f"Document({outline})"


def test_data_tag_overrides_the_role() -> None:
    tree = read(
        "<p data-tag=Caption>Cuadro 1<p data-tag=Note>Aviso<p>Sí <q data-tag=Quote>no</q>"
    ).tree
    assert tree.outline == "Document(Caption Note P(Quote))"
    assert tree.the("Note").entries["/ID"]


def test_contents_list() -> None:
    tree = read(
        "<h1 id=a>A</h1><nav><ol data-tag=TOC><li><a href='#a'>A</a> 1"
        "<ol><li><a href='#a'>A.1</a></ol></ol></nav>"
    ).tree
    inner = "TOC(TOCI(Lbl Reference(Link)))"
    assert tree.outline == f"Document(H1 Div(TOC(TOCI(Lbl Reference(Link) {inner}))))"


def test_unknown_data_tag_is_an_error() -> None:
    document = laid_out("<p data-tag=Parrafo>Uno")
    with pytest.raises(ValueError, match="Parrafo"):
        escribir_pdf(document)


def test_footnote_is_a_note_read_after_the_paragraph_that_calls_it() -> None:
    body = (
        "<p>Cifra<span class=nota>Preliminar.</span> definitiva.<p>Otra<span class=nota>ND.</span>"
    )
    tree = read(body).tree
    notes = tree.all("Note")
    assert tree.outline == "Document(P(Reference) Note(Lbl) P(Reference) Note(Lbl))"
    assert [note.text for note in notes] == ["1. Preliminar.", "2. ND."]
    assert len({note.entries["/ID"] for note in notes}) == 2


def test_footnote_called_before_a_page_break_does_not_split_its_paragraph() -> None:
    tree = read(f"<p>{LONG}<span class=nota>Nota.</span>{LONG * 20}").tree
    assert tree.outline == "Document(P(Reference) Note(Lbl))"


def test_footnote_called_from_bare_text_does_not_split_it() -> None:
    tree = read("<section>Cifra<span class=nota>Nota.</span> <b>definitiva</b>.</section>").tree
    assert tree.outline == "Document(Sect(P(Reference) Note(Lbl)))"


def test_identifiers_take_the_prefix_and_are_indexed() -> None:
    body = f"<p>Cifra<span class=nota>Preliminar.</span></p>{TABLE}"
    reading = Reading(escribir_pdf(laid_out(body), prefijo="cap2-"))
    names = [str(name) for name in reading.root.IDTree.Names][::2]
    given = [tag.entries["/ID"] for tag in reading.tree.walk() if "/ID" in tag.entries]
    assert names == sorted(given) == ["cap2-nota-1", "cap2-th-2", "cap2-th-3"]


def test_decoration_is_not_read(caplog: pytest.LogCaptureFixture) -> None:
    css = f".l::before {{ content: url(\"{DRAWING}\") }} .l::after {{ content: leader('.') '7' }}"
    tree = read(
        f"<style>{css}</style>"
        f"<p>Uno <img src=\"{DRAWING}\" alt=''> <span aria-hidden=true>•••</span> dos"
        f"<p>&nbsp;<p class=l>Tres<div aria-hidden=true>{TABLE}</div>"
    ).tree
    assert tree.outline == "Document(P P)"
    assert tree.text == "Uno dos Tres 7"
    assert all(kid for tag in tree.walk() for kid in tag.kids)
    assert not caplog.records


def test_empty_cells_keep_the_shape_of_their_table() -> None:
    tree = read("<table><thead><tr><th>A<th>B</thead><tr><td><td></table>").tree
    assert tree.outline == "Document(Table(THead(TR(TH TH)) TBody(TR(TD TD))))"


def test_what_is_out_of_the_flow_is_read_in_its_place() -> None:
    out = f"style='position: absolute; top: 0' src=\"{DRAWING}\""
    tree = read(
        f"<p>Uno <img {out} alt='Sello'> dos <span aria-hidden=true><img {out}></span>"
    ).tree
    assert tree.outline == "Document(P(Figure))"


@pytest.mark.parametrize(
    ("html", "complaint"),
    [("<title>T</title><p>Uno", "lang"), (f'<html lang=es><img src="{DRAWING}">', "Figure")],
)
def test_missing_words_are_complained_of(
    html: str, complaint: str, caplog: pytest.LogCaptureFixture
) -> None:
    escribir_pdf(weasyprint.HTML(string=html).render(pdf_variant="pdf/a-3a"))
    assert [record for record in caplog.records if complaint in record.getMessage()]


def test_content_drawn_outside_the_tree_is_an_error() -> None:
    page = laid_out("<p>Uno").pages[0]
    with pytest.raises(RuntimeError, match="página 1"):
        TreeBuilder("").add_page(0, page, {object(): {"mcid": 0}})


def test_figure_has_its_alt_and_its_box_in_page_units() -> None:
    figure = read(f"<img src=\"{DRAWING}\" alt='Gráfica' style='display: block'>").tree.the(
        "Figure"
    )
    left, bottom, right, top = map(float, figure.entries["/BBox"])
    assert figure.entries["/Alt"] == "Gráfica"
    assert (right - left, top - bottom) == pytest.approx((30, 30), abs=0.01)
    assert top == pytest.approx((70 - 12) / 25.4 * 72, abs=0.5)


def test_language_of_a_part_is_told() -> None:
    assert read("<p>Un <i lang=en>benchmark</i>").tree.the("Span").entries["/Lang"] == "en"


def test_page_references_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []

    def outlines(pdf: Any, _bookmarks: Any) -> None:
        seen.append(pdf.page_references is pdf.page_references)
        pdf.add_page(pydyf.Dictionary())
        seen.append(len(pdf.page_references) == len(pdf.pages["Kids"]) / 3 == 2)
        del pdf.pages["Kids"][-3:]

    monkeypatch.setattr(weasyprint.pdf, "add_outlines", outlines)
    read("<p>Uno")
    assert seen == [True, True]


def engine_seams() -> list[Any]:
    return [
        vars(Stream)["marked"],
        weasyprint.pdf.resolve_links,
        weasyprint.pdf.add_tags,
        vars(pydyf.PDF)["page_references"],
    ]


def test_engine_is_left_as_it_was() -> None:
    before = engine_seams()
    with pytest.raises(ValueError, match="data-tag"):
        read("<p data-tag=Nada>Uno")
    body = f"{TABLE}<p><a href='https://x.mx/'>Un <b>enlace</b></a>"
    first = laid_out(body)
    plain = first.write_pdf(pdf_variant="pdf/a-3a")
    mended = escribir_pdf(first)
    assert engine_seams() == before
    assert first.write_pdf(pdf_variant="pdf/a-3a") == plain
    assert escribir_pdf(first) == escribir_pdf(laid_out(body)) == mended != plain


@pytest.mark.parametrize("engine", [weasyprint, pydyf])
def test_another_engine_version_is_refused(engine: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    document = laid_out("<p>Uno")
    monkeypatch.setattr(engine, "__version__", "99.0")
    with pytest.raises(RuntimeError, match=rf"{engine.__name__}.*99\.0"):
        escribir_pdf(document)


def test_unknown_variant_is_refused() -> None:
    with pytest.raises(ValueError, match="pdf/x-4"):
        escribir_pdf(laid_out("<p>Uno"), variante="pdf/x-4")


REPORT = f"""
<h1 id=uno>Plan de labores</h1>
<nav><ol data-tag=TOC style="list-style: none">
  <li><a href="#uno">Plan de labores</a>
    <ol style="list-style: none"><li><a href="#dos">Indicadores <b>del año</b></a></ol></ol></nav>
<section><h2 id=dos>Indicadores</h2>
<p>{LONG * 8}<span class=nota>Según el <a href="https://x.mx/">portal</a> del Instituto.</span>
   Véase <a href="#uno">el plan <strong>entero</strong></a>. {LONG * 8}</p>
<ul><li><p>Primer punto.</p><p>{LONG}</p><li>Segundo<ol><li>Interior<li>Otro</ol></ul>
<dl><dt>ND<dd>No disponible<dt>NA<dd>No aplica</dl>
<blockquote><p>{LONG}</p></blockquote>
<img src="{DRAWING}" alt="Serie de 2019 a 2023" style="display: block">
<table><caption>Cuadro 1. Metas</caption>
<thead><tr><th scope=col>Concepto<th scope=col>Monto</thead><tbody>
<tr><th scope=rowgroup colspan=2>Salud{ROWS.replace("<td>R", "<th scope=row>R")}</tbody></table>
<p lang=en>A paragraph in English.</p></section>
"""


@pytest.mark.parametrize("perfil", ["ua1", "3a"])
def test_verapdf_finds_nothing_in_a_whole_report(perfil: str, tmp_path: Path) -> None:
    data = b"ejercicio;monto\n2023;10\n"
    moment = datetime(2024, 1, 2, tzinfo=UTC)
    source = weasyprint.Attachment(
        string=data, name="datos.csv", created=moment, modified=moment, relationship="Data"
    )
    path = tmp_path / "informe.pdf"
    path.write_bytes(escribir_pdf(laid_out(REPORT), adjuntos=[source]))
    written = pikepdf.open(path)
    assert len(written.pages) > 4
    assert written.attachments["datos.csv"].get_file().read_bytes() == data
    assert fallas(path, perfil) == []


def test_verapdf_tells_what_fails(tmp_path: Path) -> None:
    path = tmp_path / "malo.pdf"
    path.write_bytes(laid_out(REPORT).write_pdf(pdf_variant="pdf/a-3a"))
    assert any(failure.startswith("7.18.5-1") for failure in fallas(path, "ua1"))


def test_bytes_do_not_depend_on_the_process() -> None:
    here = hashlib.sha256(escribir_pdf(laid_out(REPORT))).hexdigest()
    code = (
        "import hashlib; from tests.unit.test_etiquetas import *;"
        "print(hashlib.sha256(escribir_pdf(laid_out(REPORT))).hexdigest())"
    )
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        run = subprocess.run(
            [sys.executable, "-c", code],
            env=environment,
            check=True,
            capture_output=True,
            text=True,
        )
        assert run.stdout.split() == [here]
