"""Where each file of open data is: paths from datos/, the same in every release.

The version of the API is in its path: what has been published there stays.
"""

DATOS = "datos/"
"""The folder of the site that holds them."""
API = "api/v1/"
LIBROS = 500
"""With more indicators than these, none has a workbook of its own: CSV and JSON only."""


def table_json(ruta: str) -> str:
    """The JSON of a table: `cifras`, `cuadros/imss/solicitudes-oncologia`."""
    return f"{API}tablas/{ruta}.json"


def institution_json(institucion: str) -> str:
    return f"{API}instituciones/{institucion}.json"


def institution_file(institucion: str, ending: str) -> str:
    """The ZIP or the workbook of one institution."""
    return f"instituciones/{institucion}/{institucion}.{ending}"


def indicator_json(institucion: str, id_: str) -> str:
    return f"{API}indicadores/{institucion}/{id_}.json"


def indicator_csv(institucion: str, id_: str) -> str:
    """The observations of one indicator."""
    return f"indicadores/{institucion}/{id_}.csv"


def split(indicador: str) -> tuple[str, str]:
    """imss.ind.1-1 → imss, 1-1."""
    institucion, _, id_ = indicador.split(".", 2)
    return institucion, id_


def indicator_xlsx(institucion: str, id_: str) -> str:
    """The workbook of one indicator, if there are not too many of them."""
    return f"indicadores/{institucion}/{id_}.xlsx"


def indicator_files(institucion: str, id_: str, cuantos: int) -> tuple[tuple[str, str], ...]:
    """The downloads of one indicator among `cuantos`: format and path from the site's root."""
    csv, json = indicator_csv(institucion, id_), indicator_json(institucion, id_)
    book = (("XLSX", DATOS + indicator_xlsx(institucion, id_)),) if cuantos <= LIBROS else ()
    return (("CSV", DATOS + csv), *book, ("JSON", DATOS + json))


def table_files(ruta: str) -> tuple[tuple[str, str], ...]:
    """The downloads of one table: format and path from the site's root."""
    return (
        ("CSV", f"{DATOS}{ruta}.csv"),
        ("XLSX", f"{DATOS}{ruta}.xlsx"),
        ("JSON", DATOS + table_json(ruta)),
    )
