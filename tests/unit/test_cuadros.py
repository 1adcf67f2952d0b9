"""A data table: names of its rows, groups, merged cells, two levels of titles, lists and bars."""

from decimal import Decimal

import pytest

from generator.base.span import Span
from generator.build import examine
from generator.compose.cells import of_figure, of_text
from generator.compose.cuadros import data_table
from generator.derive.stated import cells, figure
from generator.document.nodes import Cifra, Lista, Parrafo, Tabla, Texto
from generator.document.walk import tables
from generator.model.cuadro import Cuadro
from generator.model.dato import Dato
from generator.model.leido import Leido
from generator.model.registro import Casa, Registro
from generator.model.registro import Cifra as Figure
from generator.read.bind import bind_text
from generator.render.site_citas import citas
from generator.render.site_hojas import sheets
from generator.render.site_publicacion import Publicacion
from generator.works import Examen
from tests.casos import RAIZ

CASA = Casa("es_MX", "MXN")
COLUMNS = """
columnas:
  - {id: tipo, titulo: Tipo}
  - {id: uno, titulo: Uno, tipo: cifra}
  - {id: dos, titulo: Dos, tipo: cifra}
"""


def _leido(text: str) -> Leido[Cuadro]:
    leido, problems = bind_text(f"titulo: Cuadro\ncorte: 2024\n{text}", "x.yml", Cuadro)
    assert leido is not None, problems
    assert not leido.reparado
    return leido


def _tabla(text: str) -> tuple[Tabla, Registro]:
    leido = _leido(text)
    registro = Registro({c.direccion: c for c in cells("c", leido, "i", CASA)})
    return data_table("c", leido.valor, registro, "i", 4), registro


def _texts(tabla: Tabla) -> list[list[str]]:
    return [[cell.texto for cell in row] for row in tabla.todas]


# ── rows ──


def test_a_row_is_named_by_its_first_words_and_the_closing_one_is_total() -> None:
    cuadro = _leido(
        COLUMNS
        + """
filas:
  - [Órganos normativos, 1, 2]
  - [Bochil, 3, 4]
  - [Bochil, 5, 6]
  - ["2022", 7, 8]
  - ["", 9, 10]
  - ["¡…!", 1, 1]
total: [TOTAL, 34, 40]
"""
    ).valor
    assert [fila.id for fila in cuadro.renglones] == [
        "organos-normativos", "bochil", "bochil-2", "2022", "apartado", "apartado-2", "total",
    ]  # fmt: skip
    assert [fila.cierra for fila in cuadro.renglones] == [False] * 6 + [True]


def test_the_addresses_of_its_cells_are_one_each() -> None:
    _, registro = _tabla(COLUMNS + 'filas:\n  - [Uno, 1, ""]\n  - [Uno, "-", ND]\n')
    assert {c.direccion: c.completa for c in registro} == {
        "i.cuadro.c.uno.uno": "1",
        "i.cuadro.c.uno-2.uno": "-",
        "i.cuadro.c.uno-2.dos": "ND",
    }


def test_every_address_of_the_real_tables_is_one() -> None:
    examen = examine(RAIZ)
    (leida,) = (i for i in examen.proyecto.instituciones if i.id == "imss")
    for id_, leido in leida.cuadros.items():
        found = [c.direccion for c in cells(id_, leido, "imss", CASA)]
        assert len(found) == len(set(found))
        rows = [fila.id for fila in leido.valor.renglones]
        assert len(rows) == len(set(rows))


def test_groups_keep_their_rows_and_the_closing_row_comes_last() -> None:
    tabla, _ = _tabla(
        COLUMNS
        + """
grupos:
  - {titulo: Hospitales, filas: [[A, 1, 2], [B, 3, 4]]}
  - {titulo: Albergues, filas: [[C, 5, 6]]}
total: [Total, 9, 12]
"""
    )
    assert tabla.filas == ()
    assert [(g.titulo, len(g.filas)) for g in tabla.grupos] == [("Hospitales", 2), ("Albergues", 1)]
    assert [row[0] for row in _texts(tabla)] == ["A", "B", "C", "Total"]
    assert (tabla.id, tabla.rotulo) == ("cuadro-4", "Cuadro 4")


# ── cells ──


