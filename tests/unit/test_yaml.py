"""Hostile YAML: every refusal is a located diagnostic, in bounded time; nothing is guessed."""

import time
from itertools import pairwise
from string import ascii_lowercase

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.base.span import Span
from generator.read.located import parse
from generator.read.nodes import Nodo, places, plain

FILE = "data/x/y.yml"
BOMB = "a: &a [x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in pairwise(ascii_lowercase[:24])
)


def _read(text: str) -> tuple[Nodo | None, list[tuple[str, int, int]]]:
    """The tree, and code, line and column of each diagnostic; in less than two seconds."""
    start = time.process_time()
    node, found = parse(text, FILE)
    assert time.process_time() - start < 2
    assert {d.span.path for d in found} <= {FILE}
    return node, [(d.code, d.span.line, d.span.column) for d in found]


def _place(text: str, *loc: str | int) -> tuple[int, int]:
    node, found = _read(text)
    assert node is not None, found
    span: Span = dict(places(node))[loc]
    return span.line, span.column


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        pytest.param("{" * 40_000, "LEC-008", 1, 21, id="braces"),
        pytest.param("[" * 40_000, "LEC-008", 1, 21, id="brackets"),
        pytest.param("- " * 40_000, "LEC-008", 1, 41, id="dashes"),
        pytest.param("? " * 40_000, "LEC-008", 1, 41, id="keys of keys"),
        pytest.param(BOMB, "LEC-007", 1, 4, id="anchors"),
        pytest.param("a: *b\n", "LEC-007", 1, 4, id="alias"),
        pytest.param("a: 1\nb:\n  <<: {c: 2}\n", "LEC-007", 3, 3, id="merge"),
        pytest.param("a: !!python/name:os.system x\n", "LEC-007", 1, 4, id="python tag"),
        pytest.param("a: ! x\n", "LEC-007", 1, 4, id="bare tag"),
        pytest.param("%TAG ! x:\n---\na: !b c\n", "LEC-007", 3, 4, id="tag directive"),
        pytest.param("[1, 2]: x\n", "LEC-007", 1, 1, id="list as key"),
        pytest.param("? {a: b}\n: x\n", "LEC-007", 1, 3, id="mapping as key"),
        pytest.param("a:\n\tb: 1\n", "LEC-005", 2, 1, id="tab"),
        pytest.param("a: x\n\tb: 1\n", "LEC-005", 2, 1, id="tab after value"),
        pytest.param("a: b: c\n", "LEC-005", 1, 5, id="colons"),
        pytest.param('a: "' + "x\n" * 40_000, "LEC-005", 1, 4, id="open quote"),
        pytest.param("&" * 40_000, "LEC-005", 1, 2, id="ampersands"),
        pytest.param("a: 1\n...\nb: 2\n", "LEC-005", 3, 1, id="text after the end"),
        pytest.param("a: 1\n---\nb: 2\n", "LEC-013", 3, 1, id="two documents"),
        pytest.param("", "LEC-013", 1, 1, id="empty"),
        pytest.param("# nada\n", "LEC-013", 1, 1, id="comment"),
        pytest.param("- a\n", "LEC-013", 1, 1, id="list"),
        pytest.param("hola\n", "LEC-013", 1, 1, id="scalar"),
        pytest.param("a:\n" + "- x\n" * 50_001, "LEC-009", 49_999, 3, id="nodes"),
    ],
)
def test_hostile_text_is_refused_whole(text: str, code: str, line: int, column: int) -> None:
    node, found = _read(text)
    assert node is None
    assert found == [(code, line, column)]


@pytest.mark.parametrize("control", ["\x00", "\x01", "\x1b", "\x7f"])
def test_a_control_character_is_refused(control: str) -> None:
    node, found = _read(f"a: x{control}y\n")
    assert node is None
    assert [code for code, _, _ in found] == ["LEC-005"]


@pytest.mark.parametrize(
    "value",
    [
        *("NO", "no", "yes", "On", "off", "y", "N"),
        *("010", "049", "-007", "00.5"),
        *("12:30:45", "1:2", "-1:30"),
        *("1_000", "1_0.5"),
        *(".nan", ".NaN", ".inf", "-.Inf", "nan"),
        *("1e5", "-2.5E-3"),
        *("0x1F", "0o17", "0b101"),
    ],
)
def test_an_ambiguous_scalar_is_told_and_quotes_settle_it(value: str) -> None:
    assert _read(f"a: 1\nbé: {value}\n")[1] == [("LEC-010", 2, 5)]
    node, found = _read(f'a: "{value}"\n')
    assert found == []
    assert node is not None
    assert plain(node) == {"a": value}


