"""The IMSS's report of 2019-2020, chapter XII: what it printed is in data, document, PDF and site;
its narrative is in words of our own.

The informe-* of tests/golden were taken once from the published text; nothing here
writes them.
"""

import csv
import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.document.nodes import Cifra, Componente, Document, Linea, Lista, Parrafo, Tabla
from generator.document.walk import blocks, in_block, sections
from generator.model.enlazado import InstitucionEnlazada
from generator.model.enlazado_cartera import CarteraEnlazada
from generator.works import Examen
from tests import imss, pdf, verapdf
from tests.casos import RAIZ

GOLDEN = RAIZ / "tests" / "golden"
DOCUMENTO = "imss/informe-2019-2020-capitulo-xii"
SOURCE = RAIZ.parent / "shared" / "fuentes" / "imss-informe-2019-2020-capitulo-xii.txt"
LONG = 12
"""Words in a row from which they are more than a name or a turn of phrase."""
Publicado = tuple[Path, Examen]


def _golden(name: str) -> list[list[str]]:
    with (GOLDEN / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream, dialect="excel-tab", quoting=csv.QUOTE_NONE))[1:]


CIFRAS = _golden("informe-cifras.tsv")
PROYECTOS = _golden("informe-proyectos.tsv")
GRAFICAS = _golden("informe-graficas.tsv")
WRITTEN = {"tres": "3", "cuatro": "4", "seis": "6", "ocho": "8"}


@pytest.fixture(scope="module")
def examen(publicado: Publicado) -> Examen:
    return publicado[1]


@pytest.fixture(scope="module")
def casa(examen: Examen) -> InstitucionEnlazada:
    return next(i for i in examen.enlazadas if i.id == "imss")


@pytest.fixture(scope="module")
def cartera(casa: InstitucionEnlazada) -> CarteraEnlazada:
    return casa.carteras["estrategicos-2020"]


@pytest.fixture(scope="module")
def documento(examen: Examen) -> Document:
    return next(o.documento for o in examen.obras if o.documento.id == DOCUMENTO)


@pytest.fixture(scope="module")
def impreso(sitio: Path) -> Path:
    return sitio / "documentos" / f"{DOCUMENTO}.pdf"


@pytest.fixture(scope="module")
def printed(impreso: Path) -> str:
    return _flat(pdf.words(impreso))


@pytest.fixture(scope="module")
def pages(sitio: Path) -> str:
    return _flat(" ".join(map(_words, sorted((sitio / DOCUMENTO).rglob("*.html")))))


def _words(page: Path) -> str:
    main = page.read_text("utf-8").partition("<main")[2].partition("</main>")[0]
    return html.unescape(re.sub(r"<[^>]+>", "", main))


def _flat(text: str) -> str:
    """Without spaces, hyphens or case: a line may break anywhere, and no name is in capitals."""
    return re.sub(r"[\s\-‑\u00ad]", "", text).casefold()


def _bare(name: str) -> str:
    plain = unicodedata.normalize("NFD", name.lower())
    return re.sub(r"[^a-z0-9]+", " ", "".join(c for c in plain if c.isascii())).strip()


def test_the_golden_lists_are_whole() -> None:
    assert len(CIFRAS) == 110
    assert len({row[0] for row in CIFRAS}) == 110
    assert [int(row[0]) for row in PROYECTOS] == list(range(1, 50))
    counts = Counter(row[1] for row in PROYECTOS)
    assert list(counts.values()) == [9, 1, 7, 6, 5, 4, 5, 6, 2, 2, 2]
    assert [row[0] for row in GRAFICAS] == ["GRÁFICA XII.1.", "GRÁFICA XII.2.", "GRÁFICA XII.3."]


@pytest.mark.skipif(not SOURCE.is_file(), reason="la fuente no está en este equipo")
def test_every_figure_of_the_list_is_in_the_source() -> None:
    source = " ".join(SOURCE.read_text("utf-8").split())
    assert [row for row in CIFRAS if row[1] not in row[2] or row[2] not in source] == []


# ── figures ──


def test_the_data_state_every_figure_as_printed(examen: Examen) -> None:
    for dato, cifra, context in CIFRAS:
        found = examen.registro.buscar(f"dato.{dato}", "imss")
        assert found is not None, dato
        stated = found.completa.replace("\N{NO-BREAK SPACE}", " ")
        wanted = WRITTEN.get(cifra, cifra)
        assert stated == wanted or stated.startswith(f"{wanted} "), context


def test_the_document_cites_every_figure(documento: Document) -> None:
    cited = _cited(documento)
    for dato, cifra, context in CIFRAS:
        shown = cited.get(f"imss.dato.{dato}", [])
        assert any(f"{text} ".startswith(f"{cifra} ") for text in shown), context


def _cited(documento: Document) -> dict[str, list[str]]:
    """Address → how it is printed, each time."""
    found: dict[str, list[str]] = {}

    def note(linea: Linea) -> Linea:
        if isinstance(linea, Cifra):
            shown = linea.texto.replace("\N{NO-BREAK SPACE}", " ")
            found.setdefault(linea.direccion, []).append(shown)
        return linea

    for block in blocks(documento):
        if isinstance(block, Parrafo | Lista):
            in_block(block, note)
    return found


def test_every_figure_is_in_pdf_and_site(printed: str, pages: str) -> None:
    for _, cifra, context in CIFRAS:
        assert _flat(cifra) in printed, context
        assert _flat(cifra) in pages, context


