"""Parser tokens → narrative nodes, each fault with the line and column of the source."""

import re
from collections.abc import Iterator

from markdown_it.token import Token

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.span import Span
from generator.base.text import slug
from generator.document.nodes import (
    Cita,
    Cuadricula,
    Enfasis,
    Enlace,
    Fuerte,
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

_LINK = re.compile(r"https://[^\s]+|mailto:[^\s@]+@[^\s@]+|#[\w-]+")
_REFERENCE = re.compile(r"([^\s:{}]+)\s*(?::\s*([a-záéíóúñ]+(?: \d+)?))?")
_WRAPPERS: dict[str, type[Enfasis] | type[Fuerte]] = {"em": Enfasis, "strong": Fuerte}


class Builder:
    """Reads the tokens of one file in order."""

    def __init__(self, path: str, lines: list[str], tokens: list[Token]) -> None:
        self.path = path
        self.lines = lines
        self.tokens = tokens
        self.diagnostics: list[Diagnostic] = []
        self.level = 1
        self.notes = self._notes()

    def blocks(self) -> tuple[Prosa, ...]:
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
                return Parrafo(self._inline_of(next(tokens)))
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
        return None

    def _heading(self, token: Token, inline: Token) -> Subtitulo:
        level = int(token.tag[1])
        if not 2 <= level <= self.level + 1:
            self._note("NAR-005", self._start(token), nivel=level)
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
        return Lista(token.type.startswith("ordered"), tuple(items))

    def _quote(self, blocks: tuple[Prosa, ...]) -> Cita:
        """A last paragraph that begins with a dash is the source of the quotation."""
        last = blocks[-1] if len(blocks) > 1 else None
        if isinstance(last, Parrafo) and plain_text(last.hijos).startswith(
            ("— ", "—\N{NO-BREAK SPACE}")
        ):
            first = last.hijos[0]
            words = (Texto(first.texto[2:]),) if isinstance(first, Texto) else ()
            return Cita(blocks[:-1], (*words, *last.hijos[1:]))
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
        source = self.lines[row.map[0]].strip().removeprefix("|").removesuffix("|")
        cells = len(re.findall(r"(?<!\\)\|", source)) + 1
        if cells != columns:
            self._note("NAR-004", self._start(row), celdas=cells, columnas=columns)

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
            case "text" | "code_inline" | "text_special":
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
            case "html_inline":
                self._refuse_html(block, token.content)
            case "image":
                self._note("NAR-003", self._find(block, "!["), texto=token.content)
        return None

    def _link(self, token: Token, tokens: Iterator[Token], block: Token) -> Enlace:
        target = str(token.attrs["href"])
        span = self._find(block, target)
        if not _LINK.fullmatch(target):
            self._note("NAR-002", span, destino=target)
        return Enlace(target, tuple(self._line(tokens, "link_close", block)), span)

    def _reference(self, token: Token, block: Token) -> Linea:
        span = self._place(block, token.meta["pos"])
        match = _REFERENCE.fullmatch(token.content)
        if not match:
            cause = "falta la dirección" if not token.content else "sobra algo"
            self._note("REF-006", span, texto=token.content, causa=cause)
            return Texto("")
        return Referencia(match[1], match[2] or "", span)

    # ── notes ──

    def _notes(self) -> dict[str, tuple[Linea, ...]]:
        found: dict[str, tuple[Linea, ...]] = {}
        label = ""
        for token in self.tokens:
            if token.type == "footnote_open":
                label = str(token.meta.get("label"))
            elif token.type == "inline" and label:
                found[label] = self._inline_of(token)
            elif token.type == "footnote_close":
                label = ""
        return found

    def _without_notes(self) -> Iterator[Token]:
        inside = False
        for token in self.tokens:
            inside = inside or token.type == "footnote_block_open"
            if not inside:
                yield token

    def _undefined_notes(self) -> None:
        """Without its text, the parser leaves a call as plain words."""
        for number, line in enumerate(self.lines, 1):
            for call in re.finditer(r"\[\^([^\]\s]+)\](?!:)", line):
                if call[1] not in self.notes:
                    self._note("NAR-007", Span(self.path, number, call.start() + 1), nota=call[1])

    # ── places ──

    def _start(self, token: Token) -> Span:
        return Span(self.path, (token.map[0] if token.map else 0) + 1)

    def _place(self, block: Token, offset: int) -> Span:
        """The source place of `offset` in the block's content, whose lines lost their indent."""
        before = block.content[:offset]
        row = before.count("\n")
        content = block.content.split("\n")[row]
        line = (block.map[0] if block.map else 0) + row
        column = max(self.lines[line].find(content.strip()), 0) if line < len(self.lines) else 0
        return Span(self.path, line + 1, column + offset - (before.rfind("\n") + 1) + 1)

    def _find(self, block: Token, text: str) -> Span:
        offset = block.content.find(text)
        return self._place(block, offset) if offset >= 0 else self._start(block)

    def _refuse_html(self, block: Token, text: str) -> None:
        if text.startswith("</"):
            return
        place = self._start(block) if block.type == "html_block" else self._find(block, text)
        self._note("NAR-001", place, texto=text.strip().split("\n")[0][:40])

    def _note(self, code: str, span: Span, **data: object) -> None:
        self.diagnostics.append(diagnose(code, span, **data))
