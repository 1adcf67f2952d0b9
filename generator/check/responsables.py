"""What the narrative of an actividad says it is in charge of is what its table says.

The text that presents an actividad and names a unidad names one that answers for its indicators.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.span import Span
from generator.base.text import bare
from generator.check.todo import Todo
from generator.model.proyecto import InstitucionLeida


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        tables = [leido.valor for leido in leida.indicadores]
        for documento in leida.documentos:
            for path in documento.narrativas.values():
                key = PurePosixPath(path).stem
                own = [t for t in tables if t.actividad == key]
                due = {i.unidad_responsable for t in own for i in t.indicadores}
                if due:
                    yield from _text(todo, leida, path, due)


def _text(todo: Todo, leida: InstitucionLeida, path: str, due: set[str]) -> Iterator[Diagnostic]:
    units = {unidad.id: unidad.nombre for unidad in leida.unidades.valor.unidades}
    named = sorted(units[id_] for id_ in due if id_ in units)
    for number, line in enumerate(todo.textos.get(path, ()), 1):
        for id_, name in units.items():
            place = bare(line).find(bare(name))
            if id_ not in due and place >= 0:
                data = {"unidad": name, "responsables": ", ".join(named)}
                yield diagnose("TXT-014", Span(path, number, place + 1), **data)
