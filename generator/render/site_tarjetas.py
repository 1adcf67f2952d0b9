"""The numbers of the examination as cards: what was counted, and what came of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from generator.base.numbers import decimal_text
from generator.model.recuento import Recuento


@dataclass(frozen=True)
class Tarjeta:
    """A number, what it counts, and a sentence on it."""

    numero: str
    rotulo: str
    texto: str


def count_text(number: int) -> str:
    """A count, for readers: 1,894."""
    return decimal_text(Fraction(number), 0, locale="es_MX", grouped=True)


def cards(todas: int, reglas: int, recuento: Recuento, descuadres: int) -> tuple[Tarjeta, ...]:
    """The cards of `todas` figures, examined by so many `reglas`; what is zero is left out.

    `descuadres` are the totals that are not the sum of their rows.
    """
    counted = (
        (todas, "Cifras en el registro", "Cada una dice su valor exacto y de qué archivo sale."),
        *_data(recuento, descuadres),
        *_texts(recuento),
        (reglas, "Grupos de reglas", "Se aplican todos, cada vez que se publica."),
    )
    return tuple(Tarjeta(count_text(n), label, text) for n, label, text in counted if n)


def _data(r: Recuento, descuadres: int) -> Iterator[tuple[int, str, str]]:
    agree = _agree(r.coinciden, "coincide", "coinciden")
    yield (
        r.recalculados,
        "Resultados recalculados",
        f"Con la fórmula de su ficha; {agree} con lo publicado.",
    )
    said = "Leídas una por una; las que son una cuenta se evalúan como están escritas."
    yield r.sustituciones, "Sustituciones impresas", said
    said = "Nadie los escribe: salen de sus partes y se redondean una sola vez."
    yield r.calculadas, "Totales y recuentos calculados", said
    add = _agree(r.sumas - descuadres, "cuadra", "cuadran")
    yield r.sumas, "Totales de cuadros sumados", f"Columna por columna; {add}."
    hold = _agree(r.cumplen, "se cumple", "se cumplen")
    said = f"Lo que las cifras deben cumplir entre sí; {hold}."
    yield r.comprobaciones, "Comprobaciones declaradas", said


def _texts(r: Recuento) -> Iterator[tuple[int, str, str]]:
    yield r.referencias, "Cifras citadas en los textos", "Todas se toman del registro al publicar."
    hold = _agree(r.sostenidas, "se sostiene", "se sostienen")
    said = f"Palabras como «aumentó» o «la mitad»; {hold}."
    yield r.afirmaciones, "Afirmaciones ligadas a cifras", said
    yield r.textos, "Textos leídos", "Párrafo por párrafo, con sus números, siglas y enlaces."


def _agree(number: int, one: str, many: str) -> str:
    return f"{count_text(number)} {one if number == 1 else many}" if number else f"ninguna {one}"
