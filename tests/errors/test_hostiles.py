"""Data made to break the reading, huge, deep or of another shape: answered at once."""

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from pydantic_core import PydanticCustomError

from generator.build import examine
from generator.check.cuadros import _MARK
from generator.check.siglas import _siglas
from generator.check.substitutions import printed
from generator.model.dato import Dato
from generator.model.formula import Formula, FormulaError, read_formula
from generator.model.valores import Meta
from tests.casos import AVANCE, copia

FICHA = "data/imss/fichas/1-1.yml"
CUADRO = "data/imss/cuadros/compensacion-especialistas.yml"
TEXTO = "content/imss/avance-y-resultados-2023-2024/objetivos/6/factores.md"
FORMULA = "(poblacion_adscrita / poblacion_rural) × 100"
SERIE = "  2022: 29.05\n"
SECONDS = 15
"""Far above what is needed, so that a slow machine passes and a quadratic reading does not."""


@pytest.fixture
def proyecto(tmp_path: Path) -> Path:
    return copia(tmp_path / "proyecto", AVANCE)


def _edit(proyecto: Path, file: str, before: str, after: str) -> None:
    path = proyecto / file
    text = path.read_text("utf-8")
    assert text.count(before) == 1
    path.write_text(text.replace(before, after), "utf-8")


def _codes(proyecto: Path) -> dict[str, int]:
    """How many problems of each code, found in a bounded time."""
    start = time.process_time()
    found: dict[str, int] = {}
    for diagnostic in examine(proyecto).diagnostics:
        found[diagnostic.code] = found.get(diagnostic.code, 0) + 1
        assert len(diagnostic.text) + len(diagnostic.mend) < 2000
    assert time.process_time() - start < SECONDS
    return found


# ── formulas ──


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        ("(" * 5000 + "poblacion_rural" + ")" * 5000, "caracteres; el máximo es 1000"),
        ("(" * 450_000 + "1" + ")" * 450_000, "caracteres; el máximo es 1000"),
        ("(" * 90 + "1" + ")" * 90, "más de 30 paréntesis"),
        ("−" * 100 + "1", "más de 30"),
        ("+".join("1" * 300), "signos; el máximo es 200"),
        ("9" * 30, "tiene 30 cifras; el máximo es 24"),
        ("__import__('os')", "no se espera «_»|no puede ser un id"),
        ("poblacion_rural.__class__", "no se espera «.»"),
        ("2 ** 9999", "no se espera"),
        ("9e9", "no se espera"),
        ("()", "no se espera"),
        ("x", "no se espera"),
    ],
)
def test_a_hostile_formula_is_refused(formula: str, said: str) -> None:
    start = time.process_time()
    with pytest.raises(FormulaError, match=said):
        read_formula(formula)
    assert time.process_time() - start < 1


def test_a_formula_of_a_megabyte_is_told_at_its_line(proyecto: Path) -> None:
    _edit(proyecto, FICHA, FORMULA, "(" * 490_000 + "poblacion_rural" + ")" * 490_000)
    (found,) = examine(proyecto).diagnostics
    assert (found.code, str(found.span)) == ("FOR-001", f"{FICHA}:20:12")
    assert len(found.text) < 200


@pytest.mark.parametrize("formula", [" × ".join(["9" * 24] * 30), " ÷ ".join(["7" * 24] * 30)])
def test_a_formula_may_give_a_number_of_hundreds_of_figures(proyecto: Path, formula: str) -> None:
    _edit(proyecto, FICHA, FORMULA, f"{FORMULA} × {formula}")
    assert _codes(proyecto) == {"AUD-001": 2, "SUS-002": 1}


def test_a_result_before_the_series_is_asked_for(proyecto: Path) -> None:
    file = "data/imss/fichas/3-2.yml"
    _edit(proyecto, file, "  2022: 13\n", "")
    found = [d for d in examine(proyecto).diagnostics if d.code == "FIC-005"]
    assert [d.span.path for d in found] == [file]
    assert "no tiene 2022 y la fórmula lo pide" in found[0].text


# ── many ──


def _variables(count: int) -> str:
    each = "  - {{id: v{0}, nombre: V {0}, fuente: IMSS, valores: {{2023: 1, 2024: 2}}}}\n"
    return "".join(each.format(number) for number in range(count))


def test_ten_thousand_variables_are_too_many(proyecto: Path) -> None:
    _edit(proyecto, FICHA, "variables:\n", "variables:\n" + _variables(10_000))
    assert _codes(proyecto) == {"LEC-009": 1}


def test_thousands_of_variables_are_read(proyecto: Path) -> None:
    _edit(proyecto, FICHA, "variables:\n", "variables:\n" + _variables(3_000))
    assert _codes(proyecto) == {"FIC-004": 3_000}


def test_a_formula_of_unknown_names_among_thousands(proyecto: Path) -> None:
    _edit(proyecto, FICHA, "variables:\n", "variables:\n" + _variables(3_000))
    _edit(proyecto, FICHA, FORMULA, " + ".join(f"w{number}" for number in range(100)))
    assert _codes(proyecto) == {"FOR-002": 100}


def test_thousands_of_unknown_keys(proyecto: Path) -> None:
    path = proyecto / FICHA
    more = "".join(f"clave_{number}: x\n" for number in range(3_000))
    path.write_text(path.read_text("utf-8") + more, "utf-8")
    assert _codes(proyecto) == {"ESQ-002": 3_000}


def _filas(count: int, cell: str) -> str:
    return "".join(f'  - [Periodo {n}, "{cell}", "$1,234.50"]\n' for n in range(count))


def test_a_table_of_two_thousand_rows_is_read(proyecto: Path) -> None:
    _edit(proyecto, CUADRO, "filas:\n", "filas:\n" + _filas(2_000, "1,234"))
    assert _codes(proyecto) == {"AUD-011": 2}


