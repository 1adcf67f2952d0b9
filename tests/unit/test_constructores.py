"""Two builders dress the same pages, and a page that is stamped is the one that is built."""

import html
import re
import shutil
from pathlib import Path

import pytest

from generator.model.portal import Constructor
from generator.render.builder import build, dress
from generator.render.site import Fuentes, Publicacion, write
from tests.casos import RAIZ

MKDOCS = RAIZ / "mkdocs.yml"


@pytest.fixture(scope="session")
def paginas(publicacion: Publicacion, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The generated sources of the real site."""
    docs = tmp_path_factory.mktemp("fuentes") / "paginas"
    write(publicacion, Fuentes(RAIZ / "site", RAIZ / "layouts/_components"), docs)
    return docs


def armado(publicacion: Publicacion, docs: Path, work: Path, constructor: Constructor) -> Path:
    """Every page made by the builder itself, with no mould."""
    shutil.copytree(docs, work / "paginas")
    portal = publicacion.portal.model_copy(update={"constructor": constructor})
    return dress(portal, MKDOCS, work / "paginas")


def paginas_de(folder: Path) -> dict[str, str]:
    pages = sorted(folder.rglob("*.html"))
    return {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in pages}


def test_a_stamped_page_is_the_one_that_mkdocs_builds(
    publicacion: Publicacion, paginas: Path, sitio: Path, tmp_path: Path
) -> None:
    built = paginas_de(armado(publicacion, paginas, tmp_path / "obra", "mkdocs-material"))
    stamped = paginas_de(sitio)
    assert built.keys() == stamped.keys()
    assert [ruta for ruta in built if built[ruta] != stamped[ruta]] == []


def test_zensical_gives_its_readers_the_same_pages(
    publicacion: Publicacion, paginas: Path, sitio: Path, tmp_path: Path
) -> None:
    """Built whole: both differ only in how they write a quote or a bar of a title."""
    built = paginas_de(armado(publicacion, paginas, tmp_path / "obra", "zensical"))
    ours = paginas_de(sitio)
    assert built.keys() == ours.keys()
    for ruta, page in built.items():
        head, body = page.split("</head>")
        own, rest = ours[ruta].split("</head>")
        assert body == rest, ruta
        assert html.unescape(head) == html.unescape(own), ruta
        assert re.findall("<(?:link|meta|script)[^>]*>", own)


@pytest.mark.lento
def test_a_site_whose_portal_asks_for_zensical_is_the_same(
    publicacion: Publicacion, paginas: Path, sitio: Path, tmp_path: Path
) -> None:
    portal = publicacion.portal.model_copy(update={"constructor": "zensical"})
    build(portal, MKDOCS, paginas, tmp_path / "sitio")
    assert paginas_de(tmp_path / "sitio") == paginas_de(sitio)
    assert not list((tmp_path / "sitio").glob("assets")) + list(tmp_path.glob("sitio/search*"))
