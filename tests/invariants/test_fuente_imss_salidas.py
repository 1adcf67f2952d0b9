"""The IMSS's PDF and site print what «Avance y Resultados» printed, each thing in its place.

A ficha is looked for on its own pages, a table after its own title, a figure of the narrative
with the words around it.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from generator.document.nodes import (
    Cifra,
    Componente,
    Document,
    Enfasis,
    Enlace,
    Fuerte,
    Linea,
    Prosa,
    Tabla,
)
from generator.document.sheets import FilaVariable, Sustitucion
from generator.document.walk import in_blocks, sections, tables
from generator.model.enlazado import InstitucionEnlazada
from generator.model.enlazado_fichas import FichaEnlazada
from generator.works import Examen
from tests import imss, pdf
from tests.imss import FICHAS, IDS, RESUMEN, TABLAS, dicho, falta, plano

Publicado = tuple[Path, Examen]
Lineas = tuple[Linea, ...]


@pytest.fixture(scope="module")
def examen(publicado: Publicado) -> Examen:
    return publicado[1]


@pytest.fixture(scope="module")
def documento(examen: Examen) -> Document:
    (obra,) = (o for o in examen.obras if o.documento.id == imss.DOCUMENTO)
    return obra.documento


@pytest.fixture(scope="module")
def institucion(examen: Examen) -> InstitucionEnlazada:
    (only,) = (i for i in examen.enlazadas if i.id == "imss")
    return only


@pytest.fixture(scope="module")
def hojas(documento: Document) -> dict[str, dict[str, Any]]:
    found = {}
    for section in sections(documento.secciones):
        for block in section.bloques:
            if isinstance(block, Componente) and block.componente == "ficha":
                found[section.id.removeprefix("ficha-")] = dict(block.datos)
    return found


@pytest.fixture(scope="module")
def cuadros(institucion: InstitucionEnlazada, documento: Document) -> dict[str, Tabla]:
    """T01… → its table in the document."""
    by_title = {tabla.titulo: tabla for tabla in tables(documento)}
    return {key: by_title[institucion.cuadros[id_].titulo] for key, id_ in imss.CUADROS.items()}


# ── paper ──


@pytest.fixture(scope="module")
def hoja_a_hoja(avance: Path) -> list[str]:
    return pdf.bodies(avance)


@pytest.fixture(scope="module")
def impreso(hoja_a_hoja: list[str]) -> str:
    return plano("\n".join(hoja_a_hoja))


@pytest.fixture(scope="module")
def hojas_de(avance: Path, hoja_a_hoja: list[str]) -> dict[str, range]:
    """Id of a ficha → its own pages, up to the next ficha or part."""
    marks = [re.fullmatch(r"( *)(.*) · (\d+)", line) for line in pdf.outline(avance)]
    starts = [(len(m[1]), m[2], int(m[3])) for m in marks if m]
    found = {}
    for place, (level, title, page) in enumerate(starts):
        number = re.match(r"(\d\.\d) ", title)
        if number is None:
            continue
        following = (p for other, _, p in starts[place + 1 :] if other <= level)
        last = next(following, len(hoja_a_hoja) + 1)
        found[number[1].replace(".", "-")] = range(page, max(page, last - 1) + 1)
    return found


@pytest.fixture(scope="module")
def en_su_hoja(hojas_de: dict[str, range], hoja_a_hoja: list[str]) -> dict[str, str]:
    """Id of a ficha → what its own pages print."""
    return {
        id_: plano("\n".join(hoja_a_hoja[n - 1] for n in pages)) for id_, pages in hojas_de.items()
    }


def _after_title(impreso: str, tabla: Tabla) -> str:
    """What the PDF prints from a table's title to the next table's."""
    _, found, rest = impreso.partition(plano(f"Cuadro {tabla.numero} {tabla.titulo}"))
    assert found, tabla.titulo
    return rest.partition(f"Cuadro{tabla.numero + 1}")[0]


# ── site ──


@pytest.fixture(scope="module")
def paginas(sitio: Path) -> dict[str, str]:
    """Folder of a page of the document → its markup between <main> and </main>."""
    home = sitio / imss.DOCUMENTO
    return {
        path.parent.relative_to(home).as_posix(): imss.principal(path.read_text("utf-8"))
        for path in sorted(home.rglob("index.html"))
    }


@pytest.fixture(scope="module")
def cuadros_del_sitio(paginas: dict[str, str]) -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    for markup in paginas.values():
        more = imss.tablas_html(markup)
        assert not found.keys() & more.keys()
        found |= more
    return found


@pytest.fixture(scope="module")
def en_su_pagina(sitio: Path) -> dict[str, str]:
    """Id of a ficha → what its own page says."""
    home = sitio / "imss" / "indicadores"
    return {id_: _words(home / id_ / "index.html") for id_ in IDS}


def _words(page: Path) -> str:
    return plano(imss.palabras(imss.principal(page.read_text("utf-8"))))


# ── fichas ──


def test_every_ficha_has_its_own_pages_and_its_own_page(
    en_su_hoja: dict[str, str], en_su_pagina: dict[str, str]
) -> None:
    assert list(en_su_hoja) == IDS
    assert all(len(text) > 1500 for text in en_su_hoja.values())
    assert all(len(text) > 1500 for text in en_su_pagina.values())


@pytest.mark.parametrize("ficha", FICHAS, ids=IDS)
def test_the_elements_are_printed(
    en_su_hoja: dict[str, str],
    en_su_pagina: dict[str, str],
    institucion: InstitucionEnlazada,
    ficha: dict[str, Any],
) -> None:
    id_ = ficha["clave"].replace(".", "-")
    paper, page = en_su_hoja[id_], en_su_pagina[id_]
    assert falta(paper, [ficha["clave"], ficha["nombre"].rstrip("."), "Elementos"]) == ""
    assert falta(page, [f"Indicador {ficha['clave']}", ficha["nombre"].rstrip(".")]) == ""
    _objective(paper, page, institucion.fichas[id_], ficha["elementos"]["Objetivo prioritario"])
    for name, text in ficha["elementos"].items():
        if name != "Objetivo prioritario":
            assert plano(f"{name}{text}") in paper, name
            assert plano(f"{name}{text}") in page, name
    own = plano("Definición" + institucion.fichas[id_].ficha.definicion)
    assert own in paper
    assert own in page
    for place, words in (("línea base", "linea_base"), ("meta 2024", "meta")):
        for text in (paper, page):
            assert re.search(
                rf"Notasobrela{plano(place)}:?{re.escape(plano(ficha['notas'][words]))}", text
            ), place


def _objective(paper: str, page: str, ficha: FichaEnlazada, printed: str) -> None:
    """The programme's objective; and the one that the ficha printed, where it is another."""
    assert ficha.objetivo is not None
    own = ficha.objetivo.texto
    assert plano(f"Objetivo prioritario{own}") in paper
    assert plano(own) in page
    if own.rstrip(".") != printed.rstrip("."):
        assert ficha.ficha.clave == "6.2"
        assert plano(f"el original imprime «{printed}»") in paper
        assert plano(f"La ficha imprime: «{printed}»") in page


