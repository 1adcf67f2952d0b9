"""Seeded faults: one figure of the real data is changed at a time, and the audit must tell it.

A figure is determined when others fix it: it enters a formula whose result is published, a table
with a total or a rule of its rows, or a comprobación that says equal. What is counted is whether
the change gives a finding that was not there before, whatever its code.

    python -m tests.semillas 2000      the rate by kind of figure, and what escaped
"""

import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from generator.base.diagnostic import Diagnostic
from generator.base.numbers import NumberError, parse, with_apostrophe
from generator.check import (
    comprobaciones,
    cuadros,
    fichas,
    impresos,
    medidas,
    preliminares,
    rangos,
    sustituidos,
    totales,
)
from generator.check.todo import Todo
from generator.derive.figures import register
from generator.derive.links import link
from generator.model.cuadro import Cuadro
from generator.model.cuenta import Cuenta, compute
from generator.model.dato import Datos
from generator.model.enlazado_fichas import FichaEnlazada
from generator.model.expresion import Comparacion, read_comparison
from generator.model.ficha import Ficha
from generator.model.indicador import Indicadores
from generator.model.presupuesto import Presupuesto
from generator.model.proyecto import InstitucionLeida, Proyecto
from generator.model.registro import Cifra, Registro
from generator.read.bind import bind_text
from generator.read.project import load
from tests.casos import RAIZ

REGLAS = (
    comprobaciones, cuadros, fichas, impresos, medidas, preliminares, rangos, sustituidos, totales,
)  # fmt: skip
"""The rules over figures; those over texts say nothing of a change of data."""
PRIMERO = {"cuadros": (totales,), "fichas": (impresos, sustituidos)}
"""By folder, the rules that tell most of its faults: none after them is asked then."""
SEMILLA = 2024
_NUMBER = re.compile(r"[-−]?\d[\d,'’]*(?:\.\d+)?")
_SOME = re.compile(r"\b(?:cuenta|maximo|minimo)\(")
"""Functions that do not fix each of their figures."""
_IN_FLOW = re.compile(r"[-−]?\d+(?:\.\d+)?")


@dataclass(frozen=True)
class Blanco:
    """A determined figure: what kind it is, and where its number is written."""

    clase: str
    direccion: str
    ruta: str
    linea: int
    columna: int


@dataclass(frozen=True)
class Falta:
    """A change of one number."""

    blanco: Blanco
    como: str
    antes: str
    despues: str


# ── which figures are determined ──


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
    return [each for each in found.values() if _numero(todo.proyecto, each)]


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


def _numero(proyecto: Proyecto, blanco: Blanco) -> re.Match[str] | None:
    """The number as it is written in its line."""
    line = proyecto.lineas[blanco.ruta][blanco.linea - 1]
    start = blanco.columna - 1
    flow = "[" in line[:start] and line[start : start + 1] not in "\"'"
    return (_IN_FLOW if flow else _NUMBER).search(line, start)


# ── the faults ──


def _cambiada(digits: str, dice: random.Random) -> str:
    place = dice.choice([n for n, each in enumerate(digits) if each.isdigit()])
    other = dice.choice([d for d in "0123456789" if d != digits[place]])
    return digits[:place] + other + digits[place + 1 :]


def _trocada(digits: str, dice: random.Random) -> str:
    pairs = [
        n
        for n in range(len(digits) - 1)
        if digits[n : n + 2].isdigit() and digits[n] != digits[n + 1]
    ]
    if not pairs:
        return digits
    place = dice.choice(pairs)
    return digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]


def _punto(digits: str, dice: random.Random) -> str:
    """The point one place to a side; a whole number gets one, or a zero more."""
    whole, _, part = digits.partition(".")
    if dice.random() < 0.5 and len(whole) > 1:
        return f"{whole[:-1]}.{whole[-1]}{part}"
    return f"{whole}{part[0]}.{part[1:]}".rstrip(".") if part else f"{whole}0"


def _perdida(digits: str, dice: random.Random) -> str:
    place = dice.choice([n for n, each in enumerate(digits) if each.isdigit()])
    return digits[:place] + digits[place + 1 :]


MANERAS: dict[str, Callable[[str, random.Random], str]] = {
    "un dígito cambiado": _cambiada,
    "dos dígitos trocados": _trocada,
    "el punto corrido": _punto,
    "un dígito perdido": _perdida,
}


def faltas(todo: Todo, cuantas: int, semilla: int = SEMILLA) -> list[Falta]:
    """`cuantas` changes of one number each, always the same for one `semilla`."""
    dice, targets = random.Random(semilla), blancos(todo)
    found: list[Falta] = []
    while len(found) < cuantas:
        blanco, como = dice.choice(targets), dice.choice(list(MANERAS))
        match = _numero(todo.proyecto, blanco)
        made = _escrita(match[0], MANERAS[como], dice) if match else ""
        if match and made:
            found.append(Falta(blanco, como, match[0], made))
    return found


def _escrita(text: str, change: Callable[[str, random.Random], str], dice: random.Random) -> str:
    """The number changed and written as it was; nothing if the change leaves the same value."""
    sign = text[0] if text[0] in "-−" else ""
    digits = re.sub(r"[^\d.]", "", text)
    whole, point, part = change(digits, dice).partition(".")
    if not whole.isdigit():
        return ""
    number = f"{int(whole):,}" if "," in text else str(int(whole))
    number = with_apostrophe(number) if re.search("['’]", text) else number
    made = f"{sign}{number}" + (f"{point}{part}" if part else "")
    try:
        return made if parse(made).valor != parse(text.replace("’", "'")).valor else ""
    except NumberError:
        return ""


