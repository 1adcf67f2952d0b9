"""Every table that is printed, each as a table of its own: those of the data and those that the
documents compose.

A column of figures becomes two: what is published, and its exact value for machines. Merged cells
are told in each of their rows.
"""

from collections.abc import Iterable, Iterator

from generator.base.text import slug
from generator.document.nodes import Celda, Cifra, Document, Lista, Parrafo, Seccion
from generator.document.nodes import Tabla as Impresa
from generator.document.tables import Renglon
from generator.document.walk import plain_text, sections
from generator.model.cuadro import Cuadro
from generator.model.registro import Registro
from generator.render.datos_tabla import (
    A_INSTITUCION,
    INSTITUCION,
    PAGINA,
    Campo,
    Fila,
    Llave,
    Tabla,
    Valor,
    filled,
    joined,
)
from generator.render.site_hojas import loose
from generator.render.site_mapa import Mapa
from generator.render.site_publicacion import DocumentoPublicado, InstitucionPublicada

RENGLON = Campo(
    "renglon",
    "Clave del renglón; la de un cuadro de datos es parte de su dirección",
    obligatorio=True,
)
DE_INDICE = (
    Campo("archivo", "Archivo CSV del cuadro, desde la carpeta datos/", obligatorio=True),
    INSTITUCION,
    Campo(
        "clase",
        "Un cuadro de datos, o uno que compone un documento",
        obligatorio=True,
        valores=("datos", "documento"),
    ),
    Campo("cuadro", "Clave del cuadro en su institución o en su documento", obligatorio=True),
    Campo("documento", "Clave del documento que lo compone"),
    Campo("numero", "Número del cuadro en su documento", "entero"),
    Campo("titulo", "Título del cuadro", obligatorio=True),
    Campo("corte", "Fecha o periodo de los datos"),
    Campo("fuente", "De dónde sale, como se publicó"),
    Campo("notas", "Notas al pie del cuadro, separadas por «; »"),
    Campo("renglones", "Cuántos renglones tiene", "entero", obligatorio=True),
    PAGINA,
)


def printed_tables(mapa: Mapa) -> Iterator[tuple[Tabla, Fila]]:
    """Each table with its row in the index."""
    for casa in mapa.publicacion.instituciones:
        for id_, cuadro in casa.institucion.cuadros.items():
            yield _stated(mapa, casa, id_, cuadro)
        for publicado in casa.documentos:
            yield from _composed(mapa, casa, publicado)


def index(rows: Iterable[Fila]) -> Tabla:
    """Where each table is."""
    return Tabla(
        "cuadros",
        "Índice de cuadros",
        "Los cuadros de datos y los que componen los documentos; cada uno tiene además su archivo.",
        DE_INDICE,
        ("archivo",),
        filled(rows),
        (A_INSTITUCION, Llave(("documento",), "documentos", ("documento",))),
    )


# ── of the data ──


def _stated(mapa: Mapa, casa: InstitucionPublicada, id_: str, cuadro: Cuadro) -> tuple[Tabla, Fila]:
    notes = joined(f"{mark} {text}" for mark, text in cuadro.notas.items())
    table = Tabla(
        id_,
        cuadro.titulo,
        f"{cuadro.titulo}. Corte: {cuadro.corte}. {notes}".strip(),
        tuple(_columns(cuadro)),
        ("renglon",),
        filled(_rows(mapa.publicacion.registro, f"{casa.id}.cuadro.{id_}", cuadro)),
        grupo=f"cuadros/{casa.id}",
        fuente=cuadro.fuente or "",
    )
    known = (
        cifra
        for cifra in mapa.cifras_de(casa.id, "")
        if cifra.direccion.startswith(f"{casa.id}.cuadro.{id_}.")
    )
    page = next((mapa.cifra(cifra) for cifra in known), "")
    said = (cuadro.titulo, cuadro.corte, cuadro.fuente, notes, len(table.filas), page)
    return table, (f"{table.ruta}.csv", casa.id, "datos", id_, "", None, *said)


def _columns(cuadro: Cuadro) -> Iterator[Campo]:
    yield RENGLON
    if cuadro.grupos:
        yield Campo("grupo_de_renglones", "Título bajo el que va el renglón")
    for column in cuadro.columnas:
        name = column.id.replace("-", "_")
        title = " · ".join(word for word in (column.grupo, column.titulo) if word)
        yield Campo(name, title or "Columna sin título en el original")
        if column.tipo == "cifra":
            yield Campo(f"{name}_valor", f"{title or name}: valor exacto", "decimal")


