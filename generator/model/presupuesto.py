"""The year's budget: programas presupuestarios and their actividades or proyectos.

Totals are not here: they are computed.
"""

from typing import Literal

from pydantic import Field

from generator.model.valores import Anio, Dinero, Modelo, Texto


class Mir(Modelo):
    """Matriz de Indicadores para Resultados: how many indicators it states of each kind."""

    indicadores_gestion: int = Field(ge=0)
    indicadores_estrategicos: int = Field(ge=0)
    alineados_al_poa: int = Field(ge=0, description="De gestión, con correspondiente en el POA")


class Actividad(Modelo):
    """Actividad o proyecto; its clave is text (`"049"`), never a number."""

    clave: Texto = Field(pattern=r"^[0-9A-Za-z]+$", description='Entre comillas: "049"')
    nombre: Texto
    presupuesto: Dinero = Field(description="Importe aprobado, en la moneda de la institución")


class Programa(Modelo):
    """Programa presupuestario."""

    clave: Texto = Field(pattern=r"^[0-9A-Za-z]+$")
    nombre: Texto
    gasto: Literal["programable", "no programable"]
    mir: Mir | None = None
    actividades: tuple[Actividad, ...] = Field(min_length=1)


class Presupuesto(Modelo):
    """data/<institución>/presupuesto/<ejercicio>.yml"""

    ejercicio: Anio
    programas: tuple[Programa, ...] = Field(min_length=1)
