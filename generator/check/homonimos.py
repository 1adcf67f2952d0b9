"""One indicator, one name; one name, one indicator; and the same name in every place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.span import Span
from generator.base.text import bare
from generator.check.nombres import medida, raiz, sede
from generator.check.todo import Todo
from generator.model.enlazado import IndicadorEnlazado, InstitucionEnlazada
from generator.model.proyecto import InstitucionLeida

_MENUDAS = frozenset(
    ["a", "al", "de", "del", "e", "el", "en", "la", "las", "lo", "los", "para", "por", "su", "y"]
)
PARECIDA = 0.8
"""How much alike two words are when one is the other in the plural or misspelt."""
LARGO = 4
"""Words from which one that is missing leaves the same name."""


@dataclass(frozen=True)
class Dicho:
    """A name as it is written, where, and what it names when that is known."""

    texto: str
    lugar: Span
    id: str = ""


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida, enlazada in zip(todo.proyecto.instituciones, todo.enlazadas, strict=True):
        yield from _homonimos(leida, enlazada)
        yield from _grafias(leida)
        yield from _unidades(leida)


def _homonimos(leida: InstitucionLeida, enlazada: InstitucionEnlazada) -> Iterator[Diagnostic]:
    """Indicators of one year with the same name and unit that nothing else tells apart."""
    places = {each.id: each.lugar for each in _poa(leida)}
    seen: dict[tuple[str, ...], IndicadorEnlazado] = {}
    for each in enlazada.indicadores:
        first = seen.setdefault(_distintivos(each), each)
        one, other = first.metas.get(each.ejercicio), each.metas.get(each.ejercicio)
        if first.id != each.id and one and other:
            data = {"uno": first.id, "otro": each.id, "nombre": each.nombre}
            shown = {"valor": one.completa, "segundo": other.completa}
            yield diagnose("DUP-002", places[each.id], **data, **shown)


def _distintivos(each: IndicadorEnlazado) -> tuple[str, ...]:
    """What tells an indicator from another: its detail, group and method too."""
    own = each.indicador
    texts = (each.nombre, own.detalle, own.grupo, own.metodo)
    told = (bare(text or "").strip(" .:") for text in texts)
    return (str(each.ejercicio), each.unidad.id, *told)


# ── two spellings ──


def _grafias(leida: InstitucionLeida) -> Iterator[Diagnostic]:
    """The indicators of the instruments against one another and against the programa operativo."""
    poa = list(_poa(leida))
    planned = list(_planeados(leida))
    known = {each.id: each for each in poa}
    told: set[str] = set()
    for each in planned:
        twins = [known[each.id]] if each.id in known else poa
        twin = next((t for t in twins if _otra_grafia(each.texto, t.texto)), None)
        if twin and each.texto not in told:
            told.add(each.texto)
            yield _grafia(each, twin)
    for one, other in combinations(planned, 2):
        if _otra_grafia(one.texto, other.texto) and not told & {one.texto, other.texto}:
            told.add(other.texto)
            yield _grafia(other, one)
    yield from _sedes(poa)


def _poa(leida: InstitucionLeida) -> Iterator[Dicho]:
    for tabla in leida.indicadores:
        for n, each in enumerate(tabla.valor.indicadores):
            yield Dicho(each.nombre, tabla.span("indicadores", n, "nombre"), each.id)


def _planeados(leida: InstitucionLeida) -> Iterator[Dicho]:
    for leido in leida.instrumentos.values():
        for o, objetivo in enumerate(leido.valor.objetivos):
            for e, estrategia in enumerate(objetivo.estrategias):
                for n, each in enumerate(estrategia.indicadores):
                    loc = ("objetivos", o, "estrategias", e, "indicadores", n, "nombre")
                    yield Dicho(each.nombre, leido.span(*loc), each.indicador or "")


def _sedes(poa: list[Dicho]) -> Iterator[Diagnostic]:
    """The same measure of several places, and the same place of several measures."""
    common = _comunes(poa)
    for part in (0, 1):
        first: dict[str, Dicho] = {}
        for each in poa:
            place = sede(each.texto)[1]
            if place and raiz(bare(place)) not in common:
                first.setdefault(sede(each.texto)[part], each)
        for one, other in combinations(first, 2):
            if _otra_grafia(one, other, firme=True):
                yield _grafia(Dicho(other, first[other].lugar), Dicho(one, first[one].lugar))


def _comunes(poa: list[Dicho]) -> frozenset[str]:
    """Words that the names also write in lower case: «(Informe)» says what is counted, no place."""
    words = (word for each in poa for word in re.findall(r"[^\W\d_]+", each.texto))
    return frozenset(raiz(bare(word)) for word in words if word.islower())


def _grafia(each: Dicho, twin: Dicho) -> Diagnostic:
    return diagnose("DUP-003", each.lugar, nombre=each.texto, otro=twin.texto, lugar=twin.lugar)


def _otra_grafia(one: str, other: str, *, firme: bool = False) -> bool:
    """Whether they are one name in two spellings: words in the plural or misspelt, capitals, and
    one word more or less, which must be a short one if `firme`.
    """
    left, right = one.strip(" ."), other.strip(" .")
    if left == right or medida(left) != medida(right):
        return False
    if bare(left) == bare(right):
        return True
    return _una_palabra(bare(left).split(), bare(right).split(), firme=firme)


def _una_palabra(left: list[str], right: list[str], *, firme: bool) -> bool:
    extra = 0
    for op, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        old, new = left[a:b], right[c:d]
        if op == "replace" and (len(old) != len(new) or not all(map(_parecidas, old, new))):
            return False
        if op in ("insert", "delete"):
            extra += sum(word not in _MENUDAS for word in old + new)
            if firme and any(len(word.strip(".")) > LARGO - 1 for word in old + new):
                return False
    return extra <= 1 and min(len(left), len(right)) >= LARGO


def _parecidas(one: str, other: str) -> bool:
    if {one, other} <= _MENUDAS:
        return True
    return SequenceMatcher(None, one, other).ratio() >= PARECIDA and one[:3] == other[:3]


# ── units ──


def _unidades(leida: InstitucionLeida) -> Iterator[Diagnostic]:
    """A unit's printed name that is its own in another spelling."""
    names = {u.id: (u.nombre, n) for n, u in enumerate(leida.unidades.valor.unidades)}
    for tabla in leida.indicadores:
        for n, each in enumerate(tabla.valor.indicadores):
            printed = each.impreso.unidad_responsable
            official, place = names.get(each.unidad_responsable, ("", 0))
            if printed and official and printed != official:
                loc = ("indicadores", n, "impreso", "unidad_responsable")
                twin = Dicho(official, leida.unidades.span("unidades", place, "nombre"))
                yield _grafia(Dicho(printed, tabla.span(*loc)), twin)
