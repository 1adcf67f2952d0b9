"""The figures of indicators and of the year's programming: targets, their totals, counts, projects.

Addresses, each after `<institución>.`: `ind.<id>.meta.<año>` ·
`metas.indicadores|resultado|produccion|dependencias|unidades|perspectivas|iniciativas.<año>` ·
`pers.<perspectiva>.indicadores|dependencias|iniciativas.<año>`, `pers.<perspectiva>.objetivos` ·
`inversion.<codigo>.<año>`, `inversion.total|proyectos.<año>`. Sums are exact.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from graphlib import CycleError, TopologicalSorter

from generator.base.span import Span
from generator.model.indicador import Indicador, Indicadores
from generator.model.leido import Leido
from generator.model.programacion import Programacion, ejercicio
from generator.model.proyecto import InstitucionLeida
from generator.model.registro import Casa, Cifra, Clase
from generator.model.valores import Meta

Parts = tuple[str, ...]


def targets(leida: InstitucionLeida, casa: Casa) -> Iterator[Cifra]:
    """Every target, stated or added from others."""
    stated = {
        cifra.direccion: cifra
        for tabla in leida.indicadores
        for cifra in _stated(tabla, leida, casa)
    }
    totals = _totals(leida, stated)
    for tabla in leida.indicadores:
        year = tabla.valor.ejercicio
        for place, each in enumerate(tabla.valor.indicadores):
            own = [c for y in each.metas if (c := stated.get(_address(leida, each.id, y)))]
            if total := totals.get(_address(leida, each.id, year)):
                own = [c for c in own if c.direccion != total.direccion]
                loc = ("indicadores", place, "metas", str(year))
                own.append(replace(total, origen=tabla.span(*loc[: 4 if each.metas else 2])))
            yield from own


def _address(leida: InstitucionLeida, id_: str, year: int) -> str:
    return f"{leida.id}.ind.{id_}.meta.{year}"


def _name(indicador: Indicador, year: int) -> str:
    detail = f", {indicador.detalle}" if indicador.detalle else ""
    return f"Meta {year}: {indicador.nombre}{detail}"


def _stated(tabla: Leido[Indicadores], leida: InstitucionLeida, casa: Casa) -> Iterator[Cifra]:
    for place, indicador in enumerate(tabla.valor.indicadores):
        for year, meta in indicador.metas.items():
            origin = tabla.span("indicadores", place, "metas", str(year))
            yield _target(_address(leida, indicador.id, year), indicador, year, meta, origin, casa)


def _target(
    address: str, indicador: Indicador, year: int, meta: Meta, origin: Span, casa: Casa
) -> Cifra:
    return Cifra(
        direccion=address,
        valor=meta.numero.valor,
        clase="meta",
        nombre=_name(indicador, year),
        origen=origin,
        casa=casa,
        decimales=meta.numero.decimales,
        miles=meta.numero.miles,
        operador=meta.operador,
        unidad=meta.unidad,
        prefijo=meta.prefijo,
        ficha=indicador.id,
    )


def _totals(leida: InstitucionLeida, stated: Mapping[str, Cifra]) -> dict[str, Cifra]:
    """The targets that are sums of others, each after those that it adds."""
    sums = {
        _address(leida, each.id, tabla.valor.ejercicio): (each, tabla.valor.ejercicio)
        for tabla in leida.indicadores
        for each in tabla.valor.indicadores
        if each.suma
    }
    parts = {
        address: tuple(_address(leida, id_, year) for id_ in each.suma)
        for address, (each, year) in sums.items()
    }
    known, made = dict(stated), {}
    for address in _ordered(parts):
        if address in sums and (total := _total(address, *sums[address], parts[address], known)):
            known[address] = made[address] = total
    return made


def _ordered(parts: Mapping[str, Parts]) -> list[str]:
    """The totals after their parts; as they come, if one adds itself, which `check` tells."""
    try:
        return list(TopologicalSorter(parts).static_order())
    except CycleError:
        return list(parts)


def _total(
    address: str, indicador: Indicador, year: int, addresses: Parts, known: Mapping[str, Cifra]
) -> Cifra | None:
    """The target of an indicator that is the sum of others; as printed, where it was."""
    parts = [known[a] for a in addresses if a in known]
    if not parts:
        return None
    own = known.get(address)
    added = sum((Decimal(part.exacta) for part in parts), Decimal(0))
    made = replace(
        own or parts[0],
        direccion=address,
        nombre=_name(indicador, year),
        decimales=max(part.decimales for part in parts),
        ficha=indicador.id,
        operacion="suma",
        partes=addresses,
    )
    return made if own else replace(made, valor=added, operador="")


# ── the year's programming ──


def programming(leida: InstitucionLeida, casa: Casa) -> Iterator[Cifra]:
    """The counts of every programmed year, and its investment projects."""
    for leido in leida.programaciones:
        counter = _Counter(leida, leido, casa)
        yield from counter.perspectives()
        yield from counter.whole()
        yield from counter.investment()


class _Counter:
    def __init__(self, leida: InstitucionLeida, leido: Leido[Programacion], casa: Casa) -> None:
        self.leida = leida
        self.leido = leido
        self.casa = casa
        self.year = ejercicio(leido)
        self.tables = {
            t.valor.dependencia: t.valor
            for t in leida.indicadores
            if t.valor.ejercicio == self.year and t.valor.dependencia
        }

    def perspectives(self) -> Iterator[Cifra]:
        for place, each in enumerate(self.leido.valor.perspectivas):
            key, origin = f"pers.{each.perspectiva}", self.leido.span("perspectivas", place)
            of = f"de la perspectiva {self.named(each.perspectiva)}"
            rows = self.rows(each.dependencias)
            yield self.count(f"{key}.indicadores", self.targets(rows), f"Indicadores {of}", origin)
            yield self.count(f"{key}.dependencias", each.dependencias, f"Dependencias {of}", origin)
            texts = tuple(i.texto for i in each.iniciativas)
            yield self.count(f"{key}.iniciativas", texts, f"Iniciativas {of}", origin)

    def whole(self) -> Iterator[Cifra]:
        plan, origin = self.leido.valor.perspectivas, self.leido.span("perspectivas")
        named = tuple(d for each in plan for d in each.dependencias)
        rows = self.rows(named)
        counted = {
            "indicadores": ("Indicadores", self.targets(rows)),
            "resultado": ("Indicadores de resultado", self.targets(rows, "resultado")),
            "produccion": ("Indicadores de producción", self.targets(rows, "produccion")),
            "dependencias": ("Dependencias", named),
            "unidades": ("Unidades responsables", _units(rows)),
            "perspectivas": ("Perspectivas", tuple(each.perspectiva for each in plan)),
            "iniciativas": ("Iniciativas", tuple(i.texto for p in plan for i in p.iniciativas)),
        }
        for what, (name, items) in counted.items():
            words = f"{name} de la programación {self.year}"
            yield self.count(f"metas.{what}", items, words, origin)

    def investment(self) -> Iterator[Cifra]:
        """Each project and all of them together."""
        projects = []
        for p, each in enumerate(self.leido.valor.perspectivas):
            for i, iniciativa in enumerate(each.iniciativas):
                for n, proyecto in enumerate(iniciativa.proyectos):
                    loc = ("perspectivas", p, "iniciativas", i, "proyectos", n, "monto")
                    name = f"Proyecto de inversión {proyecto.codigo}: {proyecto.nombre}"
                    key, value = f"inversion.{proyecto.codigo.lower()}", proyecto.monto.valor
                    projects.append(self.figure(key, value, name, loc))
        if not projects:
            return
        total = sum((Decimal(c.exacta) for c in projects), Decimal(0))
        parts = tuple(c.direccion for c in projects)
        name = f"Programa anual de inversión pública {self.year}"
        made = self.figure("inversion.total", total, name, ("perspectivas",))
        yield from projects
        yield replace(made, operacion="suma", partes=parts)
        words = f"Proyectos de inversión pública {self.year}"
        yield self.count("inversion.proyectos", parts, words, self.leido.span("perspectivas"))

    def named(self, perspectiva: str) -> str:
        """The perspective's name in the plan; its id, if the plan has it not."""
        plan = self.leida.instrumentos.get(self.leido.valor.instrumento)
        names = {p.id: p.nombre for p in plan.valor.perspectivas} if plan else {}
        return names.get(perspectiva, perspectiva)

    def rows(self, dependencias: Iterable[str]) -> list[Indicador]:
        return [i for d in dependencias if d in self.tables for i in self.tables[d].indicadores]

    def targets(self, rows: Iterable[Indicador], clase: str = "") -> Parts:
        chosen = (i for i in rows if clase in ("", i.clase))
        return tuple(_address(self.leida, i.id, self.year) for i in chosen)

    def figure(self, key: str, value: Decimal, name: str, loc: tuple[str | int, ...]) -> Cifra:
        return self.made(key, value, name, self.leido.span(*loc), "presupuesto")

    def count(self, key: str, items: Parts, name: str, origin: Span) -> Cifra:
        made = self.made(key, Decimal(len(items)), name, origin, "conteo")
        return replace(made, operacion="cuenta", partes=tuple(items))

    def made(self, key: str, value: Decimal, name: str, origin: Span, clase: Clase) -> Cifra:
        address = f"{self.leida.id}.{key}.{self.year}"
        decimals = 2 if clase == "presupuesto" else 0
        return Cifra(address, value, clase, name, origin, self.casa, decimales=decimals)


def _units(rows: Iterable[Indicador]) -> Parts:
    return tuple(sorted({i.unidad_responsable for i in rows}))
