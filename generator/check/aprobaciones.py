"""Each acuerdo approves an edition that exists, after it does; what cites an acuerdo finds it."""

from collections.abc import Iterator

from generator.base.diagnostic import Diagnostic, diagnose, near
from generator.base.span import Span
from generator.check.periodos import MESES
from generator.check.todo import Todo
from generator.model.aprobacion import Aprobacion, Aprueba
from generator.model.leido import Leido
from generator.model.proyecto import DocumentoLeido, InstitucionLeida
from generator.model.valores import PENDIENTE


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        yield from _citados(leida)
        approved: dict[tuple[str, int], Span] = {}
        for leido in leida.aprobaciones.values():
            yield from _cuenta(leida, leido)
            for n, aprueba in enumerate(leido.valor.aprueba):
                place, key = leido.span("aprueba", n), (aprueba.documento, aprueba.edicion)
                yield from _edicion(leida, leido, aprueba, n)
                if key in approved:
                    data = {"edicion": aprueba.edicion, "documento": aprueba.documento}
                    yield diagnose("APR-002", place, lugar=approved[key], **data)
                approved.setdefault(key, place)


def _citados(leida: InstitucionLeida) -> Iterator[Diagnostic]:
    for documento in leida.documentos:
        leido, id_ = documento.declarado, documento.declarado.valor.acuerdo
        if id_ not in (None, PENDIENTE, *leida.aprobaciones):
            close = near(str(id_), leida.aprobaciones)
            yield diagnose("REF-022", leido.span("acuerdo"), id=id_, cerca=close)


def _cuenta(leida: InstitucionLeida, leido: Leido[Aprobacion]) -> Iterator[Diagnostic]:
    id_ = leido.valor.cuenta
    if id_ not in (None, PENDIENTE, *leida.cuentas):
        yield diagnose("REF-023", leido.span("cuenta"), id=id_, cerca=near(str(id_), leida.cuentas))


def _edicion(
    leida: InstitucionLeida, leido: Leido[Aprobacion], aprueba: Aprueba, n: int
) -> Iterator[Diagnostic]:
    own = {d.id.rpartition("/")[2]: d for d in leida.documentos}
    found = own.get(aprueba.documento)
    if found is not None:
        yield from _fecha(leido, aprueba, found, n)
    elif aprueba.documento != PENDIENTE:
        data = {"institucion": leida.id, "cerca": near(aprueba.documento, own)}
        place = leido.span("aprueba", n, "documento")
        yield diagnose("REF-024", place, id=aprueba.documento, **data)


def _fecha(
    leido: Leido[Aprobacion], aprueba: Aprueba, documento: DocumentoLeido, n: int
) -> Iterator[Diagnostic]:
    """The edition is one that the document has had; the current one is not after the acuerdo."""
    current, declared = documento.declarado.valor.edicion, documento.declarado
    if declared.reparado or leido.reparado:
        return
    data = {"edicion": aprueba.edicion, "documento": aprueba.documento}
    if aprueba.edicion > current.numero:
        place = leido.span("aprueba", n, "edicion")
        yield diagnose("REF-025", place, va=current.numero, **data)
    elif aprueba.edicion == current.numero and leido.valor.fecha < current.fecha:
        one, other = (
            f"{d.day} de {MESES[d.month - 1]} de {d.year}"
            for d in (leido.valor.fecha, current.fecha)
        )
        yield diagnose("APR-001", leido.span("fecha"), fecha=one, publicada=other, **data)
