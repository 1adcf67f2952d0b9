"""The pages of open data, and what each page tells of its own data to machines (JSON-LD)."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.base.text import listed
from generator.render.datos_api import indicator_rows
from generator.render.datos_archivos import Inventario
from generator.render.datos_catalogo import (
    Conjunto,
    linked_catalogue,
    linked_file,
    linked_indicator,
)
from generator.render.datos_rutas import DATOS, indicator_json, split
from generator.render.datos_tabla import Tabla, Valor
from generator.render.datos_texto import csv_line
from generator.render.datos_uso import Uso
from generator.render.datos_xlsx import TIPOS
from generator.render.site_paginas import Pagina

SERIE = "La meta y los resultados de cada año de este indicador, en los"
"""What is added to a description too short for those who read them, before the data's name."""
MUESTRA = ("indicador", "tipo", "anio", "direccion", "publicado", "valor", "estado")
"""Columns of the sample of the page."""


@dataclass(frozen=True)
class CuadrosDe:
    """The printed tables of a document, or those that an institution states."""

    id: str
    titulo: str
    conjuntos: tuple[Conjunto, ...]


def data_pages(inventario: Inventario) -> Iterator[Pagina]:
    """What there is, the dictionary, and the list of printed tables."""
    uso, whole = inventario.uso, inventario.todo
    yield Pagina(
        DATOS,
        "pagina-datos",
        "Datos abiertos",
        f"{uso.descripcion} En {listed(d.formato for d in whole.descargas)}, tabla por tabla y "
        "juntos.",
        {
            "inventario": inventario,
            "uso": uso,
            "muestra": _sample(inventario),
            "ejemplo": next((str(r["indicador"]) for r in indicator_rows(inventario.datos)), ""),
            "api_de": indicator_json,
            "partir": split,
        },
        apartado="datos",
    )
    yield Pagina(
        f"{DATOS}diccionario/",
        "pagina-diccionario",
        "Diccionario de datos",
        f"Qué contiene cada columna de las {len(inventario.tablas)} tablas de datos abiertos.",
        {"tablas": inventario.datos.tablas, "tipos": TIPOS, "ejemplo_de": example},
        apartado="datos",
    )
    if inventario.cuadros:
        yield Pagina(
            f"{DATOS}cuadros/",
            "pagina-datos-cuadros",
            "Cuadros para descargar",
            f"Los {len(inventario.cuadros)} cuadros de los documentos, cada uno en su archivo.",
            {"grupos": tuple(_grouped(inventario))},
            apartado="datos",
        )


def example(tabla: Tabla, place: int) -> str:
    """The first value of a column, shortened."""
    found = next((fila[place] for fila in tabla.filas if fila[place] is not None), None)
    return "" if found is None else _short(found)


def _short(value: Valor) -> str:
    text = str(value).lower() if isinstance(value, bool) else " ".join(str(value).split())
    return text if len(text) <= 60 else f"{text[:57].rstrip()}…"


def _sample(inventario: Inventario) -> tuple[str, ...]:
    """The first lines of observaciones.csv, some of its columns."""
    found = next((t for t in inventario.datos.tablas if t.nombre == "observaciones"), None)
    if found is None:
        return ()
    places = [found.columnas.index(name) for name in MUESTRA]
    rows = (tuple(fila[p] for p in places) for fila in found.filas[:5])
    return tuple(csv_line(row).rstrip() for row in (MUESTRA, *rows))


def _grouped(inventario: Inventario) -> Iterator[CuadrosDe]:
    titles = {
        f"documentos/{d.documento.id}": d.documento.titulo
        for _, d in inventario.uso.publicacion.ediciones
    }
    for i in inventario.uso.publicacion.instituciones:
        titles[f"cuadros/{i.id}"] = f"Cuadros de datos del {i.siglas}"
    found: dict[str, list[Conjunto]] = {}
    for conjunto in inventario.cuadros:
        if conjunto.tabla:
            found.setdefault(conjunto.tabla.grupo, []).append(conjunto)
    for group, own in found.items():
        yield CuadrosDe(group.replace("/", "-"), titles[group], tuple(own))


# ── for machines ──


def linked(inventario: Inventario) -> Mapping[str, str]:
    """Page → the JSON-LD that its head carries."""
    uso, found = inventario.uso, {}
    whole = (inventario.todo, *inventario.instituciones, *inventario.tablas)
    found[DATOS] = _script(linked_catalogue(uso, whole))
    mapa = inventario.datos.mapa
    houses = mapa.instituciones
    years = _years(inventario.datos.tablas)
    for row in indicator_rows(inventario.datos):
        page, casa = str(row["pagina"]), houses[str(row["institucion"])]
        up = "../" * page.count("/")
        own = mapa.descargas(*split(str(row["indicador"])))
        files = [linked_file(kind, up + path) for kind, path in own]
        said = _told(row, years.get(str(row["indicador"]), ()), uso)
        found[page] = _script(linked_indicator(uso, casa, said, files))
    return found


def _told(row: Mapping[str, Valor], years: tuple[int, ...], uso: Uso) -> dict[str, object]:
    about = row["definicion"] or row["detalle"] or ""
    text = f"{row['nombre']}. {about}".replace("..", ".").strip()
    told: dict[str, object] = {
        "name": row["nombre"],
        "identifier": row["indicador"],
        "description": text if len(text) >= 50 else f"{text} {SERIE} {uso.nombre}.",
        "variableMeasured": {
            "@type": "PropertyValue",
            "name": row["nombre"],
            "unitText": row["unidad_medida"] or "",
        },
    }
    if years:
        told["temporalCoverage"] = f"{min(years)}/{max(years)}"
    if row["metodo_de_calculo"]:
        told["measurementTechnique"] = row["metodo_de_calculo"]
    return told


def _years(tablas: tuple[Tabla, ...]) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for tabla in tablas:
        if tabla.nombre == "observaciones":
            name, year = tabla.columnas.index("indicador"), tabla.columnas.index("anio")
            for fila in tabla.filas:
                when = fila[year]
                if isinstance(when, int):
                    found[str(fila[name])] = (*found.get(str(fila[name]), ()), when)
    return found


def _script(value: Mapping[str, object]) -> str:
    """JSON that no page can take for markup, nor Markdown for code."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&`":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text
