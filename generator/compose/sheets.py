"""A ficha with its figures → the block that shows it: series, method, substitutions, chart."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from generator.compose.cells import node, of_figure
from generator.compose.formulas import alone, with_names, with_values
from generator.document.charts import Grafica, Papel, Punto
from generator.document.formulas import Formula
from generator.document.nodes import Componente, Nota
from generator.document.sheets import (
    Aclaracion,
    FilaVariable,
    Leyenda,
    Sustitucion,
    ValorAnual,
    ValorVariable,
)
from generator.model.enlazado_fichas import FichaEnlazada, Respuesta, VariableEnlazada
from generator.model.formula import ANTERIOR, Nombre
from generator.model.registro import Cifra


def sheet(ficha: FichaEnlazada) -> Componente:
    """The block of `ficha`, ready for paper and site."""
    formula = ficha.ficha.metodo.formula
    names = {v.variable.id: v.variable.nombre for v in ficha.variables}
    names[ANTERIOR] = "Resultado del año anterior"
    years = _years(ficha)
    return Componente(
        "ficha",
        {
            "ficha": ficha,
            "serie": tuple(series(ficha)),
            "metodo": with_names(formula, names) if formula else None,
            "anios": years,
            "variables": tuple(_variable(v, years) for v in ficha.variables),
            "sustituciones": tuple(_substitution(ficha, year) for year in years),
            "aclaraciones": tuple(_clarifications(ficha)),
            "leyenda": _legend(ficha),
            "grafica": chart(ficha),
        },
        cifras=tuple(c.direccion for c in _printed(ficha)),
    )


def series(ficha: FichaEnlazada) -> Iterator[ValorAnual]:
    """The columns of the series: baseline, results, targets."""
    yield ValorAnual("Línea base", ficha.ficha.linea_base.anio, of_figure(ficha.linea_base))
    for year, cifra in ficha.serie.items():
        yield ValorAnual("Resultado", year, of_figure(cifra))
    for year, cifra in ficha.metas.items():
        yield ValorAnual("Meta", year, of_figure(cifra))


def _years(ficha: FichaEnlazada) -> tuple[int, ...]:
    """The years for which the variables are stated."""
    return tuple(sorted({year for v in ficha.variables for year in v.valores}))


def _variable(enlazada: VariableEnlazada, years: tuple[int, ...]) -> FilaVariable:
    variable = enlazada.variable
    values = (
        ValorVariable(year, of_figure(enlazada.valores[year]), _from_parts(enlazada, year))
        for year in years
        if year in enlazada.valores
    )
    return FilaVariable(
        enlazada.numero, variable.nombre, variable.marca or "", tuple(values), variable.fuente
    )


def _from_parts(enlazada: VariableEnlazada, year: int) -> Formula | None:
    formula, value = enlazada.variable.calculo, enlazada.valores[year]
    if formula is None or value.valor is None:
        return None
    parts = {c.componente.id: c.valores[year] for c in enlazada.componentes}
    return with_values(formula, parts, node(value))


def _substitution(ficha: FichaEnlazada, year: int) -> Sustitucion:
    calculo, formula = ficha.calculos.get(year), ficha.ficha.metodo.formula
    if calculo is None or formula is None or calculo.cifra is None:
        return Sustitucion(year, None)
    if isinstance(formula.arbol, Nombre):
        return Sustitucion(year, alone(node(calculo.cifra)))
    return Sustitucion(year, with_values(formula, calculo.valores, node(calculo.cifra)))


def _clarifications(ficha: FichaEnlazada) -> Iterator[Aclaracion]:
    """Where what is computed is not what was printed."""
    for calculo in ficha.calculos.values():
        if calculo.coincide is False and calculo.cifra and calculo.publicado:
            yield Aclaracion(
                f"{calculo.anio}: la fórmula da {calculo.cifra.completa}; "
                f"el resultado publicado es {calculo.publicado.completa}."
            )
    if aim := ficha.ficha.impreso.objetivo:
        yield Aclaracion(f"Objetivo prioritario: el original imprime «{aim}».")
    for enlazada in ficha.variables:
        if printed := enlazada.variable.impreso:
            said = "; ".join(f"«{text}» en {year}" for year, text in printed.items())
            yield Aclaracion(f"Variable {enlazada.numero}: el original imprime {said}.")
    for note, numbers in _notes(ficha).items():
        which = "Variable" if len(numbers) == 1 else "Variables"
        yield Aclaracion(f"{which} {', '.join(numbers)}: {note}")


def _notes(ficha: FichaEnlazada) -> Mapping[str, list[str]]:
    """Each note of the variables, once, with the numbers of those that carry it."""
    found: dict[str, list[str]] = {}
    for enlazada in ficha.variables:
        if enlazada.variable.nota:
            found.setdefault(enlazada.variable.nota, []).append(str(enlazada.numero))
    return found


def _legend(ficha: FichaEnlazada) -> Leyenda:
    """The notes of the ficha; one of its own about a state takes the place of the common one."""
    own = {**_reaches(ficha), **ficha.ficha.notas}
    states = tuple(state for state in ficha.estados if state not in own)
    return Leyenda(states, tuple(Nota(mark, text) for mark, text in own.items()))


def _reaches(ficha: FichaEnlazada) -> Mapping[str, str]:
    """What the reader must know of the results that do not cover their whole period."""
    cortes = ficha.ficha.cortes
    return {
        f"Resultado {year}": f"cifra a {text[0].lower()}{text[1:]}."
        for year, text in cortes.items()
    }


def _printed(ficha: FichaEnlazada) -> Iterator[Cifra]:
    """The figures that the block prints."""
    yield ficha.linea_base
    yield from ficha.serie.values()
    yield from ficha.metas.values()
    for variable in ficha.variables:
        yield from variable.valores.values()
    yield from (c.cifra for c in ficha.calculos.values() if c.cifra)


# ── the chart ──


def chart(ficha: FichaEnlazada) -> Grafica:
    """The series with its baseline and targets."""
    years = [ficha.ficha.linea_base.anio, *ficha.serie, *ficha.metas]
    measure = ficha.ficha.unidad_medida
    unit = "%" if measure.lower() == "porcentaje" else measure if len(measure) <= 24 else ""
    return Grafica(
        id=f"serie-{ficha.id}",
        tipo="serie",
        titulo=finding(ficha),
        medida=f"{ficha.ficha.unidad_medida}, {min(years)}-{max(years)}",
        unidad=unit,
        puntos=tuple(_points(ficha)),
    )


def _points(ficha: FichaEnlazada) -> Iterator[Punto]:
    yield _point(ficha.ficha.linea_base.anio, ficha.linea_base, "base")
    for year, cifra in ficha.serie.items():
        point = _point(year, cifra, "preliminar" if ficha.parcial(year) else "resultado")
        yield point if cifra.estado == "p/" else replace(point, aviso=_reach(ficha, year))
    for year, cifra in ficha.metas.items():
        yield _point(year, cifra, "meta")


def _point(year: int, cifra: Cifra, papel: Papel) -> Punto:
    value = Decimal(cifra.exacta) if cifra.valor is not None else None
    return Punto(str(year), value, cifra.texto(), papel, cifra.direccion)


_SIDES: Mapping[int, str] = {-1: "por debajo de", 0: "en", 1: "por encima de"}


def finding(ficha: FichaEnlazada) -> str:
    """What the series shows of its answer and its last target, in one sentence."""
    answer, target, year = ficha.respuesta, ficha.meta, max(ficha.metas)
    if answer is None:
        return f"Sin resultados publicados; la meta de {year} es {target.completa}"
    told = f"En {answer.anio} {_reached(ficha, answer)} la meta{_fixed(answer.anio, year)}"
    if ficha.parcial(answer.anio):
        return f"{told}, con datos que no son definitivos"
    later = [y for y, cifra in answer.posteriores if cifra.valor is not None]
    return f"{told}; {_partial(ficha, later[-1])}" if later else told


def _reached(ficha: FichaEnlazada, answer: Respuesta) -> str:
    reached = answer.avance.cumplida
    if reached is None:
        difference = answer.cifra.fraccion - ficha.meta.fraccion
        return f"el resultado está {_SIDES[(difference > 0) - (difference < 0)]}"
    return "se alcanza" if reached else "no se alcanza"


def _fixed(when: int, year: int) -> str:
    return "" if when == year else f" fijada para {year}"


def _partial(ficha: FichaEnlazada, year: int) -> str:
    """«el dato de 2024 es preliminar», «el dato de 2024 llega a junio de 2024»."""
    reach = ficha.ficha.cortes.get(year)
    if reach:
        return f"el dato de {year} llega a {reach[0].lower()}{reach[1:]}"
    whole = ficha.serie[year].estado == "p/"
    return f"el dato de {year} {'es preliminar' if whole else 'sale de variables preliminares'}"


def _reach(ficha: FichaEnlazada, year: int) -> str:
    """What a partial result that carries no p/ is called in the chart."""
    reach = ficha.ficha.cortes.get(year, "")
    return f"a {reach[0].lower()}{reach[1:]}" if reach else "con variables p/"
