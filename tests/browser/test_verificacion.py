"""The public page of verification: every finding, who signs it, and only what was examined."""

from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import expect

from generator.base.diagnostic import diagnose
from generator.base.message import Level
from generator.base.span import Span
from generator.document.nodes import Cifra, Parrafo, Texto
from generator.publish import MANIFEST
from generator.render import site_verificacion
from generator.render.builder import build
from generator.render.site import Fuentes, Publicacion, write
from generator.render.site_citas import PALABRAS, passages
from generator.render.site_lugares import Lugares
from generator.render.site_mapa import Mapa
from generator.render.site_pares import pair
from generator.render.site_verificacion import Verificacion
from tests.casos import RAIZ
from tests.navegador import VISTAS, Abrir, faltas

RUTA = "verificacion/"
LIMITE = 150_000
ORIGEN = Span("data/imss/fichas/5-2.yml", 35)


@pytest.fixture(scope="module")
def verificacion(publicacion: Publicacion) -> Verificacion:
    return Verificacion(Mapa(publicacion))


@pytest.fixture(scope="module")
def paginas(sitio: Path) -> str:
    """The words of all the pages of verification."""
    found = sorted((sitio / RUTA).rglob("index.html"))
    return "\n".join(unescape(path.read_text("utf-8")) for path in found)


def test_every_difference_is_told_with_who_signs_it(
    verificacion: Verificacion, paginas: str
) -> None:
    assert verificacion.diferencias
    for h in (h for h in verificacion.hallazgos if h.es_diferencia):
        assert paginas.count(f'id="{h.id}"') == 1, h.dicho.text
        assert h.regla in paginas
        assert h.texto in paginas or h.par
        assert h.dicho.motivo in paginas
        assert h.dicho.autor in paginas


def test_what_is_printed_stands_beside_what_is_computed(
    verificacion: Verificacion, paginas: str
) -> None:
    compared = [h for h in verificacion.hallazgos if h.par and h.es_diferencia]
    assert {"AUD-001", "AUD-002", "AUD-004"} <= {h.regla for h in compared}
    for h in compared:
        assert h.par
        assert f"<dd>{h.par.impreso}</dd>" in paginas
        assert f"<dd>{h.par.otro}</dd>" in paginas


def test_its_numbers_are_those_of_the_examination(
    verificacion: Verificacion, publicacion: Publicacion, sitio: Path
) -> None:
    page = unescape((sitio / RUTA / "index.html").read_text("utf-8"))
    assert sum(verificacion.total_clases) == len(publicacion.registro.cifras)
    assert sum(len(regla.hallazgos) for regla in verificacion.reglas) == len(
        publicacion.revision.hallazgos
    )
    assert f"<b>{len(publicacion.registro.cifras):,}</b><h3>Cifras en el registro" in page
    counts = publicacion.revision.recuentos["imss"]
    differ = [h for h in verificacion.hallazgos if h.regla == "AUD-001"]
    assert counts.comparados - counts.coinciden == len(differ)
    failed = [h for h in verificacion.hallazgos if h.regla == "AUD-010"]
    every = publicacion.revision.recuentos.values()
    assert sum(c.comprobaciones - c.cumplen for c in every) == len(failed)


def test_it_says_how_to_repeat_it(sitio: Path, publicacion: Publicacion) -> None:
    page = (sitio / RUTA / "index.html").read_text("utf-8")
    assert "./pliego revisar" in page
    assert (sitio / MANIFEST).is_file()
    assert f'href="../{MANIFEST}"' in page
    for _, publicado in publicacion.ediciones:
        assert publicado.sha256 in page


def test_it_never_blames(paginas: str) -> None:
    assert "error de la institución" not in paginas.lower()


def test_no_page_of_it_is_heavy(sitio: Path) -> None:
    for page in (sitio / RUTA).rglob("index.html"):
        assert page.stat().st_size <= LIMITE, page


