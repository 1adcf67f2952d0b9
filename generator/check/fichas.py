"""Each ficha holds together: what it cites exists, its formula can be computed, its years meet."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.base.diagnostic import Diagnostic, diagnose, near
from generator.base.span import Span
from generator.base.text import bare, slug
from generator.check.todo import Todo
from generator.model.dato import Dato
from generator.model.enlazado_fichas import FichaEnlazada
from generator.model.ficha import Ficha, Variable
from generator.model.formula import ANTERIOR, Formula
from generator.model.leido import Leido, Loc
from generator.model.proyecto import InstitucionLeida
from generator.model.valores import PENDIENTE

FichaLeida = Leido[Ficha]
MAX_LISTED = 20
"""Names that a message lists."""
MAX_COMPARED = 500
"""Names among which a near one is looked for."""


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida, enlazada in zip(todo.proyecto.instituciones, todo.enlazadas, strict=True):
        sound = {id_: leido for id_, leido in leida.fichas.items() if not leido.reparado}
        yield from _claves(leida, sound)
        yield from _comunes(sound)
        for id_, leido in sound.items():
            yield from _citados(leida, leido)
            yield from _variables(leido)
            yield from _unidades(leido)
            yield from _anios(leido)
            yield from _notas(leido)
            yield from _divisiones(leido, enlazada.fichas[id_])


def _claves(leida: InstitucionLeida, fichas: Mapping[str, FichaLeida]) -> Iterator[Diagnostic]:
    """A ficha is not also an indicator of the operative programme, nor two have one clave; a clave
    in figures is that of the file's name: 1.1 in 1-1.yml.
    """
    taken = {
        i.id: tabla.span("indicadores", place, "id")
        for tabla in leida.indicadores
        for place, i in enumerate(tabla.valor.indicadores)
    }
    seen: dict[tuple[str, str], Span] = {}
    for id_, leido in sorted(fichas.items(), key=_mal_nombrada):
        place, clave = leido.span("clave"), leido.valor.clave
        if id_ in taken:
            yield diagnose("IDS-001", place, id=id_, lugar=taken[id_], que="indicador")
        key = (leido.valor.instrumento, clave)
        if key in seen:
            yield diagnose("IDS-001", place, id=clave, lugar=seen[key], que="ficha")
        elif _mal_nombrada((id_, leido)):
            yield diagnose("REF-013", place, dice=clave, esperado=id_.replace("-", "."))
        seen.setdefault(key, place)


def _mal_nombrada(ficha: tuple[str, FichaLeida]) -> bool:
    id_, leido = ficha
    clave = leido.valor.clave
    figures = re.fullmatch(r"[0-9.]+", clave) and re.fullmatch(r"[0-9-]+", id_)
    return bool(figures) and slug(clave) != id_


def _comunes(fichas: Mapping[str, FichaLeida]) -> Iterator[Diagnostic]:
    """The fichas of one instrument have the same years in their series."""
    by_instrument: dict[str, list[FichaLeida]] = {}
    for leido in fichas.values():
        by_instrument.setdefault(leido.valor.instrumento, []).append(leido)
    for twins in by_instrument.values():
        for year in sorted({year for each in twins for year in each.valor.serie}):
            lacking = [each.valor.clave for each in twins if year not in each.valor.serie]
            first = next(each for each in twins if year in each.valor.serie)
            if lacking:
                data = {"ficha": first.valor.clave, "anio": year, "faltan": _listed(lacking)}
                yield diagnose("FIC-007", first.span("serie", str(year)), **data)


def _listed(names: list[str]) -> str:
    shown = ", ".join(names[:MAX_LISTED])
    return f"a la {shown}" if len(names) == 1 else f"a las fichas {shown}"


# ── what it cites ──


def _citados(leida: InstitucionLeida, leido: FichaLeida) -> Iterator[Diagnostic]:
    ficha = leido.valor
    units = {u.id for u in leida.unidades.valor.unidades}
    if ficha.unidad_responsable not in units and not leida.unidades.reparado:
        close = near(ficha.unidad_responsable, units)
        data = {"id": ficha.unidad_responsable, "archivo": leida.unidades.ruta, "cerca": close}
        yield diagnose("REF-001", leido.span("unidad_responsable"), **data)
    yield from _objetivo(leida, leido)
    if ficha.semaforizacion and ficha.semaforizacion not in leida.semaforos:
        data = {"id": ficha.semaforizacion, "cerca": near(ficha.semaforizacion, leida.semaforos)}
        yield diagnose("REF-017", leido.span("semaforizacion"), **data)
    for n, ligadura in enumerate(ficha.alineacion):
        if ligadura.instrumento not in (*leida.instrumentos, PENDIENTE):
            yield _instrumento(leida, leido, ligadura.instrumento, ("alineacion", n, "instrumento"))
        elif ligadura.objetivo is not None:
            loc = ("alineacion", n, "objetivo")
            yield from _numero(leida, leido, ligadura.instrumento, ligadura.objetivo, loc)


def _objetivo(leida: InstitucionLeida, leido: FichaLeida) -> Iterator[Diagnostic]:
    ficha = leido.valor
    target = leida.instrumentos.get(ficha.instrumento)
    if target is None:
        yield _instrumento(leida, leido, ficha.instrumento, ("instrumento",))
    else:
        yield from _numero(leida, leido, ficha.instrumento, ficha.objetivo, ("objetivo",))


def _numero(
    leida: InstitucionLeida, leido: FichaLeida, instrumento: str, number: int, loc: Loc
) -> Iterator[Diagnostic]:
    """The objective `number` is one of the instrument's."""
    target = leida.instrumentos.get(instrumento)
    if target and number not in {o.numero for o in target.valor.objetivos}:
        yield diagnose("REF-011", leido.span(*loc), instrumento=instrumento, numero=number)


