"""Who publishes and what was planned: institutions, units, instruments, documents, vocabulary."""

from collections.abc import Iterator

from generator.model.instrumento import Estrategia
from generator.render.datos_tabla import (
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

NOMBRE = Campo("nombre", "Nombre oficial, como se publicó", obligatorio=True)
INSTRUMENTO = Campo("instrumento", "Clave del instrumento de planeación", obligatorio=True)
OBJETIVO = Campo(
    "objetivo", "Clave única del objetivo: institución, instrumento y número", obligatorio=True
)
A_INSTRUMENTO = Llave(
    ("institucion", "instrumento"), "instrumentos", ("institucion", "instrumento")
)
A_OBJETIVO = Llave(("objetivo",), "objetivos", ("objetivo",))


def goal_key(institucion: str, instrumento: str, objetivo: str) -> str:
    """The one name of an objective: imss/programa-institucional-2020-2024/1."""
    return f"{institucion}/{instrumento}/{objetivo}"


def planning_tables(mapa: Mapa) -> Iterator[Tabla]:
    """The tables of what does not change with the figures."""
    casas = mapa.publicacion.instituciones
    yield Tabla(
        "instituciones",
        "Instituciones",
        "Quién publica: nombre, gobierno, país y moneda.",
        (
            INSTITUCION,
            NOMBRE,
            Campo("siglas", "Siglas con que se conoce", obligatorio=True),
            Campo("descripcion", "A quién sirve"),
            Campo("gobierno", "Gobierno o sector al que pertenece"),
            Campo("pais", "País (ISO 3166-1)", obligatorio=True),
            Campo("moneda", "Moneda de sus cantidades (ISO 4217)", obligatorio=True),
            PAGINA,
        ),
        ("institucion",),
        filled(_institution(casa) for casa in casas),
    )
    yield Tabla(
        "unidades",
        "Unidades responsables",
        "Las áreas que responden por cada indicador o por su información.",
        (
            INSTITUCION,
            Campo("unidad_responsable", "Clave de la unidad en su institución", obligatorio=True),
            NOMBRE,
        ),
        ("institucion", "unidad_responsable"),
        tuple((c.id, u.id, u.nombre) for c in casas for u in c.institucion.unidades.values()),
        (A_INSTITUCION,),
    )
    yield _documents(mapa)
    yield _instruments(casas)
    yield _objectives(casas)
    yield from _strategies(casas)
    yield from _vocabulary(casas)


def _institution(casa: InstitucionPublicada) -> Fila:
    ficha = casa.institucion.ficha
    own = (ficha.nombre, ficha.siglas, ficha.descripcion, ficha.gobierno, ficha.pais, ficha.moneda)
    return (casa.id, *own, casa.ruta)


def _documents(mapa: Mapa) -> Tabla:
    every = [(c, d) for c in mapa.publicacion.instituciones for d in c.documentos]
    return Tabla(
        "documentos",
        "Documentos",
        "Los documentos publicados, con su edición, su página y su PDF.",
        (
            Campo("documento", "Clave del documento: institución y nombre", obligatorio=True),
            INSTITUCION,
            Campo("titulo", "Título oficial", obligatorio=True),
            Campo("asunto", "De qué trata"),
            Campo("ejercicio", "Año del ejercicio", "anio"),
            Campo("edicion", "Número de edición", "entero"),
            Campo("fecha", "Día de la edición", "fecha"),
            Campo("pdf", "Archivo PDF, desde la raíz del sitio"),
            PAGINA,
        ),
        ("documento",),
        filled(
            (
                d.documento.id,
                c.id,
                d.documento.titulo,
                d.documento.asunto,
                d.documento.ejercicio,
                d.documento.edicion,
                d.documento.fecha,
                d.ruta_pdf,
                d.ruta,
            )
            for c, d in every
        ),
        (A_INSTITUCION,),
    )


def _instruments(casas: tuple[InstitucionPublicada, ...]) -> Tabla:
    rows = (
        (
            c.id,
            i.id,
            i.instrumento.nombre,
            i.instrumento.periodo,
            i.instrumento.clase,
            f"{c.ruta}#{i.id}",
        )
        for c in casas
        for i in c.institucion.instrumentos.values()
    )
    return Tabla(
        "instrumentos",
        "Instrumentos de planeación",
        "Los planes y programas de los que salen los objetivos.",
        (
            INSTITUCION,
            INSTRUMENTO,
            NOMBRE,
            Campo("periodo", "Años que abarca, como se publicó"),
            Campo("clase", "Qué instrumento es", obligatorio=True),
            PAGINA,
        ),
        ("institucion", "instrumento"),
        filled(rows),
        (A_INSTITUCION,),
    )


def _objectives(casas: tuple[InstitucionPublicada, ...]) -> Tabla:
    return Tabla(
        "objetivos",
        "Objetivos",
        "Los objetivos de cada instrumento o, si es un tablero de mando, de cada perspectiva.",
        (
            INSTITUCION,
            INSTRUMENTO,
            OBJETIVO,
            Campo("numero", "Número con que se publica", "entero", obligatorio=True),
            Campo("texto", "Como se publicó", obligatorio=True),
            Campo("lema", "Lema del objetivo, si lo tiene"),
            Campo("perspectiva", "Perspectiva del tablero de mando"),
            Campo("eje", "Eje estratégico de la perspectiva"),
        ),
        ("objetivo",),
        filled(row for casa in casas for row in _objective_rows(casa)),
        (A_INSTITUCION, A_INSTRUMENTO),
    )


def _objective_rows(casa: InstitucionPublicada) -> Iterator[Fila]:
    for i in casa.institucion.instrumentos.values():
        for o in i.objetivos:
            name = goal_key(casa.id, i.id, str(o.numero))
            yield casa.id, i.id, name, o.numero, o.texto, o.objetivo.lema, "", ""
        for p in i.instrumento.perspectivas:
            for goal in p.objetivos:
                name = goal_key(casa.id, i.id, f"{p.id}-{goal.numero}")
                yield casa.id, i.id, name, goal.numero, goal.texto, "", p.nombre, p.eje


def _strategies(casas: tuple[InstitucionPublicada, ...]) -> Iterator[Tabla]:
    every: list[tuple[str, str, str, Estrategia]] = [
        (c.id, i.id, goal_key(c.id, i.id, str(o.numero)), e)
        for c in casas
        for i in c.institucion.instrumentos.values()
        for o in i.objetivos
        for e in o.estrategias
    ]
    keys = ("objetivo", "estrategia")
    strategy = Campo("estrategia", "Clave de la estrategia en su objetivo", obligatorio=True)
    text = Campo("texto", "Como se publicó", obligatorio=True)
    yield Tabla(
        "estrategias",
        "Estrategias",
        "Las estrategias de cada objetivo.",
        (INSTITUCION, INSTRUMENTO, OBJETIVO, strategy, Campo("numero", "Como se publicó"), text),
        keys,
        filled((c, i, o, e.id, e.numero, e.texto) for c, i, o, e in every),
        (A_INSTITUCION, A_OBJETIVO),
    )
    lines = (
        (c, i, o, e.id, order, line.numero, line.texto)
        for c, i, o, e in every
        for order, line in enumerate(e.lineas_accion, 1)
    )
    order = Campo("orden", "Lugar de la línea en su estrategia", "entero", obligatorio=True)
    yield Tabla(
        "lineas-de-accion",
        "Líneas de acción",
        "Las líneas de acción de cada estrategia.",
        (
            INSTITUCION,
            INSTRUMENTO,
            OBJETIVO,
            strategy,
            order,
            Campo("numero", "Como se publicó"),
            text,
        ),
        (*keys, "orden"),
        filled(lines),
        (A_INSTITUCION, A_OBJETIVO, Llave(keys, "estrategias", keys)),
    )


def _vocabulary(casas: tuple[InstitucionPublicada, ...]) -> Iterator[Tabla]:
    order = Campo("orden", "Lugar en la lista publicada", "entero", obligatorio=True)
    yield Tabla(
        "glosario",
        "Glosario",
        "Los términos que explican los documentos.",
        (
            INSTITUCION,
            order,
            Campo("termino", "Término", obligatorio=True),
            Campo("definicion", "Como se publicó", obligatorio=True),
        ),
        ("institucion", "orden"),
        filled(
            (c.id, n, t.termino, t.definicion)
            for c in casas
            for n, t in enumerate(c.institucion.glosario, 1)
        ),
        (A_INSTITUCION,),
    )
    yield Tabla(
        "siglas",
        "Siglas",
        "Las siglas y abreviaturas de los documentos.",
        (
            INSTITUCION,
            order,
            Campo("sigla", "Sigla", obligatorio=True),
            Campo("significado", "Nombre oficial completo", obligatorio=True),
            Campo("nota", "Aclaración"),
        ),
        ("institucion", "orden"),
        filled(
            (c.id, n, s.sigla, s.significado, s.nota)
            for c in casas
            for n, s in enumerate(c.institucion.siglas, 1)
        ),
        (A_INSTITUCION,),
    )
