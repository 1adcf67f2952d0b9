"""The orders that take data out: `exportar datos` and `exportar sipot`.

They read and review the project as a build does, and publish nothing. What is there is never
replaced unless it is asked for.
"""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from generator import report
from generator.base.diagnostic import has_errors, near
from generator.base.numbers import size_text
from generator.build import examine
from generator.call import Proyecto, root, shown, stop
from generator.render import datos_archivos, sipot
from generator.render.datos_todo import open_data
from generator.render.site_mapa import Mapa
from generator.render.site_publicacion import InstitucionPublicada, Publicacion
from generator.render.site_verificacion import Verificacion
from generator.spanish import Orden, Ordenes
from generator.works import publication

Ensayo = Annotated[
    bool, typer.Option("--ensayo", help="Sólo dice qué escribiría; no escribe nada.")
]
Reemplazar = Annotated[
    bool, typer.Option("--reemplazar", help="Escribe aunque ya haya algo en la salida.")
]


def register(app: typer.Typer) -> None:
    """Adds the group «exportar» to `app`."""
    group = typer.Typer(cls=Ordenes, rich_markup_mode=None, no_args_is_help=False)
    group.callback(invoke_without_command=True)(exportar)
    for name, order in (("datos", datos), ("sipot", sipot_)):
        group.command(name, cls=Orden, short_help=_first(order))(order)
    app.add_typer(group, name="exportar", short_help="Saca los datos: abiertos o para el SIPOT.")


def _first(order: Callable[..., None]) -> str:
    return (order.__doc__ or "").strip().splitlines()[0]


def exportar(ctx: typer.Context) -> None:
    """Saca los datos sin construir el sitio: los datos abiertos, o el libro del SIPOT.

    Ejemplos:
    ./pliego exportar datos --formato csv
    ./pliego exportar sipot --institucion imss --ejercicio 2024
    """
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


def datos(
    formato: Annotated[
        list[str] | None,
        typer.Option("--formato", metavar="FORMATO", help="csv, xlsx o json; puede repetirse."),
    ] = None,
    salida: Annotated[
        Path | None,
        typer.Option("--salida", metavar="CARPETA", help="Dónde; si no se dice, dist/datos."),
    ] = None,
    proyecto: Proyecto = None,
    reemplazar: Reemplazar = False,
    ensayo: Ensayo = False,
) -> None:
    """Escribe los datos abiertos, los mismos que publica el sitio en datos/.

    Sin --formato, en los tres. La carpeta de salida debe estar vacía o no existir; con
    --reemplazar, se borra lo que un exportar anterior dejó en ella.

    Ejemplos:
    ./pliego exportar datos
    ./pliego exportar datos --formato csv --formato json --salida copia
    """
    raiz = root(proyecto)
    chosen = _formats(formato or [])
    target = (salida or raiz / "dist" / "datos").resolve()
    _room(target, raiz, reemplazar)
    made = open_data(Verificacion(Mapa(_published(raiz))))
    if ensayo:
        rows = sum(len(tabla.filas) for tabla in made.tablas)
        print(f"Se escribirían {len(made.tablas)} tablas, {rows} filas, y {len(made.cuadros)} "
              f"cuadros en {shown(target)} ({', '.join(chosen)}).")  # fmt: skip
        return
    with _Writing(target):
        if target.exists():
            shutil.rmtree(target)
        done = datos_archivos.write(made, target, chosen)
    total = sum(size for size, _ in done.archivos.values())
    print(f"{shown(target)}  {len(done.archivos)} archivos, {size_text(total)}")


def _formats(asked: list[str]) -> tuple[str, ...]:
    known = datos_archivos.FORMATOS
    for name in asked:
        if name not in known:
            stop(f"No hay ningún formato «{name}».{near(name, known)} Son: {', '.join(known)}.", 2)
    return tuple(name for name in known if name in asked) or known


def _room(target: Path, raiz: Path, reemplazar: bool) -> None:  # noqa: FBT001
    """Ends the run where it would write among the sources, or over what it did not write."""
    sources = [raiz / name for name in ("data", "content", "layouts", "site", "generator")]
    if target == raiz or raiz.is_relative_to(target) or any(map(target.is_relative_to, sources)):
        stop("Ahí están las fuentes; elija otra carpeta con --salida.", 2)
    if not target.exists():
        return
    if not target.is_dir():
        stop(f"{shown(target)} no es una carpeta; elija otra con --salida.", 2)
    if any(target.iterdir()):
        ours = (target / datos_archivos.SUMAS).is_file()
        if not ours:
            stop(f"{shown(target)} tiene otras cosas; elija otra carpeta con --salida.", 2)
        if not reemplazar:
            stop(f"{shown(target)} ya tiene datos. Para escribirlos de nuevo: --reemplazar.", 2)