@pytest.mark.parametrize("ficha", FICHAS, ids=IDS)
def test_the_series_is_printed_with_its_marks(
    avance: Path,
    hojas_de: dict[str, range],
    en_su_hoja: dict[str, str],
    en_su_pagina: dict[str, str],
    ficha: dict[str, Any],
) -> None:
    id_ = ficha["clave"].replace(".", "-")
    values = [dicho(text) for text in ficha["serie"].values()]
    bare = [text.removesuffix(" p/") for text in values]
    paper = en_su_hoja[id_].partition(plano("Serie histórica"))[2]
    series = paper.partition("Nota")[0].replace("p/", "")
    assert series.endswith(plano("Meta 2024" + "".join(bare)))
    for text in values:
        if text.endswith("p/"):
            value = text.removesuffix(" p/")
            place = ("Serie histórica", "Nota sobre la línea base")
            assert any(pdf.hanging(avance, n, value, "p/", place) for n in hojas_de[id_])
    if not any(text.endswith("p/") for text in values):
        assert "p/" not in paper.partition("Nota")[0]
    table = en_su_pagina[id_].partition("Seriecompleta")[2]
    assert table
    assert falta(table, _by_year(ficha["serie"])) == ""


def _by_year(serie: dict[str, str]) -> Iterator[str]:
    """The rows of the site's table: year, value with its mark and what it is; of a year without
    value, its mark.
    """
    for year, text in serie.items():
        value, what = dicho(text), "Publicado"
        if year == "2018":
            what = "Línea base"
        elif year == "meta":
            what = "Meta"
        elif value == "ND":
            what = ""
        elif value.endswith("p/"):
            what = "Preliminar"
        yield f"{year.replace('meta', '2024')} {value} {what}"


