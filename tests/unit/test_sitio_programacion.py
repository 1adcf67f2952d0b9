"""The website of a balanced scorecard: perspectives, metas, accounts, acuerdos, and drafts."""

import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from generator.document.nodes import Document
from generator.model.enlazado import IndicadorEnlazado
from generator.render.site import Fuentes, InstitucionPublicada, Publicacion, write
from generator.render.site_cuentas import accounts
from generator.render.site_mapa import Mapa
from generator.render.site_metas import blocks
from tests.casos import RAIZ

CASA = "isss"


@pytest.fixture(scope="session")
def casa(publicacion: Publicacion) -> InstitucionPublicada:
    return next(i for i in publicacion.instituciones if i.id == CASA)


def leer(sitio: Path, ruta: str) -> str:
    return unescape((sitio / CASA / ruta / "index.html").read_text("utf-8"))


def dicho(indicador: IndicadorEnlazado) -> str:
    return indicador.completo.rstrip(".")


def test_each_perspective_tells_all_that_it_programmes(
    sitio: Path, casa: InstitucionPublicada
) -> None:
    assert [p.numero for p in casa.perspectivas] == [1, 2, 3, 4]
    for perspectiva in casa.perspectivas:
        page = leer(sitio, f"perspectivas/{perspectiva.id}")
        said = [perspectiva.eje, *(o.texto for o in perspectiva.objetivos)]
        for each in perspectiva.iniciativas:
            said += [each.texto, *each.acciones, *(p.nombre.rstrip(".") for p in each.proyectos)]
        said += [d.nombre for d in perspectiva.dependencias]
        for text in said:
            assert text in page, text
        for i in perspectiva.indicadores:
            assert f'href="../../../{CASA}/indicadores/{i.id}/">{dicho(i)}</a>' in page
            assert f'data-direccion="{CASA}.ind.{i.id}.meta.2024"' in page


def test_projects_are_added_in_the_house_style(sitio: Path) -> None:
    page = leer(sitio, "perspectivas/procesos-internos")
    assert page.count(f'data-direccion="{CASA}.inversion.') == 7 + 1
    assert re.search(r'inversion\.total\.2024">\$32,500,000\.00</data></a>', page)


def test_each_indicator_tells_what_the_data_hold(sitio: Path, casa: InstitucionPublicada) -> None:
    for dependencia in casa.dependencias.values():
        for i in dependencia.indicadores:
            page, own = leer(sitio, f"indicadores/{i.id}"), i.indicador
            said = [dicho(i), i.unidad.nombre, dependencia.nombre, dependencia.perspectiva.nombre]
            said += [own.metodo or "", own.unidad_medida or "", own.estandar or ""]
            said += [(own.grupo or "").rstrip(":"), own.nota or ""]
            said += [f"{i.metas[2024].origen.path}:{i.metas[2024].origen.line}"]
            for text in said:
                assert text in page, (i.id, text)
            assert f"#dep-{dependencia.id}" in page


@pytest.mark.parametrize(
    ("id_", "shown", "words"),
    [
        ("gerencia-salud-r01", '<span class="pl-resp__op">≤</span>20', "como máximo"),
        ("dpyms-r02", '<span class="pl-resp__op"><</span>20', "menos de esa cifra"),
        ("darbe-p07", "$13,225<small> M</small>", "Producción"),
        ("ufi-r05", "60<small> días pago</small>", "365 días / rotación"),
        ("apoyo-salud-p01", "25,367,781", '<p class="pl-resp__unidad">Receta</p>'),
    ],
)
def test_a_meta_is_shown_with_its_sign_and_unit(
    sitio: Path, id_: str, shown: str, words: str
) -> None:
    page = leer(sitio, f"indicadores/{id_}")
    assert shown in page
    assert words in page


def test_a_total_leads_to_its_parts_and_they_to_it(sitio: Path, casa: InstitucionPublicada) -> None:
    totals = [i for i in casa.indicadores if i.indicador.suma]
    assert totals
    for total in totals:
        page = leer(sitio, f"indicadores/{total.id}")
        assert "De qué es la suma" in page
        for part in total.indicador.suma:
            assert f'indicadores/{part}/"' in page
            of = leer(sitio, f"indicadores/{part}")
            assert re.search(rf'En qué total entra.*indicadores/{total.id}/"', of, re.DOTALL)


def test_each_unit_lists_what_it_answers_for(sitio: Path, casa: InstitucionPublicada) -> None:
    seen = 0
    for unidad in {i.unidad.id for i in casa.indicadores}:
        own = [i for i in casa.indicadores if i.unidad.id == unidad]
        page = leer(sitio, f"unidades/{unidad}")
        assert f"Responde por {len(own)} indicador" in page
        assert all(page.count(f'indicadores/{i.id}/"') == 1 for i in own)
        seen += len(own)
    assert seen == casa.cuantos
    assert leer(sitio, "unidades/gerencia-salud").count('class="pl-bloque"') == 5


def test_a_block_keeps_titles_and_leaves_out_other_units(casa: InstitucionPublicada) -> None:
    (block,) = blocks([casa.dependencias["gerencia-salud"]])
    result, production = block.tablas
    assert [title for title, _ in result.grupos] == [""]
    assert [(title, len(rows)) for title, rows in production.grupos] == [("Consulta médica", 8)]
    assert not list(blocks(casa.dependencias.values(), "ninguna"))


