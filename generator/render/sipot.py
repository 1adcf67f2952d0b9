"""The indicators of an institution and year, as the Plataforma Nacional de Transparencia asks.

Ley General de Transparencia y Acceso a la Información Pública, artículo 70, fracción VI («los
indicadores que permitan rendir cuenta de sus objetivos y resultados»), formato LGT_Art_70_Fr_VI of
the SIPOT: 20 columns, headings in row 7, data from row 8. Rows 1, 4 and 5 of the platform's own
file carry keys that it gives to each office: here they are empty. What the data do not say stays
empty and its Nota names it: nothing is supposed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.base.text import listed
from generator.model.enlazado import IndicadorEnlazado
from generator.model.enlazado_fichas import FichaEnlazada
from generator.model.registro import Cifra
from generator.render.datos_tabla import joined
from generator.render.datos_xlsx import Formulario, form
from generator.render.site_mapa import measured
from generator.render.site_publicacion import InstitucionPublicada

FORMATO = "LGT_Art_70_Fr_VI"
PAIS = "MX"
"""Whose law it is."""
COLUMNAS = (
    "Ejercicio",
    "Fecha de inicio del periodo que se informa",
    "Fecha de término del periodo que se informa",
    "Objetivo institucional",
    "Nombre(s) del(os) indicador(es)",
    "Dimensión(es) a medir",
    "Definición del indicador",
    "Método de cálculo con variables de la fórmula",
    "Unidad de medida",
    "Frecuencia de medición",
    "Línea base",
    "Metas programadas",
    "Metas ajustadas en su caso",
    "Avance de las metas al periodo que se informa",
    "Sentido del indicador (catálogo)",
    "Fuente de información",
    "Área(s) responsable(s) que genera(n), posee(n), publica(n) y actualizan la información",
    "Fecha de validación",
    "Fecha de actualización",
    "Nota",
)
SENTIDO, NOTA = COLUMNAS.index("Sentido del indicador (catálogo)"), COLUMNAS.index("Nota")
CATALOGO = ("Ascendente", "Descendente")
_OPTIONAL = {"Metas ajustadas en su caso"}
"""What is empty without any lack."""
Celda = str | int | date | None


@dataclass(frozen=True)
class Informe:
    """What the office says besides the data: the year, and when it validated and updated them."""

    ejercicio: int
    validacion: date | None = None
    actualizacion: date | None = None


def years(institucion: InstitucionPublicada) -> tuple[int, ...]:
    """The years for which it has a target or a result."""
    found = {year for f in institucion.institucion.fichas.values() for year in (*f.metas, *f.serie)}
    return tuple(sorted(found | {year for i in institucion.indicadores for year in i.metas}))


def workbook(institucion: InstitucionPublicada, informe: Informe) -> bytes:
    """The workbook of the SIPOT."""
    before = {
        (1, 0): "TÍTULO", (1, 3): "NOMBRE CORTO", (1, 6): "DESCRIPCIÓN",
        (2, 0): "Indicadores de resultados", (2, 3): FORMATO,
        (2, 6): "Los indicadores que permitan rendir cuenta de sus objetivos y resultados",
        (5, 0): "Tabla Campos",
    }  # fmt: skip
    rows = tuple(_noted(row) for row in _rows(institucion, informe))
    return form(Formulario("Reporte de Formatos", before, 6, COLUMNAS, rows, {SENTIDO: CATALOGO}))


def count(institucion: InstitucionPublicada, ejercicio: int) -> int:
    """How many rows the workbook has."""
    return sum(1 for _ in _rows(institucion, Informe(ejercicio)))


def _rows(institucion: InstitucionPublicada, informe: Informe) -> Iterator[list[Celda]]:
    for ficha in institucion.institucion.fichas.values():
        if informe.ejercicio in {*ficha.metas, *ficha.serie}:
            yield _of_ficha(ficha, informe)
    goals = measured(institucion)
    for indicador in institucion.indicadores:
        if informe.ejercicio in indicador.metas:
            told = joined(tie.texto_objetivo for tie in goals.get(indicador.id, ()))
            yield _of_programme(indicador, told, informe)


def _frame(informe: Informe, middle: Iterable[Celda], unit: str, note: str) -> list[Celda]:
    """The cells of a row: the year's days, what the data say, and what the office says."""
    year = informe.ejercicio
    days = (year, date(year, 1, 1), date(year, 12, 31))
    return [*days, *middle, unit, informe.validacion, informe.actualizacion, note]


def _of_ficha(e: FichaEnlazada, informe: Informe) -> list[Celda]:
    f, year = e.ficha, informe.ejercicio
    middle = (
        e.objetivo.texto if e.objetivo else None,
        f.nombre,
        f.dimension,
        f.definicion,
        _method(e),
        f.unidad_medida,
        f.periodicidad,
        f"{e.linea_base.completa} ({f.linea_base.anio})",
        _said(e.metas.get(year)),
        None,
        _said(e.serie.get(year)),
        f.sentido if f.sentido in CATALOGO else None,
        joined(v.variable.fuente for v in e.variables) or joined(f.medios_verificacion) or None,
    )
    return _frame(informe, middle, e.unidad.nombre, " ".join(_notes(e, year)))


def _method(e: FichaEnlazada) -> str:
    names = joined(f"{v.variable.id}: {v.variable.nombre}" for v in e.variables)
    return f"{e.ficha.metodo.texto} Variables: {names}" if names else e.ficha.metodo.texto


def _notes(e: FichaEnlazada, year: int) -> Iterator[str]:
    f = e.ficha
    if year not in e.metas:
        yield f"No se publicó una meta para {year}; la de {f.meta_final} es {e.meta.completa}."
    result = e.serie.get(year)
    if result is not None and result.estado == "p/":
        yield "El avance es preliminar."
    if year in f.cortes:
        reach = f.cortes[year]
        yield f"El avance llega a {reach[0].lower()}{reach[1:]}."
    if f.sentido not in CATALOGO:
        yield f"El sentido publicado es «{f.sentido}», que el catálogo no tiene."


def _of_programme(e: IndicadorEnlazado, objetivo: str, informe: Informe) -> list[Celda]:
    middle = (
        objetivo or None,
        e.completo,
        None,
        None,
        e.metodo or None,
        e.unidad_medida or None,
        None,
        None,
        _said(e.metas[informe.ejercicio]),
        None,
        None,
        None,
        joined(u.nombre for u in e.fuente) or None,
    )
    return _frame(informe, middle, e.unidad.nombre, "")


def _said(cifra: Cifra | None) -> str | None:
    return cifra.completa if cifra else None


def _noted(row: list[Celda]) -> tuple[Celda, ...]:
    """The row with a Nota that names what the data do not say."""
    names = zip(COLUMNAS[:NOTA], row, strict=False)
    lacks = [_short(name) for name, cell in names if cell is None and name not in _OPTIONAL]
    empty = f"Sin dato publicado: {listed(lacks)}." if lacks else ""
    return (*row[:NOTA], joined((str(row[NOTA] or ""), empty), " ") or None)


def _short(name: str) -> str:
    """A column's name within a sentence."""
    return name.partition(" (")[0][0].lower() + name.partition(" (")[0][1:]
