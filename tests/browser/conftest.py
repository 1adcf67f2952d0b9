"""A built site, served to Debian's Chromium; any request to another host is refused and kept."""

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.build import build
from tests.acuerdos import MINUTA
from tests.casos import copia
from tests.navegador import ESCRITORIO, Abrir

CARPETA, ACUERDOS = "transparencia", "acuerdos"
VIGILA = """addEventListener("securitypolicyviolation", (e) =>
    console.error(`política: ${e.effectiveDirective} ${e.blockedURI}`))"""
"""Run before the page's own: what the policy of a page stops is an error of its console."""


class _Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (its name)
        """Says nothing."""


@pytest.fixture(scope="session")
def servido(sitio: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is served: the site at the root and, as it may be published, in a folder."""
    raiz = tmp_path_factory.mktemp("servido")
    for path in sitio.resolve().iterdir():
        (raiz / path.name).symlink_to(path)
    (raiz / CARPETA).symlink_to(sitio.resolve())
    return raiz


@pytest.fixture(scope="session")
def minuta(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example that has acuerdos, built."""
    raiz = copia(tmp_path_factory.mktemp("acuerdos") / "p", MINUTA)
    target = raiz / "dist"
    done = build(raiz, target, lambda _: None)
    assert done.diagnostics == ()
    return target


@pytest.fixture(scope="session")
def con_acuerdos(servido: Path, minuta: Path) -> None:
    """It is served too, in a folder of its own."""
    (servido / ACUERDOS).symlink_to((minuta / "actual").resolve())


@pytest.fixture(scope="session")
def origen(servido: Path) -> Iterator[str]:
    """The server's address."""
    handler = functools.partial(_Handler, directory=str(servido))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def abrir(navegador: Browser, origen: str, request: pytest.FixtureRequest) -> Iterator[Abrir]:
    """Opens a page of the site; at the end, no error, nothing that its policy had to stop and no
    request to another host is forgiven.
    """
    complaints: list[str] = []
    contexts = []

    def open_(ruta: str, ancho: int = ESCRITORIO, modo: str = "light", **more: bool) -> Page:
        if ruta.startswith(ACUERDOS):
            request.getfixturevalue("con_acuerdos")
        context = navegador.new_context(
            viewport={"width": ancho, "height": 900},
            color_scheme="dark" if modo == "dark" else "light",
            **more,  # type: ignore[arg-type]
        )
        contexts.append(context)
        context.add_init_script(VIGILA)
        page = context.new_page()
        page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda r: None if r.url.startswith(origen) else complaints.append(r.url))
        page.goto(origen + ruta)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert complaints == []
