"""Parser tokens → narrative nodes, each fault with the line and column of the source."""

import re
from collections.abc import Iterator, MutableMapping
from dataclasses import replace
from typing import Any

from markdown_it.token import Token

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.span import Span
from generator.base.text import slug
from generator.document.nodes import (
    Afirmacion,
    Cita,
    Cuadricula,
    Enfasis,
    Enlace,
    Fuerte,
    Inserto,
    Linea,
    Lista,
    Llamada,
    Parrafo,
    Prosa,
    Referencia,
    Salto,
    Subtitulo,
    Texto,
)
from generator.document.walk import plain_text
from generator.read.narrative_places import Source

_LINK = re.compile(r"https://[^\s]+|mailto:[^\s@]+@[^\s@]+|#[\w-]+|idioma:[a-z]{2,3}")
_FORMAT = r"[^\W\d_]+(?:-[^\W\d_]+)*(?: [0-9]+)?"
_REFERENCE = re.compile(rf"([^\s:{{}}]+)\s*(?::\s*({_FORMAT}))?")
_INSERT = re.compile(r"\{\{\s*cuadro\.([a-z0-9-]+)\s*\}\}")
_CLAIM = re.compile(r"([^={}][^{}]*) si ([^{}]* (?:>=|<=|[≥≤><=≠≈]) [^{}]*)")
_COMPUTED = re.compile(rf"=([^:{{}}]+?)(?: : ({_FORMAT}))?")
_OUTSIDE = re.compile(r"^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)*\|")
"""What comes before the first cell of a row: its bar, and the marks of a list or a quotation."""
_DASHES_ROW = re.compile(r"[ |:]*-+[ :]*\|[-|: ]*(\n|$)")
DASHES = ("— ", "—\N{NO-BREAK SPACE}")
MAX_DEPTH = 20
_WRAPPERS: dict[str, type[Enfasis] | type[Fuerte]] = {"em": Enfasis, "strong": Fuerte}


