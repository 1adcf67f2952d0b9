"""Tables and key-value pairs: rows taken from the data, figures taken from the register."""

import re
from collections.abc import Iterator

from generator.compose.scope import PathError, Scope
from generator.document.nodes import Celda, Cifra, Columna, Par, Tabla, Texto
from generator.model import tipo
from generator.model.institucion import UnidadResponsable
from generator.model.registro import FORMATOS, Registro, Unfit
from generator.model.registro import Cifra as Figure

_FIGURE = re.compile(r"([^\d]*\d[\d,']*)(.*)")


class Tables:
    """Builds the tables of one document and numbers them in order."""

    def __init__(self, registro: Registro, institucion: str) -> None:
        self.registro = registro
        self.institucion = institucion
        self.count = 0

    def table(self, bloque: tipo.Bloque, scope: Scope) -> Tabla:
        """A numbered table. Raises PathError for a name or figure that does not exist."""
        self.count += 1
        width = sum(columna.ancho for columna in bloque.columnas) or 1
        rows = list(scope.each(bloque.filas)) if bloque.filas else []
        return Tabla(
            id=f"cuadro-{self.count}",
            numero=self.count,
            titulo=scope.fill(bloque.titulo or ""),
            pares=self.pairs(bloque.pares, scope),
            columnas=tuple(
                Columna(scope.fill(c.titulo), round(c.ancho * 100 / width, 2), c.alineado)
                for c in bloque.columnas
            ),
            filas=tuple(tuple(self.cell(c, row) for c in bloque.columnas) for row in rows),
            totales=tuple(self.closing(bloque, scope)),
            fuente=self.source(bloque.fuente, scope),
        )

    def pairs(self, pares: tuple[tipo.Par, ...], scope: Scope) -> tuple[Par, ...]:
        return tuple(
            Par(each.fill(par.rotulo), self.value(par, each))
            for par in pares
            for each in scope.each(par.por_cada)
            if each.holds(par.si)
        )

    def cell(self, columna: tipo.Columna, scope: Scope) -> Celda:
        cell = self.value(columna, scope)
        target = str(scope.get(columna.enlace)) if columna.enlace else ""
        return Celda(cell.contenido, cell.entero, cell.cola, target)

    def value(self, valor: tipo.Valor, scope: Scope) -> Celda:
        if valor.cifra is None:
            return Celda(Texto(scope.fill(valor.texto or "")))
        address = scope.fill(valor.cifra)
        figure = self.registro.buscar(address, self.institucion)
        if figure is None:
            raise PathError(address, "ninguna cifra tiene esa dirección")
        text = self.shown(figure, valor.formato or "")
        match = _FIGURE.fullmatch(text)
        whole, tail = (match[1], match[2]) if match else (text, "")
        return Celda(Cifra(figure.direccion, text, figure.exacta, figure.ficha), whole, tail)

    def shown(self, figure: Figure, form: str) -> str:
        try:
            return figure.texto(form)
        except KeyError:
            known = ", ".join(name for name in FORMATOS if name)
            raise PathError(form, f"los formatos son {known}") from None
        except Unfit as unfit:
            raise PathError(form, str(unfit)) from None

    def closing(self, bloque: tipo.Bloque, scope: Scope) -> Iterator[tuple[Celda, ...]]:
        """The closing rows, each with a cell for every column."""
        for total in bloque.totales:
            if len(total.celdas) != len(bloque.columnas):
                cause = f"tiene {len(total.celdas)} celdas para {len(bloque.columnas)} columnas"
                raise PathError("totales", cause)
            for each in scope.each(total.por_cada):
                yield tuple(self.value(valor, each) for valor in total.celdas)

    def source(self, path: str | None, scope: Scope) -> str:
        """The units that answer for a table, joined as in a sentence."""
        if path is None:
            return ""
        units = scope.get(path)
        if not isinstance(units, tuple) or not all(isinstance(u, UnidadResponsable) for u in units):
            raise PathError(path, "no es una lista de unidades responsables")
        names = [unit.nombre for unit in units]
        return " y ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
