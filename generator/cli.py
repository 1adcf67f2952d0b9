"""Words typed → one call; prints problems and progress; decides the exit code.

0 done · 1 the content has errors · 2 the call was wrong · 3 the machine failed us.
"""

import errno
import os
import sys
import traceback
from pathlib import Path
from typing import Annotated

import typer
from typer import _click as click

from generator import export, maintain, report, review, try_out
from generator.agree import orders
from generator.base.diagnostic import Diagnostic, diagnose, has_errors
from generator.base.messages import Level
from generator.base.numbers import size_text
from generator.base.span import Span
from generator.build import Construido, build
from generator.call import Proyecto, Salida, fail, root, shown, stop
from generator.publish import Busy
from generator.spanish import Orden, Ordenes, complaint
from generator.works import CASA

app = typer.Typer(cls=Ordenes, add_completion=False, rich_markup_mode=None, no_args_is_help=False)

_WHY = {
    errno.ENOSPC: "no queda espacio en el disco",
    errno.EFBIG: "no queda espacio en el disco",
    errno.EDQUOT: "se agotó la cuota de disco",
    errno.EACCES: "no hay permiso",
    errno.EPERM: "no hay permiso",
    errno.EROFS: "el disco es de sólo lectura",
    errno.ENOTDIR: "hay un archivo donde debe haber una carpeta",
    errno.EEXIST: "hay un archivo donde debe haber una carpeta",
    errno.EISDIR: "hay una carpeta donde debe haber un archivo o un enlace",
}


@app.callback(invoke_without_command=True)
def inicio(ctx: typer.Context) -> None:
    """Pliego: documentos oficiales y sitio de transparencia desde una sola fuente.

    Ejemplos:
    ./pliego construir
    ./pliego revisar
    ./pliego cifras presupuesto
    """
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


@app.command(cls=Orden, short_help="Construye los PDF y el sitio, y los publica en dist/actual.")
def construir(
    documentos: Annotated[
        list[str] | None,
        typer.Argument(metavar="DOCUMENTO", help="Sólo el PDF de prueba de estos documentos."),
    ] = None,
    proyecto: Proyecto = None,
    salida: Salida = None,
) -> None:
    """Construye los PDF y el sitio, y los publica en dist/actual.

    Si los datos o los textos tienen errores, los muestra todos y la publicación anterior
    sigue como estaba. Con el nombre de un documento hace sólo su PDF, en dist/pruebas.

    Ejemplos:
    ./pliego construir
    ./pliego construir institucion/documento
    """
    raiz = root(proyecto)
    target = _target(salida, raiz)
    out = report.console()
    with report.Progress(out).running() as progress:
        try:
            done = build(raiz, target, progress, elegidos=tuple(documentos or ()))
        except Busy:
            fail([diagnose("PUB-002", Span(str(target)), salida=target)], 3)
        except OSError as error:
            cause = _WHY.get(error.errno or 0, "el sistema no lo permitió")
            place = Span(str(error.filename or target))
            fail([diagnose("PUB-001", place, causa=cause)], 3)
    _close(done)


def _target(salida: Path | None, raiz: Path) -> Path:
    """Where to publish: never among the sources."""
    target = (salida or raiz / "dist").resolve()
    sources = [raiz / name for name in ("data", "content", "layouts", "site", "generator")]
    if target == raiz or any(target.is_relative_to(source) for source in sources):
        raise typer.BadParameter("ahí están las fuentes; elija otra carpeta", param_hint="--salida")
    return target


def _close(done: Construido) -> None:
    """Says how a build ended, and where its fruits are."""
    out = report.console()
    report.show_few(done.diagnostics, done.examen.lineas, out)
    if has_errors(done.diagnostics):
        out.print("No se publicó nada; la publicación anterior sigue en su lugar.")
        raise typer.Exit(3 if _machine(done.diagnostics) else 1)
    where = report.console(stderr=False)
    for archivo in done.archivos:
        count = archivo.paginas
        pages = f", {count} {'página' if count == 1 else 'páginas'}" if count else ""
        where.print(f"{shown(archivo.ruta)}  {size_text(archivo.bytes)}{pages}")
    if done.sin_cambios:
        where.print("Sin cambios: la publicación ya estaba al día.")


