"""Texts for the rules that read them, as a project that has nothing else."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from types import SimpleNamespace
from typing import cast

from generator.base.diagnostic import Diagnostic
from generator.base.span import Span
from generator.check.todo import Todo
from generator.model.leido import Leido
from generator.model.registro import Casa, Cifra, Registro
from generator.model.vocabulario import Siglas

Regla = Callable[[Todo], Iterator[Diagnostic]]
FILE = "content/uno/doc/n.md"
CASA = Casa("es_MX", "MXN")


def _cifra(id_: str, valor: str, nombre: str, unidad: str = "", institucion: str = "uno") -> Cifra:
    address = f"{institucion}.dato.{id_}"
    decimals = len(valor.partition(".")[2])
    return Cifra(
        address, Decimal(valor), "dato", nombre, Span("d.yml"), CASA, decimals, unidad=unidad
    )


CIFRAS = (
    _cifra("ooad", "35", "OOAD del Instituto"),
    _cifra("esquemas", "3", "Esquemas de gestión de residuos"),
    _cifra("quejas", "4216", "Quejas médicas recibidas"),
    _cifra("quejas-otro", "4216", "Quejas médicas recibidas", institucion="otro"),
    _cifra("camas", "4216", "Camas censables"),
    _cifra("surtido", "97.8", "Recetas surtidas completas", "%"),
    _cifra("inversion", "162", "Inversión en oxígeno", "millones de pesos"),
    _cifra("presupuesto", "9432897867.29", "Presupuesto del programa operativo"),
)


def todo(text: str, siglas: Siglas | None = None, path: str = FILE) -> Todo:
    read = Leido(siglas, "data/uno/siglas.yml", {}) if siglas else None
    narrativas = {"n.md": path} if path == FILE else {}
    documento = SimpleNamespace(narrativas=narrativas)
    ficha = SimpleNamespace(valor=SimpleNamespace(siglas="UNO"))
    leida = SimpleNamespace(
        id="uno", ficha=ficha, documentos=(documento,), siglas=read, glosario=None
    )
    return cast(
        "Todo",
        SimpleNamespace(
            proyecto=SimpleNamespace(instituciones=(leida,)),
            registro=Registro({cifra.direccion: cifra for cifra in CIFRAS}),
            textos={path: tuple(text.split("\n"))},
        ),
    )


def found(regla: Regla, text: str) -> list[tuple[str, int, int]]:
    return [(d.code, d.span.line, d.span.column) for d in regla(todo(text))]


def data(regla: Regla, text: str) -> list[str]:
    return [d.code for d in regla(todo(text, path="data/uno/cuadros/c.yml"))]
