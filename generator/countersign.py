"""Findings chosen → exceptions written in their institution's excepciones.yml.

The new text is read again before it is written: it must say what was there and what was added,
and nothing else.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.base.diagnostic import Diagnostic
from generator.base.messages import Level
from generator.edit.atomic import replace_text
from generator.edit.excepciones import SCHEMA, added
from generator.model.excepcion import Excepcion, Excepciones
from generator.read.bind import bind_text
from generator.sign import institution, signable


class Refused(Exception):
    """The exceptions cannot be written; the message says why, in Spanish."""


@dataclass(frozen=True)
class Firma:
    """Who answers for the findings, why, since when and until when."""

    motivo: str
    autor: str
    fecha: date
    vence: date | None


@dataclass(frozen=True)
class Escrito:
    """One file to write: what it said and what is added to it."""

    ruta: Path
    nombre: str
    antes: str
    anadido: str
    firmados: int

    def write(self) -> None:
        """Raises OSError; the file is then as it was."""
        replace_text(self.ruta, self.antes + self.anadido)


def unsigned(findings: Iterable[Diagnostic], *, avisos: bool) -> list[Diagnostic]:
    """Those that may be signed and nobody signs; the avisos, only if they are asked for."""
    return [
        d
        for d in findings
        if not d.motivo
        and signable(d.code)
        and institution(d.span.path)
        and (avisos or d.level is Level.ERROR)
    ]


def prepare(raiz: Path, findings: Iterable[Diagnostic], firma: Firma) -> list[Escrito]:
    """What each institution's file must say to sign `findings`. Raises Refused and OSError."""
    entries: dict[str, dict[Excepcion, None]] = {}
    for each in findings:
        own = entries.setdefault(institution(each.span.path), {})
        own[_exception(each, firma)] = None
    return [_file(raiz, id_, tuple(own)) for id_, own in entries.items()]


def _exception(finding: Diagnostic, firma: Firma) -> Excepcion:
    return Excepcion(
        regla=finding.code,
        archivo=finding.span.path,
        dice=finding.text,
        motivo=unicodedata.normalize("NFC", firma.motivo),
        autor=unicodedata.normalize("NFC", firma.autor),
        fecha=firma.fecha,
        vence=firma.vence,
    )


def _file(raiz: Path, id_: str, excepciones: tuple[Excepcion, ...]) -> Escrito:
    name = f"data/{id_}/excepciones.yml"
    path = raiz / name
    before = path.read_bytes().decode("utf-8-sig") if path.exists() else ""
    text = added(before, excepciones)
    if not before and (raiz / "schemas").is_dir():
        text = SCHEMA + text
    old = _read(before, name) if before else ()
    if old is None:
        raise Refused(f"{name} tiene errores: corríjalos antes de firmar (./pliego revisar)")
    if _read(before + text, name) != (*old, *excepciones):
        raise Refused(
            f"{name} no termina en una lista a la que se pueda añadir; añádale esto a mano:\n{text}"
        )
    return Escrito(path, name, before, text, len(excepciones))


def _read(text: str, name: str) -> tuple[Excepcion, ...] | None:
    """The exceptions that `text` states; None when something in it is wrong."""
    bound, problems = bind_text(text.replace("\r\n", "\n"), name, Excepciones)
    return None if bound is None or problems else bound.valor.excepciones
