"""The page of the words that an institution explains, and the first use of each in a section.

Each first use becomes a Voz: a button that opens its meaning without a script, and a way to the
page that lists them all.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from typing import ClassVar, cast

from generator.base.text import bare, slug
from generator.document.nodes import Cita, Linea, Lista, Parrafo, Prosa, Seccion, Texto
from generator.render.site_paginas import Pagina
from generator.render.site_publicacion import InstitucionPublicada

MINIMO = 2
"""Letters of the shortest word that is explained."""

APERTURAS = ("(", "«", "“", "¿", "¡")


@dataclass(frozen=True)
class Voz:
    """A word and its meaning; `id` is its place in the page of the words."""

    componente: ClassVar[str] = "voz"
    id: str
    texto: str
    significado: str
    nota: str = ""
    es_sigla: bool = False
    antes: str = ""
    """An opening sign that no line may part from the word."""


class Vocabulario:
    """The words of an institution: siglas as they are written, terms in any case."""

    def __init__(self, institucion: InstitucionPublicada) -> None:
        casa = institucion.institucion
        self.ruta = f"{institucion.ruta}glosario/"
        self.siglas = _apart(
            Voz(f"sigla-{slug(s.sigla)}", s.sigla, s.significado, s.nota or "", es_sigla=True)
            for s in casa.siglas
        )
        self.terminos = _apart(
            Voz(f"termino-{slug(t.termino)}", t.termino, t.definicion) for t in casa.glosario
        )

    def __bool__(self) -> bool:
        return bool(self.siglas or self.terminos)

    @cached_property
    def _known(self) -> Mapping[str, Voz]:
        own = {t.texto.lower(): t for t in self.terminos}
        return own | {s.texto: s for s in self.siglas}

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        """Any of the words, whole; the longest first."""
        every = sorted((v for v in self._known.values()), key=lambda v: -len(v.texto))
        words = [_regex(v) for v in every if len(v.texto) >= MINIMO]
        return re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])") if words else None

    def mark(self, seccion: Seccion) -> tuple[Seccion, tuple[Voz, ...]]:
        """The section with the first use of each word as a Voz, in each of the sections of its
        page; and the words found, each once.
        """
        found: dict[str, Voz] = {}
        return self._section(seccion, found), tuple(found.values())

    def _section(self, seccion: Seccion, found: dict[str, Voz]) -> Seccion:
        if self._pattern is None:
            return seccion
        seen: set[str] = set()
        blocks = tuple(
            self._block(b, seen, found) if isinstance(b, Parrafo | Lista | Cita) else b
            for b in seccion.bloques
        )
        inner = tuple(self._section(s, found) for s in seccion.secciones)
        return replace(seccion, bloques=blocks, secciones=inner)

    def _block(self, bloque: Prosa, seen: set[str], found: dict[str, Voz]) -> Prosa:
        match bloque:
            case Parrafo():
                return replace(bloque, hijos=tuple(self._line(bloque.hijos, seen, found)))
            case Lista():
                items = tuple(
                    tuple(self._block(b, seen, found) for b in item) for item in bloque.elementos
                )
                return replace(bloque, elementos=items)
            case Cita():
                inner = tuple(self._block(b, seen, found) for b in bloque.bloques)
                return replace(bloque, bloques=inner)
        return bloque

    def _line(
        self, hijos: tuple[Linea, ...], seen: set[str], found: dict[str, Voz]
    ) -> Iterator[Linea]:
        for hijo in hijos:
            if isinstance(hijo, Texto):
                yield from self._text(hijo.texto, seen, found)
            else:
                yield hijo

    def _text(self, texto: str, seen: set[str], found: dict[str, Voz]) -> Iterator[Linea]:
        assert self._pattern is not None, "asked only when there are words"
        start = 0
        for match in self._pattern.finditer(texto):
            voz = self._known.get(match[0]) or self._known.get(match[0].lower())
            if voz is None or voz.id in seen:
                continue
            seen.add(voz.id)
            found[voz.id] = voz
            opening = texto[max(start, match.start() - 1) : match.start()]
            opening = opening if opening in APERTURAS else ""
            if before := texto[start : match.start() - len(opening)]:
                yield Texto(before)
            yield cast("Linea", replace(voz, texto=match[0], antes=opening))
            start = match.end()
        if start < len(texto):
            yield Texto(texto[start:])


def _apart(voces: Iterable[Voz]) -> tuple[Voz, ...]:
    """The words with ids of their own: those of a same id are numbered."""
    seen: Counter[str] = Counter()
    found = []
    for voz in voces:
        seen[voz.id] += 1
        number = f"-{seen[voz.id]}" if seen[voz.id] > 1 else ""
        found.append(replace(voz, id=voz.id + number))
    return tuple(found)


def _regex(voz: Voz) -> str:
    """A sigla as it is written; a term in any case."""
    return re.escape(voz.texto) if voz.es_sigla else f"(?i:{re.escape(voz.texto)})"


def vocabulary_pages(institucion: InstitucionPublicada) -> Iterator[Pagina]:
    """The page of the words, if there are any."""
    own = Vocabulario(institucion)
    if not own:
        return
    yield Pagina(
        own.ruta,
        "pagina-glosario",
        f"Glosario y siglas del {institucion.siglas}",
        f"Qué significan las palabras y las siglas que usa el {institucion.siglas}.",
        {
            "terminos": tuple(sorted(own.terminos, key=lambda v: bare(v.texto))),
            "letras": tuple(_letters(own.siglas)),
        },
        institucion,
        apartado="instituciones",
    )


def _letters(siglas: tuple[Voz, ...]) -> Iterator[tuple[str, tuple[Voz, ...]]]:
    ordered = sorted(siglas, key=lambda v: (bare(v.texto), v.texto))
    for letter, words in groupby(ordered, lambda v: bare(v.texto)[:1].upper()):
        yield letter, tuple(words)
