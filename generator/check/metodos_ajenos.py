"""The method of an indicator is its own: not that of another one, copied in its place.

It is another's when no word of it is of the indicator's name or unit, and it divides the same as
the method of an indicator of another unit. Of two that are so, the first one keeps it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.span import Span
from generator.check.cocientes import cociente
from generator.check.nombres import palabras
from generator.check.todo import Todo
from generator.model.enlazado import IndicadorEnlazado, InstitucionEnlazada
from generator.model.proyecto import InstitucionLeida

PARECIDO = 0.7
"""Words in common, of all those of two methods, from which they are nearly the same."""
MINIMO = 2
"""Words that a numerator must have to be told as another's."""
_VAGAS = frozenset(["100", "anos", "ejercicio", "fecha", "no", "n", "periodo", "x"])


@dataclass(frozen=True)
class Metodo:
    """A method with its words, those of its numerator, and whether they are of its indicator."""

    indicador: IndicadorEnlazado
    lugar: Span
    palabras: frozenset[str]
    parte: frozenset[str]
    propio: bool


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida, enlazada in zip(todo.proyecto.instituciones, todo.enlazadas, strict=True):
        every = list(_metodos(leida, enlazada))
        for n, each in enumerate(every):
            if each.propio:
                continue
            others = (m for place, m in enumerate(every) if m.propio or place < n)
            owner = next((other for other in others if _igual(each, other)), None)
            if owner:
                name = each.indicador.nombre.strip(" .")
                data = {"otro": owner.indicador.nombre.strip(" ."), "id": owner.indicador.id}
                yield diagnose("SUS-006", each.lugar, nombre=name, **data)


def _metodos(leida: InstitucionLeida, enlazada: InstitucionEnlazada) -> Iterator[Metodo]:
    places = {
        each.id: tabla.span("indicadores", n, "metodo")
        for tabla in leida.indicadores
        for n, each in enumerate(tabla.valor.indicadores)
    }
    for each in enlazada.indicadores:
        found = cociente(each.indicador.metodo or "")
        if found:
            words, part = _palabras(f"{found.parte} {found.todo}"), _palabras(found.parte)
            yield Metodo(each, places[each.id], words, part, bool(words & _nombran(each)))


def _palabras(text: str) -> frozenset[str]:
    return frozenset(palabras(text)) - _VAGAS


def _nombran(each: IndicadorEnlazado) -> frozenset[str]:
    """The words that say what is measured and who does it."""
    own = each.indicador
    texts = (each.nombre, own.detalle, own.grupo, own.unidad_medida, each.unidad.nombre)
    return _palabras(" ".join(text for text in texts if text))


def _igual(each: Metodo, other: Metodo) -> bool:
    """Whether two methods of different units are nearly the same."""
    if other.indicador.unidad.id == each.indicador.unidad.id:
        return False
    if each.parte == other.parte and len(each.parte) >= MINIMO:
        return True
    every = each.palabras | other.palabras
    return len(each.palabras & other.palabras) >= PARECIDO * len(every)
