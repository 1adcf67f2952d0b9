"""A sigla explained in a text, «Nombre Largo (SIGLA)», has the name that the list gives it.

Only a name is judged: at least two words before the parenthesis that begin as the list's name or
spell the sigla, and that are written as a name or say nearly the same.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.text import bare
from generator.check.nombres import raiz
from generator.check.prosa import HUECO, Renglon, textos
from generator.check.todo import Todo
from generator.model.proyecto import InstitucionLeida

MENUDAS = frozenset(
    [
        *("a", "al", "con", "contra", "de", "del", "e", "el", "en", "la", "las", "lo", "los", "o"),
        *("para", "por", "su", "sus", "u", "y"),
    ]
)
"""Words that a name may change without being another one."""
CABEZA = 300
"""Characters that are read before a parenthesis."""
DEMAS = 3
"""Words that a name may have beside those of the list's."""
MUCHOS = 9
"""Names from which a sigla has none to compare with: SIG-005 tells them."""
COMUNES = Fraction(2, 3)
"""Of the words of the longer of two names, how many they must share to speak of the same thing."""
_SIGLA = re.compile(r"\(([^()]{2,40})\)")
_PALABRA = re.compile(r"[^\W_]+")
_CORTES = f'.;:!?|()«»“”"…{HUECO}'
_CIERRE = ' *_»”"'
_ENTRE = re.compile(r"\(([^()]*)\)")


Forma = tuple[str, ...]
"""The words of a name that must be the same: without accents, in the singular, no little ones."""


@dataclass(frozen=True)
class Palabra:
    texto: str
    lugar: int
    raiz: str


@dataclass(frozen=True)
class Lista:
    """The siglas of an institution: each one's names, each name with the forms it may have."""

    ruta: str
    nombres: dict[str, dict[str, tuple[Forma, ...]]]
    ajenas: frozenset[str]
    """Words that make no difference in a name: the siglas of the institution."""


@dataclass(frozen=True)
class Otro:
    """A sigla explained with other words, and the name that the list gives it."""

    sigla: str
    tramo: Sequence[Palabra]
    fin: int
    significado: str

    @property
    def clave(self) -> tuple[str, Forma]:
        return self.sigla, _forma(self.tramo)


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    lists = {leida.id: _lista(leida) for leida in todo.proyecto.instituciones}
    told: set[tuple[str, tuple[str, Forma]]] = set()
    for renglon in textos(todo):
        house = renglon.ruta.split("/")[1]
        known = lists.get(house)
        if known and "(" in renglon.texto and renglon.ruta != known.ruta:
            for other in _otros(renglon.texto, known):
                if (house, other.clave) not in told:
                    told.add((house, other.clave))
                    yield _hallazgo(renglon, other)


def _hallazgo(renglon: Renglon, otro: Otro) -> Diagnostic:
    start = otro.tramo[0].lugar
    return diagnose(
        "SIG-007",
        renglon.span(start),
        sigla=otro.sigla,
        nombre=renglon.texto[start : otro.fin].rstrip(_CIERRE),
        significado=otro.significado.rstrip(" ."),
    )


# ── the list ──


def _lista(leida: InstitucionLeida) -> Lista | None:
    if leida.siglas is None or leida.siglas.reparado:
        return None
    foreign = frozenset(raiz(bare(word)) for word in _PALABRA.findall(leida.ficha.valor.siglas))
    names: dict[str, dict[str, tuple[Forma, ...]]] = {}
    for each in leida.siglas.valor.siglas:
        aside = foreign | {raiz(bare(each.sigla))}
        texts = _formas(each.significado)
        forms = tuple(_forma(_utiles(text, 0, len(text), aside)) for text in texts)
        names.setdefault(each.sigla, {})[each.significado] = tuple(filter(None, forms))
    return Lista(leida.siglas.ruta, names, foreign)


