"""Messages of the acuerdos, taken by a real SMTP server of this machine."""

import email
import socket
from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import default
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope

from generator.agree.followup import desk
from generator.agree.post import PostFault, messages, server, smtp
from generator.model.roles import Correo
from tests import acuerdos as seguimiento
from tests.acuerdos import ADMIN, DG, MEDICAS, anota, nuevo, orden

RESPONSABLE = ["prestaciones-medicas@ejemplo.invalid", "enlace-medicas@ejemplo.invalid"]
COPIAS = ["administracion@ejemplo.invalid", "enlace-administracion@ejemplo.invalid"]


class Buzon:
    """Keeps what the server takes: the envelope and the message."""

    def __init__(self, rechaza: str = "") -> None:
        self.rechaza = rechaza
        self.sobres: list[Envelope] = []

    async def handle_RCPT(  # noqa: N802  (the library's name)
        self, _server: Any, _session: Any, envelope: Envelope, address: str, _options: Any
    ) -> str:
        if address == self.rechaza:
            return "550 no existe"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802  (the library's name)
        self, _server: Any, _session: Any, envelope: Envelope
    ) -> str:
        self.sobres.append(envelope)
        return "250 OK"

    @property
    def mensajes(self) -> list[EmailMessage]:
        found = (s.original_content or b"" for s in self.sobres)
        return [email.message_from_bytes(data, policy=default) for data in found]


@pytest.fixture
def buzon(monkeypatch: pytest.MonkeyPatch) -> Iterator[Buzon]:
    """A server that listens on this machine only, where the orders are told to send."""
    box = Buzon()
    with _running(box) as port:
        monkeypatch.setenv("PLIEGO_SMTP_SERVIDOR", "127.0.0.1")
        monkeypatch.setenv("PLIEGO_SMTP_PUERTO", str(port))
        yield box


class _running:  # noqa: N801  (used as a word of the test)
    def __init__(self, box: Buzon, **more: Any) -> None:
        self.port = _free()
        self.controller = Controller(box, hostname="127.0.0.1", port=self.port, **more)

    def __enter__(self) -> int:
        self.controller.start()
        return self.port

    def __exit__(self, *_: object) -> None:
        self.controller.stop()


