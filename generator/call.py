"""What every order takes, the project it works on, and how a run is stopped.

0 done · 1 the content has errors · 2 the call was wrong · 3 the machine failed us.
"""

import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from generator import report
from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.span import Span
from generator.works import CASA

Proyecto = Annotated[
    Path | None,
    typer.Option(
        "--proyecto", metavar="CARPETA", help="Carpeta del proyecto; si no se dice, ésta."
    ),
]
Salida = Annotated[
    Path | None,
    typer.Option("--salida", metavar="CARPETA", help="Dónde publicar; si no se dice, dist/."),
]


def root(proyecto: Path | None) -> Path:
    """The project's folder. Ends the run when it is not one."""
    raiz = (proyecto or _nearest()).resolve()
    missing = next((n for n in ("data", "content") if not (raiz / n).is_dir()), None)
    if missing:
        fail(
            [diagnose("PRY-001", Span(str(raiz)), carpeta=raiz, falta=f"la carpeta {missing}/")], 2
        )
    return raiz


def _nearest() -> Path:
    """The folder we are in or the nearest above that is a project; the house's, if none is."""
    here = Path.cwd()
    found = (p for p in (here, *here.parents) if (p / "data").is_dir() and (p / "content").is_dir())
    return next(found, CASA)


def fail(diagnostics: list[Diagnostic], code: int) -> NoReturn:
    """Shows `diagnostics` and ends the run."""
    report.show(diagnostics, {}, report.console())
    raise typer.Exit(code)


def stop(text: str, code: int) -> NoReturn:
    """Says `text` and ends the run."""
    print(text, file=sys.stderr)
    raise typer.Exit(code)


def shown(path: Path) -> str:
    """A path as the reader of the terminal would type it."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
