"""Where a finding is, for readers: the page that shows what was written in that file and line.

A finding of the data leads to its ficha, table or figure; one of the texts, to the section and
the paragraph that were printed from its line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from generator.base.diagnostic import Diagnostic
from generator.base.text import bare
from generator.document.nodes import Componente, Tabla
from generator.document.walk import sections
from generator.model.registro import Cifra
from generator.render.site_citas import passages
from generator.render.site_hojas import short
from generator.render.site_mapa import Mapa
from generator.render.site_publicacion import DocumentoPublicado, InstitucionPublicada

APARTADOS = {
    "AUD-002": "calculo",
    "AUD-003": "calculo",
    "AUD-004": "calculo",
    "AUD-006": "elementos",
    "SUS-001": "calculo",
}
"""Rule → the part of a ficha's page that shows what it looks at."""

ARCHIVOS = {
    "siglas.yml": "Lista de siglas",
    "glosario.yml": "Glosario",
    "unidades.yml": "Unidades responsables",
    "excepciones.yml": "Excepciones firmadas",
    "comprobaciones.yml": "Comprobaciones declaradas",
    "marco-legal.yml": "Marco legal",
    "programacion": "Programación de metas",
    "cuentas": "Cuentas de ingresos y egresos",
    "aprobaciones": "Acuerdos",
}
SEGURO = 16
"""Letters of a line that tell its paragraph from any other."""
_CLAVE = re.compile(r"""\s*- clave: ["']?([0-9.]+)""")
_ITEM = re.compile(r"\s*- id:")
_MARKUP = re.compile(r"\{\{.*?\}\}|\]\([^)]*\)|\[\^[^\]]*\]|[|]")


@dataclass(frozen=True)
class Donde:
    """`texto` names the place and `ruta` leads to it, if any page shows it."""

    texto: str
    ruta: str = ""
    publicado: DocumentoPublicado | None = None
    institucion: InstitucionPublicada | None = None
    nota: str = ""
    """What the data say of the place."""


