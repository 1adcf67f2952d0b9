"""Each scheme of semáforo can be applied: its cut-offs go down, and only the last has no floor."""

from collections.abc import Iterator

from generator.base.diagnostic import Diagnostic, diagnose
from generator.check.todo import Todo
from generator.model.leido import Leido, Loc
from generator.model.semaforo import Esquema


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        for leido in leida.semaforos.values():
            if not leido.reparado:
                yield from _cortes(leido)
                yield from _vigencia(leido)


def _cortes(leido: Leido[Esquema]) -> Iterator[Diagnostic]:
    cortes = leido.valor.cortes
    for n, corte in enumerate(cortes[:-1]):
        below = cortes[n + 1].desde
        if corte.desde is None:
            cause = f"el corte «{corte.etiqueta}» no dice «desde» y no es el último"
            yield _fault(leido, ("cortes", n, "etiqueta"), cause)
        elif below is not None and below.valor >= corte.desde.valor:
            cause = (
                f"el corte «{cortes[n + 1].etiqueta}» empieza donde «{corte.etiqueta}» o más arriba"
            )
            yield _fault(leido, ("cortes", n + 1, "desde"), cause)


def _vigencia(leido: Leido[Esquema]) -> Iterator[Diagnostic]:
    span = leido.valor.vigencia
    if span.hasta is not None and span.hasta < span.desde:
        yield _fault(leido, ("vigencia", "hasta"), "la vigencia termina antes de empezar")


def _fault(leido: Leido[Esquema], loc: Loc, cause: str) -> Diagnostic:
    return diagnose("SEM-001", leido.span(*loc), causa=cause)
