"""The schemas that an editor uses are those of the model, and every data file meets its own."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator import maintain
from tests.casos import RAIZ

FILES = sorted(
    path for folder in ("data", "content", "layouts") for path in (RAIZ / folder).rglob("*.yml")
)
SCHEMAS = sorted((RAIZ / "schemas").glob("*.json"))


def _name(path: Path) -> str:
    return path.relative_to(RAIZ).as_posix()


def _schema(path: Path) -> Path:
    """The schema that the first line of `path` names."""
    first = path.read_text("utf-8").partition("\n")[0]
    named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert named, first
    return (path.parent / named[1]).resolve()


def _as_editor(value: object) -> object:
    """What an editor's YAML 1.2 and JSON would hold."""
    if isinstance(value, dict):
        return {str(key): _as_editor(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_editor(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def _complaints(path: Path, data: object) -> list[str]:
    schema = json.loads(_schema(path).read_text("utf-8"))
    return [error.json_path for error in Draft202012Validator(schema).iter_errors(data)]


def test_what_is_derived_from_the_code_is_current() -> None:
    for path, text in maintain.expected(RAIZ):
        assert path.read_text("utf-8") == text, f"{_name(path)}: ./pliego mantener"


@pytest.mark.parametrize("path", SCHEMAS, ids=_name)
def test_an_editor_shows_no_docstring_of_the_code(path: Path) -> None:
    schema = json.loads(path.read_text("utf-8"))
    kinds = [schema, *schema.get("$defs", {}).values()]
    assert [kind for kind in kinds if "description" in kind] == []


def test_nothing_else_is_among_the_derived() -> None:
    derived = {path for path, _ in maintain.expected(RAIZ)}
    assert set(SCHEMAS) == {path for path in derived if path.suffix == ".json"}
    guide = RAIZ / "docs" / "guia"
    pages = [*guide.glob("mensajes/*.md"), *guide.glob("reglas/*.md")]
    assert set(pages) == {path for path in derived if path.suffix == ".md"}


@pytest.mark.parametrize("path", SCHEMAS, ids=_name)
def test_a_schema_is_a_schema(path: Path) -> None:
    Draft202012Validator.check_schema(json.loads(path.read_text("utf-8")))


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_a_data_file_names_its_schema_and_meets_it(path: Path) -> None:
    assert _schema(path) in SCHEMAS
    data = _as_editor(yaml.safe_load(path.read_text("utf-8")))
    assert _complaints(path, data) == []


def test_every_schema_is_used() -> None:
    assert {_schema(path) for path in FILES} == set(SCHEMAS)


@pytest.mark.parametrize(
    ("file", "before", "after", "place"),
    [
        ("data/portal.yml", "nombre:", "nombe:", "$"),
        ("data/isssteson/institucion.yml", "pais: MX", "pais: México", "$.pais"),
        ("data/isssteson/institucion.yml", '"#74203A"', "rojo", "$.identidad.acento"),
        ("data/isssteson/presupuesto/2024.yml", "gasto: programable", "gasto: otro", "$.programas"),
        ("data/isssteson/presupuesto/2024.yml", "10,570,285.52", "10.570.285,52", "$.programas"),
        (
            "data/isssteson/unidades.yml",
            "id: direccion-general",
            "id: Dirección",
            "$.unidades[0].id",
        ),
    ],
)
def test_an_editor_marks_the_same_mistakes(file: str, before: str, after: str, place: str) -> None:
    text = (RAIZ / file).read_text("utf-8")
    assert before in text
    data = _as_editor(yaml.safe_load(text.replace(before, after, 1)))
    assert any(found.startswith(place) for found in _complaints(RAIZ / file, data))
