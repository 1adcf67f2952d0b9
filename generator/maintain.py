"""What is derived from the code and committed: JSON Schemas and the guide's message pages."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from generator.base.families import FAMILIES
from generator.base.message import readable
from generator.base.messages import CATALOGUE, Level, Message
from generator.model.acuerdo import Acuerdo
from generator.model.aprobacion import Aprobacion
from generator.model.cartera import Cartera
from generator.model.comprobacion import Comprobaciones
from generator.model.cuadro import Cuadro
from generator.model.cuenta_publica import CuentaPublica
from generator.model.dato import Datos
from generator.model.documento import Documento
from generator.model.esquema import EsquemaCategorias
from generator.model.excepcion import Excepciones
from generator.model.ficha import Ficha
from generator.model.indicador import Indicadores
from generator.model.institucion import Institucion, Unidades
from generator.model.instrumento import Instrumento
from generator.model.marco_legal import MarcoLegal
from generator.model.portal import Portal
from generator.model.presupuesto import Presupuesto
from generator.model.programacion import Programacion
from generator.model.roles import Roles
from generator.model.seguimiento import Seguimiento
from generator.model.semaforo import Esquema
from generator.model.tablero import Tablero
from generator.model.tipo import TipoDocumento
from generator.model.vocabulario import Glosario, Siglas
from generator.sign import signable

SCHEMAS: dict[str, type[BaseModel]] = {
    "acuerdo": Acuerdo,
    "aprobacion": Aprobacion,
    "comprobaciones": Comprobaciones,
    "cuadro": Cuadro,
    "cuenta-publica": CuentaPublica,
    "datos": Datos,
    "documento": Documento,
    "esquema": EsquemaCategorias,
    "excepciones": Excepciones,
    "ficha": Ficha,
    "glosario": Glosario,
    "indicadores": Indicadores,
    "institucion": Institucion,
    "instrumento": Instrumento,
    "layout": TipoDocumento,
    "marco-legal": MarcoLegal,
    "portal": Portal,
    "presupuesto": Presupuesto,
    "programacion": Programacion,
    "seguimiento": Seguimiento,
    "proyectos": Cartera,
    "roles": Roles,
    "semaforo": Esquema,
    "siglas": Siglas,
    "tablero": Tablero,
    "unidades": Unidades,
}


def expected(root: Path) -> Iterator[tuple[Path, str]]:
    """Every derived file and the text it must have."""
    for name, model in SCHEMAS.items():
        schema = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            **_for_editors(model),
        }
        text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        yield root / "schemas" / f"{name}.schema.json", text
    guide = root / "docs" / "guia" / "mensajes"
    for code, message in CATALOGUE.items():
        yield guide / f"{code}.md", _page(code, message, root / "tests" / "errors" / f"{code}.caso")
    yield guide / "README.md", _index()
    yield root / "docs" / "guia" / "reglas" / "README.md", _rules()


def _for_editors(model: type[BaseModel]) -> dict[str, Any]:
    """The schema without the docstrings of its classes, which are for those who read the code."""
    schema = model.model_json_schema()
    for each in (schema, *schema.get("$defs", {}).values()):
        each.pop("description", None)
    return schema


def write(root: Path) -> Iterator[Path]:
    """Writes the derived files that are not current, and names them."""
    for path, text in expected(root):
        if not path.exists() or path.read_text("utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
            yield path


def _page(code: str, message: Message, case: Path) -> str:
    """A message's page; its example is the very case that the tests run."""
    level = "Aviso: no impide publicar." if message.level is Level.WARNING else "Impide publicar."
    parts = [
        f"# {code}: {message.title}",
        level,
        "## Qué dice",
        f"> {readable(message.text)}",
        "## Cómo se corrige",
        readable(message.mend),
        *_signing(code),
    ]
    if case.exists():
        change, _, said = case.read_text("utf-8").partition(">>>>>>>\n")
        head, _, rest = change.partition("\n<<<<<<<\n")
        before, _, after = rest.rpartition("=======\n")
        parts += ["## Ejemplo", *_example(head.rpartition("archivo: ")[2], before, after)]
        parts += ["Pliego responde:", f"```text\n{said.strip()}\n```"]
    return "\n\n".join(parts) + "\n"


def _signing(code: str) -> list[str]:
    """How it is signed, for what the audit finds."""
    if not FAMILIES[code[:3]].mira or not signable(code):
        return []
    order = f'./pliego firmar {code} ARCHIVO --motivo "Impreso así en el original" --autor "…"'
    return [
        "## Si se acepta como está",
        f"```sh\n{order}\n```",
        "Vea [excepciones](../excepciones.md).",
    ]


def _example(file: str, before: str, after: str) -> list[str]:
    if not before and not after:
        return [f"Se borró `{file}`."]
    kind = "markdown" if file.endswith(".md") else "yaml"
    shown = f"En `{file}` se escribió:"
    wrong = [shown, f"```{kind}\n{after.rstrip()}\n```"] if after else [f"En `{file}` falta:"]
    right = ["en lugar de:"] if after and before else []
    return wrong + right + ([f"```{kind}\n{before.rstrip()}\n```"] if before else [])


def _index() -> str:
    lines = ["# Mensajes", "", "Cada problema tiene un código estable y su página."]
    for prefix, familia in FAMILIES.items():
        lines += ["", f"## {familia.titulo}", "", *_codes(prefix, "")]
    return "\n".join(lines) + "\n"


def _codes(prefix: str, folder: str) -> list[str]:
    return [
        f"- [{code}]({folder}{code}.md): {message.title}{_grade(message)}"
        for code, message in CATALOGUE.items()
        if code.startswith(prefix)
    ]


def _grade(message: Message) -> str:
    return " (aviso)" if message.level is Level.WARNING else ""


def _rules() -> str:
    """The index of the audit, by family; each rule's page is that of its message."""
    lines = ["# Las reglas de la auditoría", "", _RULES]
    for prefix, familia in FAMILIES.items():
        if familia.mira:
            lines += ["", f"## {prefix}: {familia.titulo}", "", familia.mira, ""]
            lines += _codes(prefix, "../mensajes/")
    return "\n".join(lines) + "\n"


_RULES = """`./pliego revisar` las aplica todas; con `--regla`, sólo algunas: `--regla AUD` o
`--regla AUD-001,TXT-003`. Cada regla tiene su página, con un ejemplo que se prueba en cada
versión. Un error impide publicar hasta que se corrige o se [firma](../excepciones.md); un aviso,
no.

Lo que sólo usted sabe de sus cifras se [declara](../comprobaciones.md), y lo que un texto dice de
ellas se [ata a los datos](../afirmaciones-y-cuentas.md)."""


def remove(folder: Path) -> None:
    """Deletes a folder of ours, whatever is in it."""
    shutil.rmtree(folder)