class Builder:
    """Reads the tokens of one file in order."""

    def __init__(self, path: str, lines: list[str], tokens: list[Token]) -> None:
        self.source = Source(path, lines)
        self.tokens = tokens
        self.diagnostics: list[Diagnostic] = []
        self.level = 1
        self.notes: dict[str, tuple[Linea, ...]] = {}
        self._read_notes()

    def blocks(self) -> tuple[Prosa, ...]:
        self._too_deep()
        body = list(self._without_notes())
        self._undefined_notes()
        return tuple(self._sequence(iter(body), ""))

    # ── blocks ──

    def _sequence(self, tokens: Iterator[Token], closing: str) -> Iterator[Prosa]:
        for token in tokens:
            if token.type == closing:
                return
            block = self._block(token, tokens)
            if block is not None:
                yield block

    def _block(self, token: Token, tokens: Iterator[Token]) -> Prosa | None:
        match token.type:
            case "paragraph_open":
                return self._paragraph(next(tokens))
            case "heading_open":
                return self._heading(token, next(tokens))
            case "bullet_list_open" | "ordered_list_open":
                return self._list(token, tokens)
            case "blockquote_open":
                return self._quote(tuple(self._sequence(tokens, "blockquote_close")))
            case "table_open":
                return self._table(tokens)
            case "html_block":
                self._refuse_html(token, token.content)
            case "hr":
                self._note("NAR-013", self.source.start(token))
            case "fence" | "code_block":
                self._refuse_code(self.source.start(token), token.content)
        return None

    def _paragraph(self, inline: Token) -> Parrafo | Inserto:
        """A cuadro's name alone is the cuadro itself. A table whose header does not match its
        dashes is no table for the parser.
        """
        if found := _INSERT.fullmatch(inline.content.strip()):
            return Inserto(found[1], self.source.next(inline, f"cuadro.{found[1]}"))
        first, _, rest = inline.content.partition("\n")
        if _DASHES_ROW.match(rest):
            dashes = rest.partition("\n")[0]
            cells, columns = (line.strip(" |").count("|") + 1 for line in (first, dashes))
            self._note("NAR-015", self.source.start(inline), celdas=cells, columnas=columns)
        return Parrafo(self._inline_of(inline))

    def _heading(self, token: Token, inline: Token) -> Subtitulo:
        level = int(token.tag[1])
        if not 2 <= level <= self.level + 1:
            self._note("NAR-005", self.source.start(token), nivel=level)
        self.level = max(level, 1)
        content = self._inline_of(inline)
        return Subtitulo(level, slug(plain_text(content)), content)

    def _list(self, token: Token, tokens: Iterator[Token]) -> Lista:
        items = []
        closing = token.type.replace("open", "close")
        for item in tokens:
            if item.type == closing:
                break
            if item.type == "list_item_open":
                items.append(tuple(self._sequence(tokens, "list_item_close")))
        if first := token.attrs.get("start"):
            self._note("NAR-012", self.source.start(token), numero=first)
        return Lista(token.type.startswith("ordered"), tuple(items), romana=token.markup == ")")

    def _quote(self, blocks: tuple[Prosa, ...]) -> Cita:
        """A last paragraph that begins with a dash is the source of the quotation."""
        last = blocks[-1] if len(blocks) > 1 else None
        if isinstance(last, Parrafo) and plain_text(last.hijos).startswith(DASHES):
            return Cita(blocks[:-1], _without_dash(last.hijos))
        return Cita(blocks)

    def _table(self, tokens: Iterator[Token]) -> Cuadricula:
        rows: list[list[tuple[Linea, ...]]] = []
        aligned: list[str] = []
        for token in tokens:
            if token.type == "table_close":
                break
            if token.type == "tr_open":
                rows.append([])
                self._count_cells(token, len(aligned))
            elif token.type in ("th_open", "td_open"):
                if token.type == "th_open":
                    aligned.append(str(token.attrs.get("style", "")).removeprefix("text-align:"))
                rows[-1].append(self._inline_of(next(tokens)))
        return Cuadricula(tuple(rows[0]), tuple(tuple(r) for r in rows[1:]), tuple(aligned))

    def _count_cells(self, row: Token, columns: int) -> None:
        """The parser pads and cuts rows in silence; the source tells how many cells there are."""
        if not row.map or not columns:
            return
        source = _OUTSIDE.sub("", self.source.lines[row.map[0]]).rstrip().removesuffix("|")
        cells = len(re.findall(r"(?<!\\)\|", source)) + 1
        if cells != columns:
            self._note("NAR-004", self.source.start(row), celdas=cells, columnas=columns)

    # ── lines ──

    def _inline_of(self, token: Token) -> tuple[Linea, ...]:
        return tuple(self._line(iter(token.children or []), "", token))

    def _line(self, tokens: Iterator[Token], closing: str, block: Token) -> Iterator[Linea]:
        for token in tokens:
            if token.type == closing:
                return
            node = self._inline(token, tokens, block)
            if node is not None:
                yield node

    def _inline(self, token: Token, tokens: Iterator[Token], block: Token) -> Linea | None:
        match token.type:
            case "text" | "text_special":
                return Texto(token.content) if token.content else None
            case "softbreak":
                return Texto(" ")
            case "hardbreak":
                return Salto()
            case "em_open" | "strong_open":
                name = token.type.removesuffix("_open")
                return _WRAPPERS[name](tuple(self._line(tokens, f"{name}_close", block)))
            case "link_open":
                return self._link(token, tokens, block)
            case "referencia":
                return self._reference(token, block)
            case "footnote_ref":
                return Llamada(self.notes.get(str(token.meta["label"]), ()))
        self._refuse(token, block)
        return None

    def _link(self, token: Token, tokens: Iterator[Token], block: Token) -> Enlace:
        target = str(token.attrs["href"])
        span = self.source.find(block, target)
        if not _LINK.fullmatch(target):
            self._note("NAR-002", span, destino=target)
        return Enlace(target, tuple(self._line(tokens, "link_close", block)), span)

    def _reference(self, token: Token, block: Token) -> Linea:
        span = self.source.next(block, token.content)
        if token.meta["cerrada"] and (claim := _CLAIM.fullmatch(token.content)):
            return Afirmacion(claim[1], claim[2], span)
        if token.meta["cerrada"] and (computed := _COMPUTED.fullmatch(token.content)):
            return Referencia(f"={computed[1].strip()}", computed[2] or "", span)
        match = _REFERENCE.fullmatch(token.content)
        if not match or not token.meta["cerrada"]:
            cause = "falta la dirección" if not token.content else "sobra algo"
            cause = cause if token.meta["cerrada"] else "le falta cerrar con }} en la misma línea"
            self._note("REF-006", span, texto=token.content, causa=cause)
            return Texto("")
        return Referencia(match[1], match[2] or "", span)

    # ── notes ──

    def _read_notes(self) -> None:
        """Each note is one paragraph of words; anything else would be lost, so it is refused."""
        inside: list[Token] = []
        for token in self.tokens:
            if token.type == "footnote_open":
                inside = [token]
            elif token.type == "footnote_close":
                self._read_note(inside)
                inside = []
            elif inside:
                inside.append(token)

    def _read_note(self, tokens: list[Token]) -> None:
        label = str(tokens[0].meta.get("label"))
        inline = [t for t in tokens if t.type == "inline"]
        calls = any(c.type == "footnote_ref" for t in inline for c in t.children or [])
        plain = all(t.type.startswith(("paragraph", "inline", "footnote")) for t in tokens)
        if len(inline) != 1 or not plain or calls:
            self._note("NAR-010", self.source.definition(label), nota=label)
        self.notes[label] = self._inline_of(inline[0]) if inline else ()

    def unused_notes(self, env: MutableMapping[str, Any]) -> None:
        """A note that nothing calls would not be printed."""
        for name, number in env.get("footnotes", {}).get("refs", {}).items():
            if number < 0:
                label = str(name).removeprefix(":")
                self._note("NAR-011", self.source.definition(label), nota=label)

    def _without_notes(self) -> Iterator[Token]:
        inside = False
        for token in self.tokens:
            inside = inside or token.type == "footnote_block_open"
            if not inside:
                yield token

    def _undefined_notes(self) -> None:
        """Without its text, the parser leaves a call as plain words."""
        for number, line in enumerate(self.source.lines, 1):
            for call in re.finditer(r"(?<!\\)\[\^([^\]\s]+)\](?!:)", line):
                if call[1] not in self.notes:
                    self._note(
                        "NAR-007", Span(self.source.path, number, call.start() + 1), nota=call[1]
                    )

    # ── refusals ──

    def _too_deep(self) -> None:
        deep = next((t for t in self.tokens if t.level > MAX_DEPTH and t.map), None)
        if deep:
            self._note("LEC-008", self.source.start(deep), maximo=MAX_DEPTH)

    def _refuse(self, token: Token, block: Token) -> None:
        """What the narrative does not admit inside a line."""
        if token.type == "html_inline":
            self._refuse_html(block, token.content)
        elif token.type == "code_inline":
            self._refuse_code(self.source.find(block, "`"), token.content)
        elif token.type == "image":
            self._note("NAR-003", self.source.find(block, "!["), texto=token.content)

    def _refuse_code(self, span: Span, text: str) -> None:
        self._note("NAR-009", span, texto=text.strip().split("\n")[0][:40])

    def _refuse_html(self, block: Token, text: str) -> None:
        if text.startswith("</"):
            return
        place = (
            self.source.start(block)
            if block.type == "html_block"
            else self.source.find(block, text)
        )
        self._note("NAR-001", place, texto=text.strip().split("\n")[0][:40])

    def _note(self, code: str, span: Span, **data: object) -> None:
        self.diagnostics.append(diagnose(code, span, **data))


def _without_dash(hijos: tuple[Linea, ...]) -> tuple[Linea, ...]:
    """The source of a quotation without the dash that announces it."""
    first, *rest = hijos
    if isinstance(first, Texto):
        return (Texto(first.texto[2:]), *rest) if first.texto[2:] else tuple(rest)
    if isinstance(first, Enfasis | Fuerte | Enlace):
        return (replace(first, hijos=_without_dash(first.hijos)), *rest)
    return hijos
