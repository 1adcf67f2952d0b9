"""Portfolios of projects: numbered by their place, counted, listed; and lists in Roman numerals."""

from pathlib import Path

import pytest

from generator.build import examine
from generator.document.nodes import Componente, Lista, Parrafo, Prosa, Tabla
from generator.document.walk import plain_text, sections
from generator.model.enlazado_cartera import CarteraEnlazada
from generator.read.narrative import read_narrative
from generator.works import Examen
from tests.casos import RAIZ, copia

INFORME = RAIZ / "layouts" / "informe" / "ejemplo"
CARTERA = "data/imss/proyectos/estrategicos-2020.yml"


@pytest.fixture
def raiz(tmp_path: Path) -> Path:
    return copia(tmp_path / "proyecto", INFORME)


def _change(raiz: Path, old: str, new: str) -> None:
    path = raiz / CARTERA
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def _cartera(examen: Examen) -> CarteraEnlazada:
    (imss,) = examen.enlazadas
    return imss.carteras["estrategicos-2020"]


def test_projects_are_numbered_by_their_place_across_groups(raiz: Path) -> None:
    cartera = _cartera(examine(raiz))
    assert [each.numero for each in cartera.proyectos] == [1, 2, 3, 4]
    assert [[p.numero for p in g.proyectos] for g in cartera.grupos] == [[1, 2], [3], [4]]
    new = "      - nombre: Otro\n        descripcion: Va antes.\n"
    _change(raiz, "      - nombre: Modelo", f"{new}      - nombre: Modelo")
    numbers = {p.nombre: p.numero for p in _cartera(examine(raiz)).proyectos}
    assert numbers["Otro"] == 4
    assert numbers["Modelo de descentralización del IMSS"] == 5


def test_counts_are_in_the_register(raiz: Path) -> None:
    registro = examine(raiz).registro
    wanted = {"total": 4, "grupos": 3, "prestaciones-medicas": 2, "secretaria-general": 1}
    for key, count in wanted.items():
        figure = registro.buscar(f"proyectos.estrategicos-2020.{key}", "imss")
        assert figure is not None
        assert figure.operacion == "cuenta"
        assert figure.exacta == str(count) == str(len(figure.partes))


def test_the_chapter_numbers_its_parts_and_lists_its_projects(raiz: Path) -> None:
    (obra,) = examine(raiz).obras
    found = {s.id: s for s in sections(obra.documento.secciones)}
    assert [found[id_].numero for id_ in ("capitulo", "logros", "planeacion")] == [
        "XII",
        "XII.1",
        "XII.2",
    ]
    blocks = found["gestion-de-proyectos"].bloques
    places = [n for n, b in enumerate(blocks) if isinstance(b, Componente)]
    assert len(places) == 1
    assert 0 < places[0] < len(blocks) - 1, "between its text and its closing words"


def test_a_project_s_number_may_be_typed_and_is_then_checked(raiz: Path) -> None:
    name = "- nombre: Modelo de descentralización del IMSS"
    _change(raiz, name, f"- numero: 2\n        {name[2:]}")
    (found,) = examine(raiz).diagnostics
    assert found.code == "NRO-002"
    assert "«2» viene después de 3: le tocaba 4" in found.text


def test_no_group_takes_the_address_of_a_count(raiz: Path) -> None:
    _change(raiz, "id: secretaria-general", "id: total")
    codes = {d.code for d in examine(raiz).diagnostics}
    assert codes == {"IDS-001"}


# ── lists ──


def _list(text: str) -> tuple[Lista, ...]:
    blocks: tuple[Prosa, ...] = read_narrative(text, "a.md")[0]
    return tuple(b for b in blocks if isinstance(b, Lista))


@pytest.mark.parametrize(
    ("mark", "kind"), [("1)", (True, True)), ("1.", (True, False)), ("-", (False, False))]
)
def test_a_parenthesis_asks_for_roman_numerals(mark: str, kind: tuple[bool, bool]) -> None:
    (found,) = _list(f"{mark} Tiempo y trato.\n{mark} Territorio.\n")
    assert (found.ordenada, found.romana) == kind
    (first,) = found.elementos[0]
    assert isinstance(first, Parrafo)
    assert plain_text(first.hijos) == "Tiempo y trato."


# ── siglas ──


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("El Sistema Institucional de Camas (SIOC) sirve. El SIOC crece.", []),
        ("El SIOC crece. El Sistema Institucional de Camas (SIOC) sirve.", []),
        ("El SIOC crece.", ["SIG-001"]),
        ("Crece (SIOC).", []),
        ("Crece. (SIOC)", ["SIG-001"]),
    ],
)
def test_a_sigla_that_its_document_explains_needs_no_list(
    raiz: Path, text: str, codes: list[str]
) -> None:
    listed = raiz / "data" / "imss" / "siglas.yml"
    names = "siglas:\n  - {sigla: AB, significado: Algo breve}\nnombres: [BIENESTAR, ENCAL]\n"
    listed.write_text(names, "utf-8")
    path = raiz / "content" / "imss" / "informe-2019-2020-capitulo-xii" / "planeacion.md"
    path.write_text(text, "utf-8")
    found = [d.code for d in examine(raiz).diagnostics]
    assert [code for code in found if code == "SIG-001"] == codes


# ── what is not available ──


def test_a_table_may_say_why_a_figure_is_not_available(raiz: Path) -> None:
    (obra,) = examine(raiz).obras
    tables = [
        b for s in sections(obra.documento.secciones) for b in s.bloques if isinstance(b, Tabla)
    ]
    (table,) = tables
    assert [nota.marca for nota in table.notas] == ["ND"]
    assert table.estados == ()
    cuadro = raiz / "data" / "imss" / "cuadros" / "grafica-1.yml"
    cuadro.write_text(cuadro.read_text("utf-8").replace("2018, ND]", "2018, 80%]"), "utf-8")
    assert [d.code for d in examine(raiz).diagnostics] == ["CUA-006"]
