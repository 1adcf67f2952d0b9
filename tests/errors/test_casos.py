"""Every message of the catalogue, exact, for a real mistake in a real project."""

import io
import os
from pathlib import Path

import pytest
from rich.console import Console

from generator import report
from generator.base.messages import CATALOGUE
from generator.build import examine
from tests.acuerdos import MINUTA
from tests.casos import AVANCE, EJEMPLO, Caso, casos, copia

ELSEWHERE = {
    "DUP-004": "test_reglas_programacion.py",
    "ACU-011": "test_acuerdos_git.py",
    "ACU-012": "test_acuerdos_git.py",
    "LEC-002": "test_archivos.py",
    "LEC-004": "test_archivos.py",
    "LEC-009": "test_archivos.py",
    "LEC-011": "test_archivos.py",
    "LEC-016": "test_archivos.py",
    "NAR-014": "test_archivos.py",
    "TIP-001": "test_tipos.py",
    "TIP-002": "test_tipos.py",
    "PDF-001": "test_tipos.py",
    "SIT-001": "test_publicar.py",
    "SIT-002": "test_publicar.py",
    "PUB-001": "test_publicar.py",
    "PUB-002": "test_publicar.py",
    "PRY-001": "test_ordenes.py",
    "PRY-002": "test_ordenes.py",
}
"""Codes whose cause is not a change of text, and the file that tests them."""


def _report(proyecto: Path) -> str:
    examen = examine(proyecto)
    out = io.StringIO()
    console = Console(file=out, soft_wrap=True, highlight=False, color_system=None)
    report.show(examen.diagnostics, examen.lineas, console)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()).strip("\n")


@pytest.mark.parametrize("caso", casos(), ids=lambda caso: caso.ruta.stem)
def test_message(caso: Caso, tmp_path: Path) -> None:
    proyecto = copia(tmp_path / "proyecto", caso.ejemplo)
    caso.aplicar(proyecto)
    found = _report(proyecto)
    if os.environ.get("PLIEGO_ACTUALIZA"):
        head = caso.ruta.read_text("utf-8").partition(">>>>>>>\n")[0]
        caso.ruta.write_text(f"{head}>>>>>>>\n\n{found}\n", "utf-8")
        return
    assert found == caso.mensaje
    assert caso.codigo in found


@pytest.mark.parametrize("ejemplo", [EJEMPLO, AVANCE, MINUTA], ids=["plan", "avance", "minuta"])
def test_example_has_no_problems(ejemplo: Path) -> None:
    assert _report(ejemplo) == ""


def test_every_code_has_its_case() -> None:
    here = Path(__file__).parent
    covered = {caso.codigo for caso in casos()}
    for code, file in ELSEWHERE.items():
        text = "".join(p.read_text("utf-8") for p in here.parent.rglob(file))
        assert code in text, f"{code} no aparece en {file}"
    assert covered | set(ELSEWHERE) == set(CATALOGUE)
    assert not covered & set(ELSEWHERE)
