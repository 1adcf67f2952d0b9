"""A table as text: CSV (RFC 4180, UTF-8) and JSON, each row written once and used wherever it goes.

Decimals travel as their digits, in text, so that no reader rounds them. A cell is told as it is:
one that begins with = + - or @ stays so, because a mark before it would be another datum; who opens
a CSV in a spreadsheet is told to use the workbook.
"""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from generator.render.datos_tabla import Tabla, Valor

_QUOTED = re.compile('[",\r\n]').search
_ENCODER = json.JSONEncoder(ensure_ascii=False)


class Escrita:
    """A table with its rows as text, whole or those of one institution or of one indicator."""

    def __init__(self, tabla: Tabla) -> None:
        self.tabla = tabla

    @cached_property
    def _csv(self) -> tuple[str, ...]:
        return tuple(csv_line(fila) for fila in self.tabla.filas)

    @cached_property
    def _json(self) -> tuple[str, ...]:
        names = self.tabla.columnas
        rows = (dict(zip(names, fila, strict=True)) for fila in self.tabla.filas)
        return tuple(map(_ENCODER.encode, rows))

    def _places(self, columna: str) -> dict[Valor, list[int]]:
        found: dict[Valor, list[int]] = {}
        if columna in self.tabla.columnas:
            place = self.tabla.columnas.index(columna)
            for number, fila in enumerate(self.tabla.filas):
                found.setdefault(fila[place], []).append(number)
        return found

    @cached_property
    def _columns(self) -> Mapping[str, dict[Valor, list[int]]]:
        return {name: self._places(name) for name in ("institucion", "indicador")}

    def _which(self, columna: str, valor: str) -> Iterable[int]:
        if not columna:
            return range(len(self.tabla.filas))
        return self._columns[columna].get(valor, ())

    def cuantas(self, columna: str, valor: str) -> int:
        """How many rows have `valor` in `columna`, which is `institucion` or `indicador`."""
        return len(self._columns[columna].get(valor, ()))

    def csv(self, columna: str = "", valor: str = "") -> str:
        """The table with its heading; lines end in CR LF."""
        rows = (self._csv[place] for place in self._which(columna, valor))
        return csv_line(self.tabla.columnas) + "".join(rows)

    def lista(self, columna: str = "", valor: str = "") -> str:
        """The rows as a JSON list of objects, one a line."""
        rows = ",\n".join(self._json[place] for place in self._which(columna, valor))
        return f"[\n{rows}\n]" if rows else "[]"


def csv_line(values: Iterable[Valor]) -> str:
    """A record of a CSV file."""
    return ",".join(map(_cell, values)) + "\r\n"


def _cell(value: Valor) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        return str(value).lower()
    if _QUOTED(value):
        return '"' + value.replace('"', '""') + '"'
    return value


def json_text(value: object) -> str:
    """Any value as JSON, for people too: one level of indent."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def json_lists(head: Mapping[str, object], lists: Mapping[str, str]) -> str:
    """An object of `head` and of lists already written."""
    parts = [f"{json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in head.items()]
    parts += [f"{json.dumps(name)}: {text}" for name, text in lists.items()]
    return "{" + ",\n".join(parts) + "}\n"
