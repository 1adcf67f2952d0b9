"""The orders that tell of the acuerdos: listar, avisar, calendario, minuta."""

import json
import sys
from contextlib import AbstractContextManager
from datetime import date
from email.message import EmailMessage
from pathlib import Path
from typing import Annotated

import typer

from generator.agree import followup, minute, post
from generator.agree.call import Como, Ensayo, Institucion, actor, day, opened, whoever
from generator.agree.followup import Mesa
from generator.base.fechas import short_date
from generator.call import Proyecto, root, shown, stop
from generator.edit.atomic import replace_bytes
from generator.model.ciclo import ESTADOS, Seguido
from generator.render.agenda import calendar
from generator.spanish import Orden

Hoy = Annotated[
    str | None,
    typer.Option("--al", metavar="AAAA-MM-DD", help="Como si fuera ese día; si no, hoy."),
]


def register(group: typer.Typer) -> None:
    """Adds these orders to the group."""
    help_ = "Lista los acuerdos: los vencidos, por vencer, de una unidad…"
    group.command(cls=Orden, short_help=help_)(listar)
    group.command(cls=Orden, short_help="Avisa por correo lo que falta por avisar.")(avisar)
    group.command(cls=Orden, short_help="Da los plazos como calendario (.ics).")(calendario)
    group.command(cls=Orden, short_help="Compone la minuta de uno o varios, en PDF.")(minuta)


# ── listar ──


def listar(
    estado: Annotated[
        str | None,
        typer.Option("--estado", metavar="ESTADO", help="«vigentes» o un estado del ciclo."),
    ] = None,
    vencidos: Annotated[bool, typer.Option("--vencidos", help="Sólo los vencidos.")] = False,
    por_vencer: Annotated[
        int | None,
        typer.Option("--por-vencer", metavar="N", help="Sólo los que vencen en N días.", min=0),
    ] = None,
    responsable: Annotated[
        str | None, typer.Option("--responsable", metavar="UNIDAD", help="Sólo los de esa unidad.")
    ] = None,
    formato: Annotated[
        str, typer.Option("--formato", metavar="texto|json", help="Para personas o para programas.")
    ] = "texto",
    al: Hoy = None,
    como: Como = None,
    institucion: Institucion = None,
    proyecto: Proyecto = None,
) -> None:
    """Lista los acuerdos que puede ver quien pregunta.

    La Dirección General y quien administra los ven todos; las demás unidades, los suyos; si no se
    sabe quién pregunta, sólo los públicos.

    Ejemplos:
    ./pliego acuerdo listar --vencidos
    ./pliego acuerdo listar --por-vencer 7 --responsable prestaciones-medicas
    ./pliego acuerdo listar --estado concluido --formato json
    """
    states = (*ESTADOS, "vigentes")
    if estado is not None and estado not in states:
        raise typer.BadParameter(f"use {', '.join(states)}", param_hint="--estado")
    if formato not in ("texto", "json"):
        raise typer.BadParameter("use texto o json", param_hint="--formato")
    with opened(root(proyecto), institucion) as mesa:
        today = day(al, "--al") if al else followup.now().date()
        seen = followup.visible(mesa, whoever(mesa, como), today)
        if mesa.fallas:
            print("Hay acuerdos con errores, que no salen bien: ./pliego revisar", file=sys.stderr)
        chosen = [
            s
            for s in seen
            if (estado is None or s.estado == estado or (estado == "vigentes" and s.vigente))
            and (not vencidos or s.vencido(today))
            and (por_vencer is None or (s.vigente and 0 <= s.dias(today) <= por_vencer))
            and (responsable is None or s.acuerdo.responsable == responsable)
        ]
        if formato == "json":
            print(json.dumps([_data(s, today) for s in chosen], ensure_ascii=False, indent=1))
        else:
            _table(mesa, chosen, today)


