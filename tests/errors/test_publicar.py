"""Bad luck: whatever happens while building, the last good release stays whole."""

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator import publish
from generator.base.digest import of_file
from generator.build import build
from generator.render import builder
from tests.casos import RAIZ, copia
from tests.orden import pliego


def _whole(salida: Path) -> str:
    """The name of the current release, after checking each of its files."""
    manifest = json.loads((salida / "actual" / "manifiesto.json").read_text("utf-8"))
    for name, digest in manifest["archivos"].items():
        assert of_file(salida / "actual" / name) == digest
    return str((salida / "actual").readlink())


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example, already published in its dist/."""
    proyecto = copia(tmp_path_factory.mktemp("publicar") / "p")
    assert build(proyecto, proyecto / "dist", lambda _: None).diagnostics == ()
    return proyecto


@pytest.fixture
def proyecto(base: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(base, tmp_path / "p", symlinks=True))


def _edit(proyecto: Path) -> None:
    path = proyecto / "data/isssteson/indicadores/2024/590.yml"
    path.write_text(path.read_text("utf-8").replace("97.58%", "97.59%"), "utf-8")


def test_nothing_changed_nothing_done(proyecto: Path) -> None:
    before = _whole(proyecto / "dist")
    done = build(proyecto, proyecto / "dist", lambda _: None)
    assert done.sin_cambios
    assert _whole(proyecto / "dist") == before


def test_an_edit_makes_a_new_release_and_keeps_the_last(proyecto: Path) -> None:
    before = _whole(proyecto / "dist")
    _edit(proyecto)
    assert not build(proyecto, proyecto / "dist", lambda _: None).sin_cambios
    assert _whole(proyecto / "dist") != before
    assert len(list((proyecto / "dist" / "versiones").iterdir())) == 2
    assert not list((proyecto / "dist").glob(".obra-*"))


def test_content_errors_leave_the_last_release(proyecto: Path) -> None:
    before = _whole(proyecto / "dist")
    _edit(proyecto)
    (proyecto / "content/isssteson/plan-de-labores-2024/vinculacion.md").unlink()
    done = pliego("construir", "--proyecto", str(proyecto))
    assert done.returncode == 1
    assert "LEC-001" in done.stderr
    assert "No se publicó nada; la publicación anterior sigue en su lugar." in done.stderr
    assert _whole(proyecto / "dist") == before


def test_a_damaged_release_is_made_again(proyecto: Path) -> None:
    (proyecto / "dist" / "actual" / "index.html").write_text("roto", "utf-8")
    assert not build(proyecto, proyecto / "dist", lambda _: None).sin_cambios
    _whole(proyecto / "dist")


def test_a_damaged_store_is_as_if_it_were_empty(proyecto: Path) -> None:
    for kept in (proyecto / ".pliego" / "cache").iterdir():
        kept.write_bytes(b"basura")
    (proyecto / "dist" / "actual").unlink()
    assert build(proyecto, proyecto / "dist", lambda _: None).diagnostics == ()
    _whole(proyecto / "dist")


def test_two_builds_at_once(proyecto: Path) -> None:
    before = _whole(proyecto / "dist")
    _edit(proyecto)
    with publish.workshop(proyecto / "dist"):
        done = pliego("construir", "--proyecto", str(proyecto))
    assert done.returncode == 3
    assert "PUB-002" in done.stderr
    assert _whole(proyecto / "dist") == before


def test_an_output_folder_that_cannot_be(proyecto: Path) -> None:
    (proyecto / "ocupado").write_text("", "utf-8")
    done = pliego("construir", "--proyecto", str(proyecto), "--salida", str(proyecto / "ocupado"))
    assert done.returncode == 3
    assert "PUB-001" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_disk_that_takes_no_more(proyecto: Path) -> None:
    """A limit on file size stands for a full disk: the write fails half way."""
    before = _whole(proyecto / "dist")
    _edit(proyecto)

    def small_files() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    done = pliego("construir", "--proyecto", str(proyecto), before=small_files)
    assert done.returncode == 3, done.stderr
    assert "Traceback" not in done.stderr
    assert _whole(proyecto / "dist") == before


@pytest.mark.parametrize("after", [0.4, 1.5, 3.0, 4.5])
def test_killed_at_any_moment(proyecto: Path, after: float) -> None:
    _whole(proyecto / "dist")
    _edit(proyecto)
    words = [sys.executable, "-m", "generator", "construir", "--proyecto", str(proyecto)]
    environment = {**os.environ, "PYTHONPATH": str(RAIZ)}
    run = subprocess.Popen(
        words,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    time.sleep(after)
    os.killpg(run.pid, signal.SIGKILL)
    run.wait()
    _whole(proyecto / "dist")
    assert not build(proyecto, proyecto / "dist", lambda _: None).diagnostics
    assert not list((proyecto / "dist").glob(".obra-*"))


def _own_site(proyecto: Path) -> Path:
    shutil.copytree(RAIZ / "site", proyecto / "site")
    shutil.copy(RAIZ / "mkdocs.yml", proyecto / "mkdocs.yml")
    return proyecto / "site"


def test_a_page_with_a_broken_link_stops_the_site(proyecto: Path) -> None:
    before = _whole(proyecto / "dist")
    page = _own_site(proyecto) / "paginas" / "pagina-inicio.html.j2"
    page.write_text(page.read_text("utf-8") + '<p><a href="no-existe/">nada</a></p>', "utf-8")
    (found,) = build(proyecto, proyecto / "dist", lambda _: None).diagnostics
    assert found.code == "SIT-001"
    assert "no-existe" in found.text
    assert _whole(proyecto / "dist") == before


def test_a_search_index_that_fails(proyecto: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = _whole(proyecto / "dist")
    _edit(proyecto)
    run = builder._run

    def failing(words: list[str], told: dict[str, str]) -> subprocess.CompletedProcess[str]:
        if words[0] == "pagefind":
            return subprocess.CompletedProcess(words, 1, "", "no index for you\n")
        return run(words, told)

    monkeypatch.setattr(builder, "_run", failing)
    (found,) = build(proyecto, proyecto / "dist", lambda _: None).diagnostics
    assert found.code == "SIT-002"
    assert _whole(proyecto / "dist") == before
