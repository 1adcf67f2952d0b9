"""The same datum has one value, wherever it is told: datos, fichas and tables, in every document.

Two figures are the same when their names say the same of the same years. When one name only says
part of what the other does, they are still the same if their values are the same figures with a
slip: a digit more, less or changed.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.text import bare
from generator.check.nombres import palabras
from generator.check.todo import Todo
from generator.model.enlazado import InstitucionEnlazada
from generator.model.registro import Cifra

PALABRAS = 3
"""Words that a name must have to be compared with one that says more."""
CIFRAS = 4
"""Digits from which a slip can be told from another figure."""
_CLASES = ("dato", "variable", "resultado", "celda")
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_ANO_T = re.compile(r"(?:,? en)? el ano t\b")


@dataclass(frozen=True)
class Nombrada:
    """A figure, the words of its name, those of what it is part of, and its years."""

    cifra: Cifra
    nombre: str
    palabras: frozenset[str]
    contexto: frozenset[str]
    anios: frozenset[str]


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for enlazada in todo.enlazadas:
        own = (c for c in todo.registro if c.direccion.startswith(f"{enlazada.id}."))
        names = _propios(enlazada)
        named = [_nombrada(cifra, enlazada, names) for cifra in own if _comparable(cifra)]
        told: set[str] = set()
        for one, other in (*_iguales(named), *_parecidas(named)):
            if one.cifra.direccion not in told:
                told |= {one.cifra.direccion, other.cifra.direccion}
                yield _hallazgo(one, other)


def _comparable(cifra: Cifra) -> bool:
    return cifra.clase in _CLASES and cifra.valor is not None and not cifra.operacion


def _propios(enlazada: InstitucionEnlazada) -> dict[str, str]:
    """Address of each figure of a ficha → the name of its variable, componente or indicator."""
    names: dict[str, str] = {}
    for ficha in enlazada.fichas.values():
        names |= {cifra.direccion: ficha.nombre for cifra in ficha.serie.values()}
        for each in ficha.variables:
            names |= {c.direccion: each.variable.nombre for c in each.valores.values()}
            for part in each.componentes:
                names |= {c.direccion: part.componente.nombre for c in part.valores.values()}
    return names


def _nombrada(cifra: Cifra, enlazada: InstitucionEnlazada, names: Mapping[str, str]) -> Nombrada:
    ficha = enlazada.fichas.get(cifra.ficha)
    name = names.get(cifra.direccion, cifra.nombre)
    when = f"{cifra.direccion.rpartition('.')[2] if ficha else cifra.corte} {cifra.nombre}"
    own = frozenset(palabras(_ANO_T.sub("", bare(_YEAR.sub("", name)))))
    context = frozenset(palabras(f"{ficha.nombre} {ficha.ficha.definicion}")) if ficha else own
    year = cifra.direccion.rpartition(".")[2]
    told = f"{name}, {year} (ficha {ficha.ficha.clave})" if ficha else name
    return Nombrada(cifra, told, own, own | context, frozenset(_YEAR.findall(when)))


def _iguales(named: list[Nombrada]) -> Iterator[tuple[Nombrada, Nombrada]]:
    """Those that say the same, word for word, of the same years, with other values."""
    by: dict[tuple[object, ...], list[Nombrada]] = defaultdict(list)
    for each in named:
        if len(each.palabras) >= PALABRAS and each.cifra.clase != "celda":
            cut = "" if each.cifra.ficha else bare(each.cifra.corte)
            by[(each.palabras, each.anios, cut, each.cifra.unidad)].append(each)
    for group in by.values():
        yield from _discordes(group)


def _discordes(group: list[Nombrada]) -> Iterator[tuple[Nombrada, Nombrada]]:
    """Each one of a group with the first before it that has another value. Two of each value, of
    two fichas, are enough to find it: a name that a thousand fichas share is read once.
    """
    first: list[Nombrada] = []
    known: dict[object, set[str]] = defaultdict(set)
    for each in group:
        apart = (one for one in first if one.cifra.valor != each.cifra.valor)
        if one := next((one for one in apart if not _de_una_ficha(one.cifra, each.cifra)), None):
            yield each, one
        fichas = known[each.cifra.valor]
        if len(fichas) < 2 and each.cifra.ficha not in fichas:
            fichas.add(each.cifra.ficha)
            first.append(each)


def _de_una_ficha(one: Cifra, other: Cifra) -> bool:
    return bool(one.ficha) and one.ficha == other.ficha


def _parecidas(named: list[Nombrada]) -> Iterator[tuple[Nombrada, Nombrada]]:
    """Those whose name another one contains, of common years, with a slip between values."""
    common = Counter(word for each in named for word in each.palabras)
    by: dict[tuple[str, str, str], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for place, each in enumerate(named):
        for key in _huellas(each):
            by[key][_digitos(each.cifra)].append(place)
    for each in named:
        if len(each.palabras) < PALABRAS:
            continue
        rarest = min(each.palabras, key=lambda word: common[word])
        for other in (named[place] for place in _cercanas(each, by)):
            if rarest in other.palabras and _la_misma(each, other):
                yield (each, other) if other.cifra.ficha else (other, each)
                break


def _cercanas(
    each: Nombrada, by: Mapping[tuple[str, str, str], Mapping[str, list[int]]]
) -> list[int]:
    """The places of those a slip away, in order; those of its very digits are no slip."""
    own = _digitos(each.cifra)
    shared = (item for key in _huellas(each) for item in by[key].items())
    return sorted({place for digits, places in shared if digits != own for place in places})


def _huellas(each: Nombrada) -> set[tuple[str, str, str]]:
    """Year, unit and digits that every figure a slip away from it shares with it: its own, those
    without each one of them, and those in order.
    """
    digits = _digitos(each.cifra)
    if len(digits) < CIFRAS:
        return set()
    without = {digits[:i] + digits[i + 1 :] for i in range(len(digits))}
    shapes = {digits, "".join(sorted(digits)), *without}
    return {(year, each.cifra.unidad, shape) for year in each.anios for shape in shapes}


def _la_misma(one: Nombrada, other: Nombrada) -> bool:
    first, second = one.cifra, other.cifra
    if first.direccion == second.direccion or first.unidad != second.unidad:
        return False
    if _de_una_ficha(first, second):
        return False
    both = one.palabras <= other.contexto and other.palabras <= one.contexto
    return bool(both and one.anios & other.anios and _desliz(first, second))


def _desliz(one: Cifra, other: Cifra) -> bool:
    """Whether one value is the other with a slip: a digit, or two that changed places."""
    a, b = _digitos(one), _digitos(other)
    if a == b or min(len(a), len(b)) < CIFRAS or abs(len(a) - len(b)) > 1:
        return False
    if len(a) == len(b):
        apart = [i for i in range(len(a)) if a[i] != b[i]]
        swapped = len(apart) == 2 and a[apart[0]] == b[apart[1]] and a[apart[1]] == b[apart[0]]
        return len(apart) == 1 or swapped
    long, short = (a, b) if len(a) > len(b) else (b, a)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def _digitos(cifra: Cifra) -> str:
    return re.sub(r"\D", "", cifra.exacta)


def _hallazgo(one: Nombrada, other: Nombrada) -> Diagnostic:
    data = {"nombre": one.nombre, "valor": one.cifra.completa, "otro": other.nombre}
    second, place = other.cifra.completa, other.cifra.origen
    return diagnose("DUP-001", one.cifra.origen, segundo=second, lugar=place, **data)
