"""What must be told of an acuerdo → e-mail messages, left as .eml files or sent by a server.

The only door to smtplib. The password comes from the environment, never from a file, and never
travels in the clear.
"""

import os
import smtplib
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path
from typing import Literal

from generator.agree.followup import Mesa
from generator.base.fechas import long_date
from generator.model.acuerdo import Anotacion
from generator.model.ciclo import ESTADOS, ROTULOS, Seguido
from generator.model.roles import Correo

Enviar = Callable[[EmailMessage], None]
LOCALE = "es_MX"


class PostFault(Exception):
    """A message cannot leave; the text says why, in Spanish."""


@dataclass(frozen=True)
class Servidor:
    """Where messages are handed over."""

    nombre: str
    puerto: int
    cifrado: Literal["starttls", "tls", "ninguno"]
    usuario: str
    clave: str


# ── what a message says ──


def messages(mesa: Mesa, seguido: Seguido, cuando: datetime) -> Iterator[EmailMessage]:
    """A message for each note that nobody was told of."""
    for nota in seguido.pending():
        yield _message(mesa, seguido, nota, cuando)


def reminder(mesa: Mesa, seguido: Seguido, cuando: datetime) -> EmailMessage:
    """That the deadline comes, or has passed."""
    days = seguido.dias(cuando.date())
    when = f"vence en {_days(days)}" if days > 0 else "vence hoy" if days == 0 else "está vencido"
    message = _envelope(mesa, seguido, cuando, f"{when} — {_line(seguido.acuerdo.asunto)}")
    message["Message-ID"] = _id(mesa, f"{seguido.clave}.{cuando:%Y%m%d}")
    message["To"] = ", ".join(_boxes(mesa, (seguido.acuerdo.responsable,), cuando.date()))
    text = f"El acuerdo {seguido.folio} {when}."
    return _filled(message, "\n".join([text, "", *_facts(mesa, seguido)]))


def _message(mesa: Mesa, seguido: Seguido, nota: Anotacion, cuando: datetime) -> EmailMessage:
    day, acuerdo = cuando.date(), seguido.acuerdo
    subject = f"{ROTULOS[nota.que]} — {_line(acuerdo.asunto)}"
    message = _envelope(mesa, seguido, cuando, subject)
    message["Message-ID"] = _id(mesa, nota.huella[:32])
    first = next((n for n in seguido.historial if n.que == "registrado"), nota)
    if first is not nota:
        message["References"] = message["In-Reply-To"] = _id(mesa, first.huella[:32])
    to = _boxes(mesa, (acuerdo.responsable,), day)
    if nota.que == "concluido":  # to who heads the unit, says the source; not to its links
        to = [c for rol in mesa.roles.of(acuerdo.responsable, day) for c in rol.correos]
    message["To"] = ", ".join(to)
    copies = [box for box in _boxes(mesa, acuerdo.corresponsables, day) if box not in to]
    if nota.que == "registrado" and copies:
        message["Cc"] = ", ".join(copies)
    return _filled(message, "\n".join(_body(mesa, seguido, nota)))


def _envelope(mesa: Mesa, seguido: Seguido, cuando: datetime, subject: str) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["Subject"] = f"Acuerdo {seguido.folio}: {subject}"
    message["From"] = mesa.roles.correo.remitente
    message["Date"] = format_datetime(cuando)
    message["Auto-Submitted"] = "auto-generated"
    return message


def _filled(message: EmailMessage, text: str) -> EmailMessage:
    if not message["To"]:
        raise PostFault("la unidad responsable ya no tiene correos vigentes en roles.yml")
    message.set_content(text + "\n", cte="quoted-printable")
    return message


def _boxes(mesa: Mesa, unidades: tuple[str, ...], day: date) -> list[str]:
    every = (box for unidad in unidades for box in mesa.roles.mailboxes(unidad, day))
    return list(dict.fromkeys(every))


def _id(mesa: Mesa, name: str) -> str:
    return f"<{name}@{mesa.roles.correo.remitente.partition('@')[2]}>"


def _body(mesa: Mesa, seguido: Seguido, nota: Anotacion) -> Iterator[str]:
    """The letter; what is known of the acuerdo follows what happened."""
    yield f"{ROTULOS[nota.que]} del acuerdo {seguido.folio}."
    yield f"{mesa.name(nota.quien)}, {long_date(nota.cuando.date(), LOCALE)}."
    yield ""
    if nota.texto and nota.que not in ("asignado", "registrado"):
        yield from (nota.texto, "")
    yield from _facts(mesa, seguido)
    if seguido.vigente:
        yield ""
        yield "Para registrar un avance, en el repositorio:"
        yield f'  ./pliego acuerdo avance {seguido.folio} --grado 50 --texto "…"'