def _data(seguido: Seguido, today: date) -> dict[str, object]:
    acuerdo = seguido.acuerdo
    return {
        "folio": seguido.folio,
        "clave": seguido.clave,
        "estado": seguido.estado,
        "asunto": acuerdo.asunto,
        "acuerdo": acuerdo.acuerdo,
        "responsable": acuerdo.responsable,
        "corresponsables": list(acuerdo.corresponsables),
        "plazo": seguido.plazo.isoformat(),
        "grado": seguido.grado,
        "reserva": seguido.reservado,
        "asentado": seguido.asentado,
        "vencido": seguido.vencido(today),
        "dias": seguido.dias(today) if seguido.vigente else None,
        "por_avisar": len(seguido.pending()),
        "anotaciones": len(seguido.historial),
        "archivo": seguido.archivo,
    }


def _table(mesa: Mesa, chosen: list[Seguido], today: date) -> None:
    for s in chosen:
        grade = f", {s.grado}%" if s.grado is not None else ""
        secret = " · reservado" if s.reservado else ""
        late = f", {_late(s, today)}" if s.vigente else ""
        print(f"{s.folio or s.clave}  {ESTADOS[s.estado]}{grade}  {s.acuerdo.asunto}{secret}")
        owner = mesa.name(s.acuerdo.responsable)
        print(f"{'':11}{owner}; plazo {short_date(s.plazo, post.LOCALE)}{late}")
    late_ = sum(s.vencido(today) for s in chosen)
    count = "1 acuerdo" if len(chosen) == 1 else f"{len(chosen)} acuerdos"
    print(f"{count}{f', {late_} vencidos' if late_ > 1 else ', 1 vencido' if late_ else ''}.")


def _late(s: Seguido, today: date) -> str:
    days = s.dias(today)
    if days == 0:
        return "vence hoy"
    one = "1 día" if abs(days) == 1 else f"{abs(days)} días"
    return f"faltan {one}" if days > 0 else f"vencido hace {one}"


# ── avisar ──


def avisar(
    cuales: Annotated[
        list[str] | None,
        typer.Argument(metavar="ACUERDO", help="Sólo éstos; si no, todos los que falten."),
    ] = None,
    carpeta: Annotated[
        Path | None,
        typer.Option("--carpeta", metavar="CARPETA", help="Deja los mensajes ahí, como .eml."),
    ] = None,
    recordar: Annotated[
        int | None,
        typer.Option(
            "--recordar", metavar="N", help="Recuerda lo vencido y lo que vence en N días.", min=0
        ),
    ] = None,
    como: Como = None,
    institucion: Institucion = None,
    proyecto: Proyecto = None,
    ensayo: Ensayo = False,
) -> None:
    """Avisa por correo lo que falta por avisar y asienta los folios.

    Un registro se avisa a la unidad responsable y a sus enlaces, con copia a las corresponsables;
    un comentario o un cambio de estado, a la responsable. Sale por el servidor de roles.yml o del
    entorno (PLIEGO_SMTP_SERVIDOR, _PUERTO, _USUARIO, _CLAVE) o, con --carpeta, queda en archivos.

    Ejemplos:
    ./pliego acuerdo avisar --ensayo
    ./pliego acuerdo avisar --carpeta por-enviar
    ./pliego acuerdo avisar --recordar 7
    """
    with opened(root(proyecto), institucion, writing=True) as mesa:
        who = actor(mesa, como)
        seen = followup.visible(mesa, who, followup.now().date())
        chosen = [mesa.find(c) for c in cuales] if cuales else list(seen)
        try:
            if recordar is not None:
                _remind(mesa, chosen, recordar, carpeta, ensayo=ensayo)
            else:
                _tell(mesa, [s for s in chosen if s.pending()], who, carpeta, ensayo=ensayo)
        except post.PostFault as fault:
            stop(f"No se pudo avisar: {fault}.", 3)


def _way(mesa: Mesa, carpeta: Path | None) -> AbstractContextManager[post.Enviar]:
    return post.folder(carpeta) if carpeta else post.smtp(post.server(mesa.roles.correo))


