"""What the examination looked at, counted as the rules look at it: no rule, only numbers."""

import re
from collections.abc import Iterator, Mapping

from generator.check.todo import Todo
from generator.document.nodes import Afirmacion, Linea, Prosa, Referencia
from generator.document.walk import in_blocks
from generator.model.cuadro import Cuadro, Fila
from generator.model.cuenta import holds
from generator.model.enlazado import InstitucionEnlazada
from generator.model.expresion import read_comparison
from generator.model.proyecto import InstitucionLeida
from generator.model.recuento import Recuento

Narrativas = Mapping[str, tuple[Prosa, ...]]


def contar(todo: Todo, narrativas: Narrativas) -> Mapping[str, Recuento]:
    """Institution → what was looked at; `narrativas` are its texts, by path."""
    pairs = zip(todo.proyecto.instituciones, todo.enlazadas, strict=True)
    return {leida.id: _institution(todo, leida, enlazada, narrativas) for leida, enlazada in pairs}


def _institution(
    todo: Todo, leida: InstitucionLeida, enlazada: InstitucionEnlazada, narrativas: Narrativas
) -> Recuento:
    results = [c for f in enlazada.fichas.values() for c in f.calculos.values() if c.cifra]
    checks = [_holds(todo, leida.id, rule) for rule in _declared(leida)]
    paths = {path for documento in leida.documentos for path in documento.narrativas.values()}
    lines = [linea for path in sorted(paths) for linea in _inline(narrativas.get(path, ()))]
    claims = [linea.condicion for linea in lines if isinstance(linea, Afirmacion)]
    return Recuento(
        recalculados=len(results),
        comparados=sum(c.coincide is not None for c in results),
        coinciden=sum(c.coincide is True for c in results),
        sustituciones=sum(len(f.ficha.impreso.sustitucion) for f in enlazada.fichas.values()),
        calculadas=sum(_own(c.direccion, leida) and bool(c.operacion) for c in todo.registro),
        sumas=sum(_addable(todo, leida.id, *each) for each in _totals(leida)),
        comprobaciones=len(checks),
        cumplen=sum(checks),
        textos=len(paths),
        referencias=sum(isinstance(linea, Referencia) for linea in lines),
        afirmaciones=len(claims),
        sostenidas=sum(_holds(todo, leida.id, claim) for claim in claims),
    )


def _own(address: str, leida: InstitucionLeida) -> bool:
    return address.partition(".")[0] == leida.id


# ── totals of the data tables ──


def _totals(leida: InstitucionLeida) -> Iterator[tuple[str, Cuadro, str]]:
    """Each column of each data table, by id."""
    for id_, leido in leida.cuadros.items():
        yield from ((id_, leido.valor, column.id) for column in leido.valor.columnas)


def _addable(todo: Todo, institucion: str, id_: str, cuadro: Cuadro, column: str) -> bool:
    """Whether the column has a total and all its rows have a figure, none a percentage."""
    rows = [fila.id for fila in cuadro.renglones if not fila.cierra]
    base = f"{institucion}.cuadro.{id_}"
    found = [todo.registro.cifras.get(f"{base}.{row}.{column}") for row in (*rows, "total")]
    return bool(rows) and all(c and c.valor is not None and c.unidad != "%" for c in found)


# ── what is declared, and what is affirmed ──


def _declared(leida: InstitucionLeida) -> Iterator[str]:
    """Every comparison that the data declare."""
    if leida.comprobaciones:
        yield from (each.debe for each in leida.comprobaciones.valor.comprobaciones)
    for id_, leido in leida.cuadros.items():
        for rule in leido.valor.comprobar:
            yield from (_addressed(rule, leido.valor, id_, f) for f in leido.valor.renglones)


def _addressed(rule: str, cuadro: Cuadro, id_: str, fila: Fila) -> str:
    """The rule with its columns as addresses of the row's cells."""
    names = sorted((column.id for column in cuadro.columnas), key=len, reverse=True)
    words = "|".join(re.escape(name) for name in names)
    return re.sub(rf"(?<![\w.-])({words})(?![\w.-])", rf"cuadro.{id_}.{fila.id}.\1", rule)


def _holds(todo: Todo, institucion: str, comparison: str) -> bool:
    """Whether it is true of the figures; not when it cannot be told."""
    try:
        return holds(read_comparison(comparison), todo.registro, institucion)
    except (ValueError, ArithmeticError):
        return False


def _inline(bloques: tuple[Prosa, ...]) -> list[Linea]:
    found: list[Linea] = []

    def look(linea: Linea) -> Linea:
        found.append(linea)
        return linea

    in_blocks(bloques, look)
    return found
