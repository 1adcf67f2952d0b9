"""Which numbers of a text are no figures: years, dates, hours, ages, and what they name."""

import re

from generator.check.periodos import MESES

_ANIO = re.compile(r"(?:19|20)[0-9]{2}|2100")
_MES = rf"(?:{'|'.join(MESES)}|setiembre)\b"
_DESPUES = re.compile(
    rf"(?:\.?º|\.ª)?(?:,? (?:y|al?|o|u) (?:el )?[0-9]{{1,2}})?(?: de {_MES})|"
    r" de(?:l| ese| este| dicho)(?: mismo)? mes\b|"
    r"(?: (?:a|y|o|u) [0-9]{1,3})? (?:años?|meses|días|semanas|horas?|minutos|hrs?\b\.?|h\b)|"
    r" (?:y|o) más\b|\.[ªº]|\)(?! de\b)",
    re.IGNORECASE,
)
_NOMBRAN = (
    *("art[íi]culos?", r"arts?\.", "ley(?:es)?", "acuerdos?", "decretos?", "numeral(?:es)?"),
    *("fracci(?:ón|ones)", "incisos?", "normas?", "est[áa]ndar(?:es)?(?: de competencia)?"),
    *("contratos?", "oficios?", "convenios?", "licencias?", "expedientes?", "folios?", "lotes?"),
    *(r"n[oº]s?\.", r"n\.º", r"n[úu]ms?\.", "n[úu]meros?", r"km\.?", "kil[óo]metros?", "zonas?"),
    *("regi[óo]n(?:es)?", "fases?", "etapas?", "ejes?(?: de trabajo)?", "modalidad(?:es)?"),
    *("objetivos?(?: prioritarios?)?", "estrategias?", "indicador(?:es)?", "fichas?", "metas?"),
    *("cuadros?", "tablas?", "gr[áa]ficas?", "figuras?", "p[áa]ginas?", r"p[áa]gs?\.", r"pp?\."),
    *("cap[íi]tulos?", "anexos?", "notas?", "partidas?", "cuartil", "nivel(?:es)?", "l[íi]neas?"),
    *("grupos?", "tipos?", "versi[óo]n", "edici[óo]n", "serie", "secci[óo]n(?:es)?", "apartados?"),
    *("t[íi]tulos?", "tomos?", r"vol(?:umen|\.)", "claves?", "c[óo]digos?", "grados?"),
    *("subcuentas?", "programas?", "proyectos?", "actividad(?:es)?", "resoluci[óo]n(?:es)?"),
    *("ciclos?", "semanas?", "sesi[óo]n", "tel[ée]fonos?", r"tel\.", "extensi[óo]n", r"ext\."),
    *(r"c\.p\.", "a las", "(?:menores|mayores) (?:de|a)", "para el bienestar", "guardería u"),
)
_ANTES = re.compile(
    rf"(?<!\w)(?:{'|'.join(_NOMBRAN)})(?: de(?: los| las)?| n[úu]m\.?| no\.)?,? $", re.IGNORECASE
)
_ARTICULO = re.compile(r"(?<!\w)(?:el|del|al) $", re.IGNORECASE)
_PORCIENTO = re.compile(r" ?(?:%|por ciento)")
_PROPIO = re.compile(r"(?<![\w.])(?P<palabra>[A-ZÁÉÍÓÚÑ][\w-]*) $")
_COMUNES = frozenset(
    (
        *("a", "además", "al", "ante", "así", "bajo", "cada", "casi", "cerca", "con", "contra"),
        *("de", "del", "desde", "durante", "e", "el", "en", "entre", "eran", "fueron", "hacia"),
        *("hasta", "hay", "hubo", "la", "las", "lo", "los", "más", "menos", "o", "otras", "otros"),
        *("para", "pero", "por", "que", "se", "según", "sin", "sobre", "solo", "son", "sumaron"),
        *("sólo", "tras", "u", "un", "una", "unas", "unos", "y"),
    )
)
"""Words that a sentence may begin with, before a figure."""
_NOMBRE_COMUN = re.compile(
    r" (?!(?:de|del|y|e|o|en|a|al|con|para|por)\b)[a-záéíóúñ]|%| (?:de (?:las|los)|por ciento)\b"
)
_FILA = re.compile(r"\s*\|\s*[0-9]+\s*\|")
_CERRADA = re.compile(r"\([^()]*$")
ALCANCE = 48
"""Characters before a number that may name it."""


def callado(texto: str, inicio: int, numero: str) -> bool:
    """Whether the number at `inicio` is no figure to be cited."""
    end = inicio + len(numero)
    before = texto[max(0, inicio - ALCANCE) : inicio]
    if _ANIO.fullmatch(numero) or re.match("0[0-9]", numero) or _ANTES.search(before):
        return True
    if _marca(texto, inicio, end) or _uno(before, texto[end : end + 12], numero):
        return True
    after = _DESPUES.match(texto, end)
    if after and not (after[0] == ")" and _CERRADA.search(before)):
        return True
    return _de_un_nombre(before, texto[end : end + 12], numero)


def _marca(texto: str, inicio: int, fin: int) -> bool:
    """The number of an item of a list, or of the row of a table."""
    if inicio > ALCANCE:
        return False
    if _FILA.match(texto) and texto[:inicio].strip() == "|":
        return True
    return not texto[:inicio].strip(" >") and texto[fin : fin + 2] in (". ", ") ", ".-")


def _uno(antes: str, despues: str, numero: str) -> bool:
    """«el 40 y el 44»: with a singular article, a number names one thing."""
    alone = numero.isdigit() and bool(_ARTICULO.search(antes))
    return alone and not _PORCIENTO.match(despues)


def _de_un_nombre(antes: str, despues: str, numero: str) -> bool:
    """«Cardiología 34», «Gineco-Obstetricia 3 de León»: not «Jalisco 320 pacientes»."""
    name = _PROPIO.search(antes)
    if not name or len(numero) > 3 or not numero.isdigit():
        return False
    return name["palabra"].lower() not in _COMUNES and not _NOMBRE_COMUN.match(despues)
