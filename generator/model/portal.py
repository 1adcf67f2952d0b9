"""data/portal.yml: the name and the words of the site that gathers the institutions."""

from pydantic import Field

from generator.model.valores import Modelo, Texto


class Destacada(Modelo):
    """A figure for the home page: the question it answers, and what it means."""

    cifra: Texto = Field(description="Dirección de la cifra")
    pregunta: Texto = Field(description="La pregunta que la cifra contesta")
    nota: Texto = Field(description="Qué es, en una frase")


class Portal(Modelo):
    nombre: Texto = Field(description="Cómo se llama el sitio")
    titular: Texto = Field(description="La frase grande de la página de inicio")
    entrada: Texto = Field(description="Qué se encuentra aquí, en una o dos frases")
    pie: Texto = Field(description="Quién publica y qué garantiza, al pie de cada página")
    ejemplos: tuple[Texto, ...] = Field((), description="Búsquedas que se sugieren")
    destacadas: tuple[Destacada, ...] = Field((), description="Las cifras de la portada")
