"""A board → its block: states counted, and a row for each indicator, in cells."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from generator.base.fechas import long_date
from generator.base.numbers import rounded
from generator.compose.cells import of_figure
from generator.compose.scope import PathError
from generator.compose.tendencia import trend
from generator.document.charts import Grafica
from generator.document.nodes import Celda, Componente
from generator.model.enlazado_tablero import (
    Estado,
    FilaTablero,
    GrupoTablero,
    Juicio,
    TableroEnlazado,
)
from generator.model.registro import Cifra

MOST = 80
"""Rows with results that a page may have without growing heavy; without them, four times more."""


@dataclass(frozen=True)
class EstadoPintado:
    """A state with its count, its share, and its place in a bar of 600."""

    estado: Estado
    total: Celda
    porcentaje: Celda
    desde: str
    ancho: str
    cuantos: int


@dataclass(frozen=True)
class FilaPintada:
    """`barra` is the avance, from 0 to 100; `sale`, the side by which it leaves the bar."""

    fila: FilaTablero
    base: Celda | None
    valor: Celda | None
    meta: Celda | None
    posterior: Celda | None
    avance: Celda | None
    sin_avance: str
    barra: int
    sale: str
    tendencia: Grafica | None

    @property
    def juicio(self) -> Juicio:
        return self.fila.juicio


@dataclass(frozen=True)
class GrupoPintado:
    grupo: GrupoTablero
    filas: tuple[FilaPintada, ...]


def board(tablero: TableroEnlazado, grupos: Iterable[GrupoTablero] | None = None) -> Componente:
    """The block of the board, or of some of its groups; `parte` and `titulo` are of the first."""
    chosen = tablero.grupos if grupos is None else tuple(grupos)
    painted = tuple(GrupoPintado(g, tuple(_row(f) for f in g.filas)) for g in chosen)
    figures = (c for g in chosen for f in g.filas for c in _figures(f))
    counted = (c for e in tablero.estados for c in (e.total, e.porcentaje))
    every = (*tablero.cifras.values(), *counted, *figures)
    data = {
        "tablero": tablero,
        "grupos": painted,
        "estados": tuple(_states(tablero)),
        "cuentas": {key: of_figure(cifra) for key, cifra in tablero.cifras.items()},
        "corte": long_date(tablero.tablero.corte, _locale(tablero)),
        "anios": _years(tablero),
        "parte": chosen[0].id if chosen else "",
        "titulo": chosen[0].titulo if chosen else "",
    }
    return Componente("tablero", data, cifras=tuple(c.direccion for c in every))


def board_parts(tablero: TableroEnlazado) -> tuple[Componente, ...]:
    """The board in one block or, if it has too many rows, one for each group; one that has
    more itself is parted too.
    """
    most = MOST if tablero.con_resultados else 4 * MOST
    if len(tablero.filas) <= most:
        return (board(tablero),)
    return tuple(board(tablero, (piece,)) for g in tablero.grupos for piece in _pieces(g, most))


def _pieces(grupo: GrupoTablero, most: int) -> Iterator[GrupoTablero]:
    starts = range(0, max(1, len(grupo.filas)), most)
    for number, start in enumerate(starts, 1):
        rows = grupo.filas[start : start + most]
        if number == 1:
            yield replace(grupo, filas=rows)
        else:
            title = f"{grupo.titulo} (parte {number})"
            yield replace(grupo, id=f"{grupo.id}-{number}", titulo=title, filas=rows, pendientes=())


def _locale(tablero: TableroEnlazado) -> str:
    return tablero.cifras["indicadores"].casa.locale


def _years(tablero: TableroEnlazado) -> Mapping[str, int]:
    """The year of each column that all its rows share."""
    filas = tablero.filas
    years = {
        "base": {f.anio_base for f in filas if f.base},
        "valor": {f.juicio.anio for f in filas if f.juicio.valor},
        "meta": {f.anio_meta for f in filas if f.meta},
        "posterior": {f.juicio.posterior.anio for f in filas if f.juicio.posterior},
    }
    return {name: found.pop() if len(found) == 1 else 0 for name, found in years.items()}


def _states(tablero: TableroEnlazado) -> Iterator[EstadoPintado]:
    start, whole = Fraction(0), max(1, len(tablero.filas))
    for each in tablero.estados:
        many = int(each.total.fraccion)
        wide = Fraction(600 * many, whole)
        gap = 3 * (0 < many < whole)
        yield EstadoPintado(
            each.estado,
            of_figure(each.total),
            of_figure(each.porcentaje),
            str(rounded(start, 1)),
            str(rounded(wide - gap, 1)),
            many,
        )
        start += wide


def _figures(fila: FilaTablero) -> Iterator[Cifra]:
    """The figures that a row prints."""
    juicio = fila.juicio
    later = juicio.posterior.cifra if juicio.posterior else None
    advanced = juicio.avance.cifra if juicio.avance else None
    yield from (c for c in (fila.base, juicio.valor, fila.meta, later, advanced) if c)


def _row(fila: FilaTablero) -> FilaPintada:
    juicio = fila.juicio
    advanced = juicio.avance.cifra if juicio.avance else None
    share = advanced.fraccion if advanced else Fraction(0)
    return FilaPintada(
        fila,
        _measured(fila, fila.base),
        _measured(fila, juicio.valor),
        _measured(fila, fila.meta),
        _measured(fila, juicio.posterior.cifra if juicio.posterior else None),
        of_figure(advanced) if advanced else None,
        juicio.sin_avance,
        int(rounded(min(max(share, Fraction(0)), Fraction(100)), 0)),
        "mas" if share > 100 else "menos" if share < 0 else "",
        _trend(fila),
    )


def _measured(fila: FilaTablero, cifra: Cifra | None) -> Celda | None:
    """The cell of a figure; with %, where the unit of the ficha says it and the figure does not."""
    if cifra is None:
        return None
    percent = fila.medida.lower() == "porcentaje" and not cifra.unidad and cifra.valor is not None
    return of_figure(cifra, f"{cifra.texto()}\N{NO-BREAK SPACE}%" if percent else None)


def _trend(fila: FilaTablero) -> Grafica | None:
    """The definitive results as a small line."""
    if not fila.juicio.tendencia.palabra:
        return None
    return trend(fila.id, fila.clave or fila.nombre, fila.juicio.serie)


def _shown(datos: Mapping[str, object]) -> Componente:
    found = datos.get("tablero")
    if not isinstance(found, TableroEnlazado):
        raise PathError("tablero", "en «datos», tablero debe ser la ruta de un tablero")
    return board(found)


HECHOS: Mapping[str, Callable[[Mapping[str, object]], Componente]] = {"tablero": _shown}
"""Components whose figures are put in cells before they are shown."""