# ── the audit of each ──


@cache
def proyecto() -> Todo:
    """The real project, read once in each process."""
    leido = load(RAIZ, RAIZ).proyecto
    return _todo(leido)


def _todo(leido: Proyecto) -> Todo:
    registro = register(leido)
    return Todo(leido, registro, link(leido, registro), leido.lineas, Path())


Hallazgos = Counter[tuple[str, str, str]]


def _hallazgos(todo: Todo, rule: Any) -> Hallazgos:
    found: Iterator[Diagnostic] = rule.revisar(todo)
    return Counter((d.code, d.span.path, d.text) for d in found)


@cache
def _antes(institucion: str) -> Mapping[Any, Hallazgos]:
    todo = _todo(_sola(institucion, proyecto().proyecto))
    return {rule: _hallazgos(todo, rule) for rule in REGLAS}


def _sola(institucion: str, leido: Proyecto) -> Proyecto:
    own = tuple(each for each in leido.instituciones if each.id == institucion)
    return replace(leido, instituciones=own)


def hallada(falta: Falta) -> bool:
    """Whether the audit tells the change."""
    leido = proyecto().proyecto
    id_ = falta.blanco.ruta.split("/")[1]
    mutated = _mudado(leido, falta)
    if mutated is None:
        return True
    todo, before = _todo(_sola(id_, mutated)), _antes(id_)
    first = PRIMERO.get(falta.blanco.ruta.split("/")[2], ())
    rules = [*first, *(rule for rule in REGLAS if rule not in first)]
    return any(_hallazgos(todo, rule) - before[rule] for rule in rules)


def _mudado(leido: Proyecto, falta: Falta) -> Proyecto | None:
    """The project with the change; None when the file then cannot be read, which is told too."""
    blanco = falta.blanco
    lines, match = list(leido.lineas[blanco.ruta]), _numero(leido, blanco)
    assert match is not None
    line = lines[blanco.linea - 1]
    lines[blanco.linea - 1] = line[: match.start()] + falta.despues + line[match.end() :]
    kind = blanco.ruta.split("/")[2]
    bound, problems = bind_text("\n".join(lines), blanco.ruta, _MODELOS[kind])
    if bound is None or problems:
        return None
    changed = tuple(_cambio(each, kind, blanco.ruta, bound) for each in leido.instituciones)
    return replace(leido, instituciones=changed, lineas={**leido.lineas, blanco.ruta: tuple(lines)})


_MODELOS: dict[str, Any] = {
    "cuadros": Cuadro,
    "datos": Datos,
    "fichas": Ficha,
    "indicadores": Indicadores,
    "presupuesto": Presupuesto,
}


def _cambio(leida: InstitucionLeida, kind: str, ruta: str, bound: Any) -> InstitucionLeida:
    field = {"presupuesto": "presupuestos"}.get(kind, kind)
    values = getattr(leida, field)
    if isinstance(values, tuple):
        made: Any = tuple(bound if each.ruta == ruta else each for each in values)
    else:
        made = {id_: bound if each.ruta == ruta else each for id_, each in values.items()}
    return replace(leida, **{field: made})


# ── the rate ──


@dataclass(frozen=True)
class Tanteo:
    faltas: tuple[tuple[Falta, bool], ...]

    def tasas(self, key: Callable[[Falta], str]) -> dict[str, tuple[int, int]]:
        """By what `key` gives, how many were told and how many there were."""
        told, every = Counter[str](), Counter[str]()
        for falta, found in self.faltas:
            every[key(falta)] += 1
            told[key(falta)] += found
        return {name: (told[name], every[name]) for name in sorted(every)}

    @property
    def tasa(self) -> float:
        return sum(found for _, found in self.faltas) / len(self.faltas)

    @property
    def calladas(self) -> list[Falta]:
        return [falta for falta, found in self.faltas if not found]


def contar(cuantas: int, semilla: int = SEMILLA) -> Tanteo:
    """Makes `cuantas` faults, two at a time, and tells which ones the audit found."""
    every = faltas(proyecto(), cuantas, semilla)
    with ProcessPoolExecutor(2, initializer=_recordar) as pool:
        return Tanteo(tuple(zip(every, pool.map(hallada, every, chunksize=50), strict=True)))


def _recordar() -> None:
    """Reads each comprobación once, not once for each fault."""
    setattr(comprobaciones, "read_comparison", cache(read_comparison))  # noqa: B010


def informe(cuenta: Tanteo) -> Iterator[str]:
    for key in (lambda f: f.blanco.clase, lambda f: f.como):
        for name, (told, every) in cuenta.tasas(key).items():
            yield f"{name:32} {told:5} de {every:5}   {100 * told / every:6.2f}%"
        yield ""
    yield f"{'en total':32} {100 * cuenta.tasa:.2f}%"
    for falta in cuenta.calladas:
        blanco = falta.blanco
        place = f"{blanco.ruta}:{blanco.linea}:{blanco.columna}"
        yield f"  {place} {blanco.direccion}: {falta.antes} → {falta.despues} ({falta.como})"


if __name__ == "__main__":
    print("\n".join(informe(contar(int(sys.argv[1]) if len(sys.argv) > 1 else 2000))))
