"""What every order on acuerdos takes: which one, as whom, and the desk it works on."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from typer import _click as click

from generator import report
from generator.agree import followup
from generator.base.diagnostic import near
from generator.call import stop
from generator.read.historia import correo

Acuerdo = Annotated[str, typer.Argument(metavar="ACUERDO", help="Su folio o su clave.")]
Como = Annotated[
    str | None,
    typer.Option("--como", metavar="UNIDAD", help="Quién lo hace; si no, la del correo de git."),
]
Institucion = Annotated[
    str | None,
    typer.Option("--institucion", metavar="ID", help="Carpeta de data/; si no se dice, la única."),
]
Ensayo = Annotated[bool, typer.Option("--ensayo", help="Sólo muestra lo que haría.")]


@contextmanager
def opened(
    raiz: Path, institucion: str | None, *, writing: bool = False
) -> Iterator[followup.Mesa]:
    """The desk; what is refused is shown with its place, and ends the run."""
    try:
        with followup.desk(raiz, institucion, writing=writing) as mesa:
            yield mesa
    except followup.Unknown as error:
        raise click.exceptions.UsageError(str(error)) from None
    except followup.Refused as refused:
        report.show(refused.diagnostics, refused.lineas, report.console())
        stop("No se escribió nada.", 1)
    except OSError as error:
        stop(f"no se pudo usar {Path(str(error.filename or raiz)).name}", 3)


def whoever(mesa: followup.Mesa, como: str | None) -> str | None:
    """The unit that asks, if it is known: the one it says, or that of git's address."""
    today = followup.now().date()
    email = correo(mesa.raiz)
    own = mesa.roles.named(email, today) if email else None
    if como is None:
        return own
    known = {rol.unidad for rol in mesa.roles.roles if rol.on(today)}
    if como not in known:
        cause = f"no tiene ningún papel en roles.yml.{near(como, known)}".rstrip(".")
        raise typer.BadParameter(f"«{como}» {cause}", param_hint="--como")
    if own is not None and own != como:
        stop(f"Su correo de git, {email}, es de «{own}»: no puede anotar como «{como}».", 1)
    return como


def actor(mesa: followup.Mesa, como: str | None) -> str:
    """The unit that notes. Ends the run when it is not known."""
    unit = whoever(mesa, como)
    if unit is None:
        email = correo(mesa.raiz) or "(ninguno)"
        cause = f"su correo de git, {email}, no está en roles.yml; diga quién es"
        raise typer.BadParameter(cause, param_hint="--como")
    return unit


def day(text: str, option: str) -> date:
    """A day typed in an option."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        cause = "debe ser una fecha, como 2030-06-30"
        raise typer.BadParameter(cause, param_hint=option) from None
