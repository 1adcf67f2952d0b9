"""Each word of a follow-up is in its scheme, each clave is one, and each scheme is well made."""

from collections.abc import Iterable, Iterator

from generator.base.diagnostic import Diagnostic, diagnose, near
from generator.base.span import Span
from generator.check.todo import Todo
from generator.model.esquema import Categoria, EsquemaCategorias
from generator.model.leido import Leido, Loc
from generator.model.proyecto import InstitucionLeida
from generator.model.seguimiento import PERDIDO, TOTAL, Seguimiento
from generator.model.valores import PENDIENTE

Dicho = tuple[str, Loc]
"""A word of the data and its place."""


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        for esquema in leida.esquemas.values():
            if not esquema.reparado:
                yield from _esquema(esquema)
        for leido in leida.seguimientos.values():
            if not leido.reparado:
                yield from _seguimiento(leida, leido)
        yield from _documentos(leida)


def _seguimiento(leida: InstitucionLeida, leido: Leido[Seguimiento]) -> Iterator[Diagnostic]:
    yield from _claves(leido)
    id_ = leido.valor.esquema
    esquema = leida.esquemas.get(id_)
    if esquema is None:
        if id_ != PENDIENTE:
            yield _desconocido(id_, "esquemas", leida.esquemas, leido.span("esquema"))
    elif not esquema.reparado:
        yield from _palabras(leido, esquema.valor, id_)


def _documentos(leida: InstitucionLeida) -> Iterator[Diagnostic]:
    """The follow-up that a document publishes exists."""
    for documento in leida.documentos:
        id_ = documento.declarado.valor.seguimiento
        if id_ and id_ not in (PENDIENTE, *leida.seguimientos):
            place = documento.declarado.span("seguimiento")
            yield _desconocido(id_, "seguimientos", leida.seguimientos, place)


def _desconocido(id_: str, folder: str, known: Iterable[str], place: Span) -> Diagnostic:
    return diagnose("SEG-002", place, id=id_, carpeta=folder, cerca=near(id_, known))


# ── words ──


def _palabras(
    leido: Leido[Seguimiento], esquema: EsquemaCategorias, id_: str
) -> Iterator[Diagnostic]:
    for where, known, said in _dichas(leido.valor, esquema):
        for word, loc in said:
            if word not in known:
                data = {"palabra": word, "donde": where, "esquema": id_, "cerca": near(word, known)}
                listing = ", ".join(known)
                yield diagnose("SEG-001", leido.span(*loc), posibles=listing, **data)


def desconocidas(seguimiento: Seguimiento, esquema: EsquemaCategorias) -> bool:
    """Whether some word is not of the scheme: nothing can then be counted with certainty."""
    every = _dichas(seguimiento, esquema)
    return any(word not in known for _, known, said in every for word, _ in said)


def _dichas(
    seguimiento: Seguimiento, esquema: EsquemaCategorias
) -> Iterator[tuple[str, tuple[str, ...], list[Dicho]]]:
    """What each list of the scheme is called, its words, and those that the data say."""
    lost = (PERDIDO,)
    yield "los enfoques", (*esquema.enfoques, *lost), [*_de(seguimiento, "enfoque")]
    yield "los tipos", (*esquema.tipos, *lost), [*_de(seguimiento, "tipo")]
    yield "las calidades", (*esquema.calidades, *lost), [*_de(seguimiento, "calidad")]
    yield "los criterios", esquema.criterios, [*_criterios(seguimiento)]
    words = tuple(c.etiqueta for c in esquema.cumplimientos)
    yield "los cumplimientos", words, [*_de(seguimiento, "cumplimiento_intermedia")]
    words = tuple(c.etiqueta for c in esquema.avances)
    yield "los avances", words, [*_de(seguimiento, "avance_sexenal")]
    yield "los enfoques", (*esquema.enfoques, TOTAL), [*_filas(seguimiento)]
    yield "los avances", (*(c.titulo for c in esquema.avances), TOTAL), [*_columnas(seguimiento)]


def _de(seguimiento: Seguimiento, field: str) -> Iterator[Dicho]:
    """The word of a field in objectives, indicators and loose characteristics that have it."""
    for o, objetivo in enumerate(seguimiento.objetivos):
        here: Loc = ("objetivos", o)
        if field in objetivo.model_fields_set:
            yield getattr(objetivo, field), (*here, field)
        for name in ("indicadores", "sueltos"):
            for n, each in enumerate(getattr(objetivo, name)):
                if hasattr(each, field):
                    yield getattr(each, field), (*here, name, n, field)


def _criterios(seguimiento: Seguimiento) -> Iterator[Dicho]:
    for o, objetivo in enumerate(seguimiento.objetivos):
        for n, each in enumerate(objetivo.indicadores):
            for name in each.criterios:
                loc = ("objetivos", o, "indicadores", n, "criterios", name, "#clave")
                yield name, loc


def _filas(seguimiento: Seguimiento) -> Iterator[Dicho]:
    for row in seguimiento.impreso.distribucion:
        yield row, ("impreso", "distribucion", row, "#clave")


def _columnas(seguimiento: Seguimiento) -> Iterator[Dicho]:
    for row, cells in seguimiento.impreso.distribucion.items():
        for column in cells:
            yield column, ("impreso", "distribucion", row, column, "#clave")


# ── claves ──


def _claves(leido: Leido[Seguimiento]) -> Iterator[Diagnostic]:
    objetivos = list(enumerate(leido.valor.objetivos))
    numbers = [(str(o.numero), leido.span("objetivos", i, "numero")) for i, o in objetivos]
    yield from _repetidos("objetivo", numbers)
    claves = [
        (each.clave, leido.span("objetivos", i, "indicadores", n, "clave"))
        for i, o in objetivos
        for n, each in enumerate(o.indicadores)
    ]
    yield from _repetidos("indicador", claves)
    known = tuple(clave for clave, _ in claves)
    for i, o in objetivos:
        for s, loose in enumerate(o.sueltos):
            for n, clave in enumerate(loose.de):
                if clave not in known:
                    place = leido.span("objetivos", i, "sueltos", s, "de", n)
                    yield diagnose("REF-004", place, id=clave, cerca=near(clave, known))


def _repetidos(what: str, named: Iterable[tuple[str, Span]]) -> Iterator[Diagnostic]:
    seen: dict[str, Span] = {}
    for name, span in named:
        if name in seen:
            yield diagnose("IDS-001", span, id=name, lugar=seen[name], que=what)
        seen.setdefault(name, span)


# ── the scheme ──


def _esquema(leido: Leido[EsquemaCategorias]) -> Iterator[Diagnostic]:
    for field in ("enfoques", "tipos", "calidades", "criterios", "cumplimientos", "avances"):
        words: list[str] = []
        for n, each in enumerate(getattr(leido.valor, field)):
            loc: Loc = (field, n, "etiqueta") if isinstance(each, Categoria) else (field, n)
            word = each.etiqueta if isinstance(each, Categoria) else each
            if word in words:
                yield diagnose("SEG-003", leido.span(*loc), causa=f"«{word}» está dos veces")
            words.append(word)
    span = leido.valor.vigencia
    if span.hasta is not None and span.hasta < span.desde:
        cause = "la vigencia termina antes de empezar"
        yield diagnose("SEG-003", leido.span("vigencia", "hasta"), causa=cause)
