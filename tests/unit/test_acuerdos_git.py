"""Two branches note acuerdos; real git merges them, and nothing is lost, repeated or missing."""

import json
from pathlib import Path

import pytest

from generator.agree.followup import desk
from generator.agree.trace import replaced
from generator.build import examine
from tests.acuerdos import ADMIN, DG, MEDICAS, anota, avisa, git, guarda, nuevo, orden, repositorio

ADMIN_MAIL, DG_MAIL = "planeacion@ejemplo.invalid", "direccion-general@ejemplo.invalid"
MEDICAS_MAIL = "enlace-medicas@ejemplo.invalid"


@pytest.fixture
def raiz(tmp_path: Path) -> Path:
    return repositorio(tmp_path / "p")


def _folios(raiz: Path) -> dict[str, str]:
    with desk(raiz, None) as mesa:
        return {s.acuerdo.asunto: s.folio for s in mesa.seguidos}


def _codes(raiz: Path) -> list[str]:
    return [d.code for d in examine(raiz).diagnostics]


def test_two_branches_register_and_the_folios_are_whole(raiz: Path) -> None:
    words = ("--acuerdo", "x", "--responsable", MEDICAS, "--plazo", "2099-12-15", "--como", ADMIN)
    for branch in ("a", "b"):
        git(raiz, "switch", "-q", "-c", branch, "main")
        for n in (1, 2):
            done = orden("acuerdo", "nuevo", "--asunto", f"{branch}{n}", *words, cwd=raiz)
            assert done.returncode == 0, done.stderr
        guarda(raiz, branch, ADMIN_MAIL)
        assert sorted(f[-4:] for f in _folios(raiz).values()) == ["0001", "0002"]
    git(raiz, "switch", "-q", "main")
    git(raiz, "merge", "-q", "--no-edit", "a", "b", correo=ADMIN_MAIL)
    found = _folios(raiz)
    assert set(found) == {"a1", "a2", "b1", "b2"}
    assert sorted(f[-4:] for f in found.values()) == ["0001", "0002", "0003", "0004"]
    assert _codes(raiz) == []


def test_a_folio_that_was_told_stays_when_another_branch_comes(raiz: Path) -> None:
    git(raiz, "switch", "-q", "-c", "a")
    nuevo(raiz, "Antes", "2024-06-03T09:00:00")
    guarda(raiz, "a", ADMIN_MAIL)
    git(raiz, "switch", "-q", "main")
    name = nuevo(raiz, "Avisado", "2024-06-03T10:00:00")
    avisa(raiz, name, "2024-06-03T11:00:00")
    guarda(raiz, "main", ADMIN_MAIL)
    git(raiz, "merge", "-q", "--no-edit", "a")
    assert _folios(raiz) == {"Avisado": "2024-0001", "Antes": "2024-0002"}
    assert _codes(raiz) == []


def test_two_branches_that_told_the_same_folio_are_an_error(raiz: Path) -> None:
    for n, branch in enumerate("ab"):
        git(raiz, "switch", "-q", "-c", branch, "main")
        name = nuevo(raiz, branch, f"2024-06-0{n + 1}T09:00:00")
        avisa(raiz, name, "2024-06-03T11:00:00")
        guarda(raiz, branch, ADMIN_MAIL)
    git(raiz, "merge", "-q", "--no-edit", "a")
    (found,) = examine(raiz).diagnostics
    assert found.code == "ACU-001"
    assert "el folio 2024-0001 ya se avisó como el de data/imss/acuerdos/2024/" in found.text
    assert found.span.line > 10


def test_a_lost_file_leaves_a_gap_that_is_told(raiz: Path) -> None:
    for n in (1, 2):
        name = nuevo(raiz, f"{n}", f"2024-06-0{n}T09:00:00")
        avisa(raiz, name, f"2024-06-0{n}T11:00:00")
    next((raiz / "data/imss/acuerdos/2024").glob("20240601-*.yml")).unlink()
    (found,) = examine(raiz).diagnostics
    assert found.code == "ACU-002"
    assert found.text.startswith("falta el folio 2024-0001: 2024 tiene 1 acuerdos registrados")


@pytest.fixture
def partido(raiz: Path) -> str:
    """An acuerdo that `main` and the branch `avance` go on noting, each on its side; its clave."""
    name = nuevo(raiz, "Abasto", "2024-06-03T09:00:00")
    guarda(raiz, "alta", ADMIN_MAIL)
    git(raiz, "switch", "-q", "-c", "avance")
    anota(raiz, name, "avance", MEDICAS, "2024-06-05T09:00:00", grado=40, texto="Va")
    anota(raiz, name, "avance", MEDICAS, "2024-06-07T09:00:00", grado=60, texto="Sigue")
    guarda(raiz, "avance", MEDICAS_MAIL)
    git(raiz, "switch", "-q", "main")
    anota(raiz, name, "comentario", DG, "2024-06-06T09:00:00", texto="Adelante")
    guarda(raiz, "comentario", DG_MAIL)
    return name


def _merge(raiz: Path, branch: str) -> None:
    with pytest.raises(AssertionError, match="CONFLICT"):
        git(raiz, "merge", "--no-edit", branch)


def test_what_two_branches_noted_on_one_acuerdo_is_joined(raiz: Path, partido: str) -> None:
    _merge(raiz, "avance")
    assert "LEC" in _codes(raiz)[0]
    done = orden("acuerdo", "unir", cwd=raiz)
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"Unido: data/imss/acuerdos/2024/{partido}.yml\n"
    guarda(raiz, "unión", ADMIN_MAIL)
    assert _codes(raiz) == []
    with desk(raiz, None) as mesa:
        seguido = mesa.find(partido)
    assert [n.que for n in seguido.historial[2:]] == ["avance", "comentario", "avance"]
    assert len(seguido.heads) == 2
    anota(raiz, partido, "comentario", DG, "2024-06-08T09:00:00", texto="Bien")
    assert _codes(raiz) == []
    for base in ("main~1", "avance"):
        done = orden("acuerdo", "comprobar", "--desde", base, cwd=raiz)
        assert "ACU-011" not in done.stdout


