"""The pages that list the figures that no indicator explains: totals, loose data, data tables."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model.cuadro import Cuadro
from generator.model.registro import Cifra
from generator.render.site_mapa import Mapa
from generator.render.site_paginas import Pagina
from generator.render.site_publicacion import InstitucionPublicada

PARTES = {
    "poa": "Totales del ejercicio",
    "prog": "Programas presupuestarios",
    "act": "Actividades o proyectos",
    "metas": "Programación de metas",
    "pers": "Perspectivas",
    "inversion": "Proyectos de inversión",
    "cuenta": "Cuentas de ingresos y egresos",
    "acuerdo": "Montos que aprueban los acuerdos",
    "mir": "Matriz de Indicadores para Resultados (MIR)",
    "inst": "Instrumentos de planeación",
    "seg": "Seguimientos de programas",
    "tab": "Tableros de indicadores",
}
"""Second part of an address → what its figures are, in the order they are shown."""


@dataclass(frozen=True)
class Lista:
    """A page of loose data: the figures of one file."""

    ruta: str
    titulo: str
    cifras: tuple[Cifra, ...]
    lugares: tuple[str, ...]
    """The pages of documents that print its figures."""

    @property
    def fuente(self) -> str:
        """The source that most of its figures share."""
        return _most(c.fuente for c in self.cifras)

    @property
    def corte(self) -> str:
        return _most(c.corte for c in self.cifras)


@dataclass(frozen=True)
class CuadroListado:
    """A data table: its cells, with their addresses."""

    id: str
    cuadro: Cuadro
    cifras: tuple[Cifra, ...]


def figure_pages(mapa: Mapa, institucion: InstitucionPublicada) -> Iterator[Pagina]:
    """The list of figures, and one more for each file of loose data and for the data tables."""
    loose = mapa.cifras_de(institucion.id, "")
    kinds: dict[str, list[Cifra]] = {}
    for cifra in loose:
        kinds.setdefault(cifra.direccion.split(".")[1], []).append(cifra)
    lists = tuple(_lists(mapa, kinds.pop("dato", [])))
    tables = tuple(_tables(institucion, kinds.pop("cuadro", [])))
    yield _index(institucion, kinds, lists, tables)
    for place, lista in enumerate(lists):
        yield _data_page(institucion, lists, place, lista)
    if tables:
        yield _tables_page(institucion, tables)


def _lists(mapa: Mapa, figures: list[Cifra]) -> Iterator[Lista]:
    paths: dict[str, list[Cifra]] = {}
    for cifra in figures:
        paths.setdefault(mapa.lista(cifra), []).append(cifra)
    for path in sorted(paths, key=lambda path: path.rstrip("/")):
        places = (p for c in paths[path] for p in mapa.citas(c.direccion))
        pages = dict.fromkeys(place.pagina or place.seccion for place in places)
        yield Lista(path, _name(path), tuple(paths[path]), tuple(pages))


def _name(path: str) -> str:
    """`…/objetivo-6-1/` → Objetivo 6.1."""
    stem = path.rstrip("/").rpartition("/")[2]
    return re.sub(r"(?<=\d)-(?=\d)", ".", stem).replace("-", " ").capitalize()


def _tables(institucion: InstitucionPublicada, figures: list[Cifra]) -> Iterator[CuadroListado]:
    ids: dict[str, list[Cifra]] = {}
    for cifra in figures:
        ids.setdefault(cifra.direccion.split(".")[2], []).append(cifra)
    for id_, own in ids.items():
        yield CuadroListado(id_, institucion.institucion.cuadros[id_], tuple(own))


def _index(
    institucion: InstitucionPublicada,
    kinds: Mapping[str, list[Cifra]],
    lists: tuple[Lista, ...],
    tables: tuple[CuadroListado, ...],
) -> Pagina:
    order = [*(k for k in PARTES if k in kinds), *(k for k in kinds if k not in PARTES)]
    groups = [(k, PARTES.get(k, k), [c for c in kinds[k] if k != "inst" or c.valor]) for k in order]
    return Pagina(
        f"{institucion.ruta}cifras/",
        "pagina-cifras",
        f"Cifras del {institucion.siglas}",
        f"Todas las cifras del {institucion.siglas}: valor, origen, cálculo y dónde se imprimen.",
        {"grupos": groups, "listas": lists, "cuadros": tables},
        institucion,
        apartado="instituciones",
    )


def _data_page(
    institucion: InstitucionPublicada, lists: tuple[Lista, ...], place: int, lista: Lista
) -> Pagina:
    return Pagina(
        lista.ruta,
        "pagina-datos-sueltos",
        f"Datos del {institucion.siglas}: {lista.titulo}",
        f"{len(lista.cifras)} cifras del {institucion.siglas}, con su valor, su origen y dónde se "
        f"imprimen. {lista.titulo}.",
        {
            "lista": lista,
            "anterior": lists[place - 1] if place else None,
            "siguiente": lists[place + 1] if place + 1 < len(lists) else None,
        },
        institucion,
        apartado="instituciones",
    )


def _tables_page(institucion: InstitucionPublicada, tables: tuple[CuadroListado, ...]) -> Pagina:
    return Pagina(
        f"{institucion.ruta}cifras/cuadros/",
        "pagina-cuadros",
        f"Cuadros de datos del {institucion.siglas}",
        f"Las celdas de los {len(tables)} cuadros de datos del {institucion.siglas}: valor, "
        "dirección y origen.",
        {"cuadros": tables},
        institucion,
        apartado="instituciones",
    )


def _most(words: Iterator[str]) -> str:
    return Counter(words).most_common(1)[0][0]
