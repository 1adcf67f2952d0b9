"""The small language of formulas: read once to a tree, never evaluated as code.

    (defunciones / poblacion) × 100,000      resultado_anterior + iniciadas

Numbers as published, ids of variables, `+ − × ÷` (also `- * x /`), parentheses or brackets. `×`
and `÷` bind tighter than `+` and `−`; equals go from left to right. `resultado_anterior` is the
series' value of the year before. Length, depth and number of terms are bounded; a text that is
no formula fails with FOR-001, which says where.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, Any, ClassVar, Self

from pydantic import BeforeValidator, WithJsonSchema

from generator.base.numbers import NumberError, parse
from generator.model.valores import Leible, fail

MAX_LENGTH = 1000
MAX_TERMS = 200
MAX_DEPTH = 30
ANTERIOR = "resultado_anterior"

_SYMBOL = r"[a-z][a-z0-9_]*"
_TOKEN = re.compile(
    rf"\s*(?:(?P<numero>[0-9][0-9,.]*|\.[0-9]+)|(?P<signo>[-+−×÷*/]|[xX](?![a-z0-9_]))"
    rf"|(?P<nombre>{_SYMBOL})|(?P<abre>[(\[])|(?P<cierra>[)\]])|(?P<otro>\S))"
)
_WORD = re.compile(r"\w+")
_SIGNS = {"-": "−", "*": "×", "x": "×", "X": "×", "/": "÷"}


@dataclass(frozen=True)
class Numeral:
    texto: str
    valor: Fraction


@dataclass(frozen=True)
class Nombre:
    """A variable of the ficha, by its id."""

    id: str


@dataclass(frozen=True)
class Opuesto:
    de: "Termino"


@dataclass(frozen=True)
class Operacion:
    signo: str
    """+, −, × or ÷"""
    izquierda: "Termino"
    derecha: "Termino"


@dataclass(frozen=True)
class Parentesis:
    """Kept as typed, so that the formula is printed as it was written."""

    dentro: "Termino"


Termino = Numeral | Nombre | Opuesto | Operacion | Parentesis


@dataclass(frozen=True)
class Formula(Leible):
    """A formula as typed and its tree."""

    ESQUEMA: ClassVar[dict[str, Any]] = {
        "type": "string",
        "maxLength": MAX_LENGTH,
        "description": "Con los id de las variables: (defunciones / poblacion) × 100,000",
    }

    texto: str
    arbol: Termino

    @property
    def nombres(self) -> tuple[str, ...]:
        """The ids it names, each once, in reading order."""
        return tuple(dict.fromkeys(t.id for t in terms(self.arbol) if isinstance(t, Nombre)))

    @classmethod
    def leer(cls, value: Any) -> Self:
        """The formula that a text states; FOR-001 when it states none."""
        if isinstance(value, cls):
            return value
        text = str(value).strip()
        try:
            return cls(text, read_formula(text))
        except FormulaError as error:
            raise fail("FOR-001", str(error), value) from None


class Undefined(ArithmeticError):
    """The formula divides by zero."""


def evaluate(tree: Termino, values: Mapping[str, Fraction]) -> Fraction:
    """The exact value of `tree` with the variables' `values`, one for each name; nothing is
    rounded, nothing executed.

    Raises Undefined for a division by zero; KeyError for a name without value.
    """
    match tree:
        case Numeral():
            return tree.valor
        case Nombre():
            return values[tree.id]
        case Parentesis():
            return evaluate(tree.dentro, values)
        case Opuesto():
            return -evaluate(tree.de, values)
        case Operacion():
            left, right = evaluate(tree.izquierda, values), evaluate(tree.derecha, values)
            return _operate(tree.signo, left, right)


def _operate(sign: str, left: Fraction, right: Fraction) -> Fraction:
    match sign:
        case "+":
            return left + right
        case "−":
            return left - right
        case "×":
            return left * right
    if not right:
        raise Undefined
    return left / right


class FormulaError(ValueError):
    """The text is no formula; the message says why and where, in Spanish."""


def read_formula(text: str) -> Termino:
    """The tree of `text`. Raises FormulaError."""
    if len(text) > MAX_LENGTH:
        raise FormulaError(f"tiene {len(text)} caracteres; el máximo es {MAX_LENGTH}")
    return _Parser(text).whole()


def terms(tree: Termino) -> Iterator[Termino]:
    """Every term of a tree, in reading order."""
    pending = [tree]
    while pending:
        term = pending.pop()
        yield term
        match term:
            case Operacion():
                pending += [term.derecha, term.izquierda]
            case Opuesto():
                pending.append(term.de)
            case Parentesis():
                pending.append(term.dentro)


class _Parser:
    """Reads tokens from left to right; precedence is that of school."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = [m for m in _TOKEN.finditer(text) if m.lastgroup]
        self.place = 0
        self.depth = 0
        if len(self.tokens) > MAX_TERMS:
            raise FormulaError(f"tiene {len(self.tokens)} signos; el máximo es {MAX_TERMS}")

    def whole(self) -> Termino:
        if not self.tokens:
            raise FormulaError("está vacía")
        tree = self.sum()
        if self.place < len(self.tokens):
            raise self.unexpected()
        return tree

    def sum(self) -> Termino:
        left = self.product()
        while sign := self.sign("+−"):
            left = Operacion(sign, left, self.product())
        return left

    def product(self) -> Termino:
        left = self.unary()
        while sign := self.sign("×÷"):
            left = Operacion(sign, left, self.unary())
        return left

    def unary(self) -> Termino:
        if self.sign("−"):
            self.deeper()
            term = Opuesto(self.unary())
            self.depth -= 1
            return term
        return self.atom()

    def atom(self) -> Termino:
        if self.place == len(self.tokens):
            raise FormulaError("termina antes de tiempo: falta un número, una variable o un )")
        token = self.tokens[self.place]
        if token.lastgroup == "abre":
            return self.parentheses()
        self.place += 1
        if token.lastgroup == "numero":
            return _number(token["numero"])
        if token.lastgroup == "nombre":
            return Nombre(token["nombre"])
        self.place -= 1
        raise self.unexpected()

    def parentheses(self) -> Termino:
        self.deeper()
        self.place += 1
        inside = self.sum()
        if self.place == len(self.tokens):
            raise FormulaError("le falta cerrar un paréntesis")
        if self.tokens[self.place].lastgroup != "cierra":
            raise self.unexpected()
        self.place += 1
        self.depth -= 1
        return Parentesis(inside)

    def sign(self, wanted: str) -> str:
        """The sign at this place, if it is one of `wanted`; it is then taken."""
        if self.place == len(self.tokens) or self.tokens[self.place].lastgroup != "signo":
            return ""
        typed = self.tokens[self.place]["signo"]
        sign = _SIGNS.get(typed, typed)
        if sign not in wanted:
            return ""
        self.place += 1
        return sign

    def deeper(self) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise FormulaError(f"tiene más de {MAX_DEPTH} paréntesis uno dentro de otro")

    def unexpected(self) -> FormulaError:
        token = self.tokens[self.place]
        place = token.start(str(token.lastgroup))
        word = next((w[0] for w in _WORD.finditer(self.text) if w.start() <= place < w.end()), "")
        if token.lastgroup == "otro" and word:
            return FormulaError(
                f"«{word}» no puede ser un id: van en minúsculas, sin acentos y con guiones bajos"
            )
        return FormulaError(f"no se espera «{token[0].strip()}» en el carácter {place + 1}")


def _number(text: str) -> Numeral:
    try:
        number = parse(f"0{text}" if text.startswith(".") else text)
    except NumberError as error:
        raise FormulaError(f"«{text}» no es un número: {error}") from None
    return Numeral(text, Fraction(number.valor))


def _symbol(value: Any) -> str:
    text = str(value)
    if not re.fullmatch(_SYMBOL, text) or len(text) > 60:
        cause = "sólo admite minúsculas sin acentos, cifras y guiones bajos, y empieza con letra"
        raise fail("ESQ-008", cause, value)
    if text in ("x", ANTERIOR):
        raise fail("ESQ-008", "es un nombre reservado de las fórmulas", value)
    return text


Simbolo = Annotated[
    str,
    BeforeValidator(_symbol),
    WithJsonSchema({"type": "string", "pattern": f"^{_SYMBOL}$", "maxLength": 60}),
]
