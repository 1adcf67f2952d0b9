"""What is derived from the code and committed: JSON Schemas and the guide's message pages."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel

from generator.base.messages import CATALOGUE, Message
from generator.model.documento import Documento
from generator.model.indicador import Indicadores
from generator.model.institucion import Institucion, Unidades
from generator.model.instrumento import Instrumento
from generator.model.portal import Portal
from generator.model.presupuesto import Presupuesto
from generator.model.tipo import TipoDocumento

SCHEMAS: dict[str, type[BaseModel]] = {
    "documento": Documento,
    "indicadores": Indicadores,
    "institucion": Institucion,
    "instrumento": Instrumento,
    "layout": TipoDocumento,
    "portal": Portal,
    "presupuesto": Presupuesto,
    "unidades": Unidades,
}


def expected(root: Path) -> Iterator[tuple[Path, str]]:
    """Every derived file and the text it must have."""
    for name, model in SCHEMAS.items():
        schema = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            **model.model_json_schema(),
        }
        text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        yield root / "schemas" / f"{name}.schema.json", text
    for code, message in CATALOGUE.items():
        yield root / "docs" / "guia" / "mensajes" / f"{code}.md", _page(root, code, message)


def write(root: Path) -> Iterator[Path]:
    """Writes the derived files that are not current, and names them."""
    for path, text in expected(root):
        if not path.exists() or path.read_text("utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
            yield path


def _page(root: Path, code: str, message: Message) -> str:
    """A message's page; its example is the very case that the tests run."""
    return f"# {code}: {message.title}\n"


def remove(folder: Path) -> None:
    """Deletes a folder of ours, whatever is in it."""
    shutil.rmtree(folder)
