"""The figures that data tables and loose data state, with their addresses.

`<inst>.dato.<id>` · `<inst>.cuadro.<cuadro>.<fila>.<columna>`; a row is named by its first
text cell, and the closing row is `total`. A date has for value its day, counted from the first of
January of year 1. A cell that is no figure stands here as ND; `check`
reports it.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from generator.base.span import Span
from generator.model.cuadro import Cuadro, Fila
from generator.model.dato import Dato, Datos, stated
from generator.model.leido import Leido
from generator.model.registro import Casa, Cifra, Clase


def figure(
    dato: Dato, direccion: str, nombre: str, origen: Span, casa: Casa, clase: Clase, **more: object
) -> Cifra:
    """The figure that `dato` states; `more` are other fields of Cifra."""
    number = dato.numero
    return Cifra(
        direccion,
        None if number is None else number.valor,
        clase,
        nombre,
        origen,
        casa,
        decimales=number.decimales if number else 0,
        miles=number.miles if number else True,
        apostrofo=bool(number and number.apostrofo),
        unidad=dato.unidad,
        prefijo=dato.prefijo,
        estado=dato.estado,
        marcas=dato.marcas,
        guion=dato.guion,
        **more,  # type: ignore[arg-type]  # checked by the dataclass's own fields
    )


def loose(leido: Leido[Datos], institucion: str, casa: Casa) -> Iterator[Cifra]:
    """The figures of one file of datos/. A datum that states nothing stands here as ND."""
    for place, suelto in enumerate(leido.valor.datos):
        key = "fecha" if suelto.fecha else "valor"
        cifra = figure(
            suelto.valor or Dato(None, "ND"),
            f"{institucion}.dato.{suelto.id}",
            suelto.nombre,
            leido.span("datos", place, key),
            casa,
            "dato",
            corte=suelto.corte or leido.valor.corte,
            fuente=suelto.fuente or leido.valor.fuente,
            nota=suelto.nota or "",
        )
        yield on_day(suelto.fecha, cifra) if suelto.fecha else cifra


def on_day(day: date, cifra: Cifra) -> Cifra:
    """`cifra` as a date."""
    return replace(cifra, valor=Decimal(day.toordinal()), clase="fecha", estado="")


def cells(id_: str, leido: Leido[Cuadro], institucion: str, casa: Casa) -> Iterator[Cifra]:
    """The figures of one cuadro."""
    cuadro = leido.valor
    for fila in cuadro.renglones:
        for place, column in enumerate(cuadro.columnas):
            if column.tipo != "cifra" or place >= len(fila.celdas):
                continue
            text = fila.celdas[place]
            dato = stated(text) or (Dato(None, "ND") if text.strip() else None)
            if dato is not None:
                yield figure(
                    dato,
                    f"{institucion}.cuadro.{id_}.{fila.id}.{column.id}",
                    _told(cuadro, fila, column.titulo or column.grupo or ""),
                    leido.span(*fila.loc, place),
                    casa,
                    "celda",
                    corte=cuadro.corte,
                    fuente=cuadro.fuente or "",
                )


def _told(cuadro: Cuadro, fila: Fila, column: str) -> str:
    return f"{cuadro.titulo}: {fila.nombre or fila.id}{f', {column}' if column else ''}"
