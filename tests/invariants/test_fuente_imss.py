"""The IMSS's data and the composed document say what «Avance y Resultados» printed.

The PDF and the site are held against the same lists in test_fuente_imss_salidas.py.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from generator.build import examine
from generator.document.charts import Grafica
from generator.document.nodes import Componente, Document, Seccion, Tabla
from generator.document.sheets import FilaVariable, Leyenda, Sustitucion, ValorAnual
from generator.document.walk import sections, tables
from generator.model.enlazado import InstitucionEnlazada, InstrumentoEnlazado
from generator.model.enlazado_fichas import FichaEnlazada
from generator.model.proyecto import InstitucionLeida
from generator.works import Examen
from tests import imss
from tests.casos import RAIZ
from tests.imss import FICHAS, IDS, RESUMEN, TABLAS, dicho, partes

ELEMENTOS = {
    "Nivel de desagregación": "nivel_desagregacion",
    "Periodicidad o frecuencia de medición": "periodicidad",
    "Tipo": "tipo",
    "Acumulado o periódico": "acumulado",
    "Unidad de medida": "unidad_medida",
    "Periodo de recolección de los datos": "periodo_recoleccion",
    "Dimensión": "dimension",
    "Disponibilidad de la información": "disponibilidad",
    "Tendencia esperada": "sentido",
}
PREPARED = ("6.1", "4.2", "3.2", "6.2")
"""The fichas whose printed variables are not the values that enter the formula."""

ONE_YEAR = tuple(str(year) for year in range(2018, 2025))


@pytest.fixture(scope="module")
def examen() -> Examen:
    return examine(RAIZ)


@pytest.fixture(scope="module")
def leida(examen: Examen) -> InstitucionLeida:
    (only,) = (i for i in examen.proyecto.instituciones if i.id == "imss")
    return only


@pytest.fixture(scope="module")
def institucion(examen: Examen) -> InstitucionEnlazada:
    (only,) = (i for i in examen.enlazadas if i.id == "imss")
    return only


@pytest.fixture(scope="module")
def programa(institucion: InstitucionEnlazada) -> InstrumentoEnlazado:
    return institucion.instrumentos[imss.PROGRAMA]


@pytest.fixture(scope="module")
def documento(examen: Examen) -> Document:
    (obra,) = (o for o in examen.obras if o.documento.id == imss.DOCUMENTO)
    return obra.documento


@pytest.fixture(scope="module")
def secciones(documento: Document) -> dict[str, Seccion]:
    return {s.id: s for s in sections(documento.secciones)}


@pytest.fixture(scope="module")
def hojas(secciones: dict[str, Seccion]) -> dict[str, dict[str, Any]]:
    """Id of a ficha → what its block shows."""
    found = {}
    for id_ in IDS:
        (block,) = secciones[f"ficha-{id_}"].bloques
        assert isinstance(block, Componente)
        assert block.componente == "ficha"
        found[id_] = dict(block.datos)
    return found


@pytest.fixture(scope="module")
def tablas(documento: Document) -> dict[str, Tabla]:
    """Title in small letters → table."""
    return {tabla.titulo.casefold(): tabla for tabla in tables(documento)}


def _numbered(clave: str) -> int:
    """Place of a ficha in its objective: 1, the Meta; 2 and 3, the Parámetros."""
    return int(clave[-1])


def _role(clave: str) -> str:
    place = _numbered(clave)
    return "Meta para el bienestar" if place == 1 else f"Parámetro {place - 1}"


def _lines(text: str) -> str:
    """Words of several paragraphs in one line."""
    return " ".join(text.split())


# ── the lists ──


def test_the_golden_lists_are_whole() -> None:
    assert Counter(ficha["clave"][0] for ficha in FICHAS) == dict.fromkeys("123456", 3)
    assert sum(len(ficha["variables"]) for ficha in FICHAS) == 44
    assert sum(len(ficha["sustitucion"]) for ficha in FICHAS) == 36
    assert all(len(f["elementos"]) == 13 and len(f["serie"]) == 8 for f in FICHAS)
    assert [tabla["id"] for tabla in TABLAS] == list(imss.CUADROS)
    assert sum(len(row) for tabla in TABLAS for row in tabla["filas"]) == 689
    assert list(RESUMEN) == [ficha["clave"] for ficha in FICHAS]
    assert len(imss.leer_tsv("imss-siglas.tsv")) == 142
    assert len((imss.GOLDEN / "imss-glosario.txt").read_text("utf-8").splitlines()) == 18
    kinds = Counter(row["clase"] for row in imss.leer_tsv("imss-programa.tsv"))
    assert kinds == {"objetivo": 6, "estrategia": 26}
    assert len(imss.RESULTADOS) == 36


# ── fichas: the data ──


@pytest.mark.parametrize("impreso", FICHAS, ids=IDS)
def test_the_data_state_every_element_as_printed(
    leida: InstitucionLeida, institucion: InstitucionEnlazada, impreso: dict[str, Any]
) -> None:
    id_ = impreso["clave"].replace(".", "-")
    ficha, enlazada = leida.fichas[id_].valor, institucion.fichas[id_]
    said = impreso["elementos"]
    assert (ficha.clave, ficha.nombre) == (impreso["clave"], impreso["nombre"])
    assert ficha.rol == _role(impreso["clave"])
    assert ficha.rol.startswith(impreso["rol"])
    for name, field in ELEMENTOS.items():
        assert getattr(ficha, field) == said[name], name
    assert enlazada.unidad.nombre == said["Unidad responsable de reportar el avance"]
    assert ficha.metodo.texto == said["Método de cálculo"]
    assert _lines(ficha.observaciones or "") == _lines(said["Observaciones"])
    assert ficha.linea_base.nota == impreso["notas"]["linea_base"]
    assert ficha.nota_meta == impreso["notas"]["meta"]
    objetivo = ficha.impreso.objetivo or (enlazada.objetivo.texto if enlazada.objetivo else "")
    assert objetivo.rstrip(".") == said["Objetivo prioritario"].rstrip(".")
    assert ficha.impreso.sustitucion == {int(y): t for y, t in impreso["sustitucion"].items()}


@pytest.mark.parametrize("impreso", FICHAS, ids=IDS)
def test_the_data_state_every_value_as_printed(
    institucion: InstitucionEnlazada, impreso: dict[str, Any]
) -> None:
    ficha = institucion.fichas[impreso["clave"].replace(".", "-")]
    assert ficha.ficha.linea_base.anio == 2018
    found = {"2018": ficha.linea_base.completa}
    found |= {str(year): cifra.completa for year, cifra in ficha.serie.items()}
    assert list(ficha.metas) == [2024]
    found["meta"] = ficha.meta.completa
    assert found == {key: dicho(text) for key, text in impreso["serie"].items()}


def _printed_value(ficha: FichaEnlazada, place: int, year: int) -> str:
    """What the data say that the original printed for a variable in a year."""
    enlazada = ficha.variables[place]
    own = enlazada.variable.impreso.get(year)
    return own if own is not None else enlazada.valores[year].completa


@pytest.mark.parametrize("impreso", FICHAS, ids=IDS)
def test_the_data_state_every_variable_as_printed(
    institucion: InstitucionEnlazada, impreso: dict[str, Any]
) -> None:
    ficha = institucion.fichas[impreso["clave"].replace(".", "-")]
    found = [
        [
            f"{each.variable.nombre} {each.variable.marca or ''}".rstrip(),
            _printed_value(ficha, place, 2023),
            _printed_value(ficha, place, 2024),
            each.variable.fuente,
        ]
        for place, each in enumerate(ficha.variables)
    ]
    assert found == impreso["variables"]
    altered = [v for v in ficha.variables if v.variable.impreso]
    assert not altered or impreso["clave"] in (*PREPARED, "3.1")


@pytest.mark.parametrize("impreso", FICHAS, ids=IDS)
def test_the_values_that_the_table_did_not_print_are_in_its_substitution(
    institucion: InstitucionEnlazada, impreso: dict[str, Any]
) -> None:
    """Values that the variables' cells do not give are taken from the printed substitution."""
    ficha = institucion.fichas[impreso["clave"].replace(".", "-")]
    for each, row in zip(ficha.variables, impreso["variables"], strict=True):
        for year, cell in ((2023, row[1]), (2024, row[2])):
            parts = [c.valores[year] for c in each.componentes] or [each.valores[year]]
            for part in parts:
                if part.texto() in cell or dicho(cell) == part.estado:
                    continue
                assert impreso["clave"] in PREPARED
                assert re.search(
                    rf"(?<![\d.,]){re.escape(part.texto())}(?![\d])",
                    impreso["sustitucion"][str(year)],
                ), f"{part.direccion}: {part.texto()}"


