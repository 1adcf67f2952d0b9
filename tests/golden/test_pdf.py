"""The printed document, word by word: changed only on purpose (`PLIEGO_ACTUALIZA=1`)."""

import os
from pathlib import Path

import pikepdf
import pytest

from generator.build import examine
from generator.works import lay_out
from tests import pdf, verapdf
from tests.casos import RAIZ

HERE = Path(__file__).parent
DOCUMENTS = [
    "coneval/ficha-seguimiento-issste-2021",
    "imss/avance-y-resultados-2023-2024",
    "imss/cuadro-de-mando-integral",
    "imss/informe-2019-2020-capitulo-xii",
    "imss/tablero-programa-institucional",
    "isss/acuerdo-2023-1694-sep",
    "isss/plan-anual-de-trabajo-2024",
    "isssteson/plan-de-labores-2024",
]


def _golden(name: str, found: str) -> None:
    path = HERE / name
    if os.environ.get("PLIEGO_ACTUALIZA"):
        path.write_text(found, "utf-8")
    assert found == path.read_text("utf-8")


def test_text_of_every_page(plan: Path) -> None:
    pages = pdf.page_texts(plan)
    text = "".join(f"── {n} ──\n{page.strip()}\n" for n, page in enumerate(pages, 1))
    _golden("plan-de-labores-2024.txt", text)


def test_outline(plan: Path) -> None:
    _golden("plan-de-labores-2024.marcadores.txt", "\n".join(pdf.outline(plan)) + "\n")


def test_metadata_is_that_of_an_official_document(plan: Path) -> None:
    with pikepdf.open(plan) as file:
        meta = file.open_metadata()
        assert meta["dc:title"] == "Plan de Labores 2024. ISSSTESON"
        assert "Instituto de Seguridad y Servicios Sociales" in str(meta["dc:creator"])
        assert "ejercicio 2024" in str(meta["dc:description"])
        assert str(file.Root.Lang) == "es-MX"
        assert file.Root.ViewerPreferences.DisplayDocTitle


def test_only_bundled_fonts_whole_or_subset(plan: Path) -> None:
    with pikepdf.open(plan) as file:
        names = {
            str(item.BaseFont).rpartition("+")[2]
            for item in file.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"
        }
    assert names
    assert {name.split("-")[0] + "-" + name.split("-")[1] for name in names} <= {
        "Source-Sans",
        "Source-Serif",
        "Noto-Sans",
    }


def test_no_path_of_the_machine_inside(plan: Path) -> None:
    with pikepdf.open(plan) as file:
        streams = b"".join(
            item.read_bytes() for item in file.objects if isinstance(item, pikepdf.Stream)
        )
    assert str(RAIZ).encode() not in plan.read_bytes() + streams
    assert b"pliego:" not in streams


@pytest.mark.parametrize("profile", ["ua1", "3a"])
@pytest.mark.parametrize("document", DOCUMENTS)
def test_passes_the_real_validator(sitio: Path, document: str, profile: str) -> None:
    assert verapdf.fallas(sitio / "documentos" / f"{document}.pdf", profile) == []


@pytest.mark.lento
def test_second_build_is_identical_byte_by_byte(sitio: Path, tmp_path: Path) -> None:
    examen = examine(RAIZ)
    store = RAIZ / ".pliego" / "cache"
    for kept in store.glob("*"):
        kept.unlink()
    assert [obra.documento.id for obra in examen.obras] == DOCUMENTS
    for obra in examen.obras:
        again = lay_out(obra, examen, tmp_path)
        assert again.read_bytes() == (sitio / f"documentos/{obra.documento.id}.pdf").read_bytes()
