"""The text of a page of the portal → a section: notes numbered, headings named.

It belongs to no document: figures are cited by their whole address, and no cuadro has room in it.
"""

from dataclasses import replace

from generator.base.diagnostic import Diagnostic, diagnose
from generator.document.nodes import Enlace, Inserto, Linea, Llamada, Prosa, Seccion, Subtitulo
from generator.document.walk import in_blocks


def own_page(id_: str, titulo: str, bloques: tuple[Prosa, ...]) -> tuple[Seccion, list[Diagnostic]]:
    """The section that `bloques`, already resolved, make, and what stands in its way."""
    composer = _Composer()
    kept = tuple(b for b in map(composer.placed, in_blocks(bloques, composer.noted)) if b)
    section = Seccion(id_, 1, "", titulo, kept, (), pagina=True, nueva_hoja=False)
    return section, [*composer.diagnostics, *composer.broken()]


class _Composer:
    def __init__(self) -> None:
        self.diagnostics: list[Diagnostic] = []
        self.notes = 0
        self.ids: list[str] = []
        self.links: list[Enlace] = []

    def noted(self, linea: Linea) -> Linea:
        if isinstance(linea, Enlace) and linea.destino.startswith("#"):
            self.links.append(linea)
        if not isinstance(linea, Llamada):
            return linea
        self.notes += 1
        return replace(linea, numero=self.notes)

    def placed(self, block: Prosa) -> Prosa | None:
        if isinstance(block, Inserto):
            self.diagnostics.append(diagnose("REF-016", block.span, id=block.cuadro, cerca=""))
            return None
        if not isinstance(block, Subtitulo):
            return block
        same = sum(id_ == block.id or id_.startswith(f"{block.id}-") for id_ in self.ids)
        self.ids.append(f"{block.id}-{same + 1}" if same else block.id)
        return replace(block, id=self.ids[-1])

    def broken(self) -> list[Diagnostic]:
        """Links to headings that are not there."""
        lost = (e for e in self.links if e.destino.removeprefix("#") not in self.ids)
        known = ", ".join(self.ids)
        return [
            diagnose("NAR-008", e.span, posibles=known, destino=e.destino[1:], cerca="")
            for e in lost
        ]
