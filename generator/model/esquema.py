"""The categories with which an evaluator judges: who defined them, and for which years."""

from typing import Literal

from pydantic import Field

from generator.model.semaforo import Forma, Vigencia
from generator.model.valores import Modelo, Texto

Figura = Forma | Literal["constante"]
"""The shapes of a semáforo, and that of what cannot be judged."""


class Cita(Modelo):
    """A document that defines part of the scheme."""

    define: Texto = Field(description="Qué categorías define")
    direccion: Texto = Field(pattern="^https://", description="Dónde se consulta")


class Categoria(Modelo):
    """A word of the scheme, and the shape and colour with which it is shown."""

    etiqueta: Texto = Field(description="Como se publica")
    forma: Figura = Field(description="Figura y color con que se muestra")
    columna: Texto | None = Field(None, description="Su encabezado en un cuadro, si es otro: NR")
    alcanza: bool | None = Field(None, description="Si quien la recibe alcanzó su meta")

    @property
    def titulo(self) -> str:
        """What heads its column."""
        return self.columna or self.etiqueta


class EsquemaCategorias(Modelo):
    """data/<institución>/esquemas/<id>.yml; each list in the order in which it is shown."""

    nombre: Texto
    fuente: tuple[Cita, ...] = Field(min_length=1, description="Documentos que lo definen")
    vigencia: Vigencia
    enfoques: tuple[Texto, ...] = Field(min_length=1)
    tipos: tuple[Texto, ...] = Field(min_length=1)
    calidades: tuple[Texto, ...] = Field(min_length=1)
    criterios: tuple[Texto, ...] = Field(min_length=1)
    cumplimientos: tuple[Categoria, ...] = Field(
        min_length=1, description="Del cumplimiento de la meta intermedia"
    )
    avances: tuple[Categoria, ...] = Field(
        min_length=1, description="Del avance de la meta sexenal"
    )
    nota: Texto | None = Field(None, description="Aclaración editorial")

    def cumplimiento(self, etiqueta: str) -> Categoria | None:
        return next((c for c in self.cumplimientos if c.etiqueta == etiqueta), None)

    def avance(self, etiqueta: str) -> Categoria | None:
        return next((c for c in self.avances if c.etiqueta == etiqueta), None)
