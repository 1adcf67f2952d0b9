"""Exceptions sign whole texts, until a day; those that sign nothing are told."""

from datetime import date
from pathlib import Path

import pytest

from generator.base.diagnostic import Diagnostic, diagnose, has_errors
from generator.base.families import FAMILIES
from generator.base.messages import CATALOGUE, Level
from generator.base.span import Span
from generator.model.excepcion import Excepciones
from generator.model.proyecto import Proyecto
from generator.read.bind import bind_text
from generator.read.project import load
from generator.sign import institution, signable, signed
from tests.casos import AVANCE, RAIZ, copia

HOY = date(2024, 9, 1)
FICHA = "data/imss/fichas/1-1.yml"
TEXTO = "ficha 1.1, 2024: el resultado publicado es 27.07 y la fórmula da 27.44."
FIRMA = "    motivo: Impreso así\n    autor: Planeación\n    fecha: 2024-08-30\n"


def hallazgo(line: int = 35, calculado: str = "27.44", path: str = FICHA) -> Diagnostic:
    data = {"ficha": "1.1", "anio": 2024, "publicado": "27.07", "calculado": calculado}
    return diagnose("AUD-001", Span(path, line, 9), **data)


def entrada(dice: str = TEXTO, mas: str = "", regla: str = "AUD-001", archivo: str = FICHA) -> str:
    return f'  - regla: {regla}\n    archivo: {archivo}\n    dice: "{dice}"\n{FIRMA}{mas}'


@pytest.fixture(scope="module")
def raiz(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copia(tmp_path_factory.mktemp("p") / "proyecto", AVANCE)


def con(raiz: Path, *entradas: str) -> Proyecto:
    path = raiz / "data/imss/excepciones.yml"
    path.write_text("excepciones:\n" + "".join(entradas), "utf-8")
    return load(raiz, RAIZ).proyecto


def _codes(found: list[Diagnostic]) -> list[str]:
    return [each.code for each in found if not each.motivo]


def test_the_signature_travels_with_the_finding(raiz: Path) -> None:
    (found,) = signed([hallazgo()], con(raiz, entrada(mas="    vence: 2025-01-01\n")), HOY)
    assert (found.motivo, found.autor) == ("Impreso así", "Planeación")
    assert (found.fecha, found.vence) == (date(2024, 8, 30), date(2025, 1, 1))
    assert found.level is Level.ERROR
    assert not has_errors([found])


def test_one_signs_every_equal_finding(raiz: Path) -> None:
    found = signed([hallazgo(35), hallazgo(40)], con(raiz, entrada()), HOY)
    assert _codes(found) == []
    assert len(found) == 2


@pytest.mark.parametrize(
    "entry",
    [
        entrada("el resultado publicado es 27.07"),
        entrada(TEXTO + " Y más."),
        entrada(TEXTO.replace("27.44", "27.45")),
        entrada(regla="AUD-002"),
        entrada(archivo="data/imss/fichas/3-2.yml"),
    ],
    ids=["parte", "de-mas", "otro-valor", "otra-regla", "otro-archivo"],
)
def test_another_text_rule_or_file_is_another_finding(raiz: Path, entry: str) -> None:
    assert _codes(signed([hallazgo()], con(raiz, entry), HOY)) == ["AUD-001", "EXC-001"]


def test_blanks_do_not_matter(raiz: Path) -> None:
    folded = TEXTO.replace(" el resultado", "  el\\\n      \\ resultado").replace(
        "27.07 ", "27.07\u00a0"
    )
    assert _codes(signed([hallazgo()], con(raiz, entrada(folded)), HOY)) == []


def test_two_alike_leave_the_second_without_use(raiz: Path) -> None:
    found = signed([hallazgo()], con(raiz, entrada(), entrada()), HOY)
    assert _codes(found) == ["EXC-001"]
    assert found[-1].span.line == 8


@pytest.mark.parametrize(
    ("hoy", "codes"),
    [
        (date(2024, 12, 31), []),
        (date(2025, 1, 1), ["AUD-001", "EXC-002"]),
        (date(2030, 1, 1), ["AUD-001", "EXC-002"]),
    ],
)
def test_it_is_worth_until_its_day(raiz: Path, hoy: date, codes: list[str]) -> None:
    found = signed([hallazgo()], con(raiz, entrada(mas="    vence: 2025-01-01\n")), hoy)
    assert _codes(found) == codes


def test_an_expired_one_does_not_hide_a_good_one(raiz: Path) -> None:
    both = con(raiz, entrada(mas="    vence: 2024-08-31\n"), entrada())
    assert _codes(signed([hallazgo()], both, HOY)) == ["EXC-002"]


def test_the_files_of_another_institution_are_not_signed(raiz: Path) -> None:
    path = "data/isssteson/fichas/1-1.yml"
    found = signed([hallazgo(path=path)], con(raiz, entrada(archivo=path)), HOY)
    assert _codes(found) == ["AUD-001", "EXC-001"]


def test_what_leaves_nothing_to_compose_is_never_signed(raiz: Path) -> None:
    broken = diagnose("REF-005", Span(FICHA, 3), direccion="a.b", cerca="")
    found = signed([broken], con(raiz, entrada(broken.text, regla="REF-005")), HOY)
    assert _codes(found) == ["REF-005", "EXC-003"]
    assert has_errors(found)


def test_the_audit_and_the_avisos_may_be_signed() -> None:
    assert signable("AUD-001")
    assert signable("AFI-001")
    assert signable("SIG-001")
    assert not signable("LEC-005")
    assert not any(signable(code) for code in CATALOGUE if code.startswith("EXC"))


def test_every_code_has_its_family() -> None:
    assert {code.partition("-")[0] for code in CATALOGUE} == set(FAMILIES)


def test_a_file_with_a_fault_complains_only_of_it(raiz: Path) -> None:
    wrong = entrada(TEXTO, mas="    vence: mañana\n")
    found = signed([], con(raiz, wrong, entrada("nada")), HOY)
    assert found == []


@pytest.mark.parametrize(
    ("path", "owner"),
    [
        ("data/imss/fichas/1-1.yml", "imss"),
        ("content/isssteson/plan/a.md", "isssteson"),
        ("data/portal.yml", ""),
        ("layouts/x/layout.yml", ""),
        ("data", ""),
    ],
)
def test_whose_a_file_is(path: str, owner: str) -> None:
    assert institution(path) == owner


def test_the_real_exceptions_say_who_and_why() -> None:
    for path in RAIZ.glob("data/*/excepciones.yml"):
        bound, problems = bind_text(path.read_text("utf-8"), path.name, Excepciones)
        assert bound is not None
        assert problems == []
        assert all(each.autor and each.motivo for each in bound.valor.excepciones)