# ── fichas: results ──


@pytest.mark.parametrize("row", imss.RESULTADOS, ids=lambda row: f"{row['clave']}-{row['anio']}")
def test_every_result_is_computed_from_its_variables(
    institucion: InstitucionEnlazada, row: dict[str, str]
) -> None:
    ficha, year = institucion.fichas[row["clave"].replace(".", "-")], int(row["anio"])
    calculo = ficha.calculos[year]
    assert ficha.serie[year].completa == dicho(row["publicado"])
    found = calculo.cifra.texto() if calculo.cifra else ficha.serie[year].estado
    assert found == row["calculado"]
    agrees = None if row["calculado"] == "ND" else not row["desacuerdo"]
    assert calculo.coincide is agrees


def test_the_known_disagreements_are_those_and_no_other() -> None:
    found = {(r["clave"], r["anio"]) for r in imss.RESULTADOS if r["desacuerdo"]}
    assert found == {("5.2", "2024"), ("6.2", "2023"), ("6.2", "2024"), ("6.3", "2023")}


# ── fichas: the document ──


@pytest.mark.parametrize("impreso", FICHAS, ids=IDS)
def test_the_block_shows_the_series_as_printed(
    hojas: dict[str, dict[str, Any]], impreso: dict[str, Any]
) -> None:
    serie: tuple[ValorAnual, ...] = hojas[impreso["clave"].replace(".", "-")]["serie"]
    found = {"meta" if v.es_meta else str(v.anio): imss.celda(v.celda) for v in serie}
    assert found == {key: dicho(text) for key, text in impreso["serie"].items()}
    assert [v.rotulo for v in serie] == ["Línea base", *["Resultado"] * 6, "Meta"]


