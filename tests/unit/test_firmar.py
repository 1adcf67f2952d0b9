"""`./pliego firmar` adds to excepciones.yml and leaves the rest as it was."""

import stat
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.base.diagnostic import Diagnostic
from generator.build import examine
from generator.countersign import Escrito, Firma, Refused, prepare, unsigned
from generator.edit.excepciones import added
from generator.model.excepcion import Excepcion, Excepciones
from generator.read.bind import bind_text
from tests.casos import AVANCE, copia
from tests.orden import pliego
from tests.unit.test_firmas import hallazgo

FIRMA = Firma("Impreso así: sin más", "Planeación", date(2024, 9, 1), None)
NAME = "data/imss/excepciones.yml"
WHO = ("--motivo", "Impreso así", "--autor", "Planeación")
COMMENTED = """# Firmas de 2024
excepciones:  # una por hallazgo
    # la primera
    - regla: AUD-002
      archivo: data/imss/fichas/4-3.yml
      dice: >-
        otra cosa
        en dos líneas
      motivo: 'Así'   # sin más
      autor: Ana
      fecha: 2024-01-01
    # fin
"""
FLOW = """excepciones:
  [{regla: AUD-002, archivo: a, dice: b, motivo: c, autor: d, fecha: 2024-01-01}]
"""


@pytest.fixture
def proyecto(tmp_path: Path) -> Path:
    """The example with a total that does not add up, and a result that its formula denies."""
    raiz = copia(tmp_path / "p", AVANCE)
    changes = {
        "data/imss/cuadros/compensacion-especialistas.yml": ('"404,583"', '"404,853"'),
        "data/imss/fichas/1-1.yml": ("2024: 7,304,531", "2024: 7,403,531"),
    }
    for name, (before, after) in changes.items():
        path = raiz / name
        path.write_text(path.read_text("utf-8").replace(before, after), "utf-8")
    return raiz


def _read(text: str) -> tuple[Excepcion, ...]:
    bound, problems = bind_text(text.replace("\r\n", "\n"), NAME, Excepciones)
    assert bound is not None
    assert problems == []
    return bound.valor.excepciones


def _prepared(raiz: Path, before: str, *found: Diagnostic) -> Escrito:
    path = raiz / NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(before.encode())
    (escrito,) = prepare(raiz, found or (hallazgo(),), FIRMA)
    return escrito


@pytest.mark.parametrize(
    "before",
    [
        COMMENTED,
        COMMENTED.rstrip(),
        COMMENTED.replace("\n", "\r\n"),
        COMMENTED.replace("    - ", "- ").replace("      ", "  "),
        COMMENTED + "\n\n",
        COMMENTED.replace("# Firmas", "\ufeff# Firmas"),
    ],
    ids=["comentado", "sin-salto-final", "crlf", "sin-sangria", "renglones-al-final", "bom"],
)
def test_what_was_there_stays_letter_by_letter(tmp_path: Path, before: str) -> None:
    escrito = _prepared(tmp_path, before)
    escrito.write()
    after = (tmp_path / NAME).read_bytes().decode()
    clean = before.removeprefix("\ufeff")
    assert after.startswith(clean)
    assert after.count("\r\n") in (0, after.count("\n"))
    (old,) = _read(clean)
    assert _read(after) == (old, _read("excepciones:\n" + added("a\n", [_new()]))[0])


def _new() -> Excepcion:
    each = hallazgo()
    return Excepcion(
        regla=each.code,
        archivo=each.span.path,
        dice=each.text,
        motivo=FIRMA.motivo,
        autor=FIRMA.autor,
        fecha=FIRMA.fecha,
    )


def test_a_new_file_is_whole(tmp_path: Path) -> None:
    (tmp_path / "data/imss").mkdir(parents=True)
    (tmp_path / "schemas").mkdir()
    (escrito,) = prepare(tmp_path, (hallazgo(),), FIRMA)
    escrito.write()
    text = (tmp_path / NAME).read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../schemas/excepciones.")
    assert _read(text) == (_new(),)


def test_equal_findings_are_signed_once(tmp_path: Path) -> None:
    escrito = _prepared(tmp_path, COMMENTED, hallazgo(1), hallazgo(2), hallazgo(3, "9"))
    assert escrito.firmados == 2
    assert escrito.anadido.count("- regla:") == 2


@pytest.mark.parametrize(
    ("before", "cause"),
    [
        ("excepciones:\n  - regla: X\n", "tiene errores: corríjalos antes de firmar"),
        (
            FLOW,
            "añádale esto a mano",
        ),
        (COMMENTED + "...\n", "añádale esto a mano"),
    ],
)
def test_a_file_that_cannot_be_added_to_is_left(tmp_path: Path, before: str, cause: str) -> None:
    with pytest.raises(Refused, match=cause):
        _prepared(tmp_path, before)
    assert (tmp_path / NAME).read_bytes() == before.encode()


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    escrito = _prepared(tmp_path, COMMENTED)
    other = tmp_path / "otro.yml"
    (tmp_path / NAME).rename(other)
    (tmp_path / NAME).symlink_to(other)
    with pytest.raises(OSError, match="enlace"):
        escrito.write()
    assert other.read_text("utf-8") == COMMENTED


