"""Layout + data + narrative → one Document: outline, numbering, parts in order.

Headings, tables and notes are numbered here, so that no renderer has to. Leaves a Document, or
None with a located diagnostic for each narrative that is missing and each path of the layout
that leads nowhere. Never raises.
"""

from collections.abc import Iterator
from dataclasses import replace

from generator.base.diagnostic import Diagnostic, diagnose, near
from generator.base.romanos import roman
from generator.base.span import Span
from generator.compose import seguimientos, tableros
from generator.compose.names import Material, approved, names
from generator.compose.scope import PathError, Scope
from generator.compose.sheets import sheet
from generator.compose.tables import Tables
from generator.document.nodes import (
    Bloque,
    Componente,
    Document,
    Inserto,
    Linea,
    Llamada,
    Parte,
    Prosa,
    Seccion,
    Subtitulo,
    Tabla,
)
from generator.document.walk import anchors, in_blocks, links
from generator.model import tipo as t
from generator.model.enlazado_fichas import FichaEnlazada
from generator.model.leido import Loc

HECHOS = {**seguimientos.HECHOS, **tableros.HECHOS}
"""Components whose figures are put in cells before they are shown."""
Place = tuple[int, str]
"""The level and the id of the section that a text is in."""


def compose(material: Material) -> tuple[Document | None, list[Diagnostic]]:
    """The document that `material` makes, and what stands in its way."""
    composer = _Composer(material)
    document = composer.document()
    composer.unused()
    composer.broken_links(document)
    return (None if composer.failed else document), composer.diagnostics


