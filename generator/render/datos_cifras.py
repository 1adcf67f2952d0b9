"""The figures as rows: the whole register, the series of the indicators, their variables.

Enters the map of a publication; leaves tables. A figure is told as published and, for machines, by
its exact value: the same text that its page carries in `<data value>`.
"""

import re
from collections.abc import Iterator

from generator.model.enlazado_fichas import FichaEnlazada
from generator.model.registro import Cifra
from generator.render.datos_tabla import (
    A_CIFRA,
    A_INDICADOR,
    A_INSTITUCION,
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

ESTADOS = {"": "definitivo", "p/": "preliminar", "ND": "ND", "NA": "NA"}
"""As the register says it → as the data say it."""
PARCIAL = "parcial"
"""A result that does not reach the end of its year."""
_YEAR = re.compile(r"\.((?:19|20|21)[0-9]{2})$")

DIRECCION = Campo(
    "direccion", "Dirección permanente de la cifra, con la que se cita", obligatorio=True
)
INDICADOR = Campo("indicador", "Clave única del indicador: institución, «ind» e id")
ANIO = Campo("anio", "Año al que se refiere el valor", "anio")
VALORES = (
    Campo(
        "publicado", "La cifra tal como se publica, con su unidad y sus llamadas", obligatorio=True
    ),
    Campo(
        "valor",
        "Número exacto, con punto decimal. Vacío si es ND o NA, o si es una fecha. El de "
        "un cálculo sin fin lleva 12 decimales",
        "decimal",
    ),
    Campo(
        "estado",
        "Definitivo, preliminar (p/), parcial (no llega al fin de su año: vea «corte»), no "
        "disponible (ND) o no aplica (NA)",
        obligatorio=True,
        valores=(*ESTADOS.values(), PARCIAL),
    ),
    Campo(
        "operador",
        "De una meta: igual, a lo más, menos de, al menos, más de",
        valores=("=", "≤", "<", "≥", ">"),
    ),
    Campo("decimales", "Con cuántos decimales se publica", "entero"),
    Campo("unidad", "Unidad que se imprime junto al número: %, días"),
    Campo("moneda", "Si es dinero, su moneda (ISO 4217)"),
    Campo("unidad_medida", "Unidad de medida del indicador o de la cuenta"),
    Campo("corte", "Fecha o periodo hasta el que llega el dato"),
)
"""What a figure says, wherever it is told; `told` fills it."""

DE_CIFRAS = (
    DIRECCION,
    INSTITUCION,
    Campo(
        "clase",
        "Qué es: meta, resultado, línea base, variable, celda de un cuadro…",
        obligatorio=True,
    ),
    Campo("nombre", "Qué mide, dónde y cuándo", obligatorio=True),
    INDICADOR,
    ANIO,
    *VALORES,
    Campo("fecha", "Si la cifra es una fecha, el día", "fecha"),
    Campo("fuente", "De dónde sale, como se publicó"),
    Campo("nota", "Aclaración editorial"),
    Campo(
        "operacion", "Cómo se calculó; vacío si se declara", valores=("suma", "cuenta", "fórmula")
    ),
    Campo("partes", "Direcciones de las cifras con que se calculó, separadas por un espacio"),
    Campo("archivo", "Archivo y línea del proyecto donde está escrita", obligatorio=True),
    Campo("documentos", "Claves de los documentos que la imprimen, separadas por «; »"),
    PAGINA,
)

DE_OBSERVACIONES = (
    INSTITUCION,
    Campo("indicador", INDICADOR.descripcion, obligatorio=True),
    Campo("tipo", "Qué valor es", obligatorio=True, valores=("línea base", "resultado", "meta")),
    Campo("anio", ANIO.descripcion, "anio", obligatorio=True),
    DIRECCION,
    *VALORES,
    Campo("recalculado", "Lo que da la fórmula con las variables publicadas, exacto", "decimal"),
    Campo(
        "avance", "Del resultado: porcentaje del camino entre la línea base y la meta", "decimal"
    ),
    Campo("sin_avance", "Por qué no hay avance"),
    Campo("semaforo", "Lo que dice el semáforo, si una norma fija sus cortes"),
    Campo("documentos", "Claves de los documentos que la imprimen, separadas por «; »"),
    PAGINA,
)

DE_VARIABLES = (
    INSTITUCION,
    Campo("indicador", INDICADOR.descripcion, obligatorio=True),
    Campo("variable", "Nombre de la variable en la fórmula", obligatorio=True),
    Campo("componente", "Nombre del dato del que se calcula la variable, si es uno de ellos"),
    Campo("numero", "Lugar de la variable en su ficha", "entero", obligatorio=True),
    Campo("nombre", "Como se publicó", obligatorio=True),
    Campo("anio", ANIO.descripcion, "anio", obligatorio=True),
    DIRECCION,
    *VALORES,
    Campo("fuente", "De dónde sale, como se publicó"),
    PAGINA,
)


def told(cifra: Cifra) -> Fila:
    """The cells of VALORES."""
    money = cifra.prefijo or cifra.clase == "presupuesto"
    value = None if cifra.es_fecha or cifra.valor is None else cifra.exacta
    return (
        cifra.completa,
        value,
        _state(cifra),
        cifra.operador,
        None if cifra.es_fecha or cifra.valor is None else cifra.decimales,
        cifra.unidad,
        cifra.casa.moneda if money else "",
        "" if cifra.clase == "variable" else cifra.medida,
        cifra.corte,
    )


def _state(cifra: Cifra) -> str:
    partial = cifra.clase == "resultado" and cifra.corte and not cifra.estado
    return PARCIAL if partial else ESTADOS[cifra.estado]


def key(institucion: str, id_: str) -> str:
    """The one name of an indicator: imss.ind.1-1."""
    return f"{institucion}.ind.{id_}"


def year(cifra: Cifra) -> int | None:
    """The year that its address ends in; that of loose data names no year."""
    found = None if cifra.clase == "dato" else _YEAR.search(cifra.direccion)
    return int(found[1]) if found else None


def documents(mapa: Mapa, direccion: str) -> str:
    """The documents that print it."""
    places = mapa.citas(direccion)
    return joined("/".join(lugar.ruta.split("#")[0].split("/")[:2]) for lugar in places)


def figures(mapa: Mapa) -> Tabla:
    """Every figure of the register."""
    return Tabla(
        "cifras",
        "Cifras",
        "Todas las cifras publicadas, declaradas o calculadas: su valor, su estado, de dónde salen "
        "y dónde se imprimen.",
        DE_CIFRAS,
        ("direccion",),
        filled(_figure(mapa, cifra) for cifra in mapa.publicacion.registro),
        (A_INSTITUCION, A_INDICADOR),
    )


def _figure(mapa: Mapa, cifra: Cifra) -> Fila:
    owner = cifra.direccion.partition(".")[0]
    known = bool(cifra.ficha and mapa.indicador(owner, cifra.ficha))
    return (
        cifra.direccion,
        owner,
        cifra.clase,
        cifra.nombre,
        key(owner, cifra.ficha) if known else "",
        year(cifra),
        *told(cifra),
        cifra.exacta if cifra.es_fecha else "",
        cifra.fuente,
        cifra.nota,
        cifra.operacion,
        joined(cifra.partes, " "),
        f"{cifra.origen.path}:{cifra.origen.line}",
        documents(mapa, cifra.direccion),
        _page(mapa, cifra),
    )


def _page(mapa: Mapa, cifra: Cifra) -> str:
    """Where the site explains it; what an instrument has none of is not listed there."""
    page = mapa.cifra(cifra)
    none = cifra.direccion.split(".")[1] == "inst" and not cifra.valor
    return page.partition("#")[0] if none else page


def observations(mapa: Mapa) -> Tabla:
    """Every baseline, result and target of every indicator, by year."""
    rows = (r for casa in mapa.publicacion.instituciones for r in _observed(mapa, casa))
    return Tabla(
        "observaciones",
        "Observaciones",
        "Una fila por valor de un indicador: línea base, resultados y metas de cada año, con su "
        "estado y lo que da la fórmula.",
        DE_OBSERVACIONES,
        ("indicador", "tipo", "anio"),
        filled(rows),
        (A_INSTITUCION, A_INDICADOR, A_CIFRA),
    )


def _observed(mapa: Mapa, casa: InstitucionPublicada) -> Iterator[Fila]:
    for ficha in casa.institucion.fichas.values():
        name = key(casa.id, ficha.id)
        base = ficha.ficha.linea_base.anio
        yield _row(mapa, casa, name, "línea base", base, ficha.linea_base)
        for year_, cifra in sorted(ficha.serie.items()):
            yield _row(mapa, casa, name, "resultado", year_, cifra, ficha)
        for year_, cifra in sorted(ficha.metas.items()):
            yield _row(mapa, casa, name, "meta", year_, cifra)
    for indicador in casa.indicadores:
        for year_, cifra in sorted(indicador.metas.items()):
            yield _row(mapa, casa, key(casa.id, indicador.id), "meta", year_, cifra)


def _row(
    mapa: Mapa,
    casa: InstitucionPublicada,
    name: str,
    kind: str,
    anio: int,
    cifra: Cifra,
    ficha: FichaEnlazada | None = None,
) -> Fila:
    made = ficha.calculos.get(anio) if ficha else None
    avance = ficha.avances.get(anio) if ficha else None
    own = (
        made.cifra.exacta if made and made.cifra else "",
        avance.cifra.exacta if avance and avance.cifra else "",
        avance.motivo if avance else "",
        avance.corte.etiqueta if avance and avance.corte else "",
    )
    printed = (documents(mapa, cifra.direccion), mapa.cifra(cifra))
    return (casa.id, name, kind, anio, cifra.direccion, *told(cifra), *own, *printed)


def variables(mapa: Mapa) -> Tabla:
    """The variables of every method, by year, and what they are computed from."""
    rows = (r for casa in mapa.publicacion.instituciones for r in _variables(mapa, casa))
    return Tabla(
        "variables",
        "Variables",
        "Los valores con que se calcula cada indicador, por año, con su fuente.",
        DE_VARIABLES,
        ("direccion",),
        filled(rows),
        (A_INSTITUCION, A_INDICADOR, A_CIFRA),
    )


def _variables(mapa: Mapa, casa: InstitucionPublicada) -> Iterator[Fila]:
    for ficha in casa.institucion.fichas.values():
        for each in ficha.variables:
            parts = [("", each.variable.nombre, each.valores)]
            parts += [(c.componente.id, c.componente.nombre, c.valores) for c in each.componentes]
            for part, name, values in parts:
                head = (casa.id, key(casa.id, ficha.id), each.variable.id, part, each.numero, name)
                for anio, cifra in sorted(values.items()):
                    where = (each.variable.fuente, mapa.cifra(cifra))
                    yield (*head, anio, cifra.direccion, *told(cifra), *where)
