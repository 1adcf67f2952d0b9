"""The pages of the budget: the years side by side, each year, and each of its programmes."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from generator.base.numbers import rounded
from generator.model.cambio import Cambio, parte
from generator.model.enlazado import ActividadEnlazada, ProgramaEnlazado
from generator.model.registro import Cifra
from generator.render.site_mapa import Mapa
from generator.render.site_paginas import Pagina, currency
from generator.render.site_publicacion import InstitucionPublicada

BARRA = 600
"""Length of the longest bar."""


@dataclass(frozen=True)
class Reparto:
    """An activity with its shares, its bar and how it changed from the year before."""

    actividad: ActividadEnlazada
    del_programa: str
    del_total: str
    largo: str
    cambio: Cambio | None


@dataclass(frozen=True)
class Partida:
    """A programme with its share, its place in the year's bar and its activities."""

    programa: ProgramaEnlazado
    del_total: str
    desde: str
    largo: str
    actividades: tuple[Reparto, ...]
    cambio: Cambio | None


@dataclass(frozen=True)
class Serie:
    """What a programme or activity had each year, and how it changed between the last two."""

    clave: str
    nombre: str
    es_programa: bool
    ruta: str
    anios: tuple[Cifra | None, ...]
    cambio: Cambio | None


def budget_pages(mapa: Mapa, institucion: InstitucionPublicada) -> Iterator[Pagina]:
    """The years, each year and each programme; nothing without a budget by programmes."""
    years = tuple(sorted(institucion.institucion.programas))
    if not years:
        return
    yield _years_page(mapa, institucion, years)
    for place, year in enumerate(years):
        items = shares(mapa, institucion, year)
        around = {
            "anio_anterior": years[place - 1] if place else None,
            "anio_siguiente": years[place + 1] if place + 1 < len(years) else None,
        }
        yield _year_page(mapa, institucion, year, items, around)
        for order, item in enumerate(items):
            yield _programme_page(mapa, institucion, year, items, order, item)


def total(mapa: Mapa, institucion: InstitucionPublicada, year: int) -> Cifra:
    """The year's whole budget."""
    return mapa.publicacion.registro.cifras[f"{institucion.id}.poa.presupuesto.{year}"]


def shares(mapa: Mapa, institucion: InstitucionPublicada, year: int) -> tuple[Partida, ...]:
    """The programmes of the year with the shares of each part."""
    programmes = institucion.institucion.programas[year]
    whole = total(mapa, institucion, year)
    amounts = [a.presupuesto.fraccion for p in programmes for a in p.actividades]
    largest = max(amounts, default=Fraction(1)) or Fraction(1)
    before = _amounts(institucion, year - 1)
    start, items = Fraction(0), []
    for each in programmes:
        part = each.presupuesto.fraccion / (whole.fraccion or 1)
        parts = tuple(_activity(a, each, whole, largest, before) for a in each.actividades)
        change = _change(before.get(each.clave), each.presupuesto)
        share = parte(each.presupuesto, whole)
        items.append(Partida(each, share, _bar(start), _bar(part), parts, change))
        start += part
    return tuple(items)


def _activity(
    actividad: ActividadEnlazada,
    programa: ProgramaEnlazado,
    whole: Cifra,
    largest: Fraction,
    before: dict[str, Cifra],
) -> Reparto:
    amount = actividad.presupuesto
    return Reparto(
        actividad,
        parte(amount, programa.presupuesto),
        parte(amount, whole),
        _bar(amount.fraccion / largest),
        _change(before.get(actividad.clave), amount),
    )


def _amounts(institucion: InstitucionPublicada, year: int) -> dict[str, Cifra]:
    """Clave of each programme and activity of a year → its amount."""
    programmes = institucion.institucion.programas.get(year, ())
    own = {a.clave: a.presupuesto for p in programmes for a in p.actividades}
    return own | {p.clave: p.presupuesto for p in programmes}


def _change(before: Cifra | None, after: Cifra) -> Cambio | None:
    return Cambio(before, after) if before else None


def _bar(part: Fraction) -> str:
    return str(rounded(part * BARRA, 1))


def _years_page(mapa: Mapa, institucion: InstitucionPublicada, years: tuple[int, ...]) -> Pagina:
    totals = tuple(total(mapa, institucion, year) for year in years)
    return Pagina(
        f"{institucion.ruta}presupuesto/",
        "pagina-presupuestos",
        f"Presupuesto del {institucion.siglas}, año por año",
        f"El presupuesto del {institucion.siglas} por programa y actividad, año por año.",
        {
            "anios": years,
            "totales": totals,
            "cambio": Cambio(totals[-2], totals[-1]) if len(totals) > 1 else None,
            "series": tuple(_rows(mapa, institucion, years)),
            "moneda": currency(totals[-1]),
        },
        institucion,
        apartado="instituciones",
    )


def _rows(mapa: Mapa, institucion: InstitucionPublicada, years: tuple[int, ...]) -> Iterator[Serie]:
    """Programmes and activities in the order of the latest year that has them."""
    amounts = [_amounts(institucion, year) for year in years]
    told: set[str] = set()
    for year in reversed(years):
        for programa in institucion.institucion.programas[year]:
            route = mapa.programa(institucion.id, year, programa.clave)
            items = [(programa.clave, programa.nombre, route)]
            for a in programa.actividades:
                items.append((a.clave, a.nombre, f"{route}#actividad-{a.clave}"))
            for clave, nombre, path in items:
                if clave not in told:
                    told.add(clave)
                    own = tuple(known.get(clave) for known in amounts)
                    is_programme = clave == programa.clave
                    yield Serie(clave, nombre, is_programme, path, own, _last_change(own))


def _last_change(figures: tuple[Cifra | None, ...]) -> Cambio | None:
    before, after = (*figures[-2:],) if len(figures) > 1 else (None, None)
    return Cambio(before, after) if before and after else None


def _year_page(
    mapa: Mapa,
    institucion: InstitucionPublicada,
    year: int,
    items: tuple[Partida, ...],
    around: dict[str, int | None],
) -> Pagina:
    whole = total(mapa, institucion, year)
    return Pagina(
        mapa.presupuesto(institucion.id, year),
        "pagina-presupuesto",
        f"Presupuesto {year} del {institucion.siglas}",
        f"En qué se reparte el presupuesto {year} del {institucion.siglas}: {whole.texto()}.",
        {
            **around,
            "anio": year,
            "total": whole,
            "partidas": items,
            "moneda": currency(whole),
            "barra": BARRA,
        },
        institucion,
        apartado="instituciones",
    )


def _programme_page(
    mapa: Mapa,
    institucion: InstitucionPublicada,
    year: int,
    items: tuple[Partida, ...],
    order: int,
    item: Partida,
) -> Pagina:
    programme = item.programa
    return Pagina(
        mapa.programa(institucion.id, year, programme.clave),
        "pagina-programa",
        f"Programa {programme.titulo}, {year}",
        f"Programa {programme.titulo} del {institucion.siglas}, {year}: "
        f"{programme.presupuesto.texto()}, el {item.del_total} del presupuesto.",
        {
            "anio": year,
            "partida": item,
            "moneda": currency(programme.presupuesto),
            "anterior": items[order - 1] if order else None,
            "siguiente": items[order + 1] if order + 1 < len(items) else None,
        },
        institucion,
        apartado="instituciones",
    )