def sipot_(
    institucion: Annotated[
        str | None,
        typer.Option("--institucion", metavar="ID", help="De quién; si no se dice, de todas."),
    ] = None,
    ejercicio: Annotated[
        int | None,
        typer.Option("--ejercicio", metavar="AÑO", help="El que se informa; si no, el último."),
    ] = None,
    validacion: Annotated[
        str | None,
        typer.Option("--validacion", metavar="AAAA-MM-DD", help="Cuándo la validó el área."),
    ] = None,
    actualizacion: Annotated[
        str | None,
        typer.Option("--actualizacion", metavar="AAAA-MM-DD", help="Cuándo se actualizó."),
    ] = None,
    salida: Annotated[
        Path | None,
        typer.Option("--salida", metavar="ARCHIVO", help="Libro .xlsx; sólo con una institución."),
    ] = None,
    proyecto: Proyecto = None,
    reemplazar: Reemplazar = False,
    ensayo: Ensayo = False,
) -> None:
    """Escribe el libro del SIPOT: indicadores de resultados (artículo 70, fracción VI).

    Es el formato LGT_Art_70_Fr_VI, con sus 20 columnas. Lo que los datos no dicen queda vacío, y
    la columna Nota dice qué falta. Sin --salida, en dist/sipot-<institución>-<año>.xlsx.

    Ejemplos:
    ./pliego exportar sipot
    ./pliego exportar sipot --institucion imss --ejercicio 2024 --salida imss.xlsx
    """
    raiz = root(proyecto)
    days = [_day(text, name) for text, name in ((validacion, "--validacion"),
                                                (actualizacion, "--actualizacion"))]  # fmt: skip
    chosen = _obliged(_published(raiz), institucion)
    if salida and len(chosen) > 1:
        ids = ", ".join(i.id for i in chosen)
        stop(f"Con --salida, diga también de quién: --institucion ({ids}).", 2)
    for each in chosen:
        year = _year(each, ejercicio, one=institucion is not None)
        if year is None:
            continue
        path = (salida or raiz / "dist" / f"sipot-{each.id}-{year}.xlsx").resolve()
        _free(path, raiz, reemplazar)
        rows = sipot.count(each, year)
        if not ensayo:
            with _Writing(path):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(sipot.workbook(each, sipot.Informe(year, *days)))
        print(f"{'Se escribiría ' if ensayo else ''}{shown(path)}  {rows} indicadores, {year}")


def _day(text: str | None, name: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        stop(f"{name} «{text}» no es una fecha; se escribe año-mes-día, como 2024-06-30.", 2)


def _obliged(publicacion: Publicacion, id_: str | None) -> tuple[InstitucionPublicada, ...]:
    """The institutions that the law obliges and that have indicators; the one asked for, if any."""
    every = {i.id: i for i in publicacion.instituciones}
    if id_ is not None and id_ not in every:
        stop(f"No hay ninguna institución «{id_}».{near(id_, every)}", 2)
    own = tuple(
        i for i in publicacion.instituciones
        if i.institucion.ficha.pais == sipot.PAIS and i.cuantos and id_ in (None, i.id)
    )  # fmt: skip
    if not own:
        who = f"«{id_}»" if id_ else "ninguna institución"
        stop(f"El SIPOT es de México y de quien tiene indicadores; no es el caso de {who}.", 2)
    return own


def _year(each: InstitucionPublicada, ejercicio: int | None, *, one: bool) -> int | None:
    """The year to tell; None where another institution has it."""
    known = sipot.years(each)
    if ejercicio is None:
        return known[-1]
    if ejercicio in known:
        return ejercicio
    which = f"{known[0]} a {known[-1]}"
    text = f"{each.siglas} no tiene metas ni resultados de {ejercicio}; sí de {which}."
    if one:
        stop(text, 2)
    print(text)
    return None


def _free(path: Path, raiz: Path, reemplazar: bool) -> None:  # noqa: FBT001
    if path.suffix != ".xlsx":
        stop(f"El libro termina en .xlsx: --salida {path.stem}.xlsx", 2)
    if any(map(path.is_relative_to, (raiz / "data", raiz / "content", raiz / "generator"))):
        stop("Ahí están las fuentes; elija otra carpeta con --salida.", 2)
    if path.exists() and not reemplazar:
        stop(f"Ya existe {shown(path)}. Para escribirlo de nuevo: --reemplazar.", 2)


# ── what both do ──


def _published(raiz: Path) -> Publicacion:
    """The publication of the project, without its PDF. Ends the run when there are errors."""
    examen = examine(raiz)
    if has_errors(examen.diagnostics):
        report.show_few(examen.diagnostics, examen.lineas, report.console())
        stop("No se exportó nada: primero corrija los errores.", 1)
    return publication(examen, {})


class _Writing:
    """Ends the run with a sentence when the system refuses to write."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, OSError):
            stop(f"No se pudo escribir {shown(self.path)}: ¿hay permiso y espacio en el disco?", 3)
