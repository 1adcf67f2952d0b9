"""Each ficha holds together: what it cites exists, its formula can be computed, its years meet."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.base.diagnostic import Diagnostic, diagnose, near
from generator.base.span import Span
from generator.base.text import bare, slug
from generator.check.todo import Todo
from generator.model.enlazado_fichas import FichaEnlazada
from generator.model.ficha import Ficha, Variable
from generator.model.formula import ANTERIOR
from generator.model.leido import Leido, Loc
from generator.model.proyecto import InstitucionLeida
from generator.model.valores import PENDIENTE

FichaLeida = Leido[Ficha]


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida, enlazada in zip(todo.proyecto.instituciones, todo.enlazadas, strict=True):
        yield from _claves(leida)
        for id_, leido in leida.fichas.items():
            if leido.reparado:
                continue
            yield from _citados(leida, leido)
            yield from _nombre(leido)
            yield from _variables(leido)
            yield from _unidades(leido)
            yield from _anios(leido)
            yield from _divisiones(leido, enlazada.fichas[id_])


def _claves(leida: InstitucionLeida) -> Iterator[Diagnostic]:
    """A ficha is not also an indicator of the operative programme, nor two have one clave."""
    taken = {
        i.id: tabla.span("indicadores", place, "id")
        for tabla in leida.indicadores
        for place, i in enumerate(tabla.valor.indicadores)
    }
    seen: dict[tuple[str, str], Span] = {}
    for id_, leido in leida.fichas.items():
        place = leido.span("clave")
        if id_ in taken:
            yield diagnose("IDS-001", place, id=id_, lugar=taken[id_], que="indicador")
        key = (leido.valor.instrumento, leido.valor.clave)
        if key in seen:
            yield diagnose("IDS-001", place, id=key[1], lugar=seen[key], que="ficha")
        seen.setdefault(key, place)


def _nombre(leido: FichaLeida) -> Iterator[Diagnostic]:
    """A clave in figures is that of the file's name: 1.1 in 1-1.yml."""
    stem, clave = PurePosixPath(leido.ruta).stem, leido.valor.clave
    if re.fullmatch(r"[0-9.]+", clave) and slug(clave) != stem:
        yield diagnose("REF-013", leido.span("clave"), dice=clave, esperado=stem.replace("-", "."))


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


def _objetivo(leida: InstitucionLeida, leido: FichaLeida) -> Iterator[Diagnostic]:
    ficha = leido.valor
    target = leida.instrumentos.get(ficha.instrumento)
    if target is None:
        yield _instrumento(leida, leido, ficha.instrumento, ("instrumento",))
    elif ficha.objetivo not in {o.numero for o in target.valor.objetivos}:
        data = {"instrumento": ficha.instrumento, "numero": ficha.objetivo}
        yield diagnose("REF-011", leido.span("objetivo"), **data)


def _instrumento(leida: InstitucionLeida, leido: FichaLeida, id_: str, loc: Loc) -> Diagnostic:
    return diagnose("REF-003", leido.span(*loc), id=id_, cerca=near(id_, leida.instrumentos))


# ── variables and formula ──


def _variables(leido: FichaLeida) -> Iterator[Diagnostic]:
    ficha = leido.valor
    seen: set[str] = set()
    for n, variable in enumerate(ficha.variables):
        for id_, loc in _simbolos(variable, ("variables", n)):
            if id_ in seen:
                place = leido.span(*loc, "id")
                yield diagnose("IDS-001", place, id=id_, lugar="esta ficha", que="variable")
            seen.add(id_)
        yield from _forma(leido, variable, ("variables", n))
    if ficha.metodo.formula is None:
        return
    known = {v.id for v in ficha.variables}
    place = leido.span("metodo", "formula")
    yield from _desconocidas(leido, ficha.metodo.formula.nombres, {*known, ANTERIOR}, place)
    for n, variable in enumerate(ficha.variables):
        if variable.id not in ficha.metodo.formula.nombres:
            yield diagnose("FIC-004", leido.span("variables", n, "id"), id=variable.id)


def _simbolos(variable: Variable, loc: Loc) -> Iterator[tuple[str, Loc]]:
    yield variable.id, loc
    for n, componente in enumerate(variable.componentes):
        yield componente.id, (*loc, "componentes", n)


def _forma(leido: FichaLeida, variable: Variable, loc: Loc) -> Iterator[Diagnostic]:
    """A variable states its values, or how they follow from its componentes; not both."""
    if bool(variable.valores) == bool(variable.calculo):
        cause = "da sus valores y también su cálculo" if variable.valores else "no da sus valores"
        yield diagnose("FIC-003", leido.span(*loc, "id"), id=variable.id, causa=cause)
    if variable.calculo:
        known = {c.id for c in variable.componentes}
        place = leido.span(*loc, "calculo")
        yield from _desconocidas(leido, variable.calculo.nombres, known, place)


def _desconocidas(
    leido: FichaLeida, names: tuple[str, ...], known: set[str], place: Span
) -> Iterator[Diagnostic]:
    for name in names:
        if name not in known:
            listing = ", ".join(sorted(known)) or "ninguna"
            data = {"nombre": name, "ficha": leido.valor.clave, "cerca": near(name, known)}
            yield diagnose("FOR-002", place, posibles=listing, **data)


def _divisiones(leido: FichaLeida, ficha: FichaEnlazada) -> Iterator[Diagnostic]:
    for calculo in ficha.calculos.values():
        if calculo.indefinido:
            data = {"ficha": leido.valor.clave, "anio": calculo.anio}
            yield diagnose("FOR-003", leido.span("metodo", "formula"), **data)


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
    return "porcentaje" in words if unit == "%" else bare(unit) in words


def _anios(leido: FichaLeida) -> Iterator[Diagnostic]:
    """Every variable has the years of the others; the series has those years too."""
    ficha = leido.valor
    years = {year for v in ficha.variables for year in (*v.valores, *_years_of_parts(v))}
    for n, variable in enumerate(ficha.variables):
        stated = {*variable.valores, *_years_of_parts(variable)}
        for year in sorted(years - stated) if stated else ():
            data = {"ficha": ficha.clave, "id": variable.id, "anio": year}
            yield diagnose("FIC-001", leido.span("variables", n, "id"), **data)
        for m, componente in enumerate(variable.componentes):
            for year in sorted(years - set(componente.valores)):
                data = {"ficha": ficha.clave, "id": componente.id, "anio": year}
                place = leido.span("variables", n, "componentes", m, "id")
                yield diagnose("FIC-001", place, **data)
    for year in sorted(years - set(ficha.serie)):
        yield diagnose("FIC-005", leido.span("serie"), ficha=ficha.clave, anio=year)
    for year in sorted(y for y in ficha.serie if y < ficha.linea_base.anio):
        data = {"ficha": ficha.clave, "anio": year, "base": ficha.linea_base.anio}
        yield diagnose("FIC-006", leido.span("serie", str(year)), **data)


def _years_of_parts(variable: Variable) -> set[int]:
    return {year for componente in variable.componentes for year in componente.valores}
