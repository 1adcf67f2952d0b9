"""The follow-up acuerdos: an untouched history, the cycle, who notes what, and whole folios."""

from collections.abc import Iterator, Mapping
from datetime import date

from generator.base.diagnostic import Diagnostic, diagnose, near
from generator.base.span import Span
from generator.check.acuerdos_historia import historia
from generator.check.todo import Todo
from generator.model.acuerdo import Acuerdo
from generator.model.ciclo import ESTADOS, after, fixed, follows, possible, roles_in
from generator.model.leido import Leido
from generator.model.proyecto import LibroLeido
from generator.model.roles import Permitido, Roles

QUIENES: Mapping[Permitido, str] = {
    "direccion-general": "la Dirección General",
    "administrador": "quien administra el sistema",
    "responsable": "la unidad responsable",
    "corresponsable": "las corresponsables",
}
Nombres = Mapping[str, str]
"""Id of a unit → its name."""


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        names = {u.id: u.nombre for u in leida.unidades.valor.unidades}
        yield from de_libro(leida.acuerdos, names, f"data/{leida.id}")


def de_libro(libro: LibroLeido, nombres: Nombres, carpeta: str) -> Iterator[Diagnostic]:
    """What is wrong in the acuerdos of one institution, whose folder is `carpeta`."""
    if libro.roles is not None:
        yield from _units(libro.roles, nombres, carpeta)
    for clave, leido in libro.acuerdos.items():
        if not leido.reparado:
            yield from historia(clave, leido)
            yield from _cycle(leido)
            yield from _deadline(leido)
            yield from _who(leido, libro.roles, nombres, f"{carpeta}/acuerdos/roles.yml")
    if not any(leido.reparado for leido in libro.acuerdos.values()):
        yield from _folios(libro)


def _units(roles: Leido[Roles], nombres: Nombres, carpeta: str) -> Iterator[Diagnostic]:
    for place, rol in enumerate(roles.valor.roles):
        if rol.unidad not in nombres and not roles.reparado:
            data = {"archivo": f"{carpeta}/unidades.yml", "cerca": near(rol.unidad, nombres)}
            yield diagnose("REF-001", roles.span("roles", place, "unidad"), id=rol.unidad, **data)


# ── one acuerdo ──


def _cycle(leido: Leido[Acuerdo]) -> Iterator[Diagnostic]:
    """Each note is one that its state admits."""
    state = ""
    for place, nota in enumerate(leido.valor.historial):
        if not follows(state, nota.que):
            shown = ESTADOS.get(state, "todavía sin asignar").lower()
            data = {"que": nota.que, "estado": shown, "posibles": ", ".join(possible(state))}
            yield diagnose("ACU-004", leido.span("historial", place, "que"), **data)
            return
        state = after(state, nota)


def _deadline(leido: Leido[Acuerdo]) -> Iterator[Diagnostic]:
    acuerdo = leido.valor
    start = acuerdo.historial[0].cuando.date()
    given: list[tuple[date | None, Span]] = [(acuerdo.plazo, leido.span("plazo"))]
    for place, nota in enumerate(acuerdo.historial):
        given.append((nota.plazo, leido.span("historial", place, "plazo")))
    for plazo, span in given:
        if plazo is not None and plazo < start:
            yield diagnose("ACU-006", span, plazo=plazo, asignado=start)


def _who(
    leido: Leido[Acuerdo], roles: Leido[Roles] | None, nombres: Nombres, archivo: str
) -> Iterator[Diagnostic]:
    """The units have a part in the system, and each note is of one that may write it."""
    acuerdo = leido.valor
    known = {rol.unidad for rol in roles.valor.roles} if roles else set()
    named = [(acuerdo.responsable, leido.span("responsable"))]
    for n, unit in enumerate(acuerdo.corresponsables):
        named.append((unit, leido.span("corresponsables", n)))
    for n, nota in enumerate(acuerdo.historial):
        named.append((nota.quien, leido.span("historial", n, "quien")))
    for unit, span in named:
        if unit not in known:
            yield diagnose("ACU-007", span, unidad=unit, archivo=archivo, cerca=near(unit, known))
    if roles is not None and not roles.reparado:
        yield from _allowed(leido, roles.valor, known, nombres)


def _allowed(
    leido: Leido[Acuerdo], roles: Roles, known: set[str], nombres: Nombres
) -> Iterator[Diagnostic]:
    for place, nota in enumerate(leido.valor.historial):
        allowed = roles.allowed(nota.que)
        own = roles_in(leido.valor, nota.quien, roles, nota.cuando.date())
        if nota.quien in known and not own.intersection(allowed):
            who = " o ".join(QUIENES[each] for each in allowed) or "nadie"
            data = {"unidad": nombres.get(nota.quien, nota.quien), "que": nota.que}
            yield diagnose("ACU-005", leido.span("historial", place, "quien"), quienes=who, **data)


# ── folios ──


def _folios(libro: LibroLeido) -> Iterator[Diagnostic]:
    """Those that were told are told once, and none is beyond how many there are."""
    first: dict[str, str] = {}
    for leido in libro.acuerdos.values():
        told = fixed(leido.valor)
        if told in first:
            yield diagnose("ACU-001", _folio(leido), folio=told, otro=first[told])
        elif told:
            first[told] = leido.ruta
    yield from _gaps(libro)


def _gaps(libro: LibroLeido) -> Iterator[Diagnostic]:
    years: dict[str, list[Leido[Acuerdo]]] = {}
    for clave, leido in libro.acuerdos.items():
        if any(nota.que == "registrado" for nota in leido.valor.historial):
            years.setdefault(clave[:4], []).append(leido)
    for year, own in years.items():
        told = {int(f.partition("-")[2]): each for each in own if (f := fixed(each.valor))}
        highest = max(told, default=0)
        if highest > len(own):
            missing = next(n for n in range(1, highest) if n not in told)
            folder = told[highest].ruta.rpartition("/")[0]
            data = {"folio": f"{year}-{missing:04}", "mayor": f"{year}-{highest:04}"}
            yield diagnose(
                "ACU-002",
                _folio(told[highest]),
                anio=year,
                cuantos=len(own),
                carpeta=folder,
                **data,
            )


def _folio(leido: Leido[Acuerdo]) -> Span:
    place = next(n for n, nota in enumerate(leido.valor.historial) if nota.folio)
    return leido.span("historial", place, "folio")