def _instrumento(leida: InstitucionLeida, leido: FichaLeida, id_: str, loc: Loc) -> Diagnostic:
    return diagnose("REF-003", leido.span(*loc), id=id_, cerca=near(id_, leida.instrumentos))


# ── variables and formula ──


def _variables(leido: FichaLeida) -> Iterator[Diagnostic]:
    ficha = leido.valor
    repeated = list(_repetidas(leido))
    yield from repeated
    for n, variable in enumerate(ficha.variables):
        cause = _forma(variable)
        if cause:
            place = leido.span("variables", n, "id")
            yield diagnose("FIC-003", place, ficha=ficha.clave, id=variable.id, causa=cause)
        elif variable.calculo:
            yield from _calculo(leido, n, variable, variable.calculo)
    if ficha.metodo.formula and not repeated:
        known = {v.id: leido.span("variables", n, "id") for n, v in enumerate(ficha.variables)}
        said = _Dicha(ficha.clave, "la fórmula", "sus variables", leido.span("metodo", "formula"))
        yield from _nombres(ficha.metodo.formula, known, said, {ANTERIOR})


def _repetidas(leido: FichaLeida) -> Iterator[Diagnostic]:
    seen: dict[str, Span] = {}
    for n, variable in enumerate(leido.valor.variables):
        inner = enumerate(variable.componentes)
        named = [(variable.id, leido.span("variables", n, "id"))]
        named += [(c.id, leido.span("variables", n, "componentes", m, "id")) for m, c in inner]
        for id_, place in named:
            if id_ in seen:
                yield diagnose("IDS-001", place, id=id_, lugar=seen[id_], que="variable")
            seen.setdefault(id_, place)


def _forma(variable: Variable) -> str:
    """What is wrong with how a variable states its values; nothing when it states them, or how
    they follow from its componentes.
    """
    if variable.valores and variable.calculo:
        return "da sus valores y también su cálculo"
    if variable.valores and variable.componentes:
        return "da sus valores y también sus componentes"
    if variable.calculo and not variable.componentes:
        return "tiene cálculo y le faltan los componentes"
    if variable.componentes and not variable.calculo:
        return "tiene componentes y le falta el cálculo"
    return "" if variable.valores or variable.calculo else "no da sus valores"


@dataclass(frozen=True)
class _Dicha:
    """A formula, as messages call it: whose, its name, what it may name, and its place."""

    ficha: str
    formula: str
    entre: str
    lugar: Span


def _calculo(
    leido: FichaLeida, n: int, variable: Variable, calculo: Formula
) -> Iterator[Diagnostic]:
    loc = ("variables", n)
    inner = enumerate(variable.componentes)
    known = {c.id: leido.span(*loc, "componentes", m, "id") for m, c in inner}
    name, place = f"el cálculo de «{variable.id}»", leido.span(*loc, "calculo")
    yield from _nombres(calculo, known, _Dicha(leido.valor.clave, name, "sus componentes", place))


def _nombres(
    formula: Formula, known: Mapping[str, Span], said: _Dicha, more: Iterable[str] = ()
) -> Iterator[Diagnostic]:
    """A formula names only what there is; and, if it does, all of it."""
    data = {"ficha": said.ficha, "formula": said.formula}
    admitted = [*known, *more]
    unknown = [name for name in formula.nombres if name not in admitted]
    listing = ", ".join(admitted[:MAX_LISTED]) + ("…" if len(admitted) > MAX_LISTED else "")
    for name in unknown:
        close = near(name, admitted[:MAX_COMPARED])
        told = {"nombre": name, "entre": said.entre, "cerca": close, **data}
        yield diagnose("FOR-002", said.lugar, posibles=listing, **told)
    for id_ in known if not unknown else ():
        if id_ not in formula.nombres:
            yield diagnose("FIC-004", known[id_], id=id_, **data)


