"""Tables and key-value pairs: rows taken from the data, figures taken from the register."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from generator.compose.cells import of_figure, of_text
from generator.compose.cuadros import data_table, joined
from generator.compose.scope import PathError, Scope
from generator.document.nodes import Celda, Columna, Grupo, Nota, Par, Tabla
from generator.model import tipo
from generator.model.cuadro import Cuadro
from generator.model.formatos import FORMATOS, Unfit
from generator.model.institucion import UnidadResponsable
from generator.model.registro import Cifra as Figure
from generator.model.registro import Registro

Placed = tuple[tipo.Columna, Scope]
"""A column and what is visible in it."""


class Tables:
    """Builds the tables of one document and numbers them in order."""

    def __init__(self, registro: Registro, institucion: str, cuadros: Mapping[str, Cuadro]) -> None:
        self.registro = registro
        self.institucion = institucion
        self.cuadros = cuadros
        self.count = 0

    def data(self, id_: str) -> Tabla:
        """The next table, from data/: the cuadro `id_`."""
        self.count += 1
        return data_table(id_, self.cuadros[id_], self.registro, self.institucion, self.count)

    def table(self, bloque: tipo.Bloque, scope: Scope) -> Tabla:
        """A numbered table. Raises PathError for a name or figure that does not exist."""
        self.count += 1
        columns = [
            (columna, each)
            for columna in bloque.columnas
            for each in scope.each(columna.por_cada)
            if each.holds(columna.si)
        ]
        width = sum(columna.ancho for columna, _ in columns) or 1
        rows = list(scope.each(bloque.filas)) if bloque.filas else []
        groups = self.groups(bloque, rows, columns)
        return Tabla(
            id=f"cuadro-{self.count}",
            numero=self.count,
            titulo=scope.fill(bloque.titulo or ""),
            pares=self.pairs(bloque.pares, scope),
            columnas=tuple(
                Columna(
                    each.fill(c.titulo),
                    round(c.ancho * 100 / width, 2),
                    c.alineado,
                    each.fill(c.grupo or ""),
                    titular=c.nombra or c.enlace is not None,
                    fundida=c.fundida,
                )
                for c, each in columns
            ),
            filas=groups[0].filas if len(groups) == 1 and not groups[0].titulo else (),
            totales=tuple(self.closing(bloque, scope, len(columns))),
            fuente=self.source(bloque.fuente, scope),
            grupos=groups if len(groups) > 1 or (groups and groups[0].titulo) else (),
            notas=tuple(self.notes(bloque.notas, scope)),
            apaisada=bloque.apaisado,
            compacta=bloque.compacto,
        )

    def pairs(self, pares: tuple[tipo.Par, ...], scope: Scope) -> tuple[Par, ...]:
        return tuple(
            Par(each.fill(par.rotulo), self.value(par, each))
            for par in pares
            for each in scope.each(par.por_cada)
            if each.holds(par.si)
        )

    def groups(
        self, bloque: tipo.Bloque, rows: list[Scope], columns: list[Placed]
    ) -> tuple[Grupo, ...]:
        """The rows, those in a row that share a title under it."""
        made: list[Grupo] = []
        for title, own in groupby(rows, key=lambda row: _title(bloque, row)):
            cells = [tuple(self.cell(c, row.over(each)) for c, each in columns) for row in own]
            merged = tuple(c.fundida for c, _ in columns)
            made.append(Grupo(title, tuple(joined(cells, merged))))
        return tuple(made)

    def cell(self, columna: tipo.Columna, scope: Scope) -> Celda:
        target = str(scope.get(columna.enlace)) if columna.enlace else ""
        role = str(scope.get(columna.papel)) if columna.papel else ""
        return replace(self.value(columna, scope), indicador=target, papel=role)

    def value(self, valor: tipo.Valor, scope: Scope) -> Celda:
        words = scope.fill(valor.texto or "")
        address = scope.fill(valor.cifra or "")
        if not address:
            return of_text(words)
        figure = self.registro.buscar(address, self.institucion)
        if figure is None:
            raise PathError(address, "ninguna cifra tiene esa dirección")
        return replace(of_figure(figure, self.shown(figure, valor.formato or "")), tras=words)

    def shown(self, figure: Figure, form: str) -> str:
        try:
            return figure.texto(form)
        except KeyError:
            known = ", ".join(name for name in FORMATOS if name)
            raise PathError(form, f"los formatos son {known}") from None
        except Unfit as unfit:
            raise PathError(form, str(unfit)) from None

    def closing(
        self, bloque: tipo.Bloque, scope: Scope, columns: int
    ) -> Iterator[tuple[Celda, ...]]:
        """The closing rows, each with a cell for every column."""
        for total in bloque.totales:
            if len(total.celdas) != columns:
                cause = f"tiene {len(total.celdas)} celdas para {columns} columnas"
                raise PathError("totales", cause)
            for each in scope.each(total.por_cada):
                yield tuple(self.value(valor, each) for valor in total.celdas)

    def notes(self, path: str | None, scope: Scope) -> Iterator[Nota]:
        """The notes at `path`: mark → words."""
        found = scope.get(path) if path else {}
        if not isinstance(found, Mapping):
            raise PathError(str(path), "no son notas: llamada y texto")
        yield from (Nota(str(mark), str(text)) for mark, text in found.items())

    def source(self, path: str | None, scope: Scope) -> str:
        """The units that answer for a table, joined as in a sentence."""
        if path is None:
            return ""
        units = scope.get(path)
        if not isinstance(units, tuple) or not all(isinstance(u, UnidadResponsable) for u in units):
            raise PathError(path, "no es una lista de unidades responsables")
        names = [unit.nombre for unit in units]
        return " y ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _title(bloque: tipo.Bloque, row: Scope) -> str:
    value = row.get(bloque.grupo) if bloque.grupo else None
    return str(value or "")
