"""The fichas de indicador and the long report on the website: whole, light, readable by anyone."""

import gzip
import re
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import expect

from generator.render.site import Publicacion
from generator.render.site_mapa import Mapa
from tests.navegador import ESCRITORIO, TELEFONO, VISTAS, Abrir, faltas

CASA = "transparencia/imss/"
INFORME = f"{CASA}avance-y-resultados-2023-2024/"
PAGINAS = {
    "institucion": CASA,
    "coincide": f"{CASA}indicadores/2-2/",
    "difiere": f"{CASA}indicadores/5-2/",
    "componentes": f"{CASA}indicadores/3-2/",
    "constante": f"{CASA}indicadores/1-3/",
    "formula-larga": f"{CASA}indicadores/6-1/",
    "unidad": f"{CASA}unidades/imss-gyr/",
    "cifras": f"{CASA}cifras/",
    "cuadros": f"{CASA}cifras/cuadros/",
    "datos": f"{CASA}cifras/datos/objetivo-1/",
    "informe": INFORME,
    "capitulo": f"{INFORME}avances-y-resultados/",
    "tabla-ancha": f"{INFORME}objetivo-6/",
    "tabla-de-listas": f"{INFORME}objetivo-5/",
    "dos-niveles": f"{INFORME}estrategia-6-1/",
    "anexo": f"{INFORME}anexo/",
    "siglas": f"{INFORME}siglas/",
}
KILOBYTES = 300


def fichas(publicacion: Publicacion) -> list[tuple[str, str]]:
    return [(i.id, id_) for i in publicacion.instituciones for id_ in i.institucion.fichas]


def leer(sitio: Path, casa: str, id_: str) -> str:
    return (sitio / casa / "indicadores" / id_ / "index.html").read_text("utf-8")


def test_every_ficha_has_its_page_with_each_value_and_mark(
    sitio: Path, publicacion: Publicacion
) -> None:
    mapa = Mapa(publicacion)
    assert len(fichas(publicacion)) == 18
    for casa, id_ in fichas(publicacion):
        page = unescape(leer(sitio, casa, id_))
        for cifra in mapa.cifras_de(casa, id_):
            shown = (
                f'<data value="{cifra.exacta}" data-direccion="{cifra.direccion}">{cifra.texto()}'
            )
            mark = f'<sup class="marca"> {cifra.marca}</sup>' if cifra.marca else ""
            calculated = cifra.clase == "calculo"
            assert f"{shown}</data>{mark}" in page or calculated, cifra.direccion
            assert f'id="{cifra.direccion.split(".", 3)[-1]}"' in page, cifra.direccion
            assert f"{cifra.origen.path}:{cifra.origen.line}" in page


def test_every_ficha_says_all_its_elements(sitio: Path, publicacion: Publicacion) -> None:
    for institucion in publicacion.instituciones:
        for id_, enlazada in institucion.institucion.fichas.items():
            page, ficha = unescape(leer(sitio, institucion.id, id_)), enlazada.ficha
            said = [ficha.definicion, ficha.metodo.texto, ficha.rol, ficha.tipo, ficha.dimension]
            said += [ficha.nivel_desagregacion, ficha.periodicidad, ficha.acumulado, ficha.sentido]
            said += [ficha.disponibilidad, ficha.periodo_recoleccion, ficha.unidad_medida]
            said += [enlazada.unidad.nombre, ficha.linea_base.nota or "", ficha.nota_meta or ""]
            said += [ficha.metodo.nota or "", ficha.nota or "", *ficha.notas.values()]
            said += [*ficha.impreso.sustitucion.values(), *ficha.impreso.resumen.values()]
            said += [line.strip() for line in (ficha.observaciones or "").split("\n")]
            said += [text or "" for v in ficha.variables for text in (v.nombre, v.fuente, v.nota)]
            said += [text for v in ficha.variables for text in v.impreso.values()]
            for text in said:
                assert text in page, (id_, text)


def test_every_place_that_cites_a_ficha_is_listed(sitio: Path, publicacion: Publicacion) -> None:
    mapa = Mapa(publicacion)
    for casa, id_ in fichas(publicacion):
        page = leer(sitio, casa, id_)
        cited = page[page.index('id="citado"') :]
        places = {c.ruta for f in mapa.cifras_de(casa, id_) for c in mapa.citas(f.direccion)}
        assert places, id_
        for place in places:
            assert cited.count(f'href="../../../{place}"') == 1, (id_, place)


def test_what_is_published_and_what_is_computed(sitio: Path, publicacion: Publicacion) -> None:
    for institucion in publicacion.instituciones:
        for id_, ficha in institucion.institucion.fichas.items():
            page = leer(sitio, institucion.id, id_)
            agreed = [c.coincide for c in ficha.calculos.values()]
            assert ("coinciden</h3>" in page) == (True in agreed)
            assert page.count("El documento publica otro resultado para") == agreed.count(False)


def test_no_semaforo_without_a_scheme(sitio: Path, publicacion: Publicacion) -> None:
    for institucion in publicacion.instituciones:
        for id_, ficha in institucion.institucion.fichas.items():
            if ficha.esquema is None:
                assert 'class="pl-sem' not in leer(sitio, institucion.id, id_)


def test_the_lists_hold_every_loose_figure(sitio: Path, publicacion: Publicacion) -> None:
    mapa = Mapa(publicacion)
    pages: dict[str, str] = {}
    for institucion in publicacion.instituciones:
        for cifra in mapa.cifras_de(institucion.id, ""):
            path = mapa.lista(cifra)
            page = pages.setdefault(path, (sitio / path / "index.html").read_text("utf-8"))
            shown = cifra.valor or ".inst." not in cifra.direccion
            assert f'id="{cifra.direccion.partition(".")[2]}"' in page or not shown
            assert cifra.texto() in unescape(page)


