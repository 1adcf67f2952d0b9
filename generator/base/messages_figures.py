"""Messages of the rules over figures: ranges, doubles, marks, formats, percentages, years."""

from generator.base.message import Level, Message

_MEND = "Corrija la cifra; si así se publicó, fírmela en excepciones.yml."

MESSAGES: dict[str, Message] = {
    # RAN: lo que una medida puede dar
    "RAN-001": Message(
        "Un valor fuera del rango de su medida",
        "«{nombre}» vale {valor}, y {medida} no puede ser {limite}.",
        _MEND,
    ),
    "RAN-002": Message(
        "El nombre dice una medida y el valor es de otra",
        "«{nombre}» {dice}, pero {mide}.",
        "Llámelo por lo que mide o mida lo que dice; si así se publicó, fírmelo en "
        "excepciones.yml.",
    ),
    "RAN-003": Message(
        "Una cuenta con decimales",
        "«{nombre}» cuenta unidades enteras y vale {valor}{ejemplo}.",
        _MEND,
    ),
    "RAN-004": Message(
        "Una meta que su método no puede dar",
        "«{nombre}» tiene de meta {valor}, y su método divide partes de «{todo}» entre ese total: "
        "no pasa de {limite}.",
        "Corrija la meta, o diga en el método por cuánto se multiplica; si así se publicó, fírmelo "
        "en excepciones.yml.",
    ),
    # DUP: lo mismo dos veces
    "DUP-001": Message(
        "El mismo dato con dos valores",
        "«{nombre}» vale {valor}, y «{otro}» vale {segundo} en {lugar}.",
        "Corrija el que no valga; si no son lo mismo, diga en los nombres en qué difieren.",
    ),
    "DUP-002": Message(
        "Dos indicadores con el mismo nombre",
        "{uno} y {otro} se llaman «{nombre}», con la misma unidad responsable, y valen {valor} y "
        "{segundo}.",
        "Quite el que sobra o diga en su nombre en qué difieren.",
    ),
    "DUP-003": Message(
        "El mismo nombre escrito de dos maneras",
        "«{nombre}» se escribe «{otro}» en {lugar}.",
        "Escríbalo igual en los dos lugares.",
        Level.WARNING,
    ),
    "DUP-004": Message(
        "La misma norma con dos fechas",
        "el texto dice «{texto}», y en {lugar} «{nombre}» es de {fecha}.",
        "Corrija la fecha que no valga; si así se publicó, fírmelo en excepciones.yml.",
    ),
    "DUP-005": Message(
        "Dos proyectos con el mismo nombre",
        "el proyecto «{nombre}» ya está en {lugar}.",
        "Quite el que sobra o diga en su nombre en qué difieren; si así se publicó, fírmelo en "
        "excepciones.yml.",
    ),
    # MAR: marcas que faltan
    "MAR-001": Message(
        "Un resultado preliminar sin su marca p/",
        "ficha {ficha}, {anio}: el resultado {valor} se publica sin p/, y {causa}.",
        "Añada p/ al resultado: {valor} p/.",
    ),
    "MAR-002": Message(
        "Una celda vacía entre cifras",
        "en «{columna}», la celda de «{fila}» está vacía y las demás tienen cifra.",
        "Escriba la cifra o, si no la hay, ND o NA.",
    ),
    # FMT: la forma de los números
    "FMT-001": Message(
        "Números escritos de varias maneras",
        "en {donde} hay {uno} y también {otro}: {diferencia}.",
        "Escríbalos todos de la misma manera.",
        Level.WARNING,
    ),
    # POR: lo que una frase dice de sus propias cifras
    "POR-001": Message(
        "Un porcentaje que sus propias cifras desmienten",
        "el texto dice {dice}, y {cuenta} es {da}.",
        "Corrija el porcentaje o las cifras; si así se publicó, fírmelo en excepciones.yml.",
    ),
    "POR-002": Message(
        "Las partes que enumera el texto no suman su total",
        "el texto dice {total} y enumera {partes}, que suman {suma}.",
        "Corrija el total o las partes; si así se publicó, fírmelo en excepciones.yml.",
    ),
    "MAR-003": Message(
        "Nota sin texto",
        "la nota «{marca}» se llama y no se imprimió: dice ND.",
        "Escriba la nota; si el original no la trae, fírmelo en excepciones.yml.",
    ),
    "MAR-004": Message(
        "Asterisco sin nota",
        "«{texto}» lleva asterisco y nada lo explica.",
        "Escriba la nota, con su asterisco, o bórrelo; si así se publicó, fírmelo en "
        "excepciones.yml.",
    ),
    # EJE: los años
    "EJE-001": Message(
        "Un año distinto del de sus semejantes",
        "{donde} dice {anio} y en los demás es {esperado}.",
        "Corrija el año; si es el que vale, fírmelo en excepciones.yml.",
    ),
    "EJE-002": Message(
        "La línea base es de un año en la ficha y de otro en el resumen",
        "ficha {ficha}: la línea base es de {anio} y el cuadro resumen del original imprime "
        "{impreso}.",
        "Revise cuál vale; si así se publicó, fírmelo en excepciones.yml.",
    ),
    "EJE-003": Message(
        "El encabezado es de otro año",
        "el encabezado «{encabezado}» no es de {ejercicio}, el ejercicio del archivo.",
        "Corrija el año; si así se publicó, fírmelo en excepciones.yml.",
    ),
    # SUS: la sustitución y sus variables
    "SUS-001": Message(
        "La sustitución impresa usa un número que no es de sus variables",
        "ficha {ficha}, {anio}: la sustitución impresa usa {impreso}, que no es valor de ninguna "
        "variable{cerca}.",
        "Revise la variable y la sustitución; si así se publicó, fírmela en excepciones.yml.",
    ),
    "SUS-002": Message(
        "El método impreso no es la fórmula",
        "ficha {ficha}: al método impreso {falta} para dar el resultado; la fórmula es {formula}.",
        "Escriba el método como se calcula; si así se publicó, fírmelo en excepciones.yml.",
    ),
    "SUS-003": Message(
        "Al método le falta un operador",
        "en el método de «{nombre}» no hay operador entre «{izquierda}» y «{derecha}».",
        "Escriba el operador que falta; si así se publicó, fírmelo en excepciones.yml.",
    ),
    "SUS-004": Message(
        "Al método le falta el denominador",
        "el método de «{nombre}» multiplica por 100 y no divide entre nada.",
        "Escriba entre qué se divide; si así se publicó, fírmelo en excepciones.yml.",
    ),
    "SUS-005": Message(
        "Una descripción en lugar del método",
        "el método de «{nombre}» no dice qué se divide entre qué, y la meta es {valor}.",
        "Escriba la cuenta: (lo que se logra / lo que hay) × 100.",
        Level.WARNING,
    ),
    "SUS-006": Message(
        "El método es de otro indicador",
        "el método de «{nombre}» no habla de lo que mide, y es casi el de «{otro}» ({id}).",
        "Escriba el suyo; si así se publicó, fírmelo en excepciones.yml.",
    ),
}
