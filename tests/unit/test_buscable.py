"""Only what may be found is given to the search."""

import pytest

from generator.render.builder_search import searchable


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("<main><p>x</p></main>", ""),
        ("<nav>m</nav><div data-pagefind-body><p>a</p></div><p>z</p>", "<p>a</p>"),
        (
            "<div data-pagefind-body><div data-pagefind-ignore><div>n</div></div><p>a</p></div>",
            "<p>a</p>",
        ),
        (
            "<div data-pagefind-body><p class='c' data-pagefind-ignore>n</p>a<hr data-x>b</div>",
            "a<hr data-x>b",
        ),
    ],
)
def test_what_may_be_found_of_a_page(page: str, found: str) -> None:
    whole = f"<html><body><div data-pagefind-body>{found}</div></body></html>"
    assert searchable(page) == (whole if found else "")


def test_two_parts_are_both_found() -> None:
    made = searchable("<i data-pagefind-body>a</i><hr><i data-pagefind-body>b</i>")
    assert made.count("data-pagefind-body") == 2
    assert "<hr>" not in made