@pytest.mark.parametrize("key", ["NO", "010", "1e5"])
def test_an_ambiguous_key_is_told_at_the_key(key: str) -> None:
    assert _read(f"a: 1\n{key}: x\n")[1] == [("LEC-010", 2, 1)]


@pytest.mark.parametrize(
    "value",
    ["385,200", "95.24%", "2024", "0", "0.37", "2026-11-22", "true", "049-01", "2022-2027", "3.10"],
)
def test_a_plain_scalar_stays_the_text_that_was_typed(value: str) -> None:
    node, found = _read(f"a: {value}\n")
    assert found == []
    assert node is not None
    assert plain(node) == {"a": value}


@pytest.mark.parametrize("value", ["", "~", "null"])
def test_nothing_is_nothing(value: str) -> None:
    node, _ = _read(f"a: {value}\n")
    assert node is not None
    assert plain(node) == {"a": None}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: 1\na: 2\n", (2, 1)),
        ("a: 1\nb: 2\n'a': 3\n", (3, 1)),
        ("1: x\n'1': z\n", (2, 1)),
        ("á: {b: 1, ñ: 2, b: 3}\n", (1, 17)),
    ],
)
def test_a_repeated_key_is_told_at_the_second(text: str, place: tuple[int, int]) -> None:
    assert _read(text)[1] == [("LEC-006", *place)]


def test_a_repeated_key_keeps_the_first_value() -> None:
    node, _ = _read("a: 1\na: 2\n")
    assert node is not None
    assert plain(node) == {"a": "1"}


@pytest.mark.parametrize("value", ["27,1", "-27,1"])
def test_a_decimal_comma_within_braces_is_told(value: str) -> None:
    assert _read(f"a: {{valor: {value}}}\n")[1] == [("LEC-015", 1, 12)]


def test_a_file_just_within_bounds_is_read() -> None:
    nested = "a: " + "[" * 19 + "x" + "]" * 19
    assert _read(nested)[1] == []
    assert _read("a: [" + nested[3:] + "]")[1] == [("LEC-008", 1, 23)]
    many = "a:\n" + "- x\n" * 49_997
    assert _read(many)[1] == []
    assert [code for code, _, _ in _read(many + "- x\n")[1]] == ["LEC-009"]


@pytest.mark.parametrize(
    ("text", "loc", "place"),
    [
        ("a: x\n", ("a",), (1, 4)),
        ("a: x\n", ("a", "#clave"), (1, 1)),
        ("ñandú: áéí\n", ("ñandú",), (1, 8)),
        ("á: {é: ü, í: «ó»}\n", ("á", "í"), (1, 14)),
        ("# — “comillas” —\nuno:\n  - dós\n  - años: 3\n", ("uno", 1, "años"), (4, 11)),
        ("uno: [ñ, ñ, tres]\n", ("uno", 2), (1, 13)),
        ("a:\n  b:\n    - c:   'é'\n", ("a", "b", 0, "c"), (3, 12)),
        ("a: |\n  línea\nb: x\n", ("a",), (1, 4)),
        ("a: |\n  línea\nb: x\n", ("b",), (3, 4)),
        ("a: 𝟛 x\nb: {𐍈: 1}\n", ("b", "𐍈"), (2, 8)),
    ],
)
def test_a_value_keeps_its_line_and_column(
    text: str, loc: tuple[str | int, ...], place: tuple[int, int]
) -> None:
    assert _place(text, *loc) == place


@settings(deadline=None, max_examples=300)
@given(
    st.one_of(
        st.text(max_size=200),
        st.text(alphabet="ab1:-?[]{},#&*!|>'\"%@`\n\t \r\x00\x85\u2028\ufeffé", max_size=200),
    )
)
@example("\ufeffa: 1")
@example("a: \ufeff")
@example("a: 1\r\nb: 2\rc: 3\x85d: 4\u2028e: 5")
def test_no_text_makes_it_raise(text: str) -> None:
    node, found = parse(text, FILE)
    assert node is not None or found
    lines = text.count("\n") + text.count("\r") + text.count("\x85") + 1
    for diagnostic in found:
        assert 1 <= diagnostic.span.line <= lines + text.count("\u2028") + text.count("\u2029") + 1
        assert 1 <= diagnostic.span.column <= len(text) + 1