@pytest.mark.parametrize("impreso", FICHAS, ids=IDS)
def test_the_block_shows_the_variables_as_printed(
    hojas: dict[str, dict[str, Any]],
    institucion: InstitucionEnlazada,
    impreso: dict[str, Any],
) -> None:
    id_ = impreso["clave"].replace(".", "-")
    rows: tuple[FilaVariable, ...] = hojas[id_]["variables"]
    told = " ".join(a.texto for a in hojas[id_]["aclaraciones"])
    assert [row.numero for row in rows] == list(range(1, len(rows) + 1))
    for row, said in zip(rows, impreso["variables"], strict=True):
        assert f"{row.nombre} {row.marca}".rstrip() == said[0]
        assert row.fuente == said[3]
        for value, text in zip(row.valores, said[1:3], strict=True):
            shown = imss.celda(value.celda)
            parts = institucion.fichas[id_].variables[row.numero - 1].componentes
            assert shown == dicho(text) or f"«{text}»" in told
            if parts and value.formula:
                for part in parts:
                    assert part.valores[value.anio].texto() in value.formula.lectura


@pytest.mark.parametrize("row", imss.RESULTADOS, ids=lambda row: f"{row['clave']}-{row['anio']}")
def test_the_block_shows_the_substitution_and_tells_what_disagrees(
    hojas: dict[str, dict[str, Any]], row: dict[str, str]
) -> None:
    hoja = hojas[row["clave"].replace(".", "-")]
    shown: dict[int, Sustitucion] = {s.anio: s for s in hoja["sustituciones"]}
    formula = shown[int(row["anio"])].formula
    if row["calculado"] == "ND":
        assert formula is None
        return
    assert formula is not None
    assert formula.resultado is not None
    assert formula.resultado.texto == row["calculado"]
    assert re.search(rf"(^|= ){re.escape(row['calculado'])}( p/)?$", formula.lectura)
    told = [a.texto for a in hoja["aclaraciones"] if a.texto.startswith(f"{row['anio']}: ")]
    if row["desacuerdo"]:
        (text,) = told
        assert row["calculado"] in text
        assert dicho(row["publicado"]) in text
    else:
        assert told == []


