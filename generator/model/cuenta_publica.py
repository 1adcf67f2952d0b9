"""Accounts of two sides: income and expenditure, in trees whose subtotals must add and balance."""

from collections.abc import Iterator

from pydantic import Field

from generator.model.dato import Dato
from generator.model.valores import Escrito, Identificador, Modelo, Texto


class Rubro(Modelo):
    """A line and, if any, those it is made of."""

    id: Identificador = Field(description="Parte de la dirección de su cifra")
    nombre: Texto = Field(description="Como se publicó")
    valor: Dato | None = Field(
        None, description="Como se publicó; el de un rubro con partes se puede omitir"
    )
    partes: tuple["Rubro", ...] = ()
    nota: Texto | None = Field(
        None, description="Aclaración editorial; la de un ND sale también bajo el cuadro"
    )

    @property
    def todos(self) -> Iterator["Rubro"]:
        """Itself and what it is made of."""
        yield self
        for parte in self.partes:
            yield from parte.todos


class Capitulo(Modelo):
    """Rubros under a title, closed by their total."""

    id: Identificador
    titulo: Texto
    cierre: Texto = Field(description="Cómo se llama su total: Total ingresos corrientes")
    total: Dato | None = Field(None, description="Como se publicó; Pliego suma los rubros")
    rubros: tuple[Rubro, ...] = Field(min_length=1)


class Lado(Modelo):
    id: Identificador = Field(description="ingresos, egresos")
    titulo: Texto
    encabezado: Texto = Field(description="Sobre la columna de nombres: Fuentes")
    total: Dato | None = Field(None, description="Como se publicó; Pliego suma los capítulos")
    capitulos: tuple[Capitulo, ...] = Field(min_length=1)


class CuentaPublica(Modelo):
    """data/<institución>/cuentas/<id>.yml; its two sides must balance."""

    titulo: Texto
    unidad: Texto = Field(description="En qué se expresa: millones de dólares")
    corte: Escrito = Field(description="Ejercicio o periodo")
    cierre: Texto = Field("Totales", description="Cómo se llama la última fila")
    fuente: Texto | None = Field(None, description="Sin la palabra Fuente")
    lados: tuple[Lado, ...] = Field(min_length=2, max_length=2)
