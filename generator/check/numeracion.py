"""Numbers that order things neither skip nor repeat, and each one says what it is under."""

import re
from collections.abc import Iterable, Iterator

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.span import Span
from generator.check.todo import Todo
from generator.model.cuadro import Cuadro
from generator.model.instrumento import Estrategia, Instrumento, Objetivo
from generator.model.leido import Leido, Loc
from generator.model.proyecto import InstitucionLeida

_NUMERO = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3})*\.?")
Numerado = tuple[str, Span]


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        for instrumento in leida.instrumentos.values():
            if not instrumento.reparado:
                yield from _instrumento(instrumento)
        yield from _fichas(leida)
        for cuadro in leida.cuadros.values():
            if not cuadro.reparado:
                yield from _cuadro(cuadro)


def _instrumento(leido: Leido[Instrumento]) -> Iterator[Diagnostic]:
    """Its objectives may be some of those of the instrument: they only must go forward."""
    previous = 0
    for n, objetivo in enumerate(leido.valor.objetivos):
        if objetivo.numero < previous:
            data = {"numero": objetivo.numero, "antes": previous, "debia": "un número mayor"}
            yield diagnose(
                "NRO-002", leido.span("objetivos", n, "numero"), que="el objetivo", **data
            )
        previous = objetivo.numero
        yield from _objetivo(leido, objetivo, ("objetivos", n))


def _objetivo(leido: Leido[Instrumento], objetivo: Objetivo, loc: Loc) -> Iterator[Diagnostic]:
    strategies = [
        (each.numero, leido.span(*loc, "estrategias", n, "numero"))
        for n, each in enumerate(objetivo.estrategias)
        if each.numero
    ]
    under = (str(objetivo.numero),)
    place = f"el objetivo {objetivo.numero}"
    yield from _ajenos("la estrategia", strategies, under, place)
    yield from _seguidos("la estrategia", strategies)
    for n, estrategia in enumerate(objetivo.estrategias):
        yield from _lineas(leido, objetivo, estrategia, (*loc, "estrategias", n))


def _lineas(
    leido: Leido[Instrumento], objetivo: Objetivo, estrategia: Estrategia, loc: Loc
) -> Iterator[Diagnostic]:
    """Lines of action are under their strategy or, if it has no number, under the objective."""
    lines = [
        (each.numero, leido.span(*loc, "lineas_accion", n, "numero"))
        for n, each in enumerate(estrategia.lineas_accion)
    ]
    if estrategia.numero:
        under, place = _partes(estrategia.numero), f"la estrategia {estrategia.numero}"
    else:
        under, place = (str(objetivo.numero),), f"el objetivo {objetivo.numero}"
    yield from _ajenos("la línea de acción", lines, under, place)
    yield from _seguidos("la línea de acción", lines)


def _ajenos(
    que: str, numerados: Iterable[Numerado], bajo: tuple[str, ...], donde: str
) -> Iterator[Diagnostic]:
    """Those whose number says that they are under something else."""
    for numero, span in numerados:
        if _NUMERO.fullmatch(numero) and _partes(numero)[: len(bajo)] != bajo:
            expected = ".".join((*bajo, *_partes(numero)[len(bajo) :]))
            yield diagnose("NRO-001", span, que=que, numero=numero, donde=donde, debia=expected)


def _seguidos(que: str, numerados: Iterable[Numerado]) -> Iterator[Diagnostic]:
    """Those that do not follow the one before, when both are under the same."""
    previous: tuple[str, ...] = ()
    for numero, span in numerados:
        if not _NUMERO.fullmatch(numero):
            return
        parts = _partes(numero)
        if previous and parts[:-1] == previous[:-1]:
            expected = (*previous[:-1], str(int(previous[-1]) + 1))
            if parts != expected:
                before, own = ".".join(previous), ".".join(expected)
                yield diagnose("NRO-002", span, que=que, numero=numero, antes=before, debia=own)
        previous = parts


def _partes(numero: str) -> tuple[str, ...]:
    return tuple(part.lstrip("0") or "0" for part in numero.strip(".").split("."))


def _fichas(leida: InstitucionLeida) -> Iterator[Diagnostic]:
    """The claves of the fichas in their order; one that is repeated is told by its id."""
    claves = [(leido.valor.clave, leido.span("clave")) for leido in leida.fichas.values()]
    numbered = dict(each for each in reversed(claves) if _NUMERO.fullmatch(each[0]))
    ordered = sorted(numbered.items(), key=lambda each: tuple(map(int, _partes(each[0]))))
    yield from _seguidos("la ficha", ordered)


def _cuadro(leido: Leido[Cuadro]) -> Iterator[Diagnostic]:
    """Columns of order number their rows one by one; each group of rows may begin again."""
    for place, column in enumerate(leido.valor.columnas):
        if column.tipo != "orden":
            continue
        series: dict[int | None, list[Numerado]] = {}
        for fila in leido.valor.renglones:
            cell = fila.celdas[place].strip() if place < len(fila.celdas) else ""
            if cell and not fila.cierra:
                span = leido.span(*fila.loc, place)
                series.setdefault(fila.grupo, []).append((cell, span))
        for numbers in series.values():
            yield from _seguidos("la fila", numbers)
