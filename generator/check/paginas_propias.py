"""The addresses of the portal's own pages: each its own, and none that the site already has."""

from collections.abc import Iterator

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.span import Span
from generator.check.todo import Todo
from generator.model.valores import PENDIENTE

DEL_SITIO = frozenset(
    ("404", "manifiesto", "novedades", "robots", "sitemap", "tablero", "verificacion")
)
"""What the site has at its root, besides the names that nothing may have."""


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    portal = todo.proyecto.portal
    taken = DEL_SITIO | {leida.id for leida in todo.proyecto.instituciones}
    seen: dict[str, Span] = {}
    for place, page in enumerate(portal.valor.paginas if portal else ()):
        assert portal
        span = portal.span("paginas", place, "id")
        if page.id == PENDIENTE:
            continue
        if page.id in taken:
            yield diagnose("IDS-003", span, id=page.id)
        elif page.id in seen:
            yield diagnose("IDS-001", span, id=page.id, lugar=seen[page.id], que="página")
        seen.setdefault(page.id, span)
