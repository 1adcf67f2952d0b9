"""A built site, served to Debian's Chromium; any request to another host is refused and kept."""

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from generator.render.site import Publicacion
from tests.sitio_de_prueba import construir_sitio, publicacion_de_prueba


@pytest.fixture(scope="session")
def publicacion(tmp_path_factory: pytest.TempPathFactory) -> Publicacion:
    return publicacion_de_prueba(tmp_path_factory.mktemp("impresos"))


@pytest.fixture(scope="session")
def sitio(publicacion: Publicacion, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return construir_sitio(publicacion, tmp_path_factory.mktemp("sitio"))


CARPETA = "transparencia"


class _Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (its name)
        """Says nothing."""


@pytest.fixture(scope="session")
def origen(sitio: Path) -> Iterator[str]:
    """The server's address: the site is at its root and, as it may be published, in a folder."""
    raiz = sitio.parent / "servido"
    raiz.mkdir()
    for name in [*sitio.iterdir(), sitio.parent / CARPETA]:
        (raiz / name.name).symlink_to(sitio if name.name == CARPETA else name)
    handler = functools.partial(_Handler, directory=str(raiz))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def navegador() -> Iterator[Browser]:
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    path = next((found for name in names if (found := shutil.which(name))), None)
    assert path, "hace falta Chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()
