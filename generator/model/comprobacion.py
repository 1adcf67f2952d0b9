"""Checks declared with the data: what must be true of its figures."""

from pydantic import Field

from generator.model.valores import Modelo, Texto


class Comprobacion(Modelo):
    """A comparison of figures by address, as in `model/expresion`."""

    dice: Texto = Field(description="Qué afirma el documento, en una frase")
    debe: Texto = Field(description="dato.total ≈ dato.a + dato.b (≈: igual como se imprime)")


class Comprobaciones(Modelo):
    """data/<institución>/comprobaciones.yml"""

    comprobaciones: tuple[Comprobacion, ...] = Field(min_length=1)
