"""References → figures: each `{{ … }}` of the narrative becomes its formatted value.

Enters the blocks of one document with the register; leaves blocks without references, the
addresses they cite, and a diagnostic for each reference to nothing or unknown format.
"""

from generator.base.diagnostic import Diagnostic, diagnose, near
from generator.document.nodes import Cifra, Linea, Prosa, Referencia, Texto
from generator.document.walk import in_blocks
from generator.model.registro import FORMATOS, Registro

Resolved = tuple[tuple[Prosa, ...], list[Diagnostic]]


def resolve(bloques: tuple[Prosa, ...], registro: Registro, institucion: str) -> Resolved:
    """`bloques` with every reference resolved as written in `institucion`'s documents."""
    resolver = _Resolver(registro, institucion)
    return in_blocks(bloques, resolver.change), resolver.diagnostics


class _Resolver:
    def __init__(self, registro: Registro, institucion: str) -> None:
        self.registro = registro
        self.institucion = institucion
        self.diagnostics: list[Diagnostic] = []

    def change(self, linea: Linea) -> Linea:
        return self.figure(linea) if isinstance(linea, Referencia) else linea

    def figure(self, referencia: Referencia) -> Linea:
        cifra = self.registro.buscar(referencia.direccion, self.institucion)
        if cifra is None:
            self.unknown(referencia)
            return Texto("")
        try:
            text = cifra.texto(referencia.formato)
        except KeyError:
            self.bad_format(referencia)
            return Texto("")
        return Cifra(cifra.direccion, text, cifra.exacta, cifra.ficha)

    def unknown(self, referencia: Referencia) -> None:
        known = [cifra.corta for cifra in self.registro]
        close = near(referencia.direccion, known)
        data = {"direccion": referencia.direccion, "cerca": close}
        self.diagnostics.append(diagnose("REF-005", referencia.span, **data))

    def bad_format(self, referencia: Referencia) -> None:
        names = [name for name in FORMATOS if name]
        data = {"formato": referencia.formato, "cerca": near(referencia.formato, names)}
        listing = ", ".join(names)
        self.diagnostics.append(diagnose("REF-007", referencia.span, posibles=listing, **data))
