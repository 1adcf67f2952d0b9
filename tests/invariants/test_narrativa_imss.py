"""The IMSS's narrative: every objective and strategy is told, in words of our own."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.build import examine
from generator.document.nodes import Document, Lista, Parrafo, Seccion
from generator.document.walk import sections
from generator.works import Examen
from tests import imss
from tests.casos import RAIZ

ESTRATEGIAS = [r for r in imss.leer_tsv("imss-programa.tsv") if r["clase"] == "estrategia"]
SOURCE = RAIZ.parent / "shared" / "fuentes" / "imss-avance-y-resultados-2023-2024.txt"
LONG = 12
"""Words from which a sentence is more than a name or a turn of phrase."""

NAMES = {
    (
        "Lineamientos para la prevención, detección oportuna, referencia y seguimiento del "
        "maltrato infantil en guarderías IMSS."
    ),
    (
        "Inclusión de documentos capturados en registro o baja que se visualizan en el formato "
        "SAV-002."
    ),
    "Servicios de Prevención y Promoción de la Salud para los Trabajadores IMSS (SPPSTIMSS).",
}
"""Official names of a rule and of two systems, which cannot be said otherwise."""

QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")


@pytest.fixture(scope="module")
def examen() -> Examen:
    return examine(RAIZ)


@pytest.fixture(scope="module")
def documento(examen: Examen) -> Document:
    (obra,) = (o for o in examen.obras if o.documento.id == imss.DOCUMENTO)
    return obra.documento


@pytest.fixture(scope="module")
def secciones(documento: Document) -> dict[str, Seccion]:
    return {s.id: s for s in sections(documento.secciones)}


def _paragraphs(seccion: Seccion) -> list[str]:
    return [imss.renglon(b.hijos) for b in seccion.bloques if isinstance(b, Parrafo)]


def _long(seccion: Seccion, words: int) -> int:
    return sum(len(text.split()) >= words for text in _paragraphs(seccion))


@pytest.mark.parametrize("row", ESTRATEGIAS, ids=lambda row: row["numero"])
def test_each_strategy_is_told_in_two_paragraphs_or_more(
    secciones: dict[str, Seccion], row: dict[str, str]
) -> None:
    assert _long(secciones[f"estrategia-{row['numero'].replace('.', '-')}"], 40) >= 2


@pytest.mark.parametrize("objetivo", range(1, 7))
@pytest.mark.parametrize("part", ["objetivo", "resultados", "factores"])
def test_each_objective_has_its_presentation_results_and_factors(
    secciones: dict[str, Seccion], objetivo: int, part: str
) -> None:
    assert _long(secciones[f"{part}-{objetivo}"], 40) >= 1


def test_no_paragraph_is_told_twice(secciones: dict[str, Seccion]) -> None:
    told = [text for s in secciones.values() for text in _paragraphs(s) if len(text.split()) > 15]
    assert len(told) == len(set(told)) > 300


def test_framework_and_summary_are_told(secciones: dict[str, Seccion]) -> None:
    assert _long(secciones["marco-normativo"], 40) >= 1
    assert _long(secciones["resumen-ejecutivo"], 40) >= 5


# ── in words of our own ──


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _sentences(text: str) -> list[str]:
    """The sentences of a text; what it quotes is not its own."""
    return re.split(r"(?<=[.?!])\s+", QUOTED.sub(" ", text))


def copied(sentences: list[str], source: str) -> list[str]:
    """The sentences of LONG words or more that `source` has, word by word."""
    known = f" {' '.join(_words(source))} "
    own = [s for s in sentences if len(_words(s)) >= LONG]
    return [s for s in own if f" {' '.join(_words(s))} " in known]


def _told(examen: Examen, documento: Document) -> Iterator[str]:
    for seccion in sections(documento.secciones):
        yield from _paragraphs(seccion)
        for block in seccion.bloques:
            if isinstance(block, Lista):
                yield from (item for item in _items(block))
    (leida,) = (i for i in examen.proyecto.instituciones if i.id == "imss")
    yield from (f.valor.definicion for f in leida.fichas.values())
    assert leida.glosario is not None
    yield from (t.definicion for t in leida.glosario.valor.terminos)


def _items(lista: Lista) -> Iterator[str]:
    for item in lista.elementos:
        for block in item:
            if isinstance(block, Parrafo):
                yield imss.renglon(block.hijos)
            elif isinstance(block, Lista):
                yield from _items(block)


def test_what_is_copied_would_be_found() -> None:
    source = "A todos: " + "uno dos tres cuatro cinco seis siete ocho nueve diez once doce. Fin."
    same = "Uno, dos, tres cuatro cinco seis siete ocho nueve diez once doce."
    assert copied([same, same.replace("doce", "trece"), "Uno dos tres."], source) == [same]


@pytest.mark.skipif(not SOURCE.is_file(), reason="la fuente no está en este equipo")
def test_no_sentence_is_copied_from_the_source(examen: Examen, documento: Document) -> None:
    source = re.sub(r"\*\*|-\n", "", Path(SOURCE).read_text("utf-8"))
    told = [s for text in _told(examen, documento) for s in _sentences(text)]
    assert len(told) > 1000
    assert set(copied(told, source)) == NAMES
