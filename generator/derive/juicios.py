"""A ficha as of the day of a board: its result, state, trend, and how old the result is.

The result that is judged is the latest one that is definitive on that day: not preliminary, with
no declared corte, and of a year that had ended. Later ones are shown and not judged. Age is in
whole months, from the last day of the year of the result to the day of the board; it is late when
it passes the months between two measurements plus those that the ficha takes to publish one
(`disponibilidad`). Nothing is rounded, and nothing depends on today.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from generator.base.text import bare, slug
from generator.derive.progress import closer, progress
from generator.model.enlazado_fichas import Avance, FichaEnlazada
from generator.model.enlazado_tablero import (
    CON_DATO,
    SIN_CLASIFICAR,
    SIN_DATO,
    Estado,
    Juicio,
    Posterior,
    Tendencia,
)
from generator.model.registro import Cifra
from generator.model.semaforo import Corte, Esquema

MESES: Mapping[str, int] = {
    "mensual": 1,
    "bimestral": 2,
    "trimestral": 3,
    "cuatrimestral": 4,
    "semestral": 6,
    "anual": 12,
    "bienal": 24,
    "trienal": 36,
    "quinquenal": 60,
    "sexenal": 72,
}
"""Periodicidad → months between two measurements."""
_CALENDAR = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
    *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
)


def judge(ficha: FichaEnlazada, esquema: Esquema | None, corte: date) -> Juicio:
    """What the board says of `ficha` on the day `corte`."""
    series = tuple((y, ficha.serie[y]) for y in sorted(ficha.serie) if _firm(ficha, y, corte))
    later = _later(ficha, series[-1][0] if series else 0, corte)
    if not series:
        return Juicio(SIN_DATO, posterior=later)
    year, cifra = series[-1]
    avance = progress(ficha.ficha, ficha.linea_base, {year: cifra}, ficha.metas, esquema)[year]
    months = age(year, corte)
    return Juicio(
        _state(esquema, avance),
        year,
        cifra,
        avance,
        _trend(ficha, series),
        series,
        later,
        months,
        late(ficha.ficha.periodicidad, ficha.ficha.disponibilidad, months),
    )


def _firm(ficha: FichaEnlazada, year: int, corte: date) -> bool:
    """Whether the result of the year is definitive on that day."""
    known = ficha.serie[year].valor is not None
    return known and not ficha.parcial(year) and date(year, 12, 31) <= corte


def _later(ficha: FichaEnlazada, year: int, corte: date) -> Posterior | None:
    """The last result after `year`, up to the year of the board."""
    after = [y for y in ficha.serie if year < y <= corte.year]
    if not after:
        return None
    last = max(after)
    return Posterior(last, ficha.serie[last], _notice(ficha, last))


def _notice(ficha: FichaEnlazada, year: int) -> str:
    cifra, reach = ficha.serie[year], ficha.ficha.cortes.get(year, "")
    if cifra.valor is None:
        return "no publicado" if cifra.estado == "ND" else "no aplica"
    if cifra.estado == "p/":
        return "preliminar"
    if reach:
        return f"a {reach[0].lower()}{reach[1:].partition(' ')[0]}"
    return "variables p/" if ficha.parcial(year) else "año en curso"


# ── state ──


def state(corte: Corte) -> Estado:
    """The word of a scheme as a state of the board."""
    return Estado(slug(corte.etiqueta), corte.etiqueta, corte.forma, corte.significa or "")


def _state(esquema: Esquema | None, avance: Avance) -> Estado:
    if esquema is None:
        return CON_DATO
    return state(avance.corte) if avance.corte else SIN_CLASIFICAR


# ── trend ──


def _trend(ficha: FichaEnlazada, series: tuple[tuple[int, Cifra], ...]) -> Tendencia:
    """How the last definitive result stands to the one before it."""
    if len(series) < 2:
        return Tendencia()
    (before, one), (after, other) = series[-2:]
    if one.fraccion == other.fraccion:
        return Tendencia("sin cambio", before, after)
    sentido, target = ficha.ficha.sentido, ficha.meta.fraccion
    better = closer(sentido, other.fraccion, one.fraccion, target)
    worse = closer(sentido, one.fraccion, other.fraccion, target)
    return Tendencia("mejora" if better else "empeora" if worse else "sin cambio", before, after)


# ── age ──


def age(year: int, corte: date) -> int:
    """Whole months from the end of `year` to `corte`."""
    ended = (corte + timedelta(days=1)).day == 1
    return (corte.year - year - 1) * 12 + corte.month - (not ended)


def late(periodicidad: str, disponibilidad: str, months: int) -> bool:
    """Whether a result of that age should have been followed by another; never, if nothing is
    known of its periodicity.
    """
    between = next((MESES[w] for w in bare(periodicidad).split() if w in MESES), 0)
    return bool(between) and months > between + _wait(disponibilidad)


def _wait(disponibilidad: str) -> int:
    """The months after its year in which a result is published; 0 if no month is named."""
    named = (n for n, name in enumerate(_CALENDAR, 1) if name in bare(disponibilidad).split())
    return next(named, 0)
