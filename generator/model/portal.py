"""data/portal.yml: the name and the words of the site that gathers the institutions."""

from pydantic import Field

from generator.model.valores import Modelo, Texto


class Portal(Modelo):
    nombre: Texto = Field(description="Cómo se llama el sitio")
    titular: Texto = Field(description="La frase grande de la página de inicio")
    entrada: Texto = Field(description="Qué se encuentra aquí, en una o dos frases")
    pie: Texto = Field(description="Quién publica y qué garantiza, al pie de cada página")
    ejemplos: tuple[Texto, ...] = Field((), description="Búsquedas que se sugieren")
    destacadas: tuple[Texto, ...] = Field((), description="Direcciones de las cifras de la portada")
