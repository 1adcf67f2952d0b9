"""Numbers of one column or ficha are written in one way; those of a series, with one precision."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.numbers import Numero, decimal_text, with_apostrophe
from generator.base.span import Span
from generator.check.todo import Todo
from generator.model.cuadro import Cuadro
from generator.model.dato import Dato, stated
from generator.model.ficha import Ficha
from generator.model.leido import Leido, Loc
from generator.model.proyecto import InstitucionLeida

Escritos = list[tuple[Numero, Span]]
MILES, MILLONES = 1000, 10**6


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        yield from _metas(leida)
        for leido in leida.fichas.values():
            if not leido.reparado:
                yield from _ficha(leido)
        for cuadro in leida.cuadros.values():
            if not cuadro.reparado:
                yield from _cuadro(cuadro)


def _metas(leida: InstitucionLeida) -> Iterator[Diagnostic]:
    """The targets of one year, all in one column of the document."""
    for year in sorted({tabla.valor.ejercicio for tabla in leida.indicadores}):
        found = [
            (meta.numero, tabla.span("indicadores", n, "metas", str(year)))
            for tabla in leida.indicadores
            for n, each in enumerate(tabla.valor.indicadores)
            if (meta := each.metas.get(year))
        ]
        yield from _grupos(found, f"las metas de {year}")


def _ficha(leido: Leido[Ficha]) -> Iterator[Diagnostic]:
    ficha = leido.valor
    series = [(d.numero, leido.span("serie", str(y))) for y, d in ficha.serie.items() if d.numero]
    yield from _decimales(series, f"la serie de la ficha {ficha.clave}")
    yield from _grupos([*series, *_variables(leido)], f"la ficha {ficha.clave}")


def _variables(leido: Leido[Ficha]) -> Iterator[tuple[Numero, Span]]:
    for n, variable in enumerate(leido.valor.variables):
        holders: list[tuple[Loc, Mapping[int, Dato]]] = [(("variables", n), variable.valores)]
        for m, componente in enumerate(variable.componentes):
            holders.append((("variables", n, "componentes", m), componente.valores))
        for loc, values in holders:
            for year, dato in values.items():
                if dato.numero:
                    yield dato.numero, leido.span(*loc, "valores", str(year))


def _cuadro(leido: Leido[Cuadro]) -> Iterator[Diagnostic]:
    for place, column in enumerate(leido.valor.columnas):
        if column.tipo != "cifra":
            continue
        found: Escritos = []
        for fila in leido.valor.renglones:
            dato = stated(fila.celdas[place]) if place < len(fila.celdas) else None
            if dato and dato.numero and not dato.guion:
                found.append((dato.numero, leido.span(*fila.loc, place)))
        where = f"la columna «{column.titulo or column.grupo or column.id}»"
        yield from _grupos(found, where)


# ── the ways of writing ──


@dataclass(frozen=True)
class _Manera:
    """A way of writing numbers, and those that are written so."""

    nombre: str
    numeros: Escritos


def _grupos(found: Escritos, where: str) -> Iterator[Diagnostic]:
    """How thousands are set apart, and then how millions are."""
    large = [each for each in found if abs(each[0].valor) >= MILES]
    grouped = _Manera("con coma de miles", [each for each in large if each[0].miles])
    bare = _Manera("sin coma", [each for each in large if not each[0].miles])
    yield from _mezcla(grouped, bare, where)
    millions = [each for each in grouped.numeros if abs(each[0].valor) >= MILLONES]
    apart = _Manera("con apóstrofo", [each for each in millions if each[0].apostrofo])
    comma = _Manera("con coma de millones", [each for each in millions if not each[0].apostrofo])
    yield from _mezcla(apart, comma, where)


def _decimales(found: Escritos, where: str) -> Iterator[Diagnostic]:
    """All with the same number of decimals."""
    by: dict[int, Escritos] = {}
    for each in found:
        by.setdefault(each[0].decimales, []).append(each)
    if len(by) > 1:
        ways = [_Manera(_decimal(n), numbers) for n, numbers in by.items()]
        usual, *others = sorted(ways, key=lambda way: -len(way.numeros))
        rest = [each for way in others for each in way.numeros]
        rare = min(others, key=lambda way: len(way.numeros))
        yield _aviso(usual, _Manera(rare.nombre, sorted(rest, key=lambda e: e[1])), where)


def _decimal(count: int) -> str:
    return {0: "sin decimales", 1: "con un decimal"}.get(count, f"con {count} decimales")


def _mezcla(one: _Manera, other: _Manera, where: str) -> Iterator[Diagnostic]:
    if one.numeros and other.numeros:
        usual, rare = sorted((one, other), key=lambda way: -len(way.numeros))
        yield _aviso(usual, rare, where)


def _aviso(usual: _Manera, rare: _Manera, where: str) -> Diagnostic:
    (first, place), example = rare.numeros[0], usual.numeros[0][0]
    counts = f"{_cuantos(rare)} y {_cuantos(usual)}"
    data = {"uno": _escrito(first), "otro": _escrito(example), "diferencia": counts}
    return diagnose("FMT-001", place, donde=where, **data)


def _cuantos(way: _Manera) -> str:
    return f"{len(way.numeros)} {way.nombre}"


def _escrito(number: Numero) -> str:
    text = decimal_text(number.valor, number.decimales, locale="es_MX", grouped=number.miles)
    return with_apostrophe(text) if number.apostrofo else text
