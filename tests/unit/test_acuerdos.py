"""The cycle of an acuerdo, from the command line; what it does not admit leaves no trace."""

import json
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from generator.agree.followup import Refused, Unknown, desk
from generator.build import examine
from generator.edit.acuerdos import whole
from generator.model.acuerdo import Acuerdo
from generator.model.ciclo import ESTADOS, PASOS, folios
from generator.read.bind import bind_text
from tests import acuerdos as seguimiento
from tests.acuerdos import ADMIN, DG, MEDICAS, anota, avisa, nuevo, orden
from tests.orden import pliego

NUEVO = ("acuerdo", "nuevo", "--asunto", "Abasto", "--acuerdo", "Presentar el «programa»: todo")
SUYO = ("--responsable", MEDICAS, "--corresponsable", "administracion")


@pytest.fixture
def raiz(tmp_path: Path) -> Path:
    return seguimiento.proyecto(tmp_path / "p")


def _files(raiz: Path) -> dict[str, bytes]:
    every = (p for p in sorted((raiz / "data").rglob("*")) if p.is_file())
    return {p.name: p.read_bytes() for p in every}


def _codes(raiz: Path) -> list[str]:
    return [d.code for d in examine(raiz).diagnostics]


def _state(raiz: Path, folio: str) -> str:
    with desk(raiz, None) as mesa:
        return mesa.find(folio).estado


def test_the_whole_cycle_from_the_command_line(raiz: Path) -> None:
    def order(*words: str, como: str) -> str:
        done = pliego("acuerdo", *words, "--como", como, cwd=raiz)
        assert done.returncode == 0, done.stderr
        return done.stdout

    limit = f"{date.today().year + 1}-12-15"
    folio = f"{date.today().year}-0001"
    assert "sin folio, asignado" in order(*NUEVO[1:], *SUYO, "--plazo", limit, como=DG)
    (path,) = (raiz / "data/imss/acuerdos").glob("*/*.yml")
    assert f"folio {folio}, registrado" in order("registrar", path.stem, como=ADMIN)
    assert "Registro — Abasto" in order("avisar", "--carpeta", "eml", como=ADMIN)
    assert _state(raiz, folio) == "notificado"
    before = path.read_bytes()
    order("avance", folio, "--grado", "40", "--texto", "Va", "--soporte", "a.pdf", como=MEDICAS)
    order("comentar", folio, "--texto", "Más rápido", como=DG)
    order("prorrogar", folio, "--plazo", f"{limit[:4]}-12-31", como=DG)
    order("avance", folio, "--grado", "100", "--texto", "Listo", como=MEDICAS)
    order("estado", folio, "devuelto", "--texto", "Falta un anexo", como=DG)
    order("avance", folio, "--grado", "100", "--texto", "Con su anexo", como=MEDICAS)
    order("estado", folio, "validado", como=DG)
    assert f"folio {folio}, concluido, 100%" in order("concluir", folio, como=ADMIN)
    assert path.read_bytes().startswith(before)
    order("avisar", "--carpeta", "eml", como=ADMIN)
    assert len(list((raiz / "eml").glob("*.eml"))) == 6
    found = json.loads(order("listar", "--estado", "concluido", "--formato", "json", como=DG))
    assert [(f["folio"], f["grado"], f["por_avisar"]) for f in found] == [(folio, 100, 0)]
    assert _codes(raiz) == []


# ── what is not admitted ──


@pytest.fixture
def folio(raiz: Path) -> str:
    nuevo(raiz, "Abasto", "2024-06-03T10:00:00")
    return "2024-0001"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("concluir", "--como", ADMIN),
            "ACU-004: no se puede anotar «concluido» en un acuerdo reg",
        ),
        (("estado", "validado", "--como", DG), "ACU-004: no se puede anotar «validado»"),
        (("comentar", "--texto", "x", "--como", MEDICAS), "no puede anotar «comentario»"),
        (
            ("avance", "--grado", "1", "--texto", "x", "--como", "administracion"),
            "ACU-005: Dirección de Administración no puede anotar «avance» en este acuerdo: le",
        ),
        (("prorrogar", "--plazo", "2024-06-02", "--como", DG), "ACU-006: el plazo, 2024-06-02"),
        (("avance", "--grado", "1", "--texto", "a\u202eb", "--como", MEDICAS), "LEC-003"),
    ],
)
def test_what_is_not_admitted_is_located_and_writes_nothing(
    raiz: Path, folio: str, words: tuple[str, ...], said: str
) -> None:
    before = _files(raiz)
    done = orden("acuerdo", words[0], folio, *words[1:], cwd=raiz)
    assert done.returncode == 1
    assert said in done.stderr
    assert "data/imss/acuerdos/2024/20240603-" in done.stderr
    assert done.stderr.endswith("No se escribió nada.\n")
    assert _files(raiz) == before


