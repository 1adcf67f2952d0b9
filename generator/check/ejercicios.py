"""Years agree: the odd one among its sisters, and the baseline's in ficha and summary."""

import re
from collections import Counter
from collections.abc import Iterator

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.span import Span
from generator.base.text import bare
from generator.check.todo import Todo
from generator.model.cuadro import Cuadro
from generator.model.ficha import Ficha
from generator.model.leido import Leido

_YEAR = re.compile(r"\b(19|20|21)[0-9]{2}\b")
MINIMO = 3
"""Sisters that agree on a year, from which another one is odd."""
Fechado = tuple[str, int, Span]
"""Words, their year, and where they are."""


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        fichas = [leido for leido in leida.fichas.values() if not leido.reparado]
        for instrumento in sorted({leido.valor.instrumento for leido in fichas}):
            sisters = [leido for leido in fichas if leido.valor.instrumento == instrumento]
            yield from _raros([_base(leido) for leido in sisters])
            yield from _raros([_meta(leido) for leido in sisters])
        for leido in fichas:
            yield from _resumen(leido)
        for cuadro in leida.cuadros.values():
            yield from _columnas(cuadro)


def _base(leido: Leido[Ficha]) -> Fechado:
    words = f"la línea base de la ficha {leido.valor.clave}"
    return words, leido.valor.linea_base.anio, leido.span("linea_base", "anio")


def _meta(leido: Leido[Ficha]) -> Fechado:
    year = leido.valor.meta_final
    words = f"la última meta de la ficha {leido.valor.clave}"
    return words, year, leido.span("metas", str(year), "#clave")


def _raros(found: list[Fechado]) -> Iterator[Diagnostic]:
    """Those whose year is not that of all the others, when they are few."""
    years = Counter(year for _, year, _ in found)
    if len(years) < 2:
        return
    (usual, count), *_ = years.most_common()
    odd = [each for each in found if each[1] != usual]
    if count >= MINIMO and len(odd) * MINIMO <= count:
        for words, year, place in odd:
            yield diagnose("EJE-001", place, donde=words, anio=year, esperado=usual)


def _columnas(leido: Leido[Cuadro]) -> Iterator[Diagnostic]:
    """Titles that say the same but for the year, all of one year save one; the title of a group
    of columns counts once.
    """
    by: dict[str, list[Fechado]] = {}
    before = ""
    for n, column in enumerate(leido.valor.columnas):
        group = "" if column.grupo == before else column.grupo or ""
        before = column.grupo or ""
        for field, text in (("titulo", column.titulo), ("grupo", group)):
            if match := _YEAR.search(text):
                words, place = f"«{text}»", leido.span("columnas", n, field)
                own = f"{field} {bare(_YEAR.sub('', text))}"
                by.setdefault(own, []).append((words, int(match[0]), place))
    for found in by.values():
        yield from _raros(found)


def _resumen(leido: Leido[Ficha]) -> Iterator[Diagnostic]:
    ficha = leido.valor
    printed = ficha.impreso.resumen.get("linea_base", "")
    match = re.search(r"\(([0-9]{4})\)", printed)
    if match and int(match[1]) != ficha.linea_base.anio:
        place = leido.span("impreso", "resumen", "linea_base")
        data = {"ficha": ficha.clave, "anio": ficha.linea_base.anio, "impreso": printed}
        yield diagnose("EJE-002", place, **data)
