"""Dates as figures: stated in datos/, printed, compared, and never taken for numbers."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.diagnostic import Diagnostic
from generator.build import examine
from generator.check.citadas import parrafos
from generator.compose.cells import of_figure
from generator.document.nodes import Cifra as Nodo
from generator.document.nodes import Parrafo
from generator.model.cuenta import Cuenta, compute, holds
from generator.model.expresion import read_comparison, read_expression
from generator.model.formatos import DE_FECHAS, FORMATOS, Unfit
from generator.model.medida import SinMedida
from generator.model.registro import Cifra, Registro
from generator.narrate.resolve import resolve
from generator.read.narrative import read_narrative
from generator.render.html import Plantillas, Salida
from generator.works import Examen
from tests import textos
from tests.casos import AVANCE, RAIZ, copia
from tests.registro import cifra, fecha, registro

NBSP = "\N{NO-BREAK SPACE}"
FECHAS = registro(
    fecha("dato.inicio", "2024-01-05"),
    fecha("dato.fin", "2024-01-19"),
    fecha("dato.otro-fin", "2024-01-19"),
    fecha("dato.vispera", "2024-01-18"),
    fecha("dato.ultimo", "9999-12-31"),
    cifra("dato.plazo", "10", unidad="días"),
    cifra("dato.costo", "738539", unidad="pesos"),
    cifra("dato.casos", "738539"),
    cifra("dato.falta", None),
)


def _fecha(address: str) -> Cifra:
    return FECHAS.cifras[f"ip.dato.{address}"]


# ── as it is printed ──


@pytest.mark.parametrize(
    ("formato", "expected"),
    [
        ("", "19 de enero de 2024"),
        ("fecha", "19 de enero de 2024"),
        ("fecha-corta", "19/01/2024"),
        ("mes", "enero de 2024"),
        ("letra", "diecinueve de enero de dos mil veinticuatro"),
        ("LETRA", "DIECINUEVE DE ENERO DE DOS MIL VEINTICUATRO"),
    ],
)
def test_formats_of_a_date(formato: str, expected: str) -> None:
    assert _fecha("fin").texto(formato) == expected


def test_for_machines_a_date_is_iso() -> None:
    assert _fecha("fin").exacta == "2024-01-19"
    assert _fecha("fin").completa == "19 de enero de 2024"


@pytest.mark.parametrize("formato", sorted(set(FORMATOS) - set(DE_FECHAS)))
def test_a_format_of_numbers_is_refused_for_a_date(formato: str) -> None:
    with pytest.raises(Unfit, match="la cifra es una fecha"):
        _fecha("fin").texto(formato)


@pytest.mark.parametrize("formato", ["fecha 1", "letra 0", "mes 2"])
def test_a_date_has_no_decimals(formato: str) -> None:
    with pytest.raises(Unfit, match="decimales"):
        _fecha("fin").texto(formato)


@pytest.mark.parametrize("formato", ["fecha", "fecha-corta", "mes"])
def test_a_format_of_dates_is_refused_for_a_number(formato: str) -> None:
    with pytest.raises(Unfit, match="la cifra no es una fecha"):
        cifra("dato.casos", "738539").texto(formato)


def test_a_date_is_marked_as_a_time() -> None:
    blocks, _ = read_narrative("Empezó el {{ dato.fin : fecha-corta }}.", "n.md")
    ((parrafo,), found) = resolve(blocks, FECHAS, "ip")
    assert found == []
    assert isinstance(parrafo, Parrafo)
    (node,) = (each for each in parrafo.hijos if isinstance(each, Nodo))
    pages = Plantillas(RAIZ / "layouts" / "_components")
    html = pages.show("cifra.html.j2", Salida(papel=False), {"nodo": node})
    assert html == (
        '<time class="cifra" datetime="2024-01-19" data-direccion="ip.dato.fin">19/01/2024</time>'
    )


def test_a_cell_keeps_a_date_whole() -> None:
    cell = of_figure(_fecha("fin"))
    assert (cell.entero, cell.cola) == ("19 de enero de 2024", "")


# ── what is computed and affirmed ──


def _made(text: str) -> Cuenta:
    return compute(read_expression(text), FECHAS, "ip")


def _holds(text: str, known: Registro = FECHAS) -> bool:
    return holds(read_comparison(text), known, "ip")


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("dato.fin - dato.inicio", f"14{NBSP}días"),
        ("dato.inicio - dato.fin", f"−14{NBSP}días"),
        ("dato.fin - dato.vispera", f"1{NBSP}día"),
        ("dato.fin - dato.inicio + 1", f"15{NBSP}días"),
        ("dato.inicio + 30", "4 de febrero de 2024"),
        ("dato.inicio + dato.plazo", "15 de enero de 2024"),
        ("dato.plazo + dato.inicio", "15 de enero de 2024"),
        ("dato.fin - dato.plazo", "9 de enero de 2024"),
        ("dato.inicio + (dato.fin - dato.inicio)", "19 de enero de 2024"),
        ("maximo(dato.inicio, dato.fin)", "19 de enero de 2024"),
        ("minimo(dato.inicio, dato.fin)", "5 de enero de 2024"),
        ("cuenta(dato.inicio, dato.fin)", "2"),
        ("dato.fin", "19 de enero de 2024"),
    ],
)
def test_accounts_with_dates(text: str, printed: str) -> None:
    assert _made(text).texto == printed


@pytest.mark.parametrize(
    "text",
    [
        "dato.inicio < dato.fin",
        "dato.fin = dato.otro-fin",
        "dato.fin ≈ dato.otro-fin",
        "dato.inicio ≠ dato.fin",
        "dato.fin - dato.inicio = 14",
        "dato.inicio + 14 = dato.fin",
        "dato.fin ≥ maximo(dato.inicio, dato.otro-fin)",
    ],
)
def test_claims_on_dates(text: str) -> None:
    assert _holds(text)


SUELTAS = "las fechas sólo se restan entre sí"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("suma(dato.inicio, dato.fin)", r"suma\(…\) no admite fechas"),
        ("promedio(dato.inicio, dato.fin)", r"promedio\(…\) no admite fechas"),
        ("variacion(dato.inicio, dato.fin)", r"variacion\(…\) no admite fechas"),
        ("proporcion(dato.casos, dato.fin)", r"proporcion\(…\) no admite fechas"),
        ("maximo(dato.inicio, dato.casos)", "mezcla fechas con otras cifras"),
        ("dato.inicio + dato.fin", SUELTAS),
        ("dato.inicio × 2", SUELTAS),
        ("dato.inicio ÷ 2", SUELTAS),
        ("30 - dato.inicio", SUELTAS),
        ("-dato.inicio", SUELTAS),
        ("dato.inicio + dato.costo", SUELTAS),
        ("dato.inicio + 0.5", "no es un día del calendario"),
        ("dato.ultimo + 1", "no es un día del calendario"),
        ("dato.inicio - dato.casos - 500", "no es un día del calendario"),
    ],
)
def test_what_means_nothing_with_dates_is_refused(text: str, said: str) -> None:
    with pytest.raises(SinMedida, match=said):
        _made(text)


@pytest.mark.parametrize(
    "text", ["dato.inicio > 5", "dato.casos = dato.fin", "dato.fin = 2024 - 1 - 19"]
)
def test_a_date_is_compared_only_with_a_date(text: str) -> None:
    with pytest.raises(SinMedida, match="sólo se compara con otra"):
        _holds(text)


@given(st.dates(), st.dates())
def test_dates_compare_as_days_do(one: date, other: date) -> None:
    known = registro(fecha("dato.a", one.isoformat()), fecha("dato.b", other.isoformat()))
    assert _holds("dato.a < dato.b", known) == (one < other)
    apart = compute(read_expression("dato.a - dato.b"), known, "ip")
    assert apart.valor == (one - other).days


def _told(text: str) -> Diagnostic:
    blocks, _ = read_narrative(text, "n.md")
    _, (found,) = resolve(blocks, FECHAS, "ip")
    return found


def test_a_false_claim_names_its_days() -> None:
    found = _told("Empezó {{ antes si dato.fin < dato.inicio }}.")
    assert found.code == "AFI-001"
    assert found.text.endswith("no es así: son 19 de enero de 2024 y 5 de enero de 2024.")


@pytest.mark.parametrize(
    ("inner", "code", "said"),
    [
        ("dato.fin : millones", "REF-015", "la cifra es una fecha"),
        ("dato.casos : mes", "REF-015", "la cifra no es una fecha"),
        ("dato.fin : fechas", "REF-007", "¿Quiso decir «fecha»?"),
        ("=suma(dato.fin, dato.inicio)", "REF-018", "no admite fechas"),
        ("pronto si dato.fin > 3", "REF-018", "sólo se compara con otra"),
    ],
)
def test_what_cannot_be_printed_is_told(inner: str, code: str, said: str) -> None:
    found = _told(f"Hay {{{{ {inner} }}}}.")
    assert found.code == code
    assert said in found.text


# ── in a project ──

DATOS = "data/imss/datos/generales.yml"
TEXTO = "content/imss/avance-y-resultados-2023-2024/resumen-ejecutivo.md"


def _project(tmp_path: Path, *datos: str, text: str = "", checks: str = "") -> Examen:
    root = copia(tmp_path / "p", AVANCE)
    with (root / DATOS).open("a", encoding="utf-8") as file:
        file.writelines(f"  - {each}\n" for each in datos)
    with (root / TEXTO).open("a", encoding="utf-8") as file:
        file.write(text)
    if checks:
        (root / "data/imss/comprobaciones.yml").write_text(checks, "utf-8")
    return examine(root)


def test_a_datum_states_a_date(tmp_path: Path) -> None:
    examen = _project(
        tmp_path,
        "{id: inicio-a, nombre: Inicio del sistema A, fecha: 2024-01-19, impreso: 19 enero 2024}",
        text="\nEmpezó el {{ dato.inicio-a }}.\n",
    )
    (found,) = examen.diagnostics
    assert (found.code, found.text.count("19 de enero de 2024")) == ("AUD-005", 1)
    stated = examen.registro.cifras["imss.dato.inicio-a"]
    assert stated.valor == Decimal(738904)
    assert (stated.es_fecha, stated.exacta) == (True, "2024-01-19")
    assert (stated.origen.path, stated.corte) == (DATOS, "Enero de 2023 a junio de 2024")


def test_a_declared_check_prints_its_days(tmp_path: Path) -> None:
    examen = _project(
        tmp_path,
        "{id: inicio-a, nombre: Inicio según la primera parte, fecha: 2024-01-19}",
        "{id: inicio-b, nombre: Inicio según la segunda, fecha: 2024-01-05}",
        checks="comprobaciones:\n  - dice: Es un día\n    debe: dato.inicio-a = dato.inicio-b\n",
    )
    found = next(d for d in examen.diagnostics if d.code == "AUD-010")
    assert found.text == ("Es un día: no se cumple que 19 de enero de 2024 = 5 de enero de 2024.")


def test_the_day_of_a_date_is_taken_for_no_number(tmp_path: Path) -> None:
    examen = _project(
        tmp_path,
        "{id: total-a, nombre: Total de unidades del sistema A, fecha: 2024-01-19}",
        "{id: total-b, nombre: Total de unidades del sistema A, fecha: 2024-01-18}",
        "{id: parte-a, nombre: Porcentaje de avance de las obras, fecha: 2024-01-19}",
        text="\nSe atendió a 738,904 personas. Empezó el 19 de enero de 2024.\n",
    )
    (found,) = examen.diagnostics
    assert found.code == "NUM-001"
    assert "Quiso" not in found.text


@pytest.mark.parametrize("written", ["2024-02-30", "19/01/2024", "738904", "20240119", "[2024]"])
def test_what_is_no_day_is_told(tmp_path: Path, written: str) -> None:
    examen = _project(tmp_path, f"{{id: inicio-a, nombre: Inicio, fecha: {written}}}")
    found = examen.diagnostics[0]
    assert (found.code, found.span.path) == ("ESQ-003" if "[" in written else "ESQ-007", DATOS)


@pytest.mark.parametrize("written", ["fecha:", "valor:"])
def test_an_empty_key_is_told_once(tmp_path: Path, written: str) -> None:
    root = copia(tmp_path / "p", AVANCE)
    with (root / DATOS).open("a", encoding="utf-8") as file:
        file.write(f"  - id: inicio-a\n    nombre: Inicio\n    {written}\n")
    assert [d.code for d in examine(root).diagnostics] == ["ESQ-006"]


def test_the_rules_of_sentences_pass_over_dates() -> None:
    made = textos.todo("Empezó el {{ dato.fin }} con {{ dato.ooad }}.")
    known = {**made.registro.cifras, "uno.dato.fin": _fecha("fin")}
    (parrafo,) = parrafos(type(made)(**{**vars(made), "registro": Registro(known)}))
    assert [each.texto for each in parrafo.cifras] == ["35"]
