"""Data tables: columns, rows as published, marks and source."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from generator.base.text import slug
from generator.model.valores import Escrito, Identificador, Modelo, Texto


def _cell(value: object) -> object:
    return "" if value is None else value


_CELL_JSON = {"type": ["string", "number", "null"]}
Celda = Annotated[str, BeforeValidator(_cell), WithJsonSchema(_CELL_JSON)]
"""As printed; empty where nothing was printed."""


class ColumnaCuadro(Modelo):
    id: Identificador = Field(description="Parte de la dirección de sus cifras")
    titulo: str = Field("", description="Como se publicó; vacío si no tiene")
    grupo: Texto | None = Field(None, description="Título que abarca varias columnas seguidas")
    tipo: Literal["texto", "cifra", "orden"] = "texto"
    ancho: float = Field(20, gt=0, description="Milímetros; se reparte en proporción")
    fundida: bool = Field(
        default=False, description="Las celdas vacías continúan la de arriba (celda fundida)"
    )


class GrupoFilas(Modelo):
    titulo: Texto
    filas: tuple[tuple[Celda, ...], ...] = Field(min_length=1)


class Barras(Modelo):
    """Bars of one column, drawn before the table."""

    titulo: Texto = Field(description="Lo que se halla, en una frase")
    medida: Texto = Field(description="Qué se mide, dónde y cuándo")
    columna: Identificador = Field(description="Id de la columna de cifras")
    rotulo: Identificador = Field(description="Id de la columna que nombra cada barra")
    unidad: Texto | None = None


@dataclass(frozen=True)
class Fila:
    """A row: its name in addresses, what names it, its cells and where they were written."""

    id: str
    nombre: str
    celdas: tuple[str, ...]
    loc: tuple[str | int, ...]
    grupo: int | None = None
    """Place of its group, if the table has them."""

    @property
    def cierra(self) -> bool:
        return self.loc == ("total",)


class Cuadro(Modelo):
    """data/<institución>/cuadros/<id>.yml; the file's name is its id."""

    titulo: Texto = Field(description="Como se publicó; si no tenía, uno que diga qué es")
    sin_titulo: bool = Field(default=False, description="El original no imprimió título")
    marca: Texto | None = Field(None, description="Llamada de nota del título: 1/")
    corte: Escrito = Field(description="Fecha o periodo de los datos")
    pagina: int | None = Field(None, description="Página del documento original")
    columnas: tuple[ColumnaCuadro, ...] = Field(min_length=1)
    sin_encabezado: bool = Field(default=False, description="No se imprime la fila de títulos")
    filas: tuple[tuple[Celda, ...], ...] = ()
    grupos: tuple[GrupoFilas, ...] = ()
    total: tuple[Celda, ...] | None = Field(None, description="La fila de cierre, como se publicó")
    notas: dict[Texto, Texto] = Field({}, description="Llamada y texto: 1/, *")
    fuente: Texto | None = Field(None, description="Como se publicó, sin la palabra Fuente")
    apaisado: bool = Field(default=False, description="En el PDF, a lo ancho de la hoja")
    grafica: Barras | None = None
    comprobar: tuple[Texto, ...] = Field(
        (),
        description="Lo que cumple cada fila, con los id de sus columnas: total = a + b",
    )
    nota: Texto | None = Field(None, description="Aclaración editorial para el sitio")

    @property
    def renglones(self) -> tuple[Fila, ...]:
        """Every row, the closing one last. A row is named by its first text cell (`total`, the
        closing one); a name that comes again gets a number.
        """
        seen: dict[str, int] = {}
        found = []
        for loc, cells in self._written():
            name = self._name(cells)
            id_ = "total" if loc == ("total",) else slug(name)[:50].strip("-") or "fila"
            seen[id_] = seen.get(id_, 0) + 1
            own = f"{id_}-{seen[id_]}" if seen[id_] > 1 else id_
            group = int(loc[1]) if loc[0] == "grupos" else None
            found.append(Fila(own, name, cells, loc, group))
        return tuple(found)

    def _written(self) -> Iterator[tuple[tuple[str | int, ...], tuple[str, ...]]]:
        for place, cells in enumerate(self.filas):
            yield ("filas", place), cells
        for order, grupo in enumerate(self.grupos):
            for place, cells in enumerate(grupo.filas):
                yield ("grupos", order, "filas", place), cells
        if self.total:
            yield ("total",), self.total

    def _name(self, cells: tuple[str, ...]) -> str:
        """The first words of a row, those of a cell of its own before those of a merged one."""
        pairs = list(zip(self.columnas, cells, strict=False))
        words = [(column, cell) for column, cell in pairs if column.tipo == "texto" and cell]
        own = (cell for column, cell in words if not column.fundida)
        return next(own, words[0][1] if words else "")
