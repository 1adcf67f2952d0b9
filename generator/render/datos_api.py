"""The static API: JSON files with stable addresses, and the OpenAPI 3.1 that describes them.

The version is in the path; within one, columns are only added. What the API answers are the rows of
the open data themselves.
"""

from collections.abc import Iterator, Mapping

from generator.render.datos_rutas import (
    API,
    indicator_json,
    institution_json,
    split,
    table_json,
)
from generator.render.datos_tabla import Campo, Tabla, Valor
from generator.render.datos_texto import Escrita, json_lists, json_text
from generator.render.datos_todo import Datos
from generator.render.datos_uso import Uso

VERSION = "1.0.0"
RESUMEN = (
    "indicador",
    "institucion",
    "clave",
    "nombre",
    "unidad_medida",
    "sentido",
    "meta",
    "meta_anio",
    "pagina",
)
"""What the list of indicators tells of each."""
DE_UN_INDICADOR = ("observaciones", "variables")
TIPOS: Mapping[str, Mapping[str, object]] = {
    "texto": {"type": "string"},
    "entero": {"type": "integer"},
    "anio": {"type": "integer"},
    "decimal": {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"},
    "fecha": {"type": "string", "format": "date"},
    "logico": {"type": "boolean"},
}
Escritas = Mapping[str, Escrita]


def answers(datos: Datos, uso: Uso, escritas: Escritas) -> Iterator[tuple[str, str]]:
    """Every file of the API: path from datos/ → its text."""
    yield f"{API}indice.json", json_text(_contents(datos, uso))
    yield f"{API}indicadores.json", _indicators(datos, uso)
    for tabla in datos.tablas:
        yield table_json(tabla.ruta), table_text(escritas[tabla.nombre])
    for tabla in datos.cuadros:
        yield table_json(tabla.ruta), table_text(Escrita(tabla))
    for casa in datos.mapa.publicacion.instituciones:
        head = {"institucion": casa.id, "edicion": uso.actualizado, "citar": uso.cita(casa)}
        lists = {
            n: e.lista("institucion", casa.id)
            for n, e in escritas.items()
            if e.cuantas("institucion", casa.id)
        }
        yield (
            institution_json(casa.id),
            json_lists(head, {"tablas": json_lists({}, lists).rstrip()}),
        )
    yield from _each_indicator(datos, uso, escritas)


def table_text(escrita: Escrita) -> str:
    """A table's JSON."""
    tabla = escrita.tabla
    head = {"tabla": tabla.ruta, "titulo": tabla.titulo, "descripcion": tabla.descripcion}
    return json_lists(head, {"filas": escrita.lista()})


def _contents(datos: Datos, uso: Uso) -> dict[str, object]:
    licence = uso.licencia
    return {
        "version": VERSION,
        "nombre": uso.nombre,
        "edicion": uso.actualizado,
        "licencia": licence.direccion if licence else None,
        "citar": uso.cita(),
        "indicadores": f"{API}indicadores.json",
        "instituciones": [institution_json(i.id) for i in datos.mapa.publicacion.instituciones],
        "tablas": [
            {"tabla": t.ruta, "titulo": t.titulo, "filas": len(t.filas), "json": table_json(t.ruta)}
            for t in (*datos.tablas, *datos.cuadros)
        ],
    }


def _indicators(datos: Datos, uso: Uso) -> str:
    rows = [
        {
            **{name: row[name] for name in RESUMEN},
            "json": indicator_json(*split(str(row["indicador"]))),
        }
        for row in indicator_rows(datos)
    ]
    return json_text({"edicion": uso.actualizado, "indicadores": rows})


def indicator_rows(datos: Datos) -> tuple[dict[str, Valor], ...]:
    """The catalogue of indicators, if there are any."""
    return next((t.dichos() for t in datos.tablas if t.nombre == "indicadores"), ())


def _each_indicator(datos: Datos, uso: Uso, escritas: Escritas) -> Iterator[tuple[str, str]]:
    houses = datos.mapa.instituciones
    cites = {id_: uso.cita(casa) for id_, casa in houses.items()}
    for row in indicator_rows(datos):
        name = str(row["indicador"])
        head = {
            "edicion": uso.actualizado,
            "citar": cites[str(row["institucion"])],
            "indicador": row,
        }
        lists = {
            n: escritas[n].lista("indicador", name) if n in escritas else "[]"
            for n in DE_UN_INDICADOR
        }
        yield indicator_json(*split(name)), json_lists(head, lists)


# ── OpenAPI ──


def openapi(datos: Datos, uso: Uso) -> dict[str, object]:
    """The description of the API."""
    licence = uso.licencia
    names = [tabla.nombre for tabla in datos.tablas]
    info: dict[str, object] = {
        "title": uso.nombre,
        "version": VERSION,
        "description": "Archivos JSON que se leen con GET, sin clave ni registro. Los decimales "
        "van como texto, con sus dígitos exactos; lo que no hay es null.",
    }
    if licence:
        info["license"] = {"name": licence.nombre, "url": licence.direccion}
    return {
        "openapi": "3.1.0",
        "info": info,
        "servers": [{"url": f"{uso.direccion}datos/{API}".rstrip("/") if uso.direccion else "."}],
        "paths": _paths(datos),
        "components": {
            "schemas": {
                **{name: _row(datos.tabla(name)) for name in names},
                **_envelopes(datos, names),
            }
        },
    }


def _paths(datos: Datos) -> dict[str, object]:
    houses = [casa.id for casa in datos.mapa.publicacion.instituciones]
    return {
        "/indice.json": _get("Qué hay: tablas, instituciones, licencia y edición", "Indice"),
        "/indicadores.json": _get("Todos los indicadores, resumidos", "ListaDeIndicadores"),
        "/indicadores/{institucion}/{id}.json": _get(
            "Un indicador: su ficha, sus observaciones y sus variables",
            "UnIndicador",
            {"institucion": houses, "id": []},
        ),
        "/instituciones/{institucion}.json": _get(
            "Todas las tablas de una institución", "UnaInstitucion", {"institucion": houses}
        ),
        **{
            f"/tablas/{tabla.nombre}.json": _get(tabla.descripcion, f"Tabla-{tabla.nombre}")
            for tabla in datos.tablas
        },
        "/tablas/cuadros/{institucion}/{cuadro}.json": _get(
            "Un cuadro de datos", "UnCuadro", {"institucion": houses, "cuadro": []}
        ),
        "/tablas/documentos/{institucion}/{documento}/{cuadro}.json": _get(
            "Un cuadro como lo compone un documento",
            "UnCuadro",
            {"institucion": houses, "documento": [], "cuadro": []},
        ),
    }


def _get(
    summary: str, schema: str, given: Mapping[str, list[str]] | None = None
) -> dict[str, object]:
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}
    parameters = [
        {
            "name": name,
            "in": "path",
            "required": True,
            "schema": {"type": "string", **({"enum": values} if values else {})},
        }
        for name, values in (given or {}).items()
    ]
    answer = {
        "200": {"description": summary, "content": content},
        "404": {"description": "No existe"},
    }
    return {"get": {"summary": summary, "parameters": parameters, "responses": answer}}


