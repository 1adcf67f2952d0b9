"""An asterisk that ends a name has its note, in its file or in a text of the institution."""

import re
from collections.abc import Iterator

from generator.base.diagnostic import Diagnostic, diagnose
from generator.check.prosa import rutas
from generator.check.todo import Todo
from generator.model.indicador import Indicadores
from generator.model.leido import Leido

_NOTA_DATOS = re.compile(r"^\s{0,40}(?:- )?[\w-]{1,40}: ?[\"']?(\*+)\s?\w")
_NOTA_TEXTO = re.compile(r"^\s{0,40}((?:\\\*)+)\s?\w")
CAMPOS = ("nombre", "detalle", "grupo")


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        texts = [line for path in rutas(leida) for line in todo.textos.get(path, ())]
        told = {m[1].replace("\\", "") for line in texts if (m := _NOTA_TEXTO.match(line))}
        for tabla in leida.indicadores:
            lines = todo.textos.get(tabla.ruta, ())
            own = {m[1] for line in lines if (m := _NOTA_DATOS.match(line))}
            yield from _tabla(tabla, told | own)


def _tabla(tabla: Leido[Indicadores], told: set[str]) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for n, each in enumerate(tabla.valor.indicadores):
        for field in CAMPOS:
            text = (getattr(each, field) or "").rstrip()
            mark = text[len(text.rstrip("*")) :]
            if mark and mark not in told and text not in seen:
                seen.add(text)
                yield diagnose("MAR-004", tabla.span("indicadores", n, field), texto=text)
