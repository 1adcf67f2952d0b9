"""Raw bytes, links and folders where files should be: refused at their place, or read the same."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build import examine
from tests.casos import EJEMPLO, copia

DATA = "data/isssteson"
DOCUMENT = "content/isssteson/plan-de-labores-2024"
TEXT = f"{DOCUMENT}/vinculacion.md"
UNITS = f"{DATA}/unidades.yml"


@pytest.fixture
def proyecto(tmp_path: Path) -> Path:
    return copia(tmp_path / "proyecto")


def _found(proyecto: Path) -> list[tuple[str, str]]:
    return [(d.code, str(d.span)) for d in examine(proyecto).diagnostics]


def _move_out(path: Path) -> None:
    """Leaves in place of `path` a symbolic link to it, outside of the project."""
    outside = next(p for p in path.parents if p.name == "proyecto").parent / "fuera"
    path.rename(outside)
    path.symlink_to(outside)


@pytest.mark.parametrize(
    ("file", "data", "code", "place"),
    [
        pytest.param(
            UNITS, "unidades: []\n".encode("utf-16"), "LEC-002", "1:1", id="UTF-16 with mark"
        ),
        pytest.param(
            UNITS, "unidades: []\n".encode("utf-16-le"), "LEC-003", "1:2", id="UTF-16 without mark"
        ),
        pytest.param(TEXT, "Uno\nDos\nañejo".encode("latin-1"), "LEC-002", "3:1", id="Latin-1"),
        pytest.param(TEXT, b"Uno\n\xed\xa0\x80", "LEC-002", "2:1", id="surrogate"),
        pytest.param(TEXT, b"Uno\nay\x00er", "LEC-003", "2:3", id="NUL in text"),
        pytest.param(
            UNITS, "unidades:\n  - id: añ\x00o\n".encode(), "LEC-003", "2:11", id="NUL in data"
        ),
        pytest.param(TEXT, "ñandú \u202eodnum\u202c".encode(), "LEC-003", "1:7", id="override"),
        pytest.param(TEXT, "Uno\na\u2066b".encode(), "LEC-003", "2:2", id="isolate"),
        pytest.param(TEXT, "a\u200bb".encode(), "LEC-003", "1:2", id="zero width"),
        pytest.param(TEXT, b"a\x1b[31mb", "LEC-003", "1:2", id="escape"),
        pytest.param(TEXT, "Uno\nAccio\u0301n".encode(), "LEC-012", "2:5", id="loose accent"),
        pytest.param(TEXT, b"x" * 1_000_001, "LEC-004", "1:1", id="large text"),
        pytest.param(UNITS, b"#" * 1_000_001, "LEC-004", "1:1", id="large data"),
        pytest.param(
            UNITS, b"unidades:\n" + b"- x\n" * 50_001, "LEC-009", "49999:3", id="many nodes"
        ),
    ],
)
def test_bytes_that_cannot_be_published(
    proyecto: Path, file: str, data: bytes, code: str, place: str
) -> None:
    (proyecto / file).write_bytes(data)
    assert (code, f"{file}:{place}") in _found(proyecto)


def test_a_file_of_one_megabyte_is_still_read(proyecto: Path) -> None:
    path = proyecto / UNITS
    text = path.read_bytes()
    path.write_bytes(text + b"\n" + b"#" * (999_999 - len(text)))
    assert path.stat().st_size == 1_000_000
    assert _found(proyecto) == []


def test_every_control_character_is_told_at_once(proyecto: Path) -> None:
    (proyecto / TEXT).write_text("a\x01\nb\u202e\n", "utf-8")
    assert _found(proyecto) == [("LEC-003", f"{TEXT}:1:2"), ("LEC-003", f"{TEXT}:2:2")]


@pytest.mark.parametrize(
    "file",
    [
        "data/portal.yml",
        UNITS,
        f"{DATA}/institucion.yml",
        f"{DATA}/presupuesto/2024.yml",
        f"{DATA}/indicadores/2024/590.yml",
        f"{DATA}/identidad/marca.svg",
        f"{DOCUMENT}/documento.yml",
        TEXT,
        f"{DOCUMENT}/actividades/589.md",
    ],
)
def test_a_linked_file_is_refused(proyecto: Path, file: str) -> None:
    _move_out(proyecto / file)
    assert ("LEC-011", f"{file}:1:1") in _found(proyecto)


def test_a_link_to_nowhere_is_refused(proyecto: Path) -> None:
    (proyecto / UNITS).unlink()
    (proyecto / UNITS).symlink_to("no-existe.yml")
    assert ("LEC-011", f"{UNITS}:1:1") in _found(proyecto)


@pytest.mark.parametrize("folder", [DATA, "content/isssteson", DOCUMENT])
def test_a_linked_folder_is_refused(proyecto: Path, folder: str) -> None:
    _move_out(proyecto / folder)
    assert ("LEC-011", f"{folder}:1:1") in _found(proyecto)


@pytest.mark.parametrize(
    "folder",
    [
        "data",
        "content",
        f"{DATA}/instrumentos",
        f"{DATA}/presupuesto",
        f"{DATA}/indicadores",
        f"{DATA}/indicadores/2024",
        f"{DATA}/identidad",
        f"{DOCUMENT}/actividades",
    ],
)
def test_a_linked_folder_is_refused_at_any_depth(proyecto: Path, folder: str) -> None:
    _move_out(proyecto / folder)
    assert ("LEC-011", f"{folder}:1:1") in _found(proyecto)


@pytest.mark.parametrize(
    "file", [f"{DOCUMENT}/documento.yml", f"{DOCUMENT}/nota.md", f"{DATA}/indicadores/2024/591.yml"]
)
def test_a_folder_named_as_a_file_cannot_be_read(proyecto: Path, file: str) -> None:
    (proyecto / file).unlink(missing_ok=True)
    (proyecto / file).mkdir()
    assert ("LEC-016", f"{file}:1:1") in _found(proyecto)


def test_a_folder_named_as_an_image_cannot_be_used(proyecto: Path) -> None:
    image = proyecto / DATA / "identidad" / "marca.svg"
    image.unlink()
    image.mkdir()
    assert _found(proyecto)


def _edit_all(proyecto: Path, change: Callable[[bytes], bytes]) -> None:
    for path in proyecto.rglob("*"):
        if path.suffix in (".yml", ".md"):
            path.write_bytes(change(path.read_bytes()))


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda data: b"\xef\xbb\xbf" + data, id="BOM"),
        pytest.param(lambda data: data.replace(b"\n", b"\r\n"), id="CRLF"),
    ],
)
def test_what_windows_editors_write_reads_the_same(
    proyecto: Path, change: Callable[[bytes], bytes]
) -> None:
    before = examine(proyecto)
    _edit_all(proyecto, change)
    after = examine(proyecto)
    assert after.diagnostics == ()
    assert after.registro == before.registro
    assert after.lineas == before.lineas
    assert [o.documento for o in after.obras] == [o.documento for o in before.obras]


def test_places_are_the_same_with_windows_line_ends(proyecto: Path) -> None:
    (proyecto / TEXT).write_bytes("\ufeffUno\r\n\r\nDós {{ nada.2024 }}\r\n".encode())
    assert _found(proyecto) == [("REF-005", f"{TEXT}:3:5")]


def test_bare_carriage_returns_are_refused_or_read(proyecto: Path) -> None:
    (proyecto / TEXT).write_bytes(b"| A | B |\r|---|---|\r| 1 | 2 |\r")
    assert {place.partition(":")[0] for _, place in _found(proyecto)} <= {TEXT}


def test_a_text_with_thousands_of_notes_is_refused_at_once(proyecto: Path) -> None:
    (proyecto / TEXT).write_text("[^" * 100_000, "utf-8")
    assert ("NAR-014", f"{TEXT}:1:1") in _found(proyecto)


def test_without_its_fonts_a_project_says_so_once(tmp_path: Path) -> None:
    proyecto = copia(tmp_path / "p", EJEMPLO)
    (proyecto / "layouts").mkdir()
    found = [d for d in examine(proyecto).diagnostics if d.code in ("LEC-001", "PDF-002")]
    assert [d.span.path for d in found] == ["layouts/_components/fuentes"]
