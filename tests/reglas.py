"""What a rule tells of an example project when one of its files is changed in memory."""

from functools import cache
from types import ModuleType

from generator.base.diagnostic import Diagnostic
from generator.model.proyecto import Proyecto
from generator.read.project import load
from tests.casos import AVANCE, EJEMPLO, RAIZ
from tests.semillas import con_texto, todo_de

POA = "data/isssteson/indicadores/2024/590.yml"
DATOS = "data/imss/datos/generales.yml"
RURAL = "data/imss/fichas/1-1.yml"
OBRAS = "data/imss/fichas/3-2.yml"
QUEJAS = "data/imss/fichas/6-1.yml"
TABLA = "data/imss/cuadros/solicitudes-oncologia.yml"
TEXTO = "content/imss/avance-y-resultados-2023-2024/estrategias/6.1.md"


@cache
def leido(ruta: str) -> Proyecto:
    return load(EJEMPLO if "isssteson" in ruta else AVANCE, RAIZ).proyecto


def hallado(regla: ModuleType, ruta: str, *cambios: tuple[str, str]) -> list[Diagnostic]:
    """What the rule tells of the example with those changes in one file."""
    project = leido(ruta)
    text = "\n".join(project.lineas[ruta])
    for before, after in cambios:
        assert before in text, before
        text = text.replace(before, after)
    changed = con_texto(project, ruta, text)
    assert changed is not None
    return list(regla.revisar(todo_de(changed)))


def codigos(regla: ModuleType, ruta: str, *cambios: tuple[str, str]) -> list[str]:
    return [found.code for found in hallado(regla, ruta, *cambios)]
