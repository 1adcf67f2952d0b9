"""The orders that look at the data without building anything: revisar, firmar, cifras."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from typer import _click as click

from generator import choose, countersign, report
from generator.base.diagnostic import Diagnostic, has_errors
from generator.build import examine
from generator.call import Proyecto, root, stop
from generator.model.registro import Cifra
from generator.report_formats import FORMATOS
from generator.spanish import Orden
from generator.works import Examen

Formato = Annotated[
    str,
    typer.Option(
        "--formato", metavar="texto|json|sarif|github", help="Para personas o para programas."
    ),
]


def register(app: typer.Typer) -> None:
    """Adds these orders to `app`, in the order of its help."""
    app.command(cls=Orden, short_help="Revisa los datos y los textos, sin construir nada.")(revisar)
    app.command(cls=Orden, short_help="Firma hallazgos que se aceptan como están.")(firmar)
    app.command(cls=Orden, short_help="Busca cifras y da la referencia que se pega en el texto.")(
        cifras
    )


# ── revisar ──


def revisar(
    donde: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ARCHIVO", help="Sólo estos archivos, carpetas, documentos o instituciones."
        ),
    ] = None,
    proyecto: Proyecto = None,
    formato: Formato = "texto",
    regla: Annotated[
        list[str] | None,
        typer.Option(
            "--regla", metavar="CÓDIGO", help="Sólo esta regla (AUD-002) o familia (AUD)."
        ),
    ] = None,
    firmados: Annotated[
        bool, typer.Option("--firmados", help="Muestra también lo firmado en excepciones.yml.")
    ] = False,
) -> None:
    """Revisa los datos y los textos, sin construir nada.

    Muestra cada hallazgo con su archivo, línea y columna, la causa y el remedio. Lo firmado en
    excepciones.yml sólo se cuenta. Termina con 1 si hay errores sin firmar.

    Los formatos json, sarif y github son para programas; los dos primeros traen también lo firmado.

    Ejemplos:
    ./pliego revisar
    ./pliego revisar data/imss/fichas --regla AUD-001,AUD-002
    ./pliego revisar institucion/documento --firmados
    ./pliego revisar --formato sarif > pliego.sarif
    """
    if formato not in ("texto", *FORMATOS):
        raise typer.BadParameter("use texto, json, sarif o github", param_hint="--formato")
    examen = examine(root(proyecto))
    found = _chosen(examen, regla or [], donde or []).of(examen.diagnostics)
    if formato != "texto":
        _print(FORMATOS[formato](found))
    else:
        report.show_by_file(found, examen.lineas, report.console(stderr=False), firmados=firmados)
        _close(examen, found)
    raise typer.Exit(1 if has_errors(found) else 0)


def _chosen(examen: Examen, reglas: list[str], donde: list[str]) -> choose.Eleccion:
    """The findings that the words mean. Ends the run when they mean none."""
    try:
        return choose.Eleccion(choose.codes(reglas), choose.places(donde, examen, Path.cwd()))
    except choose.Unknown as error:
        raise click.exceptions.UsageError(str(error)) from None


def _print(text: str) -> None:
    if text:
        print(text)


def _close(examen: Examen, found: tuple[Diagnostic, ...]) -> None:
    if has_errors(found):
        return
    documents = "1 documento" if len(examen.obras) == 1 else f"{len(examen.obras)} documentos"
    print(f"Sin errores: {documents} y {len(examen.registro.cifras)} cifras.")


# ── firmar ──


def firmar(
    que: Annotated[
        list[str],
        typer.Argument(
            metavar="HALLAZGO", help="Código, archivo, archivo:línea o documento; se combinan."
        ),
    ],
    motivo: Annotated[
        str,
        typer.Option("--motivo", metavar="TEXTO", help="Por qué se acepta.", show_default=False),
    ],
    autor: Annotated[
        str, typer.Option("--autor", metavar="NOMBRE", help="Quién responde.", show_default=False)
    ],
    vence: Annotated[
        str | None,
        typer.Option("--vence", metavar="AAAA-MM-DD", help="Desde qué día deja de valer."),
    ] = None,
    proyecto: Proyecto = None,
    ensayo: Annotated[
        bool, typer.Option("--ensayo", help="Sólo muestra lo que escribiría.")
    ] = False,
) -> None:
    """Firma hallazgos que se aceptan como están, en data/<institución>/excepciones.yml.

    Firma los errores que correspondan a todo lo que se dice: con un código y un archivo, los de
    ese código en ese archivo. Un aviso sólo se firma por su código. Lo que ya está en el archivo
    no se toca.

    Ejemplos:
    ./pliego firmar AUD-002 --motivo "Impreso así en el original" --autor "Planeación" --ensayo
    ./pliego firmar data/imss/fichas/5-1.yml:56 --motivo "Así se publicó" --autor "Planeación"
    ./pliego firmar AUD imss --motivo "En revisión" --autor "Planeación" --vence 2027-06-30
    """
    raiz = root(proyecto)
    firma = _signature(motivo, autor, vence)
    codes = [word for word in que if choose.CODE.fullmatch(word) and word.isupper()]
    examen = examine(raiz)
    found = _chosen(examen, codes, [word for word in que if word not in codes])
    wanted = countersign.unsigned(found.of(examen.diagnostics), avisos=bool(codes))
    if not wanted:
        stop("No hay nada sin firmar que corresponda y que se pueda firmar: ./pliego revisar", 1)
    try:
        for escrito in countersign.prepare(raiz, wanted, firma):
            _write(escrito, ensayo=ensayo)
    except countersign.Refused as refused:
        stop(f"{refused}", 1)
    except OSError:
        cause = "no se pudo escribir excepciones.yml"
        print(cause, file=sys.stderr)
        raise typer.Exit(3) from None


def _signature(motivo: str, autor: str, vence: str | None) -> countersign.Firma:
    for option, text in (("--motivo", motivo), ("--autor", autor)):
        if not text.strip():
            raise typer.BadParameter("está vacío", param_hint=option)
    today = date.today()
    try:
        until = date.fromisoformat(vence) if vence else None
    except ValueError:
        until = today
    if until is not None and until <= today:
        cause = "debe ser una fecha posterior a hoy, como 2030-06-30"
        raise typer.BadParameter(cause, param_hint="--vence")
    return countersign.Firma(motivo.strip(), autor.strip(), today, until)


def _write(escrito: countersign.Escrito, *, ensayo: bool) -> None:
    print(escrito.anadido.strip("\n") + "\n")
    if not ensayo:
        escrito.write()
    one = escrito.firmados == 1
    done = (
        ("Se firmaría" if one else "Se firmarían") if ensayo else ("Firmado" if one else "Firmados")
    )
    things = "1 hallazgo" if one else f"{escrito.firmados} hallazgos"
    print(f"{done} {things} en {escrito.nombre}")


# ── cifras ──


def cifras(
    texto: Annotated[
        list[str] | None, typer.Argument(metavar="TEXTO", help="Palabras del nombre o dirección.")
    ] = None,
    proyecto: Proyecto = None,
    formato: Annotated[
        str, typer.Option("--formato", metavar="texto|json", help="Para personas o para programas.")
    ] = "texto",
) -> None:
    """Busca cifras y da la referencia que se pega en el texto.

    Ejemplos:
    ./pliego cifras presupuesto 287
    ./pliego cifras mortalidad
    ./pliego cifras mortalidad --formato json
    """
    if formato not in ("texto", "json"):
        raise typer.BadParameter("use texto o json", param_hint="--formato")
    examen = examine(root(proyecto))
    found = examen.registro.encontrar(" ".join(texto or ()))
    if has_errors(examen.diagnostics):
        print(
            "Los datos tienen errores: corríjalos antes de citar (./pliego revisar).",
            file=sys.stderr,
        )
    if formato == "json":
        print(json.dumps([_figure(each) for each in found], ensure_ascii=False, indent=1))
    for cifra in found if formato == "texto" else ():
        print(f"{{{{ {cifra.corta} }}}}  {cifra.completa}  {cifra.nombre}  ({cifra.origen})")
    if not found:
        print("Ninguna cifra coincide.", file=sys.stderr)
        raise typer.Exit(1)


def _figure(cifra: Cifra) -> dict[str, object]:
    """A figure for an editor that completes references."""
    return {
        "referencia": f"{{{{ {cifra.corta} }}}}",
        "direccion": cifra.direccion,
        "cifra": cifra.completa,
        "valor": cifra.exacta,
        "unidad": cifra.unidad,
        "estado": cifra.estado,
        "nombre": cifra.nombre,
        "corte": cifra.corte,
        "archivo": cifra.origen.path,
        "linea": cifra.origen.line,
        "columna": cifra.origen.column,
    }
