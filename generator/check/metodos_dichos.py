"""The method of an indicator, as printed, is a whole sum that can give its meta.

It has all its operators and its denominator; it says what is divided by what, where the meta is a
percentage; and, if it multiplies by nothing, what is part of a whole does not pass of 1.
"""

import re
from collections.abc import Iterator

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.span import Span
from generator.check.cocientes import SIGNOS, Cociente, cociente, divide, llano, nucleo
from generator.check.nombres import palabras
from generator.check.todo import Todo
from generator.model.indicador import Indicador
from generator.model.registro import Cifra

_GRUPO = re.compile(r"(\([^()]{1,200}\)) ?([^\W_][^()/*+-]{0,200})(?=[)(]|$)")
"""A parenthesis and the words after it, up to another one, with no sign between."""
_SIGNO = re.compile(r" - ?| ?[+*/] ?| mas | menos ")
_CIEN = re.compile(r"(?:\*|\bx) ?100(?![0-9.,]*[0-9])")
_OPERA = re.compile(
    r" - |[+*]|\b(?:sobre|respecto|por cada|porcentaje|proporcion|promedio|tasa|razon|"
    r"dividid[oa]s?|multiplicad[oa]s?)\b"
)
_TOTAL = re.compile(r"\b(?:total|totales|todos|todas)\b")


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        for tabla in (t for t in leida.indicadores if not t.reparado):
            year = tabla.valor.ejercicio
            for n, each in enumerate(tabla.valor.indicadores):
                meta = todo.registro.cifras.get(f"{leida.id}.ind.{each.id}.meta.{year}")
                if each.metodo:
                    place = tabla.span("indicadores", n, "metodo")
                    yield from _metodo(each, each.metodo, meta, place)


def _metodo(each: Indicador, metodo: str, meta: Cifra | None, place: Span) -> Iterator[Diagnostic]:
    """The first thing that its method lacks, and a meta that it cannot give."""
    name = each.nombre.strip(" .")
    if gap := _hueco(metodo):
        yield diagnose("SUS-003", place, nombre=name, izquierda=gap[0], derecha=gap[1])
    elif _CIEN.search(llano(metodo)) and not divide(metodo):
        yield diagnose("SUS-004", place, nombre=name)
    elif meta and _descripcion(each, metodo, meta):
        yield diagnose("SUS-005", place, nombre=name, valor=meta.completa)
    found = cociente(metodo)
    if meta and found and (limit := _tope(found)) and _pasa(meta, limit):
        whole = metodo.split("/")[-1].strip(" .")
        data = {"valor": meta.completa, "todo": whole, "limite": limit}
        yield diagnose("RAN-004", meta.origen, nombre=name, **data)


# ── operators ──


def _hueco(metodo: str) -> tuple[str, str] | None:
    """A parenthesis with an operation and what follows it without a sign, where it is a number or
    one of the things of that operation: «(a - b) a».
    """
    for found in _GRUPO.finditer(metodo.translate(SIGNOS)):
        after = found[2].strip()
        terms = _SIGNO.split(llano(found[1].strip("()")))
        same = any(set(palabras(term)) <= set(palabras(after)) for term in terms if palabras(term))
        if len(terms) > 1 and after[:2].lower() != "x " and (same or after[0].isdigit()):
            return metodo[found.start(1) : found.end(1)], after
    return None


def _descripcion(each: Indicador, metodo: str, meta: Cifra) -> bool:
    """Whether it is a percentage of result and the method says no sum."""
    plain = llano(metodo)
    sums = divide(metodo) or _OPERA.search(plain)
    return each.clase == "resultado" and meta.unidad == "%" and not sums


# ── range ──


def _tope(found: Cociente) -> int:
    """The most that the quotient of parts of a whole and the whole gives; 0 when it is not one."""
    thing = nucleo(found.todo)
    terms = [term for term in _SIGNO.split(found.parte) if palabras(term)]
    if found.factor or not _TOTAL.search(found.todo) or any(nucleo(t) != thing for t in terms):
        return 0
    signs = re.findall(r" - ?| menos ", found.parte)
    added = len(terms) - len(signs)
    kinds = {tuple(palabras(term))[-1] for term in terms}
    apart = len(kinds) == len(terms) and all(len(_propias(term)) == 2 for term in terms)
    return 1 if apart else added


def _propias(term: str) -> list[str]:
    return [word for word in palabras(term) if word != "n"]


def _pasa(meta: Cifra, limit: int) -> bool:
    plain = not meta.unidad and not meta.prefijo and meta.operador in ("", "=", "≥", ">")
    return plain and meta.valor is not None and meta.valor > limit
