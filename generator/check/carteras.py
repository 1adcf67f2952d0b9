"""Projects numbered one by one, each with a name of its own; and the portfolios that are cited."""

from collections.abc import Iterator

from generator.base.diagnostic import Diagnostic, diagnose, near
from generator.base.span import Span
from generator.base.text import bare
from generator.check.todo import Todo
from generator.model.cartera import Cartera, ProyectoCartera
from generator.model.leido import Leido
from generator.model.proyecto import DocumentoLeido, InstitucionLeida
from generator.model.valores import PENDIENTE

RESERVADAS = ("total", "grupos")
"""Parts of the addresses of the counts, which no group may be called."""


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        for leido in leida.carteras.values():
            if not leido.reparado:
                yield from _numeros(leido)
                yield from _nombres(leido)
                yield from _grupos(leido)
        for documento in leida.documentos:
            yield from _citadas(leida, documento)


def _proyectos(leido: Leido[Cartera]) -> Iterator[tuple[tuple[str | int, ...], ProyectoCartera]]:
    for g, grupo in enumerate(leido.valor.grupos):
        for p, proyecto in enumerate(grupo.proyectos):
            yield ("grupos", g, "proyectos", p), proyecto


def _numeros(leido: Leido[Cartera]) -> Iterator[Diagnostic]:
    """The numbers that are typed are those of their places."""
    for place, (loc, proyecto) in enumerate(_proyectos(leido), 1):
        if proyecto.numero not in (None, place):
            data = {"numero": proyecto.numero, "antes": place - 1, "debia": place}
            yield diagnose("NRO-002", leido.span(*loc, "numero"), que="el proyecto", **data)


def _nombres(leido: Leido[Cartera]) -> Iterator[Diagnostic]:
    seen: dict[str, Span] = {}
    for loc, proyecto in _proyectos(leido):
        key, span = bare(proyecto.nombre).strip(" ."), leido.span(*loc, "nombre")
        if key in seen:
            yield diagnose("DUP-005", span, nombre=proyecto.nombre, lugar=seen[key])
        seen.setdefault(key, span)


def _grupos(leido: Leido[Cartera]) -> Iterator[Diagnostic]:
    seen = dict.fromkeys(RESERVADAS, "las cuentas de toda la lista")
    for place, grupo in enumerate(leido.valor.grupos):
        span = leido.span("grupos", place, "id")
        if grupo.id in seen:
            yield diagnose("IDS-001", span, id=grupo.id, lugar=seen[grupo.id], que="grupo")
        seen.setdefault(grupo.id, str(span))


def _citadas(leida: InstitucionLeida, documento: DocumentoLeido) -> Iterator[Diagnostic]:
    """The portfolios that the chapter of a document lists."""
    leido = documento.declarado
    chapter = leido.valor.capitulo
    for a, apartado in enumerate(chapter.apartados if chapter else ()):
        for t, tema in enumerate(apartado.temas):
            if tema.proyectos not in (None, PENDIENTE, *leida.carteras):
                span = leido.span("capitulo", "apartados", a, "temas", t, "proyectos")
                close = near(tema.proyectos or "", leida.carteras)
                yield diagnose("REF-026", span, id=tema.proyectos, cerca=close)
