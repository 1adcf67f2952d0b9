"""Each name says what its value measures: a «Porcentaje» is no count, a «Variación» no index."""

from collections.abc import Iterator

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.text import bare
from generator.check.nombres import medida, sin_medida
from generator.check.todo import Todo
from generator.model.enlazado import IndicadorEnlazado, InstitucionEnlazada
from generator.model.enlazado_fichas import FichaEnlazada
from generator.model.ficha import Ficha
from generator.model.formula import Operacion, terms
from generator.model.leido import Leido
from generator.model.proyecto import InstitucionLeida

_PORCENTAJE = ("porcentaje", "proporcion")
_VARIACION = ("variacion", "incremento", "crecimiento")
_CUENTA = ("numero", "cantidad")


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida, enlazada in zip(todo.proyecto.instituciones, todo.enlazadas, strict=True):
        for id_, leido in leida.fichas.items():
            if not leido.reparado:
                yield from _ficha(leido, enlazada.fichas[id_])
        yield from _metas(enlazada)
        yield from _programas(leida, enlazada)


# ── fichas ──


def _ficha(leido: Leido[Ficha], enlazada: FichaEnlazada) -> Iterator[Diagnostic]:
    ficha = leido.valor
    percent = any(word in bare(ficha.unidad_medida) for word in ("porcentaje", "por ciento", "%"))
    said = measured = ""
    if _es_indice(enlazada):
        said = "dice que mide una variación"
        base = enlazada.linea_base.completa
        measured = f"su línea base es {base} y su fórmula no resta: es un índice de base {base}"
    elif medida(ficha.nombre) in _PORCENTAJE and not percent:
        said = "dice que es un porcentaje"
        measured = f"su unidad de medida es «{ficha.unidad_medida}»"
    elif medida(ficha.nombre) in _CUENTA and percent:
        said, measured = "dice que cuenta", f"su unidad de medida es «{ficha.unidad_medida}»"
    if said:
        data = {"nombre": ficha.nombre, "dice": said, "mide": measured}
        yield diagnose("RAN-002", leido.span("nombre"), **data)


def _es_indice(enlazada: FichaEnlazada) -> bool:
    """A variation whose baseline is 100, by a formula that subtracts nothing."""
    formula = enlazada.ficha.metodo.formula
    if formula is None or enlazada.linea_base.valor != 100:
        return False
    if not bare(enlazada.nombre).startswith(_VARIACION):
        return False
    return not any(isinstance(t, Operacion) and t.signo == "−" for t in terms(formula.arbol))


# ── programa operativo ──


def _metas(enlazada: InstitucionEnlazada) -> Iterator[Diagnostic]:
    """A «Porcentaje» whose target is typed without its sign, and cannot be one; a «Cantidad» in
    percent.
    """
    for indicador in enlazada.indicadores:
        for cifra in indicador.metas.values():
            plain = cifra.unidad == "" and cifra.valor is not None and cifra.valor > 100
            named = medida(indicador.nombre)
            said = ""
            if plain and named in _PORCENTAJE:
                said = "dice que es un porcentaje"
            elif named in _CUENTA and cifra.unidad == "%":
                said = "dice que cuenta"
            if said:
                data = {"nombre": indicador.nombre, "dice": said}
                yield diagnose("RAN-002", cifra.origen, mide=f"vale {cifra.texto()}", **data)


def _programas(leida: InstitucionLeida, enlazada: InstitucionEnlazada) -> Iterator[Diagnostic]:
    """A «Porcentaje de…» of an instrument that the programa operativo measures as a count."""
    measured = {
        sin_medida(i.nombre): i for i in enlazada.indicadores if medida(i.nombre) not in _PORCENTAJE
    }
    for leido in leida.instrumentos.values():
        for o, objetivo in enumerate(leido.valor.objetivos):
            for e, estrategia in enumerate(objetivo.estrategias):
                for n, each in enumerate(estrategia.indicadores):
                    twin = measured.get(sin_medida(each.nombre))
                    if twin and medida(each.nombre) in _PORCENTAJE and (shown := _cuenta(twin)):
                        loc = ("objetivos", o, "estrategias", e, "indicadores", n, "nombre")
                        data = {"nombre": each.nombre, "dice": "dice que es un porcentaje"}
                        yield diagnose("RAN-002", leido.span(*loc), mide=shown, **data)


def _cuenta(twin: IndicadorEnlazado) -> str:
    """What the indicator measures, if its targets are no percentages."""
    if any(cifra.unidad == "%" for cifra in twin.metas.values()):
        return ""
    year, cifra = max(twin.metas.items())
    return f"el indicador {twin.id} mide «{twin.nombre}» con {cifra.texto()} en {year}"
