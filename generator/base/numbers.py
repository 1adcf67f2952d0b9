"""Exact numbers: read from the text as typed, rounded once, printed per house style.

Nothing here is ever a float. Rounding is half away from zero (the rule of school and of
the institutions' norms), done once, from the exact value.
"""

import re
from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import lru_cache

from babel.numbers import format_currency, format_decimal, get_currency_name

MAX_DIGITS = 24
PRECISION = 10_000
"""Figures of the longest result; a bounded formula of bounded numbers has fewer."""
_NUMBER = re.compile(r"[-−]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
_APOSTROPHE = re.compile(r"(?<=[0-9])['´’](?=[0-9]{3},[0-9]{3}(?![0-9,]))")


class NumberError(ValueError):
    """The text is not a number; the message says why, in Spanish."""


@dataclass(frozen=True)
class Numero:
    """An exact number and how it was published.

    `decimales` digits after the point; `miles`, whether thousands were set apart; `apostrofo`,
    whether an apostrophe parted the millions, as in 42'344,860.
    """

    valor: Decimal
    decimales: int = 0
    miles: bool = True
    apostrofo: bool = False

    def __str__(self) -> str:
        return plain(self.valor)


def parse(text: str) -> Numero:
    """The number that `text` states: point for decimals, commas every three digits or none; an
    apostrophe may stand for the comma of the millions.

    Raises NumberError with the cause (a decimal comma, a stray sign, too many digits).
    """
    text = text.strip()
    size = sum(character.isdigit() for character in text)
    if size > MAX_DIGITS:
        raise NumberError(f"tiene {size} cifras; el máximo es {MAX_DIGITS}")
    plain_text = _APOSTROPHE.sub(",", text)
    if not _NUMBER.fullmatch(plain_text):
        raise NumberError(_cause(text))
    digits = plain_text.replace("−", "-").replace(",", "")
    decimals = len(digits.partition(".")[2])
    whole = digits.partition(".")[0].lstrip("-")
    grouped = "," in plain_text or len(whole) <= 3
    return Numero(Decimal(digits), decimals, grouped, plain_text != text)


def _cause(text: str) -> str:
    if re.fullmatch(r"-?\d+,\d{1,2}", text) or re.fullmatch(r"-?\d+,\d{4,}", text):
        return (
            "la coma separa los miles de tres en tres; "
            f"para decimales use punto: {text.replace(',', '.')}"
        )
    if re.fullmatch(r"-?\d{1,3}(\.\d{3}){2,}|-?\d{1,3}(\.\d{3})+,\d+", text):
        swapped = text.translate(str.maketrans(".,", ",."))
        return f"los miles se separan con coma y los decimales con punto: {swapped}"
    return "no es un número escrito con cifras, como 385,200 o 95.24"


def rounded(value: Decimal | Fraction, decimals: int) -> Decimal:
    """`value` with `decimals` digits, rounded once, half away from zero."""
    scaled = Fraction(value) * 10**decimals
    whole, rest = divmod(abs(scaled.numerator), scaled.denominator)
    whole += 2 * rest >= scaled.denominator
    digits = tuple(map(int, str(whole)))
    return Decimal((int(scaled < 0 and whole > 0), digits, -decimals))


def plain(value: Decimal | Fraction) -> str:
    """The value for machines: digits and a point, no exponent, no separators."""
    with localcontext(prec=PRECISION):
        number = value if isinstance(value, Decimal) else rounded(value, 12).normalize()
        return f"{number:f}"


@lru_cache(maxsize=1 << 16)
def decimal_text(value: Decimal | Fraction, decimals: int, *, locale: str, grouped: bool) -> str:
    """`value` for readers of `locale`, with exactly `decimals` digits after the point."""
    pattern = ("#,##0" if grouped else "0") + ("." + "0" * decimals if decimals else "")
    with localcontext(prec=PRECISION):
        text = format_decimal(rounded(value, decimals), format=pattern, locale=locale)
    return str(text).replace("-", "−")


def with_apostrophe(text: str) -> str:
    """`text` with an apostrophe before its millions: 42'344,860."""
    whole, point, decimals = text.partition(".")
    groups = whole.split(",")
    if len(groups) < 3:
        return text
    return ",".join(groups[:-2]) + "'" + ",".join(groups[-2:]) + point + decimals


def money_text(value: Decimal | Fraction, currency: str, *, locale: str) -> str:
    """`value` as an amount of `currency` with its cents: $10,570,285.52."""
    with localcontext(prec=PRECISION):
        amount = format_currency(rounded(value, 2), currency, locale=locale, format="¤#,##0.00")
    return str(amount).replace("-", "−")


def currency_name(currency: str, *, locale: str, count: int = 2) -> str:
    """The currency's name for `count` of them, in the plural if nothing is said: pesos
    mexicanos.
    """
    return str(get_currency_name(currency, count=count, locale=locale))


def size_text(size: int) -> str:
    """A file's size for readers: 412 KB, 2.9 MB (decimal units)."""
    if size >= 999_500:
        return f"{rounded(Fraction(size, 1_000_000), 1)} MB"
    return f"{max(1, int(rounded(Fraction(size, 1000), 0)))} KB"
