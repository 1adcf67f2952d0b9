"""Messages on what the data say: references, formulas, fichas, tables, siglas, prints."""

from generator.base.message import Level, Message

MESSAGES: dict[str, Message] = {
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
        "la referencia «{direccion}» es de {anio}, que no es el año ni el periodo del documento.",
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
        "Quite el formato o use otro: numero 1 o letra, si es un número; fecha-corta, si es una "
        "fecha.",
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
    "REF-018": Message(
        "Cuenta que no se puede hacer",
        "«{texto}» no se puede calcular: {causa}.",
        "Se escribe {{{{ =dato.a + dato.b }}}}, {{{{ =variacion(2-1.resultado.2022, "
        "2-1.resultado.2023) }}}} o {{{{ aumentó si dato.b > dato.a }}}}; en una comprobación, sin "
        "llaves: total = a + b.",
    ),
    "AFI-001": Message(
        "Las cifras no dicen eso",
        "el texto afirma «{texto}» si {condicion}, y no es así: son {cuentas}.",
        "Corrija las palabras, o las cifras que se comparan.",
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
        "la fórmula{donde} no se entiende: {causa}.",
        "Use números, los id de las variables, + − × ÷ y paréntesis: "
        "(defunciones / poblacion) × 100,000",
    ),
    "FOR-002": Message(
        "La fórmula nombra algo desconocido",
        "en la ficha {ficha}, {formula} nombra «{nombre}», que no está entre {entre}.{cerca}",
        "Puede nombrar: {posibles}.",
    ),
    "FOR-003": Message(
        "División entre cero",
        "en la ficha {ficha}, {formula} divide entre cero con los valores de {anio}.",
        "Revise los valores de ese año o, si no hay dato, escriba ND.",
    ),
    # FIC: fichas de indicador
    "FIC-001": Message(
        "A una variable le falta un año",
        "en la ficha {ficha}, «{id}» no tiene valor de {anio} y otras variables sí.",
        "Añada en sus «valores» una línea «{anio}: …», con ND si el dato no está disponible.",
    ),
    "FIC-002": Message(
        "Unidad que no corresponde",
        "en la ficha {ficha} el valor está en «{unidad}» y la unidad de medida es «{medida}».",
        "Corrija la unidad del valor o la «unidad_medida» de la ficha.",
    ),
    "FIC-003": Message(
        "Variable sin valores o con valores dobles",
        "en la ficha {ficha}, la variable «{id}» {causa}.",
        "Escriba «valores», o bien «componentes» y «calculo».",
    ),
    "FIC-004": Message(
        "Variable que la fórmula no usa",
        "en la ficha {ficha}, {formula} no nombra «{id}».",
        "Escriba ahí ese id o quite de la ficha lo que no se usa.",
        Level.WARNING,
    ),
    "FIC-005": Message(
        "Falta el resultado de un año",
        "la serie de la ficha {ficha} no tiene {anio} y {causa}.",
        "Añada en «serie» una línea «{anio}: …», con ND si aún no hay resultado.",
    ),
    "FIC-006": Message(
        "Resultado anterior a la línea base",
        "la ficha {ficha} tiene resultado de {anios} y su línea base es de {base}.",
        "Corrija el año del resultado o el de la línea base.",
    ),
    "FIC-007": Message(
        "Falta un año que otras fichas tienen",
        "la serie de la ficha {ficha} tiene el año {anio} y le falta {faltan}, del mismo "
        "instrumento.",
        "Añada en su «serie» una línea «{anio}: …»: ND si aún no hay resultado, NA si no "
        "corresponde.",
    ),
    # SEM: esquemas de semáforo
    "SEM-001": Message(
        "Esquema de semáforo mal armado",
        "{causa}.",
        "Ordene los cortes de mayor a menor; sólo el último, el más bajo, va sin «desde», y los "
        "que dicen «cuando» no lo llevan.",
    ),
    # CUA: cuadros de datos
    "CUA-001": Message(
        "Fila con celdas de más o de menos",
        "la fila tiene {celdas} celdas y el cuadro tiene {columnas} columnas.{cerca}",
        'Ponga una celda por columna; la que está vacía se escribe "".',
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
        "La gráfica pide una columna que no sirve",
        "«{clave}» pide la columna «{id}», que {causa}.{cerca}",
        "Columnas posibles: {posibles}.",
    ),
    "CUA-005": Message(
        "Llamada sin nota",
        "la llamada «{marca}» no tiene su nota.",
        "Añada en «notas» una línea «{marca}: …».",
        Level.WARNING,
    ),
    "CUA-006": Message(
        "Nota que nadie llama",
        "ninguna celda ni título del cuadro llama a la nota «{marca}».",
        "Ponga la llamada donde corresponda o borre la nota.",
        Level.WARNING,
    ),
    "CUA-007": Message(
        "Cuadro que ningún texto coloca",
        "ningún texto de la institución coloca el cuadro «{id}».",
        "Póngalo en un texto con {{{{ cuadro.{id} }}}}, en un párrafo propio, o borre el archivo.",
        Level.WARNING,
    ),
    # SIG: siglas
    "SIG-001": Message(
        "Sigla sin explicar",
        "«{sigla}» no está en la lista de siglas.{cerca}",
        "Añádala a siglas.yml, desarróllela en el texto o, si es un nombre propio, "
        "póngala en «nombres».",
        Level.WARNING,
    ),
    "SIG-002": Message(
        "Siglas que no se usan",
        "hay siglas de la lista que no se usan en ningún texto ni dato ({cuantas}): {siglas}.",
        "Quítelas, si el documento no las necesita.",
        Level.WARNING,
    ),
    "SIG-003": Message(
        "Sigla repetida",
        "la sigla «{sigla}» ya se explicó en la línea {linea}.",
        "Deje una sola explicación.",
        Level.WARNING,
    ),
    # IDS: identificadores
    "IDS-001": Message(
        "Identificador repetido",
        "«{id}» ya se usó en {lugar}.",
        "Dé a cada {que} un identificador propio.",
    ),
    "IDS-003": Message(
        "Dirección ocupada",
        "el sitio ya tiene algo en «/{id}/».",
        "Dé a la página otro id, y a su texto de content/portal/ el mismo nombre.",
    ),
}
