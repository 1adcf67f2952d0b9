"""What the narrative computes and affirms: `{{ =a + b : formato }}`, `{{ aumentó si a > b }}`."""

from generator.base.diagnostic import Diagnostic, diagnose, near
from generator.base.numbers import plain
from generator.document.nodes import Afirmacion, Referencia
from generator.model.expresion import (
    Comparacion,
    Cuenta,
    Desconocida,
    Expresion,
    SinValor,
    compute,
    holds,
    read_comparison,
    read_expression,
)
from generator.model.formula import FormulaError, Undefined
from generator.model.registro import Cifra, Registro


def computed(referencia: Referencia, registro: Registro, institucion: str) -> Cifra | Diagnostic:
    """The figure that a `=…` gives, or why it gives none."""
    text = referencia.direccion[1:]
    try:
        expression = read_expression(text)
        made = compute(expression, registro, institucion)
    except (FormulaError, Desconocida, SinValor, Undefined) as error:
        return _fault(error, referencia, text, registro)
    first = made.partes[0] if made.partes else None
    if first is None:
        return diagnose("REF-018", referencia.span, texto=text, causa="no cita ninguna cifra")
    return _figure(referencia, made, first)


def _figure(referencia: Referencia, made: Cuenta, first: Cifra) -> Cifra:
    preliminary = any(part.estado == "p/" for part in made.partes)
    return Cifra(
        referencia.direccion,
        made.valor,
        "dato",
        f"Calculado en el texto: {referencia.direccion[1:]}",
        referencia.span,
        first.casa,
        decimales=made.decimales,
        unidad=made.unidad,
        prefijo=first.prefijo if len({part.prefijo for part in made.partes}) == 1 else "",
        estado="p/" if preliminary else "",
        operacion="fórmula",
        partes=tuple(part.direccion for part in made.partes),
    )


def judged(afirmacion: Afirmacion, registro: Registro, institucion: str) -> Diagnostic | None:
    """What is wrong with a claim: it cannot be read, or the figures do not bear it out."""
    try:
        comparison = read_comparison(afirmacion.condicion)
        if holds(comparison, registro, institucion):
            return None
        said = _said(comparison, registro, institucion)
    except (FormulaError, Desconocida, SinValor, Undefined) as error:
        return _fault(error, afirmacion, afirmacion.condicion, registro)
    data = {"texto": afirmacion.texto, "condicion": afirmacion.condicion, "cuentas": said}
    return diagnose("AFI-001", afirmacion.span, **data)


def _said(comparison: Comparacion, registro: Registro, institucion: str) -> str:
    """The two sides with their values: «221.84 y 135.64»."""

    def value(side: Expresion) -> str:
        made = compute(side, registro, institucion)
        whole = len(made.partes) == 1 and made.partes[0].valor == made.valor
        return made.partes[0].completa if whole else plain(made.valor)

    return f"{value(comparison.izquierda)} y {value(comparison.derecha)}"


def _fault(
    error: Exception, place: Referencia | Afirmacion, text: str, registro: Registro
) -> Diagnostic:
    match error:
        case Desconocida():
            address = str(error)
            close = near(address, (cifra.corta for cifra in registro))
            return diagnose("REF-005", place.span, direccion=address, cerca=close)
        case SinValor():
            cause = f"«{error}» no tiene valor (ND o NA)"
        case Undefined():
            cause = "divide entre cero"
        case _:
            cause = str(error)
    return diagnose("REF-018", place.span, texto=text, causa=cause)
