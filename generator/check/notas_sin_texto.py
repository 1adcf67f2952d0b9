"""A note that is called has its text: one that says ND was never printed."""

from collections.abc import Iterator, Mapping

from generator.base.diagnostic import Diagnostic, diagnose
from generator.check.todo import Todo


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        for leido in (*leida.fichas.values(), *leida.cuadros.values()):
            notas: Mapping[str, str] = leido.valor.notas
            for mark, text in notas.items():
                if text.split(".")[0].strip() == "ND":
                    yield diagnose("MAR-003", leido.span("notas", mark), marca=mark)
