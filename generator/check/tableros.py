"""Each board can be made: its indicators exist, each is in one group, and its day has data."""

from collections.abc import Iterable, Iterator

from generator.base.diagnostic import Diagnostic, diagnose, near
from generator.base.fechas import long_date
from generator.base.span import Span
from generator.check.todo import Todo
from generator.model.enlazado import InstitucionEnlazada
from generator.model.leido import Leido
from generator.model.proyecto import InstitucionLeida
from generator.model.tablero import Tablero
from generator.model.valores import PENDIENTE


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    pairs = zip(todo.proyecto.instituciones, todo.enlazadas, strict=True)
    for leida, enlazada in pairs:
        yield from _documentos(leida)
        for id_, leido in leida.tableros.items():
            if not leido.reparado:
                faults = [*_piezas(leida, leido), *_indicadores(leida, leido), *_rubros(leido)]
                yield from faults or _filas(leido, enlazada, id_)


def _documentos(leida: InstitucionLeida) -> Iterator[Diagnostic]:
    """The board that a document publishes exists."""
    for documento in leida.documentos:
        place = documento.declarado.span("tablero")
        yield from _archivo(documento.declarado.valor.tablero, "tableros", leida.tableros, place)


def _archivo(
    id_: str | None, folder: str, known: Iterable[str], place: Span
) -> Iterator[Diagnostic]:
    if id_ and id_ not in (PENDIENTE, *known):
        yield diagnose("TAB-003", place, id=id_, carpeta=folder, cerca=near(id_, known))


def _piezas(leida: InstitucionLeida, leido: Leido[Tablero]) -> Iterator[Diagnostic]:
    """What its axis asks for is said, and exists."""
    tablero = leido.valor
    yield from _archivo(tablero.semaforo, "semaforos", leida.semaforos, leido.span("semaforo"))
    place = leido.span("instrumento")
    yield from _archivo(tablero.instrumento, "instrumentos", leida.instrumentos, place)
    asked = {"objetivo": "instrumento", "rubro": "rubros"}.get(tablero.por, "ejercicio")
    if not getattr(tablero, asked):
        yield _fault(leido, "por", f"es por {tablero.por} y no dice «{asked}»")
    for field in sorted({"instrumento", "rubros", "ejercicio"} - {asked}):
        if getattr(tablero, field):
            yield _fault(leido, field, f"es por {tablero.por}: «{field}» no le sirve")


def _rubros(leido: Leido[Tablero]) -> Iterator[Diagnostic]:
    """Every rubro says something, and the list of them is cited."""
    if leido.valor.rubros and not leido.valor.fuente:
        yield _fault(leido, "rubros", "no dice en «fuente» de dónde salen sus rubros")
    seen = set[str]()
    for n, rubro in enumerate(leido.valor.rubros):
        if not rubro.indicadores and not rubro.pendientes:
            cause = f"el rubro «{rubro.nombre}» no tiene indicadores ni dice cuáles le faltan"
            yield diagnose("TAB-005", leido.span("rubros", n, "nombre"), causa=cause)
        if rubro.nombre in seen:
            cause = f"el rubro «{rubro.nombre}» está dos veces"
            yield diagnose("TAB-005", leido.span("rubros", n, "nombre"), causa=cause)
        seen.add(rubro.nombre)


def _indicadores(leida: InstitucionLeida, leido: Leido[Tablero]) -> Iterator[Diagnostic]:
    """Those that the rubros name exist, and each is in one of them."""
    known = {i.id for tabla in leida.indicadores for i in tabla.valor.indicadores}
    known |= set(leida.fichas)
    seen: dict[str, str] = {}
    for r, rubro in enumerate(leido.valor.rubros):
        for n, id_ in enumerate(rubro.indicadores):
            place = leido.span("rubros", r, "indicadores", n)
            if id_ not in known:
                yield diagnose("TAB-001", place, id=id_, cerca=near(id_, known))
            elif id_ in seen:
                yield diagnose("TAB-002", place, id=id_, donde_esta=seen[id_])
            seen.setdefault(id_, rubro.nombre)


def _filas(leido: Leido[Tablero], enlazada: InstitucionEnlazada, id_: str) -> Iterator[Diagnostic]:
    """It has rows, and its day is not before all the results of its indicators."""
    filas = enlazada.tableros[id_].filas
    if not filas:
        yield _fault(leido, "por", f"ningún indicador tiene lo que pide «por: {leido.valor.por}»")
    sheets = [enlazada.fichas[fila.id] for fila in filas if fila.id in enlazada.fichas]
    years = [y for s in sheets for y, cifra in s.serie.items() if cifra.valor is not None]
    if years and not any(fila.juicio.valor for fila in filas):
        day = long_date(leido.valor.corte, enlazada.ficha.locale)
        yield diagnose("TAB-004", leido.span("corte"), corte=day, primero=min(years))


def _fault(leido: Leido[Tablero], field: str, cause: str) -> Diagnostic:
    return diagnose("TAB-005", leido.span(field), causa=cause)
