"""The names that every layout may use, and who approved the edition that is composed."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.base.fechas import long_date
from generator.compose.scope import Scope
from generator.document.nodes import Prosa
from generator.model.aprobacion import Aprobacion
from generator.model.documento import Capitulo, Documento
from generator.model.enlazado import InstitucionEnlazada
from generator.model.enlazado_acuerdos import AcuerdoEnlazado
from generator.model.enlazado_cartera import ApartadoEnlazado, CapituloEnlazado, TemaEnlazado
from generator.model.proyecto import DocumentoLeido, TipoLeido
from generator.model.registro import Registro

Narrativas = Mapping[str, tuple[Prosa, ...]]


@dataclass(frozen=True)
class Material:
    """All that one document is made from."""

    leido: DocumentoLeido
    tipo: TipoLeido
    institucion: InstitucionEnlazada
    registro: Registro
    narrativas: Narrativas
    """Name in the document's folder → resolved blocks."""

    @property
    def declarado(self) -> Documento:
        return self.leido.declarado.valor

    @property
    def aprobacion(self) -> Aprobacion | None:
        """The acuerdo that approves this edition, if any does."""
        return self.institucion.aprobada(self.leido.id, self.declarado.edicion.numero)

    @property
    def borrador(self) -> bool:
        """Its type asks for an acuerdo that nobody took yet."""
        return self.tipo.tipo.valor.se_aprueba and self.aprobacion is None


def approved(material: Material) -> str:
    """Who approved the edition, by which acuerdo and when; nothing if nobody did."""
    made = material.aprobacion
    if made is None:
        return ""
    when = long_date(made.fecha, material.institucion.ficha.locale)
    return f"{made.organo}, acuerdo {made.numero}, {when}"


def names(material: Material) -> Scope:
    """The names that every layout may use."""
    institucion, declared = material.institucion, material.declarado
    known = institucion.instrumentos
    chosen = tuple(known[id_] for id_ in declared.instrumentos if id_ in known)
    fichas = tuple(ficha for instrumento in chosen for ficha in instrumento.fichas)
    programas = institucion.programas.get(declared.ejercicio, ())
    first = {"instrumento": chosen[0]} if chosen else {}
    return Scope(
        {
            **first,
            "documento": declared,
            "institucion": institucion.ficha,
            "instrumentos": chosen,
            "fichas": fichas,
            "anios": tuple(sorted({year for ficha in fichas for year in ficha.serie})),
            "glosario": institucion.glosario,
            "siglas": institucion.siglas,
            "programas": programas,
            "actividades": tuple(a for p in programas for a in p.actividades),
            "perspectivas": institucion.perspectivas.get(declared.ejercicio, ()),
            "normas": institucion.marco_legal,
            "acuerdos": _agreed(material),
            "aprobacion": material.aprobacion or (),
            "aprobacion_id": _id(material),
            "aprobado": approved(material),
            **_told(material),
            **_followed(material),
            **_chapter(declared.capitulo, institucion),
            **_board(material),
        }
    )


def _agreed(material: Material) -> tuple[AcuerdoEnlazado, ...]:
    """The acuerdos in follow-up that the document names; all, if it names none."""
    named = material.declarado.acuerdos
    every = material.institucion.acuerdos
    return tuple(a for a in every if not named or a.clave in named)


def _id(material: Material) -> str:
    """The id of the acuerdo that approves the edition."""
    every = material.institucion.aprobaciones.items()
    return next((id_ for id_, each in every if each is material.aprobacion), "")


def _told(material: Material) -> dict[str, object]:
    """The acuerdo that the document tells, with its id and its account."""
    institucion, id_ = material.institucion, material.declarado.acuerdo or ""
    acuerdo = institucion.aprobaciones.get(id_)
    if acuerdo is None:
        return {}
    account = institucion.cuentas.get(acuerdo.cuenta or "")
    return {"acuerdo": acuerdo, "acuerdo_id": id_, **({"cuenta": account} if account else {})}


def _followed(material: Material) -> dict[str, object]:
    """The follow-up that the document publishes, with its id."""
    id_ = material.declarado.seguimiento or ""
    found = material.institucion.seguimientos.get(id_)
    return {"seguimiento": found, "seguimiento_id": id_} if found else {}


def _board(material: Material) -> dict[str, object]:
    """The board that the document publishes, with its id."""
    id_ = material.declarado.tablero or ""
    found = material.institucion.tableros.get(id_)
    return {"tablero": found, "tablero_id": id_} if found else {}


def _chapter(capitulo: Capitulo | None, institucion: InstitucionEnlazada) -> dict[str, object]:
    """The chapter that the document is, its parts numbered and with what they list."""
    if capitulo is None:
        return {}
    known = institucion.carteras
    parts = (
        ApartadoEnlazado(
            f"{capitulo.numero}.{order}",
            apartado,
            tuple(TemaEnlazado(t, known.get(t.proyectos or "")) for t in apartado.temas),
        )
        for order, apartado in enumerate(capitulo.apartados, 1)
    )
    return {"capitulo": CapituloEnlazado(capitulo, tuple(parts))}
