"""What the original printed against what its data give: the whole list, changed only on purpose.

`PLIEGO_ACTUALIZA=1` writes imss-avisos.tsv again; look at the difference before it is kept.
"""

import csv
import io
import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

from generator.base.messages import CATALOGUE, Level
from generator.build import examine
from tests.casos import RAIZ

GOLDEN = Path(__file__).parent / "imss-avisos.tsv"
HEAD = ("codigo", "archivo", "lugar", "impreso", "calculado")
Row = tuple[str, str, str, str, str]


def _read(code: str, text: str) -> dict[str, str]:
    """What a message was filled with."""
    pattern = re.escape(CATALOGUE[code].text)
    pattern = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.*?)", pattern)
    match = re.fullmatch(pattern, text)
    assert match, text
    return match.groupdict()


def _row(code: str, path: str, text: str) -> Row:
    """Where, what was printed, what is computed."""
    said = _read(code, text)
    place = said.get("donde") or " ".join(
        said[key] for key in ("ficha", "anio", "campo") if key in said
    )
    printed = said.get("impreso") or said.get("publicado") or said.get("causa", "")
    given = said.get("calculado") or said.get("valor") or ""
    if code == "AUD-004":
        given = said["publicado"]
    return code, PurePosixPath(path).stem, place.rstrip(","), printed, given


@pytest.fixture(scope="module")
def avisos() -> list[Row]:
    return list(_found())


def _found() -> Iterator[Row]:
    for each in examine(RAIZ).diagnostics:
        if each.code.startswith("AUD-00"):
            assert each.level is Level.WARNING or each.motivo
            yield _row(each.code, each.span.path, each.text)


def test_the_whole_list(avisos: list[Row]) -> None:
    stream = io.StringIO()
    writer = csv.writer(
        stream, dialect="excel-tab", quoting=csv.QUOTE_NONE, quotechar=None, lineterminator="\n"
    )
    writer.writerows([HEAD, *avisos])
    if os.environ.get("PLIEGO_ACTUALIZA"):
        GOLDEN.write_text(stream.getvalue(), "utf-8")
    assert stream.getvalue() == GOLDEN.read_text("utf-8")


@pytest.mark.parametrize(
    ("code", "place", "printed", "given"),
    [
        ("AUD-001", "5.2 2024", "81,008 p/", "81,009 p/"),
        ("AUD-002", "5.2 2024", "81,008", "81,009"),
        ("AUD-002", "6.1 2024", "64.9", "64.8"),
        ("AUD-004", "6.1 2024", "64.9", "64.8"),
        ("AUD-001", "6.3 2023", "87%", "88"),
        ("AUD-002", "6.3 2023", "87", "88"),
        ("AUD-002", "4.3 2023", "1.7", "−99.0"),
        ("AUD-002", "4.3 2024", "−0.7", "−99.0"),
        ("AUD-002", "5.1 2023", "123.23", "1.23"),
        ("AUD-002", "5.3 2023", "109.69", "1.10"),
        ("AUD-002", "5.3 2024", "111.16", "1.11"),
        ("AUD-001", "6.2 2023", "100", "99"),
        ("AUD-001", "6.2 2024", "100", "99"),
        ("AUD-004", "6.2 2023", "99", "100"),
        ("AUD-004", "6.2 2024", "99", "100"),
        ("AUD-006", "6.1 2019", "75.9", "72.2"),
        ("AUD-006", "6.1 2020", "78.3", "70.8"),
        ("AUD-005", "la variable 1 de la ficha 3.2, 2024", "5", "3"),
        *[
            (
                "AUD-005",
                f"la variable {number} de la ficha 6.2, {year}",
                f"Agregar el valor de la variable {cell} para {year}",
                value,
            )
            for number, cell, value in ((1, "1", "7,247"), (2, "2", "7,247"), (3, "n", "0.1"))
            for year in (2023, 2024)
        ],
    ],
)
def test_every_known_disagreement_is_told(
    avisos: list[Row], code: str, place: str, printed: str, given: str
) -> None:
    assert [(p, g) for c, _, where, p, g in avisos if (c, where) == (code, place)] == [
        (printed, given)
    ]


def test_the_substitution_that_cannot_be_read_is_told(avisos: list[Row]) -> None:
    ((place, cause),) = [(row[2], row[3]) for row in avisos if row[0] == "AUD-003"]
    assert place == "4.1 2024"
    assert "526,8780" in cause
