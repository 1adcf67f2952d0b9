"""Markdown → blocks with unresolved references. The only door to markdown-it.

CommonMark, tables and footnotes. A reference, `{{ direccion : formato }}`, is found by a rule
of the parser, not by replacing text, so it keeps its line and column and its value can never
become markup. HTML, images and links to anywhere but https, mailto and # are refused.
"""

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.footnote import footnote_plugin

from generator.base.diagnostic import Diagnostic
from generator.document.nodes import Prosa
from generator.read.narrative_blocks import Builder


def read_narrative(text: str, path: str) -> tuple[tuple[Prosa, ...], list[Diagnostic]]:
    """The blocks of one .md file and what is wrong in it. Never raises."""
    env: dict[str, object] = {}
    tokens = _parser().parse(text, env)
    builder = Builder(path, text.split("\n"), tokens)
    return builder.blocks(), builder.diagnostics


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": 20}).enable("table")
    parser.use(footnote_plugin, inline=False)
    setattr(parser, "validateLink", lambda _url: True)  # noqa: B010  (refused later, with its place)
    parser.inline.ruler.before("escape", "referencia", _reference)
    return parser


def _reference(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  (the parser's call)
    """An inline rule: everything between `{{` and `}}` is one token that knows its offset."""
    if not state.src.startswith("{{", state.pos):
        return False
    end = state.src.find("}}", state.pos)
    line_end = state.src.find("\n", state.pos)
    if end < 0 or 0 <= line_end < end:
        return False
    if not silent:
        token = state.push("referencia", "", 0)
        token.content = state.src[state.pos + 2 : end].strip()
        token.meta = {"pos": state.pos}
    state.pos = end + 2
    return True
