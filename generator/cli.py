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

from generator import maintain, report, try_out
from generator.base.diagnostic import Diagnostic, diagnose, has_errors
from generator.base.messages import Level
from generator.base.numbers import size_text
from generator.base.span import Span
from generator.build import Construido, build, examine
from generator.publish import Busy
from generator.spanish import Orden, Ordenes, complaint
from generator.works import CASA

app = typer.Typer(cls=Ordenes, add_completion=False, rich_markup_mode=None, no_args_is_help=False)

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
Formato = Annotated[
    str, typer.Option("--formato", metavar="texto|json", help="Cómo se muestran los hallazgos.")
]


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
    raiz = _root(proyecto)
    target = _target(salida, raiz)
    out = report.console()
    with report.Progress(out).running() as progress:
        try:
            done = build(raiz, target, progress, elegidos=tuple(documentos or ()))
        except Busy:
            _fail([diagnose("PUB-002", Span(str(target)), salida=target)], 3)
        except OSError as error:
            cause = _WHY.get(error.errno or 0, "el sistema no lo permitió")
            place = Span(str(error.filename or target))
            _fail([diagnose("PUB-001", place, causa=cause)], 3)
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
    errors = [d for d in done.diagnostics if d.level is Level.ERROR]
    few = len(done.diagnostics) - len(errors) <= report.FEW
    report.show(done.diagnostics if few else errors, done.examen.lineas, out)
    if not few:
        hidden = len(done.diagnostics) - len(errors)
        out.print(f"{hidden} avisos: véalos con ./pliego revisar")
    if has_errors(done.diagnostics):
        out.print("No se publicó nada; la publicación anterior sigue en su lugar.")
        raise typer.Exit(3 if _machine(done.diagnostics) else 1)
    where = report.console(stderr=False)
    for archivo in done.archivos:
        pages = f", {archivo.paginas} páginas" if archivo.paginas else ""
        where.print(f"{_shown(archivo.ruta)}  {size_text(archivo.bytes)}{pages}")
    if done.sin_cambios:
        where.print("Sin cambios: la publicación ya estaba al día.")


def _machine(diagnostics: tuple[Diagnostic, ...]) -> bool:
    return all(d.code.startswith("PUB") for d in diagnostics if d.level is Level.ERROR)


def _shown(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


@app.command(cls=Orden, short_help="Revisa los datos y los textos, sin construir nada.")
def revisar(proyecto: Proyecto = None, formato: Formato = "texto") -> None:
    """Revisa los datos y los textos, sin construir nada.

    Muestra cada error con su archivo, línea y columna, la causa y el remedio. Termina con 1 si
    hay errores.

    Ejemplos:
    ./pliego revisar
    ./pliego revisar --formato json
    """
    if formato not in ("texto", "json"):
        raise typer.BadParameter("use texto o json", param_hint="--formato")
    examen = examine(_root(proyecto))
    if formato == "json":
        print(report.as_json(examen.diagnostics))
    else:
        report.show(examen.diagnostics, examen.lineas, report.console())
    if has_errors(examen.diagnostics):
        raise typer.Exit(1)
    if formato == "texto":
        documents = "1 documento" if len(examen.obras) == 1 else f"{len(examen.obras)} documentos"
        print(f"Sin errores: {documents} y {len(examen.registro.cifras)} cifras.")


@app.command(cls=Orden, short_help="Busca cifras y da la referencia que se pega en el texto.")
def cifras(
    texto: Annotated[
        list[str] | None, typer.Argument(metavar="TEXTO", help="Palabras del nombre o dirección.")
    ] = None,
    proyecto: Proyecto = None,
) -> None:
    """Busca cifras y da la referencia que se pega en el texto.

    Ejemplos:
    ./pliego cifras presupuesto 287
    ./pliego cifras mortalidad
    """
    examen = examine(_root(proyecto))
    found = examen.registro.encontrar(" ".join(texto or ()))
    if has_errors(examen.diagnostics):
        print(
            "Los datos tienen errores: corríjalos antes de citar (./pliego revisar).",
            file=sys.stderr,
        )
    for cifra in found:
        print(f"{{{{ {cifra.corta} }}}}  {cifra.completa}  {cifra.nombre}  ({cifra.origen})")
    if not found:
        print("Ninguna cifra coincide.", file=sys.stderr)
        raise typer.Exit(1)


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
    folder = (salida or _root(proyecto) / "dist").resolve() / "actual"
    if not (folder / "index.html").exists():
        _stop("Todavía no hay nada publicado. Construya primero: ./pliego construir", 1)
    try:
        try_out.serve(
            folder, puerto, lambda url: print(f"Sitio en {url} (Ctrl-C para detener)", flush=True)
        )
    except OSError:
        _stop(
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
    raiz = _root(proyecto)
    for name in (".pliego", "dist") if todo else (".pliego",):
        if (raiz / name).exists():
            print(f"{'Se borraría' if simular else 'Borrado'}: {_shown(raiz / name)}/")
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
        print(_shown(path))


def _root(proyecto: Path | None) -> Path:
    """The project's folder. Ends the run when it is not one."""
    raiz = (proyecto or _nearest()).resolve()
    missing = next((n for n in ("data", "content") if not (raiz / n).is_dir()), None)
    if missing:
        _fail(
            [diagnose("PRY-001", Span(str(raiz)), carpeta=raiz, falta=f"la carpeta {missing}/")], 2
        )
    return raiz


def _nearest() -> Path:
    """The folder we are in or the nearest above that is a project; the house's, if none is."""
    here = Path.cwd()
    found = (p for p in (here, *here.parents) if (p / "data").is_dir() and (p / "content").is_dir())
    return next(found, CASA)


def _fail(diagnostics: list[Diagnostic], code: int) -> None:
    report.show(diagnostics, {}, report.console())
    raise typer.Exit(code)


def _stop(text: str, code: int) -> None:
    print(text, file=sys.stderr)
    raise typer.Exit(code)


def main() -> None:
    """The command `pliego`."""
    sys.exit(_run(sys.argv[1:]))


def _run(args: list[str]) -> int:
    command = typer.main.get_command(app)
    try:
        code = command.main(args=args, prog_name="./pliego", standalone_mode=False)
    except click.exceptions.ClickException as error:
        print(f"Error: {complaint(error)}\nPruebe: ./pliego --help", file=sys.stderr)
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
