"""layout.yml: a document type as data — its sections, what each takes and how it is shown.

In texts, `{ruta}` stands for a name of the scope (`{actividad.nombre}`). In `cifra`, the text
is the address of a figure. `por_cada` is «nombre en ruta» and opens a scope for each item.
"""

from typing import Literal

from pydantic import Field

from generator.model.valores import Identificador, Modelo, Texto

Numeracion = Literal["romana", "arabiga", "decimal", "ninguna"]
Alineado = Literal["texto", "orden", "cifra"]


class Valor(Modelo):
    """What a cell or a pair shows: a text, or a figure by its address and a text after it."""

    texto: Texto | None = None
    cifra: Texto | None = None
    formato: Texto | None = Field(None, description="De la cifra: moneda, millones…")


class Par(Valor):
    """Label and value of a key-value block."""

    rotulo: Texto
    por_cada: Texto | None = None
    si: Texto | None = Field(None, description="Ruta: el par sale si tiene algo")


class Columna(Valor):
    por_cada: Texto | None = Field(None, description="«nombre en ruta»: una columna por elemento")
    titulo: Texto
    grupo: Texto | None = Field(None, description="Título que abarca varias columnas seguidas")
    ancho: float = Field(gt=0, description="Milímetros; se reparte en proporción")
    alineado: Alineado = "texto"
    enlace: Texto | None = Field(None, description="Ruta del indicador al que lleva la celda")
    si: Texto | None = Field(None, description="Ruta: la columna sale si tiene algo")
    fundida: bool = Field(
        default=False, description="Celdas iguales y seguidas se unen en una sola"
    )
    papel: Texto | None = Field(
        None, description="Ruta de lo que la celda es en su fila: total, parte, titulo"
    )
    nombra: bool = Field(default=False, description="Sus celdas son el nombre de la fila")


class Total(Modelo):
    """A closing row of a table; its cells follow the columns."""

    por_cada: Texto | None = None
    celdas: tuple[Valor, ...] = Field(min_length=1)


class Bloque(Modelo):
    """One component of a section."""

    componente: Identificador
    por_cada: Texto | None = None
    si: Texto | None = Field(None, description="Ruta: sale si tiene algo; «no ruta», si no")
    titulo: Texto | None = Field(None, description="De un cuadro; Pliego lo numera")
    pares: tuple[Par, ...] = ()
    filas: Texto | None = Field(None, description="«nombre en ruta»: una fila por elemento")
    columnas: tuple[Columna, ...] = ()
    grupo: Texto | None = Field(None, description="Título de las filas seguidas que lo comparten")
    totales: tuple[Total, ...] = ()
    fuente: Texto | None = Field(None, description="Ruta de las unidades que se citan")
    notas: Texto | None = Field(None, description="Ruta de las notas: llamada y texto")
    narrativa: Texto | None = Field(
        None, description="Archivo .md, si el bloque es «narrativa»: texto tras un cuadro"
    )
    apaisado: bool = Field(default=False, description="En el PDF, a lo ancho de la hoja")
    compacto: bool = Field(default=False, description="En el PDF, en letra de nota")
    datos: dict[Texto, Texto] = Field({}, description="Nombre en la plantilla → ruta")


class Seccion(Modelo):
    id: Texto = Field(description="De la página y de los enlaces; admite {ruta}")
    titulo: Texto
    numero: Texto | None = Field(None, description="Si no es de la serie: «{actividad.clave}»")
    rotulo: Texto | None = Field(None, description="Cuelga antes del título: «Estrategia 1.1»")
    numeracion: Numeracion = "ninguna"
    por_cada: Texto | None = None
    pagina: bool = Field(default=False, description="Tiene página propia en el sitio")
    nueva_hoja: bool = Field(default=False, description="Empieza hoja en el PDF")
    portadilla: bool = Field(default=False, description="En el PDF, una hoja propia la anuncia")
    estilo: Identificador | None = Field(None, description="Clase de la hoja de estilo")
    en_indice: bool = Field(default=True, description="Sale en el índice del PDF")
    narrativa: Texto | None = Field(None, description="Archivo .md de la carpeta del documento")
    bloques: tuple[Bloque, ...] = ()
    secciones: tuple["Seccion", ...] = ()


class TipoDocumento(Modelo):
    """layouts/<tipo>/layout.yml"""

    nombre: Texto
    clase: Texto = Field(description="Cómo se anuncia en el sitio: Plan institucional")
    descripcion: Texto
    se_aprueba: bool = Field(
        default=False, description="Es un borrador hasta que un acuerdo aprueba su edición"
    )
    de_acuerdos: bool = Field(
        default=False, description="Es la minuta de los acuerdos que se le den"
    )
    preliminares: tuple[Bloque, ...] = Field((), description="Portada, portada interior, índice")
    secciones: tuple[Seccion, ...] = Field(min_length=1)