def _machine(diagnostics: tuple[Diagnostic, ...]) -> bool:
    return all(d.code.startswith("PUB") for d in diagnostics if d.level is Level.ERROR)


review.register(app)
orders.register(app)
export.register(app)


@app.command(cls=Orden, short_help="Muestra en el navegador lo publicado.")
def servir(
    proyecto: Proyecto = None,
    salida: Salida = None,
    puerto: Annotated[
        int,
        typer.Option("--puerto", metavar="N", help="Puerto; 8000 si no se dice.", min=1, max=65535),
    ] = 8000,
) -> None:
    """Muestra en el navegador lo publicado en dist/actual. Se detiene con Ctrl-C.

    Ejemplos:
    ./pliego servir
    ./pliego servir --puerto 8080
    """
    folder = (salida or root(proyecto) / "dist").resolve() / "actual"
    if not (folder / "index.html").exists():
        stop("Todavía no hay nada publicado. Construya primero: ./pliego construir", 1)
    try:
        try_out.serve(
            folder, puerto, lambda url: print(f"Sitio en {url} (Ctrl-C para detener)", flush=True)
        )
    except OSError:
        stop(
            f"El puerto {puerto} está ocupado. Pruebe otro: ./pliego servir --puerto {puerto + 1}",
            3,
        )


@app.command(cls=Orden, short_help="Borra la memoria de trabajo y, si se pide, lo publicado.")
def limpiar(
    proyecto: Proyecto = None,
    todo: Annotated[bool, typer.Option("--todo", help="También lo publicado en dist/.")] = False,
    simular: Annotated[bool, typer.Option("--simular", help="Sólo dice qué borraría.")] = False,
) -> None:
    """Borra la memoria de trabajo (.pliego/) y, con --todo, también lo publicado (dist/).

    Ejemplos:
    ./pliego limpiar --todo --simular
    """
    raiz = root(proyecto)
    for name in (".pliego", "dist") if todo else (".pliego",):
        if (raiz / name).exists():
            print(f"{'Se borraría' if simular else 'Borrado'}: {shown(raiz / name)}/")
            if not simular:
                maintain.remove(raiz / name)


@app.command(cls=Orden, short_help="Ejecuta todas las pruebas de Pliego.")
def probar(
    pruebas: Annotated[
        list[str] | None,
        typer.Argument(metavar="PRUEBA", help="Sólo estas carpetas o archivos de tests/."),
    ] = None,
) -> None:
    """Ejecuta todas las pruebas: estilo, tipos, contratos entre cuartos, datos, PDF y navegador.

    Ejemplos:
    ./pliego probar
    ./pliego probar tests/unit
    """
    raise typer.Exit(try_out.test(CASA, tuple(pruebas or ())))


@app.command(
    cls=Orden, short_help="Rehace los esquemas JSON y las páginas de mensajes.", hidden=True
)
def mantener() -> None:
    """Rehace lo que se deriva del código: schemas/ y docs/guia/mensajes/."""
    for path in maintain.write(CASA):
        print(shown(path))


def main() -> None:
    """The command `pliego`."""
    sys.exit(_run(sys.argv[1:]))


def _run(args: list[str]) -> int:
    command = typer.main.get_command(app)
    try:
        code = command.main(args=args, prog_name="./pliego", standalone_mode=False)
    except click.exceptions.ClickException as error:
        print(f"Error: {complaint(error)}\nPruebe: {_order(error)} --help", file=sys.stderr)
        return 2
    except (typer.Abort, KeyboardInterrupt):
        print("\nInterrumpido; la publicación anterior sigue en su lugar.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception:  # a fault of ours: the reader gets a sentence, the file gets the trace
        return _apologise(traceback.format_exc())
    return int(code or 0)


def _order(error: Exception) -> str:
    """The order that was called, or the whole command."""
    return str(getattr(getattr(error, "ctx", None), "command_path", "./pliego"))


def _apologise(trace: str) -> int:
    text = "Pliego falló por un error propio, no de sus datos. Lo publicado sigue en su lugar."
    note = Path.cwd() / "pliego-falla.txt"
    try:
        note.write_text(trace, "utf-8")
        text += f" El detalle está en {note.name}: envíelo a quien mantiene Pliego."
    except OSError:
        text += "\n" + trace.splitlines()[-1]
    print(text, file=sys.stderr)
    return 3
