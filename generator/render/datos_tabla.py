"""A table of open data: its columns, its keys and its rows, before any format.

Cells hold what is published: text, whole numbers, yes or no, and decimals and days as text, so that
no format can round them. None is an empty cell. The shape is that of a Table Schema (Frictionless
Data): types, primary key and foreign keys.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

Tipo = Literal["texto", "entero", "anio", "decimal", "fecha", "logico"]
Valor = str | int | bool | None
Fila = tuple[Valor, ...]


@dataclass(frozen=True)
class Campo:
    """A column: its name, what it holds and what it means, in Spanish."""

    nombre: str
    descripcion: str
    tipo: Tipo = "texto"
    obligatorio: bool = False
    valores: tuple[str, ...] = ()
    """The only ones that it admits, if they are few."""


@dataclass(frozen=True)
class Llave:
    """Columns whose values are those of a row of another table, or of this one."""

    campos: tuple[str, ...]
    tabla: str
    otros: tuple[str, ...]


@dataclass(frozen=True)
class Tabla:
    """`nombre` is that of its files; `grupo`, of the folder that holds them, or nothing."""

    nombre: str
    titulo: str
    descripcion: str
    campos: tuple[Campo, ...]
    clave: tuple[str, ...]
    filas: tuple[Fila, ...]
    llaves: tuple[Llave, ...] = ()
    grupo: str = ""
    fuente: str = ""

    @property
    def ruta(self) -> str:
        """Its path without the ending: `cifras`, `cuadros/imss/solicitudes-oncologia`."""
        return f"{self.grupo}/{self.nombre}" if self.grupo else self.nombre

    @property
    def id(self) -> str:
        """A name that no other table has: that of its resource."""
        return self.ruta.replace("/", "-")

    @property
    def columnas(self) -> tuple[str, ...]:
        return tuple(campo.nombre for campo in self.campos)

    def de(self, institucion: str) -> "Tabla":
        """Its rows of one institution; without the ties to rows of another."""
        place = self.columnas.index("institucion")
        rows = tuple(fila for fila in self.filas if fila[place] == institucion)
        return replace(self, filas=rows)

    def por(self, columna: str) -> dict[str, "Tabla"]:
        """Value of a column → the table with its rows only."""
        place, found = self.columnas.index(columna), dict[str, list[Fila]]()
        for fila in self.filas:
            found.setdefault(str(fila[place]), []).append(fila)
        return {value: replace(self, filas=tuple(rows)) for value, rows in found.items()}

    def dichos(self) -> tuple[dict[str, Valor], ...]:
        """Each row as column → value."""
        names = self.columnas
        return tuple(dict(zip(names, fila, strict=True)) for fila in self.filas)


def filled(rows: Iterable[tuple[Valor, ...]]) -> tuple[Fila, ...]:
    """The rows with None where a text is empty."""
    return tuple(tuple(None if value == "" else value for value in row) for row in rows)


def joined(words: Iterable[str], sign: str = "; ") -> str:
    """Several texts in one cell, each once."""
    return sign.join(dict.fromkeys(word for word in words if word))


INSTITUCION = Campo("institucion", "Clave de la institución", obligatorio=True)
PAGINA = Campo("pagina", "Página del sitio que lo explica, desde la raíz del sitio")
A_INSTITUCION = Llave(("institucion",), "instituciones", ("institucion",))
_UNIDAD = ("institucion", "unidad_responsable")
A_UNIDAD = Llave(_UNIDAD, "unidades", _UNIDAD)
A_CIFRA = Llave(("direccion",), "cifras", ("direccion",))
A_INDICADOR = Llave(("indicador",), "indicadores", ("indicador",))
