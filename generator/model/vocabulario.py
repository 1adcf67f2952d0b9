"""The words a document explains at its end: glossary, and siglas y abreviaturas."""

from pydantic import Field

from generator.model.valores import Modelo, Texto


class Termino(Modelo):
    termino: Texto
    definicion: Texto


class Glosario(Modelo):
    """data/<institución>/glosario.yml, in the order of the document."""

    terminos: tuple[Termino, ...] = Field(min_length=1)


class Sigla(Modelo):
    sigla: Texto
    significado: Texto = Field(description="Nombre oficial completo, como se publicó")
    nota: Texto | None = None


class EnDesuso(Modelo):
    """Words that the institution no longer writes, and those that take their place."""

    dice: Texto = Field(description="Como ya no se escribe: DF Norte")
    debe: Texto = Field(description="Como se escribe: CDMX Norte")
    nota: Texto | None = Field(None, description="Por qué")


class Siglas(Modelo):
    """data/<institución>/siglas.yml, in the order of the document."""

    siglas: tuple[Sigla, ...] = Field(min_length=1)
    nombres: tuple[Texto, ...] = Field(
        (), description="Palabras en mayúsculas que son nombres propios y no se explican"
    )
    en_desuso: tuple[EnDesuso, ...] = Field(
        (), max_length=200, description="Nombres y palabras que ya no se usan, con los que valen"
    )
