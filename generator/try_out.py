"""Looking at what was published and testing the house: `servir` and `probar`."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the library's name)
        """No line per request: the terminal belongs to the person."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page for what does not exist."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def serve(folder: Path, port: int, ready: Callable[[str], None]) -> None:
    """Serves `folder` on this machine only, until interrupted. Raises OSError if it cannot."""
    handler = partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        ready(f"http://127.0.0.1:{server.server_port}/")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return


PYTEST = (
    "import os, sys, pytest; code = int(pytest.main(sys.argv[1:])); "
    "sys.stdout.flush(); sys.stderr.flush(); os._exit(code)"
)
"""The tests load a Java machine, which may fall while the interpreter closes: what they said is
already known then, so the process ends with that and nothing else.
"""

WHOLE = ("-n", "auto", "--dist", "loadfile")
"""The whole suite, as many files at once as processors: each shares what it builds."""

STEPS = (
    ("Estilo", ("-m", "ruff", "check")),
    ("Formato", ("-m", "ruff", "format", "--check")),
    ("Tipos", ("-m", "mypy")),
    (
        "Contratos entre cuartos",
        ("-c", "from importlinter.cli import lint_imports_command as lint; lint()"),
    ),
)


def test(root: Path, chosen: tuple[str, ...]) -> int:
    """Runs every check of the house, or only the `chosen` tests; 0 when all pass."""
    if shutil.which("pytest", path=str(Path(sys.executable).parent)) is None:
        print(
            "Faltan las herramientas de prueba. Se instalan solas con: ./pliego probar",
            file=sys.stderr,
        )
        return 3
    failed = [name for name, command in (() if chosen else STEPS) if _step(root, name, command)]
    failed += ["Pruebas"] if _step(root, "Pruebas", ("-c", PYTEST, *(chosen or WHOLE))) else []
    if failed:
        print(f"\nNo pasó: {', '.join(failed)}.", file=sys.stderr)
    return 1 if failed else 0


def _step(root: Path, name: str, command: tuple[str, ...]) -> int:
    print(f"── {name} ──", flush=True)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run([sys.executable, *command], cwd=root, env=environment).returncode