def test_the_home_tells_perspectives_account_acuerdos_and_laws(
    sitio: Path, casa: InstitucionPublicada
) -> None:
    page = leer(sitio, "")
    for each in casa.perspectivas:
        assert f'{CASA}/perspectivas/{each.id}/">{each.nombre}</a>' in page
    for norma in casa.institucion.marco_legal:
        assert norma.nombre in page
    for id_, acuerdo in casa.institucion.aprobaciones.items():
        assert f'id="acuerdo-{id_}"' in page
        assert f"Acuerdo {acuerdo.numero}" in page
        assert acuerdo.organo in page
    assert "$906,499,600.00" in page
    assert "millones de dólares estadounidenses de presupuesto" in page
    assert "Los dos lados suman lo mismo" in page


def test_an_account_has_each_line_once_and_both_sides_match(
    sitio: Path, publicacion: Publicacion, casa: InstitucionPublicada
) -> None:
    mapa, page = Mapa(publicacion), leer(sitio, "")
    (cuenta,) = accounts(mapa, casa)
    left, right = cuenta.lados
    assert [len(c) for c in left.capitulos] == [len(c) for c in right.capitulos]
    assert cuenta.cuadra
    for cifra in publicacion.registro:
        if cifra.direccion.startswith(f"{CASA}.cuenta."):
            assert page.count(f'data-direccion="{cifra.direccion}"') == 1, cifra.direccion


def test_the_catalogue_goes_by_perspective_and_by_unit(
    sitio: Path, casa: InstitucionPublicada
) -> None:
    catalogue = sitio / "indicadores"
    page = (catalogue / "index.html").read_text("utf-8")
    for each in casa.perspectivas:
        own = f"objetivo/{CASA}-perspectiva-{each.id}"
        assert each.nombre in (catalogue / own / "index.html").read_text("utf-8")
    for unidad in {i.unidad.id for i in casa.indicadores}:
        assert (catalogue / f"unidad/{CASA}-{unidad}/index.html").exists()
    pages = (catalogue / f"institucion/{CASA}").rglob("index.html")
    shown = "".join(each.read_text("utf-8") for each in pages)
    assert len(set(re.findall(rf"{CASA}/indicadores/([\w-]+)/", shown))) == casa.cuantos
    description = re.search(r'name="description" content="([^"]+)"', page)
    assert description
    assert "del IMSS, del ISSS y del ISSSTESON" in description[1]


def test_the_lists_name_each_kind_in_spanish(sitio: Path) -> None:
    page = leer(sitio, "cifras")
    for kind, title in {
        "metas": "Programación de metas",
        "pers": "Perspectivas",
        "inversion": "Proyectos de inversión",
        "cuenta": "Cuentas de ingresos y egresos",
        "acuerdo": "Montos que aprueban los acuerdos",
    }.items():
        assert f'<h2 id="grupo-{kind}">{title}</h2>' in page


def test_nothing_of_one_institution_is_in_another(sitio: Path, publicacion: Publicacion) -> None:
    langs = {i.id: i.institucion.ficha.locale.replace("_", "-") for i in publicacion.instituciones}
    for id_, lang in langs.items():
        for page in (sitio / id_).rglob("index.html"):
            text = page.read_text("utf-8")
            assert f'<html lang="{lang}">' in text
            assert set(re.findall(r'data-pl-institucion="([\w-]+)"', text)) == {id_}
    assert '<html lang="es">' in (sitio / "index.html").read_text("utf-8")


# ── drafts and approved documents ──


def _written(
    publicacion: Publicacion, change: Callable[[Document], Document], folder: Path
) -> Path:
    """The pages of the same site with its documents changed."""
    houses = tuple(
        replace(
            i, documentos=tuple(replace(d, documento=change(d.documento)) for d in i.documentos)
        )
        for i in publicacion.instituciones
    )
    fuentes = Fuentes(RAIZ / "site", RAIZ / "layouts/_components")
    write(replace(publicacion, instituciones=houses), fuentes, folder / "paginas")
    return folder / "paginas"


def test_a_draft_says_so_wherever_it_is_read(publicacion: Publicacion, tmp_path: Path) -> None:
    def draft(documento: Document) -> Document:
        return replace(documento, borrador=True, aprobacion="")

    pages, mapa = _written(publicacion, draft, tmp_path), Mapa(publicacion)
    mark = "Borrador, sin validez oficial"
    for institucion, publicado in publicacion.ediciones:
        first = [hoja.ruta for hoja in mapa.hojas(publicado)][:1]
        for route in (publicado.ruta, *first, institucion.ruta, ""):
            assert mark in (pages / route / "index.md").read_text("utf-8"), route


def test_an_approved_document_says_by_whom(publicacion: Publicacion, tmp_path: Path) -> None:
    words = "Consejo Directivo, acuerdo n.º 1, 14 de septiembre de 2023"

    def approve(documento: Document) -> Document:
        return replace(documento, borrador=False, aprobacion=words)

    pages = _written(publicacion, approve, tmp_path)
    for _, publicado in publicacion.ediciones:
        page = (pages / publicado.ruta / "index.md").read_text("utf-8")
        assert page.count(words) == 2
        assert "Borrador" not in page


def test_an_acuerdo_leads_to_the_institution_without_a_document_that_tells_it(
    publicacion: Publicacion, casa: InstitucionPublicada
) -> None:
    alone = replace(publicacion, instituciones=(replace(casa, documentos=()),))
    mapa = Mapa(alone)
    for id_ in casa.institucion.aprobaciones:
        assert mapa.acuerdo(CASA, id_) == f"{CASA}/#acuerdo-{id_}"
