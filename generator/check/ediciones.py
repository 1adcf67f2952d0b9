"""The editions of a document follow one another: each with a lower number and an earlier day."""

from collections.abc import Iterator
from itertools import pairwise

from generator.base.diagnostic import Diagnostic, diagnose
from generator.check.periodos import MESES
from generator.check.todo import Todo
from generator.model.documento import Documento, Edicion, EdicionAnterior
from generator.model.leido import Leido

_Una = Edicion | EdicionAnterior


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        for documento in leida.documentos:
            if not documento.declarado.reparado:
                yield from _en_orden(documento.declarado)


def _en_orden(leido: Leido[Documento]) -> Iterator[Diagnostic]:
    every: tuple[_Una, ...] = (leido.valor.edicion, *leido.valor.anteriores)
    for place, (later, earlier) in enumerate(pairwise(every)):
        if earlier.numero >= later.numero or earlier.fecha > later.fecha:
            span = leido.span("anteriores", place)
            yield diagnose("EDI-001", span, una=_said(earlier), otra=_said(later))


def _said(edicion: _Una) -> str:
    day = edicion.fecha
    return f"{edicion.numero} ({day.day} de {MESES[day.month - 1]} de {day.year})"
