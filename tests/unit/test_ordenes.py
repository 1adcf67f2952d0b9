"""The command line: Spanish everywhere, exit codes, no traceback."""

import json
import re
from pathlib import Path

import pytest

from generator.cli import app
from tests.casos import EJEMPLO, RAIZ, copia
from tests.orden import pliego

ENGLISH = re.compile(
    r"\b(Usage|Options|Commands|Arguments|Show this|No such|Missing|Invalid|Try)\b"
)


def test_help_lists_every_command_in_spanish() -> None:
    done = pliego("--help")
    assert done.returncode == 0
    commands = (c for c in app.registered_commands if c.callback and not c.hidden)
    for name in (c.callback.__name__ for c in commands if c.callback):
        assert f"  {name} " in done.stdout
        page = pliego(name, "--help")
        assert page.returncode == 0
        assert page.stdout.startswith(f"Uso: ./pliego {name}")
        assert "Ejemplos:" in page.stdout
        assert not ENGLISH.search(page.stdout)
    assert not ENGLISH.search(done.stdout)


def test_without_words_it_shows_the_help() -> None:
    done = pliego()
    assert done.returncode == 0
    assert done.stdout == pliego("--help").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["constrir"], "no hay ninguna orden «constrir». ¿Quiso decir «construir»?"),
        (["construir", "--salda", "x"], "no existe la opción «--salda». ¿Quiso decir «--salida»?"),
        (["construir", "--salida"], "la opción «--salida» necesita un valor, y sólo uno."),
        (["servir", "a", "b"], "sobran palabras: a b."),
        (["revisar", "a"], "no hay ningún archivo, documento ni institución «a»."),
        (
            ["revisar", "--formato", "xml"],
            "el valor de «--formato» no sirve: use texto, json, sarif o github.",
        ),
        (
            ["servir", "--puerto", "x"],
            "el valor de «--puerto» no sirve: debe ser un número entero.",
        ),
        (["servir", "--puerto", "0"], "el valor de «--puerto» no sirve: no puede ser menos de 1."),
        (
            ["acuerdo", "avance", "1", "--grado", "140"],
            "el valor de «--grado» no sirve: no puede ser más de 100.",
        ),
    ],
)
def test_a_wrong_call_says_what_and_ends_with_2(words: list[str], said: str) -> None:
    done = pliego(*words)
    assert done.returncode == 2
    told, how = done.stderr.splitlines()
    assert told == f"Error: {said}"
    assert re.fullmatch(r"Pruebe: \./pliego( [a-z]+)* --help", how)


@pytest.mark.parametrize("folder", ["data", "content/x", "."])
def test_the_sources_are_no_place_to_publish(tmp_path: Path, folder: str) -> None:
    proyecto = copia(tmp_path / "p")
    target = str(proyecto / folder)
    done = pliego("construir", "--proyecto", str(proyecto), "--salida", target)
    assert done.returncode == 2
    assert "ahí están las fuentes; elija otra carpeta" in done.stderr
    assert not (proyecto / folder / "actual").exists()


def test_a_folder_that_is_no_project(tmp_path: Path) -> None:
    done = pliego("revisar", "--proyecto", str(tmp_path))
    assert done.returncode == 2
    assert "PRY-001" in done.stderr
    assert "falta la carpeta data/" in done.stderr


def test_an_unknown_document_proposes_the_near_one() -> None:
    done = pliego("construir", "isssteson/plan-de-labores-2023", "--proyecto", str(EJEMPLO))
    assert done.returncode == 1
    assert "PRY-002" in done.stderr
    assert "¿Quiso decir «isssteson/plan-de-labores-2024»?" in done.stderr


def test_a_project_is_found_from_inside_it() -> None:
    done = pliego("revisar", cwd=EJEMPLO / "data" / "isssteson")
    assert done.returncode == 0
    assert done.stdout.startswith("Sin errores: 1 documento y ")


def test_findings_as_json(tmp_path: Path) -> None:
    proyecto = copia(tmp_path / "p")
    path = proyecto / "data/isssteson/unidades.yml"
    text = path.read_text("utf-8").replace("nombre: Departamento de A", "nombe: A")
    path.write_text(text, "utf-8")
    done = pliego("revisar", "--proyecto", str(proyecto), "--formato", "json")
    assert done.returncode == 1
    (found,) = json.loads(done.stdout)
    assert found["codigo"] == "ESQ-002"
    place = (found["archivo"], found["linea"], found["columna"])
    assert place == ("data/isssteson/unidades.yml", 6, 5)


def test_search_prints_the_reference_to_paste() -> None:
    done = pliego("cifras", "brindados", "telefonica")
    assert done.returncode == 0
    assert done.stdout.startswith("{{ 287-02.meta.2024 }}  385,200  Meta 2024: Servicios brindados")
    assert "data/isssteson/indicadores/2024/287.yml:16:13" in done.stdout


def test_search_without_luck_says_so() -> None:
    done = pliego("cifras", "inexistente")
    assert done.returncode == 1
    assert done.stderr == "Ninguna cifra coincide.\n"


def test_clean_can_be_rehearsed(tmp_path: Path) -> None:
    proyecto = copia(tmp_path / "p")
    (proyecto / ".pliego" / "cache").mkdir(parents=True)
    assert "Se borraría" in pliego("limpiar", "--simular", "--proyecto", str(proyecto)).stdout
    assert (proyecto / ".pliego").exists()
    assert "Borrado" in pliego("limpiar", "--proyecto", str(proyecto)).stdout
    assert not (proyecto / ".pliego").exists()


def test_serving_before_building_says_what_to_do(tmp_path: Path) -> None:
    done = pliego("servir", "--salida", str(tmp_path))
    assert done.returncode == 1
    assert "./pliego construir" in done.stderr


def test_a_fault_of_ours_has_no_traceback(tmp_path: Path) -> None:
    proyecto = copia(tmp_path / "p")
    (proyecto / "layouts").mkdir()
    done = pliego("revisar", "--proyecto", str(proyecto), cwd=tmp_path)
    assert "Traceback" not in done.stderr


def test_every_command_is_in_the_guide_or_the_readme() -> None:
    text = "".join(p.read_text("utf-8") for p in [RAIZ / "README.md", *RAIZ.glob("docs/guia/*.md")])
    for command in app.registered_commands:
        if command.callback and not command.hidden:
            assert f"./pliego {command.callback.__name__}" in text
