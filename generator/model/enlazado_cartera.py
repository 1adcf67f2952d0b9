"""A portfolio with its projects numbered, and the chapter of a document that lists it."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.cartera import Cartera, GrupoProyectos, ProyectoCartera
from generator.model.documento import Apartado, Capitulo, Tema


@dataclass(frozen=True)
class ProyectoEnlazado:
    numero: int
    """Of its place in the whole portfolio, from 1."""
    proyecto: ProyectoCartera

    @property
    def nombre(self) -> str:
        return self.proyecto.nombre


@dataclass(frozen=True)
class GrupoEnlazado:
    grupo: GrupoProyectos
    proyectos: tuple[ProyectoEnlazado, ...]

    @property
    def nombre(self) -> str:
        return self.grupo.nombre


@dataclass(frozen=True)
class CarteraEnlazada:
    id: str
    cartera: Cartera

    @property
    def grupos(self) -> tuple[GrupoEnlazado, ...]:
        return tuple(self._numbered())

    @property
    def proyectos(self) -> tuple[ProyectoEnlazado, ...]:
        return tuple(each for grupo in self.grupos for each in grupo.proyectos)

    def _numbered(self) -> Iterator[GrupoEnlazado]:
        count = 0
        for grupo in self.cartera.grupos:
            own = (ProyectoEnlazado(count + n, p) for n, p in enumerate(grupo.proyectos, 1))
            yield GrupoEnlazado(grupo, tuple(own))
            count += len(grupo.proyectos)


@dataclass(frozen=True)
class TemaEnlazado:
    """A heading of an apartado, with the portfolio that it lists, if it lists one."""

    tema: Tema
    cartera: CarteraEnlazada | None

    @property
    def id(self) -> str:
        return self.tema.id

    @property
    def titulo(self) -> str:
        return self.tema.titulo


@dataclass(frozen=True)
class ApartadoEnlazado:
    numero: str
    """After that of its chapter: XII.1."""
    apartado: Apartado
    temas: tuple[TemaEnlazado, ...]

    @property
    def id(self) -> str:
        return self.apartado.id

    @property
    def titulo(self) -> str:
        return self.apartado.titulo


@dataclass(frozen=True)
class CapituloEnlazado:
    capitulo: Capitulo
    apartados: tuple[ApartadoEnlazado, ...]

    @property
    def numero(self) -> str:
        return self.capitulo.numero

    @property
    def titulo(self) -> str:
        return self.capitulo.titulo
