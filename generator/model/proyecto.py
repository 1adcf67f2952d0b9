"""Everything that was read from data/, content/ and layouts/, each part with its places."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.model.acuerdo import Acuerdo
from generator.model.aprobacion import Aprobacion
from generator.model.cartera import Cartera
from generator.model.ciclo import Seguido, followed
from generator.model.comprobacion import Comprobaciones
from generator.model.cuadro import Cuadro
from generator.model.cuenta_publica import CuentaPublica
from generator.model.dato import Datos
from generator.model.documento import Documento
from generator.model.esquema import EsquemaCategorias
from generator.model.excepcion import Excepciones
from generator.model.ficha import Ficha
from generator.model.indicador import Indicadores
from generator.model.institucion import Institucion, Unidades
from generator.model.instrumento import Instrumento
from generator.model.leido import Leido
from generator.model.marco_legal import MarcoLegal
from generator.model.portal import Portal
from generator.model.presupuesto import Presupuesto
from generator.model.programacion import Programacion
from generator.model.roles import Roles
from generator.model.seguimiento import Seguimiento
from generator.model.semaforo import Esquema
from generator.model.tablero import Tablero
from generator.model.tipo import TipoDocumento
from generator.model.vocabulario import Glosario, Siglas


@dataclass(frozen=True)
class DocumentoLeido:
    """One document to publish: its declaration, and the names of its narrative files."""

    id: str
    declarado: Leido[Documento]
    narrativas: Mapping[str, str]
    """File name in its folder → path in the project."""
    impresos: Mapping[str, Path] = field(default_factory=dict)
    """Name of the PDF of a former edition → file."""


@dataclass(frozen=True)
class LibroLeido:
    """The follow-up acuerdos of one institution, by clave, and who may do what to them."""

    roles: Leido[Roles] | None = None
    acuerdos: Mapping[str, Leido[Acuerdo]] = field(default_factory=dict)

    @property
    def seguidos(self) -> tuple[Seguido, ...]:
        """Each with its folio and where it stands."""
        return followed({c: (leido.ruta, leido.valor) for c, leido in self.acuerdos.items()})


@dataclass(frozen=True)
class InstitucionLeida:
    """One institution's folder under data/ and its documents under content/."""

    id: str
    ficha: Leido[Institucion]
    unidades: Leido[Unidades]
    imagenes: Mapping[str, Path]
    """Asset name in identidad/ → file."""
    instrumentos: Mapping[str, Leido[Instrumento]]
    presupuestos: tuple[Leido[Presupuesto], ...]
    indicadores: tuple[Leido[Indicadores], ...]
    fichas: Mapping[str, Leido[Ficha]]
    semaforos: Mapping[str, Leido[Esquema]]
    cuadros: Mapping[str, Leido[Cuadro]]
    datos: tuple[Leido[Datos], ...]
    programaciones: tuple[Leido[Programacion], ...]
    cuentas: Mapping[str, Leido[CuentaPublica]]
    aprobaciones: Mapping[str, Leido[Aprobacion]]
    esquemas: Mapping[str, Leido[EsquemaCategorias]]
    seguimientos: Mapping[str, Leido[Seguimiento]]
    carteras: Mapping[str, Leido[Cartera]]
    tableros: Mapping[str, Leido[Tablero]]
    marco_legal: Leido[MarcoLegal] | None
    glosario: Leido[Glosario] | None
    siglas: Leido[Siglas] | None
    comprobaciones: Leido[Comprobaciones] | None
    excepciones: Leido[Excepciones] | None
    documentos: tuple[DocumentoLeido, ...]
    acuerdos: LibroLeido = LibroLeido()


@dataclass(frozen=True)
class TipoLeido:
    """One folder of layouts/."""

    id: str
    carpeta: Path
    tipo: Leido[TipoDocumento]
    componentes: frozenset[str]
    """Names of the templates that its blocks may ask for."""


@dataclass(frozen=True)
class Proyecto:
    """What the walk starts from. `lineas` keeps each file's lines, to show them in messages."""

    raiz: Path
    portal: Leido[Portal] | None
    instituciones: tuple[InstitucionLeida, ...]
    tipos: Mapping[str, TipoLeido]
    lineas: Mapping[str, tuple[str, ...]]
    marca: Path | None = None
    """The mark of the portal, if it has one of its own."""
