"""What a text computes, as a reader meets it: in the page, in the PDF and in its figures."""

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.base.diagnostic import has_errors
from generator.build import build
from tests.casos import EJEMPLO, copia
from tests.pdf import words

NBSP = "\N{NO-BREAK SPACE}"
TEXT = """
Entre las dos metas hay {{ =590-01.meta.2024 - 590-02.meta.2024 : numero 2 }} puntos; el programa
{{ sube si 590-01.meta.2024 > 590-02.meta.2024 - 1,000 }}.

| Qué     | Cuánto |
|:--------|-------:|
| Los dos | {{ =suma(act.*.presupuesto.2024) : millones 1 }} |
"""


@pytest.fixture(scope="module")
def publicado_aqui(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with a text that computes, published."""
    folder = tmp_path_factory.mktemp("computadas")
    raiz = copia(folder / "proyecto", EJEMPLO)
    path = raiz / "content/isssteson/plan-de-labores-2024/introduccion.md"
    path.write_text(f"{path.read_text('utf-8')}\n{TEXT}", "utf-8")
    done = build(raiz, folder / "dist", lambda _: None)
    assert not has_errors(done.diagnostics), [d.text for d in done.diagnostics]
    return folder / "dist" / "actual"


@pytest.fixture
def pagina(navegador: Browser, publicado_aqui: Path) -> Iterator[Page]:
    handler = functools.partial(_Quiet, directory=str(publicado_aqui))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        context = navegador.new_context(
            base_url=f"http://127.0.0.1:{server.server_port}",
            viewport={"width": 1280, "height": 900},
        )
        yield context.new_page()
        context.close()
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (its name)
        """Says nothing."""


def test_the_page_shows_what_the_text_computes(pagina: Page) -> None:
    pagina.goto("/isssteson/plan-de-labores-2024/introduccion/")
    body = pagina.locator("article")
    expect(body).to_contain_text("el programa sube.")
    difference, whole = pagina.locator('data[data-direccion^="="]').all()
    assert float(str(difference.get_attribute("value"))) == float(difference.inner_text())
    assert str(whole.inner_text()).endswith(f"{NBSP}millones")
    value = float(str(whole.get_attribute("value")))
    assert f"{value / 10**6:,.1f}{NBSP}millones" == whole.inner_text()


def test_the_pdf_says_the_same(pagina: Page, publicado_aqui: Path) -> None:
    pagina.goto("/isssteson/plan-de-labores-2024/introduccion/")
    shown = [each.inner_text() for each in pagina.locator('data[data-direccion^="="]').all()]
    printed = words(publicado_aqui / "documentos/isssteson/plan-de-labores-2024.pdf")
    for each in shown:
        assert each.replace(NBSP, " ") in printed.replace(NBSP, " ")


def test_the_figures_know_that_they_are_used_there(pagina: Page) -> None:
    pagina.goto("/isssteson/indicadores/590-01/")
    link = pagina.get_by_role("link", name="I. Introducción: en el párrafo que empieza «Entre")
    expect(link).to_contain_text("en un cálculo")
