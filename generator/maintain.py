"""What is derived from the code and committed: JSON Schemas and the guide's message pages."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel

from generator.base.message import readable
from generator.base.messages import CATALOGUE, Level, Message
from generator.model.comprobacion import Comprobaciones
from generator.model.cuadro import Cuadro
from generator.model.dato import Datos
from generator.model.documento import Documento
from generator.model.excepcion import Excepciones
from generator.model.ficha import Ficha
from generator.model.indicador import Indicadores
from generator.model.institucion import Institucion, Unidades
from generator.model.instrumento import Instrumento
from generator.model.portal import Portal
from generator.model.presupuesto import Presupuesto
from generator.model.semaforo import Esquema
from generator.model.tipo import TipoDocumento
from generator.model.vocabulario import Glosario, Siglas

SCHEMAS: dict[str, type[BaseModel]] = {
    "comprobaciones": Comprobaciones,
    "cuadro": Cuadro,
    "datos": Datos,
    "documento": Documento,
    "excepciones": Excepciones,
    "ficha": Ficha,
    "glosario": Glosario,
    "indicadores": Indicadores,
    "institucion": Institucion,
    "instrumento": Instrumento,
    "layout": TipoDocumento,
    "portal": Portal,
    "presupuesto": Presupuesto,
    "semaforo": Esquema,
    "siglas": Siglas,
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
    guide = root / "docs" / "guia" / "mensajes"
    for code, message in CATALOGUE.items():
        yield guide / f"{code}.md", _page(code, message, root / "tests" / "errors" / f"{code}.caso")
    yield guide / "README.md", _index()


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
    ]
    if case.exists():
        change, _, said = case.read_text("utf-8").partition(">>>>>>>\n")
        head, _, rest = change.partition("\n<<<<<<<\n")
        before, _, after = rest.rpartition("=======\n")
        parts += ["## Ejemplo", *_example(head.rpartition("archivo: ")[2], before, after)]
        parts += ["Pliego responde:", f"```text\n{said.strip()}\n```"]
    return "\n\n".join(parts) + "\n"


def _example(file: str, before: str, after: str) -> list[str]:
    if not before and not after:
        return [f"Se borró `{file}`."]
    kind = "markdown" if file.endswith(".md") else "yaml"
    shown = f"En `{file}` se escribió:"
    wrong = [shown, f"```{kind}\n{after.rstrip()}\n```"] if after else [f"En `{file}` falta:"]
    right = ["en lugar de:"] if after and before else []
    return wrong + right + ([f"```{kind}\n{before.rstrip()}\n```"] if before else [])


_FAMILIES = {
    "LEC": "Archivos y YAML",
    "ESQ": "La forma de los datos",
    "REF": "Referencias",
    "IND": "Indicadores",
    "FIC": "Fichas de indicador",
    "FOR": "Fórmulas",
    "CUA": "Cuadros de datos",
    "SIG": "Siglas",
    "AUD": "Lo impreso y lo calculado",
    "IDS": "Identificadores",
    "NAR": "Textos",
    "IDE": "Identidad",
    "TIP": "Tipos de documento",
    "PDF": "PDF",
    "SIT": "Sitio",
    "PUB": "Publicación",
    "PRY": "Proyecto",
}


def _index() -> str:
    lines = ["# Mensajes", "", "Cada problema tiene un código estable y su página."]
    for prefix, title in _FAMILIES.items():
        lines += ["", f"## {title}", ""]
        codes = (code for code in CATALOGUE if code.startswith(prefix))
        lines += [f"- [{code}]({code}.md): {CATALOGUE[code].title}" for code in codes]
    return "\n".join(lines) + "\n"


def remove(folder: Path) -> None:
    """Deletes a folder of ours, whatever is in it."""
    shutil.rmtree(folder)
