"""The follow-up acuerdos that may be public, and the notes of their histories."""

from collections.abc import Iterator

from generator.model.ciclo import ESTADOS, ROTULOS
from generator.model.enlazado_acuerdos import AcuerdoEnlazado, PasoEnlazado
from generator.render.datos_tabla import (
    A_INSTITUCION,
    INSTITUCION,
    PAGINA,
    Campo,
    Fila,
    Llave,
    Tabla,
    filled,
    joined,
)
from generator.render.site_acuerdos import board
from generator.render.site_mapa import Mapa
from generator.render.site_publicacion import InstitucionPublicada

ACUERDO = Campo("acuerdo", "Clave del acuerdo, que no cambia", obligatorio=True)
CAMPOS = (
    INSTITUCION,
    ACUERDO,
    Campo("folio", "Folio con que se le conoce", obligatorio=True),
    Campo("asunto", "De qué trata", obligatorio=True),
    Campo("texto", "Lo que se acordó", obligatorio=True),
    Campo("responsable", "Unidad que responde", obligatorio=True),
    Campo("corresponsables", "Las demás unidades que responden"),
    Campo("plazo_inicial", "Plazo con que se asignó", "fecha", obligatorio=True),
    Campo("plazo", "Plazo vigente, con sus prórrogas", "fecha", obligatorio=True),
    Campo(
        "estado", "En qué paso de su ciclo está", obligatorio=True, valores=tuple(ESTADOS.values())
    ),
    Campo("cumplimiento", "Último grado de cumplimiento que se informó, en %", "entero"),
    PAGINA,
)
CAMPOS_HISTORIA = (
    INSTITUCION,
    ACUERDO,
    Campo("orden", "Lugar en su historia, desde 1", "entero", obligatorio=True),
    Campo("fecha", "Día en que se anotó", "fecha", obligatorio=True),
    Campo("que", "Qué se anotó", obligatorio=True, valores=tuple(ROTULOS.values())),
    Campo("quien", "Unidad que lo anotó", obligatorio=True),
    Campo("texto", "Lo que dice la anotación"),
    Campo("cumplimiento", "De un avance: grado de cumplimiento, en %", "entero"),
    Campo("plazo", "De una prórroga: el nuevo plazo", "fecha"),
    Campo("soporte", "De un avance: archivos o ligas que lo prueban"),
    Campo("huella", "Sello de la anotación y de las que continúa", obligatorio=True),
)
_KEY = ("institucion", "acuerdo")


def followup_tables(mapa: Mapa) -> Iterator[Tabla]:
    """The acuerdos and their histories; those of reserve never get here."""
    casas = mapa.publicacion.instituciones
    every = [(casa, acuerdo) for casa in casas for acuerdo in casa.institucion.acuerdos]
    yield Tabla(
        "acuerdos",
        "Acuerdos en seguimiento",
        "Qué se acordó, quién responde, para cuándo y cómo va.",
        CAMPOS,
        _KEY,
        filled(_acuerdo(casa, acuerdo) for casa, acuerdo in every),
        (A_INSTITUCION,),
    )
    yield Tabla(
        "acuerdos-historia",
        "Historia de los acuerdos",
        "Una fila por anotación: la historia de un acuerdo sólo crece.",
        CAMPOS_HISTORIA,
        (*_KEY, "orden"),
        filled(
            _note(casa, acuerdo, place, paso)
            for casa, acuerdo in every
            for place, paso in enumerate(acuerdo.historial, 1)
        ),
        (Llave(_KEY, "acuerdos", _KEY),),
    )


def _acuerdo(casa: InstitucionPublicada, a: AcuerdoEnlazado) -> Fila:
    return (
        casa.id,
        a.clave,
        a.folio,
        a.asunto,
        a.acordado,
        a.responsable,
        a.corresponsables,
        a.seguido.acuerdo.plazo.isoformat(),
        a.seguido.plazo.isoformat(),
        a.estado,
        a.seguido.grado,
        f"{board(casa)}{a.clave}/",
    )


def _note(casa: InstitucionPublicada, a: AcuerdoEnlazado, place: int, paso: PasoEnlazado) -> Fila:
    nota = paso.nota
    return (
        casa.id,
        a.clave,
        place,
        paso.dia.isoformat(),
        ROTULOS[nota.que],
        paso.quien,
        nota.texto,
        nota.grado,
        nota.plazo.isoformat() if nota.plazo else None,
        joined(nota.soporte),
        nota.huella,
    )
