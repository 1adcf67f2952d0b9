"""What a page says of itself: its policy, its address, its title in a network; what leads to it."""

import dataclasses
import re
from collections import Counter
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.render import site_buscadores
from generator.render.builder import assemble
from generator.render.site import Fuentes, Publicacion, write
from generator.render.site_buscadores import write_maps
from generator.render.site_novedades import NOVEDADES, feed
from tests import sitio as de_prueba
from tests.casos import EJEMPLO, RAIZ

DIRECCION = "https://transparencia.ejemplo.gob.mx/planes/"
ATOM, MAPA = "{http://www.w3.org/2005/Atom}", "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SIEMPRE = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'"
)
FINAL = "form-action 'self'; base-uri 'none'"
POLITICAS = {
    "": f"{SIEMPRE}; {FINAL}",
    "acciones": f"{SIEMPRE}; script-src 'self'; {FINAL}",
    "catalogo": f"{SIEMPRE}; script-src 'self'; {FINAL}",
    "tablero": f"{SIEMPRE}; script-src 'self'; {FINAL}",
    "buscar": f"{SIEMPRE}; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; {FINAL}",
}
"""By the script that a page asks for."""


class Cabeza(HTMLParser):
    """The head of a page: its title, and each meta and link by its name."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.metas: dict[str, list[str]] = {}
        self.links: dict[str, str] = {}
        self.guion = ""
        self.orden: list[str] = []
        text = path.read_text("utf-8").partition("</head>")[0]
        self.feed(text)
        self.titulo = unescape(re.findall("<title>(.*?)</title>", text)[0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.orden.append(tag)
        if tag == "meta":
            name = given.get("name") or given.get("property") or given.get("http-equiv", "charset")
            self.metas.setdefault(name, []).append(given.get("content", ""))
        if tag == "link":
            self.links[given["rel"]] = given["href"]
        if tag == "script" and "src" in given:
            self.guion = Path(given["src"]).stem

    def dice(self, name: str) -> str:
        (said,) = self.metas[name]
        return said


def cabezas(sitio: Path) -> dict[str, Cabeza]:
    """Address from the root → head, of every page but that of error."""
    pages = sorted(sitio.rglob("index.html"))
    return {p.relative_to(sitio).as_posix().removesuffix("index.html"): Cabeza(p) for p in pages}


def con_direccion(publicacion: Publicacion) -> Publicacion:
    portal = publicacion.portal.model_copy(update={"direccion": DIRECCION})
    return dataclasses.replace(publicacion, portal=portal)


@pytest.fixture(scope="module")
def fijo(publicacion: Publicacion, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site as it would be with a declared address; without its search."""
    work, own = tmp_path_factory.mktemp("fijo"), con_direccion(publicacion)
    write(own, Fuentes(RAIZ / "site", RAIZ / "layouts/_components"), work / "paginas")
    assemble(own.portal, RAIZ / "mkdocs.yml", work / "paginas", work / "sitio")
    return work / "sitio"


# ── policy ──


def test_each_page_allows_only_what_it_asks_for(sitio: Path) -> None:
    heads = {**cabezas(sitio), "404.html": Cabeza(sitio / "404.html")}
    for ruta, head in heads.items():
        assert head.dice("Content-Security-Policy") == POLITICAS[head.guion], ruta
        assert head.orden[2:5] == ["meta", "meta", "meta"], "before anything that is fetched"
    assert {head.guion for head in heads.values()} == set(POLITICAS)


# ── what it says of itself ──


def test_each_page_is_presented(sitio: Path, publicacion: Publicacion) -> None:
    for ruta, head in cabezas(sitio).items():
        assert len(head.dice("description")) > 25, ruta
        assert head.dice("og:description") == head.dice("description")
        assert head.titulo.startswith(head.dice("og:title")) or not ruta
        assert head.dice("og:site_name") == publicacion.portal.nombre
        assert re.fullmatch(r"es(_[A-Z]{2})?", head.dice("og:locale"))
        assert head.dice("twitter:card") == "summary"
        assert {"icon", "stylesheet", "alternate"} <= head.links.keys()


def test_no_two_pages_are_described_alike(sitio: Path) -> None:
    said = Counter(head.dice("description") for head in cabezas(sitio).values())
    assert [words for words, times in said.items() if times > 1] == []


def test_no_two_institutions_share_a_title(sitio: Path) -> None:
    titles = {(ruta.split("/")[0], head.titulo) for ruta, head in cabezas(sitio).items()}
    said = Counter(title for _, title in titles)
    assert [title for title, times in said.items() if times > 1] == []


def test_the_bar_of_the_phone_is_the_colour_of_the_header(sitio: Path) -> None:
    style = (sitio / "recursos/pliego.css").read_text("utf-8")
    colours = re.findall(r"--pl-noche:\s*light-dark\((\S+), (\S+)\)", style)[-1]
    said = Cabeza(sitio / "index.html").metas["theme-color"]
    assert [c.lower() for c in said] == [c.lower() for c in colours]


def test_the_error_page_is_nobodys(sitio: Path) -> None:
    head = Cabeza(sitio / "404.html")
    assert head.dice("robots") == "noindex"
    assert "og:title" not in head.metas


# ── its address ──


