"""What the data declare of their own figures is true: comprobaciones.yml."""

from collections.abc import Iterator

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.span import Span
from generator.check.todo import Todo
from generator.model.cuenta import Desconocida, SinValor, alike, compute, holds
from generator.model.expresion import Comparacion, read_comparison
from generator.model.formula import FormulaError, Undefined


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        leido = leida.comprobaciones
        if leido and not leido.reparado:
            for n, each in enumerate(leido.valor.comprobaciones):
                place = leido.span("comprobaciones", n, "debe")
                yield from comprobar(todo, leida.id, each.debe, each.dice, place)


def comprobar(
    todo: Todo, institucion: str, debe: str, dice: str, place: Span
) -> Iterator[Diagnostic]:
    """Whether `debe` holds; if not, where its first figure was written. A figure that is ND or NA
    leaves nothing to compare.
    """
    try:
        comparison = read_comparison(debe)
        if not holds(comparison, todo.registro, institucion):
            yield _false(todo, institucion, comparison, dice, place)
    except Desconocida as error:
        close = alike(str(error), todo.registro, institucion)
        yield diagnose("REF-005", place, direccion=error, cerca=close)
    except SinValor:
        return
    except (FormulaError, Undefined) as error:
        cause = str(error) or "divide entre cero"
        yield diagnose("REF-018", place, texto=debe, causa=cause)


def _false(
    todo: Todo, institucion: str, comparison: Comparacion, dice: str, place: Span
) -> Diagnostic:
    left, right = (
        compute(side, todo.registro, institucion)
        for side in (comparison.izquierda, comparison.derecha)
    )
    figures = (*left.partes, *right.partes)
    origin = figures[0].origen if figures else place
    data = {"dice": dice, "uno": left.texto, "signo": comparison.signo, "otro": right.texto}
    return diagnose("AUD-010", origin, **data)