def test_a_deadline_before_the_assignment_and_an_unknown_unit(raiz: Path) -> None:
    before = _files(raiz)
    words = ("--responsable", "prestaciones-medcas", "--plazo", "2024-05-31")
    done = orden(*NUEVO, *words, "--fecha", "2024-06-01", "--como", ADMIN, cwd=raiz)
    assert done.returncode == 1
    assert "ACU-006: el plazo, 2024-05-31, es anterior a la asignación, 2024-06-01." in done.stderr
    assert "¿Quiso decir «prestaciones-medicas»?" in done.stderr
    assert _files(raiz) == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("avance", "2024-0009", "--grado", "1", "--texto", "x"), "ningún acuerdo «2024-0009»"),
        (("avance", "2024-0001", "--grado", "101", "--texto", "x"), "«--grado» no sirve"),
        (("avance", "2024-0001", "--grado", "1", "--texto", " "), "«--texto» no sirve"),
        (("avance", "2024-0001", "--grado", "1"), "falta «--texto»"),
        (("estado", "2024-0001", "valido"), "¿Quiso decir «validado»?"),
        (("comentar", "2024-0001", "--texto", "x"), "no está en roles.yml; diga quién es"),
        (("comentar", "2024-0001", "--texto", "x", "--como", "otra"), "no tiene ningún papel"),
        (("listar", "--estado", "x"), "use asignado, registrado"),
        (("listar", "--institucion", "isss"), "falta data/isss/acuerdos/roles.yml"),
        (("comentr",), "no hay ninguna orden «comentr». ¿Quiso decir «comentar»?"),
    ],
)
def test_a_wrong_call_says_what(raiz: Path, folio: str, words: tuple[str, ...], said: str) -> None:
    done = orden("acuerdo", *words, cwd=raiz)
    assert done.returncode == 2, done.stderr
    assert said in done.stderr


def test_a_rehearsal_writes_nothing(raiz: Path, folio: str) -> None:
    before = _files(raiz)
    for words in (
        ("comentar", folio, "--texto", "x", "--como", DG),
        ("avisar", "--carpeta", "eml", "--como", ADMIN),
        (*NUEVO[1:], *SUYO, "--plazo", "2099-01-01", "--como", ADMIN),
    ):
        done = orden("acuerdo", *words, "--ensayo", cwd=raiz)
        assert done.returncode == 0, done.stderr
    assert _files(raiz) == before
    assert not (raiz / "eml").exists()


def test_every_order_has_its_help_in_spanish(raiz: Path) -> None:
    lines = orden("acuerdo", cwd=raiz).stdout.splitlines()
    names = [line.split()[0] for line in lines if line.strip()]
    for name in ("nuevo", "avance", "comentar", "concluir", "listar", "avisar", "minuta", "unir"):
        assert name in names
        page = orden("acuerdo", name, "--help", cwd=raiz).stdout
        assert page.startswith(f"Uso: ./pliego acuerdo {name}")
        assert "Ejemplos:" in page


# ── an untouched history ──


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("texto: Va", "texto: Van", "lo que dice la anotación «avance» no es lo que se selló"),
        ("grado: 40", "grado: 90", "lo que dice la anotación «avance» no es lo que se selló"),
        ("plazo: 2024-12-15", "plazo: 2025-12-15", "lo que dicen el acuerdo o su primera"),
        ("reserva: sí", "# reserva", "lo que dicen el acuerdo o su primera"),
        ("que: comentario\n", "que: avance\n", "lo que dice la anotación «avance» no es"),
    ],
)
def test_an_edited_history_is_told(raiz: Path, before: str, after: str, said: str) -> None:
    name = _told(raiz)
    path = next((raiz / "data/imss/acuerdos").glob(f"*/{name}.yml"))
    text = (
        path.read_text("utf-8")
        .replace('"Va"', "Va")
        .replace("  # nunca llega al sitio público", "")
    )
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")
    found = [d.text for d in examine(raiz).diagnostics if d.code == "ACU-003"]
    assert any(said in text for text in found), found


def _told(raiz: Path) -> str:
    name = nuevo(raiz, "Abasto", "2024-06-03T10:00:00", reserva="sí")
    anota(raiz, name, "avance", MEDICAS, "2024-06-04T10:00:00", grado=40, texto="Va")
    anota(raiz, name, "comentario", DG, "2024-06-05T10:00:00", texto="Bien")
    anota(raiz, name, "avance", MEDICAS, "2024-06-06T10:00:00", grado=60, texto="Sigue")
    return name


def test_a_note_taken_out_or_moved_is_told(raiz: Path) -> None:
    name = _told(raiz)
    path = next((raiz / "data/imss/acuerdos").glob(f"*/{name}.yml"))
    head, *notes = path.read_text("utf-8").split("  - que: ")
    for order in ((0, 1, 3, 4), (0, 1, 3, 2, 4), (1, 0, 2, 3, 4), (0, 1, 2, 3, 4, 4)):
        path.write_text("  - que: ".join([head, *(notes[n] for n in order)]), "utf-8")
        assert "ACU-003" in _codes(raiz), order
    path.rename(path.with_name("20240603-00000000.yml"))
    assert "ACU-009" in _codes(raiz)


