"""The register of figures: every number that can be printed, with its address and origin."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from generator.base.numbers import decimal_text, money_text, plain, with_apostrophe
from generator.base.span import Span
from generator.base.text import bare

Clase = Literal[
    "meta",
    "linea-base",
    "resultado",
    "variable",
    "calculo",
    "avance",
    "presupuesto",
    "conteo",
    "dato",
    "celda",
]
Operacion = Literal["", "suma", "cuenta", "fórmula"]


@dataclass(frozen=True)
class Casa:
    """House style of an institution: how its figures are printed."""

    locale: str
    moneda: str


@dataclass(frozen=True)
class Cifra:
    """A figure: exact value, how it is published, what it is, and where it comes from.

    `valor` is None when `estado` is ND or NA.
    """

    direccion: str
    valor: Decimal | Fraction | None
    clase: Clase
    nombre: str
    origen: Span
    casa: Casa
    decimales: int = 0
    miles: bool = True
    apostrofo: bool = False
    operador: str = ""
    unidad: str = ""
    prefijo: str = ""
    """$ or US$, before the number."""
    estado: Literal["", "p/", "ND", "NA"] = ""
    marcas: tuple[str, ...] = ()
    """Footnote marks: 1/, *."""
    guion: bool = False
    """A zero that is printed as a dash."""
    medida: str = ""
    """Unidad de medida of its ficha, which is not printed with each value."""
    corte: str = ""
    fuente: str = ""
    nota: str = ""
    operacion: Operacion = ""
    """How it was computed; nothing when it was stated."""
    partes: tuple[str, ...] = ()
    """What was added or entered the formula, by address; or what was counted."""
    ficha: str = ""
    """Id of the indicator or actividad whose page explains it."""

    @property
    def corta(self) -> str:
        """The address as it is typed inside its institution's documents."""
        return self.direccion.partition(".")[2].removeprefix("ind.")

    @property
    def exacta(self) -> str:
        """The value for machines, without unit; empty when there is none."""
        return "" if self.valor is None else plain(self.valor)

    @property
    def fraccion(self) -> Fraction:
        """The exact value. Raises Unfit when there is none."""
        if self.valor is None:
            raise Unfit(f"no hay valor: {self.estado}")
        return Fraction(self.valor)

    @property
    def marca(self) -> str:
        """What hangs from the printed value: p/, 1/, *."""
        state = ("p/",) if self.estado == "p/" else ()
        return " ".join((*state, *self.marcas))

    def texto(self, formato: str = "") -> str:
        """The figure for readers, in one of FORMATOS (`millones 1`), without its `marca`; rounded
        here, once.

        Raises KeyError for an unknown format, or for more than six decimals; Unfit for a format
        that does not suit the figure.
        """
        name, _, digits = formato.partition(" ")
        decimals = None if not digits else _DECIMALS[digits]
        form = FORMATOS[name]
        return self.estado if self.valor is None else form(self, decimals)

    @property
    def completa(self) -> str:
        """The figure as published, with its marks."""
        return f"{self.texto()} {self.marca}".rstrip()


class Unfit(Exception):
    """The format exists, but not for this kind of figure; the argument says why, in Spanish."""


def _publicada(cifra: Cifra, digits: int | None) -> str:
    if cifra.guion and digits is None:
        return "-"
    if cifra.clase == "presupuesto" and digits is None:
        return money_text(cifra.fraccion, cifra.casa.moneda, locale=cifra.casa.locale)
    decimals = cifra.decimales if digits is None else digits
    number = decimal_text(cifra.fraccion, decimals, locale=cifra.casa.locale, grouped=cifra.miles)
    number = with_apostrophe(number) if cifra.apostrofo else number
    operator = "" if cifra.operador in ("", "=") else cifra.operador
    space = "" if cifra.unidad in ("", "%") else "\N{NO-BREAK SPACE}"
    return f"{operator}{cifra.prefijo}{number}{space}{cifra.unidad}"


def _number(value: Fraction, cifra: Cifra, decimals: int) -> str:
    return decimal_text(value, decimals, locale=cifra.casa.locale, grouped=True)


def _numero(cifra: Cifra, digits: int | None) -> str:
    return _number(cifra.fraccion, cifra, cifra.decimales if digits is None else digits)


def _moneda(cifra: Cifra, _digits: int | None) -> str:
    if cifra.clase != "presupuesto" and not cifra.prefijo:
        raise Unfit("la cifra no es dinero")
    return money_text(cifra.fraccion, cifra.casa.moneda, locale=cifra.casa.locale)


def _scaled(cifra: Cifra) -> Fraction:
    """The value of a figure that counts ones, not thousands. Raises Unfit."""
    if re.match(r"mil(es|lones|lón)?\b", cifra.unidad):
        raise Unfit(f"la cifra ya está en «{cifra.unidad}»")
    if cifra.unidad == "%" or cifra.medida.lower() == "porcentaje":
        raise Unfit("la cifra es un porcentaje")
    return cifra.fraccion


def _miles(cifra: Cifra, digits: int | None) -> str:
    return f"{_number(_scaled(cifra) / 1000, cifra, digits or 0)}\N{NO-BREAK SPACE}mil"


def _millones(cifra: Cifra, digits: int | None) -> str:
    text = _number(_scaled(cifra) / 10**6, cifra, 1 if digits is None else digits)
    return f"{text}\N{NO-BREAK SPACE}millones"


def _porcentaje(cifra: Cifra, digits: int | None) -> str:
    if cifra.unidad != "%" and cifra.medida.lower() != "porcentaje":
        raise Unfit("la cifra no es un porcentaje")
    return f"{_number(cifra.fraccion, cifra, 1 if digits is None else digits)}%"


_DECIMALS = {str(number): number for number in range(7)}
"""The decimals that a format may ask for, as they are typed."""

FORMATOS = {
    "": _publicada,
    "numero": _numero,
    "moneda": _moneda,
    "miles": _miles,
    "millones": _millones,
    "porcentaje": _porcentaje,
}


def _searched(cifra: Cifra) -> str:
    kind = "ficha" if cifra.ficha else ""
    return bare(f"{cifra.direccion} {cifra.clase} {kind} {cifra.nombre}")


@dataclass(frozen=True)
class Registro:
    """All figures by address, in the order they were derived."""

    cifras: Mapping[str, Cifra]

    def __iter__(self) -> Iterator[Cifra]:
        return iter(self.cifras.values())

    def encontrar(self, texto: str) -> list[Cifra]:
        """The figures whose name, address or kind has every word of `texto`, accents aside, or
        whose value is `texto`.
        """
        words, whole = bare(texto).split(), texto.strip()
        return [
            c
            for c in self
            if whole in (c.texto(), c.completa) or all(word in _searched(c) for word in words)
        ]

    def buscar(self, direccion: str, institucion: str) -> Cifra | None:
        """The figure at `direccion`, whole or as written inside `institucion`'s documents.

        `287-02.meta.2024` is looked up as `<institución>.ind.287-02.meta.2024`.
        """
        for prefix in ("", f"{institucion}.", f"{institucion}.ind."):
            if found := self.cifras.get(prefix + direccion):
                return found
        return None
