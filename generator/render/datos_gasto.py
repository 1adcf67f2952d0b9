"""The money: programas presupuestarios, actividades, investment and two-sided accounts."""

from collections.abc import Iterator

from generator.model.cuenta_publica import Rubro
from generator.model.enlazado_programacion import CuentaEnlazada
from generator.model.registro import Cifra
from generator.render.datos_cifras import DIRECCION, VALORES, told
from generator.render.datos_tabla import (
    A_CIFRA,
    A_INSTITUCION,
    INSTITUCION,
    PAGINA,
    Campo,
    Fila,
    Llave,
    Tabla,
    filled,
)
from generator.render.site_mapa import Mapa
from generator.render.site_publicacion import InstitucionPublicada

EJERCICIO = Campo("ejercicio", "Año del ejercicio", "anio", obligatorio=True)
NOMBRE = Campo("nombre", "Como se publicó", obligatorio=True)
PROGRAMA = Campo("programa", "Clave del programa presupuestario", obligatorio=True)
DINERO = tuple(
    campo for campo in VALORES if campo.nombre in ("publicado", "valor", "estado", "moneda")
)
_PLACES = tuple(VALORES.index(campo) for campo in DINERO)


def spending_tables(mapa: Mapa) -> Iterator[Tabla]:
    """The tables of what is spent."""
    casas = mapa.publicacion.instituciones
    yield Tabla(
        "programas",
        "Programas presupuestarios",
        "El presupuesto aprobado de cada programa: la suma de sus actividades.",
        (
            INSTITUCION,
            EJERCICIO,
            PROGRAMA,
            NOMBRE,
            Campo("gasto", "Clase de gasto", valores=("programable", "no programable")),
            DIRECCION,
            *DINERO,
            PAGINA,
        ),
        ("institucion", "ejercicio", "programa"),
        filled(row for casa in casas for row in _programmes(mapa, casa)),
        (A_INSTITUCION, A_CIFRA),
    )
    keys = ("institucion", "ejercicio", "programa")
    yield Tabla(
        "actividades",
        "Actividades y proyectos presupuestarios",
        "El presupuesto aprobado de cada actividad o proyecto.",
        (
            INSTITUCION,
            EJERCICIO,
            Campo("actividad", "Clave de la actividad o proyecto", obligatorio=True),
            PROGRAMA,
            NOMBRE,
            Campo("indicadores", "Cuántos indicadores tiene", "entero"),
            DIRECCION,
            *DINERO,
            PAGINA,
        ),
        ("institucion", "ejercicio", "actividad"),
        filled(row for casa in casas for row in _activities(mapa, casa)),
        (A_INSTITUCION, A_CIFRA, Llave(keys, "programas", keys)),
    )
    yield _investment(mapa)
    yield _accounts(mapa)


def _amount(cifra: Cifra) -> Fila:
    values = told(cifra)
    return (cifra.direccion, *(values[place] for place in _PLACES))


def _programmes(mapa: Mapa, casa: InstitucionPublicada) -> Iterator[Fila]:
    for programas in casa.institucion.programas.values():
        for p in programas:
            head = (casa.id, p.ejercicio, p.clave, p.nombre, p.gasto)
            yield (*head, *_amount(p.presupuesto), mapa.cifra(p.presupuesto))


def _activities(mapa: Mapa, casa: InstitucionPublicada) -> Iterator[Fila]:
    for a in casa.institucion.actividades:
        head = (casa.id, a.ejercicio, a.clave, a.programa, a.nombre, len(a.indicadores))
        page = mapa.actividad(a) or mapa.cifra(a.presupuesto)
        yield (*head, *_amount(a.presupuesto), page)


def _investment(mapa: Mapa) -> Tabla:
    rows = (row for casa in mapa.publicacion.instituciones for row in _invested(mapa, casa))
    return Tabla(
        "inversion",
        "Proyectos de inversión",
        "Los proyectos de inversión pública de cada ejercicio, con su monto.",
        (
            INSTITUCION,
            EJERCICIO,
            Campo("codigo", "Código oficial del proyecto", obligatorio=True),
            NOMBRE,
            Campo("perspectiva", "Perspectiva del tablero de mando"),
            DIRECCION,
            *DINERO,
            PAGINA,
        ),
        ("institucion", "ejercicio", "codigo"),
        filled(rows),
        (A_INSTITUCION, A_CIFRA),
    )


def _invested(mapa: Mapa, casa: InstitucionPublicada) -> Iterator[Fila]:
    known = mapa.publicacion.registro.cifras
    for each in casa.perspectivas:
        for project in (p for i in each.iniciativas for p in i.proyectos):
            cifra = known[f"{casa.id}.inversion.{project.codigo}.{each.ejercicio}"]
            head = (casa.id, each.ejercicio, project.codigo, project.nombre, each.nombre)
            yield (*head, *_amount(cifra), mapa.cifra(cifra))


def _accounts(mapa: Mapa) -> Tabla:
    rows = (
        row
        for casa in mapa.publicacion.instituciones
        for id_, cuenta in casa.institucion.cuentas.items()
        for row in _account(mapa, casa.id, id_, cuenta)
    )
    return Tabla(
        "cuentas",
        "Cuentas de ingresos y egresos",
        "Los rubros, capítulos y totales de cada cuenta de dos lados, como se publicaron.",
        (
            INSTITUCION,
            Campo("cuenta", "Clave de la cuenta", obligatorio=True),
            Campo("lado", "Ingresos o egresos", obligatorio=True),
            Campo("capitulo", "Capítulo; vacío en el total del lado"),
            Campo("rubro", "Clave del rubro o del total", obligatorio=True),
            NOMBRE,
            Campo(
                "nivel",
                "0 el total del lado, 1 el de un capítulo, 2 un rubro, 3 o más sus partes",
                "entero",
                obligatorio=True,
            ),
            DIRECCION,
            *VALORES,
            PAGINA,
        ),
        ("institucion", "cuenta", "rubro"),
        filled(rows),
        (A_INSTITUCION, A_CIFRA),
    )


def _account(mapa: Mapa, casa: str, id_: str, cuenta: CuentaEnlazada) -> Iterator[Fila]:
    known = mapa.publicacion.registro.cifras
    for side in cuenta.cuenta.lados:
        lines = [("", side.id, cuenta.cuenta.cierre, 0)]
        for chapter in side.capitulos:
            lines += [(chapter.titulo, id2, name, n) for id2, name, n in _lines(chapter.rubros, 2)]
            lines.append((chapter.titulo, chapter.id, chapter.cierre, 1))
        for title, rubro, name, level in lines:
            cifra = known[f"{casa}.cuenta.{id_}.{rubro}"]
            head = (casa, id_, side.titulo, title, rubro, name, level)
            yield (*head, cifra.direccion, *told(cifra), mapa.cifra(cifra))


def _lines(rubros: tuple[Rubro, ...], level: int) -> Iterator[tuple[str, str, int]]:
    for rubro in rubros:
        yield rubro.id, rubro.nombre, level
        yield from _lines(rubro.partes, level + 1)
