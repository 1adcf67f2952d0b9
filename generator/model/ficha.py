"""The ficha de indicador, in the field's own terms.

Fields and their names follow the ficha of the SHCP's «Criterios para elaborar, dictaminar,
aprobar y dar seguimiento a los programas derivados del PND 2019-2024», with room for what the
CONEVAL (CREMAA, MIR level) and the state norms add.
"""

from typing import Literal

from pydantic import Field

from generator.model.dato import Dato, Serie
from generator.model.formula import Formula, Simbolo
from generator.model.instrumento import Alineacion
from generator.model.valores import Anio, Escrito, Identificador, Meta, Modelo, Texto

Sentido = Literal["Ascendente", "Descendente", "Constante"]
Tipo = Literal["Estratégico", "Gestión"]
Dimension = Literal["Eficacia", "Eficiencia", "Calidad", "Economía"]
NivelMir = Literal["Fin", "Propósito", "Componente", "Actividad"]


class LineaBase(Modelo):
    anio: Anio
    valor: Dato
    nota: Texto | None = None


class Componente(Modelo):
    """A datum that a variable is computed from."""

    id: Simbolo
    nombre: Texto
    valores: Serie


class Variable(Modelo):
    """A variable of the method: its values by year, or how they follow from its componentes."""

    id: Simbolo = Field(description="Cómo la nombra la fórmula: poblacion_adscrita")
    nombre: Texto = Field(description="Como se publicó")
    marca: Texto | None = Field(None, description="Llamada de nota del nombre: 1/")
    fuente: Texto = Field(description="Como se publicó")
    valores: dict[Anio, Dato] = Field({}, description="Año y valor, como se publicó")
    componentes: tuple[Componente, ...] = ()
    calculo: Formula | None = Field(None, description="Fórmula de sus componentes")
    decimales: int = Field(0, ge=0, le=6, description="De su valor calculado")
    impreso: dict[Anio, Escrito] = Field(
        {}, description="Lo que imprimió el original, si es otra cosa"
    )
    nota: Texto | None = None


class Metodo(Modelo):
    """Método de cálculo: as published, and as a formula of the variables."""

    texto: Texto = Field(description="Como se publicó")
    formula: Formula | None = Field(None, description="Con los id de las variables")
    nota: Texto | None = None


class Cremaa(Modelo):
    """CONEVAL's criteria of a good indicator, each with its justification."""

    claridad: Texto | None = None
    relevancia: Texto | None = None
    economia: Texto | None = None
    monitoreable: Texto | None = None
    adecuado: Texto | None = None
    aportacion_marginal: Texto | None = None


class ImpresoFicha(Modelo):
    """What the original printed, kept to be compared with what is computed."""

    sustitucion: dict[Anio, Escrito] = Field({}, description="Sustitución en el método, por año")
    resumen: dict[Texto, Escrito] = Field(
        {}, description="Celdas del cuadro resumen que dicen otra cosa: nombre, 2024…"
    )
    objetivo: Texto | None = Field(
        None, description="El objetivo, si la ficha lo imprimió distinto"
    )


class Ficha(Modelo):
    """data/<institución>/fichas/<id>.yml; the file's name is its id, permanent."""

    clave: Texto = Field(description='Número con que se publica: "1.1"')
    rol: Texto = Field(description="Meta para el bienestar, Parámetro 1, Indicador…")
    nombre: Texto = Field(description="Nombre oficial, como se publicó, sin la clave")
    instrumento: Identificador
    objetivo: int = Field(ge=1, description="Número del objetivo en el instrumento")
    definicion: Texto
    nivel_desagregacion: Texto
    periodicidad: Texto = Field(description="Periodicidad o frecuencia de medición")
    tipo: Tipo
    acumulado: Literal["Acumulado", "Periódico"]
    unidad_medida: Texto
    periodo_recoleccion: Texto
    dimension: Dimension
    disponibilidad: Texto = Field(description="Disponibilidad de la información")
    sentido: Sentido = Field(description="Tendencia esperada")
    unidad_responsable: Identificador = Field(description="Id en unidades.yml")
    metodo: Metodo
    observaciones: Texto | None = Field(None, description="Como se publicaron")
    linea_base: LineaBase
    metas: dict[Anio, Meta] = Field(min_length=1, description="Intermedias y final: año y meta")
    nota_meta: Texto | None = None
    serie: Serie
    cortes: dict[Anio, Texto] = Field(
        {},
        description="Hasta cuándo llega un resultado que no abarca todo su periodo: Junio de 2024",
    )
    variables: tuple[Variable, ...] = ()
    notas: dict[Texto, Texto] = Field({}, description="Llamada y texto: p/, 1/")
    nivel_mir: NivelMir | None = None
    medios_verificacion: tuple[Texto, ...] = ()
    supuestos: tuple[Texto, ...] = ()
    alineacion: tuple[Alineacion, ...] = ()
    cremaa: Cremaa | None = None
    semaforizacion: Identificador | None = Field(None, description="Id de un esquema de semaforos/")
    impreso: ImpresoFicha = ImpresoFicha()
    nota: Texto | None = Field(None, description="Aclaración editorial para el sitio")

    @property
    def meta_final(self) -> int:
        """The year of the last target."""
        return max(self.metas)