def test_a_figure_keeps_its_mark_and_its_tail() -> None:
    tabla, _ = _tabla(COLUMNS + 'filas:\n  - [A, 11.5 p/, "64%"]\n  - [B, "1,411 1/", "$ 5.10"]\n')
    ((_, first, second), (_, third, fourth)) = tabla.filas
    figures = [c.contenido for c in (first, second, third) if isinstance(c.contenido, Cifra)]
    assert [shown.marca for shown in figures] == ["p/", "", "1/"]
    assert [(c.entero, c.cola) for c in (first, second, third, fourth)] == [
        ("11", ".5"), ("64", "%"), ("1,411", ""), ("$5", ".10"),
    ]  # fmt: skip
    assert tabla.estados == ("p/",)


@pytest.mark.parametrize(
    ("text", "whole", "tail"),
    [("12,345.60", "12,345", ".60"), ("42'344,860", "42'344,860", ""), ("-0.7", "−0", ".7")],
)
def test_columns_align_on_the_point(text: str, whole: str, tail: str) -> None:
    cell = of_figure(figure(Dato.leer(text), "i.a", "a", Span("x"), CASA, "dato"))
    assert (cell.entero, cell.cola) == (whole, tail)


def test_a_cell_of_dashes_is_a_list_of_two_levels() -> None:
    cell = of_text("- uno\n- dos:\n  - dos uno\n  - dos dos\n- tres\n")
    lista = cell.contenido
    assert isinstance(lista, Lista)
    assert not lista.ordenada
    assert [len(item) for item in lista.elementos] == [1, 2, 1]
    first, inner = lista.elementos[1]
    assert first == Parrafo((Texto("dos:"),))
    assert isinstance(inner, Lista)
    assert [item[0] for item in inner.elementos] == [
        Parrafo((Texto("dos uno"),)),
        Parrafo((Texto("dos dos"),)),
    ]


@pytest.mark.parametrize("text", ["- uno\nno es lista", "-uno", "uno - dos", "", "-"])
def test_other_dashes_make_no_list(text: str) -> None:
    assert isinstance(of_text(text).contenido, Texto)


# ── merged cells ──


def test_empty_cells_of_a_merged_column_continue_the_one_above() -> None:
    tabla, _ = _tabla(
        """
columnas:
  - {id: quien, titulo: Quién, fundida: true}
  - {id: que, titulo: Qué}
filas: [[A, "1"], ["", "2"], ["", "3"], [B, "4"], [C, "5"], ["", "6"]]
"""
    )
    assert [row[0].tramo for row in tabla.filas] == [3, 0, 0, 1, 2, 0]
    assert [row[0].texto for row in tabla.filas] == ["A", "A", "A", "B", "C", "C"]
    assert tabla.columna_titular == 1


def test_a_column_that_is_not_merged_keeps_its_empty_cells() -> None:
    tabla, _ = _tabla(
        "columnas: [{id: a, titulo: A}, {id: b, titulo: B}]\nfilas: [[x, '1'], ['', '2']]\n"
    )
    assert [(row[0].tramo, row[0].texto) for row in tabla.filas] == [(1, "x"), (1, "")]


def test_a_merged_cell_does_not_cross_to_another_group() -> None:
    tabla, _ = _tabla(
        """
columnas: [{id: a, titulo: A, fundida: true}, {id: b, titulo: B}]
grupos:
  - {titulo: Uno, filas: [[x, "1"], ["", "2"]]}
  - {titulo: Dos, filas: [["", "3"], [z, "4"]]}
"""
    )
    assert [[row[0].tramo for row in g.filas] for g in tabla.grupos] == [[2, 0], [1, 1]]
    assert tabla.grupos[1].filas[0][0].texto == ""


# ── titles ──


def test_titles_of_two_levels_span_their_columns() -> None:
    tabla, _ = _tabla(
        """
columnas:
  - {id: a, titulo: Opinión}
  - {id: b, titulo: Centro, grupo: Regiones, tipo: cifra}
  - {id: c, titulo: Norte, grupo: Regiones, tipo: cifra}
  - {id: d, titulo: Nacional, tipo: cifra}
  - {id: e, titulo: Primer, grupo: Nivel, tipo: cifra}
  - {id: f, titulo: Otra, grupo: Regiones, tipo: cifra}
filas: [[x, 1, 2, 3, 4, 5]]
"""
    )
    assert tabla.dos_niveles
    assert tabla.encabezado == (
        ("", 1, 0), ("Regiones", 2, 1), ("", 1, 3), ("Nivel", 1, 4), ("Regiones", 1, 5),
    )  # fmt: skip
    assert sum(span for _, span, _ in tabla.encabezado) == len(tabla.columnas)


