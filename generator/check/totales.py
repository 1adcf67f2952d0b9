"""Each data table adds up: its total is the sum of its rows, and its rows do what it declares.

A column is added when all its rows have a figure and none is a percentage. The tolerance is that
of the rounding of what is printed: half of the last digit for each row.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.numbers import decimal_text
from generator.check.comprobaciones import comprobar
from generator.check.todo import Todo
from generator.model.cuadro import Cuadro, Fila
from generator.model.leido import Leido
from generator.model.proyecto import InstitucionLeida
from generator.model.registro import Cifra


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        for id_, leido in leida.cuadros.items():
            if not leido.reparado:
                yield from _sumas(todo, leida, id_, leido)
                yield from _filas(todo, leida, id_, leido)


def _sumas(
    todo: Todo, leida: InstitucionLeida, id_: str, leido: Leido[Cuadro]
) -> Iterator[Diagnostic]:
    rows = [fila for fila in leido.valor.renglones if not fila.cierra]
    for column in leido.valor.columnas:
        base = f"{leida.id}.cuadro.{id_}"
        total = todo.registro.cifras.get(f"{base}.total.{column.id}")
        parts = [todo.registro.cifras.get(f"{base}.{fila.id}.{column.id}") for fila in rows]
        if total is not None and _addable(total, parts):
            yield from _suma(total, [part for part in parts if part], column.titulo)


def _addable(total: Cifra, parts: list[Cifra | None]) -> bool:
    figures = [part for part in parts if part and part.valor is not None]
    whole = len(figures) == len(parts) and total.valor is not None and bool(parts)
    return whole and all(figure.unidad != "%" for figure in (*figures, total))


def _suma(total: Cifra, parts: list[Cifra], column: str) -> Iterator[Diagnostic]:
    added = sum((part.fraccion for part in parts), Fraction(0))
    decimals = max(part.decimales for part in (*parts, total))
    rounding = all(part.decimales == 0 and not part.prefijo for part in (*parts, total))
    slack = Fraction(0) if rounding else Fraction(len(parts), 2 * 10**decimals)
    if abs(added - total.fraccion) > (0 if decimals == 2 and total.prefijo else slack):
        text = decimal_text(added, decimals, locale=total.casa.locale, grouped=True)
        yield diagnose(
            "AUD-011", total.origen, columna=column or "la columna", total=total.completa, suma=text
        )


def _filas(
    todo: Todo, leida: InstitucionLeida, id_: str, leido: Leido[Cuadro]
) -> Iterator[Diagnostic]:
    for n, rule in enumerate(leido.valor.comprobar):
        for fila in leido.valor.renglones:
            whole = _addressed(rule, leido.valor, id_, fila)
            told = f"{leido.valor.titulo}, {fila.nombre or fila.id}: {rule}"
            for found in comprobar(todo, leida.id, whole, told, leido.span("comprobar", n)):
                yield replace(found, span=found.span)


def _addressed(rule: str, cuadro: Cuadro, id_: str, fila: Fila) -> str:
    """The rule with its columns as addresses of the row's cells."""
    names = sorted((column.id for column in cuadro.columnas), key=len, reverse=True)
    words = "|".join(re.escape(name) for name in names)
    return re.sub(rf"(?<![\w.-])({words})(?![\w.-])", rf"cuadro.{id_}.{fila.id}.\1", rule)
