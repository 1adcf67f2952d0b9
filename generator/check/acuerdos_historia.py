"""The history of an acuerdo is as it was noted: seals, order, and what each note must say."""

from collections.abc import Iterator

from generator.base.diagnostic import Diagnostic, diagnose
from generator.model.acuerdo import Acuerdo, Anotacion, clave, sealed
from generator.model.leido import Leido

PIDE = {"avance": ("grado", "texto"), "comentario": ("texto",), "prorroga": ("plazo",)}
"""What a note of each kind must say."""
SOLO = {"grado": "avance", "soporte": "avance", "plazo": "prorroga", "folio": "notificado"}
"""What only a note of one kind says."""


def historia(nombre: str, leido: Leido[Acuerdo]) -> Iterator[Diagnostic]:
    """What is wrong in the history of the acuerdo in the file called `nombre`."""
    yield from _seals(leido)
    yield from _order(leido)
    yield from _fields(leido)
    first = leido.valor.historial[0]
    name = clave(first.cuando, first.huella)
    expected = f"{name[:4]}/{name}.yml"
    if nombre != name or not leido.ruta.endswith(expected):
        yield diagnose("ACU-009", leido.span("historial", 0, "huella"), esperado=expected)


def _seals(leido: Leido[Acuerdo]) -> Iterator[Diagnostic]:
    acuerdo, seen = leido.valor, set[str]()
    for place, nota in enumerate(acuerdo.historial):
        cause = _fault(acuerdo, nota, place, seen)
        if cause:
            span = leido.span("historial", place, "huella")
            yield diagnose("ACU-003", span, causa=cause, archivo=leido.ruta)
        seen.add(nota.huella)


def _fault(acuerdo: Acuerdo, nota: Anotacion, place: int, seen: set[str]) -> str:
    """Why a note is not as it was written, after those of `seen`."""
    if place == 0 and sealed(nota, acuerdo) != nota.huella:
        return "lo que dicen el acuerdo o su primera anotación no es lo que se selló con su huella"
    if place and sealed(nota, None) != nota.huella:
        return f"lo que dice la anotación «{nota.que}» no es lo que se selló con su huella"
    if nota.huella in seen:
        return f"la anotación «{nota.que}» está dos veces"
    if bool(nota.tras) is (place == 0) or not seen.issuperset(nota.tras):
        return f"falta, o está después, una anotación que «{nota.que}» continúa"
    return ""


def _order(leido: Leido[Acuerdo]) -> Iterator[Diagnostic]:
    """No note is older than one it follows."""
    when = {nota.huella: nota.cuando for nota in leido.valor.historial}
    for place, nota in enumerate(leido.valor.historial):
        before = max((when[each] for each in nota.tras if each in when), default=nota.cuando)
        if nota.cuando < before:
            span = leido.span("historial", place, "cuando")
            yield diagnose("ACU-008", span, cuando=nota.cuando, antes=before)


def _fields(leido: Leido[Acuerdo]) -> Iterator[Diagnostic]:
    for place, nota in enumerate(leido.valor.historial):
        span = leido.span("historial", place, "que")
        for name in PIDE.get(nota.que, ()):
            if getattr(nota, name) is None:
                data = {"causa": f"falta «{name}»", "clave": nota.que}
                yield diagnose("ACU-010", span, **data)
        notices = [n for n in leido.valor.historial[: place + 1] if n.que == "notificado"]
        if notices == [nota] and not nota.folio:
            yield diagnose("ACU-010", span, clave=nota.que, causa="falta «folio»")
        for name, kind in SOLO.items():
            if nota.que != kind and getattr(nota, name) not in (None, ()):
                yield diagnose("ACU-010", span, clave=nota.que, causa=f"sobra «{name}»")