@pytest.mark.parametrize("ficha", FICHAS, ids=IDS)
def test_the_variables_are_printed_with_their_sources(
    en_su_hoja: dict[str, str],
    en_su_pagina: dict[str, str],
    hojas: dict[str, dict[str, Any]],
    institucion: InstitucionEnlazada,
    ficha: dict[str, Any],
) -> None:
    id_ = ficha["clave"].replace(".", "-")
    paper = en_su_hoja[id_].partition(plano("Aplicación del método de cálculo"))[2]
    page = en_su_pagina[id_].partition("Variablesyfuentes")[2]
    shown: tuple[FilaVariable, ...] = hojas[id_]["variables"]
    for row, (name, _, _, source) in zip(shown, ficha["variables"], strict=True):
        cells = [
            imss.aplicada(v.formula) if v.formula else imss.celda(v.celda) for v in row.valores
        ]
        assert plano(f"{row.numero} {name} {''.join(cells)} {source}") in paper
        values = [imss.celda(v.celda) for v in row.valores]
        assert falta(page, [f"{row.numero} {name}", *values, source]) == ""
        for part in institucion.fichas[id_].variables[row.numero - 1].componentes:
            figures = [part.valores[year].completa for year in (2023, 2024)]
            assert plano(f"{part.componente.nombre} {''.join(figures)}") in page
    for value, text in (
        (v, text)
        for row, said in zip(shown, ficha["variables"], strict=True)
        for v, text in zip(row.valores, said[1:3], strict=True)
    ):
        if imss.celda(value.celda) != dicho(text):
            assert plano(f"«{text}»") in paper
            assert plano(f"«{text}»") in page


@pytest.mark.parametrize("ficha", FICHAS, ids=IDS)
def test_formula_substitutions_and_what_disagrees_are_printed(
    en_su_hoja: dict[str, str],
    en_su_pagina: dict[str, str],
    hojas: dict[str, dict[str, Any]],
    ficha: dict[str, Any],
) -> None:
    id_ = ficha["clave"].replace(".", "-")
    paper, page = en_su_hoja[id_], en_su_pagina[id_]
    method = plano(imss.escrita(hojas[id_]["metodo"].arbol))
    assert method in paper
    assert method in page
    made: tuple[Sustitucion, ...] = hojas[id_]["sustituciones"]
    assert [each.anio for each in made] == [2023, 2024]
    table = paper.partition(plano("Operación y resultado"))[2]
    for each in made:
        text = plano(imss.aplicada(each.formula)).removeprefix("=") if each.formula else "ND"
        assert re.search(rf"{each.anio}{re.escape(text)}(?!:)", table)
        assert text in page
        original = ficha["sustitucion"][str(each.anio)]
        if each.formula:
            assert plano(original) in page
    for note in hojas[id_]["aclaraciones"]:
        assert plano(note.texto) in paper


