"""A note that is called has its text: one that says ND was never printed."""

from collections.abc import Callable, Iterator, Mapping

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.span import Span
from generator.check.todo import Todo


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        for ficha in leida.fichas.values():
            yield from _sin_texto(ficha.valor.notas, ficha.span)
        for cuadro in leida.cuadros.values():
            yield from _sin_texto(cuadro.valor.notas, cuadro.span)


def _sin_texto(notas: Mapping[str, str], span: Callable[..., Span]) -> Iterator[Diagnostic]:
    for mark, text in notas.items():
        if text.split(".")[0].strip() == "ND":
            yield diagnose("MAR-003", span("notas", mark), marca=mark)
