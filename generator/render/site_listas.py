"""The pages of the catalogue: all the indicators, those of each value of a filter, the values of a
filter that has many; and the index with which a script joins several filters.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.base.text import listed
from generator.render.site_catalogo import DE_CASA, FACETAS, Catalogo, Entrada, Valor
from generator.render.site_mapa import Mapa
from generator.render.site_paginas import Pagina

POR_PAGINA = 100
POCOS, MUCHOS = 20, 60
"""How many values of a filter that are each of one institution a page offers: of all the
institutions, of one.
"""
BASE = "indicadores/"


@dataclass(frozen=True)
class Opcion:
    """A value of a filter, and how many indicators have it."""

    id: str
    nombre: str
    ruta: str
    cuantos: int
    elegida: bool = False


@dataclass(frozen=True)
class Filtro:
    """A filter as a page offers it; `mas` leads to the list of its values, when it is not whole."""

    id: str
    nombre: str
    opciones: tuple[Opcion, ...]
    total: int
    mas: str = ""


def catalogue_pages(mapa: Mapa) -> Iterator[Pagina]:
    """All of them. A page has at most POR_PAGINA indicators, however many there are."""
    catalogo = Catalogo(mapa)
    yield from _list(catalogo, "", ("", ""), catalogo.entradas)
    for name, values in catalogo.facetas.items():
        for value, entries in values.items():
            yield from _list(catalogo, name, value, entries)
    for name in DE_CASA:
        if catalogo.facetas[name]:
            yield _values(catalogo, name)


def route(faceta: str, valor: str, page: int = 1) -> str:
    """Where a page of a list is."""
    own = f"{faceta}/{valor}/" if faceta else ""
    return f"{BASE}{own}{f'pagina-{page}/' if page > 1 else ''}"


def _list(
    catalogo: Catalogo, faceta: str, valor: Valor, entries: Sequence[Entrada]
) -> Iterator[Pagina]:
    count = -(-len(entries) // POR_PAGINA) or 1
    title, said = _title(faceta, valor), _says(catalogo, faceta, valor, len(entries))
    filters = tuple(_filters(catalogo, faceta, valor, entries))
    for page in range(1, count + 1):
        shown = entries[(page - 1) * POR_PAGINA : page * POR_PAGINA]
        yield Pagina(
            route(faceta, valor[0], page),
            "pagina-catalogo",
            title if page == 1 else f"{title}, página {page} de {count}",
            said if page == 1 else f"{said} Página {page} de {count}.",
            {
                "filtros": filters,
                "filas": shown,
                "cuantos": len(entries),
                "total": len(catalogo.entradas),
                "faceta": faceta,
                "rotulo": FACETAS.get(faceta, ""),
                "valor": valor,
                "hoja": page,
                "hojas": tuple((n, route(faceta, valor[0], n)) for n in _near(page, count)),
                "juntos": f"{BASE}?{faceta}={valor[0]}" if faceta else "",
            },
            apartado="indicadores",
            guion="" if faceta or page > 1 or not entries else "catalogo",
        )


def _near(page: int, count: int) -> list[int]:
    """The pages that a page leads to: the first, the last and those around it."""
    return [n for n in range(1, count + 1) if n in (1, count) or abs(n - page) <= 2]


def _title(faceta: str, valor: Valor) -> str:
    return f"Indicadores · {FACETAS[faceta]}: {valor[1]}" if faceta else "Catálogo de indicadores"


def _says(catalogo: Catalogo, faceta: str, valor: Valor, count: int) -> str:
    if not catalogo.entradas:
        return "Los documentos publicados no llevan indicadores."
    if faceta:
        which = f"{FACETAS[faceta]}: {valor[1]}"
        return f"{which}. {count} indicadores, con su meta y lo último que se publicó de cada uno."
    names = listed(f"del {name}" for _, name in catalogo.facetas["institucion"])
    return (
        f"Los {count} indicadores {names}, con su objetivo, actividad o perspectiva, su "
        "unidad responsable y su meta."
    )


def _filters(
    catalogo: Catalogo, faceta: str, valor: Valor, entries: Sequence[Entrada]
) -> Iterator[Filtro]:
    """Each filter with its values; of those that belong to an institution, only its own."""
    houses = {entrada.casa.id for entrada in entries}
    house = f"{houses.pop()}-" if len(houses) == 1 and faceta else ""
    for name, values in catalogo.facetas.items():
        own = [
            Opcion(v[0], v[1], route(name, v[0]), len(e), (name, v) == (faceta, valor))
            for v, e in values.items()
            if name not in DE_CASA or v[0].startswith(house)
        ]
        if name in DE_CASA:
            shown = own[:MUCHOS] if house else own if len(own) <= POCOS else []
            more = f"{BASE}{name}/" if len(shown) < len(own) else ""
            yield Filtro(name, FACETAS[name], tuple(shown), len(own), more)
        elif own:
            yield Filtro(name, FACETAS[name], tuple(own), len(own))


def _values(catalogo: Catalogo, name: str) -> Pagina:
    groups: dict[str, list[Opcion]] = {}
    for value, entries in catalogo.facetas[name].items():
        option = Opcion(value[0], value[1], route(name, value[0]), len(entries))
        groups.setdefault(entries[0].casa.siglas, []).append(option)
    title = f"Indicadores por {FACETAS[name][0].lower()}{FACETAS[name][1:]}"
    return Pagina(
        f"{BASE}{name}/",
        "pagina-catalogo-valores",
        title,
        f"{title}, de cada institución, con cuántos hay.",
        {"grupos": groups},
        apartado="indicadores",
    )


def write_index(mapa: Mapa, docs: Path) -> None:
    """indice.json, with what the filters need, and filas.json, with what a row shows besides."""
    catalogo = Catalogo(mapa)
    folder = docs / BASE
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in (("indice", index(catalogo)), ("filas", rows(catalogo))):
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        (folder / f"{name}.json").write_text(text, "utf-8")


def index(catalogo: Catalogo) -> Mapping[str, object]:
    """Columns, one value for each indicator; a filter's are numbers of its list of combinations,
    and those, of its values.
    """
    every = catalogo.entradas
    facetas = []
    for name, words in FACETAS.items():
        numbers = {value: n for n, value in enumerate(catalogo.facetas[name])}
        sets = [tuple(numbers[v] for v in e.valores.get(name, ())) for e in every]
        table = {own: n for n, own in enumerate(dict.fromkeys(sets))}
        facetas.append(
            {
                "id": name,
                "nombre": words,
                "valores": list(numbers),
                "juegos": list(table),
                "de": [table[own] for own in sets],
            }
        )
    return {
        "facetas": facetas,
        "claves": [e.clave for e in every],
        "nombres": [e.nombre for e in every],
    }


def rows(catalogo: Catalogo) -> Mapping[str, object]:
    """Columns too; what repeats, once in a list and by number."""
    every = catalogo.entradas
    marks = [(e.corte.forma, e.corte.etiqueta) if e.corte else ("", "") for e in every]
    return {
        "ids": [e.id for e in every],
        "valores": [e.valor for e in every],
        "rotulos": [e.rotulo for e in every],
        "situa": _coded([e.situa for e in every]),
        "semaforos": _coded(marks),
    }


def _coded(values: Sequence[object]) -> Mapping[str, object]:
    table = {value: n for n, value in enumerate(dict.fromkeys(values))}
    return {"lista": list(table), "de": [table[value] for value in values]}
