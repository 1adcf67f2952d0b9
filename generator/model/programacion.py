"""The year of a strategic plan: what each perspective starts and which dependencias measure it."""

from pathlib import PurePosixPath

from pydantic import Field

from generator.model.leido import Leido
from generator.model.valores import Anio, Dinero, Identificador, Modelo, Texto


class Proyecto(Modelo):
    """A project of the public investment programme."""

    codigo: Texto = Field(pattern=r"^[0-9A-Za-z-]+$", description='Entre comillas: "6744"')
    nombre: Texto = Field(description="Nombre oficial, como se publicó")
    monto: Dinero = Field(description="En la moneda de la institución")


class Iniciativa(Modelo):
    texto: Texto = Field(description="Como se publicó")
    acciones: tuple[Texto, ...] = ()
    proyectos: tuple[Proyecto, ...] = Field((), description="De inversión, si los lleva")
    total: Dinero | None = Field(
        None, description="El de sus proyectos, como se publicó; Pliego los suma"
    )
    nota: Texto | None = Field(None, description="Aclaración editorial para el sitio")


class DePerspectiva(Modelo):
    """What the year programmes under one perspective."""

    perspectiva: Identificador = Field(description="Id en el instrumento")
    iniciativas: tuple[Iniciativa, ...] = ()
    dependencias: tuple[Identificador, ...] = Field(
        (), description="Archivos de indicadores/<ejercicio>/, en el orden del documento"
    )


class Programacion(Modelo):
    """data/<institución>/programacion/<ejercicio>.yml"""

    ejercicio: Anio
    instrumento: Identificador = Field(description="El plan cuyas perspectivas se programan")
    perspectivas: tuple[DePerspectiva, ...] = Field(min_length=1)


def ejercicio(leido: Leido[Programacion]) -> int:
    """The year that the file's name says; what the file says, if its name is no year. Where they
    differ a rule tells it, once.
    """
    stem = PurePosixPath(leido.ruta).stem
    return int(stem) if stem.isdigit() else leido.valor.ejercicio
