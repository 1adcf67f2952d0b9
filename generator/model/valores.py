"""The small values: numbers and targets as published, identifiers, colours.

Each is bound from the text as typed, so `385,200` and `95.24%` keep their exact value, their
decimals and their separators. A text that is not one raises PydanticCustomError with the code
of its message (ESQ-004, ESQ-007, ESQ-008, ESQ-009), which reading turns into a located diagnostic.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError, core_schema

from generator.base.numbers import NumberError, Numero, parse


class Modelo(BaseModel):
    """What is read from YAML: frozen, and nothing but the declared keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def fail(code: str, cause: str, value: object) -> PydanticCustomError:
    """A validation error that carries the code of its message."""
    return PydanticCustomError(
        "pliego", "{causa}", {"codigo": code, "causa": cause, "valor": value}
    )


def _numero(value: Any) -> Numero:
    if isinstance(value, Numero):
        return value
    try:
        return parse(str(value))
    except NumberError as error:
        raise fail("ESQ-004", str(error), value) from None


_NUMERO_JSON = {
    "anyOf": [
        {"type": "number"},
        {"type": "string", "pattern": r"^[-−]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$"},
    ],
    "description": "Número como se publica: 385,200 · 95.24 · 0.37",
}


Anio = Annotated[int, Field(ge=1900, le=2200)]


def _dinero(value: Any) -> Numero:
    number = _numero(value)
    if number.decimales > 2:
        raise fail("ESQ-004", "una cantidad de dinero tiene dos decimales como máximo", value)
    return number


NumeroLeido = Annotated[Numero, BeforeValidator(_numero), WithJsonSchema(_NUMERO_JSON)]
Dinero = Annotated[Numero, BeforeValidator(_dinero), WithJsonSchema(_NUMERO_JSON)]


def _dia(value: Any) -> date:
    """Only year-month-day: a bare number is no date."""
    try:
        if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", str(value)):
            return date.fromisoformat(str(value))
    except ValueError:
        pass
    raise fail("ESQ-007", "no es una fecha", value)


Dia = Annotated[date, BeforeValidator(_dia), WithJsonSchema({"type": "string", "format": "date"})]
"""A day of the calendar, written year-month-day."""

_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
PENDIENTE = "pendiente"
"""Stands for an identifier that was faulty; nothing is said of it twice."""

_WINDOWS = {"con", "prn", "aux", "nul"}
_SITE = {
    *("buscar", "cifras", "datos", "documentos", "index", "indicadores", "pagefind", "portal"),
    "recursos",
}
RESERVADOS = frozenset(_WINDOWS | _SITE)


def id_fault(value: str) -> str | None:
    """Why `value` cannot name something, or None when it can."""
    if not re.fullmatch(_ID, value):
        return "sólo admite minúsculas sin acentos, cifras y guiones"
    if value in RESERVADOS:
        return "es un nombre reservado"
    return "tiene más de 80 caracteres" if len(value) > 80 else None


def _id(value: Any) -> str:
    fault = id_fault(str(value))
    if fault:
        raise fail("ESQ-008", fault, value)
    return str(value)


_ID_JSON = {"type": "string", "pattern": f"^{_ID}$", "maxLength": 80}
Identificador = Annotated[str, BeforeValidator(_id), WithJsonSchema(_ID_JSON)]


def _color(value: Any) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", str(value)):
        raise fail("ESQ-008", 'un color se escribe como "#74203A", entre comillas', value)
    return str(value).upper()


_COLOR_JSON = {"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"}
Color = Annotated[str, BeforeValidator(_color), WithJsonSchema(_COLOR_JSON)]

Texto = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""One line or paragraph for readers; never empty."""

Escrito = Annotated[Texto, WithJsonSchema({"type": ["string", "number"], "minLength": 1})]
"""A text that may be only figures: a year, what the original printed."""


class Leible:
    """A value that is read from the text of its scalar by `leer`, and described in the schemas."""

    ESQUEMA: ClassVar[dict[str, Any]] = {}

    @classmethod
    def leer(cls, value: Any) -> Self:
        """The value that a text states. Raises PydanticCustomError with the code of its message."""
        raise NotImplementedError

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(cls.leer)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        return cls.ESQUEMA


OPERADORES = {"<=": "≤", ">=": "≥", "≤": "≤", "≥": "≥", "<": "<", ">": ">", "=": "="}
_META = re.compile(r"(<=|>=|[≤≥<>=])? *(US\$|\$)? *([-−]?[0-9][0-9.,]*) *(%|[^\W\d_][^<>{}|/]*)?")
MAX_META = 80


@dataclass(frozen=True)
class Meta(Leible):
    """A target: operator (=, ≤, <, ≥, >), sign of money, exact number as published, and unit
    (%, días, M…).
    """

    ESQUEMA: ClassVar[dict[str, Any]] = {
        "anyOf": [{"type": "number"}, {"type": "string", "minLength": 1}],
        "description": "Meta como se publica: 385,200 · 95.24% · ≤4% · 10 días · $1,315",
    }

    operador: str
    numero: Numero
    unidad: str
    prefijo: str = ""

    @classmethod
    def leer(cls, value: Any) -> Self:
        """The target that a text such as `≤4%` or `385,200` states; ESQ-009 when it does not."""
        if isinstance(value, cls):
            return value
        text = str(value).strip()
        match = _META.fullmatch(text)
        if len(text) > MAX_META or not match:
            raise fail("ESQ-009", "debe ser un número y, si acaso, su unidad", value)
        try:
            number = parse(match[3])
        except NumberError as error:
            raise fail("ESQ-009", str(error), value) from None
        unit = (match[4] or "").strip()
        return cls(OPERADORES[match[1] or "="], number, unit, match[2] or "")
