"""Several institutions share one site and nothing of one shows in another's pages."""

import re
from pathlib import Path

import pytest

from generator.works import Examen

Publicado = tuple[Path, Examen]
PAISES = {"MX": ("peso", "M.N."), "SV": ("dólar", "Corte de Cuentas")}


def _main(page: Path) -> str:
    markup = page.read_text("utf-8").partition("<main")[2].partition("</main>")[0]
    return re.sub(r"<[^>]+>", " ", markup)


def _pages(release: Path, institucion: str) -> list[Path]:
    return sorted((release / institucion).rglob("*.html"))


@pytest.fixture(scope="module")
def siglas(publicado: Publicado) -> dict[str, str]:
    return {i.id: i.ficha.siglas for i in publicado[1].enlazadas}


def test_there_are_two_countries_and_two_currencies(publicado: Publicado) -> None:
    fichas = [i.ficha for i in publicado[1].enlazadas]
    assert {f.pais for f in fichas} == {"MX", "SV"}
    assert {f.moneda for f in fichas} == {"MXN", "USD"}


def test_no_page_of_one_names_another(publicado: Publicado, siglas: dict[str, str]) -> None:
    release = publicado[0]
    found = []
    for own in siglas:
        others = [re.escape(s) for id_, s in siglas.items() if id_ != own]
        stranger = re.compile(rf"(?<![\w-])({'|'.join(others)})(?![\w-])")
        for page in _pages(release, own):
            found += [
                f"{page.relative_to(release)}: {m[0]}" for m in stranger.finditer(_main(page))
            ]
    assert found == []


def test_each_page_has_its_language_and_its_colours(publicado: Publicado) -> None:
    release = publicado[0]
    for each in publicado[1].enlazadas:
        language = each.ficha.locale.replace("_", "-")
        for page in _pages(release, each.id):
            text = page.read_text("utf-8")
            assert f'lang="{language}"' in text, page
            assert f'data-pl-institucion="{each.id}"' in text, page


def test_amounts_carry_the_currency_of_their_country(publicado: Publicado) -> None:
    release = publicado[0]
    for each in publicado[1].enlazadas:
        strange = [w for c, words in PAISES.items() if c != each.ficha.pais for w in words[:1]]
        for page in _pages(release, each.id):
            text = _main(page)
            assert not any(f" {word}s" in text for word in strange), page