class Lugares:
    """The places of one publication."""

    def __init__(self, mapa: Mapa) -> None:
        self.mapa = mapa

    def place(self, diagnostic: Diagnostic) -> Donde:
        """Where `diagnostic` is."""
        path = diagnostic.span.path
        root, id_, *rest = (*PurePosixPath(path).parts, "", "")
        institucion = self.mapa.instituciones.get(id_)
        if institucion is None:
            return Donde(path)
        if root == "content":
            return self._in_text(institucion, f"{id_}/{rest[0]}", diagnostic)
        return self._in_data(institucion, rest[0], diagnostic)

    # ── texts ──

    def _in_text(self, casa: InstitucionPublicada, id_: str, diagnostic: Diagnostic) -> Donde:
        publicado = next((d for d in casa.documentos if d.documento.id == id_), None)
        if publicado is None:
            return Donde(diagnostic.span.path, institucion=casa)
        for piece in self._pieces(diagnostic):
            for text, place, route in self._passages[id_]:
                if piece in text:
                    return Donde(place, route, publicado, casa)
        return Donde(publicado.documento.titulo, publicado.ruta, publicado, casa)

    def _pieces(self, diagnostic: Diagnostic) -> list[str]:
        """What the line says between its references, the longest first."""
        lines = self.mapa.publicacion.revision.lineas.get(diagnostic.span.path, ())
        number = diagnostic.span.line - 1
        line = lines[number] if 0 <= number < len(lines) else ""
        pieces = (_words(piece) for piece in _MARKUP.split(line))
        return sorted((p for p in pieces if len(p) >= SEGURO), key=len, reverse=True)

    @cached_property
    def _passages(self) -> dict[str, list[tuple[str, str, str]]]:
        """Document → each paragraph: its words, how it is named, where it is."""
        return {
            publicado.documento.id: list(self._spoken(publicado))
            for casa in self.mapa.publicacion.instituciones
            for publicado in casa.documentos
        }

    def _spoken(self, publicado: DocumentoPublicado) -> Iterator[tuple[str, str, str]]:
        for hoja in self.mapa.hojas(publicado):
            for seccion in sections((hoja.seccion,)):
                own = seccion.id == hoja.seccion.id
                route = hoja.ruta if own else f"{hoja.ruta}#{seccion.id}"
                above = "" if own else f"{short(hoja.seccion)} · "
                name = f"{above}{short(seccion)}".rstrip(".")
                for bloque in seccion.bloques:
                    if not isinstance(bloque, Tabla | Componente):
                        for pasaje in passages(bloque):
                            yield _words(pasaje.texto), f"{name}, {pasaje.lugar}", route

    # ── data ──

    def _in_data(self, casa: InstitucionPublicada, kind: str, diagnostic: Diagnostic) -> Donde:
        stem = PurePosixPath(diagnostic.span.path).stem
        figure = self._figure(diagnostic, exact=kind not in ("datos", "indicadores"))
        if kind == "fichas" and stem in casa.fichas:
            return self._ficha(casa, stem, figure, diagnostic)
        if kind == "seguimientos" and stem in casa.institucion.seguimientos:
            return self._follow_up(casa, stem, diagnostic)
        if kind == "cuadros" and stem in casa.institucion.cuadros:
            return self._table(casa, stem)
        if figure is not None:
            name, route = figure.nombre.rstrip("."), self.mapa.cifra(figure)
            return Donde(name, route, self._printed(casa, figure), casa, figure.nota)
        if stem in casa.institucion.instrumentos:
            title = casa.institucion.instrumentos[stem].titulo
            return Donde(title, f"{casa.ruta}#{stem}", _only(casa), casa)
        publicado = _only(casa)
        route = self._section(publicado, stem) if publicado else ""
        return Donde(ARCHIVOS.get(kind, diagnostic.span.path), route, publicado, casa)

    def _section(self, publicado: DocumentoPublicado, id_: str) -> str:
        """The section that prints the file of its same name: siglas, glosario."""
        every = sections(publicado.documento.secciones)
        return next((self.mapa.seccion(publicado, s) for s in every if s.id == id_), "")

    def _ficha(
        self, casa: InstitucionPublicada, id_: str, figure: Cifra | None, diagnostic: Diagnostic
    ) -> Donde:
        ficha = casa.institucion.fichas[id_]
        page = self.mapa.indicador(casa.id, id_)
        part = APARTADOS.get(diagnostic.code, "")
        route = self.mapa.cifra(figure) if figure else f"{page}#{part}" if part else page
        name = f"Indicador {ficha.ficha.clave}, {ficha.nombre.rstrip('.')}"
        variables = enumerate(ficha.ficha.variables, 1)
        notes = {str(n): variable.nota or "" for n, variable in variables}
        named = re.search(r"en la variable (\d+) de la ficha", diagnostic.text)
        note = notes.get(named[1], "") if named else ""
        if (not named and part == "calculo") or diagnostic.code == "AUD-001":
            note = ficha.ficha.metodo.nota or ""
        return Donde(name, route, self._printed(casa, ficha.linea_base), casa, note)

    def _follow_up(self, casa: InstitucionPublicada, id_: str, diagnostic: Diagnostic) -> Donde:
        """The indicator of a follow-up whose lines hold the finding, or the whole of it."""
        lines = self.mapa.publicacion.revision.lineas.get(diagnostic.span.path, ())
        claves = [m[1] for line in lines[: diagnostic.span.line] if (m := _CLAVE.match(line))]
        found = casa.institucion.seguimientos[id_]
        named = {i.clave: i.indicador.nombre for i in found.indicadores}
        name = f"Indicador {claves[-1]}, {named[claves[-1]]}" if claves else found.programa
        publicado = _only(casa)
        objective = f"#objetivo-{claves[-1].partition('.')[0]}" if claves else ""
        return Donde(name, f"{publicado.ruta}{objective}" if publicado else "", publicado, casa)

    def _table(self, casa: InstitucionPublicada, id_: str) -> Donde:
        cuadro = casa.institucion.cuadros[id_]
        for publicado in casa.documentos:
            if found := self._tables[publicado.documento.id].get(cuadro.titulo):
                return Donde(*found, publicado, casa, cuadro.nota or "")
        return Donde(cuadro.titulo, "", _only(casa), casa, cuadro.nota or "")

    @cached_property
    def _tables(self) -> dict[str, dict[str, tuple[str, str]]]:
        """Document → title of a table → how it is named, where it is."""
        found: dict[str, dict[str, tuple[str, str]]] = {}
        for casa in self.mapa.publicacion.instituciones:
            for publicado in casa.documentos:
                own = found.setdefault(publicado.documento.id, {})
                for hoja in self.mapa.hojas(publicado):
                    for seccion in sections((hoja.seccion,)):
                        for t in (b for b in seccion.bloques if isinstance(b, Tabla)):
                            own[t.titulo] = (f"{t.rotulo}. {t.titulo}", f"{hoja.ruta}#{t.id}")
        return found

    def _figure(self, diagnostic: Diagnostic, *, exact: bool) -> Cifra | None:
        """The figure written in the finding's line or, if not `exact`, the first of its item."""
        path, line = diagnostic.span.path, diagnostic.span.line
        own = self._figures.get(path, [])
        here = next((cifra for cifra in own if cifra.origen.line == line), None)
        lines = self.mapa.publicacion.revision.lineas.get(path, ())[:line]
        starts = [number for number, text in enumerate(lines, 1) if _ITEM.match(text)]
        if here or exact or not starts:
            return here
        return next((cifra for cifra in own if cifra.origen.line >= starts[-1]), None)

    @cached_property
    def _figures(self) -> dict[str, list[Cifra]]:
        """File → its figures, by line."""
        found: dict[str, list[Cifra]] = {}
        for cifra in self.mapa.publicacion.registro:
            found.setdefault(cifra.origen.path, []).append(cifra)
        return {path: sorted(own, key=lambda c: c.origen.line) for path, own in found.items()}

    def _printed(self, casa: InstitucionPublicada, cifra: Cifra) -> DocumentoPublicado | None:
        """The document that prints the figure; if none, the only one of the institution."""
        routes = [lugar.ruta for lugar in self.mapa.citas(cifra.direccion)]
        found = (d for d in casa.documentos if any(r.startswith(d.ruta) for r in routes))
        return next(found, _only(casa))


def _only(casa: InstitucionPublicada) -> DocumentoPublicado | None:
    return casa.documentos[0] if len(casa.documentos) == 1 else None


def _words(text: str) -> str:
    """Its letters and figures alone, to be compared."""
    return re.sub(r"[^a-z0-9]+", " ", bare(text)).strip()
