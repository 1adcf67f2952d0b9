"""The catalogue: every filter a page without script, several at once with it, all by keyboard."""

import re

import pytest
from playwright.sync_api import expect

from tests.navegador import TELEFONO, VISTAS, Abrir, faltas

CATALOGO = "transparencia/indicadores/"
FILTRADO = f"{CATALOGO}?institucion=imss&sentido=ascendente"


def test_without_script_each_filter_is_a_page_with_its_count(abrir: Abrir) -> None:
    page = abrir(CATALOGO, java_script_enabled=False)
    expect(page.get_by_role("status")).to_have_text("260 indicadores")
    expect(page.locator("#caja")).to_be_hidden()
    option = page.locator(".pl-solo-ancho [data-faceta=sentido] a").first
    count = option.locator("span").last.inner_text()
    option.click()
    expect(page.get_by_role("status")).to_have_text(f"{count} de 260 indicadores")
    expect(page.locator("#filas > li")).to_have_count(int(count))
    page.get_by_role("link", name=re.compile("quitar el filtro")).click()
    expect(page).to_have_url(re.compile("/indicadores/$"))


def test_without_script_the_list_goes_on_in_other_pages(abrir: Abrir) -> None:
    page = abrir(CATALOGO, java_script_enabled=False)
    expect(page.locator("#filas > li")).to_have_count(100)
    page.get_by_role("link", name="Página 3").click()
    expect(page.locator("#filas > li")).to_have_count(60)


def test_filters_are_joined_by_keyboard_and_kept_in_the_address(abrir: Abrir) -> None:
    page = abrir(CATALOGO)
    panel = page.locator(".pl-solo-ancho")
    panel.get_by_role("link", name="IMSS 18").press("Enter")
    expect(page.get_by_role("status")).to_have_text("18 de 260 indicadores")
    expect(panel.get_by_role("link", name="IMSS 18")).to_be_focused()
    panel.get_by_role("link", name=re.compile("^Ascendente")).press("Enter")
    expect(page).to_have_url(re.compile(r"\?institucion=imss&sentido=ascendente$"))
    shown = page.get_by_role("status").inner_text()
    page.go_back()
    expect(page.get_by_role("status")).to_have_text("18 de 260 indicadores")
    page.go_forward()
    expect(page.get_by_role("status")).to_have_text(shown)
    page.get_by_role("link", name=re.compile("^IMSS.*quitar el filtro")).press("Enter")
    expect(page.get_by_role("status")).to_be_focused()
    expect(page).to_have_url(re.compile(r"\?sentido=ascendente$"))


def test_an_address_opens_with_its_filters(abrir: Abrir) -> None:
    page = abrir(FILTRADO)
    expect(page.locator("#activos a")).to_have_count(2)
    counts = page.locator(".pl-solo-ancho li span:last-child").all_inner_texts()
    assert counts
    assert "0" not in counts


@pytest.mark.parametrize("words", ["cirugia", "CIRUGÍAS", "numero de cirugía"])
def test_words_forgive_accents_and_plurals(abrir: Abrir, words: str) -> None:
    page = abrir(CATALOGO)
    page.get_by_label("Palabras del nombre").fill(words)
    expect(page.get_by_role("link", name="Número de cirugías atendidas")).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("de 260")


def test_nothing_found_says_what_to_do(abrir: Abrir) -> None:
    page = abrir(f"{CATALOGO}?texto=zzzz")
    expect(page.get_by_text("Quite un filtro o pruebe otra palabra")).to_be_visible()


@VISTAS
@pytest.mark.parametrize("ruta", [FILTRADO, f"{CATALOGO}estado/con-resultado/"])
def test_a_filtered_list_stands_in_nobodys_way(
    abrir: Abrir, ruta: str, ancho: int, modo: str
) -> None:
    page = abrir(ruta, ancho=ancho, modo=modo)
    expect(page.get_by_role("status")).to_contain_text("de 260")
    assert page.evaluate("document.documentElement.scrollWidth") <= ancho
    if ancho == TELEFONO:
        page.locator(".pl-pliegue-m summary").click()
    assert faltas(page) == []
