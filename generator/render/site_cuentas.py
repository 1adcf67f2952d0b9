"""Two-sided accounts and acuerdos as an institution's home shows them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from generator.model.aprobacion import Aprobacion, Aprueba
from generator.model.cuenta_publica import Lado, Rubro
from generator.model.enlazado_programacion import CeldaCuenta, CuentaEnlazada
from generator.model.registro import Cifra
from generator.render.site_mapa import Mapa
from generator.render.site_publicacion import InstitucionPublicada

Renglon = tuple[CeldaCuenta, Cifra | None]
"""A line of a side and its figure; one without a name keeps the other side's place."""
_Cifras = Callable[[str], Cifra]


@dataclass(frozen=True)
class LadoMostrado:
    """A side of an account: the lines of each chapter, and its total."""

    lado: Lado
    capitulos: tuple[tuple[Renglon, ...], ...]
    total: Cifra


@dataclass(frozen=True)
class CuentaMostrada:
    """An account with its two sides face to face, and the notes of its lines."""

    enlazada: CuentaEnlazada
    lados: tuple[LadoMostrado, LadoMostrado]
    notas: tuple[tuple[str, str], ...]

    @property
    def cuadra(self) -> bool | None:
        """Whether both sides have the same total; None when it cannot be told."""
        one, other = (side.total.valor for side in self.lados)
        return None if one is None or other is None else one == other

    @property
    def calla(self) -> bool:
        """Whether some of its lines were not published."""
        lines = (line for side in self.lados for chapter in side.capitulos for line in chapter)
        return any(cifra is not None and cifra.estado == "ND" for _, cifra in lines)


@dataclass(frozen=True)
class Aprobado:
    """An edition that an acuerdo approves, and its page if the site has it."""

    titulo: str
    edicion: int
    ruta: str


@dataclass(frozen=True)
class Acuerdo:
    """An acuerdo with its amount, what it approves, and where a document tells it."""

    id: str
    aprobacion: Aprobacion
    monto: Cifra | None
    aprueba: tuple[Aprobado, ...]
    ruta: str


def accounts(mapa: Mapa, institucion: InstitucionPublicada) -> Iterator[CuentaMostrada]:
    """Every account of the institution."""

    def figure(address: str) -> Cifra:
        return mapa.publicacion.registro.cifras[f"{institucion.id}.{address}"]

    for cuenta in institucion.institucion.cuentas.values():
        left, right = _side(cuenta, "izquierda", figure), _side(cuenta, "derecha", figure)
        yield CuentaMostrada(cuenta, (left, right), tuple(_notes(cuenta)))


def _side(
    cuenta: CuentaEnlazada, which: Literal["izquierda", "derecha"], figure: _Cifras
) -> LadoMostrado:
    """Its chapters line by line; the lines it lacks are left empty, so that both sides match."""
    *rows, closing = cuenta.filas
    chapter, chapters = 0, []
    for row in rows:
        chapter += "titulo" in (row.izquierda.papel, row.derecha.papel)
        cell = row.izquierda if which == "izquierda" else row.derecha
        chapters.append((chapter, (cell, figure(cell.cifra) if cell.cifra else None)))
    together = groupby(chapters, lambda pair: pair[0])
    last = closing.izquierda if which == "izquierda" else closing.derecha
    return LadoMostrado(
        cuenta.izquierda if which == "izquierda" else cuenta.derecha,
        tuple(tuple(line for _, line in own) for _, own in together),
        figure(last.cifra),
    )


def _notes(cuenta: CuentaEnlazada) -> Iterator[tuple[str, str]]:
    lines = (r for side in cuenta.cuenta.lados for c in side.capitulos for r in c.rubros)
    for each in lines:
        yield from ((r.nombre, r.nota) for r in _every(each) if r.nota)


def _every(rubro: Rubro) -> Iterator[Rubro]:
    yield rubro
    for parte in rubro.partes:
        yield from _every(parte)


def agreements(mapa: Mapa, institucion: InstitucionPublicada) -> tuple[Acuerdo, ...]:
    """The acuerdos of the institution, the latest first."""
    figures = mapa.publicacion.registro.cifras
    told = (
        Acuerdo(
            id_,
            each,
            figures.get(f"{institucion.id}.acuerdo.{id_}.monto"),
            tuple(_approved(institucion, edition) for edition in each.aprueba),
            mapa.acuerdo(institucion.id, id_),
        )
        for id_, each in institucion.institucion.aprobaciones.items()
    )
    return tuple(sorted(told, key=lambda acuerdo: acuerdo.aprobacion.fecha, reverse=True))


def _approved(institucion: InstitucionPublicada, aprueba: Aprueba) -> Aprobado:
    wanted = (f"{institucion.id}/{aprueba.documento}", aprueba.edicion)
    for publicado in institucion.documentos:
        if (publicado.documento.id, publicado.documento.edicion) == wanted:
            return Aprobado(publicado.documento.titulo, aprueba.edicion, publicado.ruta)
    return Aprobado(aprueba.documento.replace("-", " ").capitalize(), aprueba.edicion, "")
