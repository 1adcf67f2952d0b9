"""A ficha → its figures, what its formula gives each year, and its avance.

Addresses, all under `<inst>.ind.<id>`: `linea-base.<año>`, `resultado.<año>`, `meta.<año>`,
`var.<variable>.<año>` (and those of componentes), `calculado.<año>`, `avance.<año>`.
A calculation is exact and rounded once, when printed, to the decimals of the published result.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from generator.base.span import Span
from generator.derive.answers import answer
from generator.derive.progress import progress
from generator.derive.stated import figure
from generator.model.dato import Dato
from generator.model.enlazado_fichas import (
    Anual,
    Calculo,
    ComponenteEnlazado,
    FichaEnlazada,
    VariableEnlazada,
)
from generator.model.ficha import Ficha, Variable
from generator.model.formula import ANTERIOR, Formula, Undefined, evaluate
from generator.model.institucion import UnidadResponsable
from generator.model.leido import Leido
from generator.model.proyecto import InstitucionLeida
from generator.model.registro import Casa, Cifra, Clase


def fichas(leida: InstitucionLeida) -> Mapping[str, FichaEnlazada]:
    """The institution's fichas by id, each computed."""
    years: dict[str, set[int]] = {}
    for leido in leida.fichas.values():
        years.setdefault(leido.valor.instrumento, set()).update(leido.valor.serie)
    found = {
        id_: _Sheet(id_, leido, leida, years[leido.valor.instrumento]).linked()
        for id_, leido in leida.fichas.items()
    }
    return {id_: replace(ficha, respuesta=answer(ficha)) for id_, ficha in found.items()}


def figures(ficha: FichaEnlazada) -> Iterator[Cifra]:
    """Every figure of a ficha, stated before computed."""
    yield ficha.linea_base
    yield from ficha.serie.values()
    yield from ficha.metas.values()
    for variable in ficha.variables:
        yield from variable.valores.values()
        for componente in variable.componentes:
            yield from componente.valores.values()
    yield from (c.cifra for c in ficha.calculos.values() if c.cifra)
    yield from (a.cifra for a in ficha.avances.values() if a.cifra)


