"""A stated value as institutions publish it: number, unit, mark and state.

`385,200` · `11.9 p/` · `42'344,860` · `64%` · `$ 759'395,049.00` · `26,124 millones de pesos` ·
`847 1/` · `ND` · `NA` · `-` (a zero printed as a dash). Bound from the text as typed; a text that
is none of these fails with ESQ-010.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import ConfigDict, Field
from pydantic_core import PydanticCustomError

from generator.base.numbers import NumberError, Numero, parse
from generator.model.valores import Anio, Dia, Escrito, Identificador, Leible, Modelo, Texto, fail

Estado = Literal["", "p/", "ND", "NA"]
"""Definitive, preliminary, not available, not applicable."""

MAX_TEXT = 120
_DATO = re.compile(
    r"""(?P<antes>p/\ *)?
        (?P<prefijo>\$|US\$)?\ *
        (?P<numero>[-−]?[0-9][0-9.,'´’]*)
        (?:\ *(?P<unidad>%|[^\W\d_/*][^\d<>{}|/*]*?))?
        (?P<marcas>(?:\ +[0-9]{1,2}/|\ *p/|\ *\*)*)""",
    re.VERBOSE,
)
_MARK = re.compile(r"[0-9]{1,2}/|p/|\*")
_ABSENT = re.compile(r"(ND|NA)((?:\ *(?:[0-9]{1,2}/|\*))*)")
_ALMOST = re.compile(r"(?i)(n[./]?\ *[da]\.?|s/d|no disponible|no aplica)")


@dataclass(frozen=True)
class Dato(Leible):
    """A value as published. `numero` is None when `estado` is ND or NA."""

    ESQUEMA: ClassVar[dict[str, Any]] = {
        "anyOf": [{"type": "number"}, {"type": "string", "minLength": 1}],
        "description": "Dato como se publica: 385,200 · 11.9 p/ · 64% · ND · NA",
    }

    numero: Numero | None
    estado: Estado = ""
    unidad: str = ""
    prefijo: str = ""
    """$ or US$, before the number."""
    marcas: tuple[str, ...] = ()
    """Footnote marks: 1/, *."""
    guion: bool = False
    """A zero that is printed as a dash."""

    @classmethod
    def leer(cls, value: Any) -> Self:
        """The value that a text states; ESQ-010 when it states none."""
        if isinstance(value, cls):
            return value
        text = str(value).strip()
        if len(text) > MAX_TEXT:
            raise fail("ESQ-010", f"tiene {len(text)} caracteres; el máximo es {MAX_TEXT}", value)
        if text in ("-", "−", "–"):
            return cls(Numero(Decimal(0)), guion=True)
        if absent := _ABSENT.fullmatch(text):
            state: Estado = "ND" if absent[1] == "ND" else "NA"
            return cls(None, state, marcas=tuple(_MARK.findall(absent[2])))
        match = _DATO.fullmatch(text)
        both = match and match["unidad"] in ("ND", "NA")
        if not match or both:
            raise fail("ESQ-010", _cause(text), value)
        return cls(*_stated(match, value))


def _stated(
    match: re.Match[str], value: object
) -> tuple[Numero, Estado, str, str, tuple[str, ...]]:
    """The parts of a value with its number."""
    try:
        number = parse(match["numero"])
    except NumberError as error:
        raise fail("ESQ-010", str(error), value) from None
    marks = _MARK.findall(match["marcas"])
    state: Estado = "p/" if match["antes"] or "p/" in marks else ""
    notes = tuple(mark for mark in marks if mark != "p/")
    return number, state, (match["unidad"] or "").strip(), match["prefijo"] or "", notes


def _cause(text: str) -> str:
    if re.search(r"\b(ND|NA)\b", text) and re.search(r"[0-9]", text):
        return "o hay número o hay ND, no las dos cosas"
    if _ALMOST.fullmatch(text):
        short = "NA" if "a" in text.lower().replace("disponible", "") else "ND"
        return f"se escribe {short}"
    return "no es un número, ND ni NA"


def stated(text: str) -> Dato | None:
    """What a cell states, or None for an empty one or one that is no figure."""
    try:
        return Dato.leer(text) if text.strip() else None
    except PydanticCustomError:
        return None


class Suelto(Modelo):
    """A figure that the narrative cites and no ficha or cuadro states: a value or a date, which
    `check` looks into.
    """

    model_config = ConfigDict(
        json_schema_extra={"oneOf": [{"required": ["valor"]}, {"required": ["fecha"]}]}
    )

    id: Identificador = Field(description="Se cita como {{ dato.<id> }}")
    nombre: Texto = Field(description="Qué mide, dónde y cuándo")
    valor: Dato | None = None
    fecha: Dia | None = Field(None, description="En lugar del valor, un día: 2024-01-19")
    corte: Escrito | None = Field(None, description="Fecha o periodo, si no es el del archivo")
    fuente: Texto | None = None
    impreso: Escrito | None = Field(
        None, description="Lo que imprimió el original, si es otra cosa"
    )
    nota: Texto | None = None


class Datos(Modelo):
    """data/<institución>/datos/<tema>.yml"""

    corte: Escrito = Field(description="Periodo o fecha de las cifras")
    fuente: Texto = Field(description="De dónde salen, si el dato no dice otra cosa")
    datos: tuple[Suelto, ...] = Field(min_length=1)


Serie = Annotated[dict[Anio, Dato], Field(min_length=1, description="Año y valor, como se publicó")]
