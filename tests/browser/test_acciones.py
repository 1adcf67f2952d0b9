"""What a reader does with a page: copies a citation, shares it, keeps a chart."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.navegador import TELEFONO, Abrir

CASA = "transparencia/imss/"
FICHA = f"{CASA}indicadores/4-2/"
GRAFICA = "serie-4-2"


def _pasted(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_a_citation_is_copied_with_its_whole_address(abrir: Abrir) -> None:
    page = abrir(FICHA)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = page.locator(".pl-citar .pl-accion").first
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_contain_text("Copiado")
    assert _pasted(page).startswith("Instituto Mexicano del Seguro Social. «4.2 Número de niñas")
    assert _pasted(page).endswith(f"Pliego. {page.url}")
    expect(button).to_contain_text("Copiar", timeout=5_000)


def test_the_address_of_a_figure_and_a_fingerprint_are_copied(abrir: Abrir) -> None:
    page = abrir(FICHA)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copiar la dirección de la cifra").click()
    page.wait_for_function("navigator.clipboard.readText().then((t) => t.startsWith('imss.ind'))")
    assert _pasted(page) == "imss.ind.4-2.resultado.2023"
    page.goto(page.url.replace("indicadores/4-2/", "avance-y-resultados-2023-2024/"))
    shown = page.locator(".pl-hoja .pl-sha").inner_text()
    page.locator(".pl-hoja").get_by_role("button", name="Copiar la huella").click()
    page.wait_for_function("(t) => navigator.clipboard.readText().then((c) => c === t)", arg=shown)


def test_a_page_is_shared_where_the_device_can(abrir: Abrir) -> None:
    page = abrir(FICHA, ancho=TELEFONO)
    page.add_init_script("navigator.share = async (what) => { window.compartido = what; }")
    page.reload()
    page.get_by_role("button", name="Compartir esta página").click()
    assert page.evaluate("window.compartido.url") == page.url


def test_a_chart_is_kept_as_a_drawing_and_as_a_picture(abrir: Abrir, tmp_path: Path) -> None:
    page = abrir(FICHA)
    with page.expect_download() as drawing:
        page.get_by_role("link", name="SVG de «En 2023").click()
    drawing.value.save_as(tmp_path / "dibujo.svg")
    assert "Instituto Mexicano del Seguro Social" in (tmp_path / "dibujo.svg").read_text("utf-8")
    with page.expect_download() as picture:
        page.get_by_role("button", name="PNG de «En 2023").click()
    assert picture.value.suggested_filename == f"{GRAFICA}.png"
    picture.value.save_as(tmp_path / "imagen.png")
    head = (tmp_path / "imagen.png").read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(head[16:20]) == 2 * (820 + 64)


def test_without_script_the_drawing_is_still_there(abrir: Abrir) -> None:
    page = abrir(FICHA, java_script_enabled=False)
    expect(page.get_by_role("link", name="SVG de «En 2023")).to_be_visible()
    expect(page.get_by_role("button", name="Copiar")).to_have_count(0)
