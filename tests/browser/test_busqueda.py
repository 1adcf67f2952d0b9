"""The search in Spanish: plurals, accents that are missing or too many, ñ, derivations."""

import re

import pytest
from playwright.sync_api import expect

from tests.navegador import Abrir

PREGUNTAS = """\
cirugia = isssteson/indicadores/470-03
cirugías = isssteson/indicadores/470-03
consulta médica = isss/indicadores/gerencia-salud-p01
consultas medicas = isss/indicadores/gerencia-salud-p01
guarderia = imss/indicadores/4-2
guarderías = imss/indicadores/4-2
ninos = imss/indicadores/4-2
niña = imss/indicadores/4-2
niñez = imss/indicadores/4-2
farmacia = isssteson/indicadores/590-01
nomina = isssteson/indicadores/287-10
nóminas = isssteson/indicadores/287-10
pension = isssteson/indicadores/469-03
pensionado = isssteson/indicadores/469-03
jubilacion = isssteson/indicadores/287-13
jubilado = isssteson/indicadores/469-03
diabetico = imss/indicadores/2-1
hipertension = imss/indicadores/2-3
hipertenso = imss/indicadores/2-3
residente = imss/indicadores/3-3
egresar = imss/indicadores/3-3
queja = imss/indicadores/6-1
recaudacion = imss/indicadores/5-1
recaudar = imss/indicadores/5-1
incapacidad = imss/indicadores/4-3
poblaciones rurales = imss/indicadores/1-1
capacitar = isss/indicadores/recursos-humanos-r03
boletin = isssteson/indicadores/287-19
telefónico = isssteson/indicadores/287-02
telefonica = isssteson/indicadores/287-02
vacunas = isss/indicadores/gerencia-salud-r04
vacunar = isss/indicadores/gerencia-salud-r04
credito = isssteson/indicadores/469-06
certificación = imss/indicadores/6-2
desviaciones = imss/indicadores/4-3
auditoria = isss/indicadores/auditoria-interna-p01
infraestructuras = isss/indicadores/infraestructura-p06
odontologico = isss/indicadores/gerencia-salud-p06
"""
SUFICIENTES, MIRADOS = 36, 10
"""How many of the 38 questions must be answered, in the first page of results."""


def test_questions_in_spanish_are_answered(abrir: Abrir) -> None:
    page = abrir("transparencia/buscar/")
    asked = [line.split(" = ") for line in PREGUNTAS.splitlines()]
    assert len(asked) == 38
    answers = page.evaluate(
        """async ([questions, first]) => {
            const own = document.querySelector("script[src*=buscar]").src;
            const { consultar } = await import(own), told = [];
            for (const q of questions) {
                const found = (await consultar(q)).slice(0, first);
                told.push((await Promise.all(found.map((r) => r.data()))).map((d) => d.url));
            }
            return told;
        }""",
        [[question for question, _ in asked], MIRADOS],
    )
    missed = [
        question
        for (question, expected), urls in zip(asked, answers, strict=True)
        if not any(url.endswith(f"/{expected}/") for url in urls)
    ]
    assert len(missed) <= len(asked) - SUFICIENTES, missed


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("¿cuánto se gasta en pensiones en Sonora?", "isssteson/presupuesto/2024/e205jn9/"),
        ("cuánto presupuesto tiene ISSSTESON", "isssteson/presupuesto/"),
        ("¿qué es la línea base?", ""),
    ],
)
def test_a_plain_question_is_answered(abrir: Abrir, question: str, answer: str) -> None:
    page = abrir(f"transparencia/buscar/?q={question}")
    found = page.locator("#hallazgos a")
    expect(found.first).to_be_visible()
    links = [str(a.get_attribute("href")) for a in found.all()]
    assert any(link.endswith(answer) for link in links), links


def test_words_of_nothing_find_nothing(abrir: Abrir) -> None:
    page = abrir("transparencia/buscar/?q=zzzz qqqq")
    expect(page.get_by_role("status")).to_have_text("Ningún resultado para «zzzz qqqq».")


def test_a_result_says_what_it_is_and_of_whom(abrir: Abrir) -> None:
    page = abrir("transparencia/buscar/?q=guarderia")
    first = page.locator("#hallazgos li").first
    expect(first.locator("small")).to_contain_text("IMSS · Indicador 4.2, resultado 2023")
    expect(first.locator("mark").first).to_have_text(re.compile(r"^guarderías\W?$"))


def test_more_results_by_keyboard(abrir: Abrir) -> None:
    page = abrir("transparencia/buscar/?q=salud")
    expect(page.locator("#hallazgos li")).to_have_count(10)
    page.get_by_role("button", name="Mostrar más resultados").press("Enter")
    expect(page.locator("#hallazgos li").nth(10).get_by_role("link")).to_be_focused()