def test_a_write_that_fails_leaves_the_file_and_no_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    escrito = _prepared(tmp_path, COMMENTED)
    path = tmp_path / NAME
    path.chmod(0o640)

    def full(_: int) -> None:
        raise OSError(28, "sin espacio")

    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", full)
        with pytest.raises(OSError, match="espacio"):
            escrito.write()
    assert [p.name for p in path.parent.iterdir()] == [path.name]
    assert path.read_text("utf-8") == COMMENTED
    escrito.write()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"]), min_size=1
).filter(lambda text: text.strip() == text and text.strip("\u00a0\u3000 ") == text)


@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=3))
@example([("0", "0", "NAN")])
def test_any_text_is_read_back_as_it_was(said: list[tuple[str, str, str]]) -> None:
    entries = [
        Excepcion(
            regla="AUD-001",
            archivo="data/a.yml",
            dice=unicodedata.normalize("NFC", dice),
            motivo=unicodedata.normalize("NFC", motivo),
            autor=unicodedata.normalize("NFC", autor),
            fecha=date(2024, 1, 1),
            vence=date(2025, 1, 1),
        )
        for dice, motivo, autor in said
    ]
    assert _read(added("", entries)) == tuple(entries)


# ── the order ──


def _codes(raiz: Path) -> list[str]:
    wanted = ("AUD-001", "AUD-011")
    return [d.code for d in examine(raiz).diagnostics if d.code in wanted and not d.motivo]


def test_what_is_signed_stops_nothing(proyecto: Path) -> None:
    assert _codes(proyecto) == ["AUD-011", "AUD-001"]
    done = pliego("firmar", "AUD-011", *WHO, "--proyecto", str(proyecto))
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("Firmado 1 hallazgo en data/imss/excepciones.yml\n")
    assert _codes(proyecto) == ["AUD-001"]
    done = pliego("firmar", "AUD", "imss", *WHO, "--proyecto", str(proyecto))
    assert done.returncode == 0, done.stderr
    assert _codes(proyecto) == []
    again = pliego("firmar", "AUD", *WHO, "--proyecto", str(proyecto))
    assert again.returncode == 1
    assert "No hay nada sin firmar" in again.stderr


def test_a_rehearsal_writes_nothing(proyecto: Path) -> None:
    place = "data/imss/fichas/1-1.yml"
    done = pliego("firmar", "AUD-001", place, *WHO, "--ensayo", cwd=proyecto)
    assert done.returncode == 0
    assert done.stdout.startswith("excepciones:\n  - regla: AUD-001\n    archivo: data/imss/fichas")
    assert "Se firmaría 1 hallazgo en data/imss/excepciones.yml" in done.stdout
    assert not (proyecto / NAME).exists()


def test_a_line_chooses_one(proyecto: Path) -> None:
    found = [d for d in examine(proyecto).diagnostics if d.code == "AUD-001"]
    place = f"data/imss/fichas/1-1.yml:{found[0].span.line}"
    assert pliego("firmar", place, *WHO, cwd=proyecto).returncode == 0
    assert pliego("firmar", f"{place}0", *WHO, cwd=proyecto).returncode == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "falta «HALLAZGO»."),
        (("AUD-001",), "falta «--motivo»."),
        (("AUD-001", "--motivo", "x"), "falta «--autor»."),
        (("AUD-001", "--motivo", " ", "--autor", "x"), "el valor de «--motivo» no sirve"),
        (("AUD-001", *WHO, "--vence", "2020-01-01"), "debe ser una fecha posterior a hoy"),
        (("AUD-001", *WHO, "--vence", "mañana"), "debe ser una fecha posterior a hoy"),
        (("AUD-999", *WHO), "no hay ninguna regla «AUD-999»."),
        (("ims", *WHO), "institución «ims». ¿Quiso decir «imss»?"),
    ],
)
def test_a_wrong_call_says_what(words: tuple[str, ...], said: str) -> None:
    done = pliego("firmar", *words, "--proyecto", str(AVANCE))
    assert done.returncode == 2
    assert said in done.stderr


def test_avisos_are_signed_only_by_their_code() -> None:
    aviso = Diagnostic("SIG-001", hallazgo().span, "a", "b", level=hallazgo().level.WARNING)
    assert unsigned([aviso, hallazgo()], avisos=False) == [hallazgo()]
    assert unsigned([aviso], avisos=True) == [aviso]
