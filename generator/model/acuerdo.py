"""A follow-up acuerdo: what was agreed, who answers for it, by when, and all that was noted since.

The history only grows. Each note carries the digest of what it says and of the notes it follows
(`tras`), so that one changed, taken out or put before its own past no longer agrees with its
digest. Two branches may add to the same acuerdo: their notes follow the same one.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, Field, WithJsonSchema

from generator.base.digest import of_parts
from generator.model.valores import Dia, Identificador, Modelo, Texto, fail

Que = Literal[
    "asignado",
    "registrado",
    "notificado",
    "avance",
    "comentario",
    "prorroga",
    "validado",
    "devuelto",
    "suspendido",
    "reanudado",
    "cancelado",
    "concluido",
    "reabierto",
    "reservado",
    "publicado",
]
QUES: tuple[Que, ...] = get_args(Que)
FOLIO = r"^[0-9]{4}-[0-9]{4,6}$"
_MOMENT = r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}"


def _momento(value: Any) -> datetime:
    """Only a day, an hour with seconds and its offset: nobody guesses in which zone it was."""
    try:
        if isinstance(value, datetime) or re.fullmatch(_MOMENT, str(value)):
            return datetime.fromisoformat(str(value))
    except ValueError:
        pass
    raise fail("ACU-010", "no es un momento; se escribe 2024-06-30T09:15:00-06:00", value)


Momento = Annotated[
    datetime, BeforeValidator(_momento), WithJsonSchema({"type": "string", "format": "date-time"})
]
Huella = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


class Anotacion(Modelo):
    """One note of the history: who, when and what."""

    que: Que = Field(description="Qué se anota")
    quien: Identificador = Field(description="Unidad de roles.yml que lo anota")
    cuando: Momento = Field(description="2024-06-30T09:15:00-06:00")
    texto: Texto | None = None
    grado: int | None = Field(None, ge=0, le=100, description="De un avance: % de cumplimiento")
    soporte: tuple[Texto, ...] = Field((), description="De un avance: archivos o ligas")
    plazo: Dia | None = Field(None, description="De una prórroga: el nuevo plazo")
    folio: str | None = Field(None, pattern=FOLIO, description="Que se asienta al avisar")
    tras: tuple[Huella, ...] = Field((), description="Huellas de las anotaciones que continúa")
    huella: Huella = Field(description="De esta anotación; la escribe ./pliego acuerdo")


class Acuerdo(Modelo):
    """data/<institución>/acuerdos/<año>/<clave>.yml"""

    asunto: Texto
    acuerdo: Texto = Field(description="Lo que se acordó")
    responsable: Identificador = Field(description="Unidad de roles.yml")
    corresponsables: tuple[Identificador, ...] = ()
    plazo: Dia = Field(description="Para su cumplimiento: 2024-12-15")
    reserva: Literal["sí"] | None = Field(None, description="Nunca llega al sitio público")
    historial: tuple[Anotacion, ...] = Field(min_length=1, description="Sólo crece")


def sealed(anotacion: Anotacion, acuerdo: Acuerdo | None) -> str:
    """The digest that a note must carry; the first one also seals what the acuerdo itself says."""
    head = _words(acuerdo, leave="historial") if acuerdo is not None else ()
    return of_parts([*head, *_words(anotacion, leave="huella")])


def _words(what: Modelo, leave: str) -> Iterator[str]:
    """Each field that says something: its name and its value; a list, item by item."""
    for name in type(what).model_fields:
        value = getattr(what, name)
        if name == leave or value is None or value == ():
            continue
        items = value if isinstance(value, tuple) else (value,)
        yield from (name, str(len(items)))
        yield from (each.isoformat() if hasattr(each, "isoformat") else str(each) for each in items)


def clave(cuando: datetime, huella: str) -> str:
    """The name of an acuerdo's file, which no other branch can take: its day and its digest."""
    return f"{cuando:%Y%m%d}-{huella[:8]}"
