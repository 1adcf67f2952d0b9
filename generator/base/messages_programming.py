"""Messages on the year's programming: dependencias, perspectives, sums, accounts, acuerdos."""

from generator.base.message import Level, Message

_ONE = "Deje una sola de las dos."
_SIGN = "Corrija la parte o el total; si así se publicó, fírmelo en excepciones.yml."

MESSAGES: dict[str, Message] = {
    # REF: referencias a nada
    "REF-019": Message(
        "Dependencia sin indicadores",
        "la dependencia «{id}» no tiene archivo en {carpeta}.{cerca}",
        "Use el nombre de un archivo de esa carpeta, sin .yml, o añada el suyo.",
    ),
    "REF-020": Message(
        "Perspectiva desconocida",
        "no hay ninguna perspectiva «{id}» en «{instrumento}».{cerca}",
        "Use el id de una perspectiva del instrumento, o añada ahí la que falta.",
    ),
    "REF-021": Message(
        "Un total que se suma a sí mismo",
        "el indicador «{id}» se suma a sí mismo: {vuelta}.",
        "Quite de «suma» el que cierra la vuelta.",
    ),
    "REF-022": Message(
        "Acuerdo desconocido",
        "no hay ningún acuerdo «{id}».{cerca}",
        "Use el nombre de un archivo de la carpeta aprobaciones/, sin .yml.",
    ),
    "REF-023": Message(
        "Cuenta desconocida",
        "no hay ninguna cuenta «{id}».{cerca}",
        "Use el nombre de un archivo de la carpeta cuentas/, sin .yml.",
    ),
    "REF-024": Message(
        "Documento desconocido",
        "la institución no tiene ningún documento «{id}».{cerca}",
        "Use el nombre de una carpeta de content/{institucion}/.",
    ),
    "REF-025": Message(
        "Aprobación de una edición que no existe",
        "el acuerdo aprueba la edición {edicion} y el documento «{documento}» va en la {va}.",
        "Corrija la edición que se aprueba o, en documento.yml, el número de la edición.",
    ),
    "REF-026": Message(
        "Lista de proyectos desconocida",
        "no hay ninguna lista de proyectos «{id}».{cerca}",
        "Use el nombre de un archivo de la carpeta proyectos/, sin .yml.",
    ),
    # IND: indicadores
    "IND-002": Message(
        "Archivo de indicadores de nadie o de dos",
        "el archivo {causa}: debe decir una de las dos.",
        "Escriba «actividad», si es de una del presupuesto, o «dependencia», si es de una de la "
        "programación.",
    ),
    "IND-003": Message(
        "Dependencia que ninguna perspectiva nombra",
        "ninguna perspectiva de {programacion} nombra la dependencia «{id}», y sus indicadores no "
        "se publicarían.",
        "Añádala a las «dependencias» de su perspectiva.",
    ),
    "IND-004": Message(
        "Perspectiva sin programación",
        "la programación de {ejercicio} no dice nada de la perspectiva «{id}» de «{instrumento}».",
        "Añádala a «perspectivas», con sus iniciativas y sus dependencias.",
        Level.WARNING,
    ),
    # AUD: sumas
    "AUD-012": Message(
        "El total y sus partes no coinciden",
        "«{nombre}» es {total} y sus partes suman {suma}.",
        _SIGN,
    ),
    "AUD-013": Message(
        "La cuenta no cuadra",
        "en «{cuenta}», {uno} son {valor} y {otro}, {segundo}.",
        "Corrija el lado que no valga; si así se publicó, fírmelo en excepciones.yml.",
    ),
    # APR: aprobaciones
    "APR-001": Message(
        "Acuerdo anterior a lo que aprueba",
        "el acuerdo es del {fecha} y la edición {edicion} de «{documento}», del {publicada}.",
        "Corrija la fecha del acuerdo o la de la edición; si así se publicó, fírmelo en "
        "excepciones.yml.",
    ),
    "APR-002": Message(
        "Dos acuerdos aprueban la misma edición",
        "la edición {edicion} de «{documento}» ya se aprueba en {lugar}.",
        _ONE,
        Level.WARNING,
    ),
    # EDI: las ediciones de un documento
    "EDI-001": Message(
        "Ediciones fuera de orden",
        "la edición {una} se declara anterior a la {otra}, y no lo es.",
        "Ponga en «anteriores» las ediciones sustituidas, la más reciente primero, cada una con un "
        "número menor y una fecha que no sea posterior.",
    ),
    # IDS: lo mismo dos veces
    "IDS-002": Message(
        "Nombrada dos veces",
        "la {que} «{id}» ya está en {lugar}.",
        _ONE,
    ),
}
