"""What is printed as a total is the sum of its parts: metas, projects, accounts of two sides.

Counts and amounts with their cents must add up exactly; where figures were rounded to be printed,
each part may be off by half of its last digit.
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.numbers import money_text
from generator.check.identificadores import rubros
from generator.check.todo import Todo
from generator.check.totales import descuadre, holgura
from generator.model.cuenta_publica import CuentaPublica
from generator.model.leido import Leido
from generator.model.programacion import Iniciativa, Programacion
from generator.model.proyecto import InstitucionLeida
from generator.model.registro import Cifra, Registro


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        for total in _totales(todo.registro, leida):
            yield from _suma(total, todo.registro)
        for leido in (p for p in leida.programaciones if not p.reparado):
            yield from _inversiones(leida, leido)
        for id_, cuenta in leida.cuentas.items():
            if not cuenta.reparado:
                yield from _balance(todo.registro, f"{leida.id}.cuenta.{id_}", cuenta)


# ── metas, rubros ──


def _totales(registro: Registro, leida: InstitucionLeida) -> Iterator[Cifra]:
    """The totals of metas and of accounts whose value was written."""
    faulty = {each.ruta for each in leida.indicadores if each.reparado}
    faulty |= {each.ruta for each in leida.cuentas.values() if each.reparado or _repite(each)}
    for cifra in registro:
        own = cifra.direccion.startswith((f"{leida.id}.ind.", f"{leida.id}.cuenta."))
        added = cifra.operacion == "suma" and cifra.clase in ("meta", "celda")
        if own and added and cifra.origen.path not in faulty:
            yield cifra


def _repite(leido: Leido[CuentaPublica]) -> bool:
    """Whether two of its figures have the same address, which is told elsewhere."""
    ids = [id_ for id_, _ in rubros(leido)]
    return len(ids) > len(set(ids))


def _suma(total: Cifra, registro: Registro) -> Iterator[Diagnostic]:
    if total.direccion in total.partes:
        return
    parts = [registro.cifras.get(address) for address in total.partes]
    added = [part for part in parts if part is not None and part.valor is not None]
    units = {(e.unidad, e.prefijo, e.operador.strip("=")) for e in (total, *added)}
    if total.valor is None or len(added) != len(parts) or len(units) > 1 or total.unidad == "%":
        return
    if text := descuadre(total, added):
        name = total.nombre.partition(": ")[2] or total.nombre
        name = name.removesuffix(f" ({total.medida})")
        yield diagnose("AUD-012", total.origen, nombre=name, total=total.completa, suma=text)


# ── projects ──


def _inversiones(leida: InstitucionLeida, leido: Leido[Programacion]) -> Iterator[Diagnostic]:
    for p, perspectiva in enumerate(leido.valor.perspectivas):
        for i, iniciativa in enumerate(perspectiva.iniciativas):
            place = leido.span("perspectivas", p, "iniciativas", i, "total")
            if iniciativa.total and iniciativa.proyectos and (text := _otra(leida, iniciativa)):
                total = _dinero(leida, iniciativa.total.valor)
                name = iniciativa.texto.strip(" .:")
                yield diagnose("AUD-012", place, nombre=name, total=total, suma=text)


def _otra(leida: InstitucionLeida, iniciativa: Iniciativa) -> str:
    """What its projects add up to, if it is not its total."""
    added = sum(each.monto.valor for each in iniciativa.proyectos)
    same = iniciativa.total is not None and added == iniciativa.total.valor
    return "" if same else _dinero(leida, added)


def _dinero(leida: InstitucionLeida, value: Decimal | int) -> str:
    house = leida.ficha.valor
    return money_text(Decimal(value), house.moneda, locale=house.locale)


# ── the two sides ──


def _balance(registro: Registro, base: str, leido: Leido[CuentaPublica]) -> Iterator[Diagnostic]:
    one, other = leido.valor.lados
    left, right = (registro.cifras[f"{base}.{lado.id}"] for lado in (one, other))
    if left.valor is None or right.valor is None:
        return
    sides = ((left, one), (right, other))
    rounded = sum(len(each.partes) for each, lado in sides if not lado.total)
    if abs(left.fraccion - right.fraccion) > holgura([left, right], rounded):
        data = {"cuenta": leido.valor.titulo, "uno": one.titulo.lower()}
        data |= {"valor": left.completa, "otro": other.titulo.lower(), "segundo": right.completa}
        yield diagnose("AUD-013", left.origen, **data)