def test_every_list_counts_the_fichas(sitio: Path) -> None:
    home = (sitio / "index.html").read_text("utf-8")
    assert "18 indicadores" in home
    assert "74 indicadores" in home
    catalogue = (sitio / "indicadores/index.html").read_text("utf-8")
    assert "260 indicadores" in catalogue
    institution = (sitio / "imss/index.html").read_text("utf-8")
    assert "presupuesto" not in institution.lower()
    assert institution.count('href="../imss/indicadores/') == 18
    for place in (catalogue, (sitio / "imss/unidades/imss-gyr/index.html").read_text("utf-8")):
        assert len(set(re.findall(r"imss/indicadores/\d-\d/", place))) == 18


def test_no_page_is_heavy(sitio: Path) -> None:
    for page in sitio.rglob("index.html"):
        data = page.read_bytes()
        assert len(data) <= KILOBYTES * 1000, page
        assert len(gzip.compress(data, 9)) <= 25_000, page


def test_a_cell_folded_away_is_shown_to_who_comes_for_it(
    abrir: Abrir, publicacion: Publicacion
) -> None:
    cell = next(c for c in publicacion.registro if c.clase == "celda")
    page = abrir(f"{CASA}cifras/cuadros/#{cell.direccion.partition('.')[2]}")
    expect(page.locator(":target")).to_be_visible()


def test_from_the_summary_table_to_the_ficha_and_back(abrir: Abrir) -> None:
    page = abrir(f"{INFORME}objetivo-2/")
    page.locator(".cuadro").get_by_role("link", name="Tasa de mortalidad").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Tasa de mortalidad")
    page.get_by_role("link", name="Objetivo prioritario 2 · Avances").first.click()
    expect(page.locator(":target")).to_contain_text("Tasa de mortalidad")


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("mortalidad diabetes", "Tasa de mortalidad por diabetes mellitus"),
        ("guarderias", "Número de niñas y niños atendidos en guarderías"),
        ("estrategia prioritaria 4.3", "Estrategia prioritaria 4.3"),
    ],
)
def test_the_search_finds_fichas_and_chapters(abrir: Abrir, words: str, title: str) -> None:
    page = abrir(f"transparencia/buscar/?q={words}")
    expect(page.locator("#hallazgos a", has_text=title).first).to_be_visible()


def test_a_ficha_tells_when_a_board_judges_another_year(abrir: Abrir) -> None:
    page = abrir(f"{CASA}indicadores/4-3/")
    told = page.get_by_text("juzga el resultado de 2023: ese día 2024 no había terminado")
    expect(told).to_contain_text("con corte al 30 de junio de 2024")
    board = told.get_by_role("link")
    name = board.inner_text()
    board.click()
    expect(page.locator("h1")).to_have_text(name)
    page = abrir(f"{CASA}indicadores/4-2/")
    expect(page.get_by_text("juzga el resultado de")).to_have_count(0)


def test_a_phone_shows_the_whole_series_and_its_chart(abrir: Abrir) -> None:
    page = abrir(f"{CASA}indicadores/1-1/", ancho=TELEFONO)
    for id_ in ("1-1", "1-2", "2-2", "4-1", "6-2"):
        page.goto(page.url.replace(page.url.split("/")[-2], id_))
        region = page.locator(".pl-serie")
        assert region.evaluate("(e) => e.scrollWidth <= e.clientWidth + 1"), id_
        chart = page.locator(".grafica")
        room = chart.evaluate(
            "(e) => e.getBoundingClientRect().right + parseFloat(getComputedStyle(e)"
            ".overflowClipMargin)"
        )
        ends = chart.locator(".g--angosta text").evaluate_all(
            "(all) => Math.max(...all.map((e) => e.getBoundingClientRect().right))"
        )
        assert ends <= room, id_


@pytest.mark.parametrize("ancho", [TELEFONO, ESCRITORIO])
def test_no_table_hides_a_column(abrir: Abrir, ancho: int) -> None:
    for chapter in ("objetivo-1", "objetivo-4", "objetivo-6", "estrategia-5-2", "estrategia-6-1"):
        for region in abrir(f"{INFORME}{chapter}/", ancho=ancho).locator(".region").all():
            assert region.evaluate("(e) => e.scrollWidth <= e.clientWidth + 1"), chapter


@pytest.mark.parametrize("ancho", [TELEFONO, ESCRITORIO])
@pytest.mark.parametrize("nombre", PAGINAS)
def test_nothing_overflows(abrir: Abrir, nombre: str, ancho: int) -> None:
    page = abrir(PAGINAS[nombre], ancho=ancho)
    assert page.evaluate("document.documentElement.scrollWidth") <= ancho


@VISTAS
@pytest.mark.parametrize("nombre", PAGINAS)
def test_nothing_stands_in_the_way_of_anyone(
    abrir: Abrir, nombre: str, ancho: int, modo: str
) -> None:
    page = abrir(PAGINAS[nombre], ancho=ancho, modo=modo)
    page.evaluate("document.querySelectorAll('main details').forEach((d) => { d.open = true; })")
    assert faltas(page) == []


def test_printing_crops_no_column(abrir: Abrir) -> None:
    page = abrir(f"{INFORME}objetivo-6/", ancho=720)
    page.emulate_media(media="print")
    for region in page.locator(".region").all():
        assert region.evaluate("(e) => e.scrollWidth <= e.clientWidth")
