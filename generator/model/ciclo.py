"""The cycle of an acuerdo: its states, what may follow in each, its folio, and where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.model.acuerdo import Acuerdo, Anotacion, Que
from generator.model.roles import Permitido, Roles

ESTADOS: Mapping[str, str] = {
    "asignado": "Asignado",
    "registrado": "Registrado",
    "notificado": "Notificado",
    "en-seguimiento": "En seguimiento",
    "por-validar": "Por validar",
    "validado": "Validado",
    "suspendido": "Suspendido",
    "concluido": "Concluido",
    "cancelado": "Cancelado",
}
"""The states, in the order of the cycle."""
CERRADOS = frozenset(("concluido", "cancelado"))
VIGENTES = frozenset(ESTADOS) - CERRADOS
ROTULOS: Mapping[Que, str] = {
    "asignado": "Asignación",
    "registrado": "Registro",
    "notificado": "Aviso enviado",
    "avance": "Avance",
    "comentario": "Comentario",
    "prorroga": "Prórroga",
    "validado": "Validación",
    "devuelto": "Devolución",
    "suspendido": "Suspensión",
    "reanudado": "Reanudación",
    "cancelado": "Cancelación",
    "concluido": "Conclusión",
    "reabierto": "Reapertura",
    "reservado": "Reserva",
    "publicado": "Publicación",
}


@dataclass(frozen=True)
class Paso:
    """From which states it may be noted, and the state that it leaves; none, if it stays."""

    desde: frozenset[str]
    a: str = ""


_OPEN = VIGENTES - {"asignado"}
_MOVING = _OPEN - {"validado", "suspendido"}
PASOS: Mapping[Que, Paso] = {
    "asignado": Paso(frozenset(("",)), "asignado"),
    "registrado": Paso(frozenset(("asignado",)), "registrado"),
    "notificado": Paso(frozenset(ESTADOS) - {"asignado"}),
    "avance": Paso(_MOVING, "en-seguimiento"),
    "comentario": Paso(_OPEN),
    "prorroga": Paso(_OPEN),
    "validado": Paso(frozenset(("en-seguimiento", "por-validar")), "validado"),
    "devuelto": Paso(frozenset(("por-validar", "validado")), "en-seguimiento"),
    "suspendido": Paso(_MOVING, "suspendido"),
    "reanudado": Paso(frozenset(("suspendido",)), "en-seguimiento"),
    "cancelado": Paso(VIGENTES, "cancelado"),
    "concluido": Paso(frozenset(("validado",)), "concluido"),
    "reabierto": Paso(CERRADOS, "en-seguimiento"),
    "reservado": Paso(frozenset(ESTADOS)),
    "publicado": Paso(frozenset(ESTADOS)),
}
"""The cycle. A report of 100% leaves the acuerdo waiting to be validated."""
AVISADAS: frozenset[Que] = frozenset(PASOS) - {
    "asignado", "notificado", "avance", "reservado", "publicado"
}  # fmt: skip
"""What the responsable must be told of."""


def follows(estado: str, que: Que) -> bool:
    """Whether it may be noted in that state."""
    return estado in PASOS[que].desde


def after(estado: str, nota: Anotacion) -> str:
    """The state that a note leaves."""
    if nota.que == "avance" and nota.grado == 100:
        return "por-validar"
    if nota.que == "notificado" and estado == "registrado":
        return "notificado"
    return PASOS[nota.que].a or estado


def possible(estado: str) -> tuple[Que, ...]:
    return tuple(que for que in PASOS if follows(estado, que))


@dataclass(frozen=True)
class Seguido:
    """An acuerdo and where it stands; `folio` is empty until it is registered."""

    clave: str
    folio: str
    acuerdo: Acuerdo
    archivo: str

    @property
    def historial(self) -> tuple[Anotacion, ...]:
        return self.acuerdo.historial

    @cached_property
    def estado(self) -> str:
        estado = ""
        for nota in self.historial:
            estado = after(estado, nota)
        return estado

    @property
    def vigente(self) -> bool:
        return self.estado in VIGENTES

    @cached_property
    def plazo(self) -> date:
        """The last one given."""
        given = (nota.plazo for nota in reversed(self.historial) if nota.plazo)
        return next(given, self.acuerdo.plazo)

    @cached_property
    def grado(self) -> int | None:
        """The last degree of compliance that was reported."""
        return next((n.grado for n in reversed(self.historial) if n.grado is not None), None)

    @cached_property
    def reservado(self) -> bool:
        """Whether it must never be public: the last that was said of it."""
        said = [n.que for n in self.historial if n.que in ("reservado", "publicado")]
        return said[-1] == "reservado" if said else self.acuerdo.reserva is not None

    @cached_property
    def asentado(self) -> bool:
        """Whether its folio was told, and so can no longer change."""
        return fixed(self.acuerdo) is not None

    def vencido(self, hoy: date) -> bool:
        return self.vigente and self.plazo < hoy

    def dias(self, hoy: date) -> int:
        """Days left; below zero, those that it is late."""
        return (self.plazo - hoy).days

    @cached_property
    def heads(self) -> tuple[str, ...]:
        """The notes that none follows: what the next one must follow."""
        followed = {each for nota in self.historial for each in nota.tras}
        return tuple(n.huella for n in self.historial if n.huella not in followed)

    def pending(self) -> tuple[Anotacion, ...]:
        """What nobody was told of yet: no notice follows it."""
        by = {nota.huella: nota for nota in self.historial}
        told: set[str] = set()
        queue = [h for n in self.historial if n.que == "notificado" for h in n.tras]
        while queue:
            each = queue.pop()
            if each in by and each not in told:
                told.add(each)
                queue += by[each].tras
        return tuple(n for n in self.historial if n.que in AVISADAS and n.huella not in told)


def roles_in(acuerdo: Acuerdo, unidad: str, roles: Roles, day: date) -> set[Permitido]:
    """What a unit is to that acuerdo on that day."""
    own = {rol.papel for rol in roles.of(unidad, day)}
    found: set[Permitido] = set()
    if "direccion-general" in own:
        found.add("direccion-general")
    if "administrador" in own:
        found.add("administrador")
    if own and unidad == acuerdo.responsable:
        found.add("responsable")
    if own and unidad in acuerdo.corresponsables:
        found.add("corresponsable")
    return found


def fixed(acuerdo: Acuerdo) -> str | None:
    """The folio that a notice fixed, if any did."""
    return next((nota.folio for nota in acuerdo.historial if nota.folio), None)


def folios(acuerdos: Mapping[str, Acuerdo]) -> dict[str, str]:
    """Clave → folio, for those that are registered. One that was told stays; the others take, in
    the order of their registration, the lowest that are free in their year: whatever branches are
    merged, none is repeated or missing.
    """
    found: dict[str, str] = {}
    waiting = []
    for clave, acuerdo in acuerdos.items():
        when = next((n.cuando for n in acuerdo.historial if n.que == "registrado"), None)
        told = fixed(acuerdo)
        if told:
            found[clave] = told
        elif when is not None:
            waiting.append((when, clave))
    taken = set(found.values())
    for _, clave in sorted(waiting):
        number = 1
        while (folio := f"{clave[:4]}-{number:04}") in taken:
            number += 1
        found[clave] = folio
        taken.add(folio)
    return found


def followed(acuerdos: Mapping[str, tuple[str, Acuerdo]]) -> tuple[Seguido, ...]:
    """Every acuerdo (clave → its file and what it says) with its folio, in the order of folios;
    those that are not registered yet, last.
    """
    given = folios({clave: acuerdo for clave, (_, acuerdo) in acuerdos.items()})
    every = (Seguido(c, given.get(c, ""), a, file) for c, (file, a) in acuerdos.items())
    return tuple(sorted(every, key=lambda s: (not s.folio, s.folio, s.clave)))
