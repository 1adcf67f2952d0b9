"""What was printed of an evaluation against its indicators: distribution, words, text."""

from collections.abc import Iterator

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.numbers import rounded
from generator.check.seguimientos import desconocidas
from generator.check.todo import Todo
from generator.model.distribucion import celda_impresa
from generator.model.enlazado_seguimiento import CAMPOS, SeguimientoEnlazado, misma_palabra
from generator.model.esquema import Categoria, EsquemaCategorias
from generator.model.leido import Leido, Loc
from generator.model.registro import Cifra
from generator.model.seguimiento import TOTAL, IndicadorSeguido, Seguimiento

_CONTRARIO = {"Ascendente": "Disminuye", "Descendente": "Aumenta"}
"""Which way an indicator goes → the change that takes it away from its target."""
Dicho = tuple[IndicadorSeguido, Loc]


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida, enlazada in zip(todo.proyecto.instituciones, todo.enlazadas, strict=True):
        for id_, leido in leida.seguimientos.items():
            found = enlazada.seguimientos.get(id_)
            if found and not (leido.reparado or leida.esquemas[leido.valor.esquema].reparado):
                if not desconocidas(leido.valor, found.esquema):
                    yield from _distribucion(leido, found)
                    yield from _columnas(found)
                yield from _palabras(leido)
                yield from _cambios(leido, found.esquema)


# ── the printed distribution ──


def _distribucion(leido: Leido[Seguimiento], enlazado: SeguimientoEnlazado) -> Iterator[Diagnostic]:
    for row, cells in leido.valor.impreso.distribucion.items():
        for column, text in cells.items():
            place = leido.span("impreso", "distribucion", row, column)
            stated = celda_impresa(text)
            if stated is None:
                yield diagnose("SEG-004", place, texto=text)
                continue
            where = f"{row} × {column}"
            for printed, counted in _pares(stated, _dadas(enlazado, row, column)):
                if printed != counted:
                    data = {"donde": where, "impreso": printed, "calculado": counted}
                    yield diagnose("EVA-001", place, **data)


def _pares(
    stated: tuple[int, int | None], given: tuple[Cifra | None, Cifra | None]
) -> Iterator[tuple[str, str]]:
    """The printed count and percentage, each with the one that the indicators give."""
    count, share = given
    if count is not None and count.valor is not None:
        yield str(stated[0]), str(count.exacta)
    if stated[1] is not None and share is not None and share.valor is not None:
        yield f"{stated[1]}%", f"{rounded(share.fraccion, 0)}%"


def _dadas(
    enlazado: SeguimientoEnlazado, row: str, column: str
) -> tuple[Cifra | None, Cifra | None]:
    """The count and the share of a cell, by what heads its row and its column."""
    cross = enlazado.cruce
    titles = [categoria.titulo for categoria in cross.categorias]
    fila = next((f for f in cross.filas if f.nombre == row), None)
    if column == TOTAL:
        return (fila.total, fila.porcentaje) if fila else (cross.total, None)
    if column not in titles:
        return None, None
    place = titles.index(column)
    return (fila.celdas[place], None) if fila else cross.totales[place]


def _columnas(enlazado: SeguimientoEnlazado) -> Iterator[Diagnostic]:
    """The printed cells that stand where nothing can be counted add up to what can."""
    cross = enlazado.cruce
    for place, categoria in enumerate(cross.categorias):
        cells = [fila.celdas[place] for fila in cross.filas]
        total = cross.totales[place][0]
        if categoria.etiqueta not in cross.publicadas or any(c.valor is None for c in cells):
            continue
        added = sum(cell.fraccion for cell in cells)
        if added != total.fraccion:
            where = f"la suma de la columna {categoria.titulo}"
            data = {"donde": where, "impreso": added, "calculado": total.exacta}
            yield diagnose("EVA-001", cells[0].origen, **data)


# ── the words ──


def _palabras(leido: Leido[Seguimiento]) -> Iterator[Diagnostic]:
    for field, name in CAMPOS.items():
        spellings: dict[str, list[Dicho]] = {}
        for each, loc in _indicadores(leido.valor):
            value = getattr(each, field)
            text = getattr(each.impreso, field)
            if text is None or text == value:
                continue
            if misma_palabra(text, value):
                spellings.setdefault(value, []).append((each, (*loc, "impreso", field)))
            else:
                data = {"campo": f"el {name}" if field != "calidad" else "la calidad"}
                place = leido.span(*loc, "impreso", field)
                yield diagnose(
                    "EVA-002", place, clave=each.clave, impreso=text, valor=value, **data
                )
        for value, said in spellings.items():
            yield _grafias(leido, field, value, said)


def _grafias(leido: Leido[Seguimiento], field: str, value: str, said: list[Dicho]) -> Diagnostic:
    """Every spelling of a word, with the claves that print it, at the first that differs."""
    found: dict[str, list[str]] = {}
    for each, _ in _indicadores(leido.valor):
        if getattr(each, field) == value:
            found.setdefault(getattr(each.impreso, field) or value, []).append(each.clave)
    listing = "; ".join(f"«{text}» ({', '.join(claves)})" for text, claves in found.items())
    place = leido.span(*said[0][1])
    ways = f"{len(found)} maneras" if len(found) > 1 else "otra manera"
    return diagnose("EVA-003", place, valor=value, maneras=ways, grafias=listing)


def _indicadores(seguimiento: Seguimiento) -> Iterator[Dicho]:
    for o, objetivo in enumerate(seguimiento.objetivos):
        for n, each in enumerate(objetivo.indicadores):
            yield each, ("objetivos", o, "indicadores", n)


# ── the text ──


def _cambios(leido: Leido[Seguimiento], esquema: EsquemaCategorias) -> Iterator[Diagnostic]:
    """A target is not reached by going the other way."""
    for each, loc in _indicadores(leido.valor):
        reached = esquema.cumplimiento(each.cumplimiento_intermedia)
        if each.cambio and each.cambio == _CONTRARIO.get(each.sentido) and _alcanza(reached):
            data = {"clave": each.clave, "cambio": each.cambio.lower()}
            yield diagnose(
                "EVA-004",
                leido.span(*loc, "cambio"),
                sentido=each.sentido,
                cumplimiento=each.cumplimiento_intermedia,
                **data,
            )


def _alcanza(categoria: Categoria | None) -> bool:
    return categoria is not None and categoria.alcanza is True
