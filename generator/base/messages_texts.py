"""Messages of the rules over texts: numbers typed by hand, slips of writing, order, numbering."""

from generator.base.message import Level, Message

MESSAGES: dict[str, Message] = {
    # NUM: números escritos a mano
    "NUM-001": Message(
        "Número escrito a mano",
        "el número «{numero}» está escrito a mano.{propuesta}",
        'Cite la cifra o, si no es un dato, diga por qué: {{{{ "{numero}" : literal motivo }}}}.',
        Level.WARNING,
    ),
    # TXT: textos
    "TXT-001": Message(
        "Párrafo repetido",
        "este párrafo es casi el mismo ({parecido} igual) que el de {lugar}.",
        "Déjelo en un solo lugar.",
        Level.WARNING,
    ),
    "TXT-002": Message(
        "Elemento de lista repetido",
        "«{elemento}» ya está en la lista, en la línea {linea}.",
        "Borre uno de los dos o corrija el que debía decir otra cosa.",
    ),
    "TXT-003": Message(
        "Hueco sin llenar",
        "«{texto}» es texto de plantilla o un hueco sin llenar.",
        "Escriba el texto o el dato; si no lo hay, ND.",
    ),
    "TXT-004": Message(
        "Fecha que no existe",
        "«{fecha}» no existe en el calendario.",
        "Corrija el día o el mes.",
    ),
    "TXT-005": Message(
        "Periodo al revés",
        "en «{periodo}» el final está antes que el principio.",
        "Corrija los años o las fechas; si el periodo pasa de un año a otro, escriba los dos.",
    ),
    "TXT-006": Message(
        "Letra de otro alfabeto",
        "en «{palabra}» la letra «{letra}» es del alfabeto {alfabeto}, aunque parece una "
        "«{latina}»: quien busque la palabra no la encontrará.",
        "Escriba de nuevo la palabra con el teclado.",
    ),
    "TXT-007": Message(
        "Comillas de dos clases",
        'en este archivo hay comillas rectas (") y también de las otras (« » o “ ”).',
        "Use las mismas en todo el texto: « y ».",
        Level.WARNING,
    ),
    "TXT-008": Message(
        "Palabra repetida",
        "se lee «{palabras}».",
        "Borre una de las dos.",
        Level.WARNING,
    ),
    "TXT-009": Message(
        "Dirección mal escrita",
        "la dirección «{direccion}» no sirve: {causa}.",
        "Cópiela completa del navegador o del correo.",
    ),
    "TXT-010": Message(
        "Espacio de más",
        "hay un espacio antes del signo «{signo}».",
        "Borre el espacio.",
        Level.WARNING,
    ),
    "TXT-011": Message(
        "El número dicho y la lista no coinciden",
        "se anuncian «{dicho}» y se enumeran {hallados}.",
        "Corrija el número o complete la lista; si así se publicó, fírmelo en excepciones.yml.",
    ),
    "TXT-012": Message(
        "Clave repetida",
        "la clave «{clave}» está dos veces en la misma enumeración.",
        "Escriba la que falta o borre una; si así se publicó, fírmela en excepciones.yml.",
    ),
    "TXT-013": Message(
        "Nombre en dos grupos",
        "«{nombre}» está en «{uno}» y también en «{otro}», y los grupos se reparten los nombres.",
        "Déjelo en uno y ponga en el otro el que falta; si así se publicó, fírmelo en "
        "excepciones.yml.",
    ),
    "TXT-014": Message(
        "El texto nombra a una unidad que no responde en el cuadro",
        "el texto de la actividad nombra a «{unidad}», y en su cuadro responden: {responsables}.",
        "Corrija el texto o la unidad responsable; si así se publicó, fírmelo en excepciones.yml.",
    ),
    "TXT-015": Message(
        "Clave con letras cambiadas de lugar",
        "en la clave «{clave}» se lee «{parte}», y las demás de su familia dicen «{usual}».",
        "Corrija la clave; si así se publicó, fírmela en excepciones.yml.",
    ),
    "TXT-016": Message(
        "Paréntesis sin pareja",
        "en «{texto}» {causa}.",
        "Escriba el que falta o borre el que sobra.",
        Level.WARNING,
    ),
    "TXT-017": Message(
        "Letra repetida al empezar",
        "se lee «{palabra}».",
        "Borre la letra que sobra.",
        Level.WARNING,
    ),
    # SIG: siglas y glosario
    "SIG-004": Message(
        "Fuera del orden alfabético",
        "«{uno}» está {donde} de «{otro}» (línea {linea}) y no le toca ahí por orden alfabético.",
        "Póngala en su lugar y vuelva a revisar: aquí sólo se dice la primera del archivo.",
        Level.WARNING,
    ),
    "SIG-005": Message(
        "Sigla con dos significados",
        "la sigla «{sigla}» es aquí «{significado}» y en la línea {linea}, «{otro}».",
        "Deje el significado que vale.",
    ),
    "SIG-006": Message(
        "Sigla escrita de otra forma",
        "se lee «{palabra}» y la lista de siglas dice «{sigla}».",
        "Escríbala siempre igual.",
        Level.WARNING,
    ),
    "SIG-007": Message(
        "Sigla explicada con otras palabras",
        "la sigla «{sigla}» se explica aquí como «{nombre}» y la lista de siglas dice "
        "«{significado}».",
        "Escriba el mismo nombre en los dos lugares; si así se publicó, fírmelo en "
        "excepciones.yml.",
    ),
    "SIG-008": Message(
        "Palabras en desuso",
        "se lee «{dice}», que siglas.yml declara en desuso.",
        "Escriba «{debe}»{nota}; si así se publicó, fírmelo en excepciones.yml.",
    ),
    # NRO: numeración
    "NRO-001": Message(
        "Número que no corresponde a su lugar",
        "{que} «{numero}» está en {donde}: le tocaba {debia}.",
        "Corrija el número; si así se publicó, fírmelo en excepciones.yml.",
    ),
    "NRO-002": Message(
        "Numeración que salta o se repite",
        "{que} «{numero}» viene después de {antes}: le tocaba {debia}.",
        "Corrija el número o añada lo que falta; si así se publicó, fírmelo en excepciones.yml.",
    ),
    "NRO-003": Message(
        "El índice y el título llevan otro número",
        "el índice dice «{entrada}» y el título, «{titulo}».",
        "Póngales el mismo número; si así se publicó, fírmelo en excepciones.yml.",
    ),
    "NRO-004": Message(
        "El índice y los títulos no son los mismos",
        "{que}.",
        "Añada lo que falta o borre lo que sobra; si así se publicó, fírmelo en excepciones.yml.",
    ),
}
