"""Markdown → blocks: where each reference is, what is refused, and values that stay text."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.base.span import Span
from generator.build import examine
from generator.document.nodes import (
    Cita,
    Cuadricula,
    Document,
    Enlace,
    Lista,
    Llamada,
    Parrafo,
    Prosa,
    Referencia,
    Subtitulo,
    Texto,
)
from generator.document.walk import plain_text
from generator.model.registro import Casa, Cifra, Registro
from generator.narrate.resolve import resolve
from generator.read.narrative import read_narrative
from generator.render.html import Plantillas, Salida
from tests.casos import EJEMPLO, RAIZ

FILE = "n.md"


def _nodes(value: object) -> Iterator[object]:
    """Every node of the tree, in reading order."""
    if isinstance(value, tuple):
        for item in value:
            yield from _nodes(item)
    elif is_dataclass(value):
        yield value
        for each in fields(value):
            yield from _nodes(getattr(value, each.name))


def _references(text: str) -> list[tuple[str, int, int]]:
    blocks, found = read_narrative(text, FILE)
    assert found == []
    return [
        (node.direccion, node.span.line, node.span.column)
        for node in _nodes(blocks)
        if isinstance(node, Referencia)
    ]


def _codes(text: str) -> list[tuple[str, int, int]]:
    return [(d.code, d.span.line, d.span.column) for d in read_narrative(text, FILE)[1]]


def _written(text: str) -> list[tuple[str, int, int]]:
    """Where each `{{` of the text really is."""
    return [
        (found[1], number, found.start() + 1)
        for number, line in enumerate(text.split("\n"), 1)
        for found in re.finditer(r"\{\{ *([^ }]+) *\}\}", line)
    ]


PLACES = {
    "several lines": "Uno\ndos {{ a.b }}\ntres {{ c.d }} y {{ e }}\n",
    "two in a row": "{{a}}{{ b }} {{  c}}\n",
    "after accents": "áéíóú ñ “x” — {{ a }} ½ … {{ b }}\n",
    "beyond the first plane": "𝟛 𐍈 {{ a }}\n",
    "emphasis": "**n {{ a }}** *{{ b }}* _ñ {{ c }}_\n",
    "link": "[véase {{ a }}](https://a.mx) y {{ b }}\n",
    "list": "- uno {{ a }}\n- dós\n  {{ b }}\n",
    "nested lists": "- uno\n  - dos {{ a }}\n    1. trés\n       {{ b }}\n",
    "lazy list": "- uno\ndos {{ a }}\n",
    "tabs": "-\tuno {{ a }}\n\n\tdos {{ b }}\n",
    "quote": "> uno\n> dos {{ a }}\nlazy {{ b }}\n> > q {{ c }}\n",
    "source of a quote": "> Uno.\n>\n> — Manual, página {{ a }}\n",
    "table": "| A | B |\n|---|--:|\n| ñ {{ a }} | {{ b }} |\n| {{ c }} | |\n",
    "table in a list": "- | A | B |\n  |---|--:|\n  | ñ {{ a }} | {{ b }} |\n",
    "headings": "## Título {{ a }}\n\n###   Otro *é {{ b }}*   ###\n\nTres {{ c }}\n---\n",
    "hard breaks": "a  \nb\\\nc {{ x }}\n",
    "entities": "&copy; &#241; {{ a }}\n",
}


@pytest.mark.parametrize("text", PLACES.values(), ids=PLACES)
def test_a_reference_keeps_its_line_and_column(text: str) -> None:
    assert _references(text) == _written(text) != []


def test_a_footnote_keeps_the_places_of_its_references() -> None:
    text = "Uno[^a] y {{ b }}\n\n[^a]: nóta {{ c }}\n    sigue {{ d }}\n"
    assert sorted(_references(text)) == sorted(_written(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Uno\n dos {{ a }}\n", id="indented line"),
        pytest.param("- uno\n     dos {{ a }}\n", id="indented line of a list"),
        pytest.param("| A | B |\n|---|---|\n| {{ a }} | {{ a }} |\n", id="equal cells"),
        pytest.param("| A | B |\n|---|---|\n| 1 {{ a }} | {{ a }} |\n", id="cell within another"),
        pytest.param("| A | B |\n|---|---|\n| x \\| y {{ a }} | 1 |\n", id="escaped bar"),
    ],
)
def test_a_reference_keeps_its_column_whatever_is_around(text: str) -> None:
    assert _references(text) == _written(text)


@pytest.mark.parametrize(
    ("text", "address", "form"),
    [
        ("{{ a.b }}", "a.b", ""),
        ("{{a.b}}", "a.b", ""),
        ("{{ a.b : millones }}", "a.b", "millones"),
        ("{{ a.b:millones 2 }}", "a.b", "millones 2"),
        ("{{  287-02.meta.2024  :  numero 0  }}", "287-02.meta.2024", "numero 0"),
    ],
)
def test_a_reference_may_have_a_format(text: str, address: str, form: str) -> None:
    blocks, found = read_narrative(text, FILE)
    assert found == []
    assert blocks == (Parrafo((Referencia(address, form, Span(FILE, 1, 1)),)),)


@pytest.mark.parametrize(
    "inner", ["", " ", " : millones ", " a : ", " a b ", " a | b ", " a : fecha- ", " a : x 1 2 "]
)
def test_a_reference_that_is_not_understood_is_refused(inner: str) -> None:
    assert _codes(f"Uno\ndós {{{{{inner}}}}}\n") == [("REF-006", 2, 5)]


@pytest.mark.parametrize("text", [r"\{{ a }}", r"\{\{ a }}", r"{\{ a }}", "&#123;{ a }}"])
def test_escaped_braces_are_text(text: str) -> None:
    blocks, found = read_narrative(text, FILE)
    assert found == []
    assert isinstance(blocks[0], Parrafo)
    assert plain_text(blocks[0].hijos) == "{{ a }}"
    assert not any(isinstance(node, Referencia) for node in _nodes(blocks))


@pytest.mark.parametrize("text", ["a {{ b", "a {{ b }", "a {{ b\nc }} d"])
def test_a_reference_that_is_not_closed_is_refused(text: str) -> None:
    assert [code for code, _, _ in _codes(text)] == ["REF-006"]


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("Ñu <b>x</b>\n", "NAR-001", 1, 4),
        ("Uno\n\n<div>\nx\n</div>\n", "NAR-001", 3, 1),
        ("Uno <!-- no --> dos\n", "NAR-001", 1, 5),
        ("- a\n- é <i>b</i>\n", "NAR-001", 2, 5),
        ("ñ ![alt](x.png)\n", "NAR-003", 1, 3),
        ("ñ ![alt](https://a.mx/x.png)\n", "NAR-003", 1, 3),
        ("| A | B |\n|---|---|\n| 1 | 2 | 3 |\n", "NAR-004", 3, 1),
        ("| A | B |\n|---|---|\n| 1 |\n", "NAR-004", 3, 1),
        ("# Uno\n", "NAR-005", 1, 1),
        ("### Uno\n", "NAR-005", 1, 1),
        ("## Uno\n\n#### Dos\n", "NAR-005", 3, 1),
        ("Uno[^a]\n", "NAR-007", 1, 4),
    ],
)
def test_what_is_not_admitted_is_refused_at_its_place(
    text: str, code: str, line: int, column: int
) -> None:
    assert _codes(text) == [(code, line, column)]


@pytest.mark.parametrize(
    "target",
    [
        *("javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ftp://a.mx"),
        *("//a.mx", "/absoluto", "relativo.md", "../fuera", "http://a.mx", "HTTPS://a.mx"),
    ],
)
def test_a_link_to_anywhere_else_is_refused(target: str) -> None:
    assert _codes(f"Véase [esto]({target})\n") == [("NAR-002", 1, 14)]
    assert [code for code, _, _ in _codes(f"[x]\n\n[x]: {target}\n")] == ["NAR-002"]


@pytest.mark.parametrize("target", ["https://a.mx/b?c=1#d", "mailto:a@b.mx", "#vinculacion"])
def test_the_links_that_are_admitted(target: str) -> None:
    blocks, found = read_narrative(f"ñ [esto]({target})\n", FILE)
    assert found == []
    (link,) = (node for node in _nodes(blocks) if isinstance(node, Enlace))
    assert (link.destino, plain_text(link.hijos), link.span) == (target, "esto", Span(FILE, 1, 10))


@pytest.mark.parametrize(
    "text", ["    código {{ a }}\n", "```\ncódigo\n```\n", "uno `{{ a }}` dos"]
)
def test_code_is_refused(text: str) -> None:
    assert len(_codes(text)) == 1


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("a[^n]\n\n[^n]: UNO\n\n    dos\n", "UNO", id="note of two paragraphs"),
        pytest.param("a[^n]\n\n[^n]: - UNO\n      - dos\n", "UNO", id="list in a note"),
        pytest.param("a\n\n[^n]: UNO\n", "UNO", id="note that nobody calls"),
        pytest.param("> a\n>\n> *— UNO*\n", "UNO", id="source in italics"),
        pytest.param("> " * 25 + "UNO\n", "UNO", id="too deep"),
        pytest.param("5. a\n6. b\n", "5", id="list that starts at five"),
    ],
)
def test_nothing_that_was_written_is_lost_in_silence(text: str, word: str) -> None:
    blocks, found = read_narrative(text, FILE)
    assert word in str(blocks) or found


def test_a_table_in_a_quote_has_its_cells() -> None:
    assert _codes("> | A | B |\n> |---|---|\n> | 1 | 2 |\n") == []


def test_blocks_are_what_was_written() -> None:
    text = (
        "## Qué *es*\n\nUno[^a].\n\n1. a\n2. b\n   - c\n\n> Dicho.\n>\n> — Quién\n\n"
        "| A | B |\n|:--|--:|\n| 1 | 2 |\n\n[^a]: nota\n"
    )
    blocks, found = read_narrative(text, FILE)
    assert found == []
    title, paragraph, items, quote, grid = blocks
    assert isinstance(title, Subtitulo)
    assert (title.nivel, title.id) == (2, "que-es")
    assert isinstance(paragraph, Parrafo)
    assert paragraph.hijos[1:2] == (Llamada((Texto("nota"),)),)
    assert isinstance(items, Lista)
    assert (items.ordenada, len(items.elementos), len(items.elementos[1])) == (True, 2, 2)
    assert quote == Cita((Parrafo((Texto("Dicho."),)),), (Texto("Quién"),))
    assert isinstance(grid, Cuadricula)
    assert grid.filas == (((Texto("1"),), (Texto("2"),)),)
    assert grid.alineado == ("left", "right")


# ── values that look like markup ──

HOSTILE = '**x** <b>y</b> & "z" {{ w }} [a](https://a.mx)'


@pytest.fixture(scope="module")
def documento() -> Document:
    return examine(EJEMPLO).obras[0].documento


def _html(blocks: tuple[Prosa, ...], documento: Document) -> str:
    institucion = examine(EJEMPLO).enlazadas[0].ficha
    salida = Salida(papel=False, documento=documento, institucion=institucion)
    components = Plantillas(RAIZ / "layouts" / "_components")
    return "".join(
        components.show(f"{block.componente}.html.j2", salida, {"nodo": block}) for block in blocks
    )


@pytest.mark.parametrize(
    "text",
    ["uno {{ a.n }} dos", "**{{ a.n }}**", "- {{ a.n }}", "## {{ a.n }}", "[{{ a.n }}](#b)"],
)
def test_a_value_never_becomes_markup(text: str, documento: Document) -> None:
    cifra = Cifra(
        direccion="i.a.n",
        valor=Decimal(7),
        clase="dato",
        nombre="n",
        origen=Span("x"),
        casa=Casa("es_MX", "MXN"),
        unidad=HOSTILE,
    )
    blocks, _ = read_narrative(text, FILE)
    resolved, found = resolve(blocks, Registro({"i.a.n": cifra}), "i")
    assert found == []
    assert not any(isinstance(node, Referencia) for node in _nodes(resolved))
    html = _html(resolved, documento)
    escaped = "**x** &lt;b&gt;y&lt;/b&gt; &amp; &#34;z&#34; {{ w }} [a](https://a.mx)"
    assert f"7\N{NO-BREAK SPACE}{escaped}</data>" in html
    assert "<b>" not in html


def test_words_of_the_narrative_are_escaped(documento: Document) -> None:
    blocks, _ = read_narrative(r"a < b & \<i\> &lt;u&gt; {% x %} \{{ y }}", FILE)
    assert _html(blocks, documento) == ("<p>a &lt; b &amp; &lt;i&gt; &lt;u&gt; {% x %} {{ y }}</p>")


@pytest.mark.parametrize("digits", ["30", "2000", "9" * 5000])
def test_a_format_with_too_many_digits_is_told(digits: str) -> None:
    blocks, _ = read_narrative(f"{{{{ poa.presupuesto.2024 : numero {digits} }}}}", FILE)
    _, found = resolve(blocks, examine(EJEMPLO).registro, "isssteson")
    assert [d.code for d in found] == ["REF-007"]


MARKS = "ab1 \r\n\t*_`~#>-+.|:[]()!<>&\\^{}$%é\"'"
PIECES = [
    *("| a ", "|\n", "|---|\n", "> ", "- ", "1. ", "    ", "\n\n", "## ", "```\n", "<b>", "é"),
    *("{{ a }}", "{{", "}}", "[^a]", "[^a]: b\n", "[x](", ")", "**", "`", "\\"),
]
TEXTS = st.one_of(
    st.text(alphabet=st.characters(codec="utf-8"), max_size=200),
    st.text(alphabet=MARKS, max_size=200),
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
)


@settings(deadline=None, max_examples=200)
@given(TEXTS)
@example("[^a]: | a |\n    |---|\n    | b |")
@example("| a |\n|---|\n> | b |")
def test_no_narrative_makes_it_raise(text: str) -> None:
    _, found = read_narrative(text, FILE)
    for diagnostic in found:
        assert 1 <= diagnostic.span.line <= text.count("\n") + text.count("\r") + 1
        assert diagnostic.span.column >= 1


def test_a_note_does_not_call_another() -> None:
    assert _codes("a[^m]\n\n[^m]: b[^n]\n\n[^n]: c\n") == [("NAR-010", 3, 1)]
