"""What the original printed against what its own data give: told, never corrected in silence."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.base.diagnostic import Diagnostic, diagnose, near
from generator.base.numbers import Numero, decimal_text, rounded
from generator.check.substitutions import Ilegible, Impresa, missing, printed
from generator.check.todo import Todo
from generator.model.dato import stated
from generator.model.enlazado_fichas import FichaEnlazada
from generator.model.ficha import Ficha
from generator.model.leido import Leido, Loc
from generator.model.proyecto import InstitucionLeida
from generator.model.registro import Cifra

CAMPOS = ("nombre", "linea_base")
"""Cells of the summary table that are not of a year."""


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida, enlazada in zip(todo.proyecto.instituciones, todo.enlazadas, strict=True):
        for id_, leido in leida.fichas.items():
            if not leido.reparado:
                yield from _ficha(leido, enlazada.fichas[id_])
        yield from _datos(todo, leida)


def _ficha(leido: Leido[Ficha], enlazada: FichaEnlazada) -> Iterator[Diagnostic]:
    yield from _campos(leido)
    yield from _resultados(leido, enlazada)
    for year, text in leido.valor.impreso.sustitucion.items():
        yield from _sustitucion(leido, enlazada, year, text)
    yield from _variables(leido, enlazada)
    yield from _resumen(leido, enlazada)


def _campos(leido: Leido[Ficha]) -> Iterator[Diagnostic]:
    """What was printed is of a year, or of a cell, that the ficha has."""
    ficha = leido.valor
    every = {*ficha.serie, *(year for v in ficha.variables for year in v.valores)}
    years = [str(year) for year in sorted(every)]
    for year in ficha.impreso.sustitucion:
        yield from _campo(leido, ("impreso", "sustitucion", str(year)), years)
    for field in ficha.impreso.resumen:
        yield from _campo(leido, ("impreso", "resumen", field), [*CAMPOS, *years])
    for n, variable in enumerate(ficha.variables):
        for year in variable.impreso:
            yield from _campo(leido, ("variables", n, "impreso", str(year)), years)


def _campo(leido: Leido[Ficha], loc: Loc, known: list[str]) -> Iterator[Diagnostic]:
    key = str(loc[-1])
    if key not in known:
        place = leido.span(*loc, "#clave")
        close = "" if key.isdigit() else near(key, known)
        yield diagnose("ESQ-002", place, clave=key, cerca=close, posibles=", ".join(known))


def _resultados(leido: Leido[Ficha], enlazada: FichaEnlazada) -> Iterator[Diagnostic]:
    for calculo in enlazada.calculos.values():
        if calculo.cifra and calculo.publicado and calculo.publicado.valor is None:
            yield diagnose(
                "AUD-007",
                leido.span("serie", str(calculo.anio)),
                ficha=leido.valor.clave,
                anio=calculo.anio,
                estado=calculo.publicado.estado,
                calculado=calculo.cifra.completa,
            )
        if calculo.coincide is False and calculo.cifra and calculo.publicado:
            yield diagnose(
                "AUD-001",
                leido.span("serie", str(calculo.anio)),
                ficha=leido.valor.clave,
                anio=calculo.anio,
                publicado=calculo.publicado.completa,
                calculado=calculo.cifra.completa,
            )


def _sustitucion(
    leido: Leido[Ficha], enlazada: FichaEnlazada, year: int, text: str
) -> Iterator[Diagnostic]:
    place = leido.span("impreso", "sustitucion", str(year))
    read = printed(text)
    data = {"ficha": leido.valor.clave, "anio": year}
    if isinstance(read, Ilegible):
        yield diagnose("AUD-003", place, causa=read.causa, **data)
    if not isinstance(read, Impresa):
        return
    if read.resultado and not _equal(read, read.resultado):
        said = _written(read.resultado.valor, read.resultado.decimales)
        given = _written(read.valor, read.resultado.decimales)
        lack = _falta(read, enlazada, year)
        yield diagnose("AUD-002", place, impreso=said, calculado=given, falta=lack, **data)
    published = enlazada.serie.get(year)
    result = published.valor if published else None
    if published and read.resultado and result not in (None, read.resultado.valor):
        shown = published.completa
        said = _written(read.resultado.valor, read.resultado.decimales)
        yield diagnose("AUD-004", place, impreso=said, publicado=shown, **data)


def _falta(read: Impresa, enlazada: FichaEnlazada, year: int) -> str:
    formula, calculo = enlazada.ficha.metodo.formula, enlazada.calculos.get(year)
    if formula is None or calculo is None or calculo.cifra is None:
        return ""
    values = {id_: cifra.texto("numero") for id_, cifra in calculo.valores.items()}
    return missing(read, formula, values, calculo.cifra.fraccion)


def _written(value: Fraction | Decimal, decimals: int) -> str:
    return decimal_text(value, decimals, locale="es_MX", grouped=True)


def _equal(read: Impresa, said: Numero) -> bool:
    return rounded(read.valor, said.decimales) == said.valor


def _variables(leido: Leido[Ficha], enlazada: FichaEnlazada) -> Iterator[Diagnostic]:
    for n, each in enumerate(enlazada.variables):
        for year, text in each.variable.impreso.items():
            value = each.valores.get(year)
            if value is not None and not _same(text, value):
                yield diagnose(
                    "AUD-005",
                    leido.span("variables", n, "impreso", str(year)),
                    donde=f"la variable {each.numero} de la ficha {leido.valor.clave}, {year},",
                    impreso=text,
                    valor=value.completa,
                )


def _same(text: str, value: Cifra) -> bool:
    """Whether what was printed says the same, be it a number or a computation with its result."""
    read = printed(text)
    if isinstance(read, Impresa):
        return read.resultado is None or _equal(read, read.resultado)
    dato = stated(text)
    return dato is not None and dato.numero is not None and dato.numero.valor == value.valor


def _resumen(leido: Leido[Ficha], enlazada: FichaEnlazada) -> Iterator[Diagnostic]:
    for field, text in leido.valor.impreso.resumen.items():
        shown = enlazada.serie.get(int(field)) if field.isdigit() else None
        value = shown.completa if shown else _named(enlazada, field)
        year_apart = field == "linea_base" and _without_year(text) == _without_year(value)
        if value in ("", text) or (shown and _alike(text, shown)) or year_apart:
            continue
        data = {"ficha": leido.valor.clave, "campo": field, "impreso": text, "valor": value}
        yield diagnose("AUD-006", leido.span("impreso", "resumen", field), **data)
    if text := leido.valor.impreso.objetivo or "":
        value = enlazada.objetivo.texto if enlazada.objetivo else ""
        data = {"donde": f"el objetivo de la ficha {leido.valor.clave}", "valor": value}
        yield diagnose("AUD-005", leido.span("impreso", "objetivo"), impreso=text, **data)


def _without_year(text: str) -> str:
    """A baseline without its year, which another rule compares."""
    return re.sub(r" ?\([0-9]{4}\)$", "", text)


def _alike(text: str, shown: Cifra) -> bool:
    """Whether a cell differs only in its decimals or in the sign of its unit."""
    dato = stated(text)
    if dato is None or dato.numero is None:
        return False
    return dato.numero.valor == shown.valor and dato.estado == shown.estado


def _named(enlazada: FichaEnlazada, field: str) -> str:
    base = enlazada.linea_base
    stated = f"{base.completa} ({enlazada.ficha.linea_base.anio})"
    return dict(zip(CAMPOS, (enlazada.nombre, stated), strict=True)).get(field, "")


def _datos(todo: Todo, leida: InstitucionLeida) -> Iterator[Diagnostic]:
    for leido in leida.datos:
        for n, suelto in enumerate(leido.valor.datos):
            if suelto.impreso is not None:
                yield diagnose(
                    "AUD-005",
                    leido.span("datos", n, "impreso"),
                    donde=f"el dato «{suelto.id}»",
                    impreso=suelto.impreso,
                    valor=todo.registro.cifras[f"{leida.id}.dato.{suelto.id}"].completa,
                )
