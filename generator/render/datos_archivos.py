"""The open data as files, in one folder: what the site publishes under datos/ and what
`./pliego exportar datos` writes.

Bytes depend on the publication alone: no clock, no machine. Each file is written once and its
weight and SHA-256 kept, for the descriptors, the page and the list of checksums.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.base.digest import of_bytes
from generator.render.datos_api import answers, indicator_rows, openapi
from generator.render.datos_catalogo import Conjunto, Descarga, catalogue
from generator.render.datos_paquete import csvw, data_package
from generator.render.datos_rutas import (
    API,
    LIBROS,
    indicator_csv,
    indicator_xlsx,
    institution_file,
    institution_json,
    split,
    table_json,
)
from generator.render.datos_tabla import Campo, Tabla
from generator.render.datos_texto import Escrita, json_text
from generator.render.datos_todo import Datos
from generator.render.datos_uso import Uso
from generator.render.datos_xlsx import RENGLONES, workbook

FORMATOS = ("csv", "xlsx", "json")
TODO = "datos-abiertos"
"""Name of the files that hold everything."""
SUMAS = "sha256sum.txt"
LEEME = "LEEME.txt"
LIBRO = ("indicadores", "observaciones", "variables")
"""The tables of the workbook of an indicator, each with its rows of it."""
_ZIPPED = (2024, 1, 1, 0, 0, 0)


class Carpeta:
    """The folder that is being filled: path of each file → its bytes and SHA-256."""

    def __init__(self, raiz: Path) -> None:
        self.raiz = raiz
        self.archivos: dict[str, tuple[int, str]] = {}
        self._made: set[Path] = set()

    def poner(self, ruta: str, contenido: str | bytes) -> None:
        """Writes a file. Raises OSError."""
        data = contenido.encode() if isinstance(contenido, str) else contenido
        path = self.raiz / ruta
        if path.parent not in self._made:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._made.add(path.parent)
        path.write_bytes(data)
        self.archivos[ruta] = (len(data), of_bytes(data))

    def descarga(self, formato: str, ruta: str) -> Descarga:
        return Descarga(formato, ruta, *self.archivos[ruta])

    def de(self, *rutas: str) -> tuple[Descarga, ...]:
        """Those of the files that were written; the format is the ending of its name."""
        known = (ruta for ruta in rutas if ruta in self.archivos)
        return tuple(self.descarga(ruta.rpartition(".")[2].upper(), ruta) for ruta in known)


@dataclass(frozen=True)
class Inventario:
    """What was written: the sets of data with their downloads, and every file."""

    uso: Uso
    datos: Datos
    todo: Conjunto
    instituciones: tuple[Conjunto, ...]
    tablas: tuple[Conjunto, ...]
    cuadros: tuple[Conjunto, ...]
    archivos: dict[str, tuple[int, str]]

    @property
    def conjuntos(self) -> tuple[Conjunto, ...]:
        return (self.todo, *self.instituciones, *self.tablas, *self.cuadros)


def write(datos: Datos, raiz: Path, formatos: tuple[str, ...] = FORMATOS) -> Inventario:
    """The files of `formatos` in `raiz`, with what describes them."""
    uso, folder = Uso(datos.mapa.publicacion), Carpeta(raiz)
    written = {tabla.nombre: Escrita(tabla) for tabla in datos.tablas}
    if "csv" in formatos:
        _csv(datos, uso, folder, written)
    if "xlsx" in formatos:
        _xlsx(datos, uso, folder)
    if "json" in formatos:
        for ruta, text in answers(datos, uso, written):
            folder.poner(ruta, text)
        folder.poner(f"{API}openapi.json", json_text(openapi(datos, uso)))
        folder.poner(f"{TODO}.json", _everything(written))
    inventario = _inventory(datos, uso, folder)
    folder.poner("catalogo.jsonld", json_text(catalogue(uso, inventario.conjuntos)))
    sums = (f"{digest}  {ruta}\n" for ruta, (_, digest) in sorted(folder.archivos.items()))
    folder.poner(SUMAS, "".join(sums))
    return inventario


def _everything(written: dict[str, Escrita]) -> str:
    parts = ",\n".join(f'"{name}": {escrita.lista()}' for name, escrita in written.items())
    return "{" + parts + "}\n"


# ── CSV, with its descriptors ──


def _csv(datos: Datos, uso: Uso, folder: Carpeta, written: dict[str, Escrita]) -> None:
    every = (*datos.tablas, *datos.cuadros)
    whole = {
        f"{t.ruta}.csv": Escrita(t).csv() if t.grupo else written[t.nombre].csv() for t in every
    }
    for ruta, text in whole.items():
        folder.poner(ruta, text)
    words = Escrita(dictionary(datos)).csv()
    folder.poner("diccionario.csv", words)
    package = json_text(data_package(uso, TODO, every, folder.archivos))
    folder.poner("datapackage.json", package)
    for group, tables in _by_folder(every).items():
        described = csvw(uso, tables, f"{group}/" if group else "")
        folder.poner(f"{group}/csv-metadata.json".lstrip("/"), json_text(described))
    beside = {"datapackage.json": package, "diccionario.csv": words, LEEME: _readme(uso.dicho())}
    folder.poner(f"{TODO}.zip", _zip({**whole, **beside}))
    for casa in datos.mapa.publicacion.instituciones:
        beside = {"diccionario.csv": words, LEEME: _readme(uso.dicho(casa))}
        _institution_csv(datos, uso, folder, written, casa.id, beside)
    if "observaciones" in written:
        for row in indicator_rows(datos):
            name = str(row["indicador"])
            folder.poner(
                indicator_csv(*split(name)), written["observaciones"].csv("indicador", name)
            )


def _institution_csv(
    datos: Datos,
    uso: Uso,
    folder: Carpeta,
    written: dict[str, Escrita],
    casa: str,
    beside: dict[str, str],
) -> None:
    """The tables of one institution and its ZIP, with what goes `beside` them in it."""
    base, own = f"instituciones/{casa}/", datos.de(casa)
    texts = {f"{t.nombre}.csv": written[t.nombre].csv("institucion", casa) for t in own}
    for name, text in texts.items():
        folder.poner(base + name, text)
    sizes = {name: folder.archivos[base + name] for name in texts}
    package = json_text(data_package(uso, f"{TODO}-{casa}", own, sizes))
    folder.poner(f"{base}datapackage.json", package)
    folder.poner(f"{base}csv-metadata.json", json_text(csvw(uso, own)))
    folder.poner(
        institution_file(casa, "zip"), _zip({**texts, "datapackage.json": package, **beside})
    )


def _readme(uso: Mapping[str, str]) -> str:
    """The licence and how to cite, for whoever only has the ZIP."""
    return "".join(f"{name}: {text}\n" for name, text in uso.items())


def _by_folder(tablas: tuple[Tabla, ...]) -> dict[str, list[Tabla]]:
    found: dict[str, list[Tabla]] = {}
    for tabla in tablas:
        found.setdefault(tabla.grupo, []).append(tabla)
    return found


def _zip(textos: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in textos.items():
            entry = zipfile.ZipInfo(name, _ZIPPED)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, text.encode(), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def dictionary(datos: Datos) -> Tabla:
    """Every column of every table, as a table."""
    rows = tuple(
        (t.nombre, c.nombre, c.tipo, c.descripcion, c.obligatorio, ", ".join(c.valores) or None)
        for t in datos.tablas
        for c in t.campos
    )
    names = ("tabla", "columna", "tipo", "descripcion", "obligatoria", "valores")
    return Tabla(
        "diccionario",
        "Diccionario de datos",
        "Qué contiene cada columna de cada tabla.",
        tuple(Campo(name, name) for name in names),
        ("tabla", "columna"),
        rows,
    )


# ── workbooks ──


def _xlsx(datos: Datos, uso: Uso, folder: Carpeta) -> None:
    said = uso.dicho()
    fit = tuple(tabla for tabla in datos.tablas if len(tabla.filas) <= RENGLONES)
    for tabla in (*fit, *datos.cuadros):
        folder.poner(f"{tabla.ruta}.xlsx", workbook(tabla.titulo, (_sheet(tabla),), said))
    if len(fit) == len(datos.tablas):
        folder.poner(f"{TODO}.xlsx", workbook(uso.nombre, fit, said))
    for casa in datos.mapa.publicacion.instituciones:
        own = datos.de(casa.id)
        if all(len(tabla.filas) <= RENGLONES for tabla in own):
            book = workbook(f"{uso.nombre}: {casa.siglas}", own, uso.dicho(casa))
            folder.poner(institution_file(casa.id, "xlsx"), book)
    if datos.mapa.indicadores <= LIBROS:
        _indicator_books(datos, uso, folder)


def _indicator_books(datos: Datos, uso: Uso, folder: Carpeta) -> None:
    """The workbook of each indicator: its own row, and its observations."""
    every = tuple(t.por("indicador") for t in datos.tablas if t.nombre in LIBRO)
    houses = datos.mapa.instituciones
    said = {id_: uso.dicho(casa) for id_, casa in houses.items()}
    for name in every[0] if every else ():
        casa, id_ = split(name)
        own = tuple(tables[name] for tables in every if name in tables)
        folder.poner(indicator_xlsx(casa, id_), workbook(name, own, said[casa]))


def _sheet(tabla: Tabla) -> Tabla:
    return replace(tabla, nombre=tabla.nombre[:31])


# ── what there is ──


def _inventory(datos: Datos, uso: Uso, folder: Carpeta) -> Inventario:
    whole = folder.de(f"{TODO}.zip", f"{TODO}.xlsx", f"{TODO}.json")
    return Inventario(
        uso,
        datos,
        Conjunto(TODO, uso.nombre, uso.descripcion, whole),
        tuple(_of_institutions(datos, uso, folder)),
        tuple(_of_tables(datos.tablas, folder)),
        tuple(_of_tables(datos.cuadros, folder)),
        folder.archivos,
    )


def _of_institutions(datos: Datos, uso: Uso, folder: Carpeta) -> Iterator[Conjunto]:
    for casa in datos.mapa.publicacion.instituciones:
        made = (institution_file(casa.id, ending) for ending in ("zip", "xlsx"))
        files = folder.de(*made, institution_json(casa.id))
        title = f"{uso.nombre}: {casa.siglas}"
        about = f"Los datos de {casa.institucion.ficha.nombre.rstrip('.')}: todas sus tablas."
        yield Conjunto(f"institucion-{casa.id}", title, about, files, institucion=casa)


def _of_tables(tablas: tuple[Tabla, ...], folder: Carpeta) -> Iterator[Conjunto]:
    for t in tablas:
        files = folder.de(f"{t.ruta}.csv", f"{t.ruta}.xlsx", table_json(t.ruta))
        yield Conjunto(f"tabla-{t.id}", t.titulo, t.descripcion, files, t)