def test_comments_and_form_of_a_file_stay(raiz: Path) -> None:
    name = _told(raiz)
    path = next((raiz / "data/imss/acuerdos").glob(f"*/{name}.yml"))
    text = ("# mío\n" + path.read_text("utf-8")).rstrip("\n").replace("\n", "\r\n")
    path.write_bytes(text.encode())
    anota(raiz, name, "comentario", DG, "2024-06-07T10:00:00", texto="Otro")
    after = path.read_bytes().decode()
    assert after.startswith(text)
    assert after.count("\n") == after.count("\r\n")
    assert _codes(raiz) == []


def test_a_file_that_does_not_end_in_its_history_is_left(raiz: Path) -> None:
    name = _told(raiz)
    path = next((raiz / "data/imss/acuerdos").glob(f"*/{name}.yml"))
    path.write_text(path.read_text("utf-8") + "...\n", "utf-8")
    before = path.read_bytes()
    with pytest.raises((Refused, Unknown)):
        anota(raiz, name, "comentario", DG, "2024-06-07T10:00:00", texto="Otro")
    assert path.read_bytes() == before


# ── folios, lists, who sees what ──


def test_folios_are_whole_and_what_was_told_stays(raiz: Path) -> None:
    first = nuevo(raiz, "Uno", "2024-06-03T10:00:00")
    third = nuevo(raiz, "Tres", "2024-06-05T10:00:00")
    avisa(raiz, third, "2024-06-05T11:00:00")
    second = nuevo(raiz, "Dos", "2024-06-04T10:00:00")
    with desk(raiz, None) as mesa:
        given = folios({clave: leido.valor for clave, leido in mesa.libro.acuerdos.items()})
    assert given == {first: "2024-0001", third: "2024-0002", second: "2024-0003"}


def test_lists_of_what_is_late_and_what_comes(raiz: Path) -> None:
    nuevo(raiz, "Tarde", "2024-06-03T10:00:00", plazo="2024-06-30")
    nuevo(raiz, "Pronto", "2024-06-03T11:00:00", plazo="2024-07-05")
    nuevo(raiz, "Lejos", "2024-06-03T12:00:00", plazo="2024-12-05", responsable="administracion")

    def listed(*words: str) -> list[str]:
        done = orden(
            "acuerdo", "listar", "--formato", "json", "--al", "2024-07-01", *words, cwd=raiz
        )
        return [each["asunto"] for each in json.loads(done.stdout)]

    assert listed() == ["Tarde", "Pronto", "Lejos"]
    assert listed("--vencidos") == ["Tarde"]
    assert listed("--por-vencer", "7") == ["Pronto"]
    assert listed("--responsable", "administracion") == ["Lejos"]
    text = orden("acuerdo", "listar", "--al", "2024-07-01", cwd=raiz).stdout
    assert "plazo 30/06/2024, vencido hace 1 día" in text
    assert text.endswith("3 acuerdos, 1 vencido.\n")


def test_each_unit_sees_its_own_and_nobody_what_is_reserved(raiz: Path) -> None:
    nuevo(raiz, "Mío", "2024-06-03T10:00:00")
    nuevo(raiz, "Suyo", "2024-06-03T11:00:00", responsable="administracion", otras=(MEDICAS,))
    nuevo(raiz, "Ajeno", "2024-06-03T12:00:00", responsable="administracion", reserva="sí")

    def seen(*words: str) -> list[str]:
        done = orden("acuerdo", "listar", "--formato", "json", *words, cwd=raiz)
        return [each["asunto"] for each in json.loads(done.stdout)]

    assert seen("--como", DG) == seen("--como", ADMIN) == ["Mío", "Suyo", "Ajeno"]
    assert seen("--como", MEDICAS) == ["Mío", "Suyo"]
    assert seen("--como", "administracion") == ["Suyo", "Ajeno"]
    assert seen() == ["Mío", "Suyo"]
    done = orden("acuerdo", "minuta", "2024-0003", "--como", MEDICAS, cwd=raiz)
    assert done.returncode == 1
    assert "Sin permiso para ver 2024-0003" in done.stderr
    done = orden("acuerdo", "minuta", "2024-0003", "--como", DG, cwd=raiz)
    assert done.stdout == ".pliego/minutas/imss/minuta-2024-0003.pdf\n", done.stderr
    orden("acuerdo", "calendario", "--salida", "a.ics", "--como", MEDICAS, cwd=raiz)
    feed = Calendar.from_ical((raiz / "a.ics").read_bytes())
    assert [str(e["summary"]) for e in feed.walk("VEVENT")] == [
        "Acuerdo 2024-0001: Mío",
        "Acuerdo 2024-0002: Suyo",
    ]


def test_the_cycle_is_whole() -> None:
    reached = {step.a for step in PASOS.values() if step.a} | {"notificado", "por-validar"}
    assert reached == set(ESTADOS)
    assert all(step.desde <= {"", *ESTADOS} for step in PASOS.values())


def test_what_is_written_is_read_back(raiz: Path) -> None:
    _told(raiz)
    with desk(raiz, None) as mesa:
        (leido,) = mesa.libro.acuerdos.values()
    bound, problems = bind_text(whole(leido.valor), "a.yml", Acuerdo)
    assert problems == []
    assert bound is not None
    assert bound.valor == leido.valor
