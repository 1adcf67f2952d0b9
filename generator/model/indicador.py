"""Indicators of an actividad or of a dependencia, with their yearly metas."""

from typing import Any, Literal

from pydantic import ConfigDict, Field, model_validator

from generator.model.valores import Anio, Escrito, Identificador, Meta, Modelo, Texto

Clase = Literal["resultado", "produccion"]
"""What is achieved, or how much is done."""


class Impreso(Modelo):
    """What the official document printed where it differs from the data."""

    unidad_responsable: Texto | None = Field(
        None, description="El nombre de la unidad tal como se imprimió"
    )


def _optional_unit(schema: dict[str, Any]) -> None:
    """Rows may leave the unit to their file."""
    schema["required"].remove("unidad_responsable")


class Indicador(Modelo):
    model_config = ConfigDict(json_schema_extra=_optional_unit)

    id: Identificador = Field(description="Permanente: se cita en textos y direcciones")
    nombre: Texto = Field(description="Nombre oficial, como se publicó")
    unidad_responsable: Identificador = Field(
        description="Id en unidades.yml; si no se dice, la del archivo"
    )
    clase: Clase | None = Field(None, description="Mide lo que se logra o lo que se hace")
    grupo: Texto | None = Field(None, description="Título bajo el que va, como se publicó")
    detalle: Texto | None = Field(
        None, description="Lo que lo distingue de otro del mismo nombre: Prestación de calzado"
    )
    metodo: Texto | None = Field(None, description="Cómo se calcula, como se publicó")
    unidad_medida: Texto | None = Field(None, description="Qué se cuenta: Egreso, Receta")
    estandar: Escrito | None = Field(None, description="Estándar de programa: 85%, 5 POR AÑO")
    suma: tuple[Identificador, ...] = Field(
        (), description="Ids de los indicadores de los que es el total"
    )
    metas: dict[Anio, Meta] = Field(
        {}, description="Meta de cada año, como se publica; la de un total se puede omitir"
    )
    impreso: Impreso = Impreso()
    nota: Texto | None = Field(None, description="Aclaración editorial para el sitio")


class Encabezados(Modelo):
    """The title of the column of metas in each table, as printed."""

    resultado: Texto | None = None
    produccion: Texto | None = None


class Indicadores(Modelo):
    """data/<institución>/indicadores/<ejercicio>/<archivo>.yml; the order is the N.º

    The file is named by its actividad (`287`) or by its dependencia (`gerencia-salud`).
    """

    ejercicio: Anio
    actividad: Texto | None = Field(None, description='Clave de la actividad o proyecto: "287"')
    dependencia: Identificador | None = Field(
        None, description="Dependencia de la programación de metas; el nombre del archivo"
    )
    titulo: Texto | None = Field(
        None, description="De la dependencia, si no es el nombre de su unidad responsable"
    )
    unidad_responsable: Identificador | None = Field(
        None, description="La de los indicadores que no dicen otra"
    )
    fuente: tuple[Identificador, ...] = Field(
        min_length=1, description="Unidades que responden por la información"
    )
    encabezados: Encabezados = Encabezados()
    indicadores: tuple[Indicador, ...] = Field(min_length=1)

    @property
    def de(self) -> str:
        """The clave of its actividad or the id of its dependencia: the file's name."""
        return self.actividad or self.dependencia or ""

    @model_validator(mode="before")
    @classmethod
    def _with_unit(cls, data: Any) -> Any:
        """Each row with the file's unit, if it names none of its own."""
        if not isinstance(data, dict) or not isinstance(data.get("indicadores"), list | tuple):
            return data
        unit = data.get("unidad_responsable")
        if unit is None:
            return data
        rows = [
            {"unidad_responsable": unit, **row} if isinstance(row, dict) else row
            for row in data["indicadores"]
        ]
        return {**data, "indicadores": rows}
