"""A result that follows from preliminary figures, or from half a year, is marked p/."""

import re
from collections.abc import Iterator, Mapping

from generator.base.diagnostic import Diagnostic, diagnose
from generator.check.nombres import palabras
from generator.check.todo import Todo
from generator.model.enlazado_fichas import FichaEnlazada
from generator.model.ficha import Ficha
from generator.model.leido import Leido
from generator.model.registro import Cifra

_MONTHS = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
]
_CORTE = re.compile(rf"\ba(?:l \d+ de)? ({'|'.join(_MONTHS)})(?: de (\d{{4}})| \((\d{{4}})\))")


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida, enlazada in zip(todo.proyecto.instituciones, todo.enlazadas, strict=True):
        sound = {id_: leido for id_, leido in leida.fichas.items() if not leido.reparado}
        causes = {id_: _causas(enlazada.fichas[id_]) for id_ in sound}
        partial = {id_: own for id_, own in causes.items() if own}
        for id_, leido in sound.items():
            shared = _heredadas(id_, enlazada.fichas, partial)
            for year, cause in {**shared, **causes[id_]}.items():
                yield from _marca(leido, enlazada.fichas[id_], year, cause)


def _marca(
    leido: Leido[Ficha], ficha: FichaEnlazada, year: int, cause: str
) -> Iterator[Diagnostic]:
    shown = ficha.serie.get(year)
    if shown and shown.valor is not None and shown.estado == "":
        place = leido.span("serie", str(year))
        data = {"ficha": leido.valor.clave, "anio": year, "valor": shown.completa}
        yield diagnose("MAR-001", place, causa=cause, **data)


def _causas(ficha: FichaEnlazada) -> dict[int, str]:
    """Year → why its result is preliminary."""
    found = {}
    for year, calculo in ficha.calculos.items():
        marked = [c.completa for c in calculo.valores.values() if c.estado == "p/"]
        if marked:
            found[year] = f"se calcula con cifras que sí la llevan ({', '.join(marked)})"
        elif cut := _a_medio_ano(ficha, year):
            found[year] = f"sale de cifras {cut}, no del año completo"
    return found


def _a_medio_ano(ficha: FichaEnlazada, year: int) -> str:
    """The month at which the year's figures were cut, when the ficha is of the whole year."""
    if not re.fullmatch(r"enero\W*diciembre", ficha.ficha.periodo_recoleccion.lower()):
        return ""
    texts = [ficha.ficha.impreso.sustitucion.get(year, "")]
    for each in ficha.variables:
        texts += [each.variable.nombre, each.variable.fuente]
        texts += [c.componente.nombre for c in each.componentes]
    for text in texts:
        for match in _CORTE.finditer(text.lower()):
            if (match[2] or match[3]) == str(year):
                return f"a {match[1]} de {year}"
    return ""


def _heredadas(
    id_: str, fichas: Mapping[str, FichaEnlazada], causes: Mapping[str, dict[int, str]]
) -> dict[int, str]:
    """Causes that come with a variable that is the preliminary result of another ficha."""
    found = {}
    for each in fichas[id_].variables:
        for year, cifra in each.valores.items():
            for other, cause in causes.items():
                if other != id_ and year in cause and _la_misma(cifra, fichas[other], year):
                    clave = fichas[other].ficha.clave
                    found[year] = (
                        f"su variable «{each.variable.nombre}» es el resultado de la ficha "
                        f"{clave}, que {cause[year]}"
                    )
    return found


def _la_misma(cifra: Cifra, ficha: FichaEnlazada, year: int) -> bool:
    result = ficha.serie.get(year)
    if result is None or result.valor is None or result.valor != cifra.valor:
        return False
    return len(set(palabras(cifra.nombre)) & set(palabras(ficha.nombre))) > 1
