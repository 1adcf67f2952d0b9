"""The laws, norms and policies that a plan rests on."""

from typing import Literal

from pydantic import Field

from generator.model.valores import Escrito, Modelo, Texto


class Norma(Modelo):
    nombre: Texto = Field(description="Nombre oficial")
    clase: Literal["ley", "norma", "política"]
    siglas: Texto | None = None
    aprobada: Escrito | None = Field(None, description="Fecha, como se publicó: marzo 2023")
    publicada: Texto | None = Field(None, description="Dónde: Diario Oficial, número y tomo")
    emisor: Texto | None = Field(None, description="Quién la emitió o la oficializó")
    partes: tuple[Texto, ...] = Field((), description="Artículos o capítulos que se invocan")
    nota: Texto | None = Field(None, description="Aclaración editorial para el sitio")


class MarcoLegal(Modelo):
    """data/<institución>/marco-legal.yml, in the order of the document."""

    normas: tuple[Norma, ...] = Field(min_length=1)
