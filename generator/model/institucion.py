"""Who publishes: the institution, its identity and the units that answer for each figure."""

from typing import Literal

from pydantic import Field

from generator.model.valores import Color, Identificador, Modelo, Texto

Letra = Literal["Source Sans 3", "Source Serif 4"]


class ColorWeb(Modelo):
    """One colour of the site in its two modes."""

    claro: Color = Field(description="Sobre papel blanco")
    oscuro: Color = Field(description="Sobre fondo oscuro")


class IdentidadWeb(Modelo):
    acento: ColorWeb = Field(description="Enlaces y cifras; contraste de 4.5:1 o más")
    acento_tenue: ColorWeb = Field(description="Fondo de realce")
    banda: ColorWeb = Field(description="Banda de título, siempre con letra blanca; 7:1 o más")


class Identidad(Modelo):
    """What makes a publication recognisable; everything else is the same for all."""

    acento: Color = Field(
        description="Color de la institución; contraste de 7:1 o más sobre blanco"
    )
    segundo: Color = Field(description="Segundo color; contraste de 4.5:1 o más sobre blanco")
    marca: Texto = Field(description="Archivo SVG de la marca, en identidad/")
    trama: Texto = Field(description="Archivo SVG del dibujo de la portada, en identidad/")
    cabeza: Texto | None = Field(
        None, description="Lo que abre la cabeza de cada hoja, si no son las siglas"
    )
    letra_texto: Letra = Field("Source Sans 3", description="Letra del texto y de las tablas")
    letra_titulo: Letra = Field("Source Serif 4", description="Letra de los títulos")
    web: IdentidadWeb


class Institucion(Modelo):
    """data/<institución>/institucion.yml. The folder's name is its id."""

    nombre: Texto = Field(description="Nombre oficial completo")
    siglas: Texto
    descripcion: Texto = Field(description="A quién sirve, en una frase para el sitio")
    gobierno: Texto = Field(description="Gobierno o sector al que pertenece")
    pais: str = Field(pattern="^[A-Z]{2}$", description="País, ISO 3166-1: MX, SV")
    locale: Literal["es_MX", "es_SV"] = Field(description="Casa de estilo de cifras y fechas")
    moneda: str = Field(pattern="^[A-Z]{3}$", description="Moneda, ISO 4217: MXN, USD")
    identidad: Identidad


class UnidadResponsable(Modelo):
    id: Identificador
    nombre: Texto = Field(description="Nombre oficial, escrito una sola vez: aquí")


class Unidades(Modelo):
    """data/<institución>/unidades.yml"""

    unidades: tuple[UnidadResponsable, ...] = Field(min_length=1)
