"""Ten times the fichas is ten times the work: `./pliego probar tests/escala` builds 10,000.

What it measures is printed with `-s`. A small portal is built with the rest of the tests.
"""

import functools
import gzip
import http.server
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.escala.medidas import Medida, medir

POCAS, MUCHAS = 1_000, 10_000
MEGABYTE = 1_000_000


@pytest.mark.lento
def test_twice_the_fichas_is_twice_the_work(tmp_path: Path) -> None:
    medir(10, tmp_path / "preparar", armar=False)  # what is made once in a process
    few, many = (medir(n, tmp_path / str(n), armar=False) for n in (100, 200))
    for step in few.segundos:
        assert many.segundos[step] <= 2.5 * few.segundos[step] + 0.3, step
    assert many.bytes <= 2.1 * few.bytes
    assert max(p.stat().st_size for p in many.sitio.rglob("*.md")) < 0.3 * MEGABYTE


@pytest.fixture(scope="module")
def medidas(tmp_path_factory: pytest.TempPathFactory) -> tuple[Medida, Medida]:
    folder = tmp_path_factory.mktemp("escala")
    few, many = (medir(n, folder / str(n)) for n in (POCAS, MUCHAS))
    for each in (few, many):
        steps = ", ".join(f"{step} {seconds:.1f} s" for step, seconds in each.segundos.items())
        print(f"\n{each.fichas} fichas: {steps}; {each.bytes / MEGABYTE:.0f} MB", end="")
        print(f"; {each.copiar:.1f} s escribir las mismas páginas", end="")
        print(f"; {each.memoria / MEGABYTE:.0f} MB de memoria")
    return few, many


@pytest.fixture(scope="module")
def grande(medidas: tuple[Medida, Medida]) -> Iterator[str]:
    """The address of the great portal."""
    site = str(medidas[1].sitio)
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=site)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.mark.lento
def test_ten_times_the_fichas_is_eleven_times_at_most(medidas: tuple[Medida, Medida]) -> None:
    few, many = medidas
    assert sum(many.segundos.values()) <= 11 * sum(few.segundos.values())
    assert many.bytes <= 11 * few.bytes


@pytest.mark.lento
def test_dressing_the_pages_is_six_times_writing_them_at_most(
    medidas: tuple[Medida, Medida],
) -> None:
    assert medidas[1].segundos["armar"] <= 6 * medidas[1].copiar


@pytest.mark.lento
def test_the_search_index_is_cheap(medidas: tuple[Medida, Medida]) -> None:
    many = medidas[1]
    pages = sum(1 for _ in many.sitio.rglob("index.html"))
    assert many.segundos["indizar"] <= 0.002 * pages
    assert many.memoria <= 1_500 * MEGABYTE


@pytest.mark.lento
def test_every_page_is_light(medidas: tuple[Medida, Medida]) -> None:
    site = medidas[1].sitio
    assert max(p.stat().st_size for p in site.rglob("*.html")) < 0.3 * MEGABYTE
    for name in ("", "indicadores", "sintetica-1", "sintetica-1/indicadores/f-7"):
        asked = re.findall(
            r'(?:<link|<script)[^>]*(?:href|src)="([^"]+)"',
            (site / name / "index.html").read_text("utf-8"),
        )
        files = {(site / name / "index.html"), *((site / name / each).resolve() for each in asked)}
        assert len(files) <= 6
        assert sum(len(gzip.compress(f.read_bytes(), 9)) for f in files) <= 75_000, name
    assert len(gzip.compress((site / "indicadores/indice.json").read_bytes(), 9)) <= 300_000


@pytest.mark.lento
@pytest.mark.parametrize(
    ("ruta", "hallado"),
    [
        ("buscar/?q=cirugia", "para «cirugia»"),
        ("indicadores/?texto=cirugia&sentido=ascendente", "de 10,003 indicadores"),
    ],
)
def test_the_first_search_is_light(
    navegador: Browser, grande: str, ruta: str, hallado: str
) -> None:
    page, bodies = navegador.new_page(), []
    page.on("response", lambda r: bodies.append(r.body()))
    page.goto(grande + ruta)
    expect(page.get_by_role("status")).to_contain_text(hallado, timeout=20_000)
    weight = sum(len(gzip.compress(body, 9)) for body in bodies)
    print(f"\n{ruta}: {weight / 1000:.0f} KB, {len(bodies)} peticiones")
    assert weight <= 300_000
    page.close()
