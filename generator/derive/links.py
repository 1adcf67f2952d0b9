"""Proyecto + Registro → the data with its references followed, for layouts and pages.

A reference to nothing is left out here; `check` reports it and stops the walk.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.derive.acuerdos import public
from generator.derive.agrupados import order
from generator.derive.fichas import fichas
from generator.derive.seguimientos import followed
from generator.derive.tableros import tied
from generator.model.enlazado import (
    ActividadEnlazada,
    IndicadorEnlazado,
    InstitucionEnlazada,
    InstrumentoEnlazado,
    Ligadura,
    ObjetivoEnlazado,
    ProgramaEnlazado,
)
from generator.model.enlazado_cartera import CarteraEnlazada
from generator.model.enlazado_fichas import FichaEnlazada
from generator.model.enlazado_programacion import (
    CuentaEnlazada,
    DependenciaEnlazada,
    PerspectivaEnlazada,
)
from generator.model.indicador import Indicador, Indicadores
from generator.model.institucion import UnidadResponsable
from generator.model.instrumento import Alineacion, Perspectiva
from generator.model.leido import Leido
from generator.model.presupuesto import Actividad, Programa
from generator.model.programacion import Programacion, ejercicio
from generator.model.proyecto import InstitucionLeida, Proyecto
from generator.model.registro import Cifra, Registro


def link(proyecto: Proyecto, registro: Registro) -> tuple[InstitucionEnlazada, ...]:
    """Each institution with its instruments, programmes, activities and indicators tied."""
    return tuple(_Linker(leida, registro).institution() for leida in proyecto.instituciones)


class _Linker:
    def __init__(self, leida: InstitucionLeida, registro: Registro) -> None:
        self.leida = leida
        self.registro = registro
        self.fichas = fichas(leida)
        self.unidades = {u.id: u for u in leida.unidades.valor.unidades}
        self.measured: dict[tuple[str, int], list[FichaEnlazada]] = {}
        for each in self.fichas.values():
            place = (each.ficha.instrumento, each.ficha.objetivo)
            self.measured.setdefault(place, []).append(each)

    def institution(self) -> InstitucionEnlazada:
        programas = {
            leido.valor.ejercicio: tuple(
                self.programme(programa, leido.valor.ejercicio)
                for programa in leido.valor.programas
            )
            for leido in self.leida.presupuestos
        }
        instrumentos = {id_: self.instrument(id_, set()) for id_ in self.leida.instrumentos}
        glosario, siglas = self.leida.glosario, self.leida.siglas
        marco = self.leida.marco_legal
        programmed = {ejercicio(p): tuple(self.perspectives(p)) for p in self.leida.programaciones}
        made = InstitucionEnlazada(
            self.leida.id,
            self.leida.ficha.valor,
            self.unidades,
            instrumentos,
            programas,
            self.fichas,
            {id_: leido.valor for id_, leido in self.leida.cuadros.items()},
            programmed,
            {id_: CuentaEnlazada(id_, c.valor) for id_, c in self.leida.cuentas.items()},
            {id_: leido.valor for id_, leido in self.leida.aprobaciones.items()},
            followed(self.leida, self.registro),
            {id_: CarteraEnlazada(id_, c.valor) for id_, c in self.leida.carteras.items()},
            marco.valor.normas if marco else (),
            glosario.valor.terminos if glosario else (),
            siglas.valor.siglas if siglas else (),
            public(self.leida),
            roles.valor.liga if (roles := self.leida.acuerdos.roles) else "",
        )
        boards = tied(self.leida, self.registro, self.fichas, made.indicadores)
        return replace(made, tableros=boards)

    def programme(self, programa: Programa, year: int) -> ProgramaEnlazado:
        return ProgramaEnlazado(
            programa.clave,
            programa.nombre,
            programa.gasto,
            year,
            self.registro.cifras[f"{self.leida.id}.prog.{programa.clave}.presupuesto.{year}"],
            tuple(self.activity(a, programa.clave, year) for a in programa.actividades),
        )

    def activity(self, actividad: Actividad, programa: str, year: int) -> ActividadEnlazada:
        tables = [
            t
            for t in self.leida.indicadores
            if t.valor.actividad == actividad.clave and t.valor.ejercicio == year
        ]
        indicadores = [i for t in tables for i in self.indicators(t)]
        fuente = self.units(id_ for t in tables for id_ in t.valor.fuente)
        return ActividadEnlazada(
            actividad.clave,
            actividad.nombre,
            programa,
            year,
            self.registro.cifras[f"{self.leida.id}.act.{actividad.clave}.presupuesto.{year}"],
            tuple(indicadores),
            fuente,
        )

    def indicators(self, table: Leido[Indicadores]) -> Iterator[IndicadorEnlazado]:
        """The rows of a file, numbered."""
        added = {id_ for each in table.valor.indicadores for id_ in each.suma}
        for place, indicador in enumerate(table.valor.indicadores):
            yield IndicadorEnlazado(
                indicador.id,
                place + 1,
                indicador,
                table.valor.actividad or "",
                table.valor.dependencia or "",
                table.valor.ejercicio,
                self.unit(indicador),
                self.units(table.valor.fuente),
                self.goals(indicador, table.valor.ejercicio),
                table.span("indicadores", place),
                indicador.id in added,
            )

    def goals(self, indicador: Indicador, year: int) -> dict[int, Cifra]:
        """Year → target; that of the file's year even where it is the sum of others."""
        years = sorted({*indicador.metas, year})
        base = f"{self.leida.id}.ind.{indicador.id}.meta"
        found = ((y, self.registro.cifras.get(f"{base}.{y}")) for y in years)
        return {y: cifra for y, cifra in found if cifra is not None}

    def perspectives(self, leido: Leido[Programacion]) -> Iterator[PerspectivaEnlazada]:
        """What a year programmes; what names nothing known, or is named again, is left out."""
        plan = self.leida.instrumentos.get(leido.valor.instrumento)
        known = {p.id: (n, p) for n, p in enumerate(plan.valor.perspectivas, 1)} if plan else {}
        year = ejercicio(leido)
        tables = {
            t.valor.dependencia: t for t in self.leida.indicadores if t.valor.ejercicio == year
        }
        for each in leido.valor.perspectivas:
            if each.perspectiva in known:
                number, perspectiva = known.pop(each.perspectiva)
                own = [tables.pop(d) for d in each.dependencias if d in tables]
                answers = tuple(self.dependency(t, perspectiva) for t in own)
                yield PerspectivaEnlazada(number, perspectiva, year, each.iniciativas, answers)

    def dependency(
        self, table: Leido[Indicadores], perspectiva: Perspectiva
    ) -> DependenciaEnlazada:
        rows, valor = tuple(self.indicators(table)), table.valor
        unit = self.unidades.get(valor.unidad_responsable or "") or rows[0].unidad
        return DependenciaEnlazada(
            valor.dependencia or "",
            valor.titulo or unit.nombre,
            unit,
            self.units(valor.fuente),
            valor.ejercicio,
            perspectiva,
            rows,
            valor.encabezados,
        )

    def unit(self, indicador: Indicador) -> UnidadResponsable:
        id_ = indicador.unidad_responsable
        return self.unidades.get(id_) or UnidadResponsable(id=id_, nombre=id_)

    def units(self, ids: Iterable[str]) -> tuple[UnidadResponsable, ...]:
        return tuple(self.unidades[id_] for id_ in ids if id_ in self.unidades)

    def instrument(self, id_: str, seen: set[str]) -> InstrumentoEnlazado:
        instrumento = self.leida.instrumentos[id_].valor
        known = [
            a
            for a in instrumento.alineacion
            if a.instrumento in self.leida.instrumentos and a.instrumento not in seen | {id_}
        ]
        ties = tuple(self.tie(a, seen | {id_}) for a in known)
        return InstrumentoEnlazado(id_, instrumento, ties, tuple(self.objectives(id_)))

    def objectives(self, id_: str) -> Iterator[ObjetivoEnlazado]:
        """The instrument's objectives, each with its fichas in the order of their claves."""
        for objetivo in self.leida.instrumentos[id_].valor.objetivos:
            own = self.measured.get((id_, objetivo.numero), ())
            in_order = sorted(own, key=lambda ficha: order(ficha.ficha.clave))
            yield ObjetivoEnlazado(objetivo, tuple(in_order))

    def tie(self, alineacion: Alineacion, seen: set[str]) -> Ligadura:
        target = self.instrument(alineacion.instrumento, seen)
        objetivo = next((o for o in target.objetivos if o.numero == alineacion.objetivo), None)
        return Ligadura(target, objetivo.objetivo if objetivo else None, alineacion.parte)
