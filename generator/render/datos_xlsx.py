"""Tables → a workbook. The only door to xlsxwriter.

Each sheet has its heading frozen and filtered; the last one is the dictionary. Numbers are numbers,
days are days, and text is always text: what begins with = is never a formula. A number of more
digits than a spreadsheet keeps goes as text. The bytes depend on the tables alone.
"""

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import Any

import xlsxwriter

from generator.base.text import bare
from generator.render.datos_tabla import Campo, Fila, Tabla, Valor

CREADO = datetime(2024, 1, 1)
"""A workbook must say when it was made; ours say the same always."""
RENGLONES = 50_000
"""A longer table has no workbook: only CSV and JSON."""
TIPOS = {"texto": "texto", "entero": "número entero", "anio": "año", "decimal": "número decimal",
         "fecha": "fecha", "logico": "sí o no"}  # fmt: skip


class _Exacto(float):
    """A number that is written with the digits of its text: the library's own format, of 16
    figures, would write 67.1 as 67.09999999999999.
    """

    def __init__(self, texto: str) -> None:
        self.texto = texto

    def __format__(self, spec: str) -> str:
        return self.texto


@dataclass
class _Libro:
    """The workbook that is being written, and the formats it has needed."""

    libro: Any
    formatos: dict[str, Any] = field(default_factory=dict)
    hojas: set[str] = field(default_factory=set)

    def formato(self, numero: str) -> Any:
        if numero not in self.formatos:
            self.formatos[numero] = self.libro.add_format({"num_format": numero})
        return self.formatos[numero]

    @cached_property
    def titulo(self) -> Any:
        look = {"bold": True, "bg_color": "#E3ECEE", "text_wrap": True, "valign": "top"}
        return self.libro.add_format(look)

    def hoja(self, nombre: str) -> Any:
        """A new sheet; a name has 31 letters at most and is never repeated."""
        name, order = nombre[:31], 1
        while bare(name) in self.hojas:
            order += 1
            name = f"{nombre[:27]}-{order}"
        self.hojas.add(bare(name))
        return self.libro.add_worksheet(name)


def workbook(titulo: str, tablas: Iterable[Tabla], uso: Mapping[str, str]) -> bytes:
    """A sheet for each table, the dictionary, and the licence and how to cite (`uso`)."""
    out = io.BytesIO()
    own = tuple(tablas)
    libro = _Libro(_opened(out, titulo))
    for tabla in own:
        _sheet(libro, tabla)
    _dictionary(libro, own)
    notes = libro.hoja("Licencia")
    notes.set_column(0, 0, 24)
    notes.set_column(1, 1, 100)
    for place, (name, text) in enumerate(uso.items()):
        notes.write_string(place, 0, name)
        notes.write_string(place, 1, text)
    libro.libro.close()
    return out.getvalue()


def _opened(out: io.BytesIO, titulo: str) -> Any:
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"title": titulo, "created": CREADO})
    return book


def _sheet(libro: _Libro, tabla: Tabla) -> None:
    sheet = libro.hoja(tabla.nombre)
    _heading(libro, sheet, tabla.columnas, tuple(_width(campo) for campo in tabla.campos))
    sheet.autofilter(0, 0, len(tabla.filas), len(tabla.campos) - 1)
    for number, fila in enumerate(tabla.filas, 1):
        decimal = _number_format(tabla, fila)
        for place, (campo, value) in enumerate(zip(tabla.campos, fila, strict=True)):
            if value is not None:
                own = decimal if campo.nombre == "valor" else ""
                _write(libro, sheet, (number, place), campo, value, own)


def _heading(libro: _Libro, sheet: Any, names: tuple[str, ...], widths: tuple[int, ...]) -> None:
    title = libro.titulo
    for place, (name, width) in enumerate(zip(names, widths, strict=True)):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, name, title)
    sheet.freeze_panes(1, 0)


def _width(campo: Campo) -> int:
    return 40 if campo.nombre in ("nombre", "texto", "titulo") else max(12, len(campo.nombre) + 2)


