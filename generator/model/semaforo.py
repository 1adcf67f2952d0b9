"""Semáforo schemes: who sets the cut-offs, since when, and which word each one earns.

A corte is earned by a condition (the target is reached, the result is worse than the baseline) or
by percent of avance. Conditions are looked at first, in their order.
"""

from datetime import date
from typing import Literal

from pydantic import Field

from generator.model.valores import Modelo, NumeroLeido, Texto

Forma = Literal[
    "superado", "cumplido", "avanzado", "adecuado", "insuficiente", "rezagado", "muy-rezagado"
]
Condicion = Literal["meta-alcanzada", "peor-que-linea-base"]


class Vigencia(Modelo):
    desde: date
    hasta: date | None = None


class Corte(Modelo):
    """`etiqueta` is earned when `cuando` holds or, without it, from `desde` percent of avance up to
    the next corte.
    """

    etiqueta: Texto
    forma: Forma = Field(description="Figura y color con que se muestra")
    desde: NumeroLeido | None = Field(
        None, description="Porcentaje de avance; el más bajo no lo lleva"
    )
    cuando: Condicion | None = Field(
        None, description="Se gana por esta condición, y no por el porcentaje de avance"
    )
    significa: Texto | None = Field(None, description="Quién la gana, en una frase para el lector")


class Esquema(Modelo):
    """data/<institución>/semaforos/<id>.yml. Without cortes, no label is ever shown."""

    nombre: Texto
    fuente: Texto = Field(description="Norma o documento que fija los cortes, con su página")
    vigencia: Vigencia
    cortes: tuple[Corte, ...] = ()
