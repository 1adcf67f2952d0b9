"""A data table of data/ → the table of the document, with its bars if it asks for them."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from generator.compose.cells import of_figure, of_text, without_mark
from generator.document.charts import Grafica, Papel, Punto
from generator.document.nodes import Celda, Cifra, Columna, Grupo, Nota, Renglon, Tabla
from generator.model.cuadro import Barras, Cuadro, Fila
from generator.model.registro import Registro


def data_table(id_: str, cuadro: Cuadro, registro: Registro, institucion: str, n: int) -> Tabla:
    """The cuadro `id_` as the n-th table of a document."""
    maker = _Maker(id_, cuadro, registro, institucion)
    width = sum(columna.ancho for columna in cuadro.columnas)
    return Tabla(
        id=f"cuadro-{n}",
        numero=n,
        titulo=cuadro.titulo,
        pares=(),
        columnas=tuple(
            Columna(
                c.titulo, round(c.ancho * 100 / width, 2), c.tipo, c.grupo or "", fundida=c.fundida
            )
            for c in cuadro.columnas
        ),
        filas=maker.rows(None),
        totales=tuple(maker.row(fila) for fila in cuadro.renglones if fila.cierra),
        fuente=(cuadro.fuente or "").rstrip("."),
        grupos=tuple(
            Grupo(grupo.titulo, maker.rows(place)) for place, grupo in enumerate(cuadro.grupos)
        ),
        notas=tuple(Nota(mark, text) for mark, text in cuadro.notas.items()),
        marca=cuadro.marca or "",
        apaisada=cuadro.apaisado,
        sin_encabezado=cuadro.sin_encabezado,
        grafica=maker.bars(cuadro.grafica) if cuadro.grafica else None,
    )


class _Maker:
    def __init__(self, id_: str, cuadro: Cuadro, registro: Registro, institucion: str) -> None:
        self.id = id_
        self.cuadro = cuadro
        self.registro = registro
        self.institucion = institucion

    def rows(self, group: int | None) -> tuple[Renglon, ...]:
        """The rows of one group, merged cells joined; without group, those of the table."""
        own = [f for f in self.cuadro.renglones if f.grupo == group and not f.cierra]
        return tuple(_merged([self.row(fila) for fila in own], self.cuadro))

    def row(self, fila: Fila) -> Renglon:
        return tuple(self.cell(fila, place) for place in range(len(self.cuadro.columnas)))

    def cell(self, fila: Fila, place: int) -> Celda:
        address = f"cuadro.{self.id}.{fila.id}.{self.cuadro.columnas[place].id}"
        figure = self.registro.buscar(address, self.institucion)
        text = fila.celdas[place] if place < len(fila.celdas) else ""
        return of_figure(figure) if figure else of_text(text)

    def told(self, fila: Fila, name: str, names: list[str]) -> str:
        """The name of a bar; with its group, if another has the same."""
        if names.count(name) == 1 or fila.grupo is None:
            return name
        return f"{name} ({self.cuadro.grupos[fila.grupo].titulo})"

    def bars(self, barras: Barras) -> Grafica:
        places = {columna.id: n for n, columna in enumerate(self.cuadro.columnas)}
        label, value = places.get(barras.rotulo, 0), places.get(barras.columna, 0)
        rows = [fila for fila in self.cuadro.renglones if not fila.cierra]
        names = [without_mark(fila.celdas[label]) for fila in rows]
        unit = barras.unidad if barras.unidad == "%" else ""
        points = [
            _point(self.told(fila, name, names), self.cell(fila, value), unit)
            for fila, name in zip(rows, names, strict=True)
        ]
        return Grafica(
            id=f"barras-{self.id}",
            tipo="barras",
            titulo=barras.titulo,
            medida=barras.medida,
            unidad=barras.unidad or "",
            puntos=tuple(points),
            fuente=(self.cuadro.fuente or "").rstrip("."),
        )


def _point(label: str, cell: Celda, unit: str) -> Punto:
    shown = cell.contenido
    if not isinstance(shown, Cifra):
        return Punto(label, None, "")
    value = Decimal(shown.valor) if shown.valor else None
    role: Papel = "preliminar" if shown.estado == "p/" else "resultado"
    bare = value is None or shown.texto.endswith(unit)
    text = shown.texto if bare else f"{shown.texto}{unit}"
    return Punto(label, value, text, role, shown.direccion)


def joined(rows: list[Renglon], merged: tuple[bool, ...]) -> Iterator[Renglon]:
    """Rows whose equal neighbours in a column of `merged` cells are one; what tells rows apart
    must be in another column.
    """
    for place in (n for n, yes in enumerate(merged) if yes):
        head = 0
        for n, row in enumerate(rows):
            if n and row[place].texto and row[place].texto == rows[head][place].texto:
                rows[head] = _with(rows[head], place, rows[head][place].tramo + 1)
                rows[n] = (*row[:place], replace(row[place], tramo=0), *row[place + 1 :])
            else:
                head = n
    yield from rows


def _merged(rows: list[Renglon], cuadro: Cuadro) -> Iterator[Renglon]:
    """In a column of merged cells, an empty cell continues the one above."""
    for place, columna in enumerate(cuadro.columnas):
        head = 0
        for n, row in enumerate(rows):
            if not columna.fundida:
                continue
            empty = n > 0 and _is_empty(row[place])
            if empty:
                rows[head] = _with(rows[head], place, rows[head][place].tramo + 1)
                rows[n] = (*row[:place], replace(rows[head][place], tramo=0), *row[place + 1 :])
            else:
                head = n
    yield from rows


def _is_empty(cell: Celda) -> bool:
    return getattr(cell.contenido, "texto", "-") == ""


def _with(row: Renglon, place: int, span: int) -> Renglon:
    return (*row[:place], replace(row[place], tramo=span), *row[place + 1 :])