def _divisiones(leido: FichaLeida, ficha: FichaEnlazada) -> Iterator[Diagnostic]:
    clave = leido.valor.clave
    for n, each in enumerate(ficha.variables):
        data = {"ficha": clave, "formula": f"el cálculo de «{each.variable.id}»"}
        for year in each.indefinidos:
            yield diagnose("FOR-003", leido.span("variables", n, "calculo"), anio=year, **data)
    data = {"ficha": clave, "formula": "la fórmula"}
    for calculo in ficha.calculos.values():
        if calculo.indefinido:
            yield diagnose("FOR-003", leido.span("metodo", "formula"), anio=calculo.anio, **data)


# ── units and years ──


def _unidades(leido: FichaLeida) -> Iterator[Diagnostic]:
    """A unit typed beside a value is the ficha's own."""
    ficha = leido.valor
    values = [(("serie", str(year)), dato.unidad) for year, dato in ficha.serie.items()]
    values += [(("metas", str(year)), meta.unidad) for year, meta in ficha.metas.items()]
    values.append((("linea_base", "valor"), ficha.linea_base.valor.unidad))
    for loc, unit in values:
        if unit and not _cabe(unit, ficha.unidad_medida):
            data = {"ficha": ficha.clave, "unidad": unit, "medida": ficha.unidad_medida}
            yield diagnose("FIC-002", leido.span(*loc), **data)


def _cabe(unit: str, measure: str) -> bool:
    words = bare(measure)
    signs = ("porcentaje", "por ciento", "%") if unit == "%" else (bare(unit),)
    return any(sign in words for sign in signs)


def _anios(leido: FichaLeida) -> Iterator[Diagnostic]:
    """Every variable has the years of the others; the series has those years too, and those that
    the formula asks of it.
    """
    ficha = leido.valor
    stated = [
        ((*loc, "id"), id_, years) for loc, id_, years in _con_valores(ficha.variables) if years
    ]
    every = {year for _, _, years in stated for year in years}
    for loc, id_, years in stated:
        for year in sorted(every - years):
            yield diagnose("FIC-001", leido.span(*loc), ficha=ficha.clave, id=id_, anio=year)
    yield from _serie(leido, every)
    before = [year for year in sorted(ficha.serie) if year < ficha.linea_base.anio]
    if before:
        data = {"ficha": ficha.clave, "anios": ", ".join(map(str, before))}
        place = leido.span("serie", str(before[0]))
        yield diagnose("FIC-006", place, base=ficha.linea_base.anio, **data)


def _con_valores(variables: tuple[Variable, ...]) -> Iterator[tuple[Loc, str, set[int]]]:
    """What states values by year: the variables and their componentes."""
    for n, variable in enumerate(variables):
        yield ("variables", n), variable.id, set(variable.valores)
        for m, componente in enumerate(variable.componentes):
            yield ("variables", n, "componentes", m), componente.id, set(componente.valores)


def _serie(leido: FichaLeida, years: set[int]) -> Iterator[Diagnostic]:
    ficha = leido.valor
    causes = dict.fromkeys(years, "sus variables sí")
    if ficha.metodo.formula and ANTERIOR in ficha.metodo.formula.nombres:
        asked = {year - 1 for year in years} - {ficha.linea_base.anio}
        causes = {**dict.fromkeys(asked, f"la fórmula lo pide como {ANTERIOR}"), **causes}
    for year in sorted(set(causes) - set(ficha.serie)):
        data = {"ficha": ficha.clave, "anio": year, "causa": causes[year]}
        yield diagnose("FIC-005", leido.span("serie"), **data)


# ── marks ──


def _notas(leido: FichaLeida) -> Iterator[Diagnostic]:
    """Each mark without a note, once, where it is first seen."""
    told = set(leido.valor.notas)
    for mark, loc in _llamadas(leido.valor):
        if mark not in told:
            told.add(mark)
            yield diagnose("CUA-005", leido.span(*loc), marca=mark)


def _llamadas(ficha: Ficha) -> Iterator[tuple[str, Loc]]:
    values: list[tuple[Dato, Loc]] = [(ficha.linea_base.valor, ("linea_base", "valor"))]
    values += _valores(ficha.serie, ("serie",))
    for n, variable in enumerate(ficha.variables):
        if variable.marca:
            yield variable.marca, ("variables", n, "marca")
        values += _valores(variable.valores, ("variables", n, "valores"))
        for m, componente in enumerate(variable.componentes):
            values += _valores(componente.valores, ("variables", n, "componentes", m, "valores"))
    for dato, loc in values:
        yield from ((mark, loc) for mark in dato.marcas)


def _valores(values: Mapping[int, Dato], loc: Loc) -> list[tuple[Dato, Loc]]:
    return [(dato, (*loc, str(year))) for year, dato in values.items()]
