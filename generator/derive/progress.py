"""Avance: how far each result went from the baseline towards the last target.

    avance = (resultado − línea base) / (meta − línea base) × 100

The share of the road already walked (docs/adr/0008): the same for both directions, safe for
targets of zero and for negative values. It is not computed, and the reason is kept, when there
is no value, when the result does not reach the end of its year, when the target equals the
baseline or lies against the expected direction, or when the direction is constant.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType

from generator.model.enlazado_fichas import Anual, Avance
from generator.model.ficha import Ficha
from generator.model.registro import Cifra
from generator.model.semaforo import Corte, Esquema

_Test = Callable[[Fraction, Fraction], bool]
_REACHED: Mapping[str, _Test] = {
    "≥": lambda result, target: result >= target,
    ">": lambda result, target: result > target,
    "≤": lambda result, target: result <= target,
    "<": lambda result, target: result < target,
}
Held = Mapping[str, bool | None]
"""Condition of a scheme → whether it holds."""
_BY_DIRECTION = {"Ascendente": "≥", "Descendente": "≤"}


def progress(
    ficha: Ficha, base: Cifra, serie: Anual, metas: Anual, esquema: Esquema | None
) -> Mapping[int, Avance]:
    """The avance of each year of the series towards the last target."""
    target = metas[max(metas)]
    return {
        year: _year(ficha, base, result, target, esquema, year) for year, result in serie.items()
    }


def _year(
    ficha: Ficha, base: Cifra, result: Cifra, target: Cifra, esquema: Esquema | None, year: int
) -> Avance:
    if reach := ficha.cortes.get(year):
        until = f"{reach[0].lower()}{reach[1:]}"
        return Avance(year, None, f"el año no está completo: llega a {until}", None, None)
    held = _held(ficha, base, result, target)
    reached = held["meta-alcanzada"]
    reason = _reason(ficha, base, result, target)
    if reason:
        return Avance(year, None, reason, reached, semaforo(esquema, None, year, held))
    whole = target.fraccion - base.fraccion
    value = (result.fraccion - base.fraccion) / whole * 100
    figure = _figure(ficha, base, result, target, value, year)
    return Avance(year, figure, "", reached, semaforo(esquema, value, year, held))


def _held(ficha: Ficha, base: Cifra, result: Cifra, target: Cifra) -> Held:
    """Whether each condition of a scheme holds; None when it cannot be told."""
    worse = None
    if result.valor is not None and base.valor is not None:
        worse = closer(ficha.sentido, base.fraccion, result.fraccion, target.fraccion)
    return {"meta-alcanzada": _reached(ficha, result, target), "peor-que-linea-base": worse}


def closer(sentido: str, one: Fraction, other: Fraction, target: Fraction) -> bool:
    """Whether `one` is better than `other` for an indicator that should go that way; one that
    should stay is better the nearer it is to its target.
    """
    if sentido == "Constante":
        return abs(one - target) < abs(other - target)
    return one > other if sentido == "Ascendente" else one < other


def _reason(ficha: Ficha, base: Cifra, result: Cifra, target: Cifra) -> str:
    """Why there is no avance, or nothing."""
    if result.valor is None or base.valor is None:
        return f"sin resultado publicado ({(result if result.valor is None else base).estado})"
    if ficha.sentido == "Constante":
        return "el sentido esperado es constante: no hay camino que recorrer"
    whole = target.fraccion - base.fraccion
    if not whole:
        return "la meta es igual a la línea base"
    if (whole > 0) != (ficha.sentido == "Ascendente"):
        side = "menor" if whole < 0 else "mayor"
        return f"la meta es {side} que la línea base y el sentido es {ficha.sentido.lower()}"
    return ""


def _reached(ficha: Ficha, result: Cifra, target: Cifra) -> bool | None:
    sign = target.operador if target.operador not in ("", "=") else ""
    test = _REACHED.get(sign or _BY_DIRECTION.get(ficha.sentido, ""))
    if test is None or result.valor is None:
        return None
    return test(result.fraccion, target.fraccion)


def _figure(
    ficha: Ficha, base: Cifra, result: Cifra, target: Cifra, value: Fraction, year: int
) -> Cifra:
    return Cifra(
        result.direccion.replace(".resultado.", ".avance."),
        value,
        "avance",
        f"Avance {year} desde la línea base: {ficha.clave} {ficha.nombre}",
        result.origen,
        result.casa,
        decimales=1,
        unidad="%",
        estado=result.estado,
        operacion="fórmula",
        partes=(result.direccion, base.direccion, target.direccion),
        ficha=result.ficha,
    )


def semaforo(
    esquema: Esquema | None, avance: Fraction | None, anio: int, held: Held = MappingProxyType({})
) -> Corte | None:
    """The corte of `esquema` earned in `anio`: by the first condition that holds or, if none does,
    by `avance` (percent).

    None without scheme, without cut-offs, outside its vigencia, or when nothing can be judged.
    """
    if esquema is None or not _in_force(esquema, anio):
        return None
    for corte in esquema.cortes:
        if corte.cuando and held.get(corte.cuando):
            return corte
    return None if avance is None else _by_percent(esquema, avance)


def _by_percent(esquema: Esquema, avance: Fraction) -> Corte | None:
    cortes = [corte for corte in esquema.cortes if not corte.cuando]
    steps = [corte for corte in cortes if corte.desde is not None]
    steps.sort(key=lambda corte: corte.desde.valor if corte.desde else 0, reverse=True)
    floor = next((corte for corte in cortes if corte.desde is None), None)
    earned = (c for c in steps if c.desde is not None and avance >= Fraction(c.desde.valor))
    return next(earned, floor)


def _in_force(esquema: Esquema, anio: int) -> bool:
    last = esquema.vigencia.hasta
    return esquema.vigencia.desde.year <= anio <= (last.year if last else anio)
