"""What `revisar` says: to people, by file; to programs, as JSON, SARIF and annotations."""

import io
import json
import os
from dataclasses import replace
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from generator import report
from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.span import Span
from generator.report_formats import FORMATOS, as_github, as_json, as_sarif
from tests.casos import EJEMPLO, RAIZ, copia
from tests.orden import pliego

GOLDEN = RAIZ / "tests" / "golden"
LINEAS = {"data/ip/datos/camas: 1.yml": ("datos:", "  - valor: 10 %, y más")}


def _findings() -> tuple[Diagnostic, ...]:
    """An error, one signed and an aviso, with signs that formats take for their own."""
    path = "data/ip/datos/camas: 1.yml"
    data = {"dice": "El 10 %, o más: «así»\nen dos", "uno": "1", "signo": "<", "otro": "2"}
    error = diagnose("AUD-010", Span(path, 2, 12), **data)
    total = {"columna": "Camas", "total": "43", "suma": "42"}
    who = {"motivo": "Impreso así", "autor": "Planeación", "fecha": date(2024, 8, 30)}
    once = replace(diagnose("AUD-011", Span(path, 3), **total), **who)  # type: ignore[arg-type]
    again = replace(once, span=Span(path, 9), vence=date(2030, 1, 1))
    aviso = diagnose("EXC-001", Span("data/ip/excepciones.yml", 2, 12), regla="AUD-001")
    return error, once, again, aviso


def _as_text(*, firmados: bool = False, color: bool = False) -> str:
    out = io.StringIO()
    console = Console(
        file=out,
        soft_wrap=True,
        highlight=False,
        force_terminal=color,
        color_system="standard" if color else None,
    )
    report.show_by_file(_findings(), LINEAS, console, firmados=firmados)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("revisar.txt", _as_text()),
        ("revisar-firmados.txt", _as_text(firmados=True)),
        *((f"revisar.{name}", form(_findings()) + "\n") for name, form in FORMATOS.items()),
    ],
)
def test_what_is_said(name: str, text: str) -> None:
    """`PLIEGO_ACTUALIZA=1` writes the files again; look at the difference before it is kept."""
    path = GOLDEN / name
    text = text.replace(f'"{version("pliego")}"', '"VERSION"')
    if os.environ.get("PLIEGO_ACTUALIZA"):
        path.write_text(text, "utf-8")
    assert text == path.read_text("utf-8")


def test_colour_is_only_for_a_terminal() -> None:
    assert "\x1b[" not in _as_text()
    assert "\x1b[1;31merror" in _as_text(color=True)


def test_what_is_signed_is_no_error() -> None:
    assert str(report.count(_findings())) == "1 error y 1 aviso; 2 firmados en excepciones.yml."
    assert str(report.count(_findings()[1:2])) == "1 firmado en excepciones.yml."
    hint = report.count(_findings()[1:], firmados=False)
    assert str(hint) == "1 aviso; 2 firmados en excepciones.yml (véalos con --firmados)."


def test_json_tells_who_signed() -> None:
    rows = json.loads(as_json(_findings()))
    assert [row["excepcion"] for row in rows] == [
        None,
        {"motivo": "Impreso así", "autor": "Planeación", "fecha": "2024-08-30", "vence": None},
        {
            "motivo": "Impreso así",
            "autor": "Planeación",
            "fecha": "2024-08-30",
            "vence": "2030-01-01",
        },
        None,
    ]
    assert {row["nivel"] for row in rows} == {"error", "aviso"}


def _run() -> dict[str, Any]:
    log: dict[str, Any] = json.loads(as_sarif(_findings()))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    return dict(run)


