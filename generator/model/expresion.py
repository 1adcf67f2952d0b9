"""What an editor may compute or affirm with figures, written as in a spreadsheet.

    =dato.camas-2024 - dato.camas-2018          =suma(cuadro.obras.*.avance)
    =variacion(2-1.resultado.2022, 2-1.resultado.2023)
    dato.camas-2024 > dato.camas-2018           dato.total ≈ dato.a + dato.b

Figures by address, numbers, `+ - × ÷` and parentheses, and functions of addresses: suma, cuenta,
maximo, minimo, promedio (a `*` stands for any part of an address), variacion(antes, después) and
proporcion(parte, todo), both in percent. A minus between addresses goes between spaces.

Here it is read and given a value; what that value is a measure of, in `model/cuenta`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.base.text import bare
from generator.model.formula import FormulaError, Nombre, Termino, read_formula, terms

FUNCIONES = ("suma", "cuenta", "maximo", "minimo", "promedio", "variacion", "proporcion")
PORCENTUALES = ("variacion", "proporcion")
MAX_LENGTH = 1000
_FIRST = r"(?=[0-9.-]*[a-z])[a-z0-9][a-z0-9_-]*"
_ADDRESS = rf"{_FIRST}(?:\.[A-Za-z0-9_-]+)+"
_PATTERN = r"(?=[0-9.*-]*[a-z])[a-z0-9*][a-z0-9_*-]*(?:\.[A-Za-z0-9_*-]+)+"
_CALL = r"(?![xX] ?\()(?P<nombre>[^\W\d_]+) ?\((?P<args>[^()]*)\)"
_LEAF = re.compile(rf"{_CALL}|(?P<direccion>{_ADDRESS})")
_NESTED = re.compile(r"([^\W\d_]+) ?\(")
_SYMBOL = re.compile("«c([0-9]+)»")
_SIGN = re.compile(r"\s(>=|<=|≥|≤|>|<|=|≠|≈)\s")
_SAME = {">=": "≥", "<=": "≤"}


@dataclass(frozen=True)
class Hoja:
    """A figure, or a function of several: `nombre` is then the function's."""

    direcciones: tuple[str, ...]
    nombre: str = ""


@dataclass(frozen=True)
class Expresion:
    texto: str
    arbol: Termino
    hojas: Mapping[str, Hoja]
    """Symbol in the tree → what it stands for."""


@dataclass(frozen=True)
class Comparacion:
    """Two expressions and the sign between them; ≈ is equal as printed."""

    texto: str
    izquierda: Expresion
    signo: str
    derecha: Expresion


def read_comparison(text: str) -> Comparacion:
    """The comparison that `text` states. Raises FormulaError."""
    pieces = _SIGN.split(text)
    if len(pieces) != 3:
        raise FormulaError("debe comparar dos cosas con >, <, ≥, ≤, =, ≠ o ≈, entre espacios")
    left, sign, right = pieces
    return Comparacion(text, read_expression(left), _SAME.get(sign, sign), read_expression(right))


def read_expression(text: str) -> Expresion:
    """The expression that `text` states. Raises FormulaError."""
    if len(text) > MAX_LENGTH:
        raise FormulaError(f"tiene {len(text)} caracteres; el máximo es {MAX_LENGTH}")
    found = list(_LEAF.finditer(text))
    leaves = {f"c{place}": _leaf(each) for place, each in enumerate(found)}
    return Expresion(text, _tree(_symbols(text, found), found), leaves)


def _symbols(text: str, found: list[re.Match[str]]) -> str:
    """`text` with a symbol, as wide as it, in the place of each leaf."""
    pieces, end = [], 0
    for place, leaf in enumerate(found):
        pieces += [text[end : leaf.start()], f"c{place}".ljust(len(leaf[0]))]
        end = leaf.end()
    return "".join([*pieces, text[end:]])


def _tree(symbols: str, leaves: list[re.Match[str]]) -> Termino:
    """The tree, with each leaf once. Raises FormulaError, in the editor's own words."""
    nested = next((n for n in _NESTED.findall(symbols) if bare(n) in FUNCIONES), None)
    if nested:
        raise FormulaError(f"«{nested}» sólo admite direcciones de cifras, separadas por comas")
    try:
        tree = read_formula(symbols)
    except FormulaError as error:
        raise FormulaError(_SYMBOL.sub(lambda s: _own(s, leaves), str(error))) from None
    for odd in _strangers(tree, len(leaves)):
        raise FormulaError(f"«{odd}» no es la dirección de una cifra")
    return tree


def _own(symbol: re.Match[str], leaves: list[re.Match[str]]) -> str:
    place = int(symbol[1])
    return f"«{leaves[place][0]}»" if place < len(leaves) else symbol[0]


def _strangers(tree: Termino, leaves: int) -> Iterator[str]:
    """The names of a tree that stand for no leaf, or that were typed like one's symbol."""
    due = {f"c{place}" for place in range(leaves)}
    for term in terms(tree):
        if isinstance(term, Nombre):
            if term.id not in due:
                yield term.id
            due.discard(term.id)


def _leaf(found: re.Match[str]) -> Hoja:
    if found["direccion"]:
        return Hoja((found["direccion"],))
    name = bare(found["nombre"])
    if name not in FUNCIONES:
        raise FormulaError(
            f"no hay ninguna función «{found['nombre']}»: hay {', '.join(FUNCIONES)}"
        )
    args = tuple(arg.strip() for arg in re.split("[,;]", found["args"]))
    if "" in args:
        raise FormulaError(f"falta la dirección de una cifra en {name}(…)")
    allowed = _ADDRESS if name in PORCENTUALES else _PATTERN
    wrong = next((arg for arg in args if not re.fullmatch(allowed, arg)), None)
    if wrong is not None:
        raise FormulaError(f"«{wrong}», en {name}(…), no es la dirección de una cifra")
    if name in PORCENTUALES and len(args) != 2:
        raise FormulaError(f"{name} compara dos cifras y aquí hay {len(args)}")
    return Hoja(args, name)
