"""A follow-up → its blocks: the cross-tab of its indicators and the card of each objective."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.compose.cells import of_figure
from generator.compose.scope import PathError
from generator.compose.tendencia import trend
from generator.document.nodes import Celda, Componente
from generator.model.enlazado_seguimiento import (
    ObjetivoJuzgado,
    SeguimientoEnlazado,
)
from generator.model.registro import Cifra


@dataclass(frozen=True)
class Cuenta:
    """A count with its share of the whole, empty where none is printed."""

    celda: Celda
    parte: Celda | None = None

    @property
    def cero(self) -> bool:
        return self.celda.texto == "0"


@dataclass(frozen=True)
class FilaCruzada:
    nombre: str
    cuentas: tuple[Cuenta, ...]
    total: Cuenta


def cross(datos: Mapping[str, object]) -> Componente:
    """The cross-tab of a follow-up, with the totals of its rows and columns."""
    found = datos.get("seguimiento")
    if not isinstance(found, SeguimientoEnlazado):
        raise PathError("seguimiento", "en «datos», seguimiento debe ser la ruta de un seguimiento")
    cruce = found.cruce
    rows = tuple(
        FilaCruzada(
            fila.nombre,
            tuple(Cuenta(of_figure(c)) for c in fila.celdas),
            _with_share(fila.total, fila.porcentaje),
        )
        for fila in cruce.filas
    )
    printed = [c for f in cruce.filas for c in (*f.celdas, f.total, f.porcentaje)]
    printed += [c for pair in cruce.totales for c in pair]
    data = {
        "seguimiento": found,
        "filas": rows,
        "totales": tuple(_with_share(*pair) for pair in cruce.totales),
        "total": Cuenta(of_figure(cruce.total)),
    }
    addresses = tuple(c.direccion for c in (*printed, cruce.total))
    return Componente("cruzada", data, cifras=addresses)


def _with_share(count: Cifra, share: Cifra) -> Cuenta:
    return Cuenta(of_figure(count), of_figure(share))


def card(datos: Mapping[str, object]) -> Componente:
    """The card of an objective, with a trend for each indicator that has a series."""
    found = datos.get("objetivo")
    if not isinstance(found, ObjetivoJuzgado):
        raise PathError("objetivo", "en «datos», objetivo debe ser la ruta de uno del seguimiento")
    trends = {
        i.clave: trend(i.clave.replace(".", "-"), i.clave, i.serie.items())
        for i in found.indicadores
        if i.indicador.serie
    }
    addresses = tuple(c.direccion for i in found.indicadores for c in i.serie.values())
    return Componente("tarjeta-objetivo", {"objetivo": found, "tendencias": trends}, (), addresses)


HECHOS: Mapping[str, Callable[[Mapping[str, object]], Componente]] = {
    "cruzada": cross,
    "tarjeta-objetivo": card,
}
"""Components whose figures are put in cells before they are shown."""
