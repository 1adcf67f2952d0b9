"""Messages of follow-ups: their categories, and what is printed of them."""

from generator.base.message import Message

_SIGN = "Corrija el dato; si así se publicó, fírmelo en excepciones.yml."

MESSAGES: dict[str, Message] = {
    # SEG: seguimientos y sus categorías
    "SEG-001": Message(
        "Palabra que el esquema no tiene",
        "«{palabra}» no está entre {donde} del esquema «{esquema}».{cerca}",
        "Puede ser: {posibles}.",
    ),
    "SEG-002": Message(
        "Seguimiento o esquema desconocido",
        "no hay ningún archivo «{id}» en la carpeta {carpeta}/.{cerca}",
        "Use el nombre de un archivo de esa carpeta, sin .yml.",
    ),
    "SEG-003": Message(
        "Esquema de categorías mal armado",
        "{causa}.",
        "Corrija el esquema: cada palabra, una vez, y la vigencia, de antes a después.",
    ),
    "SEG-004": Message(
        "Celda impresa que no se entiende",
        "«{texto}», en la distribución impresa, no es una cuenta.",
        'Se escribe 0 o, con su porcentaje, "5, 33%".',
    ),
    # EVA: lo que una evaluación dice de sus indicadores
    "EVA-001": Message(
        "La distribución impresa no es la de los indicadores",
        "en {donde} el original imprime {impreso} y los indicadores dan {calculado}.",
        _SIGN,
    ),
    "EVA-002": Message(
        "El original imprime una palabra que el esquema no tiene",
        "en {campo} de {clave} el original imprime «{impreso}», que el esquema no tiene; la "
        "palabra es «{valor}».",
        _SIGN,
    ),
    "EVA-003": Message(
        "La misma palabra con varias grafías",
        "«{valor}» se imprime de {maneras}: {grafias}.",
        _SIGN,
    ),
    "EVA-004": Message(
        "El texto dice lo contrario que la tarjeta",
        "el texto dice que {clave} {cambio}, y su sentido es {sentido} y su meta intermedia, "
        "«{cumplimiento}».",
        _SIGN,
    ),
}
