"""What the audit found, signed or not: the same findings that the page of verification tells."""

from generator.render.datos_tabla import (
    A_INSTITUCION,
    PAGINA,
    Campo,
    Fila,
    Llave,
    Tabla,
    filled,
)
from generator.render.site_hallazgos import Hallazgo
from generator.render.site_verificacion import Verificacion

CAMPOS = (
    Campo(
        "hallazgo", "Clave del hallazgo, la misma en cada edición que lo halle", obligatorio=True
    ),
    Campo("institucion", "Clave de la institución; vacía si es del proyecto"),
    Campo("documento", "Clave del documento que lo imprime"),
    Campo("regla", "Código de la regla que lo halló", obligatorio=True),
    Campo("titulo", "Qué busca la regla", obligatorio=True),
    Campo(
        "clase",
        "Una diferencia impide publicar mientras nadie la firme; un aviso, no",
        obligatorio=True,
        valores=("diferencia", "aviso"),
    ),
    Campo("texto", "Qué se halló", obligatorio=True),
    Campo("lugar", "Dónde está, para quien lee", obligatorio=True),
    Campo("rotulo_impreso", "Qué es el primer valor: impreso, publicado…"),
    Campo("impreso", "El valor que se publicó"),
    Campo("rotulo_debido", "Qué es el segundo valor: recalculado, suma…"),
    Campo("debido", "El valor que resulta al revisarlo"),
    Campo("diferencia", "Cuánto difieren, si son números"),
    Campo("firmado", "Si alguien responde por dejarlo como está", "logico", obligatorio=True),
    Campo("motivo", "Por qué se acepta"),
    Campo("autor", "Quién responde"),
    Campo("fecha", "Cuándo se firmó", "fecha"),
    Campo("vence", "Desde qué día deja de valer la firma", "fecha"),
    Campo("archivo", "Archivo y línea del proyecto", obligatorio=True),
    PAGINA,
)


def findings(verificacion: Verificacion) -> Tabla:
    """Every finding of the audit."""
    return Tabla(
        "hallazgos",
        "Hallazgos de la revisión",
        "Lo que no cuadra en lo publicado: qué se imprimió, qué resulta al recalcular y quién "
        "responde por dejarlo así.",
        CAMPOS,
        ("hallazgo",),
        filled(_finding(verificacion, h) for h in verificacion.hallazgos),
        (A_INSTITUCION, Llave(("documento",), "documentos", ("documento",))),
    )


def _finding(verificacion: Verificacion, h: Hallazgo) -> Fila:
    casa, publicado, d = h.donde.institucion, h.donde.publicado, h.dicho
    p = h.par
    pair = (p.rotulo, p.impreso, p.rotulo_otro, p.otro, p.diferencia) if p else ("",) * 5
    signed = (bool(d.motivo), d.motivo, d.autor)
    days = (d.fecha.isoformat() if d.fecha else "", d.vence.isoformat() if d.vence else "")
    return (
        h.id,
        casa.id if casa else "",
        publicado.documento.id if publicado else "",
        h.regla,
        h.titulo,
        "diferencia" if h.es_diferencia else "aviso",
        d.text,
        h.donde.texto,
        *pair,
        *signed,
        *days,
        f"{d.span.path}:{d.span.line}",
        verificacion.enlace(h),
    )
