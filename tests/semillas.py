"""Seeded faults: one figure of the real data is changed at a time, and the audit must tell it.

What is counted is whether the change of a determined figure gives a finding that was not there
before, whatever its code.

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
    sumas,
    sustituidos,
    totales,
)
from generator.check.todo import Todo
from generator.derive.figures import register
from generator.derive.links import link
from generator.model.aprobacion import Aprobacion
from generator.model.cuadro import Cuadro
from generator.model.cuenta_publica import CuentaPublica
from generator.model.dato import Datos
from generator.model.expresion import read_comparison
from generator.model.ficha import Ficha
from generator.model.indicador import Indicadores
from generator.model.instrumento import Instrumento
from generator.model.presupuesto import Presupuesto
from generator.model.programacion import Programacion
from generator.model.proyecto import InstitucionLeida, Proyecto
from generator.read.bind import bind_text
from generator.read.project import load
from tests.casos import RAIZ
from tests.determinadas import Blanco, blancos, numero

REGLAS = (
    comprobaciones, cuadros, fichas, impresos, medidas, preliminares, rangos, sumas, sustituidos,
    totales,
)  # fmt: skip
"""The rules over figures; those over texts say nothing of a change of data."""
PRIMERO = {"cuadros": (totales,), "fichas": (impresos, sustituidos)}
"""By folder, the rules that tell most of its faults: none after them is asked then."""
SEMILLA = 2024


@dataclass(frozen=True)
class Falta:
    """A change of one number."""

    blanco: Blanco
    como: str
    antes: str
    despues: str


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
        match = numero(todo.proyecto, blanco)
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
    return todo_de(leido)


def todo_de(leido: Proyecto) -> Todo:
    registro = register(leido)
    return Todo(leido, registro, link(leido, registro), leido.lineas, Path())


Hallazgos = Counter[tuple[str, str, str]]


def _hallazgos(todo: Todo, rule: Any) -> Hallazgos:
    found: Iterator[Diagnostic] = rule.revisar(todo)
    return Counter((d.code, d.span.path, d.text) for d in found)


@cache
def _antes(institucion: str) -> Mapping[Any, Hallazgos]:
    todo = todo_de(_sola(institucion, proyecto().proyecto))
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
    todo, before = todo_de(_sola(id_, mutated)), _antes(id_)
    first = PRIMERO.get(falta.blanco.ruta.split("/")[2], ())
    rules = [*first, *(rule for rule in REGLAS if rule not in first)]
    return any(_hallazgos(todo, rule) - before[rule] for rule in rules)


def _mudado(leido: Proyecto, falta: Falta) -> Proyecto | None:
    blanco = falta.blanco
    lines, match = list(leido.lineas[blanco.ruta]), numero(leido, blanco)
    assert match is not None
    line = lines[blanco.linea - 1]
    lines[blanco.linea - 1] = line[: match.start()] + falta.despues + line[match.end() :]
    return con_texto(leido, blanco.ruta, "\n".join(lines))


def con_texto(leido: Proyecto, ruta: str, texto: str) -> Proyecto | None:
    """The project with another text in one file; None when it cannot be read as data."""
    lines = {**leido.lineas, ruta: tuple(texto.split("\n"))}
    if ruta.endswith(".md"):
        return replace(leido, lineas=lines)
    kind = ruta.split("/")[2]
    bound, problems = bind_text(texto, ruta, MODELOS[kind])
    if bound is None or problems:
        return None
    changed = tuple(_cambio(each, kind, ruta, bound) for each in leido.instituciones)
    return replace(leido, instituciones=changed, lineas=lines)


MODELOS: dict[str, Any] = {
    "aprobaciones": Aprobacion,
    "cuadros": Cuadro,
    "cuentas": CuentaPublica,
    "datos": Datos,
    "fichas": Ficha,
    "indicadores": Indicadores,
    "instrumentos": Instrumento,
    "presupuesto": Presupuesto,
    "programacion": Programacion,
}


def _cambio(leida: InstitucionLeida, kind: str, ruta: str, bound: Any) -> InstitucionLeida:
    field = {"presupuesto": "presupuestos", "programacion": "programaciones"}.get(kind, kind)
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
