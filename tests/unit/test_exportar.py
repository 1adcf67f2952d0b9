"""`exportar`: the open data and the SIPOT's workbook without building anything."""

from pathlib import Path

import openpyxl
import pytest

from generator.render import sipot
from generator.render.sipot import Informe
from generator.render.site import Publicacion
from tests.casos import AVANCE, copia
from tests.datos import rows
from tests.orden import pliego


@pytest.fixture
def proyecto(tmp_path: Path) -> Path:
    return copia(tmp_path / "proyecto", AVANCE)


def test_the_help_of_each_order_is_in_spanish_with_examples() -> None:
    for words in (("exportar",), ("exportar", "datos"), ("exportar", "sipot")):
        done = pliego(*words, "--help")
        assert done.returncode == 0
        assert done.stdout.startswith(f"Uso: ./pliego {' '.join(words)}")
        assert "Ejemplos:" in done.stdout


def test_it_writes_the_formats_asked_and_replaces_only_if_told(proyecto: Path) -> None:
    words = ("exportar", "datos", "--proyecto", str(proyecto), "--formato", "csv")
    done = pliego(*words, "--ensayo", cwd=proyecto)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Se escribirían ")
    assert not (proyecto / "dist").exists()
    done = pliego(*words, cwd=proyecto)
    assert (done.returncode, done.stderr) == (0, "")
    folder = proyecto / "dist/datos"
    assert {row["institucion"] for row in rows(folder / "cifras.csv")} == {"imss"}
    assert not list(folder.rglob("*.xlsx"))
    done = pliego(*words, cwd=proyecto)
    assert done.returncode == 2
    assert "ya tiene datos" in done.stderr
    (folder / "vieja.csv").touch()
    assert pliego(*words, "--reemplazar", cwd=proyecto).returncode == 0
    assert not (folder / "vieja.csv").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["datos", "--formato", "cvs"], "¿Quiso decir «csv»?"),
        (["datos", "--salida", "data/x"], "Ahí están las fuentes"),
        (["datos", "--salida", "."], "Ahí están las fuentes"),
        (["datos", "--salida", "layouts-mios"], "tiene otras cosas"),
        (["sipot", "--institucion", "ims"], "¿Quiso decir «imss»?"),
        (["sipot", "--institucion", "imss", "--ejercicio", "2030"], "sí de 2019 a 2024"),
        (["sipot", "--salida", "x.xls"], "termina en .xlsx"),
        (["sipot", "--validacion", "30/06/2024"], "se escribe año-mes-día"),
    ],
)
def test_a_wrong_call_says_what_and_ends_with_2(
    proyecto: Path, words: list[str], said: str
) -> None:
    (proyecto / "layouts-mios").mkdir()
    (proyecto / "layouts-mios/mio.txt").touch()
    done = pliego("exportar", *words, cwd=proyecto)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_with_errors_nothing_is_exported(proyecto: Path) -> None:
    (proyecto / "data/imss/unidades.yml").write_text("unidades: []\n", "utf-8")
    done = pliego("exportar", "sipot", cwd=proyecto)
    assert done.returncode == 1
    assert "No se exportó nada" in done.stderr
    assert not (proyecto / "dist").exists()


def test_the_workbook_has_the_20_columns_and_says_what_lacks(proyecto: Path) -> None:
    words = ("--ejercicio", "2024", "--validacion", "2024-09-30", "--salida", "s.xlsx")
    done = pliego("exportar", "sipot", *words, cwd=proyecto)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "s.xlsx  3 indicadores, 2024"
    sheet = openpyxl.load_workbook(proyecto / "s.xlsx")["Reporte de Formatos"]
    assert sheet["D3"].value == "LGT_Art_70_Fr_VI"
    assert [cell.value for cell in sheet[7]] == list(sipot.COLUMNAS)
    assert len(sipot.COLUMNAS) == 20
    assert sheet.max_row == 7 + 3
    first = [cell.value for cell in sheet[8]]
    assert first[0] == 2024
    assert first[-2] is None
    assert first[-1] == "Sin dato publicado: fecha de actualización."
    assert sheet["R8"].number_format == "dd/mm/yyyy"
    assert pliego("exportar", "sipot", *words, cwd=proyecto).returncode == 2


def test_every_cell_of_the_sipot_is_what_the_data_say(
    publicacion: Publicacion, tmp_path: Path
) -> None:
    casa = next(i for i in publicacion.instituciones if i.id == "imss")
    path = tmp_path / "s.xlsx"
    path.write_bytes(sipot.workbook(casa, Informe(2023)))
    sheet = openpyxl.load_workbook(path).worksheets[0]
    fichas = list(casa.institucion.fichas.values())
    assert sheet.max_row == 7 + len(fichas)
    for row, ficha in zip(sheet.iter_rows(min_row=8, values_only=True), fichas, strict=True):
        told = dict(zip(sipot.COLUMNAS, row, strict=True))
        f = ficha.ficha
        assert told["Nombre(s) del(os) indicador(es)"] == f.nombre
        assert told["Línea base"] == f"{ficha.linea_base.completa} ({f.linea_base.anio})"
        assert told["Avance de las metas al periodo que se informa"] == ficha.serie[2023].completa
        assert told["Metas programadas"] is None
        assert f"No se publicó una meta para 2023; la de 2024 es {ficha.meta.completa}." in str(
            told["Nota"]
        )
        sense = told["Sentido del indicador (catálogo)"]
        assert sense == (f.sentido if f.sentido in sipot.CATALOGO else None)
