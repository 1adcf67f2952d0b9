"""The title of a column of metas is of the year of its file: no «PLAN 2023» over metas of 2024."""

import re
from collections.abc import Iterator

from generator.base.diagnostic import Diagnostic, diagnose
from generator.check.todo import Todo
from generator.model.indicador import Indicadores
from generator.model.leido import Leido

_YEAR = re.compile(r"\b(?:19|20|21)[0-9]{2}\b")


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        for tabla in (t for t in leida.indicadores if not t.reparado):
            yield from _encabezados(tabla)


def _encabezados(tabla: Leido[Indicadores]) -> Iterator[Diagnostic]:
    titles, year = tabla.valor.encabezados, tabla.valor.ejercicio
    for field, text in (("resultado", titles.resultado), ("produccion", titles.produccion)):
        named = _YEAR.findall(text or "")
        if named and str(year) not in named:
            place = tabla.span("encabezados", field)
            yield diagnose("EJE-003", place, encabezado=text, ejercicio=year)
