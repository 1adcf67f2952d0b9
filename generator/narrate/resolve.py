"""References → figures: each `{{ … }}` of the narrative becomes its formatted value.

Enters the blocks of one document with the register; leaves blocks without references, the
addresses they cite, and a diagnostic for each reference to nothing or unknown format.
"""

import re
from collections.abc import Container
from dataclasses import replace

from generator.base.diagnostic import Diagnostic, diagnose, near
from generator.document.nodes import Afirmacion, Cifra, Linea, Prosa, Referencia, Texto
from generator.document.walk import in_blocks
from generator.model.formatos import FORMATOS, Unfit
from generator.model.registro import Cifra as Figure
from generator.model.registro import Registro
from generator.narrate.computed import computed, judged

Resolved = tuple[tuple[Prosa, ...], list[Diagnostic]]


def resolve(
    bloques: tuple[Prosa, ...],
    registro: Registro,
    institucion: str,
    anios: Container[int] | None = None,
) -> Resolved:
    """`bloques` with every reference resolved as written in `institucion`'s documents; a figure
    of a year that is not among `anios` is told, unless that is None.
    """
    resolver = _Resolver(registro, institucion, anios)
    return in_blocks(bloques, resolver.change), resolver.diagnostics


class _Resolver:
    def __init__(self, registro: Registro, institucion: str, anios: Container[int] | None) -> None:
        self.registro = registro
        self.institucion = institucion
        self.anios = anios
        self.diagnostics: list[Diagnostic] = []

    def change(self, linea: Linea) -> Linea:
        match linea:
            case Afirmacion():
                return self.claim(linea)
            case Referencia() if linea.direccion.startswith("="):
                return self.computed(linea)
            case Referencia():
                return self.figure(linea)
        return linea

    def claim(self, afirmacion: Afirmacion) -> Linea:
        """The words, borne out or not by the figures."""
        problem = judged(afirmacion, self.registro, self.institucion)
        self.diagnostics += [problem] if problem else []
        return Texto(afirmacion.texto)

    def computed(self, referencia: Referencia) -> Linea:
        made = computed(referencia, self.registro, self.institucion)
        if isinstance(made, Diagnostic):
            self.diagnostics.append(made)
            return Texto("")
        shown = self.printed(made, referencia)
        return replace(shown, direccion=referencia.direccion, partes=made.partes)

    def figure(self, referencia: Referencia) -> Linea:
        cifra = self.registro.buscar(referencia.direccion, self.institucion)
        if cifra is None:
            self.unknown(referencia)
            return Texto("")
        self.other_year(referencia)
        return self.printed(cifra, referencia)

    def printed(self, cifra: Figure, referencia: Referencia) -> Cifra:
        return Cifra(
            cifra.direccion,
            self.shown(cifra, referencia),
            cifra.exacta,
            cifra.ficha,
            cifra.marca,
            cifra.estado,
            es_fecha=cifra.es_fecha,
        )

    def shown(self, cifra: Figure, referencia: Referencia) -> str:
        """The figure in the format that was asked for; nothing if it does not suit it."""
        try:
            return cifra.texto(referencia.formato)
        except KeyError:
            self.bad_format(referencia)
        except Unfit as unfit:
            data = {"formato": referencia.formato, "causa": unfit}
            self.diagnostics.append(diagnose("REF-015", referencia.span, **data))
        return ""

    def other_year(self, referencia: Referencia) -> None:
        """A text copied from last year's document may still cite its figures."""
        year = referencia.direccion.rpartition(".")[2]
        if self.anios is None or not re.fullmatch("[0-9]{4}", year):
            return
        if int(year) not in self.anios:
            data = {"direccion": referencia.direccion, "anio": year}
            self.diagnostics.append(diagnose("REF-012", referencia.span, **data))

    def unknown(self, referencia: Referencia) -> None:
        close = near(referencia.direccion, self.alike(referencia.direccion))
        data = {"direccion": referencia.direccion, "cerca": close}
        self.diagnostics.append(diagnose("REF-005", referencia.span, **data))

    def alike(self, address: str) -> list[str]:
        """The addresses among which a misspelt one is looked for: those of the same ficha, table
        or kind; never those of another ficha or table.
        """
        known = [cifra.corta for cifra in self.registro]
        head = ".".join(address.split(".")[: 2 if address.startswith("cuadro.") else 1])
        same = [each for each in known if each.startswith(f"{head}.")]
        return same if same or address.startswith("cuadro.") else known

    def bad_format(self, referencia: Referencia) -> None:
        names = [name for name in FORMATOS if name]
        data = {"formato": referencia.formato, "cerca": near(referencia.formato, names)}
        listing = ", ".join(names)
        self.diagnostics.append(diagnose("REF-007", referencia.span, posibles=listing, **data))
