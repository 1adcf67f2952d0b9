"""Messages of the audit: what is printed against what is computed, and who signs the rest."""

from generator.base.message import Level, Message

MESSAGES: dict[str, Message] = {
    # AUD: lo impreso y lo calculado
    "AUD-001": Message(
        "El resultado publicado no es el que da la fórmula",
        "ficha {ficha}, {anio}: el resultado publicado es {publicado} y la fórmula da {calculado}.",
        "Revise las variables y el resultado; si así se publicó, quedará dicho en la ficha.",
    ),
    "AUD-002": Message(
        "La sustitución impresa no da lo que dice",
        "ficha {ficha}, {anio}: la sustitución impresa{falta} dice {impreso} y, evaluada como está "
        "escrita, da {calculado}.",
        "Es un error del original: Pliego imprime la sustitución que sale de la fórmula.",
    ),
    "AUD-003": Message(
        "La sustitución impresa no se puede evaluar",
        "ficha {ficha}, {anio}: la sustitución impresa no se puede evaluar: {causa}.",
        "Es un error del original: Pliego imprime la sustitución que sale de la fórmula.",
    ),
    "AUD-004": Message(
        "La sustitución impresa y la serie no coinciden",
        "ficha {ficha}, {anio}: la sustitución impresa termina en {impreso} y la serie "
        "publica {publicado}.",
        "Revise cuál vale; si así se publicó, quedará dicho en la ficha.",
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
    "AUD-007": Message(
        "La fórmula da un resultado que la serie no publica",
        "ficha {ficha}, {anio}: la serie dice {estado} y la fórmula da {calculado}.",
        "Escriba el resultado en la serie o, en la variable que falte, ND.",
    ),
    "AUD-010": Message(
        "Una comprobación no se cumple",
        "{dice}: no se cumple que {uno} {signo} {otro}.",
        "Corrija la cifra o lo que se comprueba; si así se publicó, fírmela en excepciones.yml.",
    ),
    "AUD-011": Message(
        "El total no es la suma",
        "el total de «{columna}» es {total} y sus filas suman {suma}.",
        "Corrija la fila o el total; si así se publicó, fírmelo en excepciones.yml.",
    ),
    # EXC: excepciones firmadas
    "EXC-001": Message(
        "Excepción que no hace falta",
        "nada de lo hallado corresponde a esta excepción de {regla}.",
        "Bórrela, si aquello ya se corrigió o si otra igual ya lo firma; si el hallazgo dice ahora "
        "otra cosa, revíselo y fírmelo de nuevo con ./pliego firmar.",
        Level.WARNING,
    ),
    "EXC-002": Message(
        "Excepción vencida",
        "la excepción de {regla} venció el {fecha}.",
        "Corrija lo que firmaba y bórrela, o póngale otra fecha.",
        Level.WARNING,
    ),
    "EXC-003": Message(
        "Excepción de algo que no se puede firmar",
        "los errores de {regla} no se firman: dejan algo sin leer o sin componer.",
        "Corrija el error y borre la excepción.",
    ),
}