@pytest.mark.parametrize("impreso", FICHAS, ids=IDS)
def test_the_legend_explains_the_marks_that_the_ficha_prints(
    hojas: dict[str, dict[str, Any]], impreso: dict[str, Any]
) -> None:
    leyenda: Leyenda = hojas[impreso["clave"].replace(".", "-")]["leyenda"]
    printed = [*impreso["serie"].values(), *(c for row in impreso["variables"] for c in row[:3])]
    known = re.compile(r"p/|\b\d/(?!\d)|\bND\b|N\. ?D\.")
    marks = {mark for text in printed for mark in known.findall(text)}
    wanted = {"ND" if mark.startswith("N") else mark for mark in marks}
    notes = {nota.marca: nota.texto for nota in leyenda.notas}
    assert wanted <= {*leyenda.estados, *notes}
    if impreso["p/"].rstrip(".") not in ("", "Cifras preliminares"):
        assert notes["p/"] == impreso["p/"]


def test_the_chart_of_a_ficha_has_its_very_points(hojas: dict[str, dict[str, Any]]) -> None:
    for impreso in FICHAS:
        grafica: Grafica = hojas[impreso["clave"].replace(".", "-")]["grafica"]
        found = [(p.etiqueta, p.texto) for p in grafica.puntos if p.papel != "meta"]
        years = {y: partes(t)[0] for y, t in impreso["serie"].items() if y in ONE_YEAR}
        assert dict(found) == years
        marked = [p.etiqueta for p in grafica.puntos if p.marca]
        assert marked == [y for y, t in impreso["serie"].items() if t.endswith("p/")]


PARCIALES = {"1.2", "1.3", "2.2", "2.3", "3.2", "4.1", "4.2", "5.2", "5.3", "6.1"}
"""Their 2024 is preliminary, or reaches only to May or June: so says the ficha or the summary."""


def test_a_result_that_is_not_whole_is_told_apart(hojas: dict[str, dict[str, Any]]) -> None:
    partial = {
        hoja["ficha"].ficha.clave
        for hoja in hojas.values()
        for punto in hoja["grafica"].puntos
        if punto.papel == "preliminar"
    }
    assert partial == PARCIALES


# ── summary tables ──


def _own(row: dict[str, str], ficha: FichaEnlazada) -> dict[str, str]:
    """The row of the summary as Pliego shows it: what the ficha says."""
    base = ficha.linea_base.completa
    years = {str(y): c.completa for y, c in ficha.serie.items()}
    return {
        "clase": ficha.ficha.rol,
        "indicador": ficha.nombre,
        "linea_base": f"{base} ({ficha.ficha.linea_base.anio})",
        **years,
    }


FIELDS = ("clase", "indicador", "linea_base", *(str(y) for y in range(2019, 2025)))
WHY = {
    ("1.2", "linea_base"): "el resumen fecha la línea base en 2019; la ficha, en 2018",
    ("1.2", "2024"): "la ficha no lleva la marca p/",
    ("1.3", "2024"): "la ficha no lleva la marca p/",
    ("2.1", "2024"): "N.D. por ND",
    ("3.1", "2024"): "N. D. por ND",
    ("5.2", "2024"): "el resumen no lleva la marca p/",
    ("5.3", "linea_base"): "sin los decimales de la ficha",
    ("5.3", "2019"): "con un decimal más que la ficha",
    ("5.3", "2024"): "el resumen no lleva la marca p/",
    ("6.1", "indicador"): "con el prefijo DJ",
    ("6.1", "2019"): "otro valor",
    ("6.1", "2020"): "otro valor",
    ("6.2", "indicador"): "otro indicador",
    ("6.3", "indicador"): "con el prefijo UIT",
    ("6.3", "linea_base"): "sin el signo %",
    **{("6.3", str(year)): "sin el signo %" for year in range(2019, 2024)},
}
"""Where the printed summary and the ficha say different things, and why; both are kept."""


def _plain_name(text: str) -> str:
    """The summary of objective 1 writes IMSS-BIENESTAR, and no full stop at the end."""
    return text.rstrip(".").replace("IMSS-BIENESTAR", "IMSS-Bienestar")


