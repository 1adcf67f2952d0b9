"""A follow-up acuerdo as layouts and pages show it: names for units, words for dates."""

from dataclasses import dataclass
from datetime import date

from generator.base.fechas import short_date
from generator.model.acuerdo import Anotacion
from generator.model.ciclo import ESTADOS, ROTULOS, Seguido


@dataclass(frozen=True)
class PasoEnlazado:
    """One note of the history."""

    nota: Anotacion
    quien: str
    locale: str

    @property
    def que(self) -> str:
        grade = f", {self.nota.grado}%" if self.nota.grado is not None else ""
        return f"{ROTULOS[self.nota.que]}{grade}"

    @property
    def dia(self) -> date:
        return self.nota.cuando.date()

    @property
    def fecha(self) -> str:
        return short_date(self.dia, self.locale)

    @property
    def texto(self) -> str:
        """What it says, with its support and the deadline it gives."""
        given = self.nota.plazo
        parts = [
            self.nota.texto or "",
            f"Nuevo plazo: {short_date(given, self.locale)}." if given else "",
            f"Soporte: {', '.join(self.nota.soporte)}." if self.nota.soporte else "",
        ]
        return " ".join(part for part in parts if part)


@dataclass(frozen=True)
class AcuerdoEnlazado:
    """An acuerdo, its units and its history."""

    seguido: Seguido
    responsable: str
    corresponsables: str
    """Their names, in a sentence; empty if there are none."""
    historial: tuple[PasoEnlazado, ...]
    locale: str

    @property
    def clave(self) -> str:
        return self.seguido.clave

    @property
    def folio(self) -> str:
        return self.seguido.folio

    @property
    def asunto(self) -> str:
        return self.seguido.acuerdo.asunto

    @property
    def acordado(self) -> str:
        return self.seguido.acuerdo.acuerdo

    @property
    def estado(self) -> str:
        return ESTADOS[self.seguido.estado]

    @property
    def plazo(self) -> str:
        return short_date(self.seguido.plazo, self.locale)

    @property
    def cumplimiento(self) -> str:
        grade = self.seguido.grado
        return "Sin avances" if grade is None else f"{grade}%"
