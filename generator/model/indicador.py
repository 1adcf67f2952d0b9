"""Indicators of an actividad, with their yearly metas."""

from pydantic import Field

from generator.model.valores import Anio, Identificador, Meta, Modelo, Texto


class Impreso(Modelo):
    """What the official document printed where it differs from the data."""

    unidad_responsable: Texto | None = Field(
        None, description="El nombre de la unidad tal como se imprimió"
    )


class Indicador(Modelo):
    id: Identificador = Field(description="Permanente: se cita en textos y direcciones")
    nombre: Texto = Field(description="Nombre oficial, como se publicó")
    unidad_responsable: Identificador = Field(description="Id en unidades.yml")
    metas: dict[Anio, Meta] = Field(min_length=1, description="Meta de cada año, como se publica")
    impreso: Impreso = Impreso()
    nota: Texto | None = Field(None, description="Aclaración editorial para el sitio")


class Indicadores(Modelo):
    """data/<institución>/indicadores/<ejercicio>/<actividad>.yml; the order is the N.º"""

    ejercicio: Anio
    actividad: Texto = Field(description='Clave de la actividad o proyecto: "287"')
    fuente: tuple[Identificador, ...] = Field(
        min_length=1, description="Unidades que responden por la información"
    )
    indicadores: tuple[Indicador, ...] = Field(min_length=1)