@pytest.mark.parametrize(
    "row",
    [r for r in imss.RESULTADOS if r["desacuerdo"]],
    ids=lambda row: f"{row['clave']}-{row['anio']}",
)
def test_a_result_that_its_formula_does_not_give_is_told(
    en_su_hoja: dict[str, str], en_su_pagina: dict[str, str], row: dict[str, str]
) -> None:
    id_ = row["clave"].replace(".", "-")
    given, published = row["calculado"], dicho(row["publicado"])
    told = plano(f"{row['anio']}: la fórmula da {given}")
    assert told in en_su_hoja[id_]
    assert plano(f"Publicado {published} Recalculado {given}") in en_su_pagina[id_]


def test_the_notes_of_marks_are_printed(
    en_su_hoja: dict[str, str], en_su_pagina: dict[str, str]
) -> None:
    for ficha in FICHAS:
        id_ = ficha["clave"].replace(".", "-")
        printed = [*ficha["serie"].values(), *(c for row in ficha["variables"] for c in row[1:3])]
        for where in (en_su_hoja[id_], en_su_pagina[id_]):
            if any(text.endswith("p/") or text.startswith("p/") for text in printed):
                assert "Cifraspreliminares" in where
            if any(dicho(text) == "ND" for text in printed):
                assert re.search("ND:?Nodisponible", where)
            if ficha["p/"].rstrip(".") not in ("", "Cifras preliminares"):
                assert re.search(rf"p/:?{re.escape(plano(ficha['p/']))}", where)
    own = plano("ND. El original no imprime el texto de esta nota.")
    for where in (en_su_hoja["5-2"], en_su_pagina["5-2"]):
        assert re.search(rf"1/:?{own}", where)


# ── tables ──


def _rows(tabla: Tabla) -> list[list[str]]:
    """The rows as they are read: a merged cell is said once."""
    return [[imss.celda(c) for c in row if c.tramo] for row in tabla.todas]


@pytest.mark.parametrize("tabla", TABLAS, ids=list(imss.CUADROS))
def test_every_cell_is_on_paper_after_its_title(
    impreso: str, cuadros: dict[str, Tabla], tabla: dict[str, Any]
) -> None:
    shown = cuadros[tabla["id"]]
    text = _after_title(impreso, shown)
    rows = ["".join(dicho(cell) for cell in row) for row in tabla["filas"]]
    if tabla["id"] == "T01":
        rows[6] = "Albergue de hospital"
    assert falta(text.casefold(), [row.casefold() for row in rows]) == ""
    for columna in shown.columnas if not shown.sin_encabezado else ():
        assert plano(columna.titulo).casefold() in text.casefold()
    for note in tabla["notas"]:
        assert plano(re.sub(r"^(\d/|\*) *", "", note)) in text
    if tabla["fuente"]:
        assert plano(f"Fuente: {tabla['fuente'].rstrip('.')}.") in text


@pytest.mark.parametrize("clave", ["T14", "T15", "T16"])
def test_a_zero_printed_as_a_dash_is_a_dash(
    hoja_a_hoja: list[str], cuadros: dict[str, Tabla], clave: str
) -> None:
    whole = " ".join("\n".join(hoja_a_hoja).split())
    text = whole.partition(f"Cuadro {cuadros[clave].numero} {cuadros[clave].titulo}")[2][:600]
    (tabla,) = (t for t in TABLAS if t["id"] == clave)
    for row in tabla["filas"]:
        assert " ".join(row) in text


