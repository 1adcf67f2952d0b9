"""A series in time as a drawing: every mark, line and label in its place."""

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from generator.document.charts import Grafica, Punto
from generator.render.chart_campo import Campo, Marca, ground, marks, time_labels, unit
from generator.render.chart_lado import beside, width
from generator.render.chart_letra import Letras, clean
from generator.render.chart_marco import Marco
from generator.render.chart_rotulos import Caja, Dicho, Plano, Rotulo, Tramo


@dataclass(frozen=True)
class Simbolo:
    """A mark: □ base, ● resultado, ○ preliminar, ◆ meta, at the place of its figure."""

    papel: str
    x: int
    y: int
    radio: int

    @property
    def caja(self) -> Caja:
        return Caja(self.x, self.y, self.x, self.y).crece(self.radio)


@dataclass(frozen=True)
class Linea:
    tramo: Tramo
    preliminar: bool


@dataclass(frozen=True)
class Serie:
    marco: Marco
    campo: Campo
    marcas: list[Marca]
    nivel: Tramo | None
    """The baseline's level, up to the right edge."""
    lineas: list[Linea]
    simbolos: list[Simbolo]
    rotulos: list[Rotulo]
    guias: list[Tramo]
    """From what is named at the right to its label, when it could not stay at its height."""

    @property
    def alto(self) -> int:
        return self.marco.alto


RADIOS = {"base": 12, "resultado": 10, "preliminar": 12, "meta": 17}
"""Half size of each mark, in tenths of a dot's radius."""


def draw(grafica: Grafica, marco: Marco, letras: Letras, locale: str) -> Serie:
    """`grafica`, a series, as it is drawn in `marco`."""
    campo = ground(grafica, marco, letras, locale, width(grafica, marco, letras))
    scale = marks(campo, grafica, marco, letras, locale)
    simbolos = [_symbol(p, grafica, campo, marco) for p in _order(grafica, campo)]
    lineas, nivel = _lines(grafica, campo), _level(grafica, campo)
    beside_ = beside(grafica, campo, marco, letras)
    fixed = [r for lateral in beside_ for r in lateral.rotulos]
    fixed += [r for r in (unit(campo, grafica, marco, letras, fixed),) if r]
    plano = _plan(campo, marco, scale, fixed, simbolos, lineas, nivel)
    fixed += _missing(grafica, campo, letras, plano)
    fixed += _values(grafica, campo, marco, letras, plano)
    fixed += time_labels(campo, marco, letras)
    guides = [lateral.guia for lateral in beside_ if lateral.guia]
    return Serie(marco, campo, scale, nivel, lineas, simbolos, fixed, guides)


def _order(grafica: Grafica, campo: Campo) -> list[Punto]:
    """The figures to draw: targets first, results over them."""
    known = [p for p in grafica.puntos if p.valor is not None]
    ranks = {"meta": 0, "base": 1, "resultado": 2, "preliminar": 2}
    return sorted(known, key=lambda p: (ranks[p.papel], campo.x(p.etiqueta)))


def _place(punto: Punto, campo: Campo) -> tuple[int, int]:
    return campo.x(punto.etiqueta), campo.y(Fraction(punto.valor or 0))


def _symbol(punto: Punto, grafica: Grafica, campo: Campo, marco: Marco) -> Simbolo:
    """A baseline in the year of a result is larger, to be seen around it."""
    size = RADIOS[punto.papel]
    if punto.papel == "base" and _shared(punto, grafica):
        size = 19
    return Simbolo(punto.papel, *_place(punto, campo), marco.parte(size))


def _shared(base: Punto, grafica: Grafica) -> bool:
    return any(
        p.etiqueta == base.etiqueta and p.valor is not None and p.papel not in ("base", "meta")
        for p in grafica.puntos
    )


def _path(grafica: Grafica, campo: Campo) -> list[Punto]:
    """The figures that the line joins, and the gaps, in order of time."""
    points = (p for p in grafica.puntos if p.papel != "meta")
    joined = [p for p in points if p.papel != "base" or not _shared(p, grafica)]
    return sorted(joined, key=lambda p: campo.x(p.etiqueta))


def _lines(grafica: Grafica, campo: Campo) -> list[Linea]:
    return [
        Linea(Tramo(_place(a, campo), _place(b, campo)), "preliminar" in (a.papel, b.papel))
        for a, b in pairwise(_path(grafica, campo))
        if a.valor is not None and b.valor is not None
    ]


def _level(grafica: Grafica, campo: Campo) -> Tramo | None:
    for punto in grafica.puntos:
        if punto.papel == "base" and punto.valor is not None:
            x, y = _place(punto, campo)
            return Tramo((x, y), (campo.x1, y))
    return None


