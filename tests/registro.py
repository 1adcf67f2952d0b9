"""A register of a few figures for the tests of what is computed with them."""

from datetime import date
from decimal import Decimal
from typing import Any

from generator.base.span import Span
from generator.model.registro import Casa, Cifra, Registro

CASA = Casa("es_MX", "MXN")


def cifra(direccion: str, valor: str | None, **mas: Any) -> Cifra:
    """The figure `ip.<direccion>`; its decimals are those typed."""
    number = None if valor is None else Decimal(valor)
    decimals = len(valor.partition(".")[2]) if valor else 0
    origen = Span("data/ip/datos/a.yml", 1 + len(direccion), 1)
    said = {"clase": "dato", "decimales": decimals, "estado": "" if valor else "ND", **mas}
    return Cifra(f"ip.{direccion}", number, nombre=direccion, origen=origen, casa=CASA, **said)


def fecha(direccion: str, dia: str) -> Cifra:
    """The date `ip.<direccion>`, of an ISO day."""
    return cifra(direccion, str(date.fromisoformat(dia).toordinal()), clase="fecha")


def registro(*cifras: Cifra) -> Registro:
    return Registro({each.direccion: each for each in cifras})


PRUEBA = registro(
    cifra("dato.camas-2018", "100"),
    cifra("dato.camas-2024", "125"),
    cifra("dato.aulas", "8", unidad="aulas"),
    cifra("dato.otras-aulas", "2", unidad="aulas"),
    cifra("dato.tasa-2023", "12.5", unidad="%"),
    cifra("dato.tasa-2024", "15.75", unidad="%"),
    cifra("dato.precio", "1234.50", prefijo="$"),
    cifra("dato.cuota", "34.50", prefijo="$"),
    cifra("dato.preliminar", "7", estado="p/"),
    cifra("dato.falta", None),
    cifra("dato.cero", "0"),
    cifra("ind.1-1.resultado.2023", "20.1"),
    cifra("ind.1-1.resultado.2024", "30.25"),
    cifra("ind.1-2.resultado.2024", "9.75"),
    cifra("cuadro.obras.norte.avance", "10"),
    cifra("cuadro.obras.sur.avance", "32"),
    cifra("cuadro.obras.total.avance", "42"),
    cifra("cuadro.obras.total.costo", "5"),
    cifra("act.1.presupuesto.2024", "1000000.25", clase="presupuesto"),
    cifra("act.2.presupuesto.2024", "500000.5", clase="presupuesto"),
)
