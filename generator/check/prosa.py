"""The texts that the rules read, line by line: narrative and data, without what is not prose."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.base.span import Span
from generator.check.todo import Todo
from generator.model.proyecto import InstitucionLeida

HUECO = "\N{OBJECT REPLACEMENT CHARACTER}"
"""What stands in `texto` for each character of a reference, a link's target or a note's mark."""
_AJENO = re.compile(r"\{\{[^{}]*\}\}|\]\([^()\]]*\)|\[\^[^\[\]]*\]:?")
_URL = re.compile(r"(?:https?://|www\.)\S+|(?<!\S)[^\s@]+@\S+")
_CALLADOS = ("excepciones.yml", "comprobaciones.yml")
"""Files that quote findings or compare figures: they are not texts of a document."""


@dataclass(frozen=True)
class Renglon:
    """A line of a file as written (`crudo`) and, with the same columns, its prose (`texto`)."""

    ruta: str
    numero: int
    crudo: str
    texto: str

    def span(self, inicio: int) -> Span:
        """The place of its character `inicio`, counted from 0."""
        return Span(self.ruta, self.numero, inicio + 1)


def rutas(leida: InstitucionLeida) -> list[str]:
    """The narrative files of an institution, in order."""
    return sorted({ruta for doc in leida.documentos for ruta in doc.narrativas.values()})


def narrativa(todo: Todo, leida: InstitucionLeida) -> Iterator[Renglon]:
    """The lines of the narrative of `leida`, blank ones too."""
    for ruta in rutas(leida):
        yield from renglones(ruta, todo.textos)


def textos(todo: Todo) -> Iterator[Renglon]:
    """The lines of every narrative, of the portal's own pages and of every data file that carries
    texts.
    """
    for leida in todo.proyecto.instituciones:
        yield from narrativa(todo, leida)
    for ruta in sorted(r for r in todo.textos if r.startswith("content/portal/")):
        yield from renglones(ruta, todo.textos)
    for ruta in sorted(todo.textos):
        if ruta.startswith("data/") and ruta.endswith(".yml") and not ruta.endswith(_CALLADOS):
            yield from (each for each in renglones(ruta, todo.textos) if not _comentario(each))


def renglones(ruta: str, lineas: Mapping[str, tuple[str, ...]]) -> tuple[Renglon, ...]:
    return _renglones(ruta, lineas.get(ruta, ()))


@lru_cache(maxsize=1024)
def _renglones(ruta: str, lineas: tuple[str, ...]) -> tuple[Renglon, ...]:
    """Every rule reads the same lines: they are prepared once."""
    return tuple(Renglon(ruta, n, each, _prosa(each)) for n, each in enumerate(lineas, 1))


def _prosa(linea: str) -> str:
    return _AJENO.sub(hueco, linea) if "{{" in linea or "]" in linea else linea


def sin_direcciones(texto: str) -> str:
    """`texto` without addresses of pages and of mail."""
    return _URL.sub(hueco, texto) if "." in texto else texto


def hueco(found: re.Match[str]) -> str:
    return HUECO * len(found[0])


def _comentario(renglon: Renglon) -> bool:
    return renglon.crudo.lstrip().startswith("#")