def _tell(
    mesa: Mesa, chosen: list[Seguido], who: str, carpeta: Path | None, *, ensayo: bool
) -> None:
    """Each acuerdo's messages and, once they left, the note that says so."""
    if not chosen:
        print("No hay nada por avisar.")
        return
    now = followup.now()
    notices = []
    for s in chosen:
        folio = {} if s.asentado else {"folio": s.folio}
        fields = {"que": "notificado", "quien": who, "cuando": now, **folio}
        made = list(post.messages(mesa, s, now))
        notices.append((made, followup.add(mesa, s, **fields)))
    if ensayo:
        for made, _ in notices:
            _show(made)
        return
    with _way(mesa, carpeta) as send:
        for made, escrito in notices:
            for message in made:
                send(message)
            escrito.write()
            _show(made)


def _show(made: list[EmailMessage]) -> None:
    for message in made:
        copy = f" (copia: {message['Cc']})" if message["Cc"] else ""
        print(f"{message['Subject']}\n  → {message['To']}{copy}")


def _remind(
    mesa: Mesa, chosen: list[Seguido], days: int, carpeta: Path | None, *, ensayo: bool
) -> None:
    now = followup.now()
    due = [s for s in chosen if s.vigente and s.folio and s.dias(now.date()) <= days]
    made = [post.reminder(mesa, s, now) for s in due]
    if not made:
        print("No hay nada que recordar.")
    elif not ensayo:
        with _way(mesa, carpeta) as send:
            for message in made:
                send(message)
    _show(made)


# ── calendario and minuta ──


def calendario(
    salida: Annotated[
        Path | None, typer.Option("--salida", metavar="ARCHIVO", help="Dónde; si no, acuerdos.ics.")
    ] = None,
    como: Como = None,
    institucion: Institucion = None,
    proyecto: Proyecto = None,
) -> None:
    """Da los plazos de los acuerdos que puede ver quien pregunta, como calendario (.ics).

    El de los públicos se publica también en el sitio.

    Ejemplos:
    ./pliego acuerdo calendario --salida acuerdos.ics --como direccion-general
    """
    with opened(root(proyecto), institucion) as mesa:
        seen = followup.visible(mesa, whoever(mesa, como), followup.now().date())
        base = f"{mesa.roles.liga}{mesa.institucion}/acuerdos/"
        data = calendar("Plazos de los acuerdos", seen, dict(mesa.nombres), base)
        target = salida or Path("acuerdos.ics")
        replace_bytes(target, data)
        print(f"{shown(target)}: {sum(bool(s.folio) for s in seen)} plazos")


def minuta(
    cuales: Annotated[list[str], typer.Argument(metavar="ACUERDO", help="Sus folios o claves.")],
    titulo: Annotated[
        str, typer.Option("--titulo", metavar="TEXTO", help="De la minuta.")
    ] = "Minuta de acuerdos",
    salida: Annotated[
        Path | None,
        typer.Option("--salida", metavar="CARPETA", help="Dónde; si no se dice, .pliego/minutas."),
    ] = None,
    como: Como = None,
    institucion: Institucion = None,
    proyecto: Proyecto = None,
) -> None:
    """Compone en PDF la minuta de uno o varios acuerdos que puede ver quien la pide.

    No se publica: queda fuera de dist/ y del sitio.

    Ejemplos:
    ./pliego acuerdo minuta 2024-0007
    ./pliego acuerdo minuta 2024-0007 2024-0009 --titulo "Minuta de la reunión de junio"
    """
    raiz = root(proyecto)
    with opened(raiz, institucion) as mesa:
        today = followup.now().date()
        seen = followup.visible(mesa, whoever(mesa, como), today)
        chosen = tuple(mesa.find(c) for c in cuales)
        hidden = [c for c, s in zip(cuales, chosen, strict=True) if s not in seen]
        if hidden:
            stop(f"Sin permiso para ver {', '.join(hidden)}: diga quién es con --como.", 1)
        target = salida or raiz / ".pliego" / "minutas"
        try:
            path = minute.make(raiz, mesa.institucion, chosen, titulo.strip(), today, target)
        except minute.NoMinute as error:
            stop(f"No se pudo componer: {error}", 1)
        print(shown(path))