def _plan(
    campo: Campo,
    marco: Marco,
    scale: list[Marca],
    fixed: list[Rotulo],
    simbolos: list[Simbolo],
    lineas: list[Linea],
    nivel: Tramo | None,
) -> Plano:
    """What the labels of the values must keep away from."""
    boxes = [r.caja for r in (*(m.rotulo for m in scale), *fixed)]
    boxes += [simbolo.caja.crece(marco.contorno // 2) for simbolo in simbolos]
    grid = [(m.cero, Tramo((campo.x0, m.y), (campo.x1, m.y))) for m in scale]
    return Plano(
        Caja(0, 0, marco.ancho, campo.pie),
        marco.parte(5),
        [line.tramo for line in lineas] + [tramo for zero, tramo in grid if zero],
        boxes,
        [tramo for zero, tramo in grid if not zero] + ([nivel, nivel] if nivel else []),
    )


def _missing(grafica: Grafica, campo: Campo, letras: Letras, plano: Plano) -> list[Rotulo]:
    """ND where a figure is missing, on the axis."""
    made = []
    for punto in grafica.puntos:
        if punto.valor is None:
            text = letras.normal.corta(clean(punto.texto), campo.x1 // 6)
            dicho = Dicho(text, "nd", campo.x(punto.etiqueta), campo.y(Fraction(0)), 0)
            made.append(plano.pon(letras.normal, dicho, 2))
    return [rotulo for rotulo in made if rotulo]


def _values(
    grafica: Grafica, campo: Campo, marco: Marco, letras: Letras, plano: Plano
) -> list[Rotulo]:
    """The labels of the results, all or the main ones; and those of earlier targets that fit."""
    results = [p for p in _path(grafica, campo) if p.valor is not None]
    said = [_said(p, campo, marco, results, letras) for p in (*results, *_other(grafica, results))]
    main = _main(results)
    order = [said[n] for n in main] + [d for n, d in enumerate(said) if n not in main]
    made = _all(order, letras, plano) or _each(order[: len(main)], letras, plano)
    return made + _each(_on_the_way(grafica, campo, marco, letras), letras, plano)


def _other(grafica: Grafica, results: list[Punto]) -> list[Punto]:
    """The baselines out of the line that do not say the same as the result of their year."""
    said = {(p.etiqueta, p.texto) for p in results}
    bases = (p for p in grafica.puntos if p.papel == "base" and p.valor is not None)
    return [p for p in bases if p not in results and (p.etiqueta, p.texto) not in said]


def _main(results: list[Punto]) -> list[int]:
    """Last, first, highest and lowest, as places in `results`."""
    if not results:
        return []
    values = [p.valor or 0 for p in results]
    found = (len(values) - 1, 0, values.index(max(values)), values.index(min(values)))
    return list(dict.fromkeys(found))


def _on_the_way(grafica: Grafica, campo: Campo, marco: Marco, letras: Letras) -> list[Dicho]:
    """The targets of years before the last one; with none there, the last of them says its name."""
    metas = [p for p in grafica.puntos if p.papel == "meta" and p.valor is not None]
    metas.sort(key=lambda p: campo.x(p.etiqueta))
    before = [p for p in metas if campo.x(p.etiqueta) < campo.centros[-1]]
    said = [_said(p, campo, marco, [], letras) for p in before]
    if before and before == metas:
        name = clean(f"Meta {before[-1].etiqueta}: {before[-1].texto}")
        said[-1] = replace(said[-1], texto=letras.fuerte.corta(name, campo.x1 // 3))
    return said[::-1]


def _said(punto: Punto, campo: Campo, marco: Marco, results: list[Punto], letras: Letras) -> Dicho:
    text = letras.fuerte.corta(published(punto), campo.x1 // 3)
    x, y = _place(punto, campo)
    kind = "meta-t" if punto.papel == "meta" else "val"
    return Dicho(text, kind, x, y, marco.parte(RADIOS[punto.papel]), _valley(punto, results))


def published(punto: Punto) -> str:
    """The figure as it is shown, with the mark of a preliminary one."""
    text = clean(punto.texto)
    return f"{text}{punto.marca}"


def _valley(punto: Punto, results: list[Punto]) -> bool:
    if punto not in results:
        return False
    place, value = results.index(punto), punto.valor or 0
    near = results[max(place - 1, 0) : place + 2]
    return place > 0 and all((p.valor or 0) > value for p in near if p is not punto)


def _all(order: list[Dicho], letras: Letras, plano: Plano) -> list[Rotulo]:
    """Every label, or none if some has no place."""
    trial = replace(plano, cajas=list(plano.cajas))
    made = _each(order, letras, trial)
    if len(made) < len(order):
        return []
    plano.cajas = trial.cajas
    return made


def _each(order: list[Dicho], letras: Letras, plano: Plano) -> list[Rotulo]:
    made = (plano.pon(letras.fuerte, dicho, 2) for dicho in order)
    return [rotulo for rotulo in made if rotulo]
