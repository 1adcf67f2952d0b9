"""Planning instruments: objetivo → estrategia → línea de acción → indicadores, and alineación."""

from typing import Literal

from pydantic import Field

from generator.base.text import slug
from generator.model.valores import Identificador, Modelo, Texto

Clase = Literal[
    "agenda-internacional",
    "plan-nacional",
    "plan-estatal",
    "programa-sectorial",
    "programa-institucional",
    "plan-estrategico",
]


class Alineacion(Modelo):
    """A tie to a higher instrument: to one of its objectives or to the part that is named."""

    instrumento: Identificador
    objetivo: int | None = Field(None, description="Número del objetivo, si Pliego lo tiene")
    parte: Texto | None = Field(None, description="Eje u objetivo, con su nombre oficial")


class LineaAccion(Modelo):
    numero: Texto = Field(description="Como se publicó: 1.1. o 2.1.1")
    texto: Texto


class IndicadorEnlazado(Modelo):
    """An indicator that measures a strategy, under the name the instrument gives it."""

    nombre: Texto
    indicador: Identificador | None = Field(
        None, description="Id en indicadores/, si el programa operativo lo mide"
    )


class Estrategia(Modelo):
    numero: Texto | None = Field(None, description='Como se publicó: "1.1"')
    texto: Texto
    lineas_accion: tuple[LineaAccion, ...] = ()
    indicadores: tuple[IndicadorEnlazado, ...] = ()

    @property
    def id(self) -> str:
        """Its number as it is written in addresses: 1-1."""
        return slug(self.numero or self.texto)


class Objetivo(Modelo):
    numero: int = Field(ge=1)
    texto: Texto
    lema: Texto | None = Field(None, description="Como se publicó, si lo tiene")
    estrategias: tuple[Estrategia, ...] = Field(min_length=1)


class ObjetivoEstrategico(Modelo):
    numero: int = Field(ge=1)
    texto: Texto


class Perspectiva(Modelo):
    """A perspective of a balanced scorecard, its strategic axis and its objectives."""

    id: Identificador
    nombre: Texto
    eje: Texto = Field(description="El eje estratégico, como se publicó")
    objetivos: tuple[ObjetivoEstrategico, ...] = Field(min_length=1)


class Instrumento(Modelo):
    """data/<institución>/instrumentos/<id>.yml"""

    nombre: Texto
    periodo: Texto | None = Field(None, description="Como se publicó: 2022-2027")
    clase: Clase
    alineacion: tuple[Alineacion, ...] = ()
    objetivos: tuple[Objetivo, ...] = ()
    perspectivas: tuple[Perspectiva, ...] = Field(
        (), description="Si es un tablero de mando, en vez de objetivos"
    )

    @property
    def titulo(self) -> str:
        """Name and period, as it is cited."""
        return f"{self.nombre} {self.periodo}" if self.periodo else self.nombre
