"""What the IMSS printed in «Avance y Resultados», and how it is looked for.

The lists imss-*.json, .tsv and .txt of tests/golden were taken once from the published document;
nothing here writes them.
"""

import csv
import html
import json
import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from typing import Any

from generator.document.formulas import Cadena, Entre, Escrita, Formula, Fraccion, Hoja
from generator.document.nodes import Celda, Cifra, Enfasis, Enlace, Fuerte, Linea, Lista, Llamada
from generator.document.nodes import Texto as Palabras
from tests.casos import RAIZ

GOLDEN = RAIZ / "tests" / "golden"
DOCUMENTO = "imss/avance-y-resultados-2023-2024"
PROGRAMA = "programa-institucional-2020-2024"
DE_OTRO, DATO_DE_OTRO = "informe-2019-", "i19-"
"""How the ids of the tables and of the data of its other document begin."""

CUADROS = {
    "T01": "fortalecimiento-hospitales",
    "T02": "compra-consolidada-comprador",
    "T03": "compensacion-especialistas",
    "T04": "iniciativa-cinco-acciones",
    "T05": "operadores-logisticos-enero-mayo",
    "T06": "operadores-logisticos-mayo-diciembre",
    "T07": "insumos-recibidos-operadores",
    "T08": "partidas-adjudicadas-birmex",
    "T09": "insumos-recibidos-birmex",
    "T10": "adjudicacion-consolidada",
    "T11": "compra-consolidada-por-insumo",
    "T12": "competitividad-cobertura",
    "T13": "sesiones-oncologia",
    "T14": "solicitudes-oncologia",
    "T15": "solicitudes-oncologia-2023",
    "T16": "solicitudes-oncologia-2024",
    "T17": "personal-atencion-orientacion",
    "T18": "buenas-practicas",
    "T19": "atencion-cinco-anios",
    "T20": "salud-guarderias",
    "T21": "buenas-practicas-reconocidas",
}
"""The tables of the original, in its order, and their ids."""

SIN_TITULO = {"T03", "T04", "T05", "T06", "T07", "T08", "T09", "T10", "T11", "T12", "T13", "T21"}
"""Those to which Pliego gave a title; T11 and T21 only had the words over their columns."""


def leer_json(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((GOLDEN / name).read_text("utf-8"))
    return found


def leer_tsv(name: str) -> list[dict[str, str]]:
    with (GOLDEN / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, dialect="excel-tab", quoting=csv.QUOTE_NONE))


FICHAS = leer_json("imss-fichas.json")
TABLAS = leer_json("imss-cuadros.json")
CLAVES = [ficha["clave"] for ficha in FICHAS]
IDS = [clave.replace(".", "-") for clave in CLAVES]
RESUMEN = {row["clave"]: row for row in leer_tsv("imss-resumen.tsv")}
RESULTADOS = leer_tsv("imss-resultados.tsv")


# ── the same words, whatever breaks them ──


def plano(text: str) -> str:
    """Without spaces, hyphens and bullets: a line may break anywhere."""
    return re.sub(r"[\s\-‑\u00ad•]", "", text)


def dicho(text: str) -> str:
    """As Pliego writes it: a minus sign of its own, no space after $, ND without dots."""
    text = re.sub(r"\$ +(?=\d)", "$", re.sub(r"\s+", " ", text.strip()))
    text = re.sub(r"(?<![\w.])-(?=\d)", "−", text)
    return "ND" if text in ("N.D.", "N. D.") else text


def partes(text: str) -> tuple[str, ...]:
    """A printed cell: its words, and the mark that hangs from them."""
    return tuple(dicho(text).rsplit(" ", 1)) if re.search(r" (p/|\d+/)$", text) else (dicho(text),)


# ── cells and lines of the composed document ──


def celda(each: Celda) -> str:
    """What a cell says, with its marks and what follows."""
    words = (contenido(each), each.marca, each.tras)
    return " ".join(word for word in words if word)


def contenido(each: Celda) -> str:
    what = each.contenido
    if isinstance(what, Lista):
        return " ".join(_items(what))
    return renglon((what,))


def _items(lista: Lista) -> Iterator[str]:
    for item in lista.elementos:
        for block in item:
            if isinstance(block, Lista):
                yield from _items(block)
            else:
                yield renglon(getattr(block, "hijos", ()))


def renglon(hijos: Iterable[Linea]) -> str:
    """The words of a line as they are printed: figures with their marks, notes by number."""
    return "".join(_dice(hijo) for hijo in hijos)


def _dice(hijo: Linea) -> str:
    match hijo:
        case Enfasis() | Fuerte() | Enlace():
            return renglon(hijo.hijos)
        case Llamada():
            return str(hijo.numero)
        case Cifra():
            return f"{hijo.texto} {hijo.marca}".rstrip()
        case Palabras():
            return hijo.texto
    return " "


# ── tables and words of a page ──


def principal(markup: str) -> str:
    """What is between <main> and </main>."""
    return markup.partition("<main")[2].partition("</main>")[0]


def palabras(markup: str) -> str:
    """The words of a piece of HTML, without its tags."""
    return html.unescape(re.sub(r"<[^>]+>", " ", markup))


class _Tables(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, list[list[str]]] = {}
        self.place = ""
        self.open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "div" and re.fullmatch(r"cuadro-\d+", given.get("id") or ""):
            self.place = str(given["id"])
            self.found[self.place] = []
        if tag == "tr" and self.place:
            self.found[self.place].append([])
        if tag in ("td", "th") and self.place:
            self.found[self.place][-1].append("")
            self.open = True
        if tag == "li" and self.open:
            self.found[self.place][-1][-1] += " "

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self.open = False
        if tag == "table":
            self.place = ""

    def handle_data(self, data: str) -> None:
        if self.open and self.place:
            self.found[self.place][-1][-1] += data


def tablas_html(markup: str) -> dict[str, list[list[str]]]:
    """The numbered tables of a page: id → rows → cells, in one line each."""
    reader = _Tables()
    reader.feed(markup)
    return {
        id_: [[" ".join(cell.split()) for cell in row] for row in rows]
        for id_, rows in reader.found.items()
    }


# ── formulas and order ──


def escrita(each: Escrita) -> str:
    """A formula's signs and names in reading order."""
    match each:
        case Hoja():
            return each.texto
        case Fraccion():
            return f"{escrita(each.arriba)} {escrita(each.abajo)}"
        case Entre():
            return f"({escrita(each.dentro)})"
        case Cadena():
            return " ".join(escrita(part) for part in each.partes)


def aplicada(formula: Formula) -> str:
    """A formula with what it gives: 1,632 2,731 = 0.598."""
    result = formula.resultado
    given = f" = {result.texto} {result.marca}" if result else ""
    return f"{escrita(formula.arbol)}{given}".strip()


def falta(text: str, pieces: Iterable[str]) -> str:
    """The first of `pieces` that does not come in `text` after the one before; or nothing."""
    place = 0
    for piece in pieces:
        found = text.find(plano(piece), place)
        if found < 0:
            return piece
        place = found + len(plano(piece))
    return ""
