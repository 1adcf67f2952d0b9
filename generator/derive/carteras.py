"""The figures of portfolios of projects: how many there are, and how many each group has.

Addresses, each after `<institución>.`: `proyectos.<cartera>.total|grupos` ·
`proyectos.<cartera>.<grupo>`.
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.span import Span
from generator.model.cartera import Cartera
from generator.model.leido import Leido
from generator.model.registro import Casa, Cifra


def counts(id_: str, leido: Leido[Cartera], institucion: str, casa: Casa) -> Iterator[Cifra]:
    """Those of one portfolio."""

    def count(key: str, items: tuple[str, ...], name: str, origin: Span) -> Cifra:
        return Cifra(
            f"{institucion}.proyectos.{id_}.{key}",
            Decimal(len(items)),
            "conteo",
            name,
            origin,
            casa,
            corte=cartera.corte,
            fuente=cartera.fuente,
            operacion="cuenta",
            partes=items,
        )

    cartera, origin = leido.valor, leido.span("grupos")
    every = tuple(p.nombre for grupo in cartera.grupos for p in grupo.proyectos)
    yield count("total", every, cartera.titulo, origin)
    groups = tuple(grupo.nombre for grupo in cartera.grupos)
    yield count("grupos", groups, f"{cartera.titulo}: grupos", origin)
    for place, grupo in enumerate(cartera.grupos):
        own = tuple(p.nombre for p in grupo.proyectos)
        name = f"{cartera.titulo}: {grupo.nombre}"
        yield count(grupo.id, own, name, leido.span("grupos", place))