def _formas(significado: str) -> list[str]:
    """A name, and each part of one with a parenthesis: «Sarampión y Rubéola (Doble viral)»."""
    return [significado, _ENTRE.sub(" ", significado), *_ENTRE.findall(significado)]


# ── the text ──


def _otros(texto: str, lista: Lista) -> Iterator[Otro]:
    """Each sigla in parentheses that is not called there as the list says."""
    for found in _SIGLA.finditer(texto):
        sigla = found[1].strip()
        names = lista.nombres.get(sigla, {})
        words = _antes(texto, found.start(), lista.ajenas) if 0 < len(names) <= MUCHOS else []
        forms = [form for each in names.values() for form in each]
        if len(words) > 1 and not any(_dicho(words, sigla, form) for form in forms):
            runs = ((name, _tramo(words, sigla, each[:1])) for name, each in names.items())
            yield from (Otro(sigla, run, found.start(), name) for name, run in runs if run)


def _antes(texto: str, fin: int, ajenas: frozenset[str]) -> list[Palabra]:
    """The words just before `fin` that may be a name."""
    start = max(0, fin - CABEZA)
    head = texto[start:fin].rstrip(_CIERRE)
    cut = max(head.rfind(mark) for mark in _CORTES) + 1
    if not head[-1:].isalnum():
        return []
    return _utiles(texto, start + cut, start + len(head), ajenas)


def _utiles(texto: str, inicio: int, fin: int, ajenas: frozenset[str]) -> list[Palabra]:
    words = _PALABRA.finditer(texto, inicio, fin)
    found = [Palabra(word[0], word.start(), raiz(bare(word[0]))) for word in words]
    return [w for w in found if w.texto.lower() not in MENUDAS and w.raiz not in ajenas]


def _forma(palabras: Sequence[Palabra]) -> Forma:
    return tuple(each.raiz for each in palabras)


def _dicho(palabras: Sequence[Palabra], sigla: str, forma: Forma) -> bool:
    """Whether the name is among the last words; its first ones, which say what kind of thing it
    is, may lack if the others spell the sigla.
    """
    roots = _forma(palabras)
    first, last = max(0, len(roots) - len(forma) - DEMAS), len(roots) - len(forma)
    if any(roots[n : n + len(forma)] == forma for n in range(first, last + 1)):
        return True
    spelt = _deletrea(palabras, sigla)
    return spelt is not None and forma[spelt - len(roots) :] == roots[spelt:]


def _tramo(palabras: Sequence[Palabra], sigla: str, formas: Sequence[Forma]) -> Sequence[Palabra]:
    """The last words that are another name of the sigla; none if they only use it."""
    for forma in formas:
        near = palabras[-len(forma) - DEMAS :]
        begun = [n - len(near) for n, each in enumerate(near) if each.raiz == forma[0]]
        spelt = _deletrea(palabras, sigla)
        for start in ([] if spelt is None else [spelt - len(palabras)]) + begun[-1:]:
            run = palabras[start:]
            if len(run) > 1 and (_nombre(run) or _casi(run, forma)):
                return run
    return ()


def _deletrea(palabras: Sequence[Palabra], sigla: str) -> int | None:
    """Where the words that spell the sigla with their first letters begin."""
    letters = bare("".join(_PALABRA.findall(sigla)))
    start = len(palabras) - len(letters)
    spelt = "".join(each.raiz[:1] for each in palabras[max(0, start) :])
    return start if start >= 0 and spelt == letters else None


def _nombre(tramo: Sequence[Palabra]) -> bool:
    """Whether all its words begin with a capital letter, and not all the line is in capitals."""
    words = [each.texto for each in tramo]
    return all(word[0].isupper() for word in words) and not all(map(str.isupper, words))


def _casi(tramo: Sequence[Palabra], forma: Forma) -> bool:
    common = set(forma) & set(_forma(tramo))
    return len(common) >= COMUNES * max(len(tramo), len(forma))
