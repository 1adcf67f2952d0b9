"""What a sentence counts and then enumerates adds up: «129 reuniones: 122 ordinarias y 7 …».

Only a sum that is near the total is judged: other enumerations are not its parts.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.numbers import decimal_text
from generator.check.citadas import Citada, Parrafo, parrafos
from generator.check.todo import Todo

CERCA = Fraction(1, 20)
"""How far from the total, in parts of it, the sum of its parts may be told wrong."""
_TOTAL = re.compile(r"⟦(\d+)⟧([^⟦:.;]{0,120}): ")
_PAREJA = re.compile(r"⟦(\d+)⟧([^⟦:.;,]{0,60}), ⟦(\d+)⟧[^⟦:.;,]{0,60},? y ⟦(\d+)⟧")
_FIGURE = re.compile(r"⟦(\d+)⟧")


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for parrafo in parrafos(todo):
        for total, parts in _enumeradas(parrafo):
            if _cerca(total, parts) and not _suman(total, parts):
                yield _hallazgo(total, parts)


def _enumeradas(parrafo: Parrafo) -> Iterator[tuple[Citada, list[Citada]]]:
    """Each total with the figures of its unit that follow it."""
    for phrase in re.split(r"(?<=\.)\s+(?!de C\.)", parrafo.texto):
        found = _TOTAL.search(phrase)
        if found:
            rest = _FIGURE.findall(phrase[found.end() :])
            yield from _partes(parrafo, int(found[1]), [int(n) for n in rest])
        for pair in _PAREJA.finditer(phrase[: found.start()] if found else phrase):
            yield from _partes(parrafo, int(pair[1]), [int(pair[3]), int(pair[4])])


def _partes(parrafo: Parrafo, total: int, rest: list[int]) -> Iterator[tuple[Citada, list[Citada]]]:
    whole = parrafo.cifras[total]
    parts = [parrafo.cifras[n] for n in rest if parrafo.cifras[n].unidad == whole.unidad]
    exact = not whole.aproximada and not any(part.aproximada for part in parts)
    if exact and len(parts) > 1 and not whole.porcentaje:
        yield whole, parts


def _suman(total: Citada, parts: list[Citada]) -> bool:
    """Whether the first of the parts, or all of them, are the total as it is rounded."""
    low = high = Fraction(0)
    for part in parts:
        low, high = low + part.menor, high + part.mayor
        if low <= total.mayor and high >= total.menor:
            return True
    return False


def _cerca(total: Citada, parts: list[Citada]) -> bool:
    added = sum((part.valor for part in parts), Fraction(0))
    return abs(added - total.valor) <= total.valor * CERCA


def _hallazgo(total: Citada, parts: list[Citada]) -> Diagnostic:
    added = sum((part.valor for part in parts), Fraction(0))
    decimals = max(len(part.texto.partition(".")[2].split(" ")[0]) for part in (*parts, total))
    text = decimal_text(added, decimals, locale="es_MX", grouped=True)
    listing = ", ".join(part.texto for part in parts[:-1]) + f" y {parts[-1].texto}"
    return diagnose("POR-002", total.lugar, total=total.texto, partes=listing, suma=text)
