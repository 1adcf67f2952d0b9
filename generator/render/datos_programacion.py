"""What a year programmes, the portfolios of projects, and how programmes are judged."""

from collections.abc import Iterator

from generator.model.enlazado_seguimiento import IndicadorJuzgado, ObjetivoJuzgado
from generator.render.datos_cifras import DIRECCION, VALORES, key, told
from generator.render.datos_gasto import EJERCICIO
from generator.render.datos_tabla import (
    A_CIFRA,
    A_INDICADOR,
    A_INSTITUCION,
    A_UNIDAD,
    INSTITUCION,
    PAGINA,
    Campo,
    Fila,
    Tabla,
    filled,
    joined,
)
from generator.render.site_mapa import Mapa
from generator.render.site_publicacion import InstitucionPublicada

PERSPECTIVA = Campo("perspectiva", "Clave de la perspectiva", obligatorio=True)
NOMBRE = Campo("nombre", "Como se publicó", obligatorio=True)


def programming_tables(mapa: Mapa) -> Iterator[Tabla]:
    """The tables of what is programmed and followed."""
    casas = mapa.publicacion.instituciones
    yield _targets(mapa)
    yield Tabla(
        "iniciativas",
        "Iniciativas",
        "Las iniciativas de cada perspectiva, con sus acciones.",
        (
            INSTITUCION,
            EJERCICIO,
            PERSPECTIVA,
            Campo("orden", "Lugar en la perspectiva", "entero", obligatorio=True),
            Campo("texto", "Como se publicó", obligatorio=True),
            Campo("acciones", "Sus acciones, separadas por «; »"),
            Campo("proyectos", "Códigos de sus proyectos de inversión, separados por «; »"),
            Campo("nota", "Aclaración editorial"),
            PAGINA,
        ),
        ("institucion", "ejercicio", "perspectiva", "orden"),
        filled(row for casa in casas for row in _initiatives(mapa, casa)),
        (A_INSTITUCION,),
    )
    yield _projects(casas)
    yield _judgements(casas)


def _targets(mapa: Mapa) -> Tabla:
    rows = (row for casa in mapa.publicacion.instituciones for row in _programmed(mapa, casa))
    return Tabla(
        "programacion",
        "Programación de metas",
        "La meta que cada dependencia programa para el año, indicador por indicador.",
        (
            INSTITUCION,
            EJERCICIO,
            PERSPECTIVA,
            Campo("dependencia", "Clave de la dependencia", obligatorio=True),
            Campo("titulo", "Nombre de la dependencia, como se publicó", obligatorio=True),
            Campo("unidad_responsable", "Clave de la unidad responsable", obligatorio=True),
            Campo("indicador", "Clave única del indicador", obligatorio=True),
            Campo("clase", "Mide lo que se logra (resultado) o lo que se hace (producción)"),
            Campo("grupo", "Título bajo el que va"),
            Campo("numero", "N.º del indicador en su dependencia", "entero", obligatorio=True),
            NOMBRE,
            Campo("estandar", "Estándar de programa, como se publicó"),
            DIRECCION,
            *VALORES,
            PAGINA,
        ),
        ("direccion",),
        filled(rows),
        (A_INSTITUCION, A_UNIDAD, A_INDICADOR, A_CIFRA),
    )


def _programmed(mapa: Mapa, casa: InstitucionPublicada) -> Iterator[Fila]:
    for d in casa.dependencias.values():
        head = (casa.id, d.ejercicio, d.perspectiva.id, d.id, d.nombre)
        for i in d.indicadores:
            kind = {"resultado": "resultado", "produccion": "producción"}.get(
                i.indicador.clase or "", ""
            )
            own = (i.unidad.id, key(casa.id, i.id), kind, i.indicador.grupo, i.numero)
            page = mapa.indicador(casa.id, i.id)
            for cifra in i.metas.values():
                values = (cifra.direccion, *told(cifra))
                yield (*head, *own, i.completo, i.estandar, *values, page)


