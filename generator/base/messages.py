"""The one catalogue of messages: stable code → title, text and mend, in Spanish.

`text` says what is wrong and why; `mend`, what to type instead. Both are templates whose
data come from the diagnosis. Each code has its page in docs/guia/mensajes/ and its case
in tests/errors/.
"""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """An error stops the walk; an aviso only tells."""

    ERROR = "error"
    WARNING = "aviso"


@dataclass(frozen=True)
class Message:
    """A template for one kind of problem."""

    title: str
    text: str
    mend: str
    level: Level = Level.ERROR


CATALOGUE: dict[str, Message] = {
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
        "el dato «{valor}» no se entiende: {causa}.",
        "Escríbalo como se publica: 385,200 · 11.9 p/ · 64% · 26,124 millones de pesos · ND · NA",
    ),
    # REF: referencias a nada
    "REF-001": Message(
        "Unidad responsable desconocida",
        "no hay ninguna unidad responsable «{id}» en {archivo}.{cerca}",
        "Use un id de ese archivo o añada ahí la unidad.",
    ),
    "REF-002": Message(
        "Actividad desconocida",
        "no hay ninguna actividad o proyecto «{id}» en el presupuesto de {ejercicio}.{cerca}",
        "Use una clave de ese presupuesto o añada ahí la actividad.",
    ),
    "REF-003": Message(
        "Instrumento desconocido",
        "no hay ningún instrumento de planeación «{id}».{cerca}",
        "Use el nombre de un archivo de la carpeta instrumentos/, sin .yml.",
    ),
    "REF-004": Message(
        "Indicador desconocido",
        "no hay ningún indicador «{id}».{cerca}",
        "Use el id de un indicador de la carpeta indicadores/.",
    ),
    "REF-005": Message(
        "Referencia a una cifra que no existe",
        "la referencia «{direccion}» no corresponde a ninguna cifra.{cerca}",
        "Busque la dirección con: ./pliego cifras TEXTO",
    ),
    "REF-006": Message(
        "Referencia mal escrita",
        "la referencia «{texto}» no se entiende: {causa}.",
        "Se escribe {{{{ 287-02.meta.2024 }}}} o, con formato, "
        "{{{{ act.287.presupuesto.2024 : millones }}}}",
    ),
    "REF-007": Message(
        "Formato desconocido",
        "el formato «{formato}» no existe.{cerca}",
        "Formatos posibles: {posibles}.",
    ),
    "REF-008": Message(
        "Tipo de documento desconocido",
        "no hay ningún tipo de documento «{id}».{cerca}",
        "Use el nombre de una carpeta de layouts/.",
    ),
    "REF-009": Message(
        "Imagen inservible",
        "la imagen «{archivo}» {causa}.",
        "Ponga el archivo en la carpeta identidad/ de la institución, en formato SVG.",
    ),
    "REF-010": Message(
        "Sección desconocida",
        "el tipo «{tipo}» no tiene ninguna sección «{id}».{cerca}",
        "Secciones posibles: {posibles}.",
    ),
    "REF-011": Message(
        "Objetivo desconocido",
        "el instrumento «{instrumento}» no tiene ningún objetivo {numero}.",
        "Use el número de uno de sus objetivos.",
    ),
    "REF-012": Message(
        "Cifra de otro ejercicio",
        "la referencia «{direccion}» es de {anio} y el documento es de {ejercicio}.",
        "Cambie el año de la referencia, si no es a propósito.",
        Level.WARNING,
    ),
    "REF-013": Message(
        "El nombre del archivo dice otra cosa",
        "el archivo dice «{dice}» y por su nombre y carpeta debería decir «{esperado}».",
        "Corrija el dato o cambie el nombre del archivo o de su carpeta.",
    ),
    "REF-014": Message(
        "Indicador sin meta del ejercicio",
        "el indicador «{id}» no tiene meta de {ejercicio}.",
        "Añada en «metas» una línea «{ejercicio}: …».",
    ),
    "REF-015": Message(
        "Formato que no corresponde",
        "el formato «{formato}» no sirve aquí: {causa}.",
        "Quite el formato o use otro, como millones o numero 1.",
    ),
    "REF-016": Message(
        "Cuadro desconocido",
        "no hay ningún cuadro «{id}».{cerca}",
        "Use el nombre de un archivo de la carpeta cuadros/, sin .yml.",
    ),
    "REF-017": Message(
        "Esquema de semáforo desconocido",
        "no hay ningún esquema de semáforo «{id}».{cerca}",
        "Use el nombre de un archivo de la carpeta semaforos/, sin .yml.",
    ),
    "IND-001": Message(
        "Actividad sin indicadores",
        "la actividad «{clave}» es de gasto programable y no tiene indicadores de {ejercicio}.",
        "Si los tiene, falta su archivo o está en otra carpeta.",
        Level.WARNING,
    ),
    # FOR: fórmulas
    "FOR-001": Message(
        "Fórmula mal escrita",
        "la fórmula de «{clave}» no se entiende: {causa}.",
        "Use números, los id de las variables, + − × ÷ y paréntesis: "
        "(defunciones / poblacion) × 100,000",
    ),
    "FOR-002": Message(
        "La fórmula nombra algo desconocido",
        "la fórmula de la ficha {ficha} nombra «{nombre}», que no está entre sus variables.{cerca}",
        "Puede nombrar: {posibles}.",
    ),
    "FOR-003": Message(
        "División entre cero",
        "la fórmula de la ficha {ficha} divide entre cero con los valores de {anio}.",
        "Revise los valores de ese año o, si no hay dato, escriba ND.",
    ),
    # FIC: fichas de indicador
    "FIC-001": Message(
        "A una variable le falta un año",
        "en la ficha {ficha}, «{id}» no tiene valor de {anio} y otras variables sí.",
        "Añada una línea «{anio}: …», con ND si el dato no está disponible.",
    ),
    "FIC-002": Message(
        "Unidad que no corresponde",
        "en la ficha {ficha} el valor está en «{unidad}» y la unidad de medida es «{medida}».",
        "Corrija la unidad del valor o la «unidad_medida» de la ficha.",
    ),
    "FIC-003": Message(
        "Variable sin valores o con valores dobles",
        "la variable «{id}» {causa}.",
        "Escriba «valores», o bien «componentes» y «calculo».",
    ),
    "FIC-004": Message(
        "Variable que la fórmula no usa",
        "la fórmula no nombra la variable «{id}».",
        "Úsela en la fórmula o quítela de la ficha.",
        Level.WARNING,
    ),
    "FIC-005": Message(
        "Falta el resultado de un año",
        "la ficha {ficha} tiene variables de {anio} y su serie no tiene ese año.",
        "Añada en «serie» una línea «{anio}: …», con ND si aún no hay resultado.",
    ),
    "FIC-006": Message(
        "Resultado anterior a la línea base",
        "la ficha {ficha} tiene un resultado de {anio} y su línea base es de {base}.",
        "Corrija el año del resultado o el de la línea base.",
    ),
    # CUA: cuadros de datos
    "CUA-001": Message(
        "Fila con celdas de más o de menos",
        "la fila tiene {celdas} celdas y el cuadro tiene {columnas} columnas.",
        'Complete la fila; una celda vacía se escribe "".',
    ),
    "CUA-002": Message(
        "Celda que no es una cifra",
        "«{valor}», en la columna de cifras «{columna}», no se entiende: {causa}.",
        "Escriba la cifra como se publica, o cambie el tipo de la columna a texto.",
    ),
    "CUA-003": Message(
        "Cuadro sin filas o con filas dobles",
        "el cuadro {causa}.",
        "Escriba «filas», o bien «grupos» con sus filas.",
    ),
    "CUA-004": Message(
        "La gráfica pide una columna que no existe",
        "el cuadro no tiene ninguna columna «{id}».{cerca}",
        "Columnas: {posibles}.",
    ),
    "CUA-005": Message(
        "Llamada sin nota",
        "la llamada «{marca}» del cuadro no tiene su nota.",
        "Añada en «notas» una línea «{marca}: …».",
        Level.WARNING,
    ),
    # SIG: siglas
    "SIG-001": Message(
        "Sigla sin explicar",
        "«{sigla}» no está en la lista de siglas.",
        "Añádala a siglas.yml, desarróllela en el texto o, si es un nombre propio, "
        "póngala en «nombres».",
        Level.WARNING,
    ),
    "SIG-002": Message(
        "Siglas que no se usan",
        "{cuantas} siglas de la lista no se usan en ningún texto ni dato: {siglas}.",
        "Quítelas, si el documento no las necesita.",
        Level.WARNING,
    ),
    "SIG-003": Message(
        "Sigla repetida",
        "la sigla «{sigla}» ya se explicó en la línea {linea}.",
        "Deje una sola explicación.",
        Level.WARNING,
    ),
    # AUD: lo impreso y lo calculado
    "AUD-001": Message(
        "El resultado publicado no es el que da la fórmula",
        "ficha {ficha}, {anio}: el resultado publicado es {publicado} y la fórmula da {calculado}.",
        "Revise las variables y el resultado; si así se publicó, quedará dicho en la ficha.",
        Level.WARNING,
    ),
    "AUD-002": Message(
        "La sustitución impresa no da lo que dice",
        "ficha {ficha}, {anio}: la sustitución impresa dice {impreso} y, evaluada como está "
        "escrita, da {calculado}.",
        "Es un error del original: Pliego imprime la sustitución que sale de la fórmula.",
        Level.WARNING,
    ),
    "AUD-003": Message(
        "La sustitución impresa no se puede evaluar",
        "ficha {ficha}, {anio}: la sustitución impresa no se puede evaluar: {causa}.",
        "Es un error del original: Pliego imprime la sustitución que sale de la fórmula.",
        Level.WARNING,
    ),
    "AUD-004": Message(
        "La sustitución impresa y la serie no coinciden",
        "ficha {ficha}, {anio}: la sustitución impresa termina en {impreso} y la serie "
        "publica {publicado}.",
        "Revise cuál vale; si así se publicó, quedará dicho en la ficha.",
        Level.WARNING,
    ),
    "AUD-005": Message(
        "El original imprime otra cosa",
        "en {donde} el original imprime «{impreso}» y el valor es «{valor}».",
        "No hay que hacer nada: se conserva lo impreso junto al dato.",
        Level.WARNING,
    ),
    "AUD-006": Message(
        "El cuadro resumen y la ficha no coinciden",
        "ficha {ficha}, {campo}: el cuadro resumen del original imprime «{impreso}» y la ficha "
        "dice «{valor}».",
        "No hay que hacer nada: el resumen de Pliego sale de la ficha.",
        Level.WARNING,
    ),
    # IDS: identificadores
    "IDS-001": Message(
        "Identificador repetido",
        "«{id}» ya se usó en {lugar}.",
        "Dé a cada {que} un identificador propio.",
    ),
    # NAR: narrativa
    "NAR-001": Message(
        "HTML en la narrativa",
        "no se admite HTML en la narrativa («{texto}»).",
        "Use Markdown: **negrita**, *cursiva*, listas, tablas y notas.",
    ),
    "NAR-002": Message(
        "Enlace no admitido",
        "el enlace «{destino}» no se admite.",
        "Los enlaces empiezan por https:, mailto: o # (un apartado del mismo documento).",
    ),
    "NAR-003": Message(
        "Imagen en la narrativa",
        "no se admiten imágenes en la narrativa («{texto}»).",
        "Quítela; las gráficas las hace Pliego a partir de los datos.",
    ),
    "NAR-004": Message(
        "Tabla con columnas de más o de menos",
        "esta fila tiene {celdas} celdas y el encabezado tiene {columnas}.",
        "Añada o quite barras | hasta que coincidan.",
    ),
    "NAR-005": Message(
        "Encabezado demasiado alto",
        "un encabezado de nivel {nivel} no cabe aquí: el título del apartado ya lo pone Pliego.",
        "Empiece por ## y no salte niveles.",
    ),
    "NAR-006": Message(
        "Narrativa que nadie usa",
        "ninguna sección del tipo «{tipo}» usa este archivo.",
        "Cámbiele el nombre por el que espera la sección o bórrelo.",
        Level.WARNING,
    ),
    "NAR-007": Message(
        "Nota sin texto",
        "la llamada de nota «{nota}» no tiene su texto.",
        "Añada al final una línea: [^{nota}]: texto de la nota.",
    ),
    "NAR-008": Message(
        "Enlace a un apartado que no existe",
        "ningún apartado del documento se llama «{destino}».{cerca}",
        "Los apartados son: {posibles}.",
    ),
    "NAR-009": Message(
        "Código en la narrativa",
        "hay código o un texto con sangría de cuatro espacios («{texto}»), que no se imprimen así.",
        "Quite las comillas invertidas ` o los espacios del principio de la línea.",
    ),
    "NAR-010": Message(
        "Nota demasiado larga",
        "la nota «{nota}» debe ser un solo párrafo, sin listas ni llamadas a otras notas.",
        "Deje un párrafo y pase lo demás al texto.",
    ),
    "NAR-011": Message(
        "Nota que nadie llama",
        "la nota «{nota}» no se imprimirá: ningún texto la llama.",
        "Ponga [^{nota}] donde corresponda o borre la nota.",
    ),
    "NAR-012": Message(
        "Lista que no empieza en 1",
        "la lista empieza en {numero}; Pliego numera las listas desde 1.",
        "Empiece en 1 o escriba los números dentro del texto.",
    ),
    "NAR-013": Message(
        "Raya separadora",
        "una línea de *** o --- sería una raya, y la narrativa no las lleva.",
        "Quítela; para separar temas use un subtítulo con ##.",
    ),
    "NAR-014": Message(
        "Demasiadas notas",
        "hay más de {maximo} llamadas de nota en un solo archivo.",
        "Divida el texto en varias secciones.",
    ),
    "NAR-015": Message(
        "Encabezado de tabla que no coincide",
        "el encabezado tiene {celdas} celdas y la línea de guiones tiene {columnas}.",
        "Ponga en la línea de guiones tantas columnas como títulos.",
    ),
    # IDE: identidad
    "IDE-001": Message(
        "Contraste insuficiente",
        "{que} tiene un contraste de {medido}:1; hace falta {minimo}:1 para que se lea.",
        "Oscurezca o aclare el color.",
    ),
    # TIP: tipos de documento
    "TIP-001": Message(
        "Ruta desconocida en el tipo de documento",
        "«{ruta}» no existe: {causa}.",
        "Corrija el nombre, o añada el dato que falta (el presupuesto o la meta de ese año).",
    ),
    "TIP-002": Message(
        "Falla en una plantilla",
        "la plantilla falló: {causa}.",
        "Revise la plantilla en esa línea.",
    ),
    # PDF y sitio
    "PDF-001": Message(
        "Aviso del motor de PDF",
        "el PDF no se puede publicar así: {causa}.",
        "Corrija el texto, la imagen o la hoja de estilo que lo causa.",
    ),
    "PDF-002": Message(
        "Letra sin glifo",
        "ninguna letra del documento tiene el carácter «{caracter}» ({codigo}).",
        "Escriba otro carácter o quítelo.",
    ),
    "SIT-001": Message(
        "El sitio no se pudo construir",
        "el constructor del sitio avisó: {causa}.",
        "Corrija el enlace o la página que lo causa.",
    ),
    "SIT-002": Message(
        "El buscador no se pudo construir",
        "el índice de búsqueda falló: {causa}.",
        "Repita la orden; si vuelve a fallar, borre .venv y repita.",
    ),
    "PUB-001": Message(
        "No se pudo publicar",
        "no se pudo guardar la publicación: {causa}. La anterior sigue en su lugar.",
        "Revise el espacio en disco y los permisos de la carpeta de salida.",
    ),
    "PUB-002": Message(
        "Otra construcción en curso",
        "otra orden está publicando en «{salida}».",
        "Espere a que termine y repita.",
    ),
    "PRY-001": Message(
        "No es un proyecto",
        "en «{carpeta}» no hay un proyecto de Pliego: falta {falta}.",
        "Diga dónde está con --proyecto CARPETA.",
    ),
    "PRY-002": Message(
        "Documento desconocido",
        "no hay ningún documento «{documento}».{cerca}",
        "Documentos: {posibles}.",
    ),
}
