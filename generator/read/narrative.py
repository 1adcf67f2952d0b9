"""Markdown → blocks with unresolved references. The only door to markdown-it.

CommonMark, tables and footnotes. A reference, `{{ direccion : formato }}`, is found by a rule
of the parser, not by replacing text, so it keeps its line and column and its value can never
become markup; a literal, `{{ "36" : literal motivo }}`, is found by it too and is its words.
HTML, images and links to anywhere but https, mailto and # are refused.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.footnote import footnote_plugin

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.span import Span
from generator.document.nodes import Prosa
from generator.read.narrative_blocks import Builder

MAX_NOTES = 2000
_LITERAL = re.compile(r'"([^"{}]{1,60})" : literal \S.*')
"""A number that is no figure, typed with its reason: `{{ "36" : literal número del acuerdo }}`."""


def read_narrative(text: str, path: str) -> tuple[tuple[Prosa, ...], list[Diagnostic]]:
    """The blocks of one .md file and what is wrong in it. Never raises."""
    if text.count("[^") > MAX_NOTES:
        return (), [diagnose("NAR-014", Span(path), maximo=MAX_NOTES)]
    env: dict[str, object] = {}
    tokens = _parser().parse(text, env)
    builder = Builder(path, text.split("\n"), tokens)
    builder.unused_notes(env)
    return builder.blocks(), builder.diagnostics


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": 100}).enable("table")
    parser.use(footnote_plugin, inline=False)
    setattr(parser, "validateLink", lambda _url: True)  # noqa: B010  (refused later, with its place)
    parser.inline.ruler.before("escape", "referencia", _reference)
    return parser


def _reference(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  (the parser's call)
    """An inline rule: everything between `{{` and `}}` is one token, closed or not."""
    if not state.src.startswith("{{", state.pos):
        return False
    line, _, _ = state.src[state.pos + 2 :].partition("\n")
    inner, closed, _ = line.partition("}}")
    if not silent:
        literal = _LITERAL.fullmatch(inner.strip()) if closed else None
        token = state.push("text" if literal else "referencia", "", 0)
        token.content = literal[1] if literal else inner.strip()
        token.meta = {"cerrada": bool(closed)}
    state.pos += 2 + len(inner) + len(closed)
    return True