def test_sarif_rules_explain_themselves() -> None:
    rules = _run()["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["AUD-010", "AUD-011", "EXC-001"]
    for rule in rules:
        assert rule["name"].isidentifier()
        assert rule["shortDescription"]["text"].endswith(".")
        assert rule["fullDescription"]["text"]
        assert f"docs/guia/mensajes/{rule['id']}.md" in rule["help"]["text"]
        assert rule["defaultConfiguration"]["level"] in ("error", "warning")


def test_sarif_results_point_at_their_rule_and_place() -> None:
    run = _run()
    rules = run["tool"]["driver"]["rules"]
    for result, finding in zip(run["results"], _findings(), strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding.code
        place = result["locations"][0]["physicalLocation"]
        assert place["region"]["startLine"] == finding.span.line
        uri = place["artifactLocation"]["uri"]
        assert not uri.startswith(("/", "file:"))
        assert " " not in uri
        assert bool(result["suppressions"]) == bool(finding.motivo)
    marks = [result["partialFingerprints"]["pliego/v1"] for result in run["results"]]
    assert len(set(marks)) == len(marks)


def test_annotations_are_one_line_each_and_only_of_what_is_unsigned() -> None:
    lines = as_github(_findings()).split("\n")
    assert len(lines) == 2
    assert lines[0].startswith("::error file=data/ip/datos/camas%3A 1.yml,line=2,col=12,title=")
    assert "El 10 %25, o más: «así»%0Aen dos" in lines[0]
    assert lines[1].startswith("::warning file=data/ip/excepciones.yml,line=2,col=12,")


def test_nothing_found_is_still_a_whole_answer() -> None:
    assert as_json(()) == "[]"
    assert json.loads(as_sarif(()))["runs"][0]["results"] == []
    assert as_github(()) == ""


# ── the order ──


@pytest.fixture(scope="module")
def proyecto(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with a fault in its data and another in its text."""
    raiz = copia(tmp_path_factory.mktemp("p") / "p", EJEMPLO)
    path = raiz / "content/isssteson/plan-de-labores-2024/introduccion.md"
    path.write_text(path.read_text("utf-8") + "\n{{ poa.nada.2024 }}\n", "utf-8")
    path = raiz / "data/isssteson/unidades.yml"
    text = path.read_text("utf-8").replace("nombre: Departamento de A", "nombe: A")
    path.write_text(text, "utf-8")
    return raiz


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ((), ["ESQ-002", "REF-005"]),
        (("--regla", "ESQ-002"), ["ESQ-002"]),
        (("--regla", "esq,REF-005"), ["ESQ-002", "REF-005"]),
        (("--regla", "AUD"), []),
        (("data",), ["ESQ-002"]),
        (("data/isssteson/unidades.yml",), ["ESQ-002"]),
        (("data/isssteson/unidades.yml:6",), ["ESQ-002"]),
        (("data/isssteson/unidades.yml:7",), []),
        (("content", "--regla", "REF"), ["REF-005"]),
        (("isssteson",), ["ESQ-002", "REF-005"]),
        (("isssteson/plan-de-labores-2024",), ["ESQ-002", "REF-005"]),
        ((".",), ["ESQ-002", "REF-005"]),
    ],
)
def test_only_some_may_be_looked_at(
    proyecto: Path, words: tuple[str, ...], codes: list[str]
) -> None:
    done = pliego("revisar", *words, "--formato", "json", cwd=proyecto)
    assert sorted(row["codigo"] for row in json.loads(done.stdout)) == codes
    assert done.returncode == (1 if codes else 0)


def test_paths_are_read_from_where_one_stands(proyecto: Path) -> None:
    done = pliego("revisar", "unidades.yml", cwd=proyecto / "data" / "isssteson")
    assert done.returncode == 1
    assert done.stdout.startswith("── data/isssteson/unidades.yml: 1 error\n")


@pytest.mark.parametrize("formato", ["texto", "json", "sarif", "github"])
def test_every_format_ends_alike(proyecto: Path, formato: str) -> None:
    done = pliego("revisar", "--formato", formato, "--proyecto", str(proyecto))
    assert done.returncode == 1
    assert "ESQ-002" in done.stdout
    assert done.stderr == ""


def test_an_unknown_rule_or_place_is_a_wrong_call(proyecto: Path) -> None:
    done = pliego("revisar", "--regla", "ESQ-02", cwd=proyecto)
    assert (done.returncode, done.stdout) == (2, "")
    assert "no hay ninguna regla «ESQ-02». ¿Quiso decir «ESQ-0" in done.stderr
    done = pliego("revisar", "isssteson/plan-de-labores-2023", cwd=proyecto)
    assert done.returncode == 2
    assert "¿Quiso decir «isssteson/plan-de-labores-2024»?" in done.stderr


def test_figures_for_an_editor() -> None:
    done = pliego("cifras", "590-01", "--formato", "json", "--proyecto", str(EJEMPLO))
    (found,) = json.loads(done.stdout)
    assert found["referencia"] == "{{ 590-01.meta.2024 }}"
    assert found["archivo"] == "data/isssteson/indicadores/2024/590.yml"
