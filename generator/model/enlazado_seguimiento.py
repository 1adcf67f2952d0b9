"""A follow-up with its categories found and its distribution counted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.base.text import bare
from generator.model.esquema import Categoria, EsquemaCategorias
from generator.model.registro import Cifra
from generator.model.seguimiento import (
    PERDIDO,
    IndicadorSeguido,
    Marca,
    ObjetivoSeguido,
    RasgosSueltos,
    Seguimiento,
)

CAMPOS = {
    "tipo": "tipo",
    "calidad": "calidad",
    "cumplimiento_intermedia": "cumplimiento de la meta intermedia",
    "avance_sexenal": "avance de la meta sexenal",
}
"""What is printed of an indicator with a word of the scheme → how it is called."""


@dataclass(frozen=True)
class IndicadorJuzgado:
    """An indicator with the categories it was given; None for one that the scheme lacks."""

    indicador: IndicadorSeguido
    cumplimiento: Categoria | None
    avance: Categoria | None
    criterios: tuple[tuple[str, Marca], ...]
    """In the order of the scheme."""
    serie: Mapping[int, Cifra]

    @property
    def clave(self) -> str:
        return self.indicador.clave

    @property
    def rasgos(self) -> tuple[str, ...]:
        """Tipo, sentido and calidad, those that the source keeps."""
        each = self.indicador
        return tuple(r for r in (each.tipo, each.sentido, each.calidad) if r != PERDIDO)


@dataclass(frozen=True)
class Celda:
    """A cell of the characteristics: those known of each clave, and the loose one they share."""

    claves: tuple[str, ...]
    rasgos: tuple[str, ...]
    suelto: RasgosSueltos | None = None

    @property
    def palabras(self) -> str:
        """The loose characteristics."""
        one = self.suelto
        return " · ".join((one.tipo, one.sentido, one.calidad)) if one else ""


@dataclass(frozen=True)
class ObjetivoJuzgado:
    objetivo: ObjetivoSeguido
    indicadores: tuple[IndicadorJuzgado, ...]

    @property
    def numero(self) -> int:
        return self.objetivo.numero

    @property
    def texto(self) -> str:
        return self.objetivo.texto

    @property
    def hallazgos(self) -> tuple[str, ...]:
        return self.objetivo.hallazgos

    @property
    def caracteristicas(self) -> tuple["Celda", ...]:
        """What the row of characteristics says: neighbours among which a loose one has its owner
        share a cell.
        """
        loose = {clave: s for s in self.objetivo.sueltos for clave in s.de}
        cells: list[Celda] = []
        for each in self.indicadores:
            found = loose.get(each.clave)
            if found is not None and cells and cells[-1].suelto is found:
                cells[-1] = replace(cells[-1], claves=(*cells[-1].claves, each.clave))
            else:
                cells.append(Celda((each.clave,), each.rasgos, found))
        return tuple(cells)

    @property
    def con_criterios(self) -> bool:
        return any(i.criterios for i in self.indicadores)

    @property
    def con_tendencia(self) -> bool:
        return any(i.indicador.serie for i in self.indicadores)


@dataclass(frozen=True)
class FilaCruce:
    """An enfoque, its count in each category, and its total and share of all."""

    nombre: str
    celdas: tuple[Cifra, ...]
    total: Cifra
    porcentaje: Cifra


@dataclass(frozen=True)
class Cruce:
    """Indicators by enfoque and by the category of their avance."""

    categorias: tuple[Categoria, ...]
    filas: tuple[FilaCruce, ...]
    totales: tuple[tuple[Cifra, Cifra], ...]
    """Of each category: how many indicators, and their share."""
    total: Cifra
    sin_enfoque: tuple[str, ...]
    """Claves of those whose enfoque the source lost."""

    @property
    def publicadas(self) -> tuple[str, ...]:
        """The columns with cells that are not counted, but taken from the printed table."""
        stated = (
            categoria.etiqueta
            for place, categoria in enumerate(self.categorias)
            if any(not fila.celdas[place].operacion for fila in self.filas)
        )
        return tuple(dict.fromkeys(stated))


@dataclass(frozen=True)
class SeguimientoEnlazado:
    id: str
    seguimiento: Seguimiento
    esquema: EsquemaCategorias
    objetivos: tuple[ObjetivoJuzgado, ...]
    cruce: Cruce

    @property
    def programa(self) -> str:
        return self.seguimiento.programa

    @property
    def indicadores(self) -> tuple[IndicadorJuzgado, ...]:
        return tuple(i for o in self.objetivos for i in o.indicadores)

    @property
    def constantes(self) -> int:
        """How many indicators cannot be judged by their avance."""
        return sum(i.avance is not None and i.avance.forma == "constante" for i in self.indicadores)

    @property
    def impresos(self) -> tuple[str, ...]:
        """What the original printed in other words, in sentences."""
        return tuple(
            f"{name[0].upper()}{name[1:]} de {_list(claves)}: «{text}»."
            for (name, text), claves in self._impresos().items()
        )

    def _impresos(self) -> Mapping[tuple[str, str], list[str]]:
        found: dict[tuple[str, str], list[str]] = {}
        for name, text, clave in _printed(self.seguimiento):
            found.setdefault((name, text), []).append(clave)
        return found


def _printed(seguimiento: Seguimiento) -> Iterator[tuple[str, str, str]]:
    for each in seguimiento.indicadores:
        for field, name in CAMPOS.items():
            if text := getattr(each.impreso, field):
                yield name, text, each.clave


def _list(words: list[str]) -> str:
    return " y ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def misma_palabra(one: str, other: str) -> bool:
    """Whether two words are the same one in another spelling: capitals, accents or plural."""
    return _root(one) == _root(other)


def _root(text: str) -> list[str]:
    return [word.removesuffix("s") for word in bare(text).split()]
