"""Messages on files and on the shape of what they hold: LEC and ESQ."""

from generator.base.message import Message

MESSAGES: dict[str, Message] = {
    # LEC: archivos y YAML
    "LEC-001": Message(
        "Falta un archivo",
        "falta el archivo «{archivo}»{motivo}.{cerca}",
        "Cree el archivo o corrija el nombre donde se le llama.",
    ),
    "LEC-002": Message(
        "El archivo no está en UTF-8",
        "el archivo no está escrito en UTF-8: {causa}.",
        "Guárdelo de nuevo con la codificación UTF-8 (en el editor: «Guardar con codificación»).",
    ),
    "LEC-003": Message(
        "Carácter de control",
        "hay un carácter invisible que no debe publicarse ({caracter}).",
        "Bórrelo y escriba de nuevo el texto de alrededor.",
    ),
    "LEC-004": Message(
        "Archivo demasiado grande",
        "el archivo mide {tamano} bytes; el máximo es {maximo}.",
        "Divida los datos en varios archivos.",
    ),
    "LEC-005": Message(
        "YAML mal formado",
        "el YAML no se puede leer: {causa}.",
        "Revise la sangría y los dos puntos de esta línea y de la anterior; un valor que empieza "
        'por un signo (> % @ & * [ {{ ") va todo entre comillas.',
    ),
    "LEC-006": Message(
        "Clave repetida",
        "la clave «{clave}» ya se escribió en la línea {linea}; sólo una puede valer.",
        "Borre una de las dos.",
    ),
    "LEC-007": Message(
        "YAML no admitido",
        "{causa} no se admite en los datos de Pliego.",
        "Escriba el valor completo en cada lugar.",
    ),
    "LEC-008": Message(
        "Demasiada profundidad",
        "hay más de {maximo} niveles de anidamiento.",
        "Aplane la estructura: los datos de Pliego usan pocos niveles.",
    ),
    "LEC-009": Message(
        "Demasiados elementos",
        "el archivo tiene más de {maximo} elementos.",
        "Divida los datos en varios archivos.",
    ),
    "LEC-010": Message(
        "Valor ambiguo",
        "«{valor}» es ambiguo: {causa}.",
        'Si es un texto o una clave, escríbalo entre comillas: "{valor}". {remedio}',
    ),
    "LEC-011": Message(
        "Enlace simbólico",
        "«{archivo}» es un enlace simbólico; no se publica lo que está fuera del proyecto.",
        "Ponga en su lugar una copia del archivo.",
    ),
    "LEC-012": Message(
        "Texto sin normalizar",
        "hay letras con acentos separados (Unicode sin normalizar): parecen iguales y no lo son.",
        "Escriba de nuevo «{texto}» con el teclado.",
    ),
    "LEC-013": Message(
        "Archivo vacío o con varios documentos",
        "el archivo {causa}; se espera un solo documento YAML con claves y valores.",
        "Complete el archivo siguiendo la guía o parta de uno parecido.",
    ),
    "LEC-014": Message(
        "Nombre no admitido",
        "el nombre «{nombre}» no se puede usar: {causa}.",
        "Use minúsculas sin acentos, cifras y guiones: [a-z0-9-].",
    ),
    "LEC-015": Message(
        "Coma decimal dentro de llaves",
        "la coma partió «{entero},{decimales}» en dos: dentro de {{ }} la coma separa claves.",
        "Para decimales use punto: {entero}.{decimales}",
    ),
    "LEC-016": Message(
        "No se puede leer",
        "no se pudo leer «{archivo}»: {causa}.",
        "Revise los permisos del archivo.",
    ),
    "LEC-017": Message(
        "Archivo que nadie lee",
        "Pliego no lee este archivo: ahí espera {esperado}.{cerca}",
        "Cámbiele el nombre o el lugar, o bórrelo.",
    ),
    "LEC-018": Message(
        "Falta el PDF de una edición anterior",
        "el PDF de la edición {edicion}, «{archivo}», no está o no es un PDF.",
        "Guarde ahí el PDF que se publicó, o quite «pdf» de esa edición.",
    ),
    # ESQ: la forma de los datos
    "ESQ-001": Message(
        "Falta una clave",
        "falta la clave «{clave}»{donde}.",
        "Añada una línea «{clave}: …»{ejemplo}.",
    ),
    "ESQ-002": Message(
        "Clave desconocida",
        "la clave «{clave}» no existe aquí.{cerca}",
        "Claves posibles: {posibles}.",
    ),
    "ESQ-003": Message(
        "Tipo equivocado",
        "«{clave}» debe ser {esperado} y aquí hay {hallado}.",
        "Cambie el valor: {ejemplo}",
    ),
    "ESQ-004": Message(
        "Número mal escrito",
        "«{valor}» no es un número válido: {causa}.",
        "Escriba las cifras como se publican: 385,200 · 95.24 · 0.37",
    ),
    "ESQ-005": Message(
        "Valor fuera de la lista",
        "«{valor}» no es un valor posible de «{clave}».{cerca}",
        "Valores posibles: {posibles}.",
    ),
    "ESQ-006": Message(
        "Valor vacío",
        "«{clave}» está vacía.",
        "Escriba el valor o, si no hace falta, quite la clave.",
    ),
    "ESQ-007": Message(
        "Fecha imposible",
        "«{valor}» no es una fecha del calendario escrita como año-mes-día.",
        "Escríbala como año-mes-día: 2026-11-22",
    ),
    "ESQ-008": Message(
        "Valor no válido",
        "«{clave}» no es válida: {causa}.",
        "Corrija el valor como dice el mensaje.",
    ),
    "ESQ-009": Message(
        "Meta mal escrita",
        "la meta «{valor}» no se entiende: {causa}.",
        "Escríbala como se publica: 385,200 · 95.24% · ≤4% · 10 días",
    ),
    "ESQ-010": Message(
        "Dato mal escrito",
        "el dato «{valor}»{donde} no se entiende: {causa}.",
        "Escríbalo como se publica: 385,200 · 11.9 p/ · 64% · 26,124 millones de pesos · ND · NA",
    ),
    "ESQ-011": Message(
        "Dato sin valor o con dos",
        "el dato «{id}» {causa}.",
        "Escriba una de las dos: «valor», si es una cifra, o «fecha», si es un día: 2024-01-19",
    ),
}
