"""Semáforo schemes: who sets the cut-offs, since when, and which word each one earns."""

from datetime import date
from typing import Literal

from pydantic import Field

from generator.model.valores import Modelo, NumeroLeido, Texto

Forma = Literal["superado", "avanzado", "adecuado", "insuficiente", "rezagado", "muy-rezagado"]


class Vigencia(Modelo):
    desde: date
    hasta: date | None = None


class Corte(Modelo):
    """`etiqueta` is earned from `desde` percent of avance, up to the next corte."""

    etiqueta: Texto
    forma: Forma = Field(description="Figura y color con que se muestra")
    desde: NumeroLeido | None = Field(
        None, description="Porcentaje de avance; el más bajo no lo lleva"
    )


class Esquema(Modelo):
    """data/<institución>/semaforos/<id>.yml. Without cortes, no label is ever shown."""

    nombre: Texto
    fuente: Texto = Field(description="Norma o documento que fija los cortes, con su página")
    vigencia: Vigencia
    cortes: tuple[Corte, ...] = ()
