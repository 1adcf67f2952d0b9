"""The register of figures: every number or date that is printed, with its address and origin."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from generator.base.numbers import plain
from generator.base.span import Span
from generator.base.text import bare
from generator.model.formatos import DE_FECHAS, DECIMALES, FORMATOS, Unfit, es_una_fecha

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
    "fecha",
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

    `valor` is None when `estado` is ND or NA; that of a «fecha» is its day, counted from the first
    of January of year 1.
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
        """The value for machines, without unit: 385200, 2024-01-19; empty when there is none."""
        if self.es_fecha:
            return self.dia.isoformat()
        return "" if self.valor is None else plain(self.valor)

    @property
    def es_fecha(self) -> bool:
        return self.clase == "fecha"

    @property
    def dia(self) -> date:
        """The day of a date. Raises Unfit when the figure is none."""
        if not self.es_fecha:
            raise Unfit("la cifra no es una fecha")
        return date.fromordinal(int(self.fraccion))

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
        decimals = None if not digits else DECIMALES[digits]
        form = FORMATOS[name]
        if self.es_fecha:
            form = DE_FECHAS.get(name, es_una_fecha)
        return self.estado if self.valor is None else form(self, decimals)

    @property
    def completa(self) -> str:
        """The figure as published, with its marks."""
        return f"{self.texto()} {self.marca}".rstrip()


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
