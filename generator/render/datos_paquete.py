"""How the CSV files describe themselves: Data Package with Table Schemas, and CSVW.

Norms: Frictionless Data Package and Table Schema, version 1; W3C «Metadata Vocabulary for Tabular
Data» (CSVW), whose file csv-metadata.json is looked for beside the tables.
"""

from collections.abc import Iterable, Mapping

from generator.render.datos_tabla import Campo, Llave, Tabla
from generator.render.datos_uso import LENGUA, Uso

TIPOS = {"texto": "string", "entero": "integer", "anio": "year", "decimal": "number",
         "fecha": "date", "logico": "boolean"}  # fmt: skip
TIPOS_CSVW = {"texto": "string", "entero": "integer", "anio": "gYear", "decimal": "decimal",
              "fecha": "date", "logico": "boolean"}  # fmt: skip
DIALECTO = {
    "delimiter": ",",
    "lineTerminator": "\r\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "header": True,
}


def data_package(
    uso: Uso, nombre: str, tablas: Iterable[Tabla], archivos: Mapping[str, tuple[int, str]]
) -> dict[str, object]:
    """The descriptor of the CSV files of `tablas`; `archivos`: path → its bytes and SHA-256."""
    own = tuple(tablas)
    known = {tabla.nombre: tabla.id for tabla in own if not tabla.grupo}
    licence = uso.licencia
    package: dict[str, object] = {
        "profile": "data-package",
        "name": nombre,
        "title": uso.nombre,
        "description": uso.descripcion,
        "version": uso.actualizado,
        "homepage": uso.direccion or None,
        "languages": [LENGUA],
        "licenses": [
            {"name": licence.clave, "path": licence.direccion, "title": licence.nombre}
        ] if licence else None,
        "contributors": [
            {"title": i.institucion.ficha.nombre, "role": "publisher"}
            for i in uso.publicacion.instituciones
        ],
        "resources": [_resource(tabla, known, archivos) for tabla in own],
    }  # fmt: skip
    return {name: value for name, value in package.items() if value is not None}


def _resource(
    tabla: Tabla, known: Mapping[str, str], archivos: Mapping[str, tuple[int, str]]
) -> dict[str, object]:
    path = f"{tabla.ruta}.csv"
    size, digest = archivos[path]
    return {
        "name": tabla.id,
        "path": path,
        "title": tabla.titulo,
        "description": tabla.descripcion,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": size,
        "hash": f"sha256:{digest}",
        "dialect": DIALECTO,
        "schema": table_schema(tabla, known),
        **({"sources": [{"title": tabla.fuente}]} if tabla.fuente else {}),
    }


def table_schema(tabla: Tabla, known: Mapping[str, str]) -> dict[str, object]:
    """Its Table Schema; the ties lead to the resources of `known` (table → resource)."""
    ties = [_tie(each, known[each.tabla]) for each in tabla.llaves if each.tabla in known]
    return {
        "fields": [_field(campo) for campo in tabla.campos],
        "missingValues": [""],
        "primaryKey": list(tabla.clave),
        **({"foreignKeys": ties} if ties else {}),
    }


def _field(campo: Campo) -> dict[str, object]:
    must = {"required": True} if campo.obligatorio else {}
    only = {"enum": list(campo.valores)} if campo.valores else {}
    told: dict[str, object] = {
        "name": campo.nombre,
        "type": TIPOS[campo.tipo],
        "description": campo.descripcion,
    }
    if campo.tipo == "logico":
        told |= {"trueValues": ["true"], "falseValues": ["false"]}
    return {**told, **({"constraints": {**must, **only}} if must or only else {})}


def _tie(llave: Llave, resource: str) -> dict[str, object]:
    return {
        "fields": list(llave.campos),
        "reference": {"resource": resource, "fields": list(llave.otros)},
    }


def csvw(uso: Uso, tablas: Iterable[Tabla], carpeta: str = "") -> dict[str, object]:
    """The tables of one folder as a CSVW group; their addresses are relative to it."""
    own = tuple(tablas)
    known = {tabla.nombre for tabla in own}
    licence = {"dc:license": {"@id": uso.licencia.direccion}} if uso.licencia else {}
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": LENGUA}],
        "dc:title": uso.nombre,
        **licence,
        "tables": [_csvw_table(tabla, known, carpeta) for tabla in own],
    }


def _csvw_table(tabla: Tabla, known: set[str], carpeta: str) -> dict[str, object]:
    ties = [
        {
            "columnReference": list(each.campos),
            "reference": {"resource": f"{each.tabla}.csv", "columnReference": list(each.otros)},
        }
        for each in tabla.llaves
        if each.tabla in known and not tabla.grupo
    ]
    return {
        "url": f"{tabla.ruta}.csv".removeprefix(carpeta),
        "dc:title": tabla.titulo,
        "dc:description": tabla.descripcion,
        "tableSchema": {
            "columns": [_column(campo) for campo in tabla.campos],
            "primaryKey": list(tabla.clave),
            **({"foreignKeys": ties} if ties else {}),
        },
    }


def _column(campo: Campo) -> dict[str, object]:
    return {
        "name": campo.nombre,
        "titles": campo.nombre,
        "dc:description": campo.descripcion,
        "datatype": TIPOS_CSVW[campo.tipo],
        **({"required": True} if campo.obligatorio else {}),
    }