@pytest.mark.parametrize("tabla", TABLAS, ids=list(imss.CUADROS))
def test_every_cell_is_on_the_site(
    cuadros_del_sitio: dict[str, list[list[str]]],
    cuadros: dict[str, Tabla],
    tabla: dict[str, Any],
) -> None:
    shown = cuadros[tabla["id"]]
    found = cuadros_del_sitio[shown.id][len(tabla["encabezado"][tabla["id"] in ("T17", "T18") :]) :]
    wanted = [[dicho(cell) for cell in row] for row in tabla["filas"]]
    if tabla["id"] == "T01":
        wanted = [["Hospitales"], *wanted]
        wanted[7] = ["Albergue de hospital"]
    if tabla["id"] == "T04":
        wanted = [[row[0], " ".join(row[1:])] for row in wanted]
    if tabla["id"] == "T08":
        for above, row in pairwise(wanted):
            row[0], row[3] = row[0] or above[0], row[3] or above[3]
    assert found == wanted


@pytest.mark.parametrize("tabla", TABLAS, ids=list(imss.CUADROS))
def test_title_notes_and_source_are_on_the_site(
    paginas: dict[str, str], cuadros: dict[str, Tabla], tabla: dict[str, Any]
) -> None:
    shown = cuadros[tabla["id"]]
    (markup,) = (m for m in paginas.values() if f'id="{shown.id}"' in m)
    text = plano(imss.palabras(markup.partition(f'id="{shown.id}"')[2]))
    pieces = [f"Cuadro {shown.numero} {shown.titulo} {shown.marca}"]
    pieces += [re.sub(r"^(\d/|\*) *", "", note) for note in tabla["notas"]]
    if tabla["fuente"]:
        pieces.append(f"Fuente: {tabla['fuente'].rstrip('.')}.")
    assert falta(text, pieces) == ""


@pytest.mark.parametrize("objetivo", range(1, 7))
def test_the_summary_tables_say_what_the_fichas_say(
    impreso: str,
    documento: Document,
    cuadros_del_sitio: dict[str, list[list[str]]],
    objetivo: int,
) -> None:
    title = f"Avances de la Meta para el bienestar y Parámetros del Objetivo prioritario {objetivo}"
    (tabla,) = (t for t in tables(documento) if t.titulo == title)
    rows = _rows(tabla)
    assert [row[0] for row in rows] == ["Meta para el bienestar", "Parámetro 1", "Parámetro 2"]
    assert falta(_after_title(impreso, tabla), ["".join(row) for row in rows]) == ""
    assert cuadros_del_sitio[tabla.id][1:] == rows
    claves = [clave for clave in RESUMEN if clave.startswith(f"{objetivo}.")]
    series = {f["clave"]: f["serie"] for f in FICHAS}
    for clave, row in zip(claves, rows, strict=True):
        years = [series[clave][str(year)] for year in range(2019, 2025)]
        assert row[3:] == [dicho(text) for text in years]


# ── the rest ──


def test_objectives_strategies_terms_and_siglas_are_printed(
    impreso: str, paginas: dict[str, str], institucion: InstitucionEnlazada
) -> None:
    site = {name: plano(imss.palabras(markup)) for name, markup in paginas.items()}
    for row in imss.leer_tsv("imss-programa.tsv"):
        kind = "Objetivo" if row["clase"] == "objetivo" else "Estrategia"
        label = f"{kind} prioritari{'o' if kind == 'Objetivo' else 'a'} {row['numero']}"
        assert re.search(rf"{plano(label)}\.?{re.escape(plano(row['texto']))}", impreso)
        page = site[f"{kind.lower()}-{row['numero'].replace('.', '-')}"]
        assert plano(label) in page
        assert plano(row["texto"]) in page
    terms = (imss.GOLDEN / "imss-glosario.txt").read_text("utf-8").splitlines()
    said = {t.termino: t.definicion for t in institucion.glosario}
    siglas = [r["sigla"] + r["significado"] for r in imss.leer_tsv("imss-siglas.tsv")]
    for name, pieces in (("glosario", [t + said[t] for t in terms]), ("siglas", siglas)):
        assert falta(impreso, pieces) == ""
        assert falta(site[name], pieces) == ""


