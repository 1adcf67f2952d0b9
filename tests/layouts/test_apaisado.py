"""A table that asks for it is printed across a sheet turned on its side, and the text goes on."""

from pathlib import Path

import pypdfium2 as pdfium

from generator.build import build
from tests import pdf, verapdf
from tests.casos import AVANCE, copia

CUADRO = "data/imss/cuadros/solicitudes-oncologia.yml"
DOCUMENTO = "imss/avance-y-resultados-2023-2024"


def test_a_wide_table_has_a_sheet_of_its_own(tmp_path: Path) -> None:
    proyecto = copia(tmp_path / "proyecto", AVANCE)
    with (proyecto / CUADRO).open("a", encoding="utf-8") as file:
        file.write("apaisado: true\n")
    done = build(proyecto, tmp_path / "dist", lambda _: None, (DOCUMENTO,))
    (printed,) = [archivo.ruta for archivo in done.archivos]
    document = pdfium.PdfDocument(printed)
    wide = [n for n in range(len(document)) if document[n].get_width() > 700]
    document.close()
    texts = pdf.page_texts(printed)
    (page,) = wide
    assert "Sesiones GT" in texts[page]
    assert "IMSS · Avance y Resultados" in texts[page]
    assert "Estrategia" not in texts[page]
    assert verapdf.fallas(printed, "ua1") == []
