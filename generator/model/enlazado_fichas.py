"""A ficha with its figures, its calculations and what follows from them."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.base.numbers import decimal_text, rounded
from generator.base.span import Span
from generator.model.ficha import Componente, Ficha, Variable
from generator.model.institucion import UnidadResponsable
from generator.model.instrumento import Objetivo
from generator.model.registro import Cifra
from generator.model.semaforo import Corte, Esquema

Anual = Mapping[int, Cifra]
"""Year → figure."""


@dataclass(frozen=True)
class ComponenteEnlazado:
    componente: Componente
    valores: Anual


@dataclass(frozen=True)
class VariableEnlazada:
    numero: int
    variable: Variable
    valores: Anual
    """Stated, or computed from its componentes."""
    componentes: tuple[ComponenteEnlazado, ...] = ()
    indefinidos: tuple[int, ...] = ()
    """Years in which its calculo divides by zero."""


@dataclass(frozen=True)
class Calculo:
    """The formula applied to one year. `cifra` is None when some variable has no value."""

    anio: int
    valores: Mapping[str, Cifra]
    """Name in the formula → the figure that enters."""
    cifra: Cifra | None
    publicado: Cifra | None
    """The result that the series states for the year."""
    indefinido: bool = False
    """The formula divides by zero."""

    @property
    def diferencia(self) -> str:
        """How far what is computed is from what is published, as they are printed."""
        if self.cifra is None or self.publicado is None or self.publicado.valor is None:
            return ""
        one, other = self.cifra, self.publicado
        decimals = max(one.decimales, other.decimales)
        printed = [rounded(cifra.fraccion, cifra.decimales) for cifra in (one, other)]
        apart = abs(printed[0] - printed[1])
        return decimal_text(apart, decimals, locale=one.casa.locale, grouped=True)

    @property
    def coincide(self) -> bool | None:
        """Whether it gives the published result; None when there is nothing to compare."""
        if self.cifra is None or self.publicado is None or self.publicado.valor is None:
            return None
        return self.cifra.texto("numero") == self.publicado.texto("numero")


@dataclass(frozen=True)
class Avance:
    """How far a result went from the baseline to the last target, in percent."""

    anio: int
    cifra: Cifra | None
    motivo: str
    """Why there is no figure, in Spanish; empty when there is one."""
    cumplida: bool | None
    """Whether the result reaches the target; None when it cannot be told."""
    corte: Corte | None = None
    """What a scheme of semáforo says of it."""


@dataclass(frozen=True)
class Respuesta:
    """The latest result that is whole and not preliminary; another when there is no such one."""

    anio: int
    cifra: Cifra
    avance: Avance
    frases: tuple[str, ...]
    posteriores: tuple[tuple[int, Cifra], ...]
    """Later years: preliminary, ND or NA."""


@dataclass(frozen=True)
class FichaEnlazada:
    id: str
    ficha: Ficha
    unidad: UnidadResponsable
    instrumento: str
    """Title of the instrument."""
    objetivo: Objetivo | None
    linea_base: Cifra
    serie: Anual
    metas: Anual
    variables: tuple[VariableEnlazada, ...]
    calculos: Mapping[int, Calculo]
    avances: Mapping[int, Avance]
    esquema: Esquema | None
    origen: Span
    respuesta: Respuesta | None = None
    """What it answers first."""

    @property
    def nombre(self) -> str:
        return self.ficha.nombre

    @property
    def meta(self) -> Cifra:
        """The last target."""
        return self.metas[max(self.metas)]

    @property
    def ultimo(self) -> Cifra | None:
        """The latest result with a value."""
        years = [year for year, cifra in self.serie.items() if cifra.valor is not None]
        return self.serie[max(years)] if years else None

    @property
    def preliminar(self) -> bool:
        """Whether some result is published as preliminary."""
        return any(cifra.estado == "p/" for cifra in self.serie.values())

    def parcial(self, anio: int) -> bool:
        """Whether the result of the year is preliminary or does not reach the end of its period."""
        made = self.calculos.get(anio)
        figures = [self.serie[anio], *([made.cifra] if made and made.cifra else [])]
        return anio in self.ficha.cortes or any(cifra.estado == "p/" for cifra in figures)

    @property
    def estados(self) -> tuple[str, ...]:
        """The states (NA, ND, p/) that its values print, in that order."""
        figures = [self.linea_base, *self.serie.values(), *self.metas.values()]
        figures += [c for v in self.variables for c in v.valores.values()]
        found = {cifra.estado for cifra in figures}
        return tuple(state for state in ("NA", "ND", "p/") if state in found)