def test_a_table_of_two_thousand_wrong_rows_is_told(proyecto: Path) -> None:
    _edit(proyecto, CUADRO, "filas:\n", "filas:\n" + _filas(2_000, "mil 1/"))
    assert _codes(proyecto) == {"CUA-002": 2_000, "CUA-005": 1, "AUD-011": 1}


def test_thousands_of_siglas(proyecto: Path) -> None:
    names = "".join(f"  - {{sigla: S-{n}, significado: Uno}}\n" for n in range(5_000))
    _edit(proyecto, "data/imss/siglas.yml", "siglas:\n", "siglas:\n" + names)
    (proyecto / TEXTO).write_text("palabra " * 100_000, "utf-8")
    assert _codes(proyecto) == {"SIG-002": 1, "SIG-004": 1, "TXT-008": 1}


# ── of another shape ──


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "LEC-013"),
        ("# nada\n", "LEC-013"),
        ("---\n---\n", "LEC-013"),
        ("- 1\n- 2\n", "LEC-013"),
        ("29.05\n", "LEC-013"),
        ("clave: &a 1.1\nrol: *a\n", "LEC-007"),
        ("clave: !!python/object/apply:os.system [ls]\n", "LEC-007"),
        ("clave: !!int 3\n", "LEC-007"),
        ("<<: {clave: 1}\n", "LEC-007"),
        ("clave: " + "[" * 30 + "]" * 30 + "\n", "LEC-008"),
        ("? [a, b]\n: c\n", "LEC-007"),
    ],
)
def test_a_ficha_of_another_shape_is_told(proyecto: Path, text: str, code: str) -> None:
    (proyecto / FICHA).write_text(text, "utf-8")
    found = [d for d in examine(proyecto).diagnostics if d.span.path == FICHA]
    assert code in {d.code for d in found}


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        (SERIE, "  2022: [29.05]\n", "ESQ-003"),
        (SERIE, "  2022: {valor: 29.05}\n", "ESQ-003"),
        (SERIE, "  2022: " + "9" * 30 + "\n", "ESQ-010"),
        (SERIE, "  2022: " + "9" * 100_000 + "\n", "ESQ-010"),
        (SERIE, "  2022: true\n", "ESQ-010"),
        (SERIE, "  2022: 29.05 <b>\n", "ESQ-010"),
        (SERIE, '  2022: "29.05 1\\e/"\n', "LEC-003"),
        (SERIE, "  2022: ٢٩\n", "ESQ-010"),
        (SERIE, "  2022: ²9\n", "ESQ-010"),
        (SERIE, "  ٢٠٢٢: 29\n", "ESQ-008"),
        (SERIE, "  " + "9" * 5_000 + ": 29\n", "LEC-005"),
        (f"  formula: {FORMULA}\n", "  formula: [1, 2]\n", "ESQ-003"),
        (f"  formula: {FORMULA}\n", "  formula:\n", "ESQ-006"),
        (f"  formula: {FORMULA}\n", '  formula: ""\n', "FOR-001"),
        ("objetivo: 1\n", "objetivo: " + "9" * 5_000 + "\n", "ESQ-008"),
        ("  - id: poblacion_rural\n", "  - id: resultado_anterior\n", "ESQ-008"),
        (SERIE, '  2022: "29.05 \\u202e"\n', "LEC-003"),
        ("periodicidad: Anual\n", 'periodicidad: "Anual\\x1b[31m"\n', "LEC-003"),
        ("periodicidad: Anual\n", 'periodicidad: "ano\\u0303"\n', "LEC-012"),
        (SERIE, "  2022: 29.05 1/\n", "CUA-005"),
    ],
)
def test_a_value_of_another_shape_is_told(
    proyecto: Path, before: str, after: str, code: str
) -> None:
    _edit(proyecto, FICHA, before, after)
    assert code in _codes(proyecto)


@pytest.mark.parametrize("mark", ["\\x1b", "\\u202e", "\\0", "\\u200b"])
def test_a_control_character_in_a_mark_is_told(proyecto: Path, mark: str) -> None:
    file = "data/imss/cuadros/fortalecimiento-hospitales.yml"
    _edit(proyecto, file, "marca: 1/\n", f'marca: "1/{mark}"\n')
    assert _codes(proyecto) == {"LEC-003": 1}


# ── searches that go back over a text ──

PIECES = ["1", " ", "x", "(", ")", "=", "1 ", "1x", "1 x ", "[^", "](", "{{", "1,", "1'", "p/ "]
PIECES += ["1/ ", "* ", "ND", "N D ", "A-", "A", "%", "- ", "n. ", "no disponible"]
HEADS = ["", "1 a", "1", "x=1", "ND", "$"]
SEARCHES: list[Callable[[str], object]] = [
    Dato.leer,
    Meta.leer,
    Formula.leer,
    printed,
    lambda text: list(_siglas(text)),
    _MARK.findall,
]


@pytest.mark.parametrize(
    "search", SEARCHES, ids=["dato", "meta", "formula", "printed", "sig", "mark"]
)
def test_no_search_takes_long(search: Callable[[str], object]) -> None:
    for piece in PIECES:
        for head in HEADS:
            start = time.process_time()
            with suppress(PydanticCustomError):
                search(head + piece * (100_000 // len(piece)) + "|")
            assert time.process_time() - start < 2, (head, piece)


def test_a_text_of_thousands_of_brackets_is_read_at_once(proyecto: Path) -> None:
    (proyecto / TEXTO).write_text("[^" * 100_000 + "{{" * 100_000, "utf-8")
    assert "NAR-014" in _codes(proyecto)
