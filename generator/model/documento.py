"""documento.yml: which document is made, of which type, with which sections."""

import re
from datetime import date

from pydantic import Field

from generator.model.valores import Anio, Identificador, Modelo, Texto


class Edicion(Modelo):
    """The publication of a document: its number and its date."""

    numero: int = Field(1, ge=1)
    fecha: date
    cambios: Texto | None = Field(None, description="Qué cambia respecto de la anterior")


class EdicionAnterior(Modelo):
    """An edition that another one took the place of; it can still be read."""

    numero: int = Field(ge=1)
    fecha: date
    cambios: Texto | None = Field(None, description="Qué cambió respecto de la anterior")
    pdf: Texto | None = Field(
        None,
        pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*\.pdf$",
        description="Su PDF, guardado junto a documento.yml: edicion-1.pdf",
    )


class ImpresoDocumento(Modelo):
    """What the original printed of its own outline, to be audited."""

    indice: tuple[Texto, ...] = Field((), description="Las entradas del índice, con su número")
    encabezados: tuple[Texto, ...] = Field((), description="Los títulos del cuerpo, con su número")


class Tema(Modelo):
    """A heading of an apartado: its text and, if it says so, a list of projects."""

    id: Identificador = Field(description="De los enlaces y de su archivo de texto")
    titulo: Texto
    proyectos: Identificador | None = Field(
        None, description="Archivo de proyectos/ que se enumera tras su texto"
    )


class Apartado(Modelo):
    id: Identificador = Field(description="De su página, de su texto y de su carpeta de textos")
    titulo: Texto
    temas: tuple[Tema, ...] = ()


class Capitulo(Modelo):
    """The chapter that the document is, and its outline."""

    numero: Texto = Field(description="Como se publicó: XII")
    titulo: Texto
    apartados: tuple[Apartado, ...] = Field(min_length=1)


class Documento(Modelo):
    """content/<institución>/<documento>/documento.yml"""

    tipo: Identificador = Field(description="Carpeta de layouts/")
    titulo: Texto
    asunto: Texto = Field(description="De qué trata, en una frase: metadatos y sitio")
    elabora: Texto | None = Field(None, description="La unidad que lo elaboró, para la portada")
    periodo: Texto | None = Field(None, description="El que abarca, si no es el ejercicio")
    ejercicio: Anio
    edicion: Edicion
    anteriores: tuple[EdicionAnterior, ...] = Field(
        (), description="Las ediciones que ésta sustituye, la más reciente primero"
    )
    instrumentos: tuple[Identificador, ...] = Field((), description="En el orden del documento")
    capitulo: Capitulo | None = Field(None, description="Si el documento es uno, con sus partes")
    secciones: tuple[Identificador, ...] = Field(
        (), description="Las del tipo que se incluyen; todas, si no se dice"
    )
    acuerdo: Identificador | None = Field(
        None, description="El que comunica el documento: archivo de aprobaciones/"
    )
    seguimiento: Identificador | None = Field(
        None, description="El que publica el documento: archivo de seguimientos/"
    )
    acuerdos: tuple[Identificador, ...] = Field(
        (), description="Los que reúne una minuta: archivos de acuerdos/; todos, si no se dice"
    )
    tablero: Identificador | None = Field(
        None, description="El que publica el documento: archivo de tableros/"
    )
    impreso: ImpresoDocumento = ImpresoDocumento()

    @property
    def anios(self) -> range:
        """The years whose figures it may cite: its own or, if it tells of a period, those up to
        the last one that the period names.
        """
        named = [int(year) for year in re.findall(r"\b(?:19|20)[0-9]{2}\b", self.periodo or "")]
        return range(1900, max(named) + 1) if named else range(self.ejercicio, self.ejercicio + 1)
