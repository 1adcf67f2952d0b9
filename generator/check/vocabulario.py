"""Siglas and glossary in alphabetical order, with one meaning each, written as in the list."""

import re
from collections.abc import Iterator, Sequence

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.span import Span
from generator.base.text import bare
from generator.check.prosa import narrativa, sin_direcciones
from generator.check.todo import Todo
from generator.model.leido import Leido
from generator.model.proyecto import InstitucionLeida
from generator.model.vocabulario import Siglas

_PALABRA = re.compile(r"(?<![\w/.])[^\W\d_]{3,}(?![\w/])")
MAYUSCULAS = 2
"""Capital letters that a word has, at the least, to be a sigla ill written and not a word."""

Puesto = tuple[str, Span]


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        if leida.siglas is not None and not leida.siglas.reparado:
            read = leida.siglas
            yield from _desorden(
                [
                    (each.sigla, read.span("siglas", n, "sigla"))
                    for n, each in enumerate(read.valor.siglas)
                ]
            )
            yield from _dos_significados(read)
            yield from _otra_forma(todo, leida, read.valor)
        if leida.glosario is not None and not leida.glosario.reparado:
            glossary = leida.glosario
            yield from _desorden(
                [
                    (each.termino, glossary.span("terminos", n, "termino"))
                    for n, each in enumerate(glossary.valor.terminos)
                ]
            )


def _desorden(puestos: Sequence[Puesto]) -> Iterator[Diagnostic]:
    """The first one out of its place."""
    for n in range(1, len(puestos)):
        before, after = puestos[n - 1][0], puestos[n][0]
        if _despues(before, after):
            yield _fuera_de_lugar(puestos, n)
            return


def _fuera_de_lugar(puestos: Sequence[Puesto], n: int) -> Diagnostic:
    """Of the two that are not in order, the one whose lack would mend it."""
    first = n < 2 or not _despues(puestos[n - 2][0], puestos[n][0])
    (one, place), (other, near) = puestos[n - 1], puestos[n]
    if first:
        return diagnose("SIG-004", place, uno=one, donde="antes", otro=other, linea=near.line)
    return diagnose("SIG-004", near, uno=other, donde="después", otro=one, linea=place.line)


def _despues(uno: str, otro: str) -> bool:
    """Whether `uno` goes after `otro`, both by words and by letters."""
    first, second = _palabras(uno), _palabras(otro)
    return first > second and "".join(first) > "".join(second)


def _palabras(texto: str) -> list[str]:
    """In lower case and without accents; ñ after n."""
    return re.findall(r"[a-z0-9~]+", bare(texto.lower().replace("ñ", "n~")))


def _dos_significados(leido: Leido[Siglas]) -> Iterator[Diagnostic]:
    first: dict[str, int] = {}
    for n, each in enumerate(leido.valor.siglas):
        other = first.setdefault(each.sigla, n)
        known = leido.valor.siglas[other].significado
        if mismo(known) != mismo(each.significado):
            yield diagnose(
                "SIG-005",
                leido.span("siglas", n, "sigla"),
                sigla=each.sigla,
                significado=each.significado.rstrip("."),
                linea=leido.span("siglas", other, "sigla").line,
                otro=known.rstrip("."),
            )


def mismo(significado: str) -> str:
    """What two meanings must share to be one: accents, capitals and full stop aside."""
    return bare(significado).strip(" .")


def _otra_forma(todo: Todo, leida: InstitucionLeida, siglas: Siglas) -> Iterator[Diagnostic]:
    """The first use of each word that is a sigla of the list but for its capital letters, or for
    two letters in a row that change places.
    """
    known = {each.sigla for each in siglas.siglas}
    forms = {form: sigla for sigla in sorted(known) for form in _formas(sigla)}
    forms |= {sigla.lower(): sigla for sigla in sorted(known)}
    told = {*known, *siglas.nombres}
    for renglon in narrativa(todo, leida):
        for found in _PALABRA.finditer(sin_direcciones(renglon.texto)):
            word = found[0]
            sigla = forms.get(word.lower())
            if sigla and word not in told and _parece_sigla(word, sigla):
                told.add(word)
                yield diagnose("SIG-006", renglon.span(found.start()), palabra=word, sigla=sigla)


def _formas(sigla: str) -> Iterator[str]:
    """A mixed sigla, in lower case, with each two letters that follow one another exchanged."""
    if sigla.isupper() or not sigla.isalpha():
        return
    word = sigla.lower()
    for n in range(1, len(word) - 1):
        yield word[:n] + word[n + 1] + word[n] + word[n + 2 :]


def _parece_sigla(palabra: str, sigla: str) -> bool:
    """«casa» is not CASA; «EduKT» is EduTK."""
    capitals = sum(letter.isupper() for letter in palabra)
    mixed = capitals == 1 and not sigla.isupper() and not palabra.istitle()
    return capitals >= MAYUSCULAS or mixed