@pytest.mark.parametrize("clave", RESUMEN)
def test_the_printed_summary_is_kept_where_it_differs(
    institucion: InstitucionEnlazada, clave: str
) -> None:
    row, ficha = RESUMEN[clave], institucion.fichas[clave.replace(".", "-")]
    own, kept = _own(row, ficha), ficha.ficha.impreso.resumen
    for field in FIELDS:
        name = "nombre" if field == "indicador" else field
        printed = row[field] if field == "linea_base" else row[field].strip()
        if (clave, field) in WHY:
            assert own[field] != printed
            assert kept[name] == printed
            continue
        assert name not in kept
        same = _plain_name if field == "indicador" else dicho
        assert same(own[field]) == same(printed), WHY.get((clave, field))


@pytest.mark.parametrize("objetivo", range(1, 7))
def test_the_summary_table_says_what_the_fichas_say(
    tablas: dict[str, Tabla], institucion: InstitucionEnlazada, objetivo: int
) -> None:
    tabla = tablas[
        f"avances de la meta para el bienestar y parámetros del objetivo prioritario {objetivo}"
    ]
    claves = [clave for clave in RESUMEN if clave.startswith(f"{objetivo}.")]
    assert len(tabla.filas) == len(claves) == 3
    for clave, fila in zip(claves, tabla.filas, strict=True):
        ficha = institucion.fichas[clave.replace(".", "-")]
        own = _own(RESUMEN[clave], ficha)
        assert [imss.celda(c) for c in fila] == [own[field] for field in FIELDS]
        assert fila[1].indicador == ficha.id


# ── data tables ──


def _same_title(text: str) -> str:
    return re.sub(r"\W", "", text.casefold())


def _wanted(tabla: dict[str, Any]) -> list[list[str]]:
    """The rows of the original: those of T01's second heading are a group of Pliego's, and the
    items of T04's lists are one cell.
    """
    rows: list[list[str]] = [[dicho(cell) for cell in row] for row in tabla["filas"]]
    if tabla["id"] == "T01":
        rows.remove(rows[6])
    if tabla["id"] == "T04":
        rows = [[row[0], " ".join(row[1:])] for row in rows]
    return rows


@pytest.mark.parametrize("tabla", TABLAS, ids=list(imss.CUADROS))
def test_the_data_state_every_cell_as_printed(
    leida: InstitucionLeida, tabla: dict[str, Any]
) -> None:
    cuadro = leida.cuadros[imss.CUADROS[tabla["id"]]].valor
    found = [
        [" ".join(re.sub(r"(?m)^ *- (?=\d)", "", c).split()) for c in fila.celdas]
        if tabla["id"] == "T04"
        else list(fila.celdas)
        for fila in cuadro.renglones
    ]
    assert [[dicho(c) for c in row] for row in found] == _wanted(tabla)
    assert cuadro.sin_titulo is (tabla["id"] in imss.SIN_TITULO)
    if not cuadro.sin_titulo:
        assert _same_title(cuadro.titulo) == _same_title(tabla["titulo"])
    assert cuadro.pagina == tabla["pagina"]
    assert (cuadro.fuente or "") == tabla["fuente"]
    assert [f"{mark} {text}" for mark, text in cuadro.notas.items()] == [
        re.sub(r"^(\d/|\*) *", r"\1 ", note) for note in tabla["notas"]
    ]


def _headings(tabla: Tabla) -> list[list[str]]:
    """The rows of titles as the original typed them: a spanning title in its first column."""
    if tabla.sin_encabezado:
        return []
    titles = [columna.titulo for columna in tabla.columnas]
    if not tabla.dos_niveles:
        return [titles]
    upper = [""] * len(titles)
    for group, _, place in tabla.encabezado:
        upper[place] = group or titles[place]
    lower = [c.titulo if c.grupo else "" for c in tabla.columnas]
    return [upper, lower]