def _initiatives(mapa: Mapa, casa: InstitucionPublicada) -> Iterator[Fila]:
    for each in casa.perspectivas:
        page = mapa.perspectiva(casa.id, each.id)
        for order, i in enumerate(each.iniciativas, 1):
            parts = (joined(i.acciones), joined(p.codigo for p in i.proyectos), i.nota)
            yield (casa.id, each.ejercicio, each.id, order, i.texto, *parts, page)


def _projects(casas: tuple[InstitucionPublicada, ...]) -> Tabla:
    rows = (
        (c.id, b.id, b.cartera.titulo, b.cartera.corte, g.nombre, p.numero, p.nombre,
         p.proyecto.descripcion, joined(p.proyecto.puntos), p.proyecto.nota, b.cartera.fuente)
        for c in casas for b in c.institucion.carteras.values()
        for g in b.grupos for p in g.proyectos
    )  # fmt: skip
    return Tabla(
        "proyectos",
        "Carteras de proyectos",
        "Los proyectos que cada institución se propuso, con quien responde por ellos.",
        (
            INSTITUCION,
            Campo("cartera", "Clave de la cartera", obligatorio=True),
            Campo("titulo", "Título de la cartera", obligatorio=True),
            Campo("corte", "Fecha o periodo de la lista", obligatorio=True),
            Campo("grupo", "Quién responde por el proyecto", obligatorio=True),
            Campo("numero", "Lugar del proyecto en la cartera", "entero", obligatorio=True),
            NOMBRE,
            Campo("descripcion", "Como se publicó", obligatorio=True),
            Campo("puntos", "Lo que enumera, separado por «; »"),
            Campo("nota", "Aclaración editorial"),
            Campo("fuente", "De dónde sale", obligatorio=True),
        ),
        ("institucion", "cartera", "numero"),
        filled(rows),
        (A_INSTITUCION,),
    )


def _judgements(casas: tuple[InstitucionPublicada, ...]) -> Tabla:
    rows = (
        _judged(c.id, s.id, s.programa, s.seguimiento.periodo, o, i)
        for c in casas
        for s in c.institucion.seguimientos.values()
        for o in s.objetivos
        for i in o.indicadores
    )
    return Tabla(
        "seguimientos",
        "Seguimientos de programas",
        "Cómo se juzgó cada indicador de un programa, en las categorías de quien evalúa.",
        (
            INSTITUCION,
            Campo("seguimiento", "Clave del seguimiento", obligatorio=True),
            Campo("programa", "El programa evaluado", obligatorio=True),
            Campo("periodo", "Años cuyos avances se evalúan", obligatorio=True),
            Campo("objetivo", "Número del objetivo", "entero", obligatorio=True),
            Campo("objetivo_texto", "Como se publicó", obligatorio=True),
            Campo("clave", "Número del indicador", obligatorio=True),
            NOMBRE,
            Campo("tipo", "Tipo de indicador; ND si la fuente no lo conserva"),
            Campo("sentido", "Tendencia esperada; ND si la fuente no lo conserva"),
            Campo("calidad", "Calidad asignada; ND si la fuente no la conserva"),
            Campo("enfoque", "Enfoque; ND si la fuente no lo conserva"),
            Campo("criterios", "Criterio y ✓ (lo cumple) o ⚠ (por mejorar), separados por «; »"),
            Campo("cumplimiento_intermedia", "Cumplimiento de la meta intermedia"),
            Campo("avance_sexenal", "Avance de la meta sexenal"),
            Campo("cambio", "Lo que el texto dice de su valor"),
            Campo("nota", "Aclaración editorial"),
        ),
        ("institucion", "seguimiento", "clave"),
        filled(rows),
        (A_INSTITUCION,),
    )


def _judged(
    casa: str, id_: str, programa: str, periodo: str, o: ObjetivoJuzgado, each: IndicadorJuzgado
) -> Fila:
    i = each.indicador
    head = (casa, id_, programa, periodo, o.numero, o.texto, i.clave, i.nombre)
    traits = (i.tipo, i.sentido, i.calidad, i.enfoque)
    criteria = joined(f"{name} {mark}" for name, mark in each.criterios)
    said = (criteria, i.cumplimiento_intermedia, i.avance_sexenal, i.cambio, i.nota)
    return (*head, *traits, *said)
