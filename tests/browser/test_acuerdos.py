"""The public board of the acuerdos: what it tells, and that nothing reserved reaches the site."""

import functools
import http.server
import threading
import zlib
from collections.abc import Iterator
from pathlib import Path

import frictionless
import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect

from generator.agree.followup import desk
from tests import pdf
from tests.acuerdos import MINUTA
from tests.datos import rows
from tests.navegador import VISTAS, faltas

RESERVADO = "20240603-3c418226"
CONCLUIDO = "20240205-4099d6b7"


@pytest.fixture(scope="module")
def origen(minuta: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(minuta / "actual"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (its name)
        """Says nothing."""


@pytest.fixture
def page(navegador: Browser) -> Iterator[Page]:
    context = navegador.new_context(java_script_enabled=True)
    yield context.new_page()
    context.close()


@VISTAS
@pytest.mark.parametrize("ruta", ["imss/acuerdos/", f"imss/acuerdos/{CONCLUIDO}/", "imss/"])
def test_axe_finds_nothing(origen: str, page: Page, ruta: str, modo: str, ancho: int) -> None:
    page.emulate_media(color_scheme="dark" if modo == "dark" else "light")
    page.set_viewport_size({"width": ancho, "height": 900})
    page.goto(origen + ruta)
    assert faltas(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= ancho


def test_the_board_leads_to_each_acuerdo_without_scripts(origen: str, navegador: Browser) -> None:
    context = navegador.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{origen}imss/")
    page.get_by_role("link", name="Ver el tablero").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Acuerdos en seguimiento")
    open_ = page.get_by_role("table", name="Vigentes, por plazo")
    expect(open_.get_by_role("row")).to_have_count(5)
    expect(open_.get_by_role("row").nth(1)).to_contain_text("2024-0003")
    page.get_by_role("link", name="Tablero de avances").click()
    history = page.get_by_role("table", name="Qué ha pasado")
    expect(history.get_by_role("row").last).to_contain_text("Conclusión")
    expect(history).to_contain_text("Soporte: tablero-de-muestra.pdf.")
    context.close()


def test_the_calendar_has_the_open_ones(minuta: Path) -> None:
    data = (minuta / "actual/imss/acuerdos/acuerdos.ics").read_bytes()
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    events = Calendar.from_ical(data).walk("VEVENT")
    with desk(MINUTA, None) as mesa:
        due = {s.clave: s.plazo for s in mesa.seguidos if s.vigente and not s.reservado}
    assert {str(e["uid"]).partition("@")[0]: e.decoded("dtstart") for e in events} == due
    assert all(str(e["url"]).endswith("/") for e in events)


def test_the_open_data_tell_what_the_board_shows(minuta: Path) -> None:
    data = minuta / "actual/datos"
    with desk(MINUTA, None) as mesa:
        shown = {s.clave: s for s in mesa.seguidos if s.folio and not s.reservado}
    told = {row["acuerdo"]: row for row in rows(data / "acuerdos.csv")}
    assert {key: row["plazo"] for key, row in told.items()} == {
        key: s.plazo.isoformat() for key, s in shown.items()
    }
    late = told["20240301-9d0f140f"]
    assert late["plazo_inicial"] < late["plazo"]
    notes = rows(data / "acuerdos-historia.csv")
    assert [row["huella"] for row in notes] == [
        n.huella for key in told for n in shown[key].historial
    ]
    report = frictionless.validate(data / "datapackage.json")
    assert report.valid, report.flatten(["name", "message"])


def test_nothing_reserved_reaches_the_output(minuta: Path) -> None:
    words = [RESERVADO, "2024-0005", "reservado de muestra", "Texto reservado", "29/11/2024"]
    files = [path for path in minuta.rglob("*") if path.is_file()]
    assert len(files) > 30
    for path in files:
        text = _text(path)
        for word in words:
            assert word not in text, f"{word} en {path.name}"
    assert any("20240301-9d0f140f" in _text(path) for path in files)


def _text(path: Path) -> str:
    """What a file says, also within a PDF or a compressed index."""
    data = path.read_bytes()
    if path.suffix == ".pdf":
        return pdf.words(path)
    if data[:2] == b"\x1f\x8b":
        data = zlib.decompress(data, 31)
    return data.decode("utf-8", "replace")


def test_what_an_acuerdo_says_is_searched_in_the_open(minuta: Path) -> None:
    found = [_text(p) for p in (minuta / "actual/pagefind/fragment").glob("*")]
    assert any("Inventario de equipos" in text for text in found)
