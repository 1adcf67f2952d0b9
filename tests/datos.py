"""What a reader gets from the open data: rows of CSV, JSON and workbooks."""

import csv
import json
from datetime import datetime
from itertools import zip_longest
from pathlib import Path
from typing import Any

import openpyxl

Renglon = dict[str, str]


def rows(path: Path) -> list[Renglon]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, strict=True))


def told(path: Path) -> Any:
    """What a JSON file says."""
    return json.loads(path.read_text("utf-8"))


def text(value: object) -> str:
    """A value of JSON as its CSV writes it."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def as_text(found: list[dict[str, object]]) -> list[Renglon]:
    return [{name: text(value) for name, value in row.items()} for row in found]


def sheet(path: Path, name: str) -> list[dict[str, Any]]:
    """The rows of a sheet, each cell as the workbook holds it."""
    book = openpyxl.load_workbook(path, read_only=True)
    head, *body = book[name].iter_rows(values_only=True)
    return [
        {str(k): v.date().isoformat() if isinstance(v, datetime) else v
         for k, v in zip_longest(head, row)}
        for row in body
    ]  # fmt: skip
