"""A series → the small line of its trend, drawn by boards and follow-ups alike."""

from collections.abc import Iterable
from decimal import Decimal

from generator.document.charts import Grafica, Punto
from generator.model.registro import Cifra


def trend(id_: str, nombre: str, serie: Iterable[tuple[int, Cifra]]) -> Grafica:
    """The line of `serie`, years in order, with a gap where there is no value; `nombre` is that of
    the indicator. The series has a year at least.
    """
    points = tuple(_point(year, cifra) for year, cifra in serie)
    return Grafica(
        id=f"tendencia-{id_}",
        tipo="tendencia",
        titulo=f"Tendencia de {nombre}",
        medida=f"{points[0].etiqueta}-{points[-1].etiqueta}",
        unidad="",
        puntos=points,
    )


def _point(year: int, cifra: Cifra) -> Punto:
    value = Decimal(cifra.exacta) if cifra.valor is not None else None
    return Punto(str(year), value, cifra.texto(), direccion=cifra.direccion)
