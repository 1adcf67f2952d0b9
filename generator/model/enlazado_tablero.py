"""A board with each indicator judged as of its day, and what it has of each counted."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from generator.model.enlazado_fichas import Avance
from generator.model.institucion import UnidadResponsable
from generator.model.registro import Cifra
from generator.model.semaforo import Corte, Esquema
from generator.model.tablero import Tablero

Sentido = Literal["mejora", "empeora", "sin cambio", ""]


@dataclass(frozen=True)
class Estado:
    """A word of the board: one of its scheme, or one that stands for the lack of it."""

    id: str
    palabra: str
    forma: str
    """Figure and colour; empty when there is none."""
    significa: str
    """Who earns it, in one sentence."""


SIN_DATO = Estado("sin-dato", "Sin dato", "nd", "No hay resultado definitivo al corte del tablero.")
SIN_CLASIFICAR = Estado(
    "sin-clasificar", "Sin clasificar", "nd", "Hay resultado, y ningún corte del semáforo lo juzga."
)
CON_DATO = Estado("con-dato", "Con resultado", "", "Este tablero no tiene semáforo.")


@dataclass(frozen=True)
class Tendencia:
    """How the last result stands to the one before it; empty `palabra` when there are not two."""

    palabra: Sentido = ""
    desde: int = 0
    hasta: int = 0


@dataclass(frozen=True)
class Posterior:
    """A result after the one that is judged: shown, and never judged."""

    anio: int
    cifra: Cifra
    aviso: str
    """Why it is not judged: preliminar, a junio, año en curso, no publicado."""


@dataclass(frozen=True)
class Juicio:
    """An indicator as of the day of its board; without `valor` there is nothing to judge."""

    estado: Estado
    anio: int = 0
    valor: Cifra | None = None
    avance: Avance | None = None
    tendencia: Tendencia = Tendencia()
    serie: tuple[tuple[int, Cifra], ...] = ()
    """The definitive results up to the one that is judged."""
    posterior: Posterior | None = None
    meses: int = 0
    """From the end of the year of the result to the day of the board."""
    atrasado: bool = False
    """Older than its periodicity promises."""

    @property
    def sin_avance(self) -> str:
        """Why there is no avance, in a word; empty when there is one."""
        if self.avance is None:
            return "Sin dato"
        if self.avance.cifra:
            return ""
        return "No aplica" if "constante" in self.avance.motivo else "No calculable"

    @property
    def edad(self) -> str:
        """How old the result is, in words: 6 meses, 2 años."""
        if self.meses >= 2 * 12:
            return f"{self.meses // 12} años"
        return f"{self.meses} {'mes' if self.meses == 1 else 'meses'}"


@dataclass(frozen=True)
class FilaTablero:
    """An indicator of the board."""

    id: str
    clave: str
    nombre: str
    unidad: UnidadResponsable
    medida: str
    periodicidad: str
    meta: Cifra | None
    anio_meta: int
    base: Cifra | None
    anio_base: int
    juicio: Juicio


@dataclass(frozen=True)
class GrupoTablero:
    """The rows under one heading; `pendientes` are named by the source and have no data."""

    id: str
    numero: str
    titulo: str
    filas: tuple[FilaTablero, ...]
    pendientes: tuple[str, ...] = ()


@dataclass(frozen=True)
class EstadoContado:
    estado: Estado
    total: Cifra
    porcentaje: Cifra


@dataclass(frozen=True)
class TableroEnlazado:
    id: str
    tablero: Tablero
    esquema: Esquema | None
    grupos: tuple[GrupoTablero, ...]
    estados: tuple[EstadoContado, ...]
    cifras: Mapping[str, Cifra]
    """What is counted besides the states: indicadores, con-resultado, atrasados, mejora…"""

    @property
    def nombre(self) -> str:
        return self.tablero.nombre

    @property
    def filas(self) -> tuple[FilaTablero, ...]:
        return tuple(fila for grupo in self.grupos for fila in grupo.filas)

    @property
    def pendientes(self) -> int:
        """How many indicators the source names without data."""
        return sum(len(grupo.pendientes) for grupo in self.grupos)

    @property
    def con_resultados(self) -> bool:
        return any(f.juicio.valor or f.juicio.posterior for f in self.filas)

    @property
    def unidades(self) -> tuple[UnidadResponsable, ...]:
        """The units of its rows, by name."""
        found = {fila.unidad.id: fila.unidad for fila in self.filas}
        return tuple(sorted(found.values(), key=lambda unit: unit.nombre))

    @property
    def cortes(self) -> tuple[Corte, ...]:
        return self.esquema.cortes if self.esquema else ()
