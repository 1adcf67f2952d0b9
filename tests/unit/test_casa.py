"""The plan of the house: types are folders, rooms explain themselves, files stay small."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.try_out import STEPS
from tests.casos import RAIZ

TIPOS = sorted(path.parent for path in (RAIZ / "layouts").glob("*/layout.yml"))
MODULES = sorted((RAIZ / "generator").rglob("*.py"))
ROOMS = sorted({path.parent for path in MODULES})
MAX_LINES = 400
MACHINE = re.compile(r"(?:(?<![\w.:/-])|(?<=file://))/(?:home|Users|root|work|tmp)/\w|\b[A-Z]:\\\w")


def _name(path: Path) -> str:
    return path.relative_to(RAIZ).as_posix()


IGNORED = {".git", ".venv", ".pliego", "dist", "__pycache__", ".hypothesis"}


def _files() -> list[Path]:
    """The files of the repository, without those that git ignores."""
    every = (path for path in sorted(RAIZ.rglob("*")) if path.is_file())
    return [p for p in every if not IGNORED.intersection(p.parts) and "_cache" not in str(p)]


def test_there_are_types_and_rooms() -> None:
    assert TIPOS
    assert {"base", "model", "read", "derive", "narrate", "check", "compose", "render"} <= {
        room.name for room in ROOMS
    }


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_no_module_knows_a_document_type(path: Path) -> None:
    text = path.read_text("utf-8").lower()
    for tipo in TIPOS:
        assert not re.search(_asked(tipo.name), text), tipo.name


def _asked(tipo: str) -> str:
    """How a module would name the type. One that is also a noun of the data («acuerdo») may be
    said, but never where a type is asked for.
    """
    if "-" in tipo:
        return re.escape(tipo).replace(r"\-", "[-_ ]")
    return rf"""tipo\b[^\n]*["']{tipo}["']|["']{tipo}["'][^\n]*\btipo\b"""


@pytest.mark.parametrize("tipo", TIPOS, ids=_name)
def test_a_type_is_a_folder_with_its_four_parts(tipo: Path) -> None:
    parts = {path.name for path in tipo.iterdir()}
    assert {"layout.yml", "document.html.j2", "style.css", "ejemplo"} <= parts
    assert {path.name for path in (tipo / "ejemplo").iterdir()} >= {"data", "content"}
    assert not list(tipo.rglob("*.py"))


def test_every_room_explains_itself() -> None:
    silent = [_name(room) for room in ROOMS if not (room / "README.md").is_file()]
    assert silent == []
    for room in ROOMS:
        assert (room / "README.md").read_text("utf-8").startswith("# ")


def test_every_module_is_small_and_says_what_it_is() -> None:
    texts = {_name(path): path.read_text("utf-8") for path in MODULES}
    assert [name for name, text in texts.items() if text.count("\n") >= MAX_LINES] == []
    assert [name for name, text in texts.items() if text and not text.startswith('"""')] == []


def test_no_file_has_a_path_of_a_machine() -> None:
    found = []
    for path in _files():
        data = path.read_bytes()
        if b"\0" in data or path == Path(__file__):
            continue
        for number, line in enumerate(data.decode("utf-8").splitlines(), 1):
            if MACHINE.search(line):
                found.append(f"{_name(path)}:{number}: {line.strip()[:80]}")
    assert found == []


def test_a_forbidden_import_breaks_a_contract(tmp_path: Path) -> None:
    """The contracts are really read: a room that looks up makes the step fail."""
    for name in ("generator", "pyproject.toml"):
        source = RAIZ / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, tmp_path / name)
    path = tmp_path / "generator" / "base" / "span.py"
    path.write_text("import generator.build\n" + path.read_text("utf-8"), "utf-8")
    (command,) = (words for name, words in STEPS if name.startswith("Contratos"))
    done = subprocess.run(
        [sys.executable, *command], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    assert "BROKEN" in done.stdout
