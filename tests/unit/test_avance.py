"""Avance from the baseline to the target, whether the target is reached, and the semáforo."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.base.numbers import Numero
from generator.base.span import Span
from generator.build import examine
from generator.derive.progress import progress, semaforo
from generator.model.enlazado_fichas import Avance
from generator.model.ficha import Ficha
from generator.model.registro import Casa, Cifra
from generator.model.semaforo import Corte, Esquema, Vigencia
from tests.casos import RAIZ

CASA = Casa("es_MX", "MXN")
Valor = str | Fraction | None


def _ficha(sentido: str) -> Ficha:
    return Ficha.model_validate(
        {
            "clave": "1.1",
            "rol": "Indicador",
            "nombre": "Uno",
            "instrumento": "programa",
            "objetivo": 1,
            "definicion": "Algo",
            "nivel_desagregacion": "Nacional",
            "periodicidad": "Anual",
            "tipo": "Gestión",
            "acumulado": "Periódico",
            "unidad_medida": "Porcentaje",
            "periodo_recoleccion": "Otros",
            "dimension": "Eficacia",
            "disponibilidad": "Enero",
            "sentido": sentido,
            "unidad_responsable": "unidad",
            "metodo": {"texto": "a"},
            "linea_base": {"anio": 2018, "valor": "1"},
            "metas": {"2024": "1"},
            "serie": {"2023": "1"},
        }
    )


def _cifra(value: Valor, key: str, **more: str) -> Cifra:
    exact = Fraction(value) if value is not None else None
    state = more.pop("estado", "" if value is not None else "ND")
    return Cifra(
        f"x.ind.1-1.{key}",
        exact,
        "resultado",
        "a",
        Span("x"),
        CASA,
        estado=state,  # type: ignore[arg-type]
        **more,  # type: ignore[arg-type]
    )


def _avance(
    sentido: str, base: Valor, result: Valor, target: Valor, *, state: str = "", sign: str = "="
) -> Avance:
    more = {"estado": state} if state else {}
    found: Mapping[int, Avance] = progress(
        _ficha(sentido),
        _cifra(base, "linea-base.2018"),
        {2023: _cifra(result, "resultado.2023", **more)},
        {2022: _cifra("999", "meta.2022"), 2024: _cifra(target, "meta.2024", operador=sign)},
        None,
    )
    return found[2023]


# ── the share of the road ──


@pytest.mark.parametrize(
    ("sentido", "base", "result", "target", "value", "reached"),
    [
        ("Ascendente", "0", "45", "90", "50", False),
        ("Ascendente", "0", "90", "90", "100", True),
        ("Ascendente", "0", "180", "90", "200", True),
        ("Ascendente", "10", "5", "20", "-50", False),
        ("Ascendente", "-10", "0", "10", "50", False),
        ("Ascendente", "-10", "-5", "0", "50", False),
        ("Descendente", "100", "75", "50", "50", False),
        ("Descendente", "100", "50", "50", "100", True),
        ("Descendente", "100", "120", "50", "-40", False),
        ("Descendente", "14246", "784", "0", "1346200/14246", False),
        ("Descendente", "3.5", "-0.7", "1.05", "420/2.45", True),
        ("Descendente", "10", "-10", "0", "200", True),
    ],
)
def test_the_share_of_the_road_that_was_walked(
    sentido: str, base: str, result: str, target: str, value: str, *, reached: bool
) -> None:
    above, _, below = value.partition("/")
    avance = _avance(sentido, base, result, target)
    assert avance.cifra is not None
    assert avance.cifra.valor == Fraction(above) / Fraction(below or 1)
    assert (avance.motivo, avance.cumplida) == ("", reached)
    assert (avance.cifra.unidad, avance.cifra.decimales) == ("%", 1)


@pytest.mark.parametrize(
    ("sentido", "base", "result", "target", "reason", "reached"),
    [
        ("Constante", "93.9", "84.3", "95.0", "constante", None),
        ("Ascendente", "5", "7", "5", "igual a la línea base", True),
        ("Descendente", "5", "7", "5", "igual a la línea base", False),
        ("Ascendente", "64", "87", "61", "menor que la línea base", True),
        ("Descendente", "5", "7", "9", "mayor que la línea base", True),
        ("Ascendente", "5", None, "9", "sin resultado publicado (ND)", None),
        ("Ascendente", None, "5", "9", "sin resultado publicado (ND)", False),
    ],
)
def test_where_there_is_no_road_the_reason_is_kept(
    sentido: str, base: Valor, result: Valor, target: str, reason: str, *, reached: bool | None
) -> None:
    avance = _avance(sentido, base, result, target)
    assert avance.cifra is None
    assert reason in avance.motivo
    assert avance.cumplida is reached


def test_a_preliminary_result_makes_a_preliminary_avance() -> None:
    avance = _avance("Ascendente", "0", "45", "90", state="p/")
    assert avance.cifra is not None
    assert (avance.cifra.estado, avance.cifra.completa) == ("p/", "50.0% p/")


def test_what_does_not_apply_says_so() -> None:
    assert _avance("Ascendente", "0", None, "90", state="NA").motivo.endswith("(NA)")


@pytest.mark.parametrize(
    ("sign", "result", "reached"),
    [
        ("≥", "5", True), ("≥", "4", False), (">", "5", False), (">", "6", True),
        ("≤", "5", True), ("≤", "6", False), ("<", "5", False), ("<", "4", True),
    ],
)  # fmt: skip
@pytest.mark.parametrize("sentido", ["Ascendente", "Descendente", "Constante"])
def test_the_sign_of_the_target_tells_when_it_is_reached(
    sentido: str, sign: str, result: str, *, reached: bool
) -> None:
    assert _avance(sentido, "0", result, "5", sign=sign).cumplida is reached


def test_the_avance_knows_its_parts_and_its_address() -> None:
    avance = _avance("Ascendente", "0", "45", "90")
    assert avance.cifra is not None
    assert avance.cifra.direccion == "x.ind.1-1.avance.2023"
    assert avance.cifra.partes == (
        "x.ind.1-1.resultado.2023",
        "x.ind.1-1.linea-base.2018",
        "x.ind.1-1.meta.2024",
    )


_values = st.fractions(min_value=-(10**6), max_value=10**6, max_denominator=1000)


@given(_values, _values, _values, st.fractions(Fraction(1, 1000), 1000, max_denominator=1000))
def test_the_unit_in_which_it_is_measured_does_not_matter(
    base: Fraction, result: Fraction, target: Fraction, scale: Fraction
) -> None:
    assume(base != target)
    sentido = "Ascendente" if target > base else "Descendente"
    one = _avance(sentido, base, result, target)
    other = _avance(sentido, base * scale, result * scale, target * scale)
    moved = _avance(sentido, base + scale, result + scale, target + scale)
    assert one.cifra is not None
    assert other.cifra is not None
    assert moved.cifra is not None
    assert one.cifra.valor == other.cifra.valor == moved.cifra.valor
    assert one.cumplida is other.cumplida is moved.cumplida


@given(_values, _values, _values)
def test_both_directions_are_one_road_seen_from_its_ends(
    base: Fraction, result: Fraction, target: Fraction
) -> None:
    assume(base != target)
    up, down = ("Ascendente", "Descendente") if target > base else ("Descendente", "Ascendente")
    one, mirrored = _avance(up, base, result, target), _avance(down, -base, -result, -target)
    assert one.cifra is not None
    assert mirrored.cifra is not None
    assert one.cifra.valor == mirrored.cifra.valor
    assert one.cumplida is mirrored.cumplida
    assert one.cumplida is (one.cifra.fraccion >= 100)
    assert _avance(down, base, result, target).cifra is None


# ── semáforo ──


def _corte(label: str, since: str | None) -> Corte:
    number = Numero(Decimal(since)) if since is not None else None
    return Corte.model_construct(etiqueta=label, forma="avanzado", desde=number)


def _scheme(*cortes: Corte, hasta: date | None = None) -> Esquema:
    return Esquema(
        nombre="Uno",
        fuente="Norma",
        vigencia=Vigencia(desde=date(2020, 1, 1), hasta=hasta),
        cortes=cortes,
    )


LOW, MIDDLE, HIGH = _corte("bajo", None), _corte("medio", "50"), _corte("alto", "90.5")


@pytest.mark.parametrize(
    ("value", "label"),
    [
        ("-40", "bajo"),
        ("0", "bajo"),
        ("49.999", "bajo"),
        ("50", "medio"),
        ("90.4999", "medio"),
        ("90.5", "alto"),
        ("250", "alto"),
    ],
)
def test_a_cut_off_is_earned_from_its_very_value(value: str, label: str) -> None:
    for order in ((LOW, MIDDLE, HIGH), (HIGH, LOW, MIDDLE)):
        found = semaforo(_scheme(*order), Fraction(value), 2023)
        assert found is not None
        assert found.etiqueta == label


def test_the_exact_value_counts_not_the_printed_one() -> None:
    """49.96% is printed as 50.0%, and does not earn what begins at 50."""
    found = semaforo(_scheme(LOW, MIDDLE), Fraction("49.96"), 2023)
    assert found is not None
    assert found.etiqueta == "bajo"


def test_without_scheme_or_cut_offs_there_is_no_label() -> None:
    assert semaforo(None, Fraction(80), 2023) is None
    assert semaforo(_scheme(), Fraction(80), 2023) is None
    assert semaforo(_scheme(HIGH), Fraction(80), 2023) is None


@pytest.mark.parametrize(
    ("year", "until", "earned"),
    [
        (2019, None, False), (2020, None, True), (2100, None, True),
        (2022, date(2022, 12, 31), True), (2023, date(2022, 12, 31), False),
    ],
)  # fmt: skip
def test_a_scheme_out_of_force_gives_no_label(
    year: int, until: date | None, *, earned: bool
) -> None:
    assert (semaforo(_scheme(LOW, hasta=until), Fraction(80), year) is not None) is earned


def test_what_has_no_avance_has_no_label() -> None:
    found = progress(
        _ficha("Constante"),
        _cifra("1", "linea-base.2018"),
        {2023: _cifra("5", "resultado.2023")},
        {2024: _cifra("9", "meta.2024")},
        _scheme(LOW, MIDDLE, HIGH),
    )
    assert found[2023].corte is None
    ascending = progress(
        _ficha("Ascendente"),
        _cifra("1", "linea-base.2018"),
        {2023: _cifra("5", "resultado.2023")},
        {2024: _cifra("9", "meta.2024")},
        _scheme(LOW, MIDDLE, HIGH),
    )
    assert ascending[2023].corte is MIDDLE


# ── the real fichas ──


@pytest.mark.parametrize(
    ("id_", "year", "text", "reached"),
    [
        ("1-1", 2024, "−102.5%", False),
        ("1-3", 2024, None, None),
        ("2-1", 2023, "−584.4%", False),
        ("2-1", 2024, None, None),
        ("2-2", 2023, "183.6%", True),
        ("2-2", 2024, None, None),
        ("3-2", 2023, "5.7%", False),
        ("3-3", 2024, "134.4%", True),
        ("4-3", 2024, "171.4%", True),
        ("5-2", 2021, "94.5%", False),
        ("6-1", 2023, "76.6%", False),
        ("6-3", 2023, None, True),
    ],
)
def test_the_avance_of_real_fichas(
    id_: str, year: int, text: str | None, *, reached: bool | None
) -> None:
    (institucion,) = (i for i in examine(RAIZ).enlazadas if i.id == "imss")
    avance = institucion.fichas[id_].avances[year]
    assert (avance.cifra.completa if avance.cifra else None) == text
    assert avance.cumplida is reached
    assert avance.corte is None
    assert bool(avance.motivo) is (text is None)
