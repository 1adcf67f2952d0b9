"""Tables that add up, rows that keep their rule, and checks declared with the data."""

from pathlib import Path

import pytest

from generator.build import examine
from tests.casos import AVANCE, copia

HEAD = """titulo: Prueba
corte: Junio de 2024
columnas:
  - {id: obra, titulo: Obra}
  - {id: a, titulo: "%s", tipo: cifra}
  - {id: b, titulo: Costo, tipo: cifra}
"""


@pytest.fixture(scope="module")
def proyecto(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copia(tmp_path_factory.mktemp("p") / "proyecto", AVANCE)


def _found(proyecto: Path, *codes: str) -> list[tuple[int, str, str]]:
    wanted = ("prueba.yml", "comprobaciones.yml")
    return [
        (d.span.line, d.code, d.text)
        for d in examine(proyecto).diagnostics
        if d.code in codes and d.span.path.endswith(wanted)
    ]


def _whole(row: str) -> str:
    """A row that ends in a comma has its last cell empty."""
    return f'{row} ""' if row.endswith(",") else row


def _cuadro(proyecto: Path, rows: str, total: str, title: str = "Camas", rule: str = "") -> Path:
    path = proyecto / "data/imss/cuadros/prueba.yml"
    lines = [f"  - [{_whole(row)}]" for row in rows.split(" | ")]
    declared = f"comprobar:\n  - {rule}\n" if rule else ""
    closing = f"total: [{_whole(total)}]\n" if total else ""
    text = HEAD % title + declared + "filas:\n" + "\n".join(lines) + "\n" + closing
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("rows", "total", "title"),
    [
        ("Norte, 10, | Sur, 32,", "Total, 42,", "Camas"),
        ("Norte, 10.4, | Sur, 32.4,", "Total, 42.9,", "Miles de camas"),
        ("Norte, 10.4, | Sur, 32.4,", "Total, 42.7,", "Miles de camas"),
        ('Norte, "$10.50", | Sur, "32.50",', 'Total, "$43.00",', "Monto"),
        ("Norte, 10 millones, | Sur, 32 millones,", "Total, 43 millones,", "Personas"),
        ('N, "10%", | Sur, "30%",', 'Total, "20%",', "Cobertura"),
        ("Norte, 10, | Sur, 30,", "Total, 20,", "% de avance"),
        ("Norte, 10, | Sur, 30,", "Total, 20,", "Avance promedio"),
        ('Norte, 10, | Sur, "",', "Total, 20,", "Camas"),
        ("Norte, 10, | Sur, ND,", "Total, 20,", "Camas"),
        ("Norte, 10, | Sur, 32,", "Total, ND,", "Camas"),
        ("Norte, 10, | Sur, 32,", 'Total, "",', "Camas"),
        ("Norte, 10, | Sur, 32,", "", "Camas"),
        ('Norte, 10, | Sur, "-",', "Total, 10,", "Camas"),
        ("Norte, 10 camas, | Sur, 32 camillas,", "Total, 99 camas,", "Camas"),
        ("Norte, 10 p/, | Sur, 32,", "Total, 42 p/,", "Camas"),
    ],
)
def test_a_total_that_may_stand(proyecto: Path, rows: str, total: str, title: str) -> None:
    _cuadro(proyecto, rows, total, title)
    assert _found(proyecto, "AUD-011") == []


@pytest.mark.parametrize(
    ("rows", "total", "said"),
    [
        ("Norte, 10, | Sur, 32,", "Total, 43,", "el total de «Camas» es 43 y sus filas suman 42."),
        ("Norte, 10, | Sur, 32,", "Total, 42 p/,", ""),
        (
            "Norte, 10, | Sur, 32,",
            "Total, 41 p/,",
            "el total de «Camas» es 41 p/ y sus filas suman 42.",
        ),
        ("Norte, 10.4, | Sur, 32.4,", "Total, 43.0,", "«Camas» es 43.0 y sus filas suman 42.8."),
        (
            'Norte, "$10.50", | Sur, "32.50",',
            'Total, "$43.01",',
            "es $43.01 y sus filas suman 43.00.",
        ),
        ("Norte, 10 millones, | Sur, 32 millones,", "Total, 44 millones,", "filas suman 42."),
        ("Norte, 1000, | Sur, 2000,", 'Total, "3,001",', "es 3,001 y sus filas suman 3,000."),
    ],
)
def test_a_total_that_does_not_add_up(proyecto: Path, rows: str, total: str, said: str) -> None:
    path = _cuadro(proyecto, rows, total)
    found = _found(proyecto, "AUD-011")
    if not said:
        assert found == []
        return
    ((line, _, text),) = found
    assert said in text
    assert line == len(path.read_text("utf-8").splitlines())


def test_each_row_keeps_the_rule_of_its_table(proyecto: Path) -> None:
    _cuadro(proyecto, "Norte, 10, 20 | Sur, 32, 65 | Este, 1,", "", rule="b = a x 2")
    assert _found(proyecto, "AUD-010", "REF-005", "REF-018") == [
        (11, "AUD-010", "Prueba, Sur: b = a x 2: no se cumple que 65 = 64.")
    ]


@pytest.mark.parametrize(
    ("rule", "cause"),
    [
        ("b = c x 2", "no hay ninguna columna «c»: hay obra, a, b."),
        ("b + a", "debe comparar dos cosas con >, <, ≥, ≤, =, ≠ o ≈, entre espacios."),
    ],
)
def test_a_rule_that_cannot_be_read_is_told_at_its_place(
    proyecto: Path, rule: str, cause: str
) -> None:
    _cuadro(proyecto, "Norte, 10, 20 | Sur, 32, 65", "", rule=rule)
    found = _found(proyecto, "REF-018")
    assert {(line, code) for line, code, _ in found} == {(8, "REF-018")}
    assert all(text.endswith(cause) for _, _, text in found)
    assert len(found) == 1


def test_checks_declared_with_the_data(proyecto: Path) -> None:
    (proyecto / "data/imss/cuadros/prueba.yml").unlink(missing_ok=True)
    rules = {
        "Se cumple": "1-1.resultado.2024 ≈ 27.1",
        "Sin valor": "1-1.resultado.2024 > 1-1.meta.2019",
        "Nada": "dato.no-hay = 3",
        "Cero": "1-1.resultado.2024 / (2 - 2) > 1",
        "Números": "2 > 3",
    }
    text = "".join(f'  - dice: {dice}\n    debe: "{debe}"\n' for dice, debe in rules.items())
    path = proyecto / "data/imss/comprobaciones.yml"
    path.write_text(f"comprobaciones:\n{text}", "utf-8")
    try:
        found = _found(proyecto, "AUD-010", "REF-005", "REF-018")
    finally:
        path.unlink()
    told = [(line, code) for line, code, _ in found]
    assert (7, "REF-005") in told
    assert (9, "REF-018") in told
    assert (11, "AUD-010", "Números: no se cumple que 2 > 3.") in found
    assert not any(line == 3 for line, _ in told)
