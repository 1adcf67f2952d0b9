"""The figures of a follow-up: how many indicators, by enfoque and by category, and what share.

Addresses, each after `<institución>.seg.<seguimiento>.`: `objetivos`, `indicadores` ·
`avance.<categoría>.total|porcentaje`, `intermedia.<categoría>.total|porcentaje`,
`calidad.<calidad>.total`, `tipo.<tipo>.total` · `serie.<clave>.<año>` ·
`enfoque.<enfoque>.<categoría>`, `enfoque.<enfoque>.total|porcentaje`.

A cell of the distribution is counted unless the source lost the enfoque of some indicator of its
column: it is then the printed one, or ND. Shares are exact fractions, rounded where they print.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from generator.base.text import slug
from generator.derive.porcentajes import share
from generator.derive.stated import figure
from generator.model.distribucion import celda_impresa, sin_enfoque
from generator.model.enlazado_seguimiento import (
    Cruce,
    FilaCruce,
    IndicadorJuzgado,
    ObjetivoJuzgado,
    SeguimientoEnlazado,
)
from generator.model.esquema import Categoria, EsquemaCategorias
from generator.model.leido import Leido
from generator.model.proyecto import InstitucionLeida
from generator.model.registro import Casa, Cifra, Registro
from generator.model.seguimiento import (
    PERDIDO,
    IndicadorSeguido,
    ObjetivoSeguido,
    Rasgos,
    Seguimiento,
)


def follow_ups(leida: InstitucionLeida, casa: Casa) -> Iterator[Cifra]:
    """The figures of every follow-up whose scheme is known."""
    for id_, leido in leida.seguimientos.items():
        esquema = leida.esquemas.get(leido.valor.esquema)
        if esquema is not None:
            yield from _Counter(leida.id, id_, leido, esquema.valor, casa).figures()


class _Counter:
    def __init__(
        self,
        institucion: str,
        id_: str,
        leido: Leido[Seguimiento],
        esquema: EsquemaCategorias,
        casa: Casa,
    ) -> None:
        self.base = f"{institucion}.seg.{id_}"
        self.leido = leido
        self.esquema = esquema
        self.casa = casa
        self.all = leido.valor.indicadores

    def figures(self) -> Iterator[Cifra]:
        objetivos = tuple(f"objetivo {o.numero}" for o in self.leido.valor.objetivos)
        yield self.count("objetivos", objetivos, "Objetivos del programa")
        yield self.count("indicadores", _claves(self.all), "Indicadores del programa")
        for categoria in self.esquema.avances:
            word, own = categoria.etiqueta, self.of("avance_sexenal", categoria.etiqueta)
            yield from self.shared("avance", word, own, "Avance de la meta sexenal")
        for categoria in self.esquema.cumplimientos:
            word, own = categoria.etiqueta, self.of("cumplimiento_intermedia", categoria.etiqueta)
            yield from self.shared("intermedia", word, own, "Cumplimiento de la meta intermedia")
        yield from self.characteristics()
        yield from self.series()
        for enfoque in self.esquema.enfoques:
            yield from self.row(enfoque)

    def characteristics(self) -> Iterator[Cifra]:
        """How many of each tipo and calidad, those that nobody can assign included."""
        loose = [s for o in self.leido.valor.objetivos for s in o.sueltos]
        known: list[tuple[str, Rasgos]] = [(i.clave, i) for i in self.all]
        known += [(" o ".join(s.de), s) for s in loose]
        for calidad in self.esquema.calidades:
            own = tuple(clave for clave, each in known if each.calidad == calidad)
            yield self.count(f"calidad.{slug(calidad)}.total", own, f"Calidad: {calidad}")
        for tipo in self.esquema.tipos:
            own = tuple(clave for clave, each in known if each.tipo == tipo)
            yield self.count(f"tipo.{slug(tipo)}.total", own, f"Tipo: {tipo}")

    def series(self) -> Iterator[Cifra]:
        """The values of the indicators that keep their series, year by year."""
        for o, objetivo in enumerate(self.leido.valor.objetivos):
            for n, each in enumerate(objetivo.indicadores):
                for year, dato in (each.serie or {}).items():
                    place = self.leido.span("objetivos", o, "indicadores", n, "serie", str(year))
                    name = f"{each.clave} {each.nombre}, {year}"
                    yield figure(
                        dato, _year(self.base, each.clave, year), name, place, self.casa, "dato"
                    )

    def shared(
        self, key: str, word: str, own: tuple[IndicadorSeguido, ...], what: str
    ) -> Iterator[Cifra]:
        """A count and its share of all."""
        total = self.count(f"{key}.{slug(word)}.total", _claves(own), f"{what}: {word}")
        yield total
        yield self.share(f"{key}.{slug(word)}.porcentaje", total)

    def row(self, enfoque: str) -> Iterator[Cifra]:
        """The cells of an enfoque, their sum and its share."""
        cells = [self.cell(enfoque, categoria) for categoria in self.esquema.avances]
        key = f"enfoque.{slug(enfoque)}"
        total = self.count(f"{key}.total", (), f"Enfoque de {enfoque}")
        addresses = tuple(cell.direccion for cell in cells)
        total = replace(total, operacion="suma", partes=addresses, estado="ND", valor=None)
        if all(cell.valor is not None for cell in cells):
            added = sum((cell.fraccion for cell in cells), Fraction(0))
            total = replace(total, valor=Decimal(int(added)), estado="")
        yield from cells
        yield total
        yield self.share(f"{key}.porcentaje", total)

    def cell(self, enfoque: str, categoria: Categoria) -> Cifra:
        own = self.of("avance_sexenal", categoria.etiqueta)
        counted = _claves(tuple(i for i in own if i.enfoque == enfoque))
        key = f"enfoque.{slug(enfoque)}.{slug(categoria.etiqueta)}"
        name = f"Enfoque de {enfoque}, avance: {categoria.etiqueta}"
        figure = self.count(key, counted, name)
        if not sin_enfoque(self.leido.valor, categoria.etiqueta):
            return figure
        return self.published(figure, enfoque, categoria)

    def published(self, figure: Cifra, enfoque: str, categoria: Categoria) -> Cifra:
        """What was printed in a cell that cannot be counted."""
        text = self.leido.valor.impreso.distribucion.get(enfoque, {}).get(categoria.titulo, "")
        stated = celda_impresa(text)
        missing = ", ".join(_claves(sin_enfoque(self.leido.valor, categoria.etiqueta)))
        return replace(
            figure,
            valor=Decimal(stated[0]) if stated else None,
            estado="" if stated else "ND",
            operacion="",
            partes=(),
            nota=f"Como se publicó: la fuente no conserva el enfoque de {missing}.",
            origen=self.leido.span("impreso", "distribucion", enfoque, categoria.titulo),
        )

    def of(self, field: str, word: str) -> tuple[IndicadorSeguido, ...]:
        return tuple(i for i in self.all if getattr(i, field) == word)

    def share(self, key: str, part: Cifra) -> Cifra:
        return share(part, f"{self.base}.{key}", f"{self.base}.indicadores", len(self.all))

    def count(self, key: str, items: tuple[str, ...], name: str) -> Cifra:
        return Cifra(
            f"{self.base}.{key}",
            Decimal(len(items)),
            "conteo",
            name,
            self.leido.span("objetivos"),
            self.casa,
            operacion="cuenta",
            partes=items,
            corte=self.leido.valor.periodo,
        )


def _year(base: str, clave: str, year: int) -> str:
    return f"{base}.serie.{clave.replace('.', '-')}.{year}"


def _claves(indicadores: tuple[IndicadorSeguido, ...]) -> tuple[str, ...]:
    return tuple(i.clave for i in indicadores)


# ── tied together ──


def followed(leida: InstitucionLeida, registro: Registro) -> dict[str, SeguimientoEnlazado]:
    """Each follow-up with its categories and its distribution."""
    found = {}
    for id_, leido in leida.seguimientos.items():
        esquema = leida.esquemas.get(leido.valor.esquema)
        if esquema is not None:
            base = f"{leida.id}.seg.{id_}"
            judged = tuple(
                _objective(o, esquema.valor, registro, base) for o in leido.valor.objetivos
            )
            cross = _cross(leido.valor, esquema.valor, registro, base)
            found[id_] = SeguimientoEnlazado(id_, leido.valor, esquema.valor, judged, cross)
    return found


def _objective(
    objetivo: ObjetivoSeguido, esquema: EsquemaCategorias, registro: Registro, base: str
) -> ObjetivoJuzgado:
    judged = (_judged(i, esquema, registro, base) for i in objetivo.indicadores)
    return ObjetivoJuzgado(objetivo, tuple(judged))


def _judged(
    each: IndicadorSeguido, esquema: EsquemaCategorias, registro: Registro, base: str
) -> IndicadorJuzgado:
    criteria = tuple((c, each.criterios[c]) for c in esquema.criterios if c in each.criterios)
    return IndicadorJuzgado(
        each,
        esquema.cumplimiento(each.cumplimiento_intermedia),
        esquema.avance(each.avance_sexenal),
        criteria,
        {year: registro.cifras[_year(base, each.clave, year)] for year in each.serie or ()},
    )


def _cross(
    seguimiento: Seguimiento, esquema: EsquemaCategorias, registro: Registro, base: str
) -> Cruce:
    cifras = registro.cifras
    slugs = [slug(c.etiqueta) for c in esquema.avances]
    rows = tuple(
        FilaCruce(
            enfoque,
            tuple(cifras[f"{base}.enfoque.{slug(enfoque)}.{word}"] for word in slugs),
            cifras[f"{base}.enfoque.{slug(enfoque)}.total"],
            cifras[f"{base}.enfoque.{slug(enfoque)}.porcentaje"],
        )
        for enfoque in esquema.enfoques
    )
    totals = tuple(
        (cifras[f"{base}.avance.{word}.total"], cifras[f"{base}.avance.{word}.porcentaje"])
        for word in slugs
    )
    lost = tuple(i.clave for i in seguimiento.indicadores if i.enfoque == PERDIDO)
    return Cruce(esquema.avances, rows, totals, cifras[f"{base}.indicadores"], lost)
