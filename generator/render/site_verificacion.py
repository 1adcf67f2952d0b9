"""The public page of verification: what was checked, what differs, who signs it, how to repeat it.

One page for the portal; when its findings would make it heavy, one more for each document. Every
number in it comes from the examination itself.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.base.messages import CATALOGUE
from generator.model.recuento import Recuento
from generator.render.site_hallazgos import Grupo, Hallazgo, found, grouped
from generator.render.site_lugares import Lugares
from generator.render.site_mapa import Mapa
from generator.render.site_paginas import Pagina
from generator.render.site_tarjetas import Tarjeta, cards, count_text

RUTA = "verificacion/"
PESO = 125_000
"""Bytes of findings that one page may hold besides its own."""
CLASES = {
    "meta": "Metas",
    "linea-base": "Líneas base",
    "resultado": "Resultados publicados",
    "variable": "Variables",
    "calculo": "Valores que dan las fórmulas",
    "avance": "Avances",
    "presupuesto": "Presupuesto",
    "conteo": "Recuentos",
    "celda": "Celdas de cuadros",
    "dato": "Datos que citan los textos",
    "fecha": "Fechas que citan los textos",
}
"""Kind of figure → how it is called here, in the order it is shown."""


@dataclass(frozen=True)
class Regla:
    """A rule that found something."""

    codigo: str
    titulo: str
    hallazgos: tuple[Hallazgo, ...]

    @property
    def es_diferencia(self) -> bool:
        return self.hallazgos[0].es_diferencia

    @property
    def firmados(self) -> int:
        return sum(bool(h.dicho.motivo) for h in self.hallazgos)


class Verificacion:
    """The verification of one publication."""

    def __init__(self, mapa: Mapa) -> None:
        self.mapa = mapa
        self.revision = mapa.publicacion.revision
        self.hallazgos = tuple(found(self.revision.hallazgos, Lugares(mapa)))
        self.grupos = tuple(grouped(self.hallazgos))
        self.partida = sum(map(_weight, self.hallazgos)) > PESO

    def pages(self) -> Iterator[Pagina]:
        """The portal's page and, when it does not hold all, one for each group."""
        yield Pagina(
            RUTA,
            "pagina-verificacion",
            "Qué se comprobó y qué no cuadró",
            f"Revisión de los documentos publicados: {self.resumen}",
            {"v": self, "grupos": () if self.partida else self.grupos},
            apartado="verificacion",
        )
        for grupo in self.grupos if self.partida else ():
            yield Pagina(
                self.ruta(grupo),
                "pagina-verificacion-documento",
                f"Verificación: {grupo.titulo}",
                f"Hallazgos de la revisión de {grupo.titulo}, con lo impreso, lo recalculado y "
                "quién los firma.",
                {"v": self, "grupo": grupo},
                grupo.institucion,
                apartado="verificacion",
            )

    # ── the way to each finding ──

    def ruta(self, grupo: Grupo) -> str:
        """The page that lists the findings of a group."""
        return f"{RUTA}{grupo.id}/" if self.partida else RUTA

    def ancla(self, grupo: Grupo) -> str:
        """The page and place where its findings begin."""
        return self.ruta(grupo) if self.partida else f"{RUTA}#{grupo.id}"

    def enlace(self, hallazgo: Hallazgo) -> str:
        """The page and place of a finding; of one that is only counted, that of its count."""
        grupo = self._groups[hallazgo.id]
        place = f"{grupo.id}-avisos" if hallazgo in grupo.callados else hallazgo.id
        return f"{self.ruta(grupo)}#{place}"

    @cached_property
    def _groups(self) -> Mapping[str, Grupo]:
        return {h.id: grupo for grupo in self.grupos for h in grupo.hallazgos}

    def de_pagina(self, pagina: Pagina) -> tuple[Hallazgo, ...]:
        """The findings of the figures or tables that a page of the site explains."""
        return self._shown.get(pagina.ruta, ())

    @cached_property
    def _shown(self) -> Mapping[str, tuple[Hallazgo, ...]]:
        pages: dict[str, list[Hallazgo]] = {}
        for h in self.hallazgos:
            pages.setdefault(h.donde.ruta.partition("#")[0], []).append(h)
        return {page: tuple(own) for page, own in pages.items() if page}

    def de_documento(self, id_: str) -> Grupo | None:
        """The findings of a document, if there are any."""
        own = (g for g in self.grupos if g.publicado and g.publicado.documento.id == id_)
        return next(own, None)

    # ── what it tells ──

    @property
    def diferencias(self) -> int:
        return sum(h.es_diferencia for h in self.hallazgos)

    @property
    def avisos(self) -> int:
        return len(self.hallazgos) - self.diferencias

    @property
    def firmadas(self) -> int:
        """The differences that someone answers for."""
        return sum(h.es_diferencia and bool(h.dicho.motivo) for h in self.hallazgos)

    @property
    def resumen(self) -> str:
        """What was found, in one sentence."""
        differ = _plural(self.diferencias, "diferencia", "diferencias")
        return f"{differ} y {_plural(self.avisos, 'aviso', 'avisos')}."

    @property
    def reglas(self) -> tuple[Regla, ...]:
        """The rules that found something: those of differences first, the most frequent before."""
        codes: dict[str, list[Hallazgo]] = {}
        for h in self.hallazgos:
            codes.setdefault(h.regla, []).append(h)
        rules = (Regla(code, CATALOGUE[code].title, tuple(own)) for code, own in codes.items())
        return tuple(
            sorted(rules, key=lambda r: (not r.es_diferencia, -len(r.hallazgos), r.codigo))
        )

    @property
    def clases(self) -> tuple[tuple[str, tuple[int, ...]], ...]:
        """Kind of figure → how many each institution has."""
        ids = [i.id for i in self.mapa.publicacion.instituciones]
        counted = {kind: dict.fromkeys(ids, 0) for kind in CLASES}
        for cifra in self.mapa.publicacion.registro:
            counted[cifra.clase][cifra.direccion.partition(".")[0]] += 1
        rows = ((CLASES[kind], tuple(own.values())) for kind, own in counted.items())
        return tuple(row for row in rows if any(row[1]))

    @property
    def total_clases(self) -> tuple[int, ...]:
        return tuple(map(sum, zip(*(row for _, row in self.clases), strict=True)))

    def numero(self, number: int) -> str:
        """A count, for readers."""
        return count_text(number)

    @property
    def tarjetas(self) -> tuple[Tarjeta, ...]:
        """The numbers of the examination."""
        every = len(self.mapa.publicacion.registro.cifras)
        failed = sum(h.regla == "AUD-011" for h in self.hallazgos)
        return cards(every, self.revision.reglas, self._whole, failed)

    @cached_property
    def _whole(self) -> Recuento:
        """The counts of every institution, added."""
        every = [vars(each) for each in self.revision.recuentos.values()]
        return Recuento(**{name: sum(each[name] for each in every) for name in vars(Recuento())})


def _weight(h: Hallazgo) -> int:
    """About how many bytes it takes in its page."""
    return 480 + 2 * len(h.dicho.text) + len(h.donde.texto) + len(h.donde.nota)


def _plural(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