def _lines(documento: Document) -> Iterator[Lineas]:
    """The lines of the narrative, each where it is a paragraph, a title, an item or a cell."""
    for section in sections(documento.secciones):
        for block in section.bloques:
            if isinstance(block, Prosa):
                yield from _within(block)


def _within(block: Prosa) -> Iterator[Lineas]:
    match block.componente:
        case "parrafo" | "subtitulo":
            yield block.hijos  # type: ignore[union-attr]
        case "lista":
            for item in block.elementos:  # type: ignore[union-attr]
                for inner in item:
                    yield from _within(inner)
        case "cita":
            for inner in block.bloques:  # type: ignore[union-attr]
                yield from _within(inner)
        case "cuadricula":
            for row in (block.encabezado, *block.filas):  # type: ignore[union-attr]
                yield from row


def _leaves(linea: Iterable[Linea]) -> Iterator[Linea]:
    for each in linea:
        if isinstance(each, Enfasis | Fuerte | Enlace):
            yield from _leaves(each.hijos)
        else:
            yield each


def _figures(linea: Lineas) -> Iterator[tuple[Cifra, str, str]]:
    """Each figure of a line, with the words before it and after it."""
    flat = list(_leaves(linea))
    for place, each in enumerate(flat):
        if isinstance(each, Cifra):
            before = plano(imss.renglon(flat[:place]))[-20:]
            after = plano(imss.renglon(flat[place + 1 :]))[:20]
            yield each, before, after


def test_every_figure_of_the_narrative_is_printed_as_its_datum_says(
    examen: Examen, documento: Document, impreso: str, paginas: dict[str, str]
) -> None:
    site = plano(" ".join(imss.palabras(markup) for markup in paginas.values()))
    cited: set[str] = set()
    for line in _lines(documento):
        for cifra, before, after in _figures(line):
            figure = examen.registro.cifras.get(cifra.direccion)
            if figure is None:
                assert cifra.direccion.startswith("=")
                continue
            assert cifra.valor == figure.exacta
            assert cifra.marca == figure.marca
            shown = plano(f"{cifra.texto} {cifra.marca}")
            assert before + shown in impreso or shown + after in impreso, cifra.direccion
            assert before + shown in site or shown + after in site, cifra.direccion
            cited.add(cifra.direccion)
    assert len(cited) > 700
    stated = {d for d in examen.registro.cifras if d.startswith("imss.dato.")}
    stated = {d for d in stated if not d.startswith(f"imss.dato.{imss.DATO_DE_OTRO}")}
    assert stated <= cited | _noted(documento)


def _noted(documento: Document) -> set[str]:
    """The addresses that the narrative cites anywhere, its notes and computations included."""
    found: set[str] = set()

    def look(each: Linea) -> Linea:
        if isinstance(each, Cifra):
            found.update((each.direccion, *each.partes))
        return each

    for section in sections(documento.secciones):
        in_blocks(tuple(b for b in section.bloques if isinstance(b, Prosa)), look)
    return found


def test_every_reference_of_the_texts_is_a_figure_of_the_document(
    examen: Examen, documento: Document
) -> None:
    folder = examen.proyecto.raiz / "content" / imss.DOCUMENTO
    texts = [path.read_text("utf-8") for path in sorted(folder.rglob("*.md"))]
    typed = [r for t in texts for r in re.findall(r"\{\{ *([^}|]+?) *(?:\|[^}]*)?\}\}", t)]
    typed = [r for r in typed if not r.startswith('"') and " si " not in r]
    figures = [r for r in typed if not r.startswith("cuadro.") or r.count(".") > 1]
    found = 0

    def count(each: Linea) -> Linea:
        nonlocal found
        found += isinstance(each, Cifra)
        return each

    for section in sections(documento.secciones):
        in_blocks(tuple(b for b in section.bloques if isinstance(b, Prosa)), count)
    assert found == len(figures) > 800
    placed = [r for r in typed if r not in figures]
    assert sorted(placed) == sorted(f"cuadro.{id_}" for id_ in imss.CUADROS.values())
