"""The pages of the boards: one for each, and the one that shows them all.

A page never has more than MOST rows. A board with more is cut by its groups, each with its page,
and its own lists them; the page of all boards then shows their counts, without rows.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.document.nodes import Componente
from generator.document.walk import sections
from generator.model.enlazado_tablero import (
    Estado,
    FilaTablero,
    GrupoTablero,
    Posterior,
    TableroEnlazado,
)
from generator.model.institucion import UnidadResponsable
from generator.model.registro import Cifra
from generator.render.site_mapa import Mapa
from generator.render.site_paginas import Pagina
from generator.render.site_publicacion import (
    DocumentoPublicado,
    InstitucionPublicada,
    TableroPublicado,
)

MOST = 300
"""Rows of the page of all boards."""
POR = {
    "objetivo": "Objetivo",
    "perspectiva": "Perspectiva",
    "actividad": "Actividad",
    "rubro": "Rubro",
}
"""What the rows of a board are gathered by, in the order in which boards are shown."""
COLUMNAS = (
    *("institucion", "tablero", "corte", "grupo", "clave", "id", "indicador"),
    *("unidad_responsable", "unidad_medida", "periodicidad"),
    *("linea_base", "anio_linea_base", "resultado", "anio_resultado"),
    *("antiguedad_meses", "dato_atrasado", "tendencia"),
    *("posterior", "anio_posterior", "aviso_posterior"),
    *("meta", "anio_meta", "avance", "estado"),
)


@dataclass(frozen=True)
class Entrada:
    """A row of the page of all boards."""

    institucion: InstitucionPublicada
    tablero: TableroEnlazado
    grupo: GrupoTablero
    fila: FilaTablero


@dataclass(frozen=True)
class Opciones:
    """What a page of boards can be filtered by."""

    grupos: tuple[tuple[InstitucionPublicada, tuple[GrupoTablero, ...]], ...]
    unidades: tuple[tuple[InstitucionPublicada, tuple[UnidadResponsable, ...]], ...]
    estados: tuple[tuple[Estado, int], ...]


def ordered(institucion: InstitucionPublicada) -> tuple[TableroPublicado, ...]:
    """Its boards, those by objective first."""
    axes = list(POR)
    return tuple(
        sorted(
            institucion.tableros,
            key=lambda each: (axes.index(each.tablero.tablero.por), each.tablero.id),
        )
    )


def all_boards_page(mapa: Mapa) -> Iterator[Pagina]:
    """The page of all boards."""
    owners = tuple(i for i in mapa.publicacion.instituciones if i.tableros)
    rows = tuple(_entries(owners))
    shown = rows if len(rows) <= MOST else ()
    yield Pagina(
        "tablero/",
        "pagina-tableros",
        "Tablero de indicadores",
        "El resultado, la meta, el avance y el estado de los indicadores de cada institución, y de "
        "cuándo es cada dato.",
        {
            "tableros": tuple((i, each) for i in owners for each in ordered(i)),
            "filas": shown,
            "cuantas": len(rows),
            "opciones": _options(shown),
        },
        apartado="tablero",
        guion="tablero",
    )


def _entries(owners: tuple[InstitucionPublicada, ...]) -> Iterator[Entrada]:
    """Each indicator once, as the first board that has it shows it."""
    for owner in owners:
        seen = set[str]()
        for each in ordered(owner):
            for grupo in each.tablero.grupos:
                for fila in (f for f in grupo.filas if f.id not in seen):
                    seen.add(fila.id)
                    yield Entrada(owner, each.tablero, grupo, fila)


def _options(rows: tuple[Entrada, ...]) -> Opciones:
    groups: dict[str, dict[str, GrupoTablero]] = {}
    units: dict[str, dict[str, UnidadResponsable]] = {}
    states: dict[str, tuple[Estado, int]] = {}
    owners = {row.institucion.id: row.institucion for row in rows}
    for row in rows:
        estado = row.fila.juicio.estado
        groups.setdefault(row.institucion.id, {}).setdefault(row.grupo.id, row.grupo)
        units.setdefault(row.institucion.id, {})[row.fila.unidad.id] = row.fila.unidad
        states[estado.id] = (estado, states.get(estado.id, (estado, 0))[1] + 1)
    return Opciones(
        tuple((owners[id_], tuple(own.values())) for id_, own in groups.items()),
        tuple((owners[id_], _by_name(own)) for id_, own in units.items()),
        tuple(states.values()),
    )


def _by_name(units: Mapping[str, UnidadResponsable]) -> tuple[UnidadResponsable, ...]:
    return tuple(sorted(units.values(), key=lambda unit: unit.nombre))


def board_pages(institucion: InstitucionPublicada) -> Iterator[Pagina]:
    """The boards of an institution, each whole or by parts."""
    for each in institucion.tableros:
        whole = len(each.partes) == 1
        yield _page(institucion, each, 0 if whole else None)
        if not whole:
            yield from (_page(institucion, each, n) for n in range(len(each.partes)))


def _page(institucion: InstitucionPublicada, each: TableroPublicado, place: int | None) -> Pagina:
    """A board; one of its parts, or the list of them if `place` is None."""
    tablero, parts = each.tablero, each.partes
    title, route = tablero.nombre, each.ruta
    if place is not None and len(parts) > 1:
        title, route = f"{each.titulo(place)} · {title}", each.ruta_parte(place)
    return Pagina(
        route,
        "pagina-tablero",
        f"{title} · {institucion.siglas}",
        f"{tablero.tablero.descripcion}. Valor, meta, avance, estado y antigüedad de cada dato.",
        {
            "cada": each,
            "t": tablero,
            "bloque": parts[place or 0],
            "lugar": place,
            "titulo": title,
            "impreso": _printed(institucion, tablero.id),
            "por": POR[tablero.tablero.por],
        },
        institucion,
        apartado="tablero",
        guion="tablero",
    )


def _printed(institucion: InstitucionPublicada, id_: str) -> DocumentoPublicado | None:
    """The document that prints the board, if any does."""
    for publicado in institucion.documentos:
        blocks = (b for s in sections(publicado.documento.secciones) for b in s.bloques)
        for block in blocks:
            shown = block.datos.get("tablero") if isinstance(block, Componente) else None
            if isinstance(shown, TableroEnlazado) and shown.id == id_:
                return publicado
    return None


# ── data ──


def write_boards(mapa: Mapa, docs: Path) -> None:
    """The CSV of each board, in the folder of its page: RFC 4180, UTF-8."""
    for institucion in mapa.publicacion.instituciones:
        for each in institucion.tableros:
            target = docs / each.ruta_csv
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(_csv(institucion, each.tablero).encode())


def _csv(institucion: InstitucionPublicada, tablero: TableroEnlazado) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNAS)
    for grupo in tablero.grupos:
        for fila in grupo.filas:
            heading = f"{grupo.numero} {grupo.titulo}"
            head = (institucion.id, tablero.id, tablero.tablero.corte.isoformat(), heading)
            writer.writerow((*head, *_record(fila)))
    return text.getvalue()


def _record(fila: FilaTablero) -> Iterator[object]:
    """The columns of a row after those of its board; what has no value is empty, or ND or NA."""
    juicio = fila.juicio
    yield from (fila.clave, fila.id, fila.nombre, fila.unidad.nombre, fila.medida)
    yield fila.periodicidad
    yield from (_exact(fila.base), fila.anio_base or "")
    yield from (_exact(juicio.valor), juicio.anio or "")
    yield from ((juicio.meses, "sí" if juicio.atrasado else "no") if juicio.valor else ("", ""))
    yield juicio.tendencia.palabra
    yield from _later(juicio.posterior)
    yield from (_exact(fila.meta), fila.anio_meta or "")
    yield _exact(juicio.avance.cifra) if juicio.avance else ""
    yield juicio.estado.palabra


def _later(posterior: Posterior | None) -> tuple[object, ...]:
    if posterior is None:
        return "", "", ""
    return _exact(posterior.cifra), posterior.anio, posterior.aviso


def _exact(cifra: Cifra | None) -> str:
    return "" if cifra is None else cifra.exacta or cifra.estado
