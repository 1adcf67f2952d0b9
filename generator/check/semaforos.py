"""Each scheme of semáforo can be applied: its words are told apart, its cut-offs go down, and only
the last of those that go by percent has no floor.
"""

from collections.abc import Iterator
from itertools import pairwise

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.text import slug
from generator.check.todo import Todo
from generator.model.enlazado_tablero import CON_DATO, SIN_CLASIFICAR, SIN_DATO
from generator.model.leido import Leido, Loc
from generator.model.semaforo import Esquema

RESERVADAS = tuple(estado.palabra for estado in (CON_DATO, SIN_CLASIFICAR, SIN_DATO))


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        for leido in leida.semaforos.values():
            if not leido.reparado:
                yield from _cortes(leido)
                yield from _condiciones(leido)
                yield from _etiquetas(leido)
                yield from _vigencia(leido)


def _cortes(leido: Leido[Esquema]) -> Iterator[Diagnostic]:
    cortes = [(n, corte) for n, corte in enumerate(leido.valor.cortes) if not corte.cuando]
    for (n, corte), (m, other) in pairwise(cortes):
        if corte.desde is None:
            cause = f"el corte «{corte.etiqueta}» no dice «desde» y no es el último"
            yield _fault(leido, ("cortes", n, "etiqueta"), cause)
        elif other.desde is not None and other.desde.valor >= corte.desde.valor:
            cause = f"el corte «{other.etiqueta}» empieza donde «{corte.etiqueta}» o más arriba"
            yield _fault(leido, ("cortes", m, "desde"), cause)


def _condiciones(leido: Leido[Esquema]) -> Iterator[Diagnostic]:
    """A corte goes by a condition or by percent, and a condition serves one."""
    seen = set[str]()
    for n, corte in enumerate(leido.valor.cortes):
        if corte.cuando and corte.desde is not None:
            cause = f"el corte «{corte.etiqueta}» dice «cuando» y «desde»"
            yield _fault(leido, ("cortes", n, "desde"), cause)
        if corte.cuando in seen:
            cause = f"dos cortes se ganan con «{corte.cuando}»"
            yield _fault(leido, ("cortes", n, "cuando"), cause)
        seen.update([corte.cuando] if corte.cuando else [])


def _etiquetas(leido: Leido[Esquema]) -> Iterator[Diagnostic]:
    """Each word once, and none of those that say that there is nothing to judge."""
    seen = {slug(word) for word in RESERVADAS}
    for n, corte in enumerate(leido.valor.cortes):
        if slug(corte.etiqueta) in seen:
            own = any(slug(corte.etiqueta) == slug(word) for word in RESERVADAS)
            cause = f"la etiqueta «{corte.etiqueta}» {'es de Pliego' if own else 'está dos veces'}"
            yield _fault(leido, ("cortes", n, "etiqueta"), cause)
        seen.add(slug(corte.etiqueta))


def _vigencia(leido: Leido[Esquema]) -> Iterator[Diagnostic]:
    span = leido.valor.vigencia
    if span.hasta is not None and span.hasta < span.desde:
        yield _fault(leido, ("vigencia", "hasta"), "la vigencia termina antes de empezar")


def _fault(leido: Leido[Esquema], loc: Loc, cause: str) -> Diagnostic:
    return diagnose("SEM-001", leido.span(*loc), causa=cause)