class _Sheet:
    def __init__(
        self, id_: str, leido: Leido[Ficha], leida: InstitucionLeida, years: set[int]
    ) -> None:
        self.id = id_
        self.years = years
        self.leido = leido
        self.ficha = leido.valor
        self.leida = leida
        self.casa = Casa(leida.ficha.valor.locale, leida.ficha.valor.moneda)
        self.base = f"{leida.id}.ind.{id_}"

    def linked(self) -> FichaEnlazada:
        ficha = self.ficha
        baseline = self.baseline()
        series = self.series()
        targets = self.targets()
        variables = tuple(self.variable(n, v) for n, v in enumerate(ficha.variables, 1))
        instrumento = self.leida.instrumentos.get(ficha.instrumento)
        objetivos = instrumento.valor.objetivos if instrumento else ()
        esquema = self.leida.semaforos.get(ficha.semaforizacion or "")
        scheme = esquema.valor if esquema else None
        return FichaEnlazada(
            self.id,
            ficha,
            self.unit(),
            instrumento.valor.titulo if instrumento else ficha.instrumento,
            next((o for o in objetivos if o.numero == ficha.objetivo), None),
            baseline,
            series,
            targets,
            variables,
            self.calculations(variables, series, baseline),
            progress(ficha, baseline, series, targets, scheme),
            scheme,
            self.leido.span("nombre"),
        )

    def unit(self) -> UnidadResponsable:
        id_ = self.ficha.unidad_responsable
        units = self.leida.unidades.valor.unidades
        return next((u for u in units if u.id == id_), UnidadResponsable(id=id_, nombre=id_))

    # ── stated ──

    def one(
        self, dato: Dato, key: str, words: str, clase: Clase, origin: Span, corte: str = ""
    ) -> Cifra:
        name = f"{words}: {self.ficha.clave} {self.ficha.nombre}"
        measure = self.ficha.unidad_medida
        more = {"ficha": self.id, "medida": measure, "corte": corte}
        return figure(dato, f"{self.base}.{key}", name, origin, self.casa, clase, **more)

    def baseline(self) -> Cifra:
        base = self.ficha.linea_base
        words, place = f"Línea base {base.anio}", self.leido.span("linea_base", "valor")
        return self.one(base.valor, f"linea-base.{base.anio}", words, "linea-base", place)

    def series(self) -> Anual:
        """The results; ND stands for a year that other fichas of the instrument have, which
        `check` reports.
        """
        return {
            year: self.one(
                dato,
                f"resultado.{year}",
                f"Resultado {year}",
                "resultado",
                self.leido.span("serie", str(year)),
                self.ficha.cortes.get(year, ""),
            )
            for year in sorted(self.years)
            for dato in (self.ficha.serie.get(year, Dato(None, "ND")),)
        }

    def targets(self) -> Anual:
        found = {}
        for year, meta in sorted(self.ficha.metas.items()):
            found[year] = Cifra(
                f"{self.base}.meta.{year}",
                meta.numero.valor,
                "meta",
                f"Meta {year}: {self.ficha.clave} {self.ficha.nombre}",
                self.leido.span("metas", str(year)),
                self.casa,
                decimales=meta.numero.decimales,
                miles=meta.numero.miles,
                apostrofo=meta.numero.apostrofo,
                operador=meta.operador,
                unidad=meta.unidad,
                medida=self.ficha.unidad_medida,
                ficha=self.id,
            )
        return found

    # ── variables ──

    def variable(self, number: int, variable: Variable) -> VariableEnlazada:
        loc = ("variables", number - 1)
        parts = tuple(
            ComponenteEnlazado(c, self.values(c.id, c.nombre, c.valores, (*loc, "componentes", n)))
            for n, c in enumerate(variable.componentes)
        )
        stated = self.values(variable.id, variable.nombre, variable.valores, loc)
        computed, undefined = self.from_parts(variable, parts, self.leido.span(*loc, "calculo"))
        return VariableEnlazada(number, variable, {**computed, **stated}, parts, undefined)

    def values(
        self, id_: str, name: str, values: Mapping[int, Dato], loc: tuple[str | int, ...]
    ) -> Anual:
        return {
            year: self.one(
                dato,
                f"var.{id_}.{year}",
                f"{name}, {year}",
                "variable",
                self.leido.span(*loc, "valores", str(year)),
            )
            for year, dato in sorted(values.items())
        }

    def from_parts(
        self, variable: Variable, parts: tuple[ComponenteEnlazado, ...], origin: Span
    ) -> tuple[Anual, tuple[int, ...]]:
        """The values of a variable that follows from its componentes, ND where one is missing;
        and the years in which they divide by zero.
        """
        if variable.calculo is None:
            return {}, ()
        years = sorted({year for part in parts for year in part.valores})
        found, undefined = {}, []
        for year in years:
            known = {p.componente.id: p.valores[year] for p in parts if year in p.valores}
            key = f"var.{variable.id}.{year}"
            name = f"{variable.nombre}, {year}: {self.ficha.clave} {self.ficha.nombre}"
            made = None
            try:
                made = self.apply(variable.calculo, known, key, name, origin, variable.decimales)
            except Undefined:
                undefined.append(year)
            found[year] = made or self.one(Dato(None, "ND"), key, name, "variable", origin)
        return found, tuple(undefined)

    # ── the formula ──

    def calculations(
        self, variables: tuple[VariableEnlazada, ...], series: Anual, baseline: Cifra
    ) -> Mapping[int, Calculo]:
        formula = self.ficha.metodo.formula
        if formula is None:
            return {}
        years = sorted({year for v in variables for year in v.valores})
        return {
            year: self.calculation(formula, year, variables, series, baseline) for year in years
        }

    def calculation(
        self,
        formula: Formula,
        year: int,
        variables: tuple[VariableEnlazada, ...],
        series: Anual,
        baseline: Cifra,
    ) -> Calculo:
        known = {v.variable.id: v.valores[year] for v in variables if year in v.valores}
        before = self.before(year, series, baseline)
        if before and ANTERIOR in formula.nombres:
            known[ANTERIOR] = before
        stated = series.get(year)
        shown = stated if stated and stated.valor is not None else baseline
        name = f"Resultado {year} según la fórmula: {self.ficha.clave} {self.ficha.nombre}"
        origin = self.leido.span("metodo", "formula")
        try:
            key, said = f"calculado.{year}", (stated,) if stated else ()
            made = self.apply(formula, known, key, name, origin, shown.decimales, said)
        except Undefined:
            return Calculo(year, known, None, stated, indefinido=True)
        return Calculo(year, known, made, stated)

    def before(self, year: int, series: Anual, baseline: Cifra) -> Cifra | None:
        """The result of the year before, or the baseline's value."""
        if self.ficha.linea_base.anio == year - 1:
            return baseline
        return series.get(year - 1)

    def apply(
        self,
        formula: Formula,
        known: Mapping[str, Cifra],
        key: str,
        name: str,
        origin: Span,
        decimals: int,
        stated: tuple[Cifra, ...] = (),
    ) -> Cifra | None:
        """What `formula` gives, or None when a name has no value; preliminary if a figure is, or
        the published result. Raises Undefined.
        """
        used = [known.get(id_) for id_ in formula.nombres]
        figures = [c for c in used if c is not None and c.valor is not None]
        if len(figures) < len(used):
            return None
        exact = {id_: known[id_].fraccion for id_ in formula.nombres}
        value: Fraction = evaluate(formula.arbol, exact)
        return Cifra(
            f"{self.base}.{key}",
            value,
            "variable" if key.startswith("var.") else "calculo",
            name,
            origin,
            self.casa,
            decimales=decimals,
            estado="p/" if any(c.estado == "p/" for c in (*figures, *stated)) else "",
            medida=self.ficha.unidad_medida,
            operacion="fórmula",
            partes=tuple(c.direccion for c in figures),
            ficha=self.id,
        )
