"""Findings as the public pages tell them: by document, with what is signed and what is noted."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.base.diagnostic import Diagnostic
from generator.base.digest import of_parts
from generator.base.message import Level
from generator.base.messages import CATALOGUE
from generator.render.site_lugares import Donde, Lugares
from generator.render.site_pares import Par, pair
from generator.render.site_publicacion import DocumentoPublicado, InstitucionPublicada

MUESTRA = 20
"""Avisos of one rule that a document's list tells; the rest are only counted."""


@dataclass(frozen=True, eq=False)
class Hallazgo:
    """A finding, where it is, and the two values that it sets side by side."""

    id: str
    """Its place in the page, the same in every release that finds the same."""
    dicho: Diagnostic
    donde: Donde
    par: Par | None

    @property
    def regla(self) -> str:
        return self.dicho.code

    @property
    def titulo(self) -> str:
        return CATALOGUE[self.dicho.code].title

    @property
    def texto(self) -> str:
        """What it says, as a sentence: what is not already told by its place and its two values."""
        fields = dict(self.dicho.datos)
        text = self.dicho.text
        if self.par and "signo" in fields and "dice" in fields:
            text = f"{fields['dice'].rstrip('.')}."
        text = re.sub(r"^ficha [^,:]+[,:] ", "", text)
        return text[0].upper() + text[1:]

    @property
    def es_diferencia(self) -> bool:
        """Whether it stops a release unless someone signs it."""
        return self.dicho.level is Level.ERROR


@dataclass(frozen=True)
class Sitio:
    """A place with its findings."""

    donde: Donde
    hallazgos: tuple[Hallazgo, ...]


@dataclass(frozen=True)
class Firma:
    """Why findings are accepted, who answers for it, since when and until when."""

    motivo: str
    autor: str
    fecha: date | None
    vence: date | None
    hallazgos: tuple[Hallazgo, ...]

    @property
    def sitios(self) -> tuple[Sitio, ...]:
        return by_site(self.hallazgos)


@dataclass(frozen=True)
class Grupo:
    """The findings of a document, or those of the data that no document prints."""

    id: str
    titulo: str
    hallazgos: tuple[Hallazgo, ...]
    institucion: InstitucionPublicada | None = None
    publicado: DocumentoPublicado | None = None

    def sitios(self, hallazgos: Iterable[Hallazgo]) -> tuple[Sitio, ...]:
        return by_site(hallazgos)

    @property
    def diferencias(self) -> tuple[Hallazgo, ...]:
        return tuple(h for h in self.hallazgos if h.es_diferencia)

    @property
    def difieren(self) -> tuple[Hallazgo, ...]:
        """Those that set what is printed beside what is computed."""
        return tuple(h for h in self.diferencias if h.par)

    @property
    def firmas(self) -> tuple[Firma, ...]:
        """What is signed, by signature, in the order of the data."""
        found: dict[tuple[str, str, date | None, date | None], list[Hallazgo]] = {}
        for h in self.diferencias:
            if h.dicho.motivo:
                key = (h.dicho.motivo, h.dicho.autor, h.dicho.fecha, h.dicho.vence)
                found.setdefault(key, []).append(h)
        return tuple(Firma(*key, tuple(own)) for key, own in found.items())

    @property
    def sin_firma(self) -> tuple[Hallazgo, ...]:
        return tuple(h for h in self.diferencias if not h.dicho.motivo)

    @property
    def notas(self) -> tuple[Hallazgo, ...]:
        """What the original prints otherwise, kept with the data."""
        return tuple(h for h in self.hallazgos if not h.es_diferencia and h.par)

    @property
    def avisos(self) -> tuple[Hallazgo, ...]:
        return tuple(h for h in self.hallazgos if not h.es_diferencia and not h.par)

    @cached_property
    def dichos(self) -> tuple[Hallazgo, ...]:
        """The avisos that are told: the first ones of each rule."""
        seen: Counter[str] = Counter()
        told = []
        for h in self.avisos:
            seen[h.regla] += 1
            told += [h] if seen[h.regla] <= MUESTRA else []
        return tuple(told)

    @cached_property
    def callados(self) -> frozenset[Hallazgo]:
        """Those that are only counted."""
        return frozenset(self.avisos) - frozenset(self.dichos)


def found(diagnostics: Iterable[Diagnostic], lugares: Lugares) -> Iterator[Hallazgo]:
    """Each finding with its place."""
    seen: dict[str, int] = {}
    for each in diagnostics:
        key = "h-" + of_parts([each.code, each.span.path, each.text])[:8]
        seen[key] = seen.get(key, 0) + 1
        own = f"{key}-{seen[key]}" if seen[key] > 1 else key
        yield Hallazgo(own, each, lugares.place(each), pair(each))


def grouped(hallazgos: Iterable[Hallazgo]) -> Iterator[Grupo]:
    """By document, in the order of the site; then what no document prints."""
    groups: dict[str, list[Hallazgo]] = {}
    for h in hallazgos:
        groups.setdefault(_key(h), []).append(h)
    for key, own in sorted(groups.items()):
        casa, publicado = own[0].donde.institucion, own[0].donde.publicado
        title = "El proyecto"
        if casa:
            title = publicado.documento.titulo if publicado else f"Datos del {casa.siglas}"
        yield Grupo(key.replace("/", "-"), title, tuple(own), casa, publicado)


def by_site(hallazgos: Iterable[Hallazgo]) -> tuple[Sitio, ...]:
    """The findings of one place together, in the order of the data."""
    places: dict[str, list[Hallazgo]] = {}
    for h in hallazgos:
        places.setdefault(h.donde.texto, []).append(h)
    return tuple(Sitio(own[0].donde, tuple(own)) for own in places.values())


def _key(h: Hallazgo) -> str:
    if h.donde.publicado:
        return h.donde.publicado.documento.id
    return h.donde.institucion.id if h.donde.institucion else "proyecto"