def test_no_number_of_the_chapter_is_typed_by_hand(examen: Examen) -> None:
    mine = [d for d in examen.diagnostics if d.span.path.startswith(f"content/{DOCUMENTO}/")]
    assert [d.text for d in mine if d.code == "NUM-001"] == []
    assert {d.text for d in mine if d.code == "SIG-001"} == {
        f"«{sigla}» no está en la lista de siglas." for sigla in ("DPA", "DPCA", "DPEI", "SS")
    }
    assert all(d.motivo for d in mine)


# ── projects ──


def test_projects_have_their_number_their_direccion_and_their_name(
    cartera: CarteraEnlazada,
) -> None:
    stated = [
        [str(each.numero), _bare(grupo.nombre), _bare(each.nombre)]
        for grupo in cartera.grupos
        for each in grupo.proyectos
    ]
    assert stated == [[n, _bare(group), _bare(name)] for n, group, name in PROYECTOS]


def test_the_document_lists_them_once(documento: Document, cartera: CarteraEnlazada) -> None:
    lists = [
        b.datos["cartera"]
        for s in sections(documento.secciones)
        for b in s.bloques
        if isinstance(b, Componente) and b.componente == "proyectos"
    ]
    assert lists == [cartera]


def test_pdf_and_site_list_them_in_order(printed: str, pages: str) -> None:
    for text in (printed, pages):
        start, group = 0, ""
        for number, direccion, name in PROYECTOS:
            if direccion != group:
                start = _after(text, _flat(direccion), start)
                group = direccion
            start = _after(text, _flat(f"{number}.{name}"), start)


def _after(text: str, piece: str, start: int) -> int:
    place = text.find(piece, start)
    assert place >= 0, piece
    return place + len(piece)


def test_no_name_is_in_sustained_capitals(cartera: CarteraEnlazada) -> None:
    names = [p.nombre for p in cartera.proyectos] + [g.nombre for g in cartera.grupos]
    assert [name for name in names if name.isupper()] == []


# ── charts ──


def test_each_chart_has_its_title_its_unit_and_its_source(documento: Document) -> None:
    charts = [
        (b.grafica, b)
        for s in sections(documento.secciones)
        for b in s.bloques
        if isinstance(b, Tabla) and b.grafica
    ]
    stated = [[_bare(c.titulo), c.medida, f"Fuente: {c.fuente}."] for c, _ in charts]
    assert stated == [[_bare(f"{n} {t}"), unit, source] for n, t, unit, source in GRAFICAS]
    values = [[(p.etiqueta, p.texto) for p in c.puntos] for c, _ in charts]
    assert values == [
        [("2009-2018", "ND"), ("2019", "80.9%")],
        [("Todos los que tenía la gráfica", "ND")],
        [("2010-2018", "ND"), ("2019", "97.7%")],
    ]
    assert all([nota.marca for nota in tabla.notas] == ["ND"] for _, tabla in charts)


def test_pdf_and_site_print_each_chart(printed: str, pages: str) -> None:
    for text in (printed, pages):
        for number, title, unit, source in GRAFICAS:
            for piece in (f"{number} {title}", unit, source):
                assert _flat(piece) in text, piece


def test_the_pdf_is_accessible_and_archivable(impreso: Path) -> None:
    assert verapdf.fallas(impreso, "ua1") == []
    assert verapdf.fallas(impreso, "3a") == []


# ── in words of our own ──

OFICIALES = (GOLDEN / "informe-nombres.txt").read_text("utf-8").splitlines()
"""What the source calls by a name: laws, programmes, services, studies, objectives of a plan."""


def _told(documento: Document, cartera: CarteraEnlazada) -> Iterator[tuple[str, str]]:
    for seccion in sections(documento.secciones):
        for text in _texts(seccion.bloques):
            yield seccion.id, text
    for each in cartera.proyectos:
        for text in (each.proyecto.descripcion, *each.proyecto.puntos):
            yield f"proyecto-{each.numero}", text


def _texts(prose: tuple[object, ...]) -> Iterator[str]:
    for block in prose:
        if isinstance(block, Parrafo):
            yield imss.renglon(block.hijos)
        elif isinstance(block, Lista):
            for item in block.elementos:
                yield from _texts(item)


def _split(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def copied(text: str, source: str) -> list[str]:
    """The runs of LONG words of `text` that `source` has, official names aside."""
    own = " ".join(_split(text))
    for name in OFICIALES:
        own = own.replace(" ".join(_split(name)), "|")
    words = own.split()
    runs = (words[n : n + LONG] for n in range(len(words) - LONG + 1))
    return [" ".join(run) for run in runs if f" {' '.join(run)} " in source]


def test_what_is_copied_would_be_found() -> None:
    source = " a uno dos tres cuatro cinco seis siete ocho nueve diez once doce y trece "
    same = "Uno, dos, tres cuatro cinco seis; siete ocho nueve diez once doce."
    assert len(copied(same, source)) == 1
    assert copied(same.replace("siete", "y"), source) == []


@pytest.mark.skipif(not SOURCE.is_file(), reason="la fuente no está en este equipo")
def test_no_run_of_words_is_copied_from_the_source(
    documento: Document, cartera: CarteraEnlazada
) -> None:
    source = f" {' '.join(_split(SOURCE.read_text('utf-8')))} "
    told = list(_told(documento, cartera))
    assert len(told) > 200
    assert [(place, run) for place, text in told for run in copied(text, source)] == []
    for name in OFICIALES:
        assert f" {' '.join(_split(name))} " in source, name
