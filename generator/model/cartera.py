"""A portfolio of projects: what an institution has set out to do, group by group."""

from pydantic import Field

from generator.model.valores import Escrito, Identificador, Modelo, Texto


class ProyectoCartera(Modelo):
    """A project; its number is that of its place, all groups in a row."""

    numero: int | None = Field(
        None, ge=1, description="Como se publicó; sin él, el que le toca por su lugar"
    )
    nombre: Texto = Field(description="Nombre oficial")
    descripcion: Texto
    puntos: tuple[Texto, ...] = Field((), description="Lo que enumera tras su descripción: i), ii)")
    nota: Texto | None = Field(None, description="Aclaración editorial, en letra pequeña")


class GrupoProyectos(Modelo):
    """Who answers for them: a dirección, a programme, a secretaría."""

    id: Identificador = Field(description="Parte de la dirección de su cuenta")
    nombre: Texto
    proyectos: tuple[ProyectoCartera, ...] = Field(min_length=1)


class Cartera(Modelo):
    """data/<institución>/proyectos/<id>.yml, in the order of the document."""

    titulo: Texto
    corte: Escrito = Field(description="Fecha o periodo de la lista")
    fuente: Texto
    grupos: tuple[GrupoProyectos, ...] = Field(min_length=1)