def test_a_declared_address_is_said_by_each_page(fijo: Path) -> None:
    for ruta, head in cabezas(fijo).items():
        assert head.links["canonical"] == head.dice("og:url") == f"{DIRECCION}{ruta}"
    assert "canonical" not in Cabeza(fijo / "404.html").links


def test_without_an_address_none_is_invented(sitio: Path) -> None:
    for head in cabezas(sitio).values():
        assert "canonical" not in head.links
        assert "og:url" not in head.metas
    assert not list(sitio.glob("sitemap*")) + list(sitio.glob("robots.txt"))


def test_search_engines_are_told_of_every_page_and_pdf(
    fijo: Path, publicacion: Publicacion
) -> None:
    assert (fijo / "robots.txt").read_text("utf-8").endswith(f"Sitemap: {DIRECCION}sitemap.xml\n")
    days = listed(fijo)
    pdfs = {d.ruta_pdf for _, d in publicacion.ediciones}
    assert days.keys() == cabezas(fijo).keys() | pdfs
    for _, edition in publicacion.ediciones:
        assert days[edition.ruta] == days[edition.ruta_pdf] == edition.documento.fecha
    assert days["indicadores/"] == ""


def listed(folder: Path) -> dict[str, str]:
    """What the map in `folder` names: path from the root → day."""
    lists = read(folder / "sitemap.xml", "sitemap")
    assert set(lists) == {p.name for p in folder.glob("sitemap-*.xml")}
    found = [read(folder / name, "url") for name in lists]
    assert sum(len(each) for each in found) == len({ruta for each in found for ruta in each})
    return {ruta: day for each in found for ruta, day in each.items()}


def read(path: Path, each: str) -> dict[str, str]:
    items = ElementTree.parse(path).findall(f"{MAPA}{each}")
    places = [(i.findtext(f"{MAPA}loc", ""), i.findtext(f"{MAPA}lastmod", "")) for i in items]
    assert all(place.startswith(DIRECCION) for place, _ in places)
    return {place.removeprefix(DIRECCION): day for place, day in places}


def test_a_great_site_has_several_lists(
    publicacion: Publicacion, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site_buscadores, "POR_MAPA", 2)
    write_maps(con_direccion(publicacion), (), tmp_path)
    count = len(publicacion.ediciones)
    assert len(list(tmp_path.glob("sitemap-*.xml"))) == -(-count // 2)
    assert len(listed(tmp_path)) == count


# ── news ──


def entries(data: bytes) -> list[ElementTree.Element]:
    return ElementTree.fromstring(data).findall(f"{ATOM}entry")


def hrefs(entry: ElementTree.Element) -> dict[str, str]:
    return {e.get("rel", ""): e.get("href", "") for e in entry.findall(f"{ATOM}link")}


def test_the_editions_are_followed(sitio: Path, publicacion: Publicacion) -> None:
    data = (sitio / NOVEDADES).read_bytes()
    root, editions = ElementTree.fromstring(data), publicacion.ediciones
    for entry, (casa, publicado) in zip(entries(data), editions, strict=True):
        documento = publicado.documento
        assert entry.findtext(f"{ATOM}title") == f"{casa.siglas}: {documento.titulo}"
        assert entry.findtext(f"{ATOM}updated") == f"{documento.fecha}T12:00:00Z"
        assert f"Edición {documento.edicion}, " in entry.findtext(f"{ATOM}summary", "")
        assert ("Borrador" in entry.findtext(f"{ATOM}summary", "")) == documento.borrador
        assert (sitio / hrefs(entry)["alternate"] / "index.html").is_file()
        assert (sitio / hrefs(entry)["enclosure"]).is_file()
    assert root.findtext(f"{ATOM}updated") == entries(data)[0].findtext(f"{ATOM}updated")
    assert root.findtext(f"{ATOM}author/{ATOM}name") == publicacion.portal.nombre


def test_an_edition_keeps_its_id_and_the_same_data_give_the_same_bytes(
    publicacion: Publicacion,
) -> None:
    here, there = feed(publicacion), feed(con_direccion(publicacion))
    ids = [e.findtext(f"{ATOM}id", "") for e in entries(here)]
    assert here == feed(publicacion)
    assert ids == [e.findtext(f"{ATOM}id") for e in entries(there)]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", id_) for id_ in ids)
    places = [place for e in entries(there) for place in hrefs(e).values()]
    assert all(place.startswith(DIRECCION) for place in places)
    assert f'rel="self" href="{DIRECCION}{NOVEDADES}"'.encode() in there


def test_the_news_are_at_hand(sitio: Path) -> None:
    home = (sitio / "index.html").read_text("utf-8")
    assert f'<a href="./{NOVEDADES}" type="application/atom+xml">' in home
    assert Cabeza(sitio / "imss/indicadores/2-2/index.html").links["alternate"] == (
        f"../../../{NOVEDADES}"
    )


def test_without_editions_there_is_nothing_to_follow(tmp_path: Path) -> None:
    docs = de_prueba.escrito(de_prueba.de(EJEMPLO), tmp_path / "docs")
    assert not (docs / NOVEDADES).exists()
    assert NOVEDADES not in (docs / "index.md").read_text("utf-8")
