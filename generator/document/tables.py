"""Tables and key-value pairs: cells, columns, groups of rows, notes."""

from dataclasses import dataclass, replace
from typing import ClassVar

from generator.document.charts import Grafica
from generator.document.prose import Cifra, Lista, Texto


@dataclass(frozen=True)
class Celda:
    """What a cell or a pair shows: words, one figure, or a list."""

    contenido: Texto | Cifra | Lista
    entero: str = ""
    """The part of a figure that closes at the right, so that columns align on the point…"""
    cola: str = ""
    """…and the part that follows: decimals, %, unit."""
    indicador: str = ""
    """Id of the indicator whose page the cell leads to."""
    marca: str = ""
    """Note mark that hangs from its words."""
    tras: str = ""
    """Words after the figure: (2018)."""
    tramo: int = 1
    """Rows that it spans; 0 when it continues the one above."""
    papel: str = ""
    """What it is in its row: `titulo`, `parte`, `total`, `cierre`, or nothing."""

    @property
    def texto(self) -> str:
        """Its words; nothing for a list."""
        return "" if isinstance(self.contenido, Lista) else self.contenido.texto


@dataclass(frozen=True)
class Par:
    rotulo: str
    celda: Celda


@dataclass(frozen=True)
class Columna:
    titulo: str
    ancho: float
    """Share of the table's width, in percent."""
    alineado: str
    grupo: str = ""
    """Title that spans it with its neighbours of the same group."""
    titular: bool = False
    """Its cells name their rows, whatever its place."""
    fundida: bool = False
    """Some of its cells span several rows."""


Renglon = tuple[Celda, ...]


@dataclass(frozen=True)
class Grupo:
    """Rows under a title of their own."""

    titulo: str
    filas: tuple[Renglon, ...]


@dataclass(frozen=True)
class Nota:
    """A note under a table: its mark and its words."""

    marca: str
    texto: str


@dataclass(frozen=True)
class Tabla:
    """A numbered table: key-value pairs fused with rows; either may be missing."""

    componente: ClassVar[str] = "tabla"
    id: str
    numero: int
    titulo: str
    pares: tuple[Par, ...]
    columnas: tuple[Columna, ...]
    filas: tuple[Renglon, ...]
    totales: tuple[Renglon, ...] = ()
    fuente: str = ""
    grupos: tuple[Grupo, ...] = ()
    """Instead of `filas`."""
    notas: tuple[Nota, ...] = ()
    marca: str = ""
    """Note mark of the title."""
    apaisada: bool = False
    """On paper, across a sheet turned on its side."""
    compacta: bool = False
    """On paper, in the letter of notes."""
    sin_encabezado: bool = False
    grafica: Grafica | None = None

    @property
    def todas(self) -> tuple[Renglon, ...]:
        """Every row, in order."""
        return (*self.filas, *(f for g in self.grupos for f in g.filas), *self.totales)

    @property
    def estados(self) -> tuple[str, ...]:
        """The states (NA, ND, p/) that its figures print, in that order."""
        contents = (celda.contenido for fila in self.todas for celda in fila)
        found = {c.estado for c in contents if isinstance(c, Cifra)}
        told = {nota.marca for nota in self.notas}
        return tuple(e for e in ("NA", "ND", "p/") if e in found and e not in told)

    @property
    def encabezado(self) -> tuple[tuple[str, int, int], ...]:
        """The upper row of titles: title, columns it spans, and place of the first one."""
        spans: list[tuple[str, int, int]] = []
        for place, columna in enumerate(self.columnas):
            last = spans[-1] if spans else ("", 0, 0)
            if columna.grupo and columna.grupo == last[0]:
                spans[-1] = (last[0], last[1] + 1, last[2])
            else:
                spans.append((columna.grupo, 1, place))
        return tuple(spans)

    @property
    def dos_niveles(self) -> bool:
        return any(columna.grupo for columna in self.columnas)

    def cola(self, columna: int) -> int:
        """Characters that the widest tail of a column takes."""
        return max((len(fila[columna].cola) for fila in self.todas), default=0)

    @property
    def columna_titular(self) -> int:
        """The column whose cells name their rows."""
        chosen = next((i for i, c in enumerate(self.columnas) if c.titular), None)
        if chosen is not None:
            return chosen
        named = (i for i, c in enumerate(self.columnas) if c.alineado == "texto" and not c.fundida)
        return next(named, 0)

    def nombra(self, fila: Renglon) -> tuple[int, ...]:
        """The columns whose cells name a row: where a merged cell covers several rows, the next
        one of words tells each from the others.
        """
        first = self.columna_titular
        chosen = {i for i, c in enumerate(self.columnas) if c.titular}
        if fila[first].tramo != 1:
            words = (i for i, c in enumerate(self.columnas) if c.alineado == "texto")
            first = next((i for i in words if i > first), first)
            chosen = set()
        return tuple(sorted({first, *chosen}))

    @property
    def lados(self) -> tuple["Tabla", ...]:
        """The table or, if several columns name its rows, one for each of its sides, without the
        rows that are empty there.
        """
        starts = [i for i, c in enumerate(self.columnas) if c.titular]
        if len(starts) < 2:
            return (self,)
        ends = (*starts[1:], len(self.columnas))
        return tuple(self._side(n, *pair) for n, pair in enumerate(zip(starts, ends, strict=True)))

    def _side(self, order: int, start: int, end: int) -> "Tabla":
        columns = self.columnas[start:end]
        rows = (row[start:end] for row in self.todas)
        return replace(
            self,
            id=f"{self.id}-{order + 1}",
            titulo=f"{self.titulo}: {columns[0].grupo}",
            columnas=tuple(replace(column, grupo="") for column in columns),
            filas=tuple(row for row in rows if any(cell.texto for cell in row)),
            totales=(),
            grupos=(),
        )

    @property
    def rotulo(self) -> str:
        return f"Cuadro {self.numero}"
