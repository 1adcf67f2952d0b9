"""The register: every figure with its address, its exact value and the place it comes from."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from generator.base.span import Span
from generator.build import examine
from generator.model.formatos import FORMATOS, Unfit
from generator.model.registro import Casa, Cifra, Clase, Registro
from generator.model.valores import Meta
from tests.casos import EJEMPLO, RAIZ

NBSP = "\N{NO-BREAK SPACE}"
DOS = "dos punto cuatro millones"
MILLON = "un millón doscientos treinta y cuatro mil quinientos sesenta y siete"


@pytest.fixture(scope="module")
def ejemplo() -> Registro:
    return examine(EJEMPLO).registro


@pytest.fixture(scope="module")
def real() -> Registro:
    return examine(RAIZ).registro


def _figure(registro: Registro, direccion: str) -> Cifra:
    found = registro.buscar(direccion, "isssteson")
    assert found is not None, direccion
    return found


def test_every_figure_of_the_example_has_its_address(ejemplo: Registro) -> None:
    prefix = "isssteson."
    assert {c.direccion.removeprefix(prefix) for c in ejemplo} == {
        *("ind.590-01.meta.2024", "ind.590-02.meta.2024"),
        *(
            f"act.{clave}.{what}.2024"
            for clave in ("590", "589")
            for what in ("presupuesto", "indicadores", "unidades")
        ),
        *(
            f"prog.{clave}.{what}.2024"
            for clave in ("E205T31", "E205JN9")
            for what in ("presupuesto", "indicadores", "actividades")
        ),
        *(
            f"poa.{what}.2024"
            for what in ("presupuesto", "programas", "actividades", "indicadores", "unidades")
        ),
        "poa.actividades-con-indicadores.2024",
        *(f"mir.{what}.2024" for what in ("gestion", "estrategicos", "alineados", "total")),
        *(f"mir.E205T31.{what}.2024" for what in ("gestion", "estrategicos", "alineados")),
        *(
            f"inst.programa-sectorial-salud-2022-2027.{what}"
            for what in ("objetivos", "estrategias", "lineas", "indicadores", "medidos")
        ),
    }
    assert all(c.direccion.startswith(prefix) for c in ejemplo)


@pytest.mark.parametrize(
    ("address", "value"),
    [
        ("prog.E205T31.presupuesto.2024", "4388077429.44"),
        ("prog.E205JN9.presupuesto.2024", "9032616037.93"),
        ("poa.presupuesto.2024", "13420693467.37"),
        ("act.280.presupuesto.2024", "10570285.52"),
        ("poa.programas.2024", "2"),
        ("poa.actividades.2024", "7"),
        ("poa.actividades-con-indicadores.2024", "6"),
        ("poa.indicadores.2024", "74"),
        ("prog.E205T31.indicadores.2024", "74"),
        ("prog.E205JN9.indicadores.2024", "0"),
        ("act.280.indicadores.2024", "1"),
        ("act.287.indicadores.2024", "22"),
        ("act.469.indicadores.2024", "6"),
        ("act.470.indicadores.2024", "30"),
        ("act.049.indicadores.2024", "13"),
        ("act.590.indicadores.2024", "2"),
        ("act.589.indicadores.2024", "0"),
        ("act.469.unidades.2024", "1"),
        ("act.287.unidades.2024", "18"),
        ("mir.gestion.2024", "22"),
        ("mir.estrategicos.2024", "3"),
        ("mir.alineados.2024", "22"),
        ("mir.total.2024", "25"),
        ("inst.programa-sectorial-salud-2022-2027.objetivos", "3"),
        ("inst.programa-sectorial-salud-2022-2027.lineas", "7"),
        ("inst.programa-sectorial-salud-2022-2027.indicadores", "5"),
        ("inst.programa-institucional-2022-2027.estrategias", "4"),
        ("inst.programa-institucional-2022-2027.lineas", "15"),
        ("inst.programa-institucional-2022-2027.indicadores", "14"),
        ("inst.programa-sectorial-salud-2022-2027.medidos", "2"),
        ("inst.programa-institucional-2022-2027.medidos", "2"),
        ("287-11.meta.2024", "8138890248"),
        ("470-05.meta.2024", "2.40"),
    ],
)
def test_sums_and_counts_are_exact(real: Registro, address: str, value: str) -> None:
    assert _figure(real, address).exacta == value


def test_a_sum_says_what_it_adds(real: Registro) -> None:
    total = _figure(real, "poa.presupuesto.2024")
    assert total.partes == tuple(
        f"isssteson.prog.{clave}.presupuesto.2024" for clave in ("E205T31", "E205JN9")
    )
    programme = real.cifras[total.partes[0]]
    assert len(programme.partes) == 6
    assert sum(Decimal(real.cifras[p].exacta) for p in programme.partes) == programme.valor
    matrix = _figure(real, "mir.total.2024")
    assert [p.split(".")[2] for p in matrix.partes] == ["gestion", "estrategicos"]


def test_an_instrument_without_objectives_has_no_counts(real: Registro) -> None:
    assert real.buscar("inst.agenda-2030.objetivos", "isssteson") is None


def _written(root: Path, origen: Span) -> str:
    """What the file says from `origen` to the end of the line."""
    line = (root / origen.path).read_text("utf-8").split("\n")[origen.line - 1]
    return line[origen.column - 1 :]


@pytest.mark.parametrize(("root", "amounts"), [(EJEMPLO, 2 + 2), (RAIZ, 74 + 7 + 18 + 166 + 7 + 1)])
def test_a_stated_figure_points_at_its_very_value(root: Path, amounts: int) -> None:
    registro = examine(root).registro
    stated = [c for c in registro if c.clase in ("meta", "presupuesto") and not c.partes]
    assert len(stated) == amounts
    for cifra in stated:
        written = _written(root, cifra.origen).strip('"')
        assert Meta.leer(written).numero.valor == cifra.valor, cifra.direccion


@pytest.mark.parametrize("what", ["gestion", "estrategicos", "alineados"])
def test_a_stated_count_points_at_its_very_value(real: Registro, what: str) -> None:
    cifra = _figure(real, f"mir.{what}.2024")
    assert _written(RAIZ, cifra.origen) == cifra.exacta


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("prog.E205JN9.presupuesto.2024", "clave: E205JN9"),
        ("act.049.indicadores.2024", 'clave: "049"'),
        ("poa.presupuesto.2024", "- clave: E205T31"),
        ("inst.programa-institucional-2022-2027.lineas", "- numero: 1"),
    ],
)
def test_a_computed_figure_points_at_what_it_comes_from(
    real: Registro, address: str, written: str
) -> None:
    assert _written(RAIZ, _figure(real, address).origen) == written


# ── formats ──


def _cifra(valor: Decimal | Fraction | str, **more: object) -> Cifra:
    plain = {
        "direccion": "x.a",
        "clase": "dato",
        "nombre": "Á",
        "origen": Span("x"),
        "casa": Casa("es_MX", "MXN"),
        **more,
    }
    exact = Decimal(valor) if isinstance(valor, str) else valor
    return Cifra(valor=exact, **plain)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("formato", "expected"),
    [
        ("", "$1,100,701,417.08"),
        ("moneda", "$1,100,701,417.08"),
        ("numero", "1,100,701,417.08"),
        ("numero 0", "1,100,701,417"),
        ("miles", "1,100,701 mil"),
        ("miles 2", "1,100,701.42 mil"),
        ("millones", "1,100.7 millones"),
        ("millones 2", "1,100.70 millones"),
        ("millones 0", "1,101 millones"),
    ],
)
def test_formats_of_an_amount(real: Registro, formato: str, expected: str) -> None:
    text = _figure(real, "act.287.presupuesto.2024").texto(formato)
    assert text.replace(NBSP, " ") == expected


@pytest.mark.parametrize("formato", ["miles", "millones"])
def test_a_word_never_parts_from_its_number(formato: str) -> None:
    assert " " not in _cifra("1500000").texto(formato)


@pytest.mark.parametrize(
    ("address", "formato", "expected"),
    [
        ("287-02.meta.2024", "", "385,200"),
        ("470-01.meta.2024", "", "1939272"),
        ("470-01.meta.2024", "numero", "1,939,272"),
        ("470-05.meta.2024", "", "2.40"),
        ("470-22.meta.2024", "", "32605.16"),
        ("590-01.meta.2024", "", "97.58%"),
        ("590-01.meta.2024", "porcentaje", "97.6%"),
        ("590-01.meta.2024", "porcentaje 0", "98%"),
        ("poa.indicadores.2024", "", "74"),
    ],
)
def test_formats_of_a_target_or_a_count(
    real: Registro, address: str, formato: str, expected: str
) -> None:
    assert _figure(real, address).texto(formato) == expected


@pytest.mark.parametrize(
    ("cifra", "expected"),
    [
        (_cifra("4", operador="≤", unidad="%"), "≤4%"),
        (_cifra("4", operador="=", unidad="%"), "4%"),
        (_cifra("10", unidad="días"), f"10{NBSP}días"),
        (_cifra("-1234.5", decimales=1), "−1,234.5"),
        (_cifra(Fraction(305500, 3622), decimales=1, unidad="%"), "84.3%"),
        (_cifra("1500", clase="presupuesto", casa=Casa("es_SV", "USD")), "$1,500.00"),
    ],
)
def test_a_figure_is_printed_with_operator_and_unit(cifra: Cifra, expected: str) -> None:
    assert cifra.texto() == expected


def test_the_millions_of_a_half_go_up_once() -> None:
    assert _cifra("1049999.99").texto("millones") == f"1.0{NBSP}millones"
    assert _cifra("1050000").texto("millones") == f"1.1{NBSP}millones"


def test_every_format_prints_something_of_its_own() -> None:
    cifra = _cifra("1234567.891", decimales=3, clase="presupuesto")
    others = {"", "moneda", "porcentaje", "fecha", "fecha-corta", "mes"}
    texts = [cifra.texto(name) for name in FORMATOS if name not in others]
    assert len(set(texts)) == len(texts) == 5


@pytest.mark.parametrize(
    ("cifra", "formato", "expected"),
    [
        (_cifra("1234567.891", decimales=3), "letra 0", f"{MILLON.removesuffix('siete')}ocho"),
        (_cifra("1234567", clase="presupuesto"), "letra", f"{MILLON} pesos 00/100 M.N."),
        (_cifra("21.5", decimales=1, prefijo="$"), "letra", "veintiún pesos 50/100 M.N."),
        (
            _cifra("1000000", clase="presupuesto", casa=Casa("es_SV", "USD")),
            "LETRA",
            "UN MILLÓN DE DÓLARES DE LOS ESTADOS UNIDOS DE AMÉRICA",
        ),
        (
            _cifra("2", prefijo="US$"),
            "letra",
            "dos dólares de los Estados Unidos de América",
        ),
        (_cifra("2.4", decimales=1, unidad="millones de pesos"), "letra", f"{DOS} de pesos"),
        (_cifra("2.4", decimales=1, prefijo="$", unidad="millones"), "letra", f"{DOS} de pesos"),
        (_cifra("3", prefijo="$", unidad="mil"), "letra", "tres mil pesos"),
        (
            _cifra("15", prefijo="$", unidad="por litro"),
            "letra",
            "quince pesos 00/100 M.N. por litro",
        ),
        (_cifra("32", unidad="%"), "letra", "treinta y dos por ciento"),
        (
            _cifra("32.46", decimales=2, unidad="%"),
            "letra 1",
            "treinta y dos punto cinco por ciento",
        ),
        (_cifra("31", unidad="días"), "LETRA", "TREINTA Y UN DÍAS"),
        (_cifra("4", operador="=", unidad="%"), "letra", "cuatro por ciento"),
        (_cifra("0", guion=True), "letra", "cero"),
        (_cifra(Fraction(1, 3), decimales=2), "letra", "cero punto treinta y tres"),
    ],
)
def test_a_figure_in_words(cifra: Cifra, formato: str, expected: str) -> None:
    assert cifra.texto(formato) == expected


@pytest.mark.parametrize(
    ("cifra", "cause"),
    [
        (_cifra("4", operador="≤", unidad="%"), "«≤» no se escribe con letra"),
        (_cifra("1000000000000"), "hasta 999,999,999,999"),
        (_cifra("999999999999.999", clase="presupuesto"), "hasta 999,999,999,999"),
    ],
)
def test_what_has_no_words_is_refused(cifra: Cifra, cause: str) -> None:
    with pytest.raises(Unfit, match=cause):
        cifra.texto("letra")


@pytest.mark.parametrize(("formato", "clase"), [("porcentaje", "presupuesto"), ("moneda", "meta")])
def test_a_format_that_does_not_suit_the_figure_is_refused(formato: str, clase: Clase) -> None:
    with pytest.raises(Unfit):
        _cifra("7", clase=clase).texto(formato)


@pytest.mark.parametrize("formato", ["millon", "Millones", "porciento 1"])
def test_an_unknown_format_is_refused(formato: str) -> None:
    with pytest.raises(KeyError):
        _cifra("1").texto(formato)


# ── looking figures up ──


@pytest.mark.parametrize(
    "typed",
    ["287-02.meta.2024", "ind.287-02.meta.2024", "isssteson.ind.287-02.meta.2024"],
)
def test_an_address_may_be_short(real: Registro, typed: str) -> None:
    assert _figure(real, typed).direccion == "isssteson.ind.287-02.meta.2024"


def test_the_short_address_finds_every_figure(real: Registro) -> None:
    for cifra in real:
        assert real.buscar(cifra.corta, cifra.direccion.partition(".")[0]) is cifra


@pytest.mark.parametrize("typed", ["", "287-02", "287-02.meta", "imss.poa.indicadores.2024"])
def test_a_part_of_an_address_finds_nothing(real: Registro, typed: str) -> None:
    assert real.buscar(typed, "isssteson") is None
    assert real.buscar("poa.indicadores.2024", "imss") is None


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("nómina emitida", "287-10.meta.2024"),
        ("NOMINA EMITIDA", "287-10.meta.2024"),
        ("emitida nomina", "287-10.meta.2024"),
        ("385,200", "287-02.meta.2024"),
        ("287-02", "287-02.meta.2024"),
        ("Ignacio Chávez urgencias", "470-28.meta.2024"),
    ],
)
def test_figures_are_found_by_words_accents_aside(real: Registro, words: str, first: str) -> None:
    found = real.encontrar(words)
    assert found[0].corta == first
    assert len(found) < 5


def test_every_word_has_to_be_there(real: Registro) -> None:
    assert real.encontrar("nómina inexistente") == []
    assert len(real.encontrar("isssteson presupuesto")) == 7 + 2 + 1 + 1
    assert len(real.encontrar("")) == len(list(real))


def test_an_address_is_stated_once() -> None:
    both = [c.direccion for c in examine(RAIZ).registro]
    assert len(both) == len(set(both)) > 74