def test_a_join_that_the_cycle_does_not_admit_by_time_takes_the_other_order(
    raiz: Path, partido: str
) -> None:
    git(raiz, "switch", "-q", "avance")
    anota(raiz, partido, "validado", DG, "2024-06-08T09:00:00")
    guarda(raiz, "validado", DG_MAIL)
    git(raiz, "switch", "-q", "main")
    anota(raiz, partido, "avance", MEDICAS, "2024-06-09T09:00:00", grado=80, texto="Tarde")
    guarda(raiz, "tarde", MEDICAS_MAIL)
    _merge(raiz, "avance")
    done = orden("acuerdo", "unir", cwd=raiz)
    assert done.returncode == 0, done.stderr
    with desk(raiz, None) as mesa:
        seguido = mesa.find(partido)
    assert seguido.estado == "validado"
    assert {n.texto for n in seguido.historial} >= {"Va", "Sigue", "Adelante", "Tarde"}


# ── a pull request ──


def _checked(raiz: Path, base: str = "main") -> list[str]:
    done = orden("acuerdo", "comprobar", "--desde", base, cwd=raiz)
    assert done.returncode in (0, 1), done.stderr
    return [line for line in done.stdout.splitlines() if " error ACU-" in line]


def test_a_change_signed_by_who_notes_passes_and_by_another_does_not(
    raiz: Path, partido: str
) -> None:
    git(raiz, "switch", "-q", "-c", "revisión")
    anota(raiz, partido, "avance", MEDICAS, "2024-06-07T09:00:00", grado=50, texto="Va")
    guarda(raiz, "avance", MEDICAS_MAIL)
    assert _checked(raiz) == []
    anota(raiz, partido, "comentario", DG, "2024-06-08T09:00:00", texto="En su nombre")
    roles = raiz / "data/imss/acuerdos/roles.yml"
    text = roles.read_text("utf-8")
    roles.write_text(text.replace(DG_MAIL, f"{DG_MAIL}, {MEDICAS_MAIL}", 1), "utf-8")
    guarda(raiz, "ajeno", MEDICAS_MAIL)
    (found,) = _checked(raiz)
    assert "ACU-012: la anotación es de Dirección General y el cambio" in found
    assert f"lo firma {MEDICAS_MAIL}, que no es de esa unidad" in found


def test_a_history_cut_short_or_deleted_is_told(raiz: Path, partido: str) -> None:
    git(raiz, "switch", "-q", "-c", "revisión")
    path = raiz / "data/imss/acuerdos/2024" / f"{partido}.yml"
    whole = path.read_text("utf-8")
    path.write_text(whole[: whole.rindex("  - que: comentario")], "utf-8")
    guarda(raiz, "corte", ADMIN_MAIL)
    assert _codes(raiz) == []  # the file alone cannot tell
    (found,) = _checked(raiz)
    assert "falta la anotación «comentario» de «direccion-general» del 2024-06-06" in found
    path.unlink()
    guarda(raiz, "baja", ADMIN_MAIL)
    (found,) = _checked(raiz)
    assert "falta este archivo, que está en main" in found


def test_a_version_that_does_not_exist(raiz: Path) -> None:
    for base in ("nada", "--output=x"):
        done = orden("acuerdo", "comprobar", f"--desde={base}", cwd=raiz)
        assert done.returncode == 3
        assert done.stderr.startswith("git no pudo responder")


def test_the_address_of_git_says_who_notes(raiz: Path, partido: str) -> None:
    git(raiz, "config", "user.email", MEDICAS_MAIL)
    words = ("acuerdo", "avance", partido, "--grado", "50", "--texto", "Va")
    done = orden(*words, "--como", DG, cwd=raiz)
    assert done.returncode == 1
    assert done.stderr.startswith(f"Su correo de git, {MEDICAS_MAIL}, es de «{MEDICAS}»")
    assert orden(*words, cwd=raiz).returncode == 0
    listed = orden("acuerdo", "listar", "--formato", "json", cwd=raiz).stdout
    assert [each["grado"] for each in json.loads(listed)] == [50]


def test_codeowners_names_who_approves_each_acuerdo(raiz: Path, partido: str) -> None:
    owners = raiz / ".github" / "CODEOWNERS"
    owners.parent.mkdir()
    owners.write_text("* @ejemplo/todos\n", "utf-8")
    for _ in range(2):
        assert orden("acuerdo", "codeowners", "--escribir", cwd=raiz).returncode == 0
    lines = owners.read_text("utf-8").splitlines()
    heads = "@ejemplo/direccion-general @ejemplo/planeacion-estrategica"
    assert lines == [
        "* @ejemplo/todos",
        "# acuerdos: inicio (imss); las escribe ./pliego acuerdo codeowners",
        f"/data/imss/acuerdos/ {heads}",
        f"/data/imss/acuerdos/2024/{partido}.yml @ejemplo/prestaciones-medicas {heads}",
        "# acuerdos: fin (imss)",
    ]


def test_a_block_takes_the_place_of_the_one_before() -> None:
    block = "# i\nb\n# f\n"
    assert replaced("", block) == block
    assert replaced("x", block) == f"x\n{block}"
    assert replaced("x\n# i\na\n# f\ny\n", block) == f"x\n{block}y\n"
