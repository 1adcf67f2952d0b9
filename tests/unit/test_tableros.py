"""Boards: what is judged as of their day, in which groups, and what is counted."""

import shutil
from collections import Counter
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from generator.base.numbers import Numero
from generator.build import examine
from generator.compose.tableros import MOST, board, board_parts
from generator.derive.juicios import age, judge, late
from generator.derive.progress import closer, semaforo
from generator.model.enlazado_fichas import FichaEnlazada
from generator.model.enlazado_tablero import Juicio, TableroEnlazado
from generator.model.semaforo import Condicion, Corte, Esquema, Forma, Vigencia
from tests.casos import RAIZ, copia
from tests.imss import GOLDEN, leer_tsv

EJEMPLO = RAIZ / "layouts" / "tablero" / "ejemplo"
LEIDOS = {row["clave"]: row for row in leer_tsv("imss-tablero.tsv")}
"""What the published series say, worked out apart from Pliego."""
JUNIO = date(2024, 6, 30)


def _tableros(raiz: Path, institucion: str) -> dict[str, TableroEnlazado]:
    found = next(i for i in examine(raiz).enlazadas if i.id == institucion)
    return dict(found.tableros)


@pytest.fixture(scope="module")
def imss() -> dict[str, TableroEnlazado]:
    return _tableros(RAIZ, "imss")


@pytest.fixture(scope="module")
def fichas() -> dict[str, FichaEnlazada]:
    found = next(i for i in examine(RAIZ).enlazadas if i.id == "imss")
    return dict(found.fichas)


# ── the real board, against an independent reading ──


def test_the_list_is_there() -> None:
    assert (GOLDEN / "imss-tablero.tsv").is_file()
    assert Counter(row["estado"] for row in LEIDOS.values()) == {
        "Meta cumplida": 6,
        "En avance": 3,
        "Con rezago": 3,
        "Retroceso": 6,
    }


@pytest.mark.parametrize("id_", ["programa-2020-2024", "cuadro-de-mando-integral"])
def test_each_indicator_is_judged_as_it_was_read(
    imss: dict[str, TableroEnlazado], id_: str
) -> None:
    filas = imss[id_].filas
    assert sorted(f.clave for f in filas) == sorted(LEIDOS)
    for fila in filas:
        row, juicio = LEIDOS[fila.clave], fila.juicio
        assert juicio.valor
        assert fila.meta
        assert fila.base
        assert juicio.posterior
        found = {
            "clave": fila.clave,
            "sentido": row["sentido"],
            "base": fila.base.completa,
            "r2022": dict(juicio.serie)[2022].completa,
            "r2023": juicio.valor.completa,
            "r2024": juicio.posterior.cifra.completa,
            "meta": fila.meta.completa,
            "avance": _percent(juicio),
            "estado": juicio.estado.palabra,
            "tendencia": juicio.tendencia.palabra,
        }
        said = {k: v.replace("−", "-") for k, v in found.items()}
        assert said == {k: v.replace("−", "-") for k, v in row.items()}
        assert (juicio.anio, juicio.meses, juicio.atrasado) == (2023, 6, False)


def _percent(juicio: Juicio) -> str:
    made = juicio.avance.cifra if juicio.avance else None
    return made.texto("numero").replace(",", "") if made else ""


def test_the_counts_are_figures_with_an_address(imss: dict[str, TableroEnlazado]) -> None:
    registro = examine(RAIZ).registro
    for id_, tablero in imss.items():
        base = f"imss.tab.{id_}"
        total = registro.cifras[f"{base}.estado.meta-cumplida.total"]
        assert (total.texto(), total.operacion, len(total.partes)) == ("6", "cuenta", 6)
        share = registro.cifras[f"{base}.estado.meta-cumplida.porcentaje"]
        assert share.fraccion == Fraction(100, 3)
        counts = {key: cifra.texto() for key, cifra in tablero.cifras.items()}
        assert counts["indicadores"] == counts["con-resultado"] == "18"
        words = Counter(row["tendencia"] for row in LEIDOS.values())
        assert counts["mejoran"] == str(words["mejora"])
        assert counts["empeoran"] == str(words["empeora"])


def test_what_has_no_data_is_said(imss: dict[str, TableroEnlazado]) -> None:
    assert imss["cuadro-de-mando-integral"].pendientes == 10
    isss = _tableros(RAIZ, "isss")["metas-2024"]
    assert len(isss.filas) == 168
    assert [(e.estado.palabra, e.total.texto()) for e in isss.estados] == [("Sin dato", "168")]
    assert not isss.con_resultados


# ── as of its day ──


def test_a_year_that_had_not_ended_is_shown_and_not_judged(
    fichas: dict[str, FichaEnlazada],
) -> None:
    juicio = judge(fichas["4-3"], None, JUNIO)
    assert juicio.anio == 2023
    assert juicio.posterior
    assert (juicio.posterior.anio, juicio.posterior.aviso) == (2024, "año en curso")
    assert judge(fichas["4-3"], None, date(2024, 12, 31)).anio == 2024
    assert judge(fichas["2-2"], None, date(2024, 12, 31)).anio == 2023, "2024 is preliminary"


