"""libyaml's complaints, in Spanish."""

_WORDS = {
    "mapping values are not allowed": "sobran dos puntos (¿falta una línea nueva o comillas?)",
    "could not find expected ':'": "falta el signo de dos puntos después de una clave",
    "did not find expected key": "la sangría no coincide con la de las claves vecinas",
    "did not find expected '-' indicator": "la sangría no coincide con la de la lista",
    "did not find expected ',' or ']'": "falta una coma o el cierre ]",
    "did not find expected ',' or '}'": "falta una coma o el cierre }",
    "found character that cannot start any token": "hay un tabulador o un signo sin comillas",
    "found a tab character": "hay un tabulador: la sangría se hace con espacios",
    "block sequence entries are not allowed": "hay un guion de lista donde no cabe",
    "found unexpected end of stream": "faltan las comillas de cierre",
    "found unexpected document indicator": "hay --- o ... dentro de un texto entre comillas",
    "found unknown escape character": "hay una barra \\ que no es válida entre comillas dobles",
    "did not find expected node content": "falta un valor",
    "did not find expected <document start>": "hay texto después del final de los datos",
    "found undefined tag handle": "hay un signo ! que necesita comillas",
    "control characters are not allowed": "hay un carácter de control",
    "while scanning": "no se entiende lo escrito",
}


def in_spanish(problem: str) -> str:
    """The cause for a reader of Spanish; unknown ones say only that it is not understood."""
    for english, spanish in _WORDS.items():
        if english in problem:
            return spanish
    return "no se entiende lo escrito aquí"