@pytest.mark.parametrize("tabla", TABLAS, ids=list(imss.CUADROS))
def test_the_document_shows_every_cell_as_printed(
    leida: InstitucionLeida, tablas: dict[str, Tabla], tabla: dict[str, Any]
) -> None:
    cuadro = leida.cuadros[imss.CUADROS[tabla["id"]]].valor
    shown = tablas[cuadro.titulo.casefold()]
    rows = [[imss.celda(c) if c.tramo else "" for c in row] for row in shown.todas]
    assert rows == _wanted(tabla)
    head = tabla["encabezado"][1 if tabla["id"] in ("T17", "T18") else 0 :]
    assert [[t.casefold() for t in r] for r in _headings(shown)] == [
        [t.casefold() for t in row] for row in head
    ]
    assert [g.titulo.casefold() for g in shown.grupos] == (
        ["hospitales", "albergue de hospital"] if tabla["id"] == "T01" else []
    )
    assert shown.fuente == tabla["fuente"].rstrip(".")
    marks = [re.match(r"\d/|\*", note) for note in tabla["notas"]]
    assert [nota.marca for nota in shown.notas] == [m[0] for m in marks if m]
    figures = [c for row in shown.todas for c in row if c.contenido.componente == "cifra"]
    assert all(c.entero + c.cola == c.texto for c in figures)


def test_merged_cells_span_the_rows_that_the_original_left_empty(
    leida: InstitucionLeida, tablas: dict[str, Tabla]
) -> None:
    shown = tablas[leida.cuadros["partidas-adjudicadas-birmex"].valor.titulo.casefold()]
    spans = [(row[0].tramo, row[3].tramo) for row in shown.filas]
    assert spans == [(5, 5), *[(0, 0)] * 4, (6, 6), *[(0, 0)] * 5]


def test_every_table_is_placed_once(leida: InstitucionLeida, documento: Document) -> None:
    titles = Counter(tabla.titulo for tabla in tables(documento))
    assert set(titles.values()) == {1}
    own = {id_: c for id_, c in leida.cuadros.items() if not id_.startswith(imss.DE_OTRO)}
    assert {c.valor.titulo for c in own.values()} <= set(titles)
    assert set(own) == set(imss.CUADROS.values())
    assert [t.numero for t in tables(documento)] == list(range(1, 21 + 6 + 1))
    order = [t.titulo for t in tables(documento) if not t.titulo.startswith("Avances de la Meta")]
    printed = {id_: leida.cuadros[id_].valor for id_ in imss.CUADROS.values()}
    assert order == [c.titulo for c in sorted(printed.values(), key=lambda c: c.pagina or 0)]


# ── programme, glossary, siglas ──


def _programme(programa: InstrumentoEnlazado) -> Iterator[tuple[str, str, str]]:
    for objetivo in programa.objetivos:
        yield "objetivo", str(objetivo.numero), objetivo.texto
        for estrategia in objetivo.estrategias:
            yield "estrategia", str(estrategia.numero), estrategia.texto


def test_objectives_and_strategies_are_those_of_the_original(
    programa: InstrumentoEnlazado, secciones: dict[str, Seccion]
) -> None:
    wanted = [(r["clase"], r["numero"], r["texto"]) for r in imss.leer_tsv("imss-programa.tsv")]
    assert list(_programme(programa)) == wanted
    for kind, number, text in wanted:
        if kind == "objetivo":
            for id_ in (f"objetivo-{number}", f"anexo-{number}"):
                assert secciones[id_].rotulo == f"Objetivo prioritario {number}"
                assert secciones[id_].titulo == text
        else:
            section = secciones[f"estrategia-{number.replace('.', '-')}"]
            assert (section.rotulo, section.titulo) == (f"Estrategia prioritaria {number}", text)


def test_the_glossary_explains_the_terms_of_the_original(
    institucion: InstitucionEnlazada, secciones: dict[str, Seccion]
) -> None:
    wanted = (imss.GOLDEN / "imss-glosario.txt").read_text("utf-8").splitlines()
    assert [t.termino for t in institucion.glosario] == wanted
    (block,) = secciones["glosario"].bloques
    assert isinstance(block, Componente)
    assert block.datos["terminos"] == institucion.glosario


def test_the_siglas_are_those_of_the_original(
    institucion: InstitucionEnlazada, secciones: dict[str, Seccion]
) -> None:
    wanted = [(r["sigla"], r["significado"]) for r in imss.leer_tsv("imss-siglas.tsv")]
    assert [(s.sigla, s.significado) for s in institucion.siglas] == wanted
    assert [s for s, n in Counter(s for s, _ in wanted).items() if n > 1] == ["OOAD"]
    (block,) = secciones["siglas"].bloques
    assert isinstance(block, Componente)
    assert block.datos["siglas"] == institucion.siglas
