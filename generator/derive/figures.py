"""Proyecto → Registro: every stated figure, and the counts and sums that follow from them.

Addresses, each after `<institución>.` and before `.<año>`:
`act.<clave>.presupuesto|indicadores|unidades` ·
`prog.<clave>.presupuesto|indicadores|actividades` ·
`poa.presupuesto|indicadores|actividades|programas|unidades` ·
`mir.gestion|estrategicos|alineados|total` (and `mir.<clave>.…`); and, without year,
`inst.<id>.objetivos|estrategias|lineas|indicadores|medidos`. Sums are exact; nothing is
rounded here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from generator.base.span import Span
from generator.derive import carteras, cuentas, fichas, metas, seguimientos, stated, tableros
from generator.model.indicador import Indicadores
from generator.model.instrumento import IndicadorEnlazado, Instrumento
from generator.model.leido import Leido
from generator.model.presupuesto import Actividad, Presupuesto, Programa
from generator.model.proyecto import InstitucionLeida, Proyecto
from generator.model.registro import Casa, Cifra, Clase, Registro

_COUNTED = {
    "actividades": "Actividades o proyectos",
    "actividades-con-indicadores": "Actividades o proyectos con indicadores",
    "estrategias": "Estrategias",
    "fichas": "Fichas de indicador",
    "indicadores": "Indicadores",
    "lineas": "Líneas de acción",
    "medidos": "Indicadores que el programa operativo mide",
    "objetivos": "Objetivos",
    "perspectivas": "Perspectivas",
    "programas": "Programas presupuestarios",
    "unidades": "Unidades responsables",
}


_MIR = {
    "gestion": ("indicadores_gestion", "Indicadores de gestión"),
    "estrategicos": ("indicadores_estrategicos", "Indicadores estratégicos"),
    "alineados": ("alineados_al_poa", "Indicadores alineados al POA"),
}
"""What a matriz states of its indicators: part of the address → field and words."""


def register(proyecto: Proyecto) -> Registro:
    """All figures of the project, each once; a repeated address keeps the first."""
    found: dict[str, Cifra] = {}
    for institucion in proyecto.instituciones:
        for cifra in _Institution(institucion).figures():
            found.setdefault(cifra.direccion, cifra)
    return Registro(found)


class _Institution:
    """The figures of one institution."""

    def __init__(self, leida: InstitucionLeida) -> None:
        self.leida = leida
        ficha = leida.ficha.valor
        self.casa = Casa(ficha.locale, ficha.moneda)

    def figures(self) -> Iterator[Cifra]:
        yield from metas.targets(self.leida, self.casa)
        for presupuesto in self.leida.presupuestos:
            yield from self.budget(presupuesto)
        yield from metas.programming(self.leida, self.casa)
        for id_, instrumento in self.leida.instrumentos.items():
            yield from self.instrument(id_, instrumento)
        sheets = fichas.fichas(self.leida)
        for ficha in sheets.values():
            yield from fichas.figures(ficha)
        for id_, cuadro in self.leida.cuadros.items():
            yield from stated.cells(id_, cuadro, self.leida.id, self.casa)
        for datos in self.leida.datos:
            yield from stated.loose(datos, self.leida.id, self.casa)
        for id_, cuenta in self.leida.cuentas.items():
            yield from cuentas.account(id_, cuenta, self.leida.id, self.casa)
        for id_, cartera in self.leida.carteras.items():
            yield from carteras.counts(id_, cartera, self.leida.id, self.casa)
        for id_, aprobacion in self.leida.aprobaciones.items():
            yield from cuentas.approved(id_, aprobacion, self.leida.id, self.casa)
        yield from seguimientos.follow_ups(self.leida, self.casa)
        yield from tableros.boards(self.leida, sheets, self.casa)

    def budget(self, presupuesto: Leido[Presupuesto]) -> Iterator[Cifra]:
        year = presupuesto.valor.ejercicio
        programmes = []
        for place, programa in enumerate(presupuesto.valor.programas):
            stated = list(self.activities(presupuesto, place, programa, year))
            yield from stated
            total = self.programme(programa, stated, presupuesto.span("programas", place), year)
            yield from total
            programmes.append(total[0])
        yield from self.matrices(presupuesto, year)
        yield from self.whole(presupuesto, programmes, year)

    def activities(
        self, presupuesto: Leido[Presupuesto], place: int, programa: Programa, year: int
    ) -> Iterator[Cifra]:
        for index, actividad in enumerate(programa.actividades):
            loc = ("programas", place, "actividades", index)
            yield self.amount(actividad, presupuesto.span(*loc, "presupuesto"), year)
            key, name = f"act.{actividad.clave}", f"de la actividad {actividad.clave}, {year}"
            origin = presupuesto.span(*loc)
            yield self.count(f"{key}.indicadores.{year}", self.ids([actividad], year), name, origin)
            units = self.units([actividad], year)
            yield self.count(f"{key}.unidades.{year}", units, name, origin)

    def amount(self, actividad: Actividad, origin: Span, year: int) -> Cifra:
        return self.figure(
            f"act.{actividad.clave}.presupuesto.{year}",
            actividad.presupuesto.valor,
            f"Presupuesto {year} de la actividad {actividad.clave}, {actividad.nombre}",
            origin,
            clase="presupuesto",
        )

    def programme(
        self, programa: Programa, stated: list[Cifra], origin: Span, year: int
    ) -> tuple[Cifra, ...]:
        key, name = f"prog.{programa.clave}", f"del programa {programa.clave}, {year}"
        total = self.sum(
            f"{key}.presupuesto.{year}",
            stated,
            f"Presupuesto {year} del programa {programa.clave}, {programa.nombre}",
            origin,
        )
        ids = self.ids(programa.actividades, year)
        return (
            total,
            self.count(f"{key}.indicadores.{year}", ids, name, origin),
            self.count(
                f"{key}.actividades.{year}", [a.clave for a in programa.actividades], name, origin
            ),
        )

    def matrices(self, presupuesto: Leido[Presupuesto], year: int) -> Iterator[Cifra]:
        """The MIR of each programme, and all of them together."""
        totals = []
        for key, (field, what) in _MIR.items():
            stated = [
                self.figure(
                    f"mir.{programa.clave}.{key}.{year}",
                    Decimal(getattr(programa.mir, field)),
                    f"{what} de la MIR {year} de {programa.clave}",
                    presupuesto.span("programas", place, "mir", field),
                )
                for place, programa in enumerate(presupuesto.valor.programas)
                if programa.mir
            ]
            if stated:
                name, origin = f"{what} de la MIR {year}", stated[0].origen
                total = self.sum(f"mir.{key}.{year}", stated, name, origin, clase="conteo")
                totals.append(total)
                yield from (*stated, total)
        if totals:
            name, origin = f"Indicadores de la MIR {year}", totals[0].origen
            yield self.sum(f"mir.total.{year}", totals[:2], name, origin, clase="conteo")

    def whole(
        self, presupuesto: Leido[Presupuesto], programmes: list[Cifra], year: int
    ) -> Iterator[Cifra]:
        origin = presupuesto.span("programas")
        all_ = [a for p in presupuesto.valor.programas for a in p.actividades]
        with_ids = [a for a in all_ if self.ids([a], year)]
        name = f"Presupuesto {year} de todos los programas"
        of = f"del programa operativo anual {year}"
        yield self.sum(f"poa.presupuesto.{year}", programmes, name, origin)
        yield self.count(f"poa.programas.{year}", [c.direccion for c in programmes], of, origin)
        yield self.count(f"poa.actividades.{year}", [a.clave for a in all_], of, origin)
        claves = [a.clave for a in with_ids]
        yield self.count(f"poa.actividades-con-indicadores.{year}", claves, of, origin)
        yield self.count(f"poa.indicadores.{year}", self.ids(all_, year), of, origin)
        yield self.count(f"poa.unidades.{year}", self.units(all_, year), of, origin)

    def instrument(self, id_: str, leido: Leido[Instrumento]) -> Iterator[Cifra]:
        instrumento, origin = leido.valor, leido.span("objetivos")
        yield from self.scorecard(id_, leido)
        if not instrumento.objetivos:
            return
        estrategias = [e for o in instrumento.objetivos for e in o.estrategias]
        indicadores = [i for e in estrategias for i in e.indicadores]
        counts = {
            "objetivos": [str(o.numero) for o in instrumento.objetivos],
            "estrategias": [e.texto for e in estrategias],
            "lineas": [linea.numero for e in estrategias for linea in e.lineas_accion],
            "indicadores": [i.nombre for i in indicadores],
            "fichas": [
                f"{self.leida.id}.ind.{key}.resultado"
                for key, ficha in self.leida.fichas.items()
                if ficha.valor.instrumento == id_
            ],
        }
        for what, items in counts.items():
            if not items and what in ("fichas", "lineas"):
                continue
            yield self.count(f"inst.{id_}.{what}", items, f"· {instrumento.titulo}", origin)
        if self.leida.indicadores:
            measured = self.measured(indicadores)
            yield self.count(f"inst.{id_}.medidos", measured, f"· {instrumento.titulo}", origin)

    def scorecard(self, id_: str, leido: Leido[Instrumento]) -> Iterator[Cifra]:
        """The objectives of a plan by perspectives, of each and of all."""
        titulo, every = leido.valor.titulo, []
        for place, each in enumerate(leido.valor.perspectivas):
            own = [f"{each.id} {o.numero}" for o in each.objetivos]
            origin, of = leido.span("perspectivas", place), f"de la perspectiva {each.nombre}"
            yield self.count(f"pers.{each.id}.objetivos", own, of, origin)
            every += own
        if every:
            origin = leido.span("perspectivas")
            yield self.count(f"inst.{id_}.objetivos", every, f"· {titulo}", origin)
            names = [each.id for each in leido.valor.perspectivas]
            yield self.count(f"inst.{id_}.perspectivas", names, f"· {titulo}", origin)

    # ── what is counted and added ──

    def measured(self, enlazados: Iterable[IndicadorEnlazado]) -> list[str]:
        """Those tied to an indicator that the programa operativo has."""
        known = {i.id for tabla in self.leida.indicadores for i in tabla.valor.indicadores}
        return [each.nombre for each in enlazados if each.indicador in known]

    def tables(self, actividades: Iterable[Actividad], year: int) -> list[Indicadores]:
        claves = {a.clave for a in actividades}
        tables = (leido.valor for leido in self.leida.indicadores)
        return [t for t in tables if t.ejercicio == year and t.actividad in claves]

    def ids(self, actividades: Iterable[Actividad], year: int) -> list[str]:
        tables = self.tables(actividades, year)
        return [f"{self.leida.id}.ind.{i.id}.meta.{year}" for t in tables for i in t.indicadores]

    def units(self, actividades: Iterable[Actividad], year: int) -> list[str]:
        tables = self.tables(actividades, year)
        return sorted({i.unidad_responsable for t in tables for i in t.indicadores})

    def count(self, key: str, items: list[str], of: str, origin: Span) -> Cifra:
        what = _COUNTED[key.split(".")[-2 if key[-4:].isdigit() else -1]]
        name = f"{what} {of}"
        figure = self.figure(key, Decimal(len(items)), name, origin)
        return replace(figure, operacion="cuenta", partes=tuple(items))

    def sum(
        self, key: str, parts: list[Cifra], name: str, origin: Span, clase: Clase = "presupuesto"
    ) -> Cifra:
        added = [c for c in parts if c.clase == clase]
        total = sum((Decimal(c.exacta) for c in added), Decimal(0))
        addresses = tuple(c.direccion for c in added)
        figure = self.figure(key, total, name, origin, clase=clase)
        return replace(figure, operacion="suma", partes=addresses)

    def figure(
        self,
        key: str,
        value: Decimal,
        name: str,
        origin: Span,
        clase: Clase = "conteo",
    ) -> Cifra:
        return Cifra(
            direccion=f"{self.leida.id}.{key}",
            valor=value,
            clase=clase,
            nombre=name,
            origen=origin,
            casa=self.casa,
            decimales=2 if clase == "presupuesto" else 0,
        )
