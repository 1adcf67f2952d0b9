"""The command as a person runs it: another process, no terminal."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.casos import RAIZ


def pliego(
    *words: str, cwd: Path = RAIZ, before: Callable[[], None] | None = None
) -> subprocess.CompletedProcess[str]:
    """Runs `pliego WORDS` and returns what it said and its exit code."""
    environment = {**os.environ, "PYTHONPATH": str(RAIZ), "COLUMNS": "200"}
    environment.pop("FORCE_COLOR", None)
    return subprocess.run(
        [sys.executable, "-m", "generator", *words],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=before,
    )
