"""What the catalogue says of each indicator, and the filters that find it.

A filter (faceta) has values; an indicator has some of each, or none where nothing is published.
What is counted is what the data say: a result, its state, the target that it reached.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.base.text import slug
from generator.model.enlazado import IndicadorEnlazado
from generator.model.enlazado_fichas import FichaEnlazada
from generator.model.registro import Cifra
from generator.model.semaforo import Corte
from generator.render.site_mapa import Mapa
from generator.render.site_publicacion import InstitucionPublicada

FACETAS = {
    "institucion": "Institución",
    "estado": "Estado",
    "tipo": "Tipo",
    "sentido": "Sentido",
    "anio": "Año",
    "objetivo": "Objetivo, actividad o perspectiva",
    "unidad": "Unidad responsable",
}
DE_CASA = ("objetivo", "unidad")
"""The filters whose values are each of one institution."""
TIPOS = {"resultado": "De resultado", "produccion": "De producción"}
ESTADOS = {
    "con-resultado": "Con resultado",
    "preliminar": "Último resultado preliminar",
    "sin-resultado": "Sin resultado publicado",
    "meta-alcanzada": "Meta alcanzada",
    "meta-sin-alcanzar": "Meta sin alcanzar todavía",
}
Valor = tuple[str, str]
"""The id of a value and its words."""


@dataclass(frozen=True)
class Entrada:
    """An indicator in the catalogue: its row, and the values it has of each filter."""

    casa: InstitucionPublicada
    id: str
    clave: str
    nombre: str
    situa: str
    """A few words that place it: its institution, what it is, where it belongs."""
    cifra: Cifra | None
    """Its latest result or, where none is ever published, its target."""
    rotulo: str
    """What that figure is: 2023 · meta 2024: 32.84 %"""
    corte: Corte | None
    valores: Mapping[str, tuple[Valor, ...]]

    @property
    def ruta(self) -> str:
        return f"{self.casa.id}/indicadores/{self.id}/"

    @property
    def valor(self) -> str:
        """Its figure in words; ND when there is none."""
        return self.cifra.completa if self.cifra else "ND"


class Catalogo:
    """Every indicator of the publication, in order, and the values of each filter."""

    def __init__(self, mapa: Mapa) -> None:
        self.entradas = tuple(_entries(mapa))

    @cached_property
    def facetas(self) -> Mapping[str, Mapping[Valor, tuple[Entrada, ...]]]:
        """Filter → each of its values, in order, with those that have it."""
        found: dict[str, dict[Valor, list[Entrada]]] = {name: {} for name in FACETAS}
        for entrada in self.entradas:
            for name, values in entrada.valores.items():
                for value in values:
                    found[name].setdefault(value, []).append(entrada)
        return {
            name: {value: tuple(own[value]) for value in sorted(own, key=_order(name))}
            for name, own in found.items()
        }


def _order(name: str) -> Callable[[Valor], int]:
    """How the values of a filter follow one another; those of an institution, as they come."""
    states = list(ESTADOS)
    match name:
        case "anio":
            return lambda value: -int(value[0])
        case "estado":
            return lambda value: states.index(value[0])
    return lambda _: 0


def objective(casa: str, ficha: FichaEnlazada) -> str:
    """The id of a ficha's objective among the values of its filter."""
    return f"{casa}-{ficha.ficha.instrumento}-{ficha.ficha.objetivo}"


def _entries(mapa: Mapa) -> Iterator[Entrada]:
    for casa in mapa.publicacion.instituciones:
        for instrumento in casa.institucion.instrumentos.values():
            for objetivo in instrumento.objetivos:
                yield from (_ficha(casa, ficha) for ficha in objetivo.fichas)
        activities = {a.clave: a.nombre for a in casa.institucion.actividades}
        for indicador in casa.indicadores:
            yield _indicator(casa, indicador, activities)


def _ficha(casa: InstitucionPublicada, e: FichaEnlazada) -> Entrada:
    reply, year = e.respuesta, e.ficha.meta_final
    name = e.objetivo.texto if e.objetivo else e.instrumento
    own = {
        "objetivo": ((objective(casa.id, e), f"{e.ficha.objetivo}. {name}"),),
        "unidad": ((f"{casa.id}-{e.unidad.id}", e.unidad.nombre),),
        "tipo": ((slug(e.ficha.tipo), e.ficha.tipo),),
        "sentido": ((slug(e.ficha.sentido), e.ficha.sentido),),
        "estado": tuple((state, ESTADOS[state]) for state in _states(e)),
        "anio": _years({y for y, c in e.serie.items() if c.valor is not None} | set(e.metas)),
    }
    return Entrada(
        casa,
        e.id,
        e.ficha.clave,
        e.nombre.rstrip("."),
        f"{casa.siglas} · {e.ficha.rol} · {e.ficha.unidad_medida}",
        reply.cifra if reply else None,
        f"{f'{reply.anio} · ' if reply else ''}meta {year}: {e.meta.completa}",
        reply.avance.corte if reply else None,
        {"institucion": ((casa.id, casa.siglas),), **own},
    )


def _states(e: FichaEnlazada) -> Iterator[str]:
    """What is published of it: a result or none, its state, and whether it reaches the target."""
    latest = e.ultimo
    yield "con-resultado" if latest else "sin-resultado"
    if latest and latest.estado == "p/":
        yield "preliminar"
    reached = e.respuesta.avance.cumplida if e.respuesta else None
    if reached is not None:
        yield "meta-alcanzada" if reached else "meta-sin-alcanzar"


def _indicator(
    casa: InstitucionPublicada, i: IndicadorEnlazado, activities: Mapping[str, str]
) -> Entrada:
    year = max(i.metas)
    kind = i.indicador.clase or ""
    place = casa.dependencias.get(i.dependencia)
    own: dict[str, tuple[Valor, ...]] = {
        "unidad": ((f"{casa.id}-{i.unidad.id}", i.unidad.nombre),),
        "tipo": ((kind, TIPOS[kind]),) if kind else (),
        "estado": (("sin-resultado", ESTADOS["sin-resultado"]),),
        "anio": _years(set(i.metas)),
    }
    if i.actividad:
        name = f"{i.actividad} {activities[i.actividad]}"
        own["objetivo"] = ((f"{casa.id}-actividad-{slug(i.actividad)}", name),)
    elif place:
        perspectiva = place.perspectiva
        own["objetivo"] = ((f"{casa.id}-perspectiva-{perspectiva.id}", perspectiva.nombre),)
    named = place.nombre if place else i.unidad.nombre
    group = f" · {i.indicador.grupo.rstrip(':')}" if i.indicador.grupo else ""
    return Entrada(
        casa,
        i.id,
        i.actividad or str(i.numero),
        i.completo.rstrip("."),
        f"{casa.siglas} · {named}{group}",
        i.metas[year],
        f"meta {year}, sin resultado",
        None,
        {"institucion": ((casa.id, casa.siglas),), **own},
    )


def _years(years: set[int]) -> tuple[Valor, ...]:
    return tuple((str(year), str(year)) for year in sorted(years, reverse=True))
