"""data/portal.yml: the name and the words of the site that gathers the institutions."""

from typing import Literal

from pydantic import Field

from generator.model.institucion import ColorWeb
from generator.model.valores import Identificador, Modelo, Texto

Constructor = Literal["mkdocs-material", "zensical"]


class Destacada(Modelo):
    """A figure for the home page: the question it answers, and what it means."""

    cifra: Texto = Field(description="Dirección de la cifra")
    pregunta: Texto = Field(description="La pregunta que la cifra contesta")
    nota: Texto = Field(description="Qué es, en una frase")


class IdentidadPortal(Modelo):
    """The face of the portal itself; each institution's pages keep their own accents."""

    marca: Texto | None = Field(
        None, description="Archivo SVG de la marca, en data/, junto a portal.yml"
    )
    acento: ColorWeb = Field(description="Enlaces y cifras; contraste de 4.5:1 o más")
    acento_tenue: ColorWeb = Field(description="Fondo de realce")
    banda: ColorWeb = Field(
        description="Encabezado, portada y pie, siempre con letra blanca; 7:1 o más"
    )
    realce: ColorWeb = Field(description="Filetes y señales sobre la banda; 3:1 o más")


class Licencia(Modelo):
    """Under which terms the open data may be used."""

    clave: Texto = Field(pattern=r"^[A-Za-z0-9.-]+$", description="Identificador SPDX: CC-BY-4.0")
    nombre: Texto = Field(description="Como se lee: CC BY 4.0")
    direccion: Texto = Field(pattern="^https://", description="Dónde se consulta su texto")


class PaginaPropia(Modelo):
    """A page that the portal writes itself: content/portal/<id>.md."""

    id: Identificador = Field(description="Su dirección en el sitio, y el nombre de su archivo")
    titulo: Texto = Field(description="Como se lee en la página y al pie del sitio")
    descripcion: Texto = Field(description="De qué trata, en una frase, para los buscadores")


class Portal(Modelo):
    nombre: Texto = Field(description="Cómo se llama el sitio")
    titular: Texto = Field(description="La frase grande de la página de inicio")
    entrada: Texto = Field(description="Qué se encuentra aquí, en una o dos frases")
    pie: Texto = Field(description="Quién publica y qué garantiza, al pie de cada página")
    direccion: str | None = Field(
        None, pattern=r"^https?://[^\s]+/$", description="Dónde se publica el sitio; acaba en /"
    )
    aviso: Texto | None = Field(
        None, description="Una frase que se lee arriba de cada página: muestra, veda, mantenimiento"
    )
    contacto: str | None = Field(
        None,
        pattern=r"^[^\s@?&<>\"]+@[^\s@?&<>\"]+\.[^\s@?&<>\"]+$",
        description="Correo al que un lector avisa de un error",
    )
    identidad: IdentidadPortal | None = Field(
        None,
        description="Marca y colores del portal; sin ella, si publica una sola institución son "
        "los suyos",
    )
    ejemplos: tuple[Texto, ...] = Field((), description="Búsquedas que se sugieren")
    destacadas: tuple[Destacada, ...] = Field((), description="Las cifras de la portada")
    paginas: tuple[PaginaPropia, ...] = Field(
        (),
        description="Páginas propias, que se enlazan al pie: acerca del sitio, accesibilidad, "
        "privacidad; el texto de cada una está en content/portal/<id>.md",
    )
    licencia: Licencia | None = Field(None, description="La de los datos abiertos")
    constructor: Constructor = Field(
        "mkdocs-material", description="Programa que arma las páginas; salen iguales con los dos"
    )