def _facts(mesa: Mesa, seguido: Seguido) -> Iterator[str]:
    acuerdo = seguido.acuerdo
    yield f"Folio: {seguido.folio}"
    yield f"Asunto: {_line(acuerdo.asunto)}"
    yield f"Acuerdo: {acuerdo.acuerdo}"
    yield f"Responsable: {mesa.name(acuerdo.responsable)}"
    if acuerdo.corresponsables:
        yield f"Corresponsables: {', '.join(map(mesa.name, acuerdo.corresponsables))}"
    yield f"Plazo: {long_date(seguido.plazo, LOCALE)}"
    grade = f", {seguido.grado}% de cumplimiento" if seguido.grado is not None else ""
    yield f"Estado: {ESTADOS[seguido.estado]}{grade}"
    yield f"Liga: {link(mesa, seguido)}"


def link(mesa: Mesa, seguido: Seguido) -> str:
    """Where the acuerdo is read: its page or, if it is reserved, its file."""
    if not seguido.reservado:
        return f"{mesa.roles.liga}{mesa.institucion}/acuerdos/{seguido.clave}/"
    inner = mesa.roles.liga_reserva
    return f"{inner}{seguido.archivo}" if inner else seguido.archivo


def _line(text: str) -> str:
    """`text` in one line: no word of it may become another heading of the message."""
    return " ".join(text.split())


def _days(number: int) -> str:
    return "1 día" if number == 1 else f"{number} días"


# ── how it leaves ──


@contextmanager
def folder(carpeta: Path) -> Iterator[Enviar]:
    """Leaves each message in `carpeta`, as an .eml file."""
    carpeta.mkdir(parents=True, exist_ok=True)

    def leave(message: EmailMessage) -> None:
        name = str(message["Message-ID"]).strip("<>").partition("@")[0]
        (carpeta / f"{name}.eml").write_bytes(message.as_bytes())

    yield leave


def server(correo: Correo, entorno: Mapping[str, str] = os.environ) -> Servidor:
    """The server of roles.yml, or that of the environment. Raises PostFault."""
    name = entorno.get("PLIEGO_SMTP_SERVIDOR") or correo.servidor
    port = entorno.get("PLIEGO_SMTP_PUERTO") or str(correo.puerto)
    if not name:
        raise PostFault(
            "no se sabe por qué servidor: póngalo en roles.yml (correo: servidor) o en "
            "PLIEGO_SMTP_SERVIDOR, o use --carpeta para dejar los mensajes en archivos .eml"
        )
    if not port.isdigit() or not 0 < int(port) < 65536:
        raise PostFault(f"«{port}» no es un puerto")
    user = entorno.get("PLIEGO_SMTP_USUARIO") or correo.usuario or ""
    secret = entorno.get("PLIEGO_SMTP_CLAVE", "")
    if user and correo.cifrado == "ninguno":
        raise PostFault("una clave no viaja sin cifrar: en roles.yml, cifrado: starttls o tls")
    if user and not secret:
        raise PostFault(f"falta la clave de «{user}»: póngala en PLIEGO_SMTP_CLAVE")
    return Servidor(name, int(port), correo.cifrado, user, secret)


@contextmanager
def smtp(servidor: Servidor) -> Iterator[Enviar]:
    """Sends each message by the server. Raises PostFault."""
    with ExitStack() as closing:
        with _told(servidor):
            line = closing.enter_context(_connected(servidor))

        def send(message: EmailMessage) -> None:
            with _told(servidor):
                refused = line.send_message(message)
            if refused:
                raise PostFault(f"el servidor no aceptó a {', '.join(refused)}")

        yield send


@contextmanager
def _connected(servidor: Servidor) -> Iterator[smtplib.SMTP]:
    context = ssl.create_default_context()
    where = (servidor.nombre, servidor.puerto)
    if servidor.cifrado == "tls":
        line: smtplib.SMTP = smtplib.SMTP_SSL(*where, timeout=30, context=context)
    else:
        line = smtplib.SMTP(*where, timeout=30)
    try:
        if servidor.cifrado == "starttls":
            line.starttls(context=context)
        if servidor.usuario:
            line.login(servidor.usuario, servidor.clave)
        yield line
    finally:
        with suppress(smtplib.SMTPException, OSError):
            line.quit()
        line.close()


@contextmanager
def _told(servidor: Servidor) -> Iterator[None]:
    """Whatever the server or the network does wrong is a PostFault."""
    try:
        yield
    except (smtplib.SMTPException, OSError) as error:
        raise PostFault(_why(error, servidor)) from None


def _why(error: Exception, servidor: Servidor) -> str:
    where = f"{servidor.nombre}:{servidor.puerto}"
    match error:
        case smtplib.SMTPAuthenticationError():
            return f"{where} no aceptó el usuario o la clave"
        case smtplib.SMTPNotSupportedError():
            return f"{where} no ofrece el cifrado que se pide"
        case smtplib.SMTPRecipientsRefused():
            return f"{where} no aceptó a {', '.join(error.recipients)}"
        case ssl.SSLError():
            return f"no se pudo cifrar con {where}"
        case smtplib.SMTPException():
            return f"{where} no aceptó el mensaje"
    return f"no se pudo hablar con {where}"