def test_a_heavy_one_is_parted_by_document(
    publicacion: Publicacion, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(site_verificacion, "PESO", 0)
    docs, sitio = tmp_path / "paginas", tmp_path / "sitio"
    write(publicacion, Fuentes(RAIZ / "site", RAIZ / "layouts/_components"), docs)
    build(publicacion.portal, RAIZ / "mkdocs.yml", docs, sitio)  # no link leads nowhere
    whole = Verificacion(Mapa(publicacion))
    assert whole.partida
    for grupo in whole.grupos:
        page = (sitio / whole.ruta(grupo) / "index.html").read_text("utf-8")
        assert all(f'id="{h.id}"' in page for h in grupo.diferencias)
    assert 'id="h-' not in (sitio / RUTA / "index.html").read_text("utf-8")


def test_from_a_ficha_to_its_findings_and_back(abrir: Abrir, verificacion: Verificacion) -> None:
    finding = next(h for h in verificacion.hallazgos if h.regla == "AUD-001")
    page = abrir(f"transparencia/{finding.donde.ruta}")
    page.get_by_role("navigation", name="Qué halló la verificación").get_by_role(
        "link"
    ).first.click()
    expect(page.locator(":target")).to_be_visible()
    page.get_by_role("link", name=finding.donde.texto).first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_finding_of_a_list_leads_to_its_own_item(
    publicacion: Publicacion, verificacion: Verificacion
) -> None:
    meta = publicacion.registro.cifras["isssteson.ind.049-13.meta.2024"]
    for line in range(meta.origen.line - 4, meta.origen.line + 1):
        found = diagnose("CUA-006", Span(meta.origen.path, line), marca="*")
        place = Lugares(verificacion.mapa).place(found)
        assert place.ruta == "isssteson/indicadores/049-13/", line


def test_from_a_rule_to_each_finding(abrir: Abrir, verificacion: Verificacion) -> None:
    page = abrir(f"transparencia/{RUTA}", java_script_enabled=False)
    rule = next(r for r in verificacion.reglas if r.codigo == "AUD-002")
    page.locator("#regla-AUD-002 summary").click()
    links = page.locator("#regla-AUD-002 a")
    expect(links).to_have_count(len(rule.hallazgos))
    links.first.click()
    expect(page.locator(":target")).to_contain_text("AUD-002")


def test_from_the_menu_and_from_each_document(abrir: Abrir, publicacion: Publicacion) -> None:
    page = abrir("transparencia/")
    page.get_by_role("navigation", name="Principal").get_by_role(
        "link", name="Verificación"
    ).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Qué se comprobó y qué no cuadró")
    for _, publicado in publicacion.ediciones:
        page = abrir(f"transparencia/{publicado.ruta}")
        own = page.get_by_role("navigation", name="Verificación")
        own.get_by_role("link", name="Qué se comprobó").click()
        expect(page.locator("#que")).to_be_visible()


@VISTAS
def test_nothing_stands_in_the_way_of_anyone(abrir: Abrir, ancho: int, modo: str) -> None:
    page = abrir(f"transparencia/{RUTA}", ancho=ancho, modo=modo)
    page.evaluate("document.querySelectorAll('main details').forEach((d) => { d.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= ancho
    assert faltas(page) == []


# ── what a finding says ──


@pytest.mark.parametrize(
    ("code", "data", "expected"),
    [
        (
            "AUD-001",
            {"ficha": "5.2", "anio": 2024, "publicado": "81,008 p/", "calculado": "81,009"},
            ("81,008 p/", "81,009", "Recalculado", "1"),
        ),
        (
            "AUD-010",
            {"dice": "Uno es dos", "uno": "207.85 millones de pesos", "signo": "≈"}
            | {"otro": "207.84 millones de pesos"},
            ("207.85 millones de pesos", "207.84 millones de pesos", "Recalculado", "0.01"),
        ),
        (
            "AUD-010",
            {"dice": "Uno cabe en otro", "uno": "900", "signo": "≤", "otro": "823"},
            ("900", "823", "Debía ser, a lo más", "77"),
        ),
        (
            "AUD-006",
            {"ficha": "1.2", "campo": "nombre", "impreso": "Uno", "valor": "Otro"},
            ("Uno", "Otro", "El dato dice", ""),
        ),
    ],
)
def test_the_two_values_of_a_finding(
    code: str, data: dict[str, object], expected: tuple[str, ...]
) -> None:
    found = pair(diagnose(code, ORIGEN, **data))
    assert found
    assert (found.impreso, found.otro, found.rotulo_otro, found.diferencia) == expected


def test_a_finding_with_one_value_has_no_pair() -> None:
    found = diagnose("CUA-006", ORIGEN, marca="*")
    assert found.level is Level.WARNING
    assert pair(found) is None


# ── where each figure is used ──


def test_a_paragraph_is_named_by_its_first_words() -> None:
    figure = Cifra("imss.dato.a", "3", "3", partes=("imss.dato.b",))
    words = "Entre enero de 2023 y junio de 2024 se abrieron "
    (found,) = passages(Parrafo((Texto(words), figure)))
    assert found.lugar == "en el párrafo que empieza «Entre enero de 2023 y junio…»"
    assert len(found.lugar.partition("«")[2].split()) == PALABRAS
    assert found.cifras == (figure,)


def test_each_figure_of_the_texts_says_its_paragraph(sitio: Path, publicacion: Publicacion) -> None:
    mapa = Mapa(publicacion)
    pages: dict[str, str] = {}
    for cifra in (c for c in publicacion.registro if c.clase == "dato"):
        path = mapa.lista(cifra)
        pages[path] = pages.get(path) or unescape((sitio / path / "index.html").read_text("utf-8"))
        for lugar in mapa.citas(cifra.direccion):
            assert lugar.en_texto
            assert lugar.lugar in pages[path]
