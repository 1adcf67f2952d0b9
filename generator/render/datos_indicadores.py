"""The catalogue of indicators: one row each, with every element of its ficha.

The columns are those of the ficha of the SHCP's «Criterios para elaborar, dictaminar, aprobar y dar
seguimiento a los programas derivados del PND 2019-2024»; what an indicator of a yearly programme
does not state is empty.
"""

from collections.abc import Iterator

from generator.model.enlazado import IndicadorEnlazado
from generator.model.enlazado_fichas import FichaEnlazada
from generator.render.datos_cifras import key
from generator.render.datos_planeacion import A_OBJETIVO, goal_key
from generator.render.datos_tabla import (
    A_INSTITUCION,
    A_UNIDAD,
    INSTITUCION,
    PAGINA,
    Campo,
    Fila,
    Tabla,
    Valor,
    filled,
    joined,
)
from generator.render.site_mapa import Mapa

CLASES = {"resultado": "resultado", "produccion": "producción", None: ""}

CAMPOS = (
    Campo("indicador", "Clave única del indicador: institución, «ind» e id", obligatorio=True),
    INSTITUCION,
    Campo("clave", "Número con que se publica"),
    Campo("nombre", "Nombre oficial, como se publicó", obligatorio=True),
    Campo(
        "origen",
        "De dónde viene: una ficha, una actividad del presupuesto o una dependencia",
        obligatorio=True,
        valores=("ficha", "actividad", "dependencia"),
    ),
    Campo("rol", "Meta para el bienestar, parámetro, indicador…"),
    Campo("instrumento", "Clave del instrumento de planeación"),
    Campo("objetivo", "Clave única del objetivo"),
    Campo("actividad", "Clave de la actividad o proyecto presupuestario"),
    Campo("dependencia", "Clave de la dependencia que lo programa"),
    Campo("ejercicio", "Año del programa que lo fija", "anio"),
    Campo(
        "clase", "De una dependencia: resultado o producción", valores=("resultado", "producción")
    ),
    Campo("grupo", "Título bajo el que va, como se publicó"),
    Campo("detalle", "Lo que lo distingue de otro del mismo nombre"),
    Campo("definicion", "Qué mide"),
    Campo("metodo_de_calculo", "Cómo se calcula, como se publicó"),
    Campo("formula", "El método como fórmula de sus variables"),
    Campo("unidad_medida", "Unidad de medida"),
    Campo("unidad_responsable", "Clave de la unidad responsable", obligatorio=True),
    Campo("unidad_responsable_nombre", "Nombre de la unidad responsable", obligatorio=True),
    Campo("sentido", "Tendencia esperada", valores=("Ascendente", "Descendente", "Constante")),
    Campo("tipo", "Estratégico o de gestión", valores=("Estratégico", "Gestión")),
    Campo(
        "dimension", "Dimensión que mide", valores=("Eficacia", "Eficiencia", "Calidad", "Economía")
    ),
    Campo("nivel_mir", "Nivel en la Matriz de Indicadores para Resultados"),
    Campo("nivel_desagregacion", "Nivel de desagregación"),
    Campo("periodicidad", "Periodicidad o frecuencia de medición"),
    Campo("acumulado", "Acumulado o periódico"),
    Campo("periodo_recoleccion", "Periodo de recolección de los datos"),
    Campo("disponibilidad", "Disponibilidad de la información"),
    Campo("linea_base", "Valor de la línea base, como se publicó"),
    Campo("linea_base_anio", "Año de la línea base", "anio"),
    Campo("linea_base_nota", "Nota sobre la línea base"),
    Campo("meta", "Última meta, como se publicó"),
    Campo("meta_anio", "Año de la última meta", "anio"),
    Campo("meta_nota", "Nota sobre la meta"),
    Campo("estandar", "Estándar de programa"),
    Campo("medios_verificacion", "Medios de verificación, separados por «; »"),
    Campo("supuestos", "Supuestos, separados por «; »"),
    Campo("observaciones", "Como se publicaron"),
    Campo("nota", "Aclaración editorial"),
    Campo("archivo", "Archivo del proyecto donde está escrito", obligatorio=True),
    PAGINA,
)