def _row(tabla: Tabla) -> dict[str, object]:
    return {
        "type": "object",
        "description": tabla.descripcion,
        "properties": {campo.nombre: _property(campo) for campo in tabla.campos},
        "required": list(tabla.columnas),
    }


def _property(campo: Campo) -> dict[str, object]:
    shape = dict(TIPOS[campo.tipo])
    if campo.valores:
        shape["enum"] = [*campo.valores, *([] if campo.obligatorio else [None])]
    if not campo.obligatorio:
        shape["type"] = [shape["type"], "null"]
    return {**shape, "description": campo.descripcion}


def _envelopes(datos: Datos, names: list[str]) -> dict[str, object]:
    """What goes around the rows in each answer."""
    text, rows = {"type": "string"}, {"type": "array", "items": {"type": "object"}}
    lists = {name: _list(name) for name in names}
    small = _row_of("indicadores", RESUMEN, datos)
    return {
        "Indice": _object(
            {
                "version": text,
                "nombre": text,
                "edicion": text,
                "citar": text,
                "indicadores": text,
                "tablas": rows,
                "instituciones": {"type": "array", "items": text},
            }
        ),
        "ListaDeIndicadores": _object(
            {"edicion": text, "indicadores": {"type": "array", "items": small}}
        ),
        "UnIndicador": _object({"edicion": text, "citar": text, **_named(names)}),
        "UnaInstitucion": _object(
            {
                "institucion": text,
                "edicion": text,
                "citar": text,
                "tablas": {"type": "object", "properties": lists, "additionalProperties": False},
            }
        ),
        "UnCuadro": _object({"tabla": text, "titulo": text, "descripcion": text, "filas": rows}),
        **{
            f"Tabla-{name}": _object(
                {"tabla": text, "titulo": text, "descripcion": text, "filas": _list(name)}
            )
            for name in names
        },
    }


def _named(names: list[str]) -> dict[str, object]:
    """What the answer of an indicator holds besides its head."""
    one = {"$ref": "#/components/schemas/indicadores"} if "indicadores" in names else {}
    rows = {"type": "array", "items": {"type": "object"}}
    return {"indicador": one, **{n: _list(n) if n in names else rows for n in DE_UN_INDICADOR}}


def _row_of(name: str, columns: tuple[str, ...], datos: Datos) -> dict[str, object]:
    table = next((t for t in datos.tablas if t.nombre == name), None)
    fields = [c for c in table.campos if c.nombre in columns] if table else []
    return _object({**{c.nombre: _property(c) for c in fields}, "json": {"type": "string"}})


def _list(name: str) -> dict[str, object]:
    return {"type": "array", "items": {"$ref": f"#/components/schemas/{name}"}}


def _object(properties: Mapping[str, object]) -> dict[str, object]:
    return {"type": "object", "properties": dict(properties), "required": list(properties)}
