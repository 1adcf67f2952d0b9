"""The tags that are read again are those that the standard parser finds."""

from html.parser import HTMLParser

import pytest

from generator.render.builder_tags import tags


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))


@pytest.mark.parametrize(
    "page",
    [
        '<!doctype html><html lang="es"><body class="pl"><p>a &lt; b</p></body></html>',
        "<!-- <a href='no'>x</a> --><a href='sí'>y</a>",
        '<script type="application/ld+json">{"a": "<a href=no>"}</script><b id="z">x</b>',
        "<SCRIPT>x('<img src=no>')</SCRIPT><IMG SRC=a.png ALT=x>",
        '<a href="?a=1&amp;b=2" title="más > menos" hidden>x</a>',
        "<input disabled/><br/><use href='#i'/><p\n  class='a'\n  style=\"b: 'c'\">x",
        '<svg viewBox="0 0 1 1"><path d="M0 0L1 1"/></svg>',
        "2 < 3 y 4 > 3 <p onclick='x()'>",
    ],
)
def test_as_the_parser_does(page: str) -> None:
    parser = _Parser()
    parser.feed(page)
    assert [tuple(tag) for tag in tags(page)] == parser.found


def test_equal_tags_are_told_once() -> None:
    assert [tag.nombre for tag in tags("<p><b>x</b></p><p><b>y</b></p>")] == ["p", "b"]
