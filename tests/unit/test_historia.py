"""What git keeps of the indicators: values and days, nobody's name."""

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from generator.read.versiones import historia
from generator.works import inputs
from tests.casos import AVANCE, EJEMPLO, copia

HOY = date(2026, 1, 1)


def git(raiz: Path, *words: str, day: str = "2026-01-01") -> None:
    who = {"GIT_AUTHOR_NAME": "N", "GIT_AUTHOR_EMAIL": "n@ejemplo.mx"}
    who |= {"GIT_COMMITTER_NAME": "N", "GIT_COMMITTER_EMAIL": "n@ejemplo.mx"}
    when = {"GIT_AUTHOR_DATE": f"{day}T12:00:00Z", "GIT_COMMITTER_DATE": f"{day}T12:00:00Z"}
    subprocess.run(
        ["git", *words],
        cwd=raiz,
        env={**os.environ, **who, **when},
        check=True,
        capture_output=True,
    )


def change(raiz: Path, path: Path, old: str, new: str, day: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    git(raiz, "commit", "-qam", "secreto@ejemplo.mx", day=day)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    raiz = copia(tmp_path / "p", EJEMPLO)
    git(raiz, "init", "-q")
    git(raiz, "add", "-A")
    git(raiz, "commit", "-qm", "uno")
    return raiz


def test_the_first_version_is_no_change(plan: Path) -> None:
    assert historia(plan) == {}


def test_without_git_nothing_is_told(tmp_path: Path) -> None:
    raiz = copia(tmp_path / "p")
    assert historia(raiz) == {}


def test_a_change_says_before_and_after_and_its_day(plan: Path) -> None:
    before = inputs(plan, HOY)
    path = plan / "data/isssteson/indicadores/2024/590.yml"
    change(plan, path, "2024: 97.58%", "2024: 98%", "2026-02-03")
    change(plan, path, "98%", "99%", "2026-03-04")
    found = historia(plan)[("isssteson", "590-01")]
    assert [v.dia.isoformat() for v in found] == ["2026-03-04", "2026-02-03"]
    (value,) = found[1].valores
    assert (value.campo, value.antes, value.ahora) == ("metas · 2024", "97.58%", "98%")
    assert "secreto" not in repr(historia(plan))
    assert inputs(plan, HOY) != before


def test_what_does_not_touch_an_indicator_is_not_told(plan: Path) -> None:
    change(plan, plan / "data/portal.yml", "nombre: Pliego", "nombre: Otro", "2026-02-03")
    path = plan / "data/isssteson/indicadores/2024/590.yml"
    change(plan, path, "# ", "# Un comentario. ", "2026-02-04")
    assert historia(plan) == {}


def test_a_merge_is_one_change(plan: Path) -> None:
    path = plan / "data/isssteson/indicadores/2024/590.yml"
    git(plan, "checkout", "-qb", "otra")
    change(plan, path, "97.58%", "98%", "2026-02-03")
    change(plan, path, "98%", "99%", "2026-02-04")
    git(plan, "checkout", "-q", "-")
    git(plan, "merge", "-q", "--no-ff", "otra", "-m", "junta", day="2026-02-05")
    (only,) = historia(plan)[("isssteson", "590-01")]
    assert (only.dia.isoformat(), only.valores[0].ahora) == ("2026-02-05", "99%")


def test_a_project_inside_a_repository(tmp_path: Path) -> None:
    raiz = tmp_path / "repo"
    raiz.mkdir()
    proyecto = copia(raiz / "proyecto", AVANCE)
    git(raiz, "init", "-q")
    git(raiz, "add", "-A")
    git(raiz, "commit", "-qm", "uno")
    path = next((proyecto / "data/imss/fichas").glob("*.yml"))
    change(raiz, path, "periodicidad: Anual", "periodicidad: Semestral", "2026-02-03")
    (version,) = historia(proyecto)[("imss", path.stem)]
    assert version.valores[0].campo == "periodicidad"


def test_a_version_that_cannot_be_read_is_passed_over(plan: Path) -> None:
    path = plan / "data/isssteson/indicadores/2024/590.yml"
    whole = path.read_text("utf-8")
    path.write_text("indicadores: [", "utf-8")
    git(plan, "commit", "-qam", "roto")
    path.write_text(whole, "utf-8")
    git(plan, "commit", "-qam", "sano")
    assert historia(plan) == {}
