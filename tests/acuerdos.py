"""Acuerdos noted at a moment that the test says, by the same way as the orders."""

import io
import os
import shutil
import subprocess
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal

from generator.agree.followup import Escrito, Mesa, add, begin, desk
from generator.cli import _run
from generator.model.acuerdo import Acuerdo
from tests.casos import RAIZ, copia

MINUTA = RAIZ / "layouts" / "minuta" / "ejemplo"
DG, ADMIN, MEDICAS = "direccion-general", "planeacion-estrategica", "prestaciones-medicas"


def momento(texto: str) -> datetime:
    return datetime.fromisoformat(f"{texto}-06:00")


def nuevo(
    raiz: Path,
    asunto: str,
    cuando: str,
    *,
    responsable: str = MEDICAS,
    otras: tuple[str, ...] = (),
    plazo: str = "2024-12-15",
    reserva: Literal["sí"] | None = None,
    acordado: str = "Presentar el informe.",
) -> str:
    """Assigned by the Dirección General, and registered; its clave."""
    bare = Acuerdo.model_construct(
        asunto=asunto,
        acuerdo=acordado,
        responsable=responsable,
        corresponsables=otras,
        plazo=date.fromisoformat(plazo),
        reserva=reserva,
        historial=(),
    )
    when = momento(cuando)
    first = {"que": "asignado", "quien": DG, "cuando": when}
    second = {"que": "registrado", "quien": ADMIN, "cuando": when}
    with desk(raiz, None, writing=True) as mesa:
        escrito = begin(mesa, bare, first, second)
        escrito.write()
    return escrito.seguido.clave


def anota(raiz: Path, cual: str, que: str, quien: str, cuando: str, **more: Any) -> Escrito:
    with desk(raiz, None, writing=True) as mesa:
        escrito = _added(mesa, cual, que, quien, cuando, more)
        escrito.write()
    return escrito


def _added(
    mesa: Mesa, cual: str, que: str, quien: str, cuando: str, more: dict[str, Any]
) -> Escrito:
    return add(mesa, mesa.find(cual), que=que, quien=quien, cuando=momento(cuando), **more)


def avisa(raiz: Path, cual: str, cuando: str) -> Escrito:
    with desk(raiz, None) as mesa:
        folio = mesa.find(cual).folio
    return anota(raiz, cual, "notificado", ADMIN, cuando, folio=folio)


def proyecto(destino: Path) -> Path:
    """The example without its acuerdos: units, roles and nothing agreed yet."""
    raiz = copia(destino, MINUTA)
    shutil.rmtree(raiz / "data/imss/acuerdos/2024")
    return raiz


def git(raiz: Path, *words: str, correo: str = "nadie@ejemplo.invalid") -> str:
    """Real git, signing as `correo`, away from the settings of the machine."""
    who = {"GIT_AUTHOR_EMAIL": correo, "GIT_COMMITTER_EMAIL": correo}
    names = {"GIT_AUTHOR_NAME": "unidad", "GIT_COMMITTER_NAME": "unidad"}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    done = subprocess.run(
        ["git", *words],
        cwd=raiz,
        env={**os.environ, **who, **names, **alone},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"git {' '.join(words)}: {done.stdout}{done.stderr}"
    return done.stdout


def repositorio(destino: Path) -> Path:
    """That project in a repository of its own, with all in `main`."""
    raiz = proyecto(destino)
    git(raiz, "init", "-q", "-b", "main")
    guarda(raiz, "Proyecto", "planeacion@ejemplo.invalid")
    return raiz


def guarda(raiz: Path, mensaje: str, correo: str) -> None:
    git(raiz, "add", "-A")
    git(raiz, "commit", "-q", "-m", mensaje, correo=correo)


@dataclass(frozen=True)
class Dicho:
    """What an order said, and its exit code."""

    returncode: int
    stdout: str
    stderr: str


def orden(*words: str, cwd: Path) -> Dicho:
    """`./pliego WORDS` in this same process, which is much faster."""
    out, err = io.StringIO(), io.StringIO()
    with chdir(cwd), redirect_stdout(out), redirect_stderr(err):
        try:
            code = _run(list(words))
        except SystemExit as end:
            code = int(end.code or 0)
    return Dicho(code, out.getvalue(), err.getvalue())
