"""What a text computes and affirms: exact, printed as asked, with its parts known."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.diagnostic import Diagnostic
from generator.document.nodes import Cifra, Prosa
from generator.narrate.resolve import resolve
from generator.read.narrative import read_narrative
from generator.render.html import Plantillas, Salida
from tests.casos import RAIZ
from tests.registro import PRUEBA, cifra, registro

NBSP = "\N{NO-BREAK SPACE}"


def _nodes(value: object) -> Iterator[object]:
    if isinstance(value, tuple):
        for item in value:
            yield from _nodes(item)
    elif is_dataclass(value):
        yield value
        for each in fields(value):
            yield from _nodes(getattr(value, each.name))


def _resolved(text: str) -> tuple[tuple[Prosa, ...], list[Diagnostic]]:
    blocks, found = read_narrative(text, "n.md")
    assert found == []
    return resolve(blocks, PRUEBA, "ip")


def _figures(text: str) -> list[Cifra]:
    blocks, found = _resolved(text)
    assert found == []
    return [node for node in _nodes(blocks) if isinstance(node, Cifra)]


@pytest.mark.parametrize(
    ("reference", "printed", "value"),
    [
        ("{{ =dato.camas-2024 - dato.camas-2018 }}", "25", "25"),
        ("{{=dato.camas-2024+dato.camas-2018}}", "225", "225"),
        ("{{ =dato.camas-2018 * 50,000 : millones }}", f"5.0{NBSP}millones", "5000000"),
        ("{{ =dato.camas-2018 * 50,000 : millones 2 }}", f"5.00{NBSP}millones", "5000000"),
        ("{{ =dato.camas-2018 * 50 : miles }}", f"5{NBSP}mil", "5000"),
        ("{{ =dato.camas-2018 / 3 : numero 3 }}", "33.333", "33.333333333333"),
        ("{{ =variacion(dato.camas-2018, dato.camas-2024) }}", "25.0%", "25"),
        ("{{ =variacion(dato.camas-2018, dato.camas-2024) : porcentaje 0 }}", "25%", "25"),
        ("{{ =dato.precio + dato.cuota : moneda }}", "$1,269.00", "1269"),
        ("{{ =dato.preliminar * 2 }}", "14", "14"),
    ],
)
def test_a_computed_figure(reference: str, printed: str, value: str) -> None:
    (found,) = _figures(f"Hay {reference} más.")
    assert (found.texto, found.valor) == (printed, value)


def test_what_is_preliminary_stays_so() -> None:
    (found,) = _figures("{{ =dato.preliminar * 2 }}")
    assert (found.marca, found.estado) == ("p/", "p/")


def test_it_knows_the_figures_it_came_from() -> None:
    (found,) = _figures("{{ =suma(cuadro.obras.*.avance) - dato.aulas }}")
    parts = ("cuadro.obras.norte.avance", "cuadro.obras.sur.avance", "dato.aulas")
    assert found.partes == tuple(f"ip.{part}" for part in parts)


WHERE = {
    "párrafo": "Hay {{ =dato.aulas + 1 }}.",
    "negrita": "Hay **{{ =dato.aulas + 1 }}**.",
    "encabezado": "## Las {{ =dato.aulas + 1 }}",
    "lista": "- Una\n- Hay {{ =dato.aulas + 1 }}",
    "cita": "> Hay {{ =dato.aulas + 1 }}",
    "nota": "Hay[^a].\n\n[^a]: Son {{ =dato.aulas + 1 }}.",
    "cuadro": "| A | B |\n|---|---|\n| x | {{ =dato.aulas + 1 }} |",
    "título de cuadro": "| A | {{ =dato.aulas + 1 }} |\n|---|---|\n| x | y |",
    "enlace": "[las {{ =dato.aulas + 1 }}](https://ejemplo.gob.mx)",
}


@pytest.mark.parametrize("text", WHERE.values(), ids=WHERE)
def test_it_is_computed_wherever_it_is_written(text: str) -> None:
    (found,) = _figures(text)
    assert found.texto == f"9{NBSP}aulas"
    assert found.partes == ("ip.dato.aulas",)


@pytest.mark.parametrize("text", WHERE.values(), ids=WHERE)
def test_a_false_claim_is_told_wherever_it_is_written(text: str) -> None:
    claim = text.replace("=dato.aulas + 1", "bajaron si dato.camas-2024 < dato.camas-2018")
    _, (found,) = _resolved(claim)
    assert found.code == "AFI-001"
    lines = claim.split("\n")
    assert lines[found.span.line - 1][found.span.column - 1 :].startswith("{{")
    assert found.text.endswith("no es así: son 125 y 100.")


@pytest.mark.parametrize(
    "claim",
    [
        "aumentó si dato.camas-2024 > dato.camas-2018",
        "la cuarta parte si dato.otras-aulas = dato.aulas / 4",
        "todas si cuenta(cuadro.obras.*.avance) = 2",
        "una cuarta parte si proporcion(dato.otras-aulas, dato.aulas) ≈ 25",
        "no sube si baja si dato.camas-2018 < dato.camas-2024",
    ],
)
def test_a_true_claim_leaves_its_words(claim: str) -> None:
    blocks, found = _resolved(f"El número {{{{ {claim} }}}} en 2024.")
    assert found == []
    words = claim.rpartition(" si ")[0]
    assert any(getattr(node, "texto", "") == words for node in _nodes(blocks))


@pytest.mark.parametrize(
    ("inner", "code", "said"),
    [
        ("=dato.falta + 1", "REF-018", "«dato.falta» no tiene valor (ND o NA)"),
        ("subió si dato.falta > 1", "REF-018", "«dato.falta» no tiene valor (ND o NA)"),
        ("=dato.aulas / dato.cero", "REF-018", "divide entre cero"),
        ("=2 + 2", "REF-018", "no cita ninguna cifra"),
        ("=aulas + 2", "REF-018", "«aulas» no es la dirección de una cifra"),
        ("=dato.aula + 2", "REF-005", "¿Quiso decir «dato.aulas»?"),
        ("=dato.aulas-dato.otras-aulas", "REF-005", "el menos va entre espacios"),
        ("subió si dato.aula > 1", "REF-005", "¿Quiso decir «dato.aulas»?"),
        ("=dato.aulas + 2 : moneda", "REF-015", "no es dinero"),
        ("=dato.aulas + 2 : millon", "REF-007", "¿Quiso decir «millones»?"),
    ],
)
def test_what_cannot_be_computed_is_told(inner: str, code: str, said: str) -> None:
    _, (found,) = _resolved(f"Hay {{{{ {inner} }}}}.")
    assert (found.code, found.span.column) == (code, 5)
    assert said in found.text


def test_the_page_carries_the_exact_value() -> None:
    (found,) = _figures("{{ =dato.camas-2018 * 50,000 : millones }}")
    pages = Plantillas(RAIZ / "layouts" / "_components")
    html = pages.show("cifra.html.j2", Salida(papel=False), {"nodo": found})
    assert 'value="5000000"' in html
    assert f">5.0{NBSP}millones</data>" in html
    assert 'data-direccion="=dato.camas-2018 * 50,000"' in html


@given(st.integers(-(10**9), 10**9), st.integers(-(10**9), 10**9))
def test_a_difference_is_never_off(one: int, other: int) -> None:
    known = registro(cifra("dato.a", str(one)), cifra("dato.b", str(other)))
    blocks, _ = read_narrative("{{ =dato.a - dato.b }} {{ sube si dato.a > dato.b }}", "n.md")
    resolved, found = resolve(blocks, known, "ip")
    (figure,) = (node for node in _nodes(resolved) if isinstance(node, Cifra))
    assert figure.valor == str(one - other)
    assert [each.code for each in found] == ([] if one > other else ["AFI-001"])
