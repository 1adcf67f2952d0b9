"""A board of indicators: which ones, in what order, as of which day, and by which semáforo.

The board holds no value: results, targets and baselines are those of its indicators.
"""

from typing import Literal

from pydantic import Field

from generator.model.valores import Anio, Dia, Escrito, Identificador, Modelo, Texto

Eje = Literal["rubro", "perspectiva", "objetivo", "actividad"]
"""What the rows of a board are gathered by."""


class Rubro(Modelo):
    nombre: Texto = Field(description="Como se publicó")
    indicadores: tuple[Identificador, ...] = Field(
        (), description="Ids de fichas/ o de indicadores/, en el orden del tablero"
    )
    pendientes: tuple[Texto, ...] = Field(
        (), description="Los que la fuente nombra y ningún dato publicado alimenta"
    )


class Tablero(Modelo):
    """data/<institución>/tableros/<id>.yml"""

    nombre: Texto
    descripcion: Texto = Field(description="Qué enseña, en una frase")
    periodo: Escrito = Field(description="El del programa o ejercicio que mide: 2020-2024")
    corte: Dia = Field(description="Día en que se cerró; contra él se mide la edad de un dato")
    por: Eje = Field(description="Qué reúne sus filas")
    instrumento: Identificador | None = Field(
        None, description="Si es por objetivo: archivo de instrumentos/"
    )
    ejercicio: Anio | None = Field(None, description="Si es por perspectiva o por actividad")
    rubros: tuple[Rubro, ...] = Field((), description="Si es por rubro")
    fuente: Texto | None = Field(
        None, description="De dónde sale la lista de sus grupos, con su página"
    )
    clasificacion: Texto | None = Field(
        None, description="Quién repartió los indicadores entre los rubros, si no fue la fuente"
    )
    semaforo: Identificador | None = Field(
        None, description="Archivo de semaforos/; sin él no hay etiquetas"
    )
