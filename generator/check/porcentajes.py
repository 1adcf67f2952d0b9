"""A percentage told beside its part and its whole is what they give: «54, 65.8 % de 82» is not.

Only what the words tie together is judged, and only if it is near: a percentage far from what the
figures give is of something else. What their rounding can explain is true.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.numbers import decimal_text
from generator.base.span import Span
from generator.check.citadas import Citada, Parrafo, parrafos
from generator.check.todo import Todo

CERCA = Fraction(1, 10)
"""How far from what it should be, in parts of it, a percentage tied by words may be told wrong."""
_FIG = r"⟦(?P<{}>\d+)⟧"
_A, _B, _P = (_FIG.format(name) for name in "abp")
_NEXT = r"[^⟦.;]{0,60}"
_PROPORCION = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_A}{_NEXT}?{_P}\)? (?:de|del)(?: [\w-]+){{0,4}} {_B}",
        rf"{_P} (?:de|del)(?: [\w-]+){{0,4}} {_B}[^⟦.;]{{0,30}}\(?{_A}",
        rf"{_B}{_NEXT},? de (?:los|las) (?:cuales|que) {_A} ?[^⟦.;]{{0,12}}{_P}",
        rf"{_A}[^⟦.;]{{0,40}} de (?:los |las |un |una )?{_B}{_NEXT}{_P}",
    )
)
_ALZA = (
    re.compile(rf"{_A}[^⟦.;]{{0,40}}, {_P} más que (?:los |las )?{_B}"),
    re.compile(rf"{_B}[^⟦]{{0,30}} a {_A}[^⟦.;]{{0,30}}(?:aumento|alza|incremento) del? {_P}"),
)
_DEL_TOTAL = re.compile(rf"{_A}[^⟦.;]{{0,20}}{_P}\)? del total\b")


@dataclass(frozen=True)
class Cuenta:
    """What the words tie: a part and its whole, or an after and a before; and the percentage."""

    parte: Citada
    todo: Citada
    dicho: Citada
    alza: bool = False

    def entre(self) -> tuple[Fraction, Fraction]:
        """The least and the most that it can be, given how its figures are rounded."""
        less = Fraction(1 if self.alza else 0)
        low = self.parte.menor / self.todo.mayor - less
        return low * 100, (self.parte.mayor / max(self.todo.menor, Fraction(1, 10**9)) - less) * 100

    @property
    def cierta(self) -> bool:
        low, high = self.entre()
        return low < self.dicho.mayor and high >= self.dicho.menor

    @property
    def cercana(self) -> bool:
        low, high = self.entre()
        apart = max(low - self.dicho.valor, self.dicho.valor - high, Fraction(0))
        return apart <= abs(self.dicho.valor) * CERCA


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for parrafo in parrafos(todo):
        told: set[Span] = set()
        for cuenta in _cuentas(parrafo):
            wrong = cuenta.cercana and not cuenta.cierta and cuenta.dicho.lugar not in told
            if wrong and not _explicado(cuenta.dicho, parrafo):
                told.add(cuenta.dicho.lugar)
                yield _hallazgo(cuenta)


def _cuentas(parrafo: Parrafo) -> Iterator[Cuenta]:
    for patterns, alza in ((_PROPORCION, False), (_ALZA, True)):
        for pattern in patterns:
            for found in pattern.finditer(parrafo.texto):
                part, whole, said = (parrafo.cifras[int(found[name])] for name in "abp")
                if _comparables(part, whole, said):
                    yield Cuenta(part, whole, said, alza)
    for found in _DEL_TOTAL.finditer(parrafo.texto):
        part, said = (parrafo.cifras[int(found[name])] for name in "ap")
        for whole in parrafo.cifras[: int(found["a"])]:
            if _comparables(part, whole, said):
                yield Cuenta(part, whole, said)


def _comparables(part: Citada, whole: Citada, said: Citada) -> bool:
    plain = not (part.porcentaje or whole.porcentaje) and part.unidad == whole.unidad
    exact = not (part.aproximada or whole.aproximada or said.aproximada)
    return said.porcentaje and plain and exact and whole.valor > 0 and said.valor != 0


def _explicado(said: Citada, parrafo: Parrafo) -> bool:
    """Whether other figures of the paragraph do give the percentage."""
    plain = [each for each in parrafo.cifras if not each.porcentaje and each.valor > 0]
    return any(
        Cuenta(part, whole, said, alza).cierta
        for part in plain
        for whole in plain
        for alza in (False, True)
        if part is not whole and part.unidad == whole.unidad
    )


def _hallazgo(cuenta: Cuenta) -> Diagnostic:
    one, other = cuenta.parte.texto, cuenta.todo.texto
    sum_ = f"{one} ÷ {other} − 1" if cuenta.alza else f"{one} ÷ {other}"
    low, high = cuenta.entre()
    decimals = len(cuenta.dicho.texto.rstrip("%").partition(".")[2])
    given = decimal_text((low + high) / 2, decimals, locale="es_MX", grouped=True)
    data = {"dice": cuenta.dicho.texto, "cuenta": sum_, "da": f"{given}%"}
    return diagnose("POR-001", cuenta.dicho.lugar, **data)