def _number_format(tabla: Tabla, fila: Fila) -> str:
    """How the row's figure is shown: with its decimals, and its % if it is published with it."""
    names = tabla.columnas
    if "decimales" not in names:
        return ""
    digits = fila[names.index("decimales")]
    shown = "#,##0" + ("." + "0" * digits if isinstance(digits, int) and digits else "")
    return shown + ('"%"' if fila[names.index("unidad")] == "%" else "")


def _write(
    libro: _Libro, sheet: Any, cell: tuple[int, int], campo: Campo, value: Valor, shown: str
) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(*cell, value)
    elif isinstance(value, int):
        sheet.write_number(*cell, value)
    elif campo.tipo == "decimal" and value and kept(value):
        sheet.write_number(*cell, _Exacto(value), libro.formato(shown or "General"))
    elif campo.tipo == "fecha" and value:
        day = date.fromisoformat(value)
        sheet.write_datetime(
            *cell, datetime(day.year, day.month, day.day), libro.formato("dd/mm/yyyy")
        )
    elif value:
        sheet.write_string(*cell, value)


def kept(value: str) -> bool:
    """Whether a workbook holds all the digits of a number."""
    return Decimal(repr(float(value))) == Decimal(value)


def _dictionary(libro: _Libro, tablas: tuple[Tabla, ...]) -> None:
    sheet = libro.hoja("Diccionario")
    names = ("tabla", "columna", "tipo", "qué contiene", "obligatoria", "valores posibles")
    _heading(libro, sheet, names, (22, 24, 16, 90, 12, 40))
    rows = [(tabla, campo) for tabla in tablas for campo in tabla.campos]
    for number, (tabla, campo) in enumerate(rows, 1):
        must = "sí" if campo.obligatorio else "no"
        only = ", ".join(campo.valores)
        words = (tabla.nombre, campo.nombre, TIPOS[campo.tipo], campo.descripcion, must, only)
        for place, word in enumerate(words):
            sheet.write_string(number, place, word)
    sheet.autofilter(0, 0, len(rows), len(names) - 1)


@dataclass(frozen=True)
class Formulario:
    """A sheet that an office fills: the rows above its heading, the heading, the cells."""

    hoja: str
    antes: Mapping[tuple[int, int], str]
    encabezado: int
    """Row of the headings, from 0."""
    columnas: tuple[str, ...]
    filas: tuple[tuple[str | int | date | None, ...], ...]
    opciones: Mapping[int, tuple[str, ...]]
    """Column → the only words that it admits."""


def form(formulario: Formulario) -> bytes:
    """The form as a workbook; the words of each catalogue go in a hidden sheet of their own."""
    out = io.BytesIO()
    libro = _Libro(_opened(out, formulario.hoja))
    sheet = libro.hoja(formulario.hoja)
    title, top = libro.titulo, formulario.encabezado
    for cell, text in formulario.antes.items():
        sheet.write_string(*cell, text, title)
    for place, name in enumerate(formulario.columnas):
        sheet.set_column(place, place, 24)
        sheet.write_string(top, place, name, title)
    for number, fila in enumerate(formulario.filas, top + 1):
        for place, value in enumerate(fila):
            _answer(libro, sheet, (number, place), value)
    sheet.freeze_panes(top + 1, 0)
    _choices(libro, sheet, formulario)
    libro.libro.close()
    return out.getvalue()


def _answer(
    libro: _Libro, sheet: Any, cell: tuple[int, int], value: str | int | date | None
) -> None:
    if isinstance(value, date):
        moment = datetime(value.year, value.month, value.day)
        sheet.write_datetime(*cell, moment, libro.formato("dd/mm/yyyy"))
    elif isinstance(value, int):
        sheet.write_number(*cell, value)
    elif value:
        sheet.write_string(*cell, value)


def _choices(libro: _Libro, sheet: Any, formulario: Formulario) -> None:
    first = formulario.encabezado + 1
    last = max(first, formulario.encabezado + len(formulario.filas))
    for order, (place, words) in enumerate(formulario.opciones.items(), 1):
        hidden = libro.hoja(f"Hidden_{order}")
        for number, word in enumerate(words):
            hidden.write_string(number, 0, word)
        hidden.hide()
        source = f"=Hidden_{order}!$A$1:$A${len(words)}"
        sheet.data_validation(first, place, last, place, {"validate": "list", "source": source})
