"""The data with its references resolved: what layouts and pages walk through."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.base.span import Span
from generator.model.aprobacion import Aprobacion
from generator.model.cuadro import Cuadro
from generator.model.enlazado_fichas import FichaEnlazada
from generator.model.indicador import Indicador
from generator.model.institucion import Institucion, UnidadResponsable
from generator.model.instrumento import Estrategia, Instrumento, Objetivo
from generator.model.marco_legal import Norma
from generator.model.registro import Cifra
from generator.model.vocabulario import Sigla, Termino

if TYPE_CHECKING:
    from generator.model.enlazado_acuerdos import AcuerdoEnlazado
    from generator.model.enlazado_cartera import CarteraEnlazada
    from generator.model.enlazado_programacion import (
        CuentaEnlazada,
        DependenciaEnlazada,
        PerspectivaEnlazada,
    )
    from generator.model.enlazado_seguimiento import SeguimientoEnlazado
    from generator.model.enlazado_tablero import TableroEnlazado


@dataclass(frozen=True)
class IndicadorEnlazado:
    """An indicator in its place: N.º in its actividad, its unit, and what measures it serves."""

    id: str
    numero: int
    indicador: Indicador
    actividad: str
    """Clave of its actividad, or nothing."""
    dependencia: str
    """Id of its dependencia, or nothing."""
    ejercicio: int
    unidad: UnidadResponsable
    fuente: tuple[UnidadResponsable, ...]
    metas: Mapping[int, Cifra]
    origen: Span
    parte: bool = False
    """Another one of its file is a total that adds it."""

    @property
    def nombre(self) -> str:
        return self.indicador.nombre

    @property
    def completo(self) -> str:
        """Its name and what tells it from another of the same name."""
        detail = self.indicador.detalle
        return f"{self.nombre.rstrip('.')}: {detail}" if detail else self.nombre

    @property
    def metodo(self) -> str:
        """How it is computed, as published; empty, as the three that follow, if nothing is said."""
        return self.indicador.metodo or ""

    @property
    def detalle(self) -> str:
        return self.indicador.detalle or ""

    @property
    def unidad_medida(self) -> str:
        return self.indicador.unidad_medida or ""

    @property
    def estandar(self) -> str:
        return self.indicador.estandar or ""

    @property
    def papel(self) -> str:
        """What it is in its table: a total, a part of one or of a group, or neither."""
        if self.indicador.suma:
            return "total"
        return "parte" if self.parte or self.indicador.grupo else ""

    @property
    def unidad_impresa(self) -> str:
        """The unit's name as the document prints it."""
        return self.indicador.impreso.unidad_responsable or self.unidad.nombre


@dataclass(frozen=True)
class ActividadEnlazada:
    clave: str
    nombre: str
    programa: str
    ejercicio: int
    presupuesto: Cifra
    indicadores: tuple[IndicadorEnlazado, ...]
    fuente: tuple[UnidadResponsable, ...]


@dataclass(frozen=True)
class ProgramaEnlazado:
    clave: str
    nombre: str
    gasto: str
    ejercicio: int
    presupuesto: Cifra
    actividades: tuple[ActividadEnlazada, ...]

    @property
    def titulo(self) -> str:
        return f"{self.clave} {self.nombre}"


@dataclass(frozen=True)
class Ligadura:
    """A tie between instruments, with what it points at already found."""

    instrumento: "InstrumentoEnlazado"
    objetivo: Objetivo | None
    parte: str | None


@dataclass(frozen=True)
class ObjetivoEnlazado:
    """An objective with the fichas that measure it."""

    objetivo: Objetivo
    fichas: tuple[FichaEnlazada, ...]

    @property
    def numero(self) -> int:
        return self.objetivo.numero

    @property
    def texto(self) -> str:
        return self.objetivo.texto

    @property
    def notas(self) -> Mapping[str, str]:
        """What must be known of the results of its fichas: mark or year → words."""
        own = {f.ficha.notas["p/"] for f in self.fichas if f.preliminar and "p/" in f.ficha.notas}
        found = {"p/": next(iter(own))} if len(own) == 1 else {}
        for year, reach in sorted({each for f in self.fichas for each in f.ficha.cortes.items()}):
            claves = [f.ficha.clave for f in self.fichas if f.ficha.cortes.get(year) == reach]
            listed = " y ".join([", ".join(claves[:-1]), claves[-1]] if len(claves) > 1 else claves)
            found[f"Resultado {year} de {listed}"] = f"cifra a {reach[0].lower()}{reach[1:]}."
        return found

    @property
    def estrategias(self) -> tuple[Estrategia, ...]:
        return self.objetivo.estrategias


@dataclass(frozen=True)
class InstrumentoEnlazado:
    id: str
    instrumento: Instrumento
    alineacion: tuple[Ligadura, ...]
    objetivos: tuple[ObjetivoEnlazado, ...]

    @property
    def titulo(self) -> str:
        return self.instrumento.titulo

    @property
    def fichas(self) -> tuple[FichaEnlazada, ...]:
        return tuple(ficha for objetivo in self.objetivos for ficha in objetivo.fichas)


@dataclass(frozen=True)
class InstitucionEnlazada:
    """One institution with all its parts tied together."""

    id: str
    ficha: Institucion
    unidades: Mapping[str, UnidadResponsable]
    instrumentos: Mapping[str, InstrumentoEnlazado]
    programas: Mapping[int, tuple[ProgramaEnlazado, ...]]
    fichas: Mapping[str, FichaEnlazada]
    cuadros: Mapping[str, Cuadro]
    perspectivas: Mapping[int, tuple["PerspectivaEnlazada", ...]]
    """Year → what it programmes, perspective by perspective."""
    cuentas: Mapping[str, "CuentaEnlazada"]
    aprobaciones: Mapping[str, Aprobacion]
    seguimientos: Mapping[str, "SeguimientoEnlazado"]
    carteras: Mapping[str, "CarteraEnlazada"]
    marco_legal: tuple[Norma, ...]
    glosario: tuple[Termino, ...]
    siglas: tuple[Sigla, ...]
    acuerdos: tuple["AcuerdoEnlazado", ...] = ()
    """Those in follow-up that may be public."""
    liga: str = ""
    """Where the site is published, if the acuerdos say it; ends in /."""
    tableros: Mapping[str, "TableroEnlazado"] = field(default_factory=dict)

    @property
    def actividades(self) -> tuple[ActividadEnlazada, ...]:
        return tuple(a for ps in self.programas.values() for p in ps for a in p.actividades)

    @property
    def dependencias(self) -> tuple["DependenciaEnlazada", ...]:
        return tuple(d for ps in self.perspectivas.values() for p in ps for d in p.dependencias)

    @property
    def indicadores(self) -> tuple[IndicadorEnlazado, ...]:
        own = tuple(i for a in self.actividades for i in a.indicadores)
        return own + tuple(i for d in self.dependencias for i in d.indicadores)

    def aprobada(self, documento: str, edicion: int) -> Aprobacion | None:
        """The acuerdo that approves an edition of one of its documents, if any does."""
        wanted = (documento.rpartition("/")[2], edicion)
        approving = (
            a
            for a in self.aprobaciones.values()
            for e in a.aprueba
            if (e.documento, e.edicion) == wanted
        )
        return next(approving, None)
