"""The follow-up of a programme: its objectives, their indicators, and how each is judged.

What an evaluator assigned (enfoque, calidad, categories) is data, in the words of a scheme; what
the source lost is ND, and a note says so.
"""

from typing import Literal

from pydantic import Field

from generator.model.dato import Serie
from generator.model.ficha import Sentido
from generator.model.valores import Escrito, Identificador, Modelo, Texto

PERDIDO = "ND"
"""Stands for what the source lost."""
TOTAL = "Total general"
"""Heads the totals of a printed distribution."""

SentidoLeido = Sentido | Literal["ND"]
Marca = Literal["✓", "⚠"]
Cambio = Literal["Aumenta", "Disminuye", "Se mantiene"]


class Rasgos(Modelo):
    """What kind of indicator it is, which way it should go, and how good it is."""

    tipo: Texto = Field(description="Del esquema; ND si la fuente no lo conserva")
    sentido: SentidoLeido
    calidad: Texto = Field(description="Asignada por quien evalúa; ND si no se conserva")


class RasgosSueltos(Rasgos):
    """Characteristics that were printed and that nobody can tell to which indicator belong."""

    de: tuple[Texto, ...] = Field(min_length=2, description="Claves entre las que está su dueño")


class ImpresoIndicador(Modelo):
    """What the original printed, where it is not the word of the scheme."""

    tipo: Texto | None = None
    calidad: Texto | None = None
    cumplimiento_intermedia: Texto | None = None
    avance_sexenal: Texto | None = None


class IndicadorSeguido(Rasgos):
    clave: Texto = Field(pattern=r"^[0-9]+(\.[0-9]+)*$", description='Entre comillas: "1.1"')
    nombre: Texto = Field(description="Nombre oficial, como se publicó")
    enfoque: Texto = Field(description="Del esquema; ND si la fuente no lo conserva")
    criterios: dict[Texto, Marca] = Field(
        {}, description="Criterio y ✓ (lo cumple) o ⚠ (por mejorar); vacío, si no se conservan"
    )
    serie: Serie | None = Field(None, description="Para la tendencia, si se conserva")
    cumplimiento_intermedia: Texto = Field(description="Categoría del esquema")
    avance_sexenal: Texto = Field(description="Categoría del esquema")
    cambio: Cambio | None = Field(None, description="Lo que el texto dice de su valor, si lo dice")
    impreso: ImpresoIndicador = ImpresoIndicador()
    nota: Texto | None = Field(None, description="Aclaración editorial")


class ObjetivoSeguido(Modelo):
    numero: int = Field(ge=1)
    texto: Texto = Field(description="Como se publicó, sin su número")
    enfoque: Texto = Field(PERDIDO, description="Del esquema; ND si la fuente no lo conserva")
    indicadores: tuple[IndicadorSeguido, ...] = Field(min_length=1)
    sueltos: tuple[RasgosSueltos, ...] = ()
    hallazgos: tuple[Texto, ...] = Field((), description="Un párrafo cada uno")


class ImpresoSeguimiento(Modelo):
    distribucion: dict[Texto, dict[Texto, Escrito]] = Field(
        {}, description="Enfoque → avance → celda como se publicó: 0 · 5, 33%"
    )


class Seguimiento(Modelo):
    """data/<institución>/seguimientos/<id>.yml"""

    programa: Texto = Field(description="El programa evaluado, como se publicó")
    periodo: Escrito = Field(description="Años cuyos avances se evalúan")
    esquema: Identificador = Field(description="Archivo de esquemas/")
    objetivos: tuple[ObjetivoSeguido, ...] = Field(min_length=1)
    impreso: ImpresoSeguimiento = ImpresoSeguimiento()
    perdidos: tuple[Texto, ...] = Field((), description="Lo que la fuente no conserva, dicho")

    @property
    def indicadores(self) -> tuple[IndicadorSeguido, ...]:
        return tuple(i for o in self.objetivos for i in o.indicadores)