def test_before_its_first_year_there_is_nothing_to_judge(
    fichas: dict[str, FichaEnlazada],
) -> None:
    juicio = judge(fichas["1-1"], None, date(2019, 6, 30))
    assert (juicio.valor, juicio.estado.palabra) == (None, "Sin dato")
    assert judge(fichas["1-1"], None, date(2019, 12, 31)).tendencia.palabra == ""


@pytest.mark.parametrize(
    ("year", "corte", "months"),
    [
        (2023, date(2024, 6, 30), 6),
        (2023, date(2024, 6, 29), 5),
        (2023, date(2023, 12, 31), 0),
        (2023, date(2024, 2, 29), 2),
        (2021, date(2024, 1, 1), 24),
    ],
)
def test_age_is_in_whole_months(year: int, corte: date, months: int) -> None:
    assert age(year, corte) == months


@pytest.mark.parametrize(
    ("periodicidad", "disponibilidad", "months", "is_late"),
    [
        ("Anual", "Marzo", 15, False),
        ("Anual", "Marzo", 16, True),
        ("Anual", "No se dice", 12, False),
        ("Anual", "No se dice", 13, True),
        ("Trimestral", "Enero", 5, True),
        ("Bienal", "Enero", 25, False),
        ("Cuando se requiera", "Enero", 99, False),
    ],
)
def test_a_result_is_late_when_another_was_promised(
    periodicidad: str, disponibilidad: str, months: int, *, is_late: bool
) -> None:
    assert late(periodicidad, disponibilidad, months) is is_late


# ── the words ──


def _corte(word: str, forma: Forma, desde: int | None, cuando: Condicion | None) -> Corte:
    low = None if desde is None else Numero(Decimal(desde), 0)
    return Corte(etiqueta=word, forma=forma, desde=low, cuando=cuando)


REGLA = Esquema(
    nombre="Regla",
    fuente="De prueba",
    vigencia=Vigencia(desde=date(2020, 1, 1)),
    cortes=(
        _corte("Cumplida", "cumplido", None, "meta-alcanzada"),
        _corte("Avance", "avanzado", 50, None),
        _corte("Rezago", "rezagado", None, None),
        _corte("Retroceso", "muy-rezagado", None, "peor-que-linea-base"),
    ),
)


@pytest.mark.parametrize(
    ("avance", "reached", "worse", "word"),
    [
        (Fraction(120), True, False, "Cumplida"),
        (Fraction(50), False, False, "Avance"),
        (Fraction(4999, 100), False, False, "Rezago"),
        (Fraction(-1), False, True, "Retroceso"),
        (None, True, True, "Cumplida"),
        (None, None, True, "Retroceso"),
        (None, None, False, ""),
        (None, None, None, ""),
    ],
)
def test_a_condition_is_looked_at_before_the_percent(
    avance: Fraction | None, *, reached: bool | None, worse: bool | None, word: str
) -> None:
    held = {"meta-alcanzada": reached, "peor-que-linea-base": worse}
    found = semaforo(REGLA, avance, 2023, held)
    assert (found.etiqueta if found else "") == word


def test_better_follows_the_sense() -> None:
    one, two, target = Fraction(1), Fraction(2), Fraction(0)
    assert closer("Ascendente", two, one, target)
    assert closer("Descendente", one, two, target)
    assert closer("Constante", one, two, target)
    assert not closer("Constante", -one, one, target)


def test_without_a_scheme_there_is_avance_and_no_word() -> None:
    tablero = _tableros(EJEMPLO, "imss")["cuadro-de-mando-integral"]
    assert {f.juicio.estado.palabra for f in tablero.filas} == {"Con resultado"}
    assert all(not f.juicio.estado.forma for f in tablero.filas)
    assert all(f.juicio.avance and f.juicio.avance.cifra for f in tablero.filas)


def test_a_word_of_another_scheme_needs_no_code(tmp_path: Path) -> None:
    proyecto = copia(tmp_path / "proyecto", EJEMPLO)
    path = proyecto / "data/imss/semaforos/camino-a-la-meta.yml"
    text = path.read_text("utf-8").replace("desde: 50", "desde: 5")
    path.write_text(text.replace("En avance", "Camina"), "utf-8")
    found = _tableros(proyecto, "imss")["programa-institucional"]
    assert [e.estado.palabra for e in found.estados][1] == "Camina"
    assert [e.total.texto() for e in found.estados] == ["0", "2", "0", "1"]


# ── many rows ──


def test_a_heavy_board_is_cut_by_groups(imss: dict[str, TableroEnlazado]) -> None:
    tablero = imss["programa-2020-2024"]
    first = tablero.grupos[0]
    grown = type(first)(first.id, first.numero, first.titulo, first.filas * MOST)
    heavy = type(tablero)(
        tablero.id,
        tablero.tablero,
        tablero.esquema,
        (grown, *tablero.grupos[1:]),
        tablero.estados,
        tablero.cifras,
    )
    parts = board_parts(heavy)
    assert [p.datos["parte"] for p in parts][:4] == [
        "objetivo-1",
        "objetivo-1-2",
        "objetivo-1-3",
        "objetivo-2",
    ]
    assert len(board_parts(tablero)) == 1
    assert len(board(tablero).cifras) == len(set(board(tablero).cifras))


def test_the_example_is_of_its_own(tmp_path: Path) -> None:
    """It reads with no other file of the house's data."""
    shutil.copytree(EJEMPLO, tmp_path / "solo")
    assert examine(tmp_path / "solo").diagnostics == ()
