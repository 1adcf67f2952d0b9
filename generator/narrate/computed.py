"""What the narrative computes and affirms: `{{ =a + b : formato }}`, `{{ aumentó si a > b }}`."""

from dataclasses import replace

from generator.base.diagnostic import Diagnostic, diagnose
from generator.document.nodes import Afirmacion, Referencia
from generator.model.cuenta import Desconocida, SinValor, alike, compute, holds
from generator.model.expresion import read_comparison, read_expression
from generator.model.formula import FormulaError, Undefined
from generator.model.registro import Cifra, Registro


def computed(referencia: Referencia, registro: Registro, institucion: str) -> Cifra | Diagnostic:
    """The figure that a `=…` gives, or why it gives none."""
    text = referencia.direccion[1:]
    try:
        made = compute(read_expression(text), registro, institucion)
    except (FormulaError, Desconocida, SinValor, Undefined) as error:
        return _fault(error, referencia, text, (registro, institucion))
    if not made.partes:
        return diagnose("REF-018", referencia.span, texto=text, causa="no cita ninguna cifra")
    return replace(made.cifra(text), origen=referencia.span)


def judged(afirmacion: Afirmacion, registro: Registro, institucion: str) -> Diagnostic | None:
    """What is wrong with a claim: it cannot be read, or the figures do not bear it out."""
    try:
        comparison = read_comparison(afirmacion.condicion)
        if holds(comparison, registro, institucion):
            return None
        sides = (comparison.izquierda, comparison.derecha)
        said = " y ".join(compute(side, registro, institucion).texto for side in sides)
    except (FormulaError, Desconocida, SinValor, Undefined) as error:
        return _fault(error, afirmacion, afirmacion.condicion, (registro, institucion))
    data = {"texto": afirmacion.texto, "condicion": afirmacion.condicion, "cuentas": said}
    return diagnose("AFI-001", afirmacion.span, **data)


def _fault(
    error: Exception, place: Referencia | Afirmacion, text: str, known: tuple[Registro, str]
) -> Diagnostic:
    match error:
        case Desconocida():
            address = str(error)
            close = alike(address, *known)
            return diagnose("REF-005", place.span, direccion=address, cerca=close)
        case SinValor():
            cause = f"«{error}» no tiene valor (ND o NA)"
        case Undefined():
            cause = "divide entre cero"
        case _:
            cause = str(error)
    return diagnose("REF-018", place.span, texto=text, causa=cause)
