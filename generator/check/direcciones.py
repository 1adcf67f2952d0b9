"""Addresses of pages and of mail are well written; whether they answer is not asked."""

import re
from collections.abc import Iterator

from generator.base.diagnostic import Diagnostic, diagnose
from generator.check.prosa import Renglon, textos
from generator.check.todo import Todo

_HOST = r"(?:[^\W_](?:[\w-]{0,62}[^\W_])?\.)+[^\W\d_]{2,24}"
_PAGINA = re.compile(
    r"(?<![\w/.@-])(?:h?tt?ps?[:;.]?/{1,3}|https?[:;]|www[.,;:]|w{4,}\.|ww\.)[^\s<>«»“”\"'|)\]]*",
    re.IGNORECASE,
)
_BUENA = re.compile(rf"(?:https?://|(?=www\.)){_HOST}(?::[0-9]{{2,5}})?(?:[/?#].*)?", re.IGNORECASE)
_LETRA = r"[^\s<>«»“”\"'|()\[\]{},;]"
_CORREO = re.compile(rf"(?<!{_LETRA}){_LETRA}*@{_LETRA}*")
_BUENO = re.compile(rf"[\w+-]+(?:\.[\w+-]+)*@{_HOST}")
_USUARIO = re.compile(r"@\w+")
_FINAL = ".,;:…*_-"


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for renglon in textos(todo):
        yield from _paginas(renglon)
        if "@" in renglon.crudo:
            yield from _correos(renglon)


def _paginas(renglon: Renglon) -> Iterator[Diagnostic]:
    for found in _PAGINA.finditer(renglon.crudo):
        address = found[0].rstrip(_FINAL)
        cause = _causa(address)
        if cause:
            yield diagnose("TXT-009", renglon.span(found.start()), direccion=address, causa=cause)


def _causa(address: str) -> str:
    """What is wrong with the address of a page, or nothing."""
    if not re.match(r"https?://|www\.", address, re.IGNORECASE):
        return "debe empezar con https://"
    if address.lower().count("http") > 1 and "?" not in address:
        return "tiene dos comienzos"
    return "" if _BUENA.fullmatch(address) else "el nombre del sitio está mal escrito"


def _correos(renglon: Renglon) -> Iterator[Diagnostic]:
    """`@usuario` alone is a name in a social network."""
    for found in _CORREO.finditer(renglon.crudo):
        address = found[0].rstrip(_FINAL).removeprefix("mailto:")
        page = address.startswith(("http", "www"))
        if not page and not _BUENO.fullmatch(address) and not _USUARIO.fullmatch(address):
            cause = "no es un correo completo, como buzon@institucion.gob.mx"
            yield diagnose("TXT-009", renglon.span(found.start()), direccion=address, causa=cause)
