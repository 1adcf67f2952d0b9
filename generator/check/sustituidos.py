"""The numbers of a printed sustitución are the values of its variables, and each is used once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from fractions import Fraction

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.numbers import NumberError, Numero, parse, rounded
from generator.base.span import Span
from generator.check.substitutions import used
from generator.check.todo import Todo
from generator.model.enlazado_fichas import FichaEnlazada, VariableEnlazada
from generator.model.ficha import Ficha
from generator.model.formula import Formula, Nombre, Numeral, terms
from generator.model.leido import Leido
from generator.model.registro import Cifra

PARECIDO = 0.6
"""How much alike two numbers are, digit by digit, when one was meant for the other."""
PORCIENTO = Fraction(100)


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida, enlazada in zip(todo.proyecto.instituciones, todo.enlazadas, strict=True):
        for id_, leido in leida.fichas.items():
            if not leido.reparado:
                yield from _sustituciones(leido, enlazada.fichas[id_])
                yield from _variables(leido, enlazada.fichas[id_])


def _sustituciones(leido: Leido[Ficha], ficha: FichaEnlazada) -> Iterator[Diagnostic]:
    """What was put in the formula's place, against the values that enter it."""
    formula = ficha.ficha.metodo.formula
    for year, text in ficha.ficha.impreso.sustitucion.items():
        calculo = ficha.calculos.get(year)
        if formula and calculo and calculo.cifra:
            values = [calculo.valores[id_] for id_ in _usados(formula)]
            others = [c for id_, c in calculo.valores.items() if id_ not in formula.nombres]
            others += _componentes(ficha.variables, year)
            known = _Conocidos(values, others, _numerales(formula))
            place = leido.span("impreso", "sustitucion", str(year))
            yield from _ajenos(known, text, place, leido.valor.clave, year)


def _variables(leido: Leido[Ficha], ficha: FichaEnlazada) -> Iterator[Diagnostic]:
    """What was printed for a variable, against its componentes; it may be already weighed."""
    weights = ficha.ficha.metodo.formula
    for n, each in enumerate(ficha.variables):
        calculo = each.variable.calculo
        for year, text in each.variable.impreso.items():
            if calculo is None or year not in each.valores or each.valores[year].valor is None:
                continue
            constants = _numerales(calculo) | (_numerales(weights) if weights else set())
            known = _Conocidos([*_componentes((each,), year)], [], constants)
            place = leido.span("variables", n, "impreso", str(year))
            yield from _ajenos(known, text, place, leido.valor.clave, year)


def _componentes(variables: Iterable[VariableEnlazada], year: int) -> Iterator[Cifra]:
    for each in variables:
        for part in each.componentes:
            if year in part.valores:
                yield part.valores[year]


def _usados(formula: Formula) -> list[str]:
    """The names of a formula, as many times as it uses them."""
    return [term.id for term in terms(formula.arbol) if isinstance(term, Nombre)]


def _numerales(formula: Formula) -> set[Fraction]:
    found = (term.valor for term in terms(formula.arbol) if isinstance(term, Numeral))
    return {PORCIENTO, *found}


# ── the numbers of others ──


@dataclass(frozen=True)
class _Conocidos:
    """What a sustitución may use: `valores` once each, `partes` and `constantes` freely."""

    valores: list[Cifra]
    partes: list[Cifra]
    constantes: set[Fraction]


def _ajenos(
    known: _Conocidos, text: str, place: Span, clave: str, year: int
) -> Iterator[Diagnostic]:
    pending = [cifra for cifra in known.valores if cifra.valor is not None]
    strange = []
    for number in used(text):
        match = next((cifra for cifra in pending if _es(number, cifra)), None)
        if match:
            pending.remove(match)
        elif not _constante(number, known):
            strange.append(number)
    for number in strange:
        data = {"ficha": clave, "anio": year, "impreso": number, "cerca": _cerca(number, pending)}
        yield diagnose("SUS-001", place, **data)


def _es(text: str, cifra: Cifra) -> bool:
    """Whether the number printed is the figure, rounded to the decimals that it prints."""
    number = _number(text)
    if number is None or (number.decimales == 0 and cifra.fraccion.denominator > 1):
        return False
    return rounded(abs(cifra.fraccion), number.decimales) == number.valor


def _constante(text: str, known: _Conocidos) -> bool:
    number = _number(text)
    if number is not None and Fraction(number.valor) in known.constantes:
        return True
    return any(_es(text, cifra) for cifra in known.partes if cifra.valor is not None)


def _number(text: str) -> Numero | None:
    try:
        return parse(f"0{text}" if text.startswith(".") else text)
    except NumberError:
        return None


def _cerca(text: str, pending: list[Cifra]) -> str:
    """The value that was probably meant: of those left, the one most like it."""

    def alike(cifra: Cifra) -> float:
        return SequenceMatcher(None, text, cifra.texto("numero")).ratio()

    best = max(pending, key=alike, default=None)
    return f" (¿{best.texto('numero')}?)" if best and alike(best) >= PARECIDO else ""
