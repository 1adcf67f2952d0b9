"""Signed exceptions: findings that are known, by whom, why and until when."""

from datetime import date

from pydantic import Field

from generator.model.valores import Modelo, Texto


class Excepcion(Modelo):
    """It signs the findings of one rule, in one file, whose text is `dice`."""

    regla: str = Field(pattern=r"^[A-Z]{3}-[0-9]{3}$", description="Código del hallazgo: AUD-001")
    archivo: Texto = Field(description="Archivo donde se halla, desde la raíz del proyecto")
    dice: Texto = Field(description="Todo el texto del hallazgo, como lo dice revisar")
    motivo: Texto = Field(description="Por qué se acepta: impreso así en el original")
    autor: Texto = Field(description="Quién responde")
    fecha: date = Field(description="Cuándo se firmó: 2024-06-30")
    vence: date | None = Field(None, description="Desde este día deja de valer")


class Excepciones(Modelo):
    """data/<institución>/excepciones.yml"""

    excepciones: tuple[Excepcion, ...] = Field(min_length=1)