def indicators(mapa: Mapa) -> Tabla:
    """Every indicator of every class."""
    return Tabla(
        "indicadores",
        "Indicadores",
        "Una fila por indicador, con todos los elementos de su ficha.",
        CAMPOS,
        ("indicador",),
        filled(_rows(mapa)),
        (A_INSTITUCION, A_UNIDAD, A_OBJETIVO),
    )


def _rows(mapa: Mapa) -> Iterator[Fila]:
    for casa in mapa.publicacion.instituciones:
        for ficha in casa.institucion.fichas.values():
            yield _arranged(casa.id, mapa.indicador(casa.id, ficha.id), _ficha(casa.id, ficha))
        for each in casa.indicadores:
            yield _arranged(casa.id, mapa.indicador(casa.id, each.id), _programmed(casa.id, each))


def _arranged(casa: str, pagina: str, values: dict[str, Valor]) -> Fila:
    """The values in the order of the columns; what is not said is empty."""
    told = {"institucion": casa, "pagina": pagina, **values}
    return tuple(told.get(campo.nombre) for campo in CAMPOS)


def _ficha(casa: str, e: FichaEnlazada) -> dict[str, Valor]:
    f = e.ficha
    return {
        "indicador": key(casa, e.id),
        "clave": f.clave,
        "nombre": f.nombre,
        "origen": "ficha",
        "rol": f.rol,
        "instrumento": f.instrumento,
        "objetivo": goal_key(casa, f.instrumento, str(f.objetivo)) if e.objetivo else "",
        "definicion": f.definicion,
        "metodo_de_calculo": f.metodo.texto,
        "formula": f.metodo.formula.texto if f.metodo.formula else "",
        "unidad_medida": f.unidad_medida,
        "unidad_responsable": e.unidad.id,
        "unidad_responsable_nombre": e.unidad.nombre,
        "sentido": f.sentido,
        "tipo": f.tipo,
        "dimension": f.dimension,
        "nivel_mir": f.nivel_mir,
        "nivel_desagregacion": f.nivel_desagregacion,
        "periodicidad": f.periodicidad,
        "acumulado": f.acumulado,
        "periodo_recoleccion": f.periodo_recoleccion,
        "disponibilidad": f.disponibilidad,
        "linea_base": e.linea_base.completa,
        "linea_base_anio": f.linea_base.anio,
        "linea_base_nota": f.linea_base.nota,
        "meta": e.meta.completa,
        "meta_anio": f.meta_final,
        "meta_nota": f.nota_meta,
        "medios_verificacion": joined(f.medios_verificacion),
        "supuestos": joined(f.supuestos),
        "observaciones": f.observaciones,
        "nota": f.nota,
        "archivo": e.origen.path,
    }


def _programmed(casa: str, e: IndicadorEnlazado) -> dict[str, Valor]:
    last = max(e.metas, default=None)
    return {
        "indicador": key(casa, e.id),
        "clave": str(e.numero),
        "nombre": e.nombre,
        "origen": "dependencia" if e.dependencia else "actividad",
        "actividad": e.actividad,
        "dependencia": e.dependencia,
        "ejercicio": e.ejercicio,
        "clase": CLASES[e.indicador.clase],
        "grupo": e.indicador.grupo,
        "detalle": e.detalle,
        "metodo_de_calculo": e.metodo,
        "unidad_medida": e.unidad_medida,
        "unidad_responsable": e.unidad.id,
        "unidad_responsable_nombre": e.unidad.nombre,
        "meta": e.metas[last].completa if last is not None else "",
        "meta_anio": last,
        "estandar": e.estandar,
        "nota": e.indicador.nota,
        "archivo": e.origen.path,
    }
