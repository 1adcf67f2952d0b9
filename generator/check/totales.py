"""Each data table adds up: its total is the sum of its rows, and its rows do what it declares.

A column is added when all its rows have a figure of the same unit, and neither they nor its title
speak of a percentage, a rate or a mean. Whole numbers and amounts with cents must add up exactly;
where figures were rounded to be printed, each row may be off by half of the last digit.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.numbers import decimal_text
from generator.base.span import Span
from generator.base.text import bare
from generator.check.comprobaciones import comprobar
from generator.check.todo import Todo
from generator.model.cuadro import Cuadro, Fila
from generator.model.expresion import read_comparison
from generator.model.formula import FormulaError
from generator.model.leido import Leido
from generator.model.proyecto import InstitucionLeida
from generator.model.registro import Cifra

_RATE = re.compile(r"%|\b(porcentaje|promedio|media|tasa|indice|razon|variacion)\b")
_MILES = re.compile(r"mil(es|lones|lón)?\b")
_WORD = re.compile(r"(?<![\w.-])(?!x\b)[^\W\d_][\w-]*(?![\w.-]| ?\()")


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        for id_, leido in leida.cuadros.items():
            if not leido.reparado:
                yield from _sumas(todo, leida, id_, leido)
                yield from _reglas(todo, leida, id_, leido)


# ── the closing row ──


def _sumas(
    todo: Todo, leida: InstitucionLeida, id_: str, leido: Leido[Cuadro]
) -> Iterator[Diagnostic]:
    rows = [fila for fila in leido.valor.renglones if not fila.cierra]
    for column in leido.valor.columnas:
        base = f"{leida.id}.cuadro.{id_}"
        total = todo.registro.cifras.get(f"{base}.total.{column.id}")
        parts = [todo.registro.cifras.get(f"{base}.{fila.id}.{column.id}") for fila in rows]
        title = column.titulo or column.grupo or column.id
        if total and parts and not _RATE.search(bare(title)) and _addable([total, *parts]):
            yield from _suma(total, [part for part in parts if part], title)


def _addable(figures: list[Cifra | None]) -> bool:
    """Whether they are all there, with a value, in one unit that may be added."""
    units = {figure.unidad if figure and figure.valor is not None else "%" for figure in figures}
    return len(units) == 1 and "%" not in units


def _suma(total: Cifra, parts: list[Cifra], title: str) -> Iterator[Diagnostic]:
    if text := descuadre(total, parts):
        yield diagnose("AUD-011", total.origen, columna=title, total=total.completa, suma=text)


def descuadre(total: Cifra, parts: list[Cifra]) -> str:
    """What the parts add up to, if it is not the total within what was rounded; else nothing."""
    added = sum((part.fraccion for part in parts), Fraction(0))
    decimals = max(part.decimales for part in (*parts, total))
    slack = holgura([total, *parts], len(parts))
    if abs(added - total.fraccion) <= slack:
        return ""
    return decimal_text(added, decimals, locale=total.casa.locale, grouped=True)


def holgura(figures: list[Cifra], rounded: int) -> Fraction:
    """How far a sum may be when `rounded` of its figures may have lost digits: half a unit of the
    last one each; nothing for counts and for amounts with their cents.
    """
    decimals = max(figure.decimales for figure in figures)
    return Fraction(rounded, 2 * 10**decimals) if _rounded(figures, decimals) else Fraction(0)


def _rounded(figures: list[Cifra], decimals: int) -> bool:
    """Whether what is printed may have lost digits: not a count, nor an amount with its cents."""
    money = any(figure.prefijo for figure in figures)
    large = _MILES.match(figures[0].unidad)
    if _MILES.match(figures[0].medida):
        return True
    return decimals != 2 if money else bool(decimals or large)


# ── what the table declares of each row ──


def _reglas(
    todo: Todo, leida: InstitucionLeida, id_: str, leido: Leido[Cuadro]
) -> Iterator[Diagnostic]:
    columns = [column.id for column in leido.valor.columnas]
    for n, rule in enumerate(leido.valor.comprobar):
        place = leido.span("comprobar", n)
        if cause := _fault(rule, columns):
            yield diagnose("REF-018", place, texto=rule, causa=cause)
            continue
        named = _WORD.findall(rule)
        for fila in leido.valor.renglones:
            base = f"cuadro.{id_}.{fila.id}."
            if all(f"{leida.id}.{base}{name}" in todo.registro.cifras for name in named):
                yield from _fila(todo, leida, (leido.valor, fila), (rule, base), place)


def _fault(rule: str, columns: list[str]) -> str:
    """Why a rule cannot be read; nothing, when it can."""
    strange = next((word for word in _WORD.findall(rule) if word not in columns), None)
    if strange:
        return f"no hay ninguna columna «{strange}»: hay {', '.join(columns)}"
    try:
        read_comparison(_WORD.sub("fila.\\g<0>", rule))
    except FormulaError as error:
        return str(error).replace("fila.", "")
    return ""


def _fila(
    todo: Todo,
    leida: InstitucionLeida,
    row: tuple[Cuadro, Fila],
    addressed: tuple[str, str],
    place: Span,
) -> Iterator[Diagnostic]:
    """The rule in one row, its columns read as addresses of the row's cells."""
    (cuadro, fila), (rule, base) = row, addressed
    whole = _WORD.sub(lambda word: base + word[0], rule)
    told = f"{cuadro.titulo}, {fila.nombre or fila.id}: {rule}"
    yield from comprobar(todo, leida.id, whole, told, place)
