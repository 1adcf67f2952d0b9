"""Exceptions → the text of excepciones.yml with them at its end; all the rest stays as it was."""

import re
from collections.abc import Iterable

from generator.edit.scalars import quoted, scalar
from generator.model.excepcion import Excepcion

_ITEM = re.compile(r"^( *)- ", re.MULTILINE)
SCHEMA = "# yaml-language-server: $schema=../../schemas/excepciones.schema.json\n"


def added(before: str, excepciones: Iterable[Excepcion]) -> str:
    """What must follow `before`, the file as it is; empty, when there is no file yet."""
    newline = "\r\n" if "\r\n" in before else "\n"
    item = _ITEM.search(before)
    indent = item[1] if item else "  "
    head = "" if before else "excepciones:\n"
    joint = "" if not before or before.endswith("\n") else "\n"
    text = joint + head + "".join(_entry(each, indent) for each in excepciones)
    return text.replace("\n", newline)


def _entry(excepcion: Excepcion, indent: str) -> str:
    fields = {
        "regla": excepcion.regla,
        "archivo": scalar(excepcion.archivo),
        "dice": quoted(excepcion.dice),
        "motivo": scalar(excepcion.motivo),
        "autor": scalar(excepcion.autor),
        "fecha": str(excepcion.fecha),
        "vence": str(excepcion.vence) if excepcion.vence else "",
    }
    lines = [f"{key}: {value}\n" for key, value in fields.items() if value]
    return f"{indent}- " + f"{indent}  ".join(lines)
