"""Which figures of the real data others determine, and where their numbers are written.

A figure is determined when it enters a formula whose result is published, a table with a total or
a rule that says equal of its rows, or a comprobación that says equal.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.check.todo import Todo
from generator.model.cuenta import Cuenta, compute
from generator.model.enlazado_fichas import FichaEnlazada
from generator.model.expresion import Comparacion, read_comparison
from generator.model.proyecto import InstitucionLeida, Proyecto
from generator.model.registro import Cifra, Registro

_NUMBER = re.compile(r"[-−]?\d[\d,'’]*(?:\.\d+)?")
_IN_FLOW = re.compile(r"[-−]?\d+(?:\.\d+)?")
_SOME = re.compile(r"\b(?:cuenta|maximo|minimo)\(")
"""Functions that do not fix each of their figures."""


@dataclass(frozen=True)
class Blanco:
    """A determined figure: what kind it is, and where its number is written."""

    clase: str
    direccion: str
    ruta: str
    linea: int
    columna: int


def blancos(todo: Todo) -> list[Blanco]:
    """Every determined figure of the project, each once."""
    found: dict[str, Blanco] = {}
    for leida, enlazada in zip(todo.proyecto.instituciones, todo.enlazadas, strict=True):
        pieces = [("comprobación", c) for c in _comprobadas(todo, leida)]
        pieces += [pair for ficha in enlazada.fichas.values() for pair in _de_ficha(ficha)]
        pieces += list(_de_cuadros(todo.registro, leida))
        for clase, cifra in pieces:
            if cifra.valor is not None and not cifra.operacion and not cifra.guion:
                place = cifra.origen
                blanco = Blanco(clase, cifra.direccion, place.path, place.line, place.column)
                found[cifra.direccion] = blanco
    return [each for each in found.values() if numero(todo.proyecto, each)]


def _de_ficha(ficha: FichaEnlazada) -> Iterator[tuple[str, Cifra]]:
    for year, calculo in ficha.calculos.items():
        if calculo.cifra is None or calculo.publicado is None or calculo.publicado.valor is None:
            continue
        yield "resultado publicado", calculo.publicado
        for name, cifra in calculo.valores.items():
            last = name == "resultado_anterior"
            yield "resultado del año anterior" if last else "variable de una fórmula", cifra
        for each in ficha.variables:
            for part in each.componentes:
                if year in part.valores:
                    yield "componente de una variable", part.valores[year]


def _de_cuadros(registro: Registro, leida: InstitucionLeida) -> Iterator[tuple[str, Cifra]]:
    for id_, leido in leida.cuadros.items():
        rows = leido.valor.renglones
        for column in leido.valor.columnas:
            cells = [
                registro.cifras.get(f"{leida.id}.cuadro.{id_}.{fila.id}.{column.id}")
                for fila in rows
            ]
            figures = [cell for cell in cells if cell and cell.valor is not None]
            summed = leido.valor.total and len(figures) == len(cells)
            equal = [rule for rule in leido.valor.comprobar if " = " in rule]
            ruled = any(column.id in re.findall(r"[\w-]+", rule) for rule in equal)
            if (summed and not any(c.unidad == "%" for c in figures)) or ruled:
                yield from (("celda de un cuadro que suma", cell) for cell in figures)


def _comprobadas(todo: Todo, leida: InstitucionLeida) -> Iterator[Cifra]:
    """The figures of the comprobaciones that say equal."""
    for each in leida.comprobaciones.valor.comprobaciones if leida.comprobaciones else ():
        comparison = read_comparison(each.debe)
        if _SOME.search(each.debe):
            continue
        left, right = (
            compute(side, todo.registro, leida.id)
            for side in (comparison.izquierda, comparison.derecha)
        )
        known = left.partes if _fija(comparison, left) else ()
        known += right.partes if _fija(comparison, left, right) else ()
        for cifra in known:
            yield from _escritas(cifra, todo.registro)


def _fija(comparison: Comparacion, left: Cuenta, right: Cuenta | None = None) -> bool:
    """Whether the comparison fixes the figures of its left side, or of its right: an equality
    does; ≈, what is printed alone on the left, and on the right what is added with its decimals.
    """
    if comparison.signo != "≈":
        return comparison.signo == "="
    if right is None:
        return left.sola is not None
    plain = all(mark not in comparison.derecha.texto for mark in "÷×/*(")
    return plain and all(cifra.decimales <= left.decimales for cifra in right.partes)


def _escritas(cifra: Cifra, registro: Registro) -> Iterator[Cifra]:
    """The stated figures that a figure comes from; a count has none."""
    if not cifra.operacion:
        yield cifra
    elif cifra.operacion != "cuenta":
        for address in cifra.partes:
            if address in registro.cifras:
                yield from _escritas(registro.cifras[address], registro)


def numero(proyecto: Proyecto, blanco: Blanco) -> re.Match[str] | None:
    """The number as it is written in its line."""
    line = proyecto.lineas[blanco.ruta][blanco.linea - 1]
    start = blanco.columna - 1
    flow = "[" in line[:start] and line[start : start + 1] not in "\"'"
    return (_IN_FLOW if flow else _NUMBER).search(line, start)