def test_titles_without_groups_are_of_one_level() -> None:
    assert not _tabla(COLUMNS + "filas: [[A, 1, 2]]\n")[0].dos_niveles


# ── bars ──


def test_bars_are_the_rows_of_one_column_without_the_closing_one() -> None:
    tabla, _ = _tabla(
        COLUMNS
        + """
filas: [[A, 99.5, 1], [B, ND, 1], [C, 20 p/, 1], [D, "", 1]]
total: [Total, 119.5, 4]
fuente: Alguien.
grafica: {titulo: Hallazgo, medida: Avance, columna: uno, rotulo: tipo, unidad: "%"}
"""
    )
    bars = tabla.grafica
    assert bars is not None
    assert (bars.tipo, bars.titulo) == ("barras", "Hallazgo")
    assert (bars.unidad, bars.fuente) == ("%", "Alguien")
    assert [(p.etiqueta, p.valor, p.texto, p.papel) for p in bars.puntos] == [
        ("A", Decimal("99.5"), "99.5%", "resultado"),
        ("B", None, "ND", "resultado"),
        ("C", Decimal(20), "20%", "preliminar"),
        ("D", None, "", "resultado"),
    ]
    assert bars.puntos[0].direccion == "i.cuadro.c.a.uno"


def test_the_bars_of_the_real_tables_find_what_their_title_says() -> None:
    examen = examine(RAIZ)
    (obra,) = (o for o in examen.obras if o.documento.id.startswith("imss/avance"))
    bars = {t.grafica.id: t.grafica for t in tables(obra.documento) if t.grafica}
    assert len(bars) == 3
    works = [p.texto for p in bars["barras-fortalecimiento-hospitales"].puntos]
    assert (len(works), works.count("100%")) == (10, 3)
    cover = bars["barras-competitividad-cobertura"].puntos
    assert [p.etiqueta for p in cover if p.valor == 100] == [
        "Estado de México Poniente",
        "Quintana Roo",
    ]
    first, second = bars["barras-insumos-recibidos-operadores"].puntos
    assert first.valor is not None
    assert second.valor is not None
    assert first.valor > second.valor


# ── where the figures of a ficha are cited ──


@pytest.fixture(scope="module")
def citadas(publicacion: Publicacion) -> dict[str, list[str]]:
    (only,) = (i for i in publicacion.instituciones if i.id == "imss")
    found = citas(h for d in only.documentos for h in sheets(d))
    return {address: [c.ruta for c in places] for address, places in found.items()}


def test_every_figure_of_a_ficha_is_cited_where_it_is_printed(
    citadas: dict[str, list[str]], publicacion: Publicacion
) -> None:
    home = "imss/avance-y-resultados-2023-2024/"
    (only,) = (i for i in publicacion.instituciones if i.id == "imss")
    for id_, ficha in only.institucion.fichas.items():
        printed = [ficha.linea_base, *ficha.serie.values()]
        for cifra in (*printed, *ficha.metas.values()):
            assert f"{home}anexo/#ficha-{id_}" in citadas[cifra.direccion]
        for cifra in printed:
            assert any(f"{home}objetivo-{id_[0]}/" in ruta for ruta in citadas[cifra.direccion])
        for variable in ficha.variables:
            for cifra in variable.valores.values():
                assert f"{home}anexo/#ficha-{id_}" in citadas[cifra.direccion]


def test_a_figure_is_cited_where_the_documents_have_it(
    citadas: dict[str, list[str]], publicado: tuple[object, Examen], publicacion: Publicacion
) -> None:
    registro = publicado[1].registro
    assert {a for a in citadas if a not in registro.cifras} == set()
    loose: list[Figure] = [c for c in registro if c.direccion.startswith("imss.dato.")]
    assert loose
    assert all(citadas.get(c.direccion) for c in loose)
