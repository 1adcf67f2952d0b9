"""The value of an expression as a finding tells it, with the place of its first figure."""

from dataclasses import dataclass

from generator.base.numbers import decimal_text
from generator.base.span import Span
from generator.model.expresion import Expresion, compute
from generator.model.registro import Registro


@dataclass(frozen=True)
class Cuenta:
    texto: str
    origen: Span | None


def made(expresion: Expresion, registro: Registro, institucion: str) -> Cuenta:
    """What `expresion` gives. Raises Desconocida, SinValor, Undefined."""
    value = compute(expresion, registro, institucion)
    first = value.partes[0] if value.partes else None
    if first and len(value.partes) == 1 and first.valor == value.valor:
        return Cuenta(first.completa, first.origen)
    locale = first.casa.locale if first else "es_MX"
    text = decimal_text(value.valor, value.decimales, locale=locale, grouped=True)
    return Cuenta(f"{text}{'%' if value.unidad == '%' else ''}", first.origen if first else None)
