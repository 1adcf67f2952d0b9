"""The orders on what git keeps of the acuerdos: unir, comprobar, codeowners."""

from pathlib import Path
from typing import Annotated

import typer

from generator import report
from generator.agree import followup, trace
from generator.agree.call import Ensayo, Institucion, opened
from generator.base.diagnostic import in_order
from generator.call import Proyecto, root, shown, stop
from generator.edit.atomic import replace_text
from generator.read import historia
from generator.spanish import Orden


def register(group: typer.Typer) -> None:
    """Adds these orders to the group."""
    group.command(cls=Orden, short_help="Une lo que dos ramas anotaron en un mismo acuerdo.")(unir)
    help_ = "Comprueba lo anotado desde otra versión: que nada se quitó y quién lo firma."
    group.command(cls=Orden, short_help=help_)(comprobar)
    help_ = "Escribe quién aprueba los cambios de cada acuerdo (CODEOWNERS)."
    group.command(cls=Orden, short_help=help_)(codeowners)


def unir(
    institucion: Institucion = None, proyecto: Proyecto = None, ensayo: Ensayo = False
) -> None:
    """Une lo que dos ramas anotaron en un mismo acuerdo, cuando git avisa de un conflicto.

    Quedan las anotaciones de las dos, sin cambiar ninguna. Después: git add y git commit.

    Ejemplos:
    git merge otra-rama
    ./pliego acuerdo unir
    """
    raiz = root(proyecto)
    try:
        clashes = historia.en_conflicto(raiz)
    except historia.GitFault as fault:
        stop(f"{fault}", 3)
    with opened(raiz, institucion, writing=True) as mesa:
        own = {p: t for p, t in clashes.items() if p.startswith(f"{mesa.carpeta}/acuerdos/")}
        texts = {
            path: trace.joined(mesa, path, three)
            for path, three in own.items()
            if not path.endswith("/roles.yml")
        }
        for path, text in texts.items():
            if not ensayo:
                replace_text(raiz / path, text)
            print(f"{'Se uniría' if ensayo else 'Unido'}: {path}")
        if not texts:
            print("No hay acuerdos en conflicto.")


def comprobar(
    desde: Annotated[
        str,
        typer.Option(
            "--desde",
            metavar="VERSIÓN",
            help="Rama o cambio de git: origin/main.",
            show_default=False,
        ),
    ],
    institucion: Institucion = None,
    proyecto: Proyecto = None,
) -> None:
    """Comprueba lo anotado desde otra versión: que nada se quitó y quién lo firma.

    Es la revisión de una solicitud de cambio: cada anotación nueva debe venir en un cambio firmado
    con un correo de la unidad que la hace, según el roles.yml de esa otra versión.

    Ejemplos:
    ./pliego acuerdo comprobar --desde origin/main
    """
    with opened(root(proyecto), institucion) as mesa:
        try:
            found = in_order(trace.against(mesa, desde))
        except historia.GitFault as fault:
            stop(f"{fault}", 3)
        report.show(found, mesa.lineas, report.console(stderr=False))
        if found:
            raise typer.Exit(1)
        print(f"Sin faltas: {len(mesa.seguidos)} acuerdos comparados con {desde}.")


def codeowners(
    escribir: Annotated[
        bool, typer.Option("--escribir", help="En .github/CODEOWNERS, sin tocar lo demás.")
    ] = False,
    institucion: Institucion = None,
    proyecto: Proyecto = None,
) -> None:
    """Dice quién aprueba los cambios de cada acuerdo, según roles.yml.

    Ejemplos:
    ./pliego acuerdo codeowners
    ./pliego acuerdo codeowners --escribir
    """
    raiz = root(proyecto)
    with opened(raiz, institucion) as mesa:
        prefix = _prefix(raiz)
        block = trace.owners(mesa, prefix, followup.now().date())
        if not escribir:
            print(block, end="")
            return
        path = raiz / ("../" * prefix.count("/")) / ".github" / "CODEOWNERS"
        path.parent.mkdir(parents=True, exist_ok=True)
        before = path.read_text("utf-8") if path.exists() else ""
        replace_text(path, trace.replaced(before, block))
        print(f"Escrito: {shown(path.resolve())}")


def _prefix(raiz: Path) -> str:
    """Where the project is in its repository; as if it were all of it, when there is none."""
    try:
        return historia.prefijo(raiz)
    except historia.GitFault:
        return ""
