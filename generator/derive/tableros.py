"""The figures of a board, and the board tied together.

Addresses, each after `<institución>.tab.<tablero>.`: `indicadores`, `con-resultado`, `atrasados` ·
`mejoran`, `empeoran`, `sin-cambio` · `estado.<estado>.total|porcentaje`, for each word of its
scheme and for those that stand for the lack of one. Shares are exact fractions of `indicadores`,
rounded where they print; without indicators they are NA.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from generator.base.fechas import long_date
from generator.derive.agrupados import Grupo, grupos
from generator.derive.juicios import judge, state
from generator.derive.porcentajes import share
from generator.model.enlazado import IndicadorEnlazado
from generator.model.enlazado_fichas import FichaEnlazada
from generator.model.enlazado_tablero import (
    CON_DATO,
    SIN_CLASIFICAR,
    SIN_DATO,
    Estado,
    EstadoContado,
    FilaTablero,
    GrupoTablero,
    Juicio,
    TableroEnlazado,
)
from generator.model.leido import Leido
from generator.model.proyecto import InstitucionLeida
from generator.model.registro import Casa, Cifra, Registro
from generator.model.semaforo import Esquema
from generator.model.tablero import Tablero

Fichas = Mapping[str, FichaEnlazada]
RECUENTOS = {
    "indicadores": "Indicadores",
    "con-resultado": "Indicadores con resultado definitivo",
    "atrasados": "Indicadores con dato atrasado",
    "mejoran": "Indicadores que mejoran",
    "empeoran": "Indicadores que empeoran",
    "sin-cambio": "Indicadores sin cambio",
}
_TRENDS = {"mejora": "mejoran", "empeora": "empeoran", "sin cambio": "sin-cambio"}


def boards(leida: InstitucionLeida, fichas: Fichas, casa: Casa) -> Iterator[Cifra]:
    """The figures of every board of the institution."""
    for id_, leido in leida.tableros.items():
        yield from _Counter(id_, leido, leida, fichas, casa).figures()


def _scheme(tablero: Tablero, leida: InstitucionLeida) -> Esquema | None:
    leido = leida.semaforos.get(tablero.semaforo or "")
    return leido.valor if leido and leido.valor.cortes else None


def _judged(
    tablero: Tablero, leida: InstitucionLeida, groups: Iterable[Grupo], fichas: Fichas
) -> Mapping[str, Juicio]:
    """Indicator → what the board says of it; one without ficha has no result."""
    esquema = _scheme(tablero, leida)
    return {
        id_: judge(fichas[id_], esquema, tablero.corte) if id_ in fichas else Juicio(SIN_DATO)
        for grupo in groups
        for id_ in grupo.indicadores
    }


def _states(esquema: Esquema | None, judged: Iterable[Juicio]) -> tuple[Estado, ...]:
    """Those of the scheme, all; those that stand for the lack of one, if some indicator has it."""
    own = tuple(state(c) for c in esquema.cortes) if esquema else ()
    found = {each.estado.id for each in judged}
    return (*own, *(e for e in (CON_DATO, SIN_CLASIFICAR, SIN_DATO) if e.id in found))


class _Counter:
    def __init__(
        self,
        id_: str,
        leido: Leido[Tablero],
        leida: InstitucionLeida,
        fichas: Fichas,
        casa: Casa,
    ) -> None:
        self.base = f"{leida.id}.tab.{id_}"
        self.leido = leido
        self.casa = casa
        tablero = leido.valor
        self.judged = _judged(tablero, leida, grupos(tablero, leida), fichas)
        self.states = _states(_scheme(tablero, leida), self.judged.values())

    def figures(self) -> Iterator[Cifra]:
        for key, name in RECUENTOS.items():
            own = [id_ for id_, each in self.judged.items() if key in _kinds(each)]
            yield self.count(key, own, name)
        for estado in self.states:
            own = [id_ for id_, each in self.judged.items() if each.estado.id == estado.id]
            total = self.count(f"estado.{estado.id}.total", own, f"Indicadores: {estado.palabra}")
            yield total
            address = f"{self.base}.estado.{estado.id}.porcentaje"
            yield share(total, address, f"{self.base}.indicadores", len(self.judged))

    def count(self, key: str, ids: list[str], name: str) -> Cifra:
        tablero = self.leido.valor
        return Cifra(
            f"{self.base}.{key}",
            Decimal(len(ids)),
            "conteo",
            f"{name} · {tablero.nombre}",
            self.leido.span("nombre"),
            self.casa,
            operacion="cuenta",
            partes=tuple(ids),
            corte=long_date(tablero.corte, self.casa.locale),
        )


def _kinds(juicio: Juicio) -> set[str]:
    """The counts that it enters."""
    found = {"indicadores", _TRENDS.get(juicio.tendencia.palabra, "")}
    found |= {"con-resultado"} if juicio.valor else set()
    return found | ({"atrasados"} if juicio.atrasado else set())


# ── tied together ──


def tied(
    leida: InstitucionLeida,
    registro: Registro,
    fichas: Fichas,
    indicadores: Iterable[IndicadorEnlazado],
) -> dict[str, TableroEnlazado]:
    """Each board with its rows judged and its counts."""
    known = {indicador.id: indicador for indicador in indicadores}
    return {
        id_: _Board(id_, leido, leida, fichas, known).linked(registro)
        for id_, leido in leida.tableros.items()
    }


class _Board:
    def __init__(
        self,
        id_: str,
        leido: Leido[Tablero],
        leida: InstitucionLeida,
        fichas: Fichas,
        indicadores: Mapping[str, IndicadorEnlazado],
    ) -> None:
        self.id = id_
        self.base = f"{leida.id}.tab.{id_}"
        self.tablero = leido.valor
        self.esquema = _scheme(leido.valor, leida)
        self.fichas = fichas
        self.indicadores = indicadores
        self.groups = grupos(leido.valor, leida)
        self.judged = _judged(leido.valor, leida, self.groups, fichas)

    def linked(self, registro: Registro) -> TableroEnlazado:
        groups = tuple(
            GrupoTablero(g.id, g.numero, g.titulo, tuple(self.rows(g)), g.pendientes)
            for g in self.groups
        )
        counted = tuple(
            EstadoContado(
                estado,
                registro.cifras[f"{self.base}.estado.{estado.id}.total"],
                registro.cifras[f"{self.base}.estado.{estado.id}.porcentaje"],
            )
            for estado in _states(self.esquema, self.judged.values())
        )
        figures = {key: registro.cifras[f"{self.base}.{key}"] for key in RECUENTOS}
        return TableroEnlazado(self.id, self.tablero, self.esquema, groups, counted, figures)

    def rows(self, grupo: Grupo) -> Iterator[FilaTablero]:
        for id_ in grupo.indicadores:
            if id_ in self.fichas:
                yield _of_sheet(self.fichas[id_], self.judged[id_])
            elif id_ in self.indicadores:
                yield _of_target(self.indicadores[id_], self.judged[id_])


def _of_sheet(ficha: FichaEnlazada, juicio: Juicio) -> FilaTablero:
    return FilaTablero(
        ficha.id,
        ficha.ficha.clave,
        ficha.nombre.rstrip("."),
        ficha.unidad,
        ficha.ficha.unidad_medida,
        ficha.ficha.periodicidad,
        ficha.meta,
        max(ficha.metas),
        ficha.linea_base,
        ficha.ficha.linea_base.anio,
        juicio,
    )


def _of_target(indicador: IndicadorEnlazado, juicio: Juicio) -> FilaTablero:
    """An indicator without ficha: its latest target, and no result."""
    year = max(indicador.metas, default=0)
    return FilaTablero(
        indicador.id,
        "",
        indicador.completo.rstrip("."),
        indicador.unidad,
        indicador.unidad_medida,
        "",
        indicador.metas.get(year),
        year,
        None,
        0,
        juicio,
    )
