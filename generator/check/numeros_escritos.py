"""Numbers typed by hand in the narrative, with the reference that probably was meant.

Quiet where a number is no figure: years, dates, hours, ages, what has a code or a proper name
(`numeros_callados`), headings, quotations and links.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.text import bare
from generator.check.numeros_callados import callado
from generator.check.prosa import HUECO, Renglon, hueco, narrativa
from generator.check.todo import Todo
from generator.model.proyecto import InstitucionLeida
from generator.model.registro import Cifra, Registro

_CITADO = re.compile(
    r"«[^«»]*»|“[^“”]*”|\"[^\"]*\"|\[[^\[\]\ufffc]*(?=\ufffc)|(?<!\*)\*[^*]+\*(?!\*)"
)
"""What is quoted, the words of a link and what is in italics."""
_PIEZA = re.compile(rf"[^\s«»“”\"()\[\]{{}}*|;¿?¡!—…{HUECO}]+")
_NUMERO = re.compile(r"\$?(?:[0-9]{1,3}(?:['’,][0-9]{3})+|[0-9]+)(?:\.[0-9]+)?%?")
_ENLACE = re.compile(
    r"(?:,? (?:fracci[óo]n|inciso|p[áa]rrafo) [^\s,]+| de [A-ZÁÉÍÓÚ][\w ]{1,25})?"
    r",? ?(?:y|e|o|a|al|u)? ?(?:el )?"
)
"""What joins a number to the one before, of the same kind: «artículos 41, fracción III, y 47»."""
_ESCALA = re.compile(r"\s(mil millones|millones|millón|mil)\b")
_ESCALAS = {"mil": 3, "millón": 6, "millones": 6, "mil millones": 9}
LETRAS = 4
"""Letters of the shortest word that says something of a figure."""
PEQUENO = 100
"""A smaller number is worth so many figures that only those of its sentence's words are told."""
COMPARTIDAS = 2
PROPUESTAS = 3


@dataclass(frozen=True)
class Escrito:
    """A number as typed, its exact value and the scale that follows it: «millones»."""

    texto: str
    inicio: int
    valor: Fraction
    escala: str

    @property
    def porcentaje(self) -> bool:
        return self.texto.endswith("%")

    @property
    def decimales(self) -> int:
        return len(self.texto.rstrip("%").partition(".")[2])


class Valores:
    """The figures of the register by their value."""

    def __init__(self, registro: Registro) -> None:
        self.cifras: dict[Fraction, list[Cifra]] = defaultdict(list)
        for cifra in registro:
            if cifra.valor is not None and not cifra.es_fecha:
                self.cifras[cifra.fraccion].append(cifra)

    def de(self, escrito: Escrito) -> Iterator[tuple[Cifra, str]]:
        """Each figure that is printed like what was typed, with the format that does it."""
        for cifra in self.cifras.get(escrito.valor, ()):
            scale = re.match(r"(?:mil millones|millones|millón|mil)\b|", cifra.unidad)
            same = (scale[0] if scale else "") == escrito.escala
            if same and (_es_porcentaje(cifra) or not escrito.porcentaje):
                yield cifra, ""
        if escrito.escala == "millones":
            exact = escrito.valor * 10**6
            for value in {exact, *self._cerca(exact, escrito)}:
                yield from ((c, f" : millones {escrito.decimales}") for c in self.cifras[value])

    def _cerca(self, exacto: Fraction, escrito: Escrito) -> Iterator[Fraction]:
        half = Fraction(10**6, 2 * 10**escrito.decimales)
        return (value for value in list(self.cifras) if abs(value - exacto) <= half)


def _es_porcentaje(cifra: Cifra) -> bool:
    return cifra.unidad == "%" or cifra.medida.lower() == "porcentaje"


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    values: Valores | None = None
    for leida in todo.proyecto.instituciones:
        for renglon in narrativa(todo, leida):
            for escrito in escritos(renglon):
                values = values or Valores(todo.registro)
                yield diagnose(
                    "NUM-001",
                    renglon.span(escrito.inicio),
                    numero=escrito.texto,
                    propuesta=_propuesta(values, escrito, renglon, leida),
                )


def escritos(renglon: Renglon) -> Iterator[Escrito]:
    """The numbers of a line that look like figures."""
    if renglon.crudo.lstrip().startswith("#") or not re.search("[0-9]", renglon.texto):
        return
    text = _CITADO.sub(hueco, renglon.texto)
    after_name = False
    end = 0
    for found in _PIEZA.finditer(text):
        if not re.search("[0-9]", found[0]):
            continue
        piece = found[0].rstrip(".,:'’-–/+").lstrip("-–−+±≈~.")
        start = text.index(piece, found.start()) if piece else found.start()
        joined = after_name and _ENLACE.fullmatch(text[end:start])
        after_name = bool(joined) or callado(text, start, piece)
        end = start + len(piece)
        if not after_name and _NUMERO.fullmatch(piece):
            yield _escrito(text, piece, start)


def _escrito(text: str, piece: str, start: int) -> Escrito:
    scale = _ESCALA.match(text, start + len(piece))
    number = Fraction(Decimal(re.sub(r"[$,'’%]", "", piece)))
    return Escrito(piece, start, number, scale[1].replace("millón", "millones") if scale else "")


def _propuesta(
    valores: Valores, escrito: Escrito, renglon: Renglon, leida: InstitucionLeida
) -> str:
    """The figures that probably were meant, the likeliest first."""
    words = _palabras(renglon.texto[max(0, escrito.inicio - 160) : escrito.inicio + 160])
    scored = []
    for cifra, formato in valores.de(escrito):
        shared = len(words & _palabras(f"{cifra.nombre} {cifra.unidad} {cifra.medida}"))
        own = cifra.direccion.startswith(f"{leida.id}.")
        rare = escrito.valor >= PEQUENO or escrito.valor.denominator > 1
        if rare or shared >= COMPARTIDAS:
            address = cifra.corta if own else cifra.direccion
            scored.append((not own, -shared, address, f"{{{{ {address}{formato} }}}}"))
    best = list(dict.fromkeys(reference for *_, reference in sorted(scored)))[:PROPUESTAS]
    return f" ¿Quiso decir {' o '.join(best)}?" if best else ""


def _palabras(texto: str) -> set[str]:
    return {word for word in re.findall(r"[a-z]+", bare(texto)) if len(word) >= LETRAS}
