"""A count that is said before a list is the count of that list: «tres esquemas:» and four."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.base.diagnostic import Diagnostic, diagnose
from generator.check.listas import listas
from generator.check.prosa import HUECO, Renglon, narrativa
from generator.check.todo import Todo
from generator.model.proyecto import InstitucionLeida

NUMERALES = (
    *("dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once"),
    *("doce", "trece", "catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve"),
    "veinte",
)
MAXIMO = 60
"""A larger number does not announce a list."""
_ABRE = re.compile(rf"(?::{HUECO}*)(?=\s|$)| —(?=\w)| \((?=[A-ZÁÉÍÓÚÑ])|,? en (?=[A-ZÁÉÍÓÚÑ])")
_DICHO = re.compile(
    rf"(?<![\w.,$-])(?P<numero>{HUECO}+|[0-9]{{1,2}}|{'|'.join(NUMERALES)})"
    r"(?P<cosa>(?: (?!y\b|e\b|o\b|de los\b|de las\b|más\b|años\b)[^\W\d_]+){1,4})$",
    re.IGNORECASE,
)
_REFERENCIA = re.compile(r"\{\{\s*([\w.-]+)\s*(?::[^{}]*)?\}\}$")
_NUMERADO = re.compile(r"(?:^|[ (])(?:([0-9]{1,2})|([a-z]))\) ")
_PARTES = re.compile(rf"{HUECO}|[0-9]+ |(?:una?|{'|'.join(NUMERALES)}) ")
"""A body that begins with a number tells the parts of a sum, not the things that were counted."""
_FRASE = re.compile(r"[.;:—(]")
_FIN = {":": re.compile(r"\.(?=[\s\ufffc]|$)"), "—": re.compile("—"), "(": re.compile(r"\)")}
_FIN |= {"en": re.compile(r"[.;:—(\ufffc]|$")}
LUGARES = 7
CABEZA, CUERPO = 300, 3000
"""Characters that are read before a list and in it."""
LARGO = 6
"""Words of the longest item that is surely one when only commas part them."""


@dataclass(frozen=True)
class Conteo:
    """How many things a list has: one number or, where «y» may be within a name, a few."""

    minimo: int
    maximo: int

    def __str__(self) -> str:
        same = self.minimo == self.maximo
        return str(self.minimo) if same else f"entre {self.minimo} y {self.maximo}"


@dataclass(frozen=True)
class Dicho:
    """A count in the text: where, with which words, how many."""

    inicio: int
    palabras: str
    numero: int


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        renglones = list(narrativa(todo, leida))
        for renglon in renglones:
            yield from _en_linea(todo, leida, renglon)
        before = _antes(renglones)
        for lista in listas(renglones):
            yield from _en_lista(todo, leida, before.get((lista[0].ruta, lista[0].numero)), lista)


def _antes(renglones: list[Renglon]) -> dict[tuple[str, int], Renglon]:
    """The line with words that comes before each one."""
    found, last = {}, renglones[0] if renglones else None
    for renglon in renglones:
        if last and last.ruta == renglon.ruta:
            found[renglon.ruta, renglon.numero] = last
        last = renglon if renglon.crudo.strip() else last
    return found


def _en_lista(
    todo: Todo, leida: InstitucionLeida, antes: Renglon | None, lista: list[Renglon]
) -> Iterator[Diagnostic]:
    head = antes.texto.rstrip(HUECO + " ") if antes else ""
    if antes is None or not head.endswith(":") or any(":" in item.texto for item in lista):
        return
    if dicho := _dicho(todo, leida, antes, len(head) - 1):
        yield from _compara(antes, dicho, Conteo(len(lista), len(lista)))


def _en_linea(todo: Todo, leida: InstitucionLeida, renglon: Renglon) -> Iterator[Diagnostic]:
    for opens in _ABRE.finditer(renglon.texto):
        dicho = _dicho(todo, leida, renglon, opens.start())
        count = _enumerados(renglon.texto, opens) if dicho else None
        if dicho and count:
            yield from _compara(renglon, dicho, count)


def _enumerados(texto: str, abre: re.Match[str]) -> Conteo | None:
    sign = abre[0].strip(f", {HUECO}")
    rest = texto[abre.end() : abre.end() + CUERPO]
    end = _FIN[sign].search(rest)
    body = rest[: end.start()] if end else rest if sign == ":" else ""
    return contados(body) if sign != "en" or _lugares(body) else None


def _compara(renglon: Renglon, dicho: Dicho, conteo: Conteo) -> Iterator[Diagnostic]:
    if not conteo.minimo <= dicho.numero <= conteo.maximo:
        place = renglon.span(dicho.inicio)
        yield diagnose("TXT-011", place, dicho=dicho.palabras, hallados=conteo)


def _lugares(cuerpo: str) -> bool:
    """Whether it enumerates places: all with a capital letter, and not so few as to be an address
    («en León, Guanajuato y…»).
    """
    parts = re.split(r", (?:[ye] )?| [ye] ", cuerpo.strip())
    return len(parts) >= LUGARES and all(part[:1].isupper() for part in parts)


def contados(cuerpo: str) -> Conteo | None:
    """How many things are enumerated; None if it is not sure."""
    if _PARTES.match(cuerpo.lstrip()):
        return None
    numbered = _NUMERADO.findall(cuerpo)
    if len(numbered) > 1:
        return Conteo(len(numbered), len(numbered))
    if "; " in cuerpo:
        return _con_punto_y_coma(cuerpo.split("; "))
    return _con_comas(cuerpo.strip().split(", "))


def _con_punto_y_coma(partes: list[str]) -> Conteo | None:
    """The last two things may be parted by «, y»."""
    last = partes[-1].strip()
    if any(re.search(", [ye] ", parte) for parte in partes[:-1]):
        return None
    if last.startswith(("y ", "e ")):
        return Conteo(len(partes), len(partes))
    if last.count(", y ") + last.count(", e ") == 1:
        return Conteo(len(partes) + 1, len(partes) + 1)
    return None


def _con_comas(partes: list[str]) -> Conteo | None:
    """Names: short and without verbs of their own. Each «y» within one may part it."""
    if len(partes) < 2 or any(len(parte.split()) > LARGO for parte in partes):
        return None
    last, inner = partes[-1], [len(re.findall(r" [ye] ", f" {parte}")) for parte in partes]
    if not inner[-1] or any(re.search(r"\b(?:que|cuyo|con|entre otr[ao]s)\b", p) for p in partes):
        return None
    closes = last.startswith(("y ", "e "))
    least = len(partes) if closes else len(partes) + 1
    return Conteo(least, len(partes) + sum(inner) - closes)


def _dicho(todo: Todo, leida: InstitucionLeida, renglon: Renglon, fin: int) -> Dicho | None:
    """The count that is said just before the character `fin`."""
    base = max(0, fin - CABEZA)
    head = renglon.texto[base:fin]
    sentence = max((each.end() for each in _FRASE.finditer(head)), default=0)
    said = _DICHO.search(head[sentence:].rstrip(HUECO + "* "))
    if said is None:
        return None
    start = base + sentence + said.start()
    number = _valor(todo, leida, renglon.crudo[start : start + len(said["numero"])])
    if number is None:
        return None
    return Dicho(start, f"{_escrito(said['numero'], number)}{said['cosa']}", number)


def _escrito(numero: str, valor: int) -> str:
    return str(valor) if HUECO in numero else numero


def _valor(todo: Todo, leida: InstitucionLeida, escrito: str) -> int | None:
    """The number that is said in words, in figures or by a reference; None if it is no count."""
    if escrito.lower() in NUMERALES:
        return NUMERALES.index(escrito.lower()) + 2
    if escrito.isdigit():
        return int(escrito) if int(escrito) > 1 else None
    reference = _REFERENCIA.search(escrito)
    cifra = todo.registro.buscar(reference[1], leida.id) if reference else None
    if cifra is None or cifra.valor is None or cifra.unidad or cifra.es_fecha:
        return None
    whole = cifra.fraccion.denominator == 1
    return int(cifra.fraccion) if whole and 1 < cifra.fraccion <= MAXIMO else None
