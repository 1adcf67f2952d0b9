"""Each value is one that its measure can give: a part is not more than its whole.

A proportion goes from 0 to 100 %; a count is whole and not negative. Variations, advances and
indices are left alone, and so are coverages of vaccination, that may pass of 100 %, and quotients
of two different things, as income and expenditure.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.text import bare
from generator.check.cocientes import razon
from generator.check.nombres import medida, relativa, sede
from generator.check.todo import Todo
from generator.model.registro import Cifra

_PARTE = ("porcentaje", "proporcion", "cobertura")
_CUENTA = ("numero", "total", "cantidad")
_OTRAS = re.compile(r"dosis|esquema|vacun")
_COMO_PARTE = re.compile(r"(como )?(porcentaje|proporcion) (de|del|respecto)\b")


@dataclass(frozen=True)
class Medible:
    """A figure with the name of what it measures."""

    nombre: str
    cifra: Cifra
    es_porcentaje: bool
    metodo: str = ""


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    every = list(_medibles(todo))
    for each in every:
        yield from _rango(each)
    yield from _decimales(every)


def _medibles(todo: Todo) -> Iterator[Medible]:
    for enlazada in todo.enlazadas:
        for indicador in enlazada.indicadores:
            for cifra in indicador.metas.values():
                method = indicador.indicador.metodo or ""
                yield Medible(indicador.nombre, cifra, cifra.unidad == "%", method)
        for ficha in enlazada.fichas.values():
            percent = "porcentaje" in bare(ficha.ficha.unidad_medida)
            for cifra in (ficha.linea_base, *ficha.serie.values(), *ficha.metas.values()):
                yield Medible(ficha.nombre, cifra, percent or cifra.unidad == "%")
            for each in ficha.variables:
                for cifra in each.valores.values():
                    yield Medible(each.variable.nombre, cifra, cifra.unidad == "%")
    for cifra in todo.registro:
        if cifra.clase == "dato":
            yield Medible(cifra.nombre, cifra, cifra.unidad == "%")


# ── ranges ──


def _rango(each: Medible) -> Iterator[Diagnostic]:
    value, place = each.cifra.valor, each.cifra.origen
    if value is None:
        return
    limit = ""
    if each.es_porcentaje and _es_parte(each.nombre) and not razon(each.metodo):
        limit = "menor que 0" if value < 0 else "mayor que 100%" if value > 100 else ""
        what = "una parte de un todo"
    elif _cuenta(each) and value < 0:
        limit, what = "menor que 0", "una cuenta"
    if limit:
        data = {"nombre": each.nombre, "medida": what, "limite": limit}
        yield diagnose("RAN-001", place, valor=_dicho(each), **data)


def _es_parte(name: str) -> bool:
    if relativa(name) or _OTRAS.search(bare(name)):
        return False
    return medida(name) in _PARTE or bool(_COMO_PARTE.search(bare(name)))


def _dicho(each: Medible) -> str:
    text = each.cifra.completa
    return text if "%" in text or not each.es_porcentaje else f"{text}%"


# ── counts ──


def _decimales(every: list[Medible]) -> Iterator[Diagnostic]:
    """A count is whole: its name says so, or all that have its name elsewhere are."""
    sisters: dict[str, list[Medible]] = {}
    for each in every:
        if each.cifra.clase == "meta" and sede(each.nombre)[1]:
            sisters.setdefault(bare(sede(each.nombre)[0]), []).append(each)
    for each in every:
        if each.cifra.valor is None or each.cifra.valor == int(each.cifra.valor):
            continue
        twins = sisters.get(bare(sede(each.nombre)[0]), []) if sede(each.nombre)[1] else []
        whole = [t for t in twins if t is not each and _entera(t)]
        if _cuenta(each) or (len(whole) > 1 and len(whole) == len(twins) - 1):
            data = {"nombre": each.nombre, "valor": _dicho(each), "ejemplo": _ejemplo(whole)}
            yield diagnose("RAN-003", each.cifra.origen, **data)


def _entera(each: Medible) -> bool:
    return each.cifra.valor is not None and each.cifra.valor == int(each.cifra.valor)


def _cuenta(each: Medible) -> bool:
    """Whether its name says that it counts, and its unit is no million nor percent."""
    return medida(each.nombre) in _CUENTA and not each.es_porcentaje and not each.cifra.unidad


def _ejemplo(whole: list[Medible]) -> str:
    if not whole:
        return ""
    places = ", ".join(f"{t.cifra.texto()} ({sede(t.nombre)[1]})" for t in whole)
    return f"; en los demás es {places}"
