"""The orders that note something on a follow-up acuerdo: nuevo, registrar, avance, estado…

Each is one note at the end of one file of data/<institución>/acuerdos/. Nothing is written when
the cycle, the roles or the dates do not admit it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from typing import Annotated, Any

import typer

from generator.agree import followup, git, show
from generator.agree.call import Acuerdo as Cual
from generator.agree.call import Como, Ensayo, Institucion, actor, day, opened
from generator.base.diagnostic import near
from generator.call import Proyecto, root, stop
from generator.model.acuerdo import Acuerdo, Que
from generator.model.ciclo import ESTADOS, Seguido
from generator.spanish import Orden, Ordenes

TEXTO = typer.Option("--texto", metavar="TEXTO", help="Lo que se anota.", show_default=False)
Texto = Annotated[str | None, TEXTO]
CAMBIOS: tuple[Que, ...] = (
    "validado", "devuelto", "suspendido", "reanudado", "cancelado", "reabierto", "reservado",
    "publicado",
)  # fmt: skip


def register(app: typer.Typer) -> None:
    """Adds the group «acuerdo» to `app`."""
    group = typer.Typer(cls=Ordenes, rich_markup_mode=None, no_args_is_help=False)
    group.callback(invoke_without_command=True)(acuerdo)
    for name, order in (
        ("nuevo", nuevo),
        ("registrar", registrar),
        ("avance", avance),
        ("comentar", comentar),
        ("estado", estado),
        ("prorrogar", prorrogar),
        ("concluir", concluir),
    ):
        group.command(name, cls=Orden, short_help=_first(order))(order)
    show.register(group)
    git.register(group)
    app.add_typer(group, name="acuerdo", short_help="Da seguimiento a los acuerdos.")


def _first(order: Callable[..., None]) -> str:
    return (order.__doc__ or "").strip().splitlines()[0]


def acuerdo(ctx: typer.Context) -> None:
    """Da seguimiento a los acuerdos: quién responde, para cuándo y qué ha pasado.

    Cada acuerdo es un archivo de data/<institución>/acuerdos/ cuya historia sólo crece. Quién
    puede hacer qué está en roles.yml, en esa misma carpeta.

    Ejemplos:
    ./pliego acuerdo listar
    ./pliego acuerdo avance 2024-0007 --grado 40 --texto "Se publicó la convocatoria"
    """
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


# ── a new one ──


def nuevo(
    asunto: Annotated[
        str, typer.Option("--asunto", metavar="TEXTO", help="De qué trata.", show_default=False)
    ],
    acordado: Annotated[
        str,
        typer.Option("--acuerdo", metavar="TEXTO", help="Lo que se acordó.", show_default=False),
    ],
    responsable: Annotated[
        str,
        typer.Option("--responsable", metavar="UNIDAD", help="Quién responde.", show_default=False),
    ],
    plazo: Annotated[
        str,
        typer.Option("--plazo", metavar="AAAA-MM-DD", help="Para cuándo.", show_default=False),
    ],
    corresponsable: Annotated[
        list[str] | None,
        typer.Option("--corresponsable", metavar="UNIDAD", help="Quién más; puede repetirse."),
    ] = None,
    fecha: Annotated[
        str | None,
        typer.Option("--fecha", metavar="AAAA-MM-DD", help="Cuándo se acordó, si no es hoy."),
    ] = None,
    reserva: Annotated[
        bool, typer.Option("--reserva", help="Nunca llegará al sitio público.")
    ] = False,
    como: Como = None,
    institucion: Institucion = None,
    proyecto: Proyecto = None,
    ensayo: Ensayo = False,
) -> None:
    """Asigna un acuerdo; si lo hace quien administra, también lo registra.

    El folio lo pone el sistema: el siguiente de su año. Queda asentado cuando se avisa
    (./pliego acuerdo avisar); antes, si otra rama registró uno, puede correrse al unirlas.

    Ejemplos:
    ./pliego acuerdo nuevo --asunto Abasto --acuerdo "…" --responsable medicas --plazo 2024-12-15
    """
    limit, when = day(plazo, "--plazo"), day(fecha, "--fecha") if fecha else None
    _filled({"--asunto": asunto, "--acuerdo": acordado, "--responsable": responsable})
    with opened(root(proyecto), institucion, writing=True) as mesa:
        who, now = actor(mesa, como), followup.now()
        bare = Acuerdo.model_construct(
            asunto=followup.clean(asunto),
            acuerdo=followup.clean(acordado),
            responsable=responsable,
            corresponsables=tuple(corresponsable or ()),
            plazo=limit,
            reserva="sí" if reserva else None,
            historial=(),
        )
        first = {"que": "asignado", "quien": who, "cuando": _at(when, now)}
        admin = any(rol.papel == "administrador" for rol in mesa.roles.of(who, now.date()))
        more = [{"que": "registrado", "quien": who, "cuando": now}] if admin else []
        _write(followup.begin(mesa, bare, first, *more), ensayo=ensayo)


def _at(when: date | None, now: datetime) -> datetime:
    """The day it was agreed, at noon: its hour was not told."""
    if when is None or when == now.date():
        return now
    return datetime.combine(when, time(12), now.tzinfo)


def _filled(texts: dict[str, str]) -> None:
    for option, text in texts.items():
        if not text.strip():
            raise typer.BadParameter("está vacío", param_hint=option)


# ── a note more ──


def registrar(
    cual: Cual,
    como: Como = None,
    institucion: Institucion = None,
    proyecto: Proyecto = None,
    ensayo: Ensayo = False,
) -> None:
    """Registra un acuerdo ya asignado, que entonces toma su folio.

    Ejemplos:
    ./pliego acuerdo registrar 20240630-1f3a9c2e
    """
    with _noting(proyecto, institucion, como, cual, ensayo=ensayo) as fields:
        fields |= {"que": "registrado"}


def avance(
    cual: Cual,
    grado: Annotated[
        int,
        typer.Option(
            "--grado",
            metavar="N",
            help="Cumplimiento, de 0 a 100.",
            min=0,
            max=100,
            show_default=False,
        ),
    ],
    texto: Annotated[str, TEXTO],
    soporte: Annotated[
        list[str] | None,
        typer.Option("--soporte", metavar="ARCHIVO", help="Información soporte; puede repetirse."),
    ] = None,
    como: Como = None,
    institucion: Institucion = None,
    proyecto: Proyecto = None,
    ensayo: Ensayo = False,
) -> None:
    """Anota un avance; sólo la unidad responsable. Con 100 queda por validar.

    Ejemplos:
    ./pliego acuerdo avance 2024-0007 --grado 40 --texto "Se publicó la convocatoria"
    ./pliego acuerdo avance 2024-0007 --grado 100 --texto "Entregado" --soporte oficio-12.pdf
    """
    _filled({"--texto": texto})
    with _noting(proyecto, institucion, como, cual, ensayo=ensayo) as fields:
        support = tuple(each for each in soporte or () if each.strip())
        fields |= {"que": "avance", "texto": texto, "grado": grado, "soporte": support}


def comentar(
    cual: Cual,
    texto: Annotated[str, TEXTO],
    como: Como = None,
    institucion: Institucion = None,
    proyecto: Proyecto = None,
    ensayo: Ensayo = False,
) -> None:
    """Anota un comentario de la Dirección General.

    Ejemplos:
    ./pliego acuerdo comentar 2024-0007 --texto "Adelantar la segunda etapa"
    """
    _filled({"--texto": texto})
    with _noting(proyecto, institucion, como, cual, ensayo=ensayo) as fields:
        fields |= {"que": "comentario", "texto": texto}


def estado(
    cual: Cual,
    cambio: Annotated[str, typer.Argument(metavar="CAMBIO", help=f"Uno de: {', '.join(CAMBIOS)}.")],
    texto: Texto = None,
    como: Como = None,
    institucion: Institucion = None,
    proyecto: Proyecto = None,
    ensayo: Ensayo = False,
) -> None:
    """Cambia el estado de un acuerdo, o su reserva.

    Ejemplos:
    ./pliego acuerdo estado 2024-0007 validado
    ./pliego acuerdo estado 2024-0007 devuelto --texto "Falta el informe de almacenes"
    ./pliego acuerdo estado 2024-0007 reservado
    """
    if cambio not in CAMBIOS:
        cause = f"use {', '.join(CAMBIOS)}.{near(cambio, CAMBIOS)}".rstrip(".")
        raise typer.BadParameter(cause, param_hint="CAMBIO")
    with _noting(proyecto, institucion, como, cual, ensayo=ensayo) as fields:
        fields |= {"que": cambio, "texto": texto}


def prorrogar(
    cual: Cual,
    plazo: Annotated[
        str,
        typer.Option("--plazo", metavar="AAAA-MM-DD", help="El nuevo plazo.", show_default=False),
    ],
    texto: Texto = None,
    como: Como = None,
    institucion: Institucion = None,
    proyecto: Proyecto = None,
    ensayo: Ensayo = False,
) -> None:
    """Da un nuevo plazo.

    Ejemplos:
    ./pliego acuerdo prorrogar 2024-0007 --plazo 2025-01-31 --texto "Por la licitación"
    """
    limit = day(plazo, "--plazo")
    with _noting(proyecto, institucion, como, cual, ensayo=ensayo) as fields:
        fields |= {"que": "prorroga", "plazo": limit, "texto": texto}


def concluir(
    cual: Cual,
    texto: Texto = None,
    como: Como = None,
    institucion: Institucion = None,
    proyecto: Proyecto = None,
    ensayo: Ensayo = False,
) -> None:
    """Concluye un acuerdo que la Dirección General ya validó.

    Ejemplos:
    ./pliego acuerdo estado 2024-0007 validado --como direccion-general
    ./pliego acuerdo concluir 2024-0007 --como planeacion
    """
    with _noting(proyecto, institucion, como, cual, ensayo=ensayo) as fields:
        fields |= {"que": "concluido", "texto": texto}


@contextmanager
def _noting(
    proyecto: Path | None, institucion: str | None, como: str | None, cual: str, *, ensayo: bool
) -> Iterator[dict[str, Any]]:
    """Takes what the order fills in, and writes it at the end of the acuerdo."""
    with opened(root(proyecto), institucion, writing=True) as mesa:
        seguido = mesa.find(cual)
        fields: dict[str, Any] = {"quien": actor(mesa, como), "cuando": followup.now()}
        yield fields
        said = {name: value for name, value in fields.items() if value is not None}
        _write(followup.add(mesa, seguido, **said), ensayo=ensayo)


def _write(escrito: followup.Escrito, *, ensayo: bool) -> None:
    print(escrito.anadido.strip("\n") + "\n")
    try:
        if not ensayo:
            escrito.write()
    except OSError:
        stop(f"no se pudo escribir {escrito.nombre}", 3)
    done = "Se anotaría" if ensayo else "Anotado"
    print(f"{done} en {escrito.nombre}: {told(escrito.seguido)}")


def told(seguido: Seguido) -> str:
    """An acuerdo in a few words."""
    name = f"folio {seguido.folio}" if seguido.folio else f"clave {seguido.clave}, sin folio"
    grade = f", {seguido.grado}%" if seguido.grado is not None else ""
    return f"{name}, {ESTADOS[seguido.estado].lower()}{grade}"
