"""Acuerdos → the text of their files: a new one whole; a note, only what is added at the end.

Where two branches added to the same file, their notes are put together, none lost nor changed.
"""

import re
from collections.abc import Iterable, Iterator

from generator.edit.scalars import quoted, scalar
from generator.model.acuerdo import Acuerdo, Anotacion

SCHEMA = "# yaml-language-server: $schema=../../../../schemas/acuerdo.schema.json\n"
_ITEM = re.compile(r"^( *)- ", re.MULTILINE)


def whole(acuerdo: Acuerdo) -> str:
    """The file of a new acuerdo."""
    lines = [f"asunto: {scalar(acuerdo.asunto)}\n", f"acuerdo: {quoted(acuerdo.acuerdo)}\n"]
    lines += [f"responsable: {scalar(acuerdo.responsable)}\n"]
    if acuerdo.corresponsables:
        lines += [
            "corresponsables:\n",
            *(f"  - {scalar(id_)}\n" for id_ in acuerdo.corresponsables),
        ]
    lines += [f"plazo: {acuerdo.plazo}\n"]
    lines += ["reserva: sí  # nunca llega al sitio público\n"] if acuerdo.reserva else []
    return "".join([*lines, "historial:\n", *(noted(n, "  ") for n in acuerdo.historial)])


def appended(before: str, anotaciones: Iterable[Anotacion]) -> str:
    """What must follow `before`, the file as it is."""
    newline = "\r\n" if "\r\n" in before else "\n"
    _, _, tail = before.replace("\r\n", "\n").partition("\nhistorial:")
    item = _ITEM.search(tail)
    joint = "" if before.endswith("\n") else "\n"
    text = joint + "".join(noted(each, item[1] if item else "  ") for each in anotaciones)
    return text.replace("\n", newline)


def noted(nota: Anotacion, indent: str) -> str:
    """One note, as an item of the list."""
    return f"{indent}- " + f"{indent}  ".join(_lines(nota))


def _lines(nota: Anotacion) -> Iterator[str]:
    yield f"que: {nota.que}\n"
    yield f"quien: {scalar(nota.quien)}\n"
    yield f"cuando: {nota.cuando.isoformat()}\n"
    if nota.texto:
        yield f"texto: {quoted(nota.texto)}\n"
    if nota.grado is not None:
        yield f"grado: {nota.grado}\n"
    yield from _list("soporte", nota.soporte)
    if nota.plazo:
        yield f"plazo: {nota.plazo}\n"
    if nota.folio:
        yield f"folio: {nota.folio}\n"
    yield from _list("tras", nota.tras)
    yield f'huella: "{nota.huella}"\n'


def _list(name: str, items: tuple[str, ...]) -> Iterator[str]:
    if items:
        yield f"{name}:\n"
        yield from (f"  - {quoted(item)}\n" for item in items)