def _rows(registro: Registro, base: str, cuadro: Cuadro) -> Iterator[Fila]:
    above: dict[str, str] = {}
    for fila in cuadro.renglones:
        row: list[Valor] = [fila.id]
        if cuadro.grupos:
            row.append("" if fila.grupo is None else cuadro.grupos[fila.grupo].titulo)
        cells = (*fila.celdas, *("" for _ in cuadro.columnas[len(fila.celdas) :]))
        for column, cell in zip(cuadro.columnas, cells, strict=True):
            text = cell or (above.get(column.id, "") if column.fundida and not fila.cierra else "")
            above[column.id] = text
            cifra = registro.cifras.get(f"{base}.{fila.id}.{column.id}")
            row.append(cifra.completa if cifra else text)
            if column.tipo == "cifra":
                row.append(cifra.exacta if cifra else "")
        yield tuple(row)


# ── of the documents ──


def _composed(
    mapa: Mapa, casa: InstitucionPublicada, publicado: DocumentoPublicado
) -> Iterator[tuple[Tabla, Fila]]:
    sheets = (*loose(publicado), *mapa.hojas(publicado))
    found = [(printed, hoja.ruta) for hoja in sheets for printed in _tables(hoja.seccion)]
    for printed, route in sorted(found, key=lambda pair: pair[0].numero):
        table = _as_printed(publicado.documento, printed)
        notes = joined(f"{note.marca} {note.texto}" for note in printed.notas)
        own = (printed.id, publicado.documento.id, printed.numero, printed.titulo)
        said = ("", printed.fuente, notes, len(table.filas), f"{route}#{printed.id}")
        yield table, (f"{table.ruta}.csv", casa.id, "documento", *own, *said)


def _as_printed(documento: Document, printed: Impresa) -> Tabla:
    columns, rows = _shape(printed)
    return Tabla(
        printed.id,
        f"{printed.rotulo}. {printed.titulo}",
        f"{printed.rotulo} de {documento.titulo}: {printed.titulo}.",
        columns,
        ("renglon",),
        filled(rows),
        grupo=f"documentos/{documento.id}",
        fuente=printed.fuente,
    )


def _tables(seccion: Seccion) -> Iterator[Impresa]:
    for each in sections((seccion,)):
        yield from (bloque for bloque in each.bloques if isinstance(bloque, Impresa))


def _shape(table: Impresa) -> tuple[tuple[Campo, ...], tuple[Fila, ...]]:
    """Columns and rows; the pairs above the table are told in each row."""
    grouped = [("", fila) for fila in table.filas]
    grouped += [(grupo.titulo, fila) for grupo in table.grupos for fila in grupo.filas]
    grouped += [("", fila) for fila in table.totales]
    body = _spread([fila for _, fila in grouped])
    pairs = tuple(par.celda for par in table.pares)
    cells = [(*pairs, *fila) for fila in body] or [pairs]
    titles = [par.rotulo for par in table.pares]
    titles += [" ".join(word for word in (c.grupo, c.titulo) if word) for c in table.columnas]
    figures = [
        any(isinstance(row[place].contenido, Cifra) for row in cells)
        for place in range(len(titles))
    ]
    columns = [
        RENGLON,
        *([Campo("grupo_de_renglones", "Título bajo el que va")] if table.grupos else []),
    ]
    columns += list(_named(titles, figures))
    groups = [title for title, _ in grouped] or [""]
    rows = tuple(
        (f"r{n:03}", *((group,) if table.grupos else ()), *_told(row, figures))
        for n, (group, row) in enumerate(zip(groups, cells, strict=True), 1)
    )
    return tuple(columns), rows


def _named(titles: list[str], figures: list[bool]) -> Iterator[Campo]:
    seen: set[str] = {"renglon", "grupo_de_renglones"}
    for place, title in enumerate(titles, 1):
        name = _name(title) if title else f"columna_{place}"
        name = f"{name}_{place}" if name in seen else name
        seen |= {name, f"{name}_valor"}
        yield Campo(name, title or "Columna sin título en el original")
        if figures[place - 1]:
            yield Campo(f"{name}_valor", f"{title or name}: valor exacto", "decimal")


def _spread(rows: list[Renglon]) -> list[Renglon]:
    """The rows with what a merged cell says in each of those that it spans."""
    done: list[Renglon] = []
    for row in rows:
        above = done[-1] if done else row
        done.append(tuple(a if c.tramo == 0 else c for c, a in zip(row, above, strict=True)))
    return done


def _told(row: Renglon, figures: list[bool]) -> Iterator[Valor]:
    for cell, with_value in zip(row, figures, strict=True):
        content = cell.contenido
        yield _words(cell)
        if with_value:
            exact = isinstance(content, Cifra) and not content.es_fecha
            yield content.valor if exact and isinstance(content, Cifra) else ""


def _words(cell: Celda) -> str:
    content = cell.contenido
    if isinstance(content, Lista):
        items = (b for item in content.elementos for b in item if isinstance(b, Parrafo))
        return joined(plain_text(b.hijos) for b in items)
    mark = content.marca if isinstance(content, Cifra) else cell.marca
    return " ".join(word for word in (content.texto, mark, cell.tras) if word)


def _name(title: str) -> str:
    """A column's name from its title; «año» is never written without its letter."""
    return slug(title.lower().replace("año", "anio")).replace("-", "_")
