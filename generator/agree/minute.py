"""Some acuerdos → their minute in PDF, by the document type that is made of them.

It is laid out as any document, but belongs to nobody's release: it may tell what is reserved.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

from generator import works
from generator.compose.document import compose
from generator.compose.names import Material
from generator.derive.acuerdos import tied
from generator.derive.figures import register
from generator.derive.links import link
from generator.model.ciclo import Seguido
from generator.model.documento import Documento, Edicion
from generator.model.leido import Leido
from generator.model.proyecto import DocumentoLeido, InstitucionLeida, TipoLeido
from generator.model.registro import Registro
from generator.read.project import Lectura, load


class NoMinute(Exception):
    """It cannot be made; the message says why, in Spanish."""


def make(
    raiz: Path,
    institucion: str,
    seguidos: tuple[Seguido, ...],
    titulo: str,
    dia: date,
    folder: Path,
) -> Path:
    """The minute of `seguidos` in `folder`. Raises NoMinute."""
    lectura = load(raiz, works.CASA)
    proyecto = lectura.proyecto
    leida = next((i for i in proyecto.instituciones if i.id == institucion), None)
    tipo = next((t for t in proyecto.tipos.values() if t.tipo.valor.de_acuerdos), None)
    if leida is None or tipo is None:
        raise NoMinute("falta la institución o un tipo de documento «de_acuerdos: true»")
    registro = register(proyecto)
    obra = _work(leida, tipo, registro, lectura, seguidos, _declared(tipo, titulo, dia, seguidos))
    examen = works.Examen(proyecto, registro, (obra.enlazada,), (obra,), ())
    try:
        return works.lay_out(obra, examen, folder)
    except works.Stop as stop:
        raise NoMinute(stop.diagnostic.text) from None


def _declared(
    tipo: TipoLeido, titulo: str, dia: date, seguidos: tuple[Seguido, ...]
) -> Leido[Documento]:
    folios = ", ".join(s.folio or s.clave for s in seguidos)
    edition = Edicion(numero=1, fecha=dia)
    said = Documento(
        tipo=tipo.id, titulo=titulo, asunto=f"Folios {folios}", ejercicio=dia.year, edicion=edition
    )
    return Leido(said, "documento.yml", {})


def _work(
    leida: InstitucionLeida,
    tipo: TipoLeido,
    registro: Registro,
    lectura: Lectura,
    seguidos: tuple[Seguido, ...],
    declarado: Leido[Documento],
) -> works.Obra:
    first = seguidos[0].folio or seguidos[0].clave
    documento = DocumentoLeido(f"{leida.id}/minuta-{first}", declarado, {})
    every = zip(lectura.proyecto.instituciones, link(lectura.proyecto, registro), strict=True)
    enlazada = next(tied_ for one, tied_ in every if one is leida)
    own = replace(enlazada, acuerdos=tied(leida, seguidos))
    composed, problems = compose(Material(documento, tipo, own, registro, {}))
    if composed is None:
        raise NoMinute("; ".join(problem.text for problem in problems))
    return works.Obra(composed, declarado.span("titulo"), leida, own, tipo)
