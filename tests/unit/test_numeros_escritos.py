"""Numbers typed by hand: which are told, with which reference, and which are left alone."""

import pytest

from generator.base.span import Span
from generator.check import numeros_escritos
from generator.document.nodes import Parrafo, Referencia
from generator.document.walk import plain_text
from generator.read.narrative import read_narrative
from tests.textos import FILE, found, todo

# ── numbers typed by hand ──


@pytest.mark.parametrize(
    "text",
    [
        "En 2023 y hasta 2024, en el periodo 2019-2024 y de 1998 a 2003.",
        "El 30 de junio de 2024; del 1 de enero al 30 de junio; el 3 y 4 de noviembre.",
        "El 24 de ese mes, a las 17:30 y el 12/03/2024.",
        "El artículo 32-D, los artículos 41, fracción III, y 47, y el numeral 7.1.13 de la norma.",
        "La NOM-087-SSA1-2002, el EC1268, el acuerdo ACDO.AS2.HCT.260122/35.P.DPM y A00.1.",
        "El 1.º de marzo, la 2.ª dosis, el 1er Torneo y las secciones 4.1 y 4.5.",
        "Adolescentes de 10 a 19 años, menores de 5 años, de 60 y más, durante 72 horas.",
        "La UMF No. 49, el Km 12, la zona 4, la Fase 2 y las modalidades 10, 13, 14 y 17.",
        "«Los 40 principales», según el original, que dice “162 millones”.",
        "Véase [las 35 oficinas](https://imss.gob.mx/35) y la nota.[^n35]",
        "[^n35]: Así en el original.",
        "## Rehabilitación de 20 unidades",
        "1. Uno.\n2. Dos.",
        "> 40.- Las dependencias serán responsables.",
        "Cardiología 34, Especialidades 25 y Gineco-Obstetricia 3 de León.",
        "El 40 y el 44 de los Criterios, en los grupos 010, 020 y 030.",
        "| 590 | {{ dato.ooad }} |",
        "Los {{ dato.ooad }} OOAD y cinco más, por {{ dato.inversion : numero 1 }}.",
        'Por {{ "36" : literal número del acuerdo }} votos.',
    ],
)
def test_what_is_no_figure_is_left_alone(text: str) -> None:
    assert found(numeros_escritos.revisar, text) == []


@pytest.mark.parametrize(
    ("text", "number", "proposal"),
    [
        ("Se recibieron 4,216 quejas.", "4,216", "{{ dato.quejas }} o {{ dato.camas }} o"),
        ("Hubo 4'216,000 más.", "4'216,000", ""),
        ("Se surtió el 97.8% de las recetas.", "97.8%", "{{ dato.surtido }}?"),
        ("Se surtieron 97.8 recetas.", "97.8", "{{ dato.surtido }}?"),
        ("Las camas pasaron de 97.9% a más.", "97.9%", ""),
        ("Con 162 millones de pesos.", "162", "{{ dato.inversion }}?"),
        ("Con 162 pesos.", "162", ""),
        ("De 9,432.9 millones de pesos.", "9,432.9", "{{ dato.presupuesto : millones 1 }}?"),
        ("En los 35 OOAD del Instituto.", "35", "{{ dato.ooad }}?"),
        ("En 35 escuelas.", "35", ""),
        ("Atendió (580 unidades).", "580", ""),
        ("En Jalisco 320 pacientes.", "320", ""),
        ("Pagó $1,500.50 por ello.", "$1,500.50", ""),
    ],
)
def test_a_figure_typed_by_hand_is_told_with_its_reference(
    text: str, number: str, proposal: str
) -> None:
    (told,) = numeros_escritos.revisar(todo(text))
    assert told.text.startswith(f"el número «{number}» está escrito a mano.")
    assert proposal in told.text
    assert bool(proposal) == ("¿Quiso decir" in told.text)
    assert told.span == Span(FILE, 1, text.index(number) + 1)


def test_other_institutions_come_last_and_with_their_whole_address() -> None:
    (told,) = numeros_escritos.revisar(todo("Se recibieron 4,216 quejas médicas."))
    assert "{{ dato.quejas }} o {{ dato.camas }} o {{ otro.dato.quejas-otro }}" in told.text


def test_a_literal_is_its_words() -> None:
    blocks, wrong = read_narrative(
        'Básquetbol {{ "5" : literal nombre del deporte }} y *más*.', "n"
    )
    assert wrong == []
    assert isinstance(blocks[0], Parrafo)
    assert plain_text(blocks[0].hijos) == "Básquetbol 5 y más."


@pytest.mark.parametrize("text", ['{{ "5" : literal }}', '{{ "5" }}'])
def test_a_literal_needs_its_reason(text: str) -> None:
    """Without it, it is a reference to nothing."""
    ((block,), wrong) = read_narrative(text, "n")
    assert wrong == []
    assert isinstance(block, Parrafo)
    assert isinstance(block.hijos[0], Referencia)