class _Composer:
    def __init__(self, material: Material) -> None:
        self.material = material
        self.declared = material.declarado
        institucion = material.institucion
        self.tables = Tables(material.registro, institucion.id, institucion.cuadros)
        self.diagnostics: list[Diagnostic] = []
        self.failed = False
        self.notes = 0
        self.series = {"romana": 0, "arabiga": 0}
        self.used: set[str] = set()
        self.ids: set[str] = set()

    def document(self) -> Document:
        tipo = self.material.tipo.tipo.valor
        scope = names(self.material)
        front = Parte(
            "preliminares",
            tuple(self.blocks(tipo.preliminares, scope, ("preliminares",), (1, "preliminares"))),
        )
        sections = tuple(self.sections(tipo.secciones, scope, 1, "", ("secciones",)))
        return Document(
            id=self.material.leido.id,
            tipo=self.material.tipo.id,
            titulo=self.declared.titulo,
            asunto=self.declared.asunto,
            clase=tipo.clase,
            idioma=self.material.institucion.ficha.locale.replace("_", "-"),
            fecha=self.declared.edicion.fecha.isoformat(),
            edicion=self.declared.edicion.numero,
            ejercicio=self.declared.ejercicio,
            partes=(front, *(Parte(s.id, seccion=s) for s in sections)),
            borrador=self.material.borrador,
            aprobacion=approved(self.material),
        )

    # ── sections ──

    def sections(
        self, declared: tuple[t.Seccion, ...], scope: Scope, level: int, parent: str, loc: Loc
    ) -> Iterator[Seccion]:
        order = 0
        for place, seccion in enumerate(declared):
            if level == 1 and self.declared.secciones and seccion.id not in self.declared.secciones:
                continue
            for each in self.repeat(seccion.por_cada, scope, (*loc, place, "por_cada")):
                order += 1
                section = self.section(seccion, each, level, parent, order, (*loc, place))
                if section is not None:
                    yield section

    def section(
        self, seccion: t.Seccion, scope: Scope, level: int, parent: str, order: int, loc: Loc
    ) -> Seccion | None:
        try:
            number = self.number(seccion, scope, parent, order)
            title, id_ = scope.fill(seccion.titulo), self.own(scope.fill(seccion.id))
            label = scope.fill(seccion.rotulo or "")
            prose = self.prose(seccion.narrativa, seccion.titulo, scope, (level, id_))
        except PathError as error:
            self.bad_path(error, loc)
            return None
        blocks = tuple(self.blocks(seccion.bloques, scope, (*loc, "bloques"), (level, id_)))
        inner = tuple(
            self.sections(seccion.secciones, scope, level + 1, number, (*loc, "secciones"))
        )
        return Seccion(
            id_,
            level,
            number,
            title,
            (*prose, *blocks),
            inner,
            seccion.pagina,
            seccion.nueva_hoja,
            label,
            seccion.portadilla,
            seccion.en_indice,
            seccion.estilo or "",
        )

    def own(self, id_: str) -> str:
        if id_ in self.ids:
            raise PathError(id_, "dos secciones tienen el mismo id")
        self.ids.add(id_)
        return id_

    def number(self, seccion: t.Seccion, scope: Scope, parent: str, order: int) -> str:
        if seccion.numero is not None:
            return scope.fill(seccion.numero)
        if seccion.numeracion in self.series:
            self.series[seccion.numeracion] += 1
            count = self.series[seccion.numeracion]
            return roman(count) if seccion.numeracion == "romana" else str(count)
        return f"{parent}.{order}" if seccion.numeracion == "decimal" else ""

    # ── narrative ──

    def prose(
        self, file: str | None, title: str, scope: Scope, place: Place
    ) -> tuple[Prosa | Tabla, ...]:
        if file is None:
            return ()
        name = scope.fill(file)
        self.used.add(name)
        if name not in self.material.leido.narrativas:
            self.missing(name, scope.fill(title))
            return ()
        blocks = self.material.narrativas.get(name, ())
        placed = (self.placed(b, *place) for b in in_blocks(blocks, self.numbered))
        return tuple(block for block in placed if block is not None)

    def placed(self, block: Prosa, level: int, section: str) -> Prosa | Tabla | None:
        """A `##` of the narrative is one level below its section, and its id is `section-título`,
        with a number when the same words come again. A cuadro takes its place.
        """
        if isinstance(block, Inserto):
            return self.inserted(block)
        if not isinstance(block, Subtitulo):
            return block
        wanted = f"{section}-{block.id}"
        same = sum(id_ == wanted or id_.startswith(f"{wanted}-") for id_ in self.ids)
        id_ = self.own(f"{wanted}-{same + 1}" if same else wanted)
        return replace(block, nivel=level + block.nivel - 1, id=id_)

    def inserted(self, inserto: Inserto) -> Tabla | None:
        known = self.material.institucion.cuadros
        if inserto.cuadro in known:
            return self.tables.data(inserto.cuadro)
        data = {"id": inserto.cuadro, "cerca": near(inserto.cuadro, known)}
        self.diagnostics.append(diagnose("REF-016", inserto.span, **data))
        return None

    def numbered(self, linea: Linea) -> Linea:
        if isinstance(linea, Llamada):
            self.notes += 1
            return replace(linea, numero=self.notes)
        return linea

    def missing(self, name: str, title: str) -> None:
        folder = self.material.leido.declarado.ruta.removesuffix("documento.yml")
        self.failed = True
        data = {"archivo": folder + name, "motivo": f", la narrativa de «{title}»", "cerca": ""}
        self.diagnostics.append(diagnose("LEC-001", Span(folder + name), **data))

    def unused(self) -> None:
        """A narrative that no section takes was probably misnamed."""
        for name, path in self.material.leido.narrativas.items():
            if name not in self.used and not self.declared.secciones and not self.failed:
                data = {"tipo": self.material.tipo.id}
                place = Span(path)
                self.diagnostics.append(diagnose("NAR-006", place, **data))

    def broken_links(self, document: Document) -> None:
        known = anchors(document)
        for enlace in links(document):
            target = enlace.destino.removeprefix("#")
            if enlace.destino.startswith("#") and target not in known:
                data = {"destino": target, "cerca": near(target, known)}
                listing = ", ".join(known)
                self.diagnostics.append(diagnose("NAR-008", enlace.span, posibles=listing, **data))

    # ── blocks ──

    def blocks(
        self, declared: tuple[t.Bloque, ...], scope: Scope, loc: Loc, within: Place
    ) -> Iterator[Bloque]:
        for place, bloque in enumerate(declared):
            for each in self.repeat(bloque.por_cada, scope, (*loc, place, "por_cada")):
                try:
                    if not each.holds(bloque.si):
                        continue
                    if bloque.componente == "narrativa":
                        yield from self.prose(bloque.narrativa, bloque.titulo or "", each, within)
                    else:
                        yield self.block(bloque, each)
                except PathError as error:
                    self.bad_path(error, (*loc, place))

    def block(self, bloque: t.Bloque, scope: Scope) -> Bloque:
        if bloque.componente == "tabla":
            return self.tables.table(bloque, scope)
        known = self.material.tipo.componentes
        if bloque.componente not in known:
            raise PathError(
                bloque.componente, f"no hay ese componente.{near(bloque.componente, known)}"
            )
        data = {name: self.present(path, scope) for name, path in bloque.datos.items()}
        if bloque.componente in HECHOS:
            return HECHOS[bloque.componente](data)
        if bloque.componente == "ficha":
            return self.sheet(data.get("ficha"))
        return Componente(bloque.componente, data, self.tables.pairs(bloque.pares, scope))

    def present(self, path: str, scope: Scope) -> object:
        """What a component takes; an empty list would print an empty chapter."""
        value = scope.get(path)
        if value == ():
            raise PathError(path, "está vacío: falta su archivo de datos")
        return value

    def sheet(self, ficha: object) -> Componente:
        if not isinstance(ficha, FichaEnlazada):
            raise PathError("ficha", "en «datos», ficha debe ser la ruta de una ficha")
        return sheet(ficha)

    def repeat(self, clause: str | None, scope: Scope, loc: Loc) -> list[Scope]:
        try:
            return list(scope.each(clause))
        except PathError as error:
            self.bad_path(error, loc)
            return []

    def bad_path(self, error: PathError, loc: Loc) -> None:
        self.failed = True
        place = self.material.tipo.tipo.span(*loc)
        self.diagnostics.append(diagnose("TIP-001", place, ruta=error.path, causa=error.cause))
