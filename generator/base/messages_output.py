"""Messages on texts, identity, document types and what is published: NAR to PRY."""

from generator.base.message import Level, Message

MESSAGES: dict[str, Message] = {
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