def _free() -> int:
    """A port of this machine that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def raiz(tmp_path: Path) -> Path:
    raiz = seguimiento.proyecto(tmp_path / "p")
    roles = raiz / "data/imss/acuerdos/roles.yml"
    text = roles.read_text("utf-8").replace("cifrado: starttls", "cifrado: ninguno")
    roles.write_text(text, "utf-8")
    return raiz


def _tell(raiz: Path, *words: str) -> None:
    done = orden("acuerdo", "avisar", *words, "--como", ADMIN, cwd=raiz)
    assert done.returncode == 0, done.stderr


def test_the_messages_of_a_cycle_reach_a_real_server(raiz: Path, buzon: Buzon) -> None:
    name = nuevo(raiz, "Abasto ñandú", "2024-06-03T10:00:00", otras=("administracion",))
    _tell(raiz)
    anota(raiz, name, "avance", MEDICAS, "2099-06-04T10:00:00", grado=100, texto="Listo")
    _tell(raiz)
    assert len(buzon.sobres) == 1  # a report is told to nobody
    anota(raiz, name, "comentario", DG, "2099-06-05T10:00:00", texto="Con «comillas» y á")
    anota(raiz, name, "validado", DG, "2099-06-05T11:00:00")
    anota(raiz, name, "concluido", ADMIN, "2099-06-05T12:00:00")
    made = orden("acuerdo", "avisar", "--ensayo", "--como", ADMIN, cwd=raiz)
    assert "ACU-008" in made.stderr  # the clock of this machine is behind those notes
    with desk(raiz, None) as mesa:
        told = list(messages(mesa, mesa.find(name), seguimiento.momento("2099-06-06T09:00:00")))
    with smtp(server(mesa.roles.correo)) as send:
        for message in told:
            send(message)
    alta, comentario, validado, concluido = buzon.mensajes
    assert buzon.sobres[0].rcpt_tos == [*RESPONSABLE, *COPIAS]
    assert buzon.sobres[0].mail_from == "acuerdos@ejemplo.invalid"
    assert alta["To"] == ", ".join(RESPONSABLE)
    assert alta["Cc"] == ", ".join(COPIAS)
    assert alta["Subject"] == "Acuerdo 2024-0001: Registro — Abasto ñandú"
    body = alta.get_content()
    assert "Folio: 2024-0001" in body
    assert f"Liga: https://transparencia.ejemplo.invalid/imss/acuerdos/{name}/" in body
    assert "Responsable: Dirección de Prestaciones Médicas" in body
    assert buzon.sobres[1].rcpt_tos == RESPONSABLE
    assert comentario["Cc"] is None
    assert "Con «comillas» y á" in comentario.get_content()
    assert comentario["In-Reply-To"] == alta["Message-ID"]
    assert validado["Subject"].startswith("Acuerdo 2024-0001: Validación")
    assert buzon.sobres[3].rcpt_tos == RESPONSABLE[:1]
    assert "Estado: Concluido, 100% de cumplimiento" in concluido.get_content()
    ids = [m["Message-ID"] for m in buzon.mensajes]
    assert len(set(ids)) == 4
    assert all(i.endswith("@ejemplo.invalid>") for i in ids)
    assert parsedate_to_datetime(alta["Date"]).tzinfo is not None


def test_what_was_told_is_not_told_again(raiz: Path, buzon: Buzon) -> None:
    nuevo(raiz, "Uno", "2024-06-03T10:00:00")
    nuevo(raiz, "Dos", "2024-06-03T11:00:00")
    _tell(raiz)
    _tell(raiz)
    assert len(buzon.sobres) == 2
    done = orden("acuerdo", "avisar", "--como", ADMIN, cwd=raiz)
    assert done.stdout == "No hay nada por avisar.\n"
    with desk(raiz, None) as mesa:
        assert [(s.estado, s.asentado) for s in mesa.seguidos] == [("notificado", True)] * 2


def test_what_is_late_is_recalled(raiz: Path, buzon: Buzon) -> None:
    nuevo(raiz, "Tarde", "2024-06-03T10:00:00", plazo="2024-06-30")
    nuevo(raiz, "Lejos", "2024-06-03T11:00:00", plazo="2099-06-30")
    _tell(raiz, "--recordar", "7")
    (message,) = buzon.mensajes
    assert message["Subject"] == "Acuerdo 2024-0001: está vencido — Tarde"


def test_a_reserved_one_gives_no_public_link(raiz: Path, buzon: Buzon) -> None:
    name = nuevo(raiz, "Secreto", "2024-06-03T10:00:00", reserva="sí")
    _tell(raiz)
    body = buzon.mensajes[0].get_content()
    assert "transparencia.ejemplo.invalid" not in body
    assert f"https://git.ejemplo.invalid/acuerdos/main/data/imss/acuerdos/2024/{name}.yml" in body


def test_no_word_of_an_acuerdo_becomes_a_heading(raiz: Path, buzon: Buzon) -> None:
    nuevo(raiz, "Abasto\nBcc: otro@ejemplo.invalid\n\nhola", "2024-06-03T10:00:00")
    _tell(raiz)
    assert buzon.mensajes[0]["Bcc"] is None
    assert buzon.sobres[0].rcpt_tos == RESPONSABLE
    assert "Abasto Bcc: otro@ejemplo.invalid hola" in buzon.mensajes[0]["Subject"]


def test_files_are_whole_messages(raiz: Path, tmp_path: Path) -> None:
    nuevo(raiz, "Abasto — ñ", "2024-06-03T10:00:00")
    _tell(raiz, "--carpeta", str(tmp_path / "eml"))
    (path,) = (tmp_path / "eml").glob("*.eml")
    message = email.message_from_bytes(path.read_bytes(), policy=default)
    assert message["Subject"] == "Acuerdo 2024-0001: Registro — Abasto — ñ"
    assert b"\r\n" in path.read_bytes()
    assert message.defects == []


# ── servers that fail ──


def _fails(raiz: Path) -> str:
    before = {p: p.read_bytes() for p in (raiz / "data").rglob("*.yml")}
    done = orden("acuerdo", "avisar", "--como", ADMIN, cwd=raiz)
    assert done.returncode == 3
    assert {p: p.read_bytes() for p in (raiz / "data").rglob("*.yml")} == before
    assert "Traceback" not in done.stderr
    return done.stderr


def test_without_a_server_it_says_where_to_put_it(
    raiz: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nuevo(raiz, "Abasto", "2024-06-03T10:00:00")
    monkeypatch.delenv("PLIEGO_SMTP_SERVIDOR", raising=False)
    assert "no se sabe por qué servidor" in _fails(raiz)
    monkeypatch.setenv("PLIEGO_SMTP_SERVIDOR", "127.0.0.1")
    monkeypatch.setenv("PLIEGO_SMTP_PUERTO", "1")
    assert "no se pudo hablar con 127.0.0.1:1" in _fails(raiz)


def test_a_refused_mailbox_notes_nothing(raiz: Path, buzon: Buzon) -> None:
    nuevo(raiz, "Abasto", "2024-06-03T10:00:00")
    buzon.rechaza = RESPONSABLE[1]
    assert f"el servidor no aceptó a {RESPONSABLE[1]}" in _fails(raiz)


def test_a_password_never_travels_in_the_clear() -> None:
    plain = Correo(remitente="a@b.invalid", servidor="s", cifrado="ninguno", usuario="u")
    with pytest.raises(PostFault, match="no viaja sin cifrar"):
        server(plain, {"PLIEGO_SMTP_CLAVE": "x"})
    with pytest.raises(PostFault, match="falta la clave de «u»"):
        server(plain.model_copy(update={"cifrado": "tls"}), {})
    with pytest.raises(PostFault, match="no es un puerto"):
        server(plain, {"PLIEGO_SMTP_PUERTO": "x"})


def test_a_server_without_encryption_gets_nothing(raiz: Path, buzon: Buzon) -> None:
    roles = raiz / "data/imss/acuerdos/roles.yml"
    text = roles.read_text("utf-8").replace("cifrado: ninguno", "cifrado: starttls")
    roles.write_text(text, "utf-8")
    nuevo(raiz, "Abasto", "2024-06-03T10:00:00")
    assert "no ofrece el cifrado que se pide" in _fails(raiz)
    assert buzon.sobres == []
