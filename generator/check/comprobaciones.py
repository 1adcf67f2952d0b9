"""What the data declare of their own figures is true: comprobaciones.yml."""

from collections.abc import Iterator

from generator.base.diagnostic import Diagnostic, diagnose, near
from generator.base.span import Span
from generator.check.cuentas import Cuenta, made
from generator.check.todo import Todo
from generator.model.expresion import Desconocida, SinValor, holds, read_comparison
from generator.model.formula import FormulaError, Undefined


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        leido = leida.comprobaciones
        for n, each in enumerate(leido.valor.comprobaciones if leido else ()):
            place = leido.span("comprobaciones", n, "debe") if leido else Span("")
            yield from comprobar(todo, leida.id, each.debe, each.dice, place)


def comprobar(
    todo: Todo, institucion: str, debe: str, dice: str, place: Span
) -> Iterator[Diagnostic]:
    """Whether `debe` holds; if not, where its first figure was written."""
    try:
        comparison = read_comparison(debe)
        if holds(comparison, todo.registro, institucion):
            return
        left, right = (
            made(side, todo.registro, institucion)
            for side in (comparison.izquierda, comparison.derecha)
        )
        yield _false(left, right, dice, comparison.signo, place)
    except Desconocida as error:
        address = str(error)
        close = near(address, (cifra.corta for cifra in todo.registro))
        yield diagnose("REF-005", place, direccion=address, cerca=close)
    except SinValor:
        return
    except (FormulaError, Undefined) as error:
        cause = str(error) or "divide entre cero"
        yield diagnose("REF-018", place, texto=debe, causa=cause)


def _false(left: Cuenta, right: Cuenta, dice: str, signo: str, place: Span) -> Diagnostic:
    origin = left.origen or place
    return diagnose("AUD-010", origin, dice=dice, uno=left.texto, otro=right.texto, signo=signo)
