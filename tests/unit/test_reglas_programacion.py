"""What the rules tell of the year's programming, over the real data with one change."""

from dataclasses import replace
from datetime import date
from types import ModuleType

import pytest

from generator.base.diagnostic import Diagnostic
from generator.check import (
    aprobaciones,
    asteriscos,
    encabezados,
    homonimos,
    identificadores,
    indice,
    iniciativas,
    letras_dobles,
    medidas,
    metodos_ajenos,
    metodos_dichos,
    normas,
    palabras_dobles,
    parentesis,
    programacion,
    rangos,
    referencias,
    sumas,
)
from generator.model.documento import Documento, Edicion
from generator.model.marco_legal import MarcoLegal
from generator.model.proyecto import DocumentoLeido, InstitucionLeida, Proyecto
from generator.read.bind import bind_text
from tests.semillas import con_texto, proyecto, todo_de

DATOS = "data/isss/"
PLAN = f"{DATOS}programacion/2024.yml"
CUENTA = f"{DATOS}cuentas/regimen-salud-2024.yml"
ACUERDO = f"{DATOS}aprobaciones/2023-1694-sep.yml"
INSTRUMENTO = f"{DATOS}instrumentos/plan-estrategico-institucional.yml"


def _tabla(dependencia: str) -> str:
    return f"{DATOS}indicadores/2024/{dependencia}.yml"


SALUD, USUARIO, DARBE, UFI = map(_tabla, ("gerencia-salud", "atencion-usuario", "darbe", "ufi"))


def _isss(leido: Proyecto) -> Proyecto:
    own = tuple(each for each in leido.instituciones if each.id == "isss")
    return replace(leido, instituciones=own)


def _cambiado(ruta: str, *cambios: tuple[str, str]) -> Proyecto:
    text = "\n".join(proyecto().proyecto.lineas[ruta])
    for before, after in cambios:
        assert before in text, before
        text = text.replace(before, after, 1)
    changed = con_texto(_isss(proyecto().proyecto), ruta, text)
    assert changed is not None
    return changed


def _hallado(regla: ModuleType, leido: Proyecto) -> list[Diagnostic]:
    return list(regla.revisar(todo_de(leido)))


def _nuevos(regla: ModuleType, ruta: str, *cambios: tuple[str, str]) -> list[str]:
    """What the change adds to what the real data give: «code line: text»."""
    told = {(d.code, d.span.path, d.text) for d in _hallado(regla, _isss(proyecto().proyecto))}
    found = _hallado(regla, _cambiado(ruta, *cambios))
    fresh = (d for d in found if (d.code, d.span.path, d.text) not in told)
    return [f"{d.code} {d.span.line}: {d.text}" for d in fresh]


# ── references ──


def test_the_real_programming_names_what_there_is() -> None:
    for regla in (programacion, identificadores, sumas):
        assert _hallado(regla, _isss(proyecto().proyecto)) == []


@pytest.mark.parametrize(
    ("regla", "ruta", "antes", "despues", "dice"),
    [
        (
            programacion, PLAN, "  - perspectiva: financiera", "  - perspectiva: finanzas",
            ("REF-020 47: no hay ninguna perspectiva «finanzas» en «Plan Estratégico "
            "Institucional». ¿Quiso decir «financiera»?"),
        ),
        (
            programacion, PLAN, "      - ufi\n", "      - ufis\n",
            ("REF-019 53: la dependencia «ufis» no tiene archivo en data/isss/indicadores/2024. "
            "¿Quiso decir «ufi»?"),
        ),
        (
            programacion, PLAN, "      - oir\n", "",
            ("IND-003 4: ninguna perspectiva de data/isss/programacion/2024.yml nombra la "
            "dependencia «oir», y sus indicadores no se publicarían."),
        ),
        (
            programacion, PLAN, "      - darbe\n", "      - darbe\n      - oir\n",
            "IDS-002 55: la dependencia «oir» ya está en data/isss/programacion/2024.yml:44:9.",
        ),
        (
            programacion, PLAN, "instrumento: plan-estrategico-institucional", "instrumento: plan",
            "REF-003 3: no hay ningún instrumento de planeación «plan».",
        ),
        (
            programacion, PLAN, "ejercicio: 2024", "ejercicio: 2023",
            "REF-013 2: el archivo dice «2023» y por su nombre y carpeta debería decir «2024».",
        ),
        (
            programacion, SALUD, "suma: [gerencia-salud-p02,", "suma: [gerencia-salud-p05,",
            "",
        ),
        (
            programacion, SALUD, "suma: [gerencia-salud-p02,", "suma: [gerencia-salud-r99,",
            ("REF-004 63: no hay ningún indicador «gerencia-salud-r99». "
            "¿Quiso decir «gerencia-salud-r08»?"),
        ),
        (
            identificadores, CUENTA, "id: intangibles,", "id: egresos,",
            "IDS-001 74: «egresos» ya se usó en data/isss/cuentas/regimen-salud-2024.yml:44:9.",
        ),
        (
            identificadores, PLAN, 'codigo: "8471"', 'codigo: "8470"',
            "IDS-001 79: «8470» ya se usó en data/isss/programacion/2024.yml:76:21.",
        ),
        (
            identificadores, INSTRUMENTO, "  - id: financiera", "  - id: recurso-humano",
            ("IDS-001 61: «recurso-humano» ya se usó en "
            "data/isss/instrumentos/plan-estrategico-institucional.yml:29:9."),
        ),
        (
            referencias, SALUD, "unidad_responsable: gerencia-salud", "unidad_responsable: salud",
            "REF-001 5: no hay ninguna unidad responsable «salud» en data/isss/unidades.yml.",
        ),
    ],
)  # fmt: skip
def test_what_is_cited_is_there_once(
    regla: ModuleType, ruta: str, antes: str, despues: str, dice: str
) -> None:
    assert _nuevos(regla, ruta, (antes, despues)) == ([dice] if dice else [])


def test_a_total_of_totals_that_comes_back_is_told_once() -> None:
    found = _nuevos(
        programacion, SALUD,
        ("suma: [gerencia-salud-p02,", "suma: [gerencia-salud-p05,"),
        ("suma: [gerencia-salud-p06,", "suma: [gerencia-salud-p01,"),
    )  # fmt: skip
    way = "gerencia-salud-p01 → gerencia-salud-p05 → gerencia-salud-p01"
    assert found == [f"REF-021 63: el indicador «gerencia-salud-p01» se suma a sí mismo: {way}."]


def test_a_total_may_add_totals_that_are_not_written() -> None:
    leido = _cambiado(
        SALUD,
        ("gerencia-salud-p02, gerencia-salud-p03, gerencia-salud-p04]", "gerencia-salud-p05]"),
        ("    metas:\n      2024: 633,878\n", ""),
        ("2024: 7,528,195", "2024: 633,877"),
    )
    (found,) = _hallado(sumas, leido)
    assert found.text == "«Total Consulta Médica» es 633,877 y sus partes suman 633,878."


# ── acuerdos ──


def _documento(leida: InstitucionLeida, edicion: Edicion, **more: object) -> InstitucionLeida:
    declared = Documento(
        tipo="x", titulo="Plan", asunto="Plan", ejercicio=2024, edicion=edicion, **more
    )
    text = "tipo: x"
    bound, _ = bind_text(text, "content/isss/plan-anual-de-trabajo-2024/documento.yml", Documento)
    assert bound is not None
    leido = replace(bound, valor=declared, reparado=False)
    doc = DocumentoLeido("isss/plan-anual-de-trabajo-2024", leido, {})
    return replace(leida, documentos=(doc,))


def _con(edicion: Edicion, *cambios: tuple[str, str], **more: object) -> Proyecto:
    leido = _cambiado(ACUERDO, *cambios)
    (leida,) = leido.instituciones
    return replace(leido, instituciones=(_documento(leida, edicion, **more),))


HOY = Edicion(numero=1, fecha=date(2023, 9, 14))


@pytest.mark.parametrize(
    ("cambio", "dice"),
    [
        (("edicion: 1", "edicion: 1"), []),
        (
            ("edicion: 1", "edicion: 3"),
            [
                (
                    "REF-025: el acuerdo aprueba la edición 3 y el documento "
                    "«plan-anual-de-trabajo-2024» va en la 1."
                )
            ],
        ),
        (
            ("fecha: 2023-09-14\nlugar", "fecha: 2023-09-13\nlugar"),
            [
                (
                    "APR-001: el acuerdo es del 13 de septiembre de 2023 y la edición 1 de "
                    "«plan-anual-de-trabajo-2024», del 14 de septiembre de 2023."
                )
            ],
        ),
        (
            ("documento: plan-anual-de-trabajo-2024", "documento: plan-anual"),
            ["REF-024: la institución no tiene ningún documento «plan-anual»."],
        ),
        (
            ("cuenta: regimen-salud-2024", "cuenta: regimen-2024"),
            ["REF-023: no hay ninguna cuenta «regimen-2024». ¿Quiso decir «regimen-salud-2024»?"],
        ),
    ],
)
def test_an_acuerdo_approves_an_edition_that_exists(
    cambio: tuple[str, str], dice: list[str]
) -> None:
    found = _hallado(aprobaciones, _con(HOY, cambio))
    assert [f"{d.code}: {d.text}" for d in found] == dice


def test_an_older_edition_keeps_its_acuerdo() -> None:
    later = Edicion(numero=2, fecha=date(2024, 1, 10))
    assert _hallado(aprobaciones, _con(later, ("edicion: 1", "edicion: 1"))) == []


def test_a_document_that_tells_an_acuerdo_finds_it() -> None:
    (found,) = _hallado(aprobaciones, _con(HOY, acuerdo="2023-1694-set"))
    said = "no hay ningún acuerdo «2023-1694-set». ¿Quiso decir «2023-1694-sep»?"
    assert (found.code, found.text) == ("REF-022", said)


# ── sums ──


@pytest.mark.parametrize(
    ("ruta", "antes", "despues", "dice"),
    [
        (SALUD, "2,745,536", "2,745,537",
         ["AUD-012 65: «Total Consulta Médica» es 7,528,195 y sus partes suman 7,528,196."]),
        (SALUD, "2024: 7,528,195", "2024: ≤7,528,195", []),
        (CUENTA, "valor: $622.6", "valor: $622.7", []),
        (CUENTA, "valor: $622.6", "valor: $622.8",
         ["AUD-012 21: «Cotizaciones» es $823.6 y sus partes suman 823.8."]),
        (CUENTA, "total: $840.6", "total: $841.0",
         ["AUD-012 52: «Total gastos corrientes» es $841.0 y sus partes suman 840.6.",
          "AUD-012 47: «Egresos» es $906.5 y sus partes suman 906.9."]),
        (PLAN, "total: 32,500,000.00", "total: 32,500,000.01",
         [("AUD-012 88: «Implementación del Programa Anual de Inversión Pública» es $32,500,000.01 "
          "y sus partes suman $32,500,000.00.")]),
    ],
)  # fmt: skip
def test_totals_are_the_sum_of_their_parts(
    ruta: str, antes: str, despues: str, dice: list[str]
) -> None:
    assert _nuevos(sumas, ruta, (antes, despues)) == dice


def test_an_account_balances() -> None:
    found = _nuevos(sumas, CUENTA, ("total: $906.5", "total: $906.4"))
    assert found == [
        (
            "AUD-013 12: en «Presupuesto por Áreas de Gestión del Régimen de Salud», ingresos son "
            "$906.4 y egresos, $906.5."
        )
    ]


def test_sides_that_are_added_may_be_off_by_their_rounding() -> None:
    leido = _cambiado(
        CUENTA, ("total: $906.5", "total: ND"), ("total: $67.1", "total: $67.2"),
        ("valor: $67.1", "valor: $67.2"),
    )  # fmt: skip
    assert [d.code for d in _hallado(sumas, leido)] == []


# ── methods ──


def _del_metodo(metodo: str, meta: str = "80%", nombre: str = "") -> list[str]:
    cambios = [
        ("metodo: 365 días / rotación de cuentas por pagar", f'metodo: "{metodo}"'),
        ("2024: 60 días pago", f'2024: "{meta}"'),
        *([("Plazo promedio de pago de proveedores", nombre)] if nombre else []),
    ]
    return [each[:7] for each in _nuevos(metodos_dichos, UFI, *cambios)]


@pytest.mark.parametrize(
    ("metodo", "meta", "codes"),
    [
        ("((Facturas – Pagos) Facturas) x 100", "80%", ["SUS-003"]),
        ("(Pagos / Facturas) 100", "80%", ["SUS-003"]),
        ("((Facturas – Pagos) / Facturas) x 100", "80%", []),
        ("(Pagos + visitas) hechos / (Pagos + visitas) programados *100", "80%", []),
        ("(Pagos / Facturas) X 100", "80%", []),
        ("(Pagos hechos en el año) x100", "80%", ["SUS-004"]),
        ("(Pagos hechos entre facturas recibidas) x100", "80%", []),
        ("Pagos que deben hacerse (en plazo)", "80%", ["SUS-005"]),
        ("Pagos que deben hacerse (en plazo)", "80", []),
        ("Porcentaje de los pagos hechos", "80%", []),
        ("Pagos hechos sobre facturas recibidas", "80%", []),
        ("Pagos en plazo / Total de pagos", "8", ["RAN-004"]),
        ("Pagos en plazo / Total de pagos", "80%", []),
        ("Pagos en plazo / Total de pagos", "≤8", []),
        ("Pagos en plazo / Total de pagos", "0.8", []),
        ("Pagos en plazo x 10 / Total de pagos", "8", []),
        ("Pagos en plazo / Total de proveedores", "8", []),
        ("Pagos en plazo / pagos tardíos", "8", []),
        ("Pagos puntuales de casa + pagos adelantados de casa / Total de pagos", "1.5", []),
    ],
)
def test_a_method_is_a_whole_sum(metodo: str, meta: str, codes: list[str]) -> None:
    assert _del_metodo(metodo, meta) == codes


def test_the_original_gives_its_own() -> None:
    found = _hallado(metodos_dichos, _isss(proyecto().proyecto))
    assert sorted((d.code, d.span.path.rpartition("/")[2]) for d in found) == [
        ("RAN-004", "atencion-usuario.yml"),
        ("SUS-003", "darbe.yml"),
        ("SUS-004", "ufi.yml"),
        *[("SUS-005", "gerencia-salud.yml")] * 3,
    ]
    foreign = _hallado(metodos_ajenos, _isss(proyecto().proyecto))
    assert [d.span.path.rpartition("/")[2] for d in foreign] == ["relacionamiento-proveedores.yml"]


@pytest.mark.parametrize(
    ("metodo", "dicho"),
    [
        ("Medicamentos segmentados / Total de medicamentos", False),
        ("(Recomendaciones Implementadas / Recomendaciones de la unidad) x 100", True),
        ("(Proveedores con recomendaciones / Proveedores evaluados) x 100", False),
    ],
)
def test_a_method_is_of_its_indicator(metodo: str, *, dicho: bool) -> None:
    before = (
        "(Total de Recomendaciones Implementadas en el año / Total de Recomendaciones pendientes "
        "a la fecha del seguimiento) x 100%"
    )
    leido = _cambiado(_tabla("relacionamiento-proveedores"), (before, metodo))
    assert bool(_hallado(metodos_ajenos, leido)) == dicho


# ── names ──


@pytest.mark.parametrize(
    ("ruta", "antes", "despues", "codes"),
    [
        (_tabla("recursos-humanos"), "detalle: Prestación de calzado",
         "detalle: Prestación de tela y uniforme", ["DUP-002"]),
        (_tabla("programas-salud"), "grupo: Atención Materna\n    nombre: Inscripción",
         "grupo: Control Crecimiento y Desarrollo (Niño menor de 1 año)\n    nombre: Inscripción",
         ["DUP-002"]),
        (SALUD, "50 a 69 años", "40 a 49 años", ["DUP-002"]),
    ],
)  # fmt: skip
def test_homonyms_are_told_apart_by_detail_group_and_method(
    ruta: str, antes: str, despues: str, codes: list[str]
) -> None:
    assert _hallado(homonimos, _isss(proyecto().proyecto)) == []
    assert [each[:7] for each in _nuevos(homonimos, ruta, (antes, despues))] == codes


@pytest.mark.parametrize(
    ("metodo", "codes"),
    [
        ("(Ingresos Corrientes / Gastos Corrientes) X 100", []),
        ("(Gastos cubiertos / Gastos Corrientes) X 100", ["RAN-001"]),
        ("Gasto corriente que se cubre", ["RAN-001"]),
    ],
)
def test_a_quotient_of_two_things_is_no_part(metodo: str, codes: list[str]) -> None:
    change = ("(Ingresos Corrientes / Gastos Corrientes) X 100", metodo)
    assert [each[:7] for each in _nuevos(rangos, UFI, change)] == codes


def test_a_count_is_not_in_percent() -> None:
    (found,) = _hallado(medidas, _isss(proyecto().proyecto))
    assert "«Cantidad de recepciones aprobadas" in found.text


@pytest.mark.parametrize(
    ("titulo", "codes"),
    [("PLAN 2023", ["EJE-003"]), ("PLAN 2023-2024", []), ("PLAN", []), ("PLAN 2025", ["EJE-003"])],
)
def test_a_heading_is_of_its_year(titulo: str, codes: list[str]) -> None:
    change = ("resultado: PLAN 2024", f"resultado: {titulo}")
    assert [each[:7] for each in _nuevos(encabezados, UFI, change)] == codes


@pytest.mark.parametrize(
    ("antes", "despues", "dicho"),
    [
        ("finalizados*", "finalizados", False),
        ("finalizados*", "finalizados**", True),
        ("finalizados*\n", 'finalizados*\n    nota: "* Sin los de salud."\n', False),
    ],
)
def test_an_asterisk_has_its_note(antes: str, despues: str, *, dicho: bool) -> None:
    leido = _cambiado(_tabla("desarrollo-institucional"), (antes, despues))
    assert bool(_hallado(asteriscos, leido)) == dicho


# ── texts ──


@pytest.mark.parametrize(
    ("regla", "antes", "despues", "dicho"),
    [
        (letras_dobles, "iintervenir", "intervenir", False),
        (letras_dobles, "iintervenir", "oogénesis", False),
        (palabras_dobles, "mayor. mayor", "mayor. Mayor", False),
        (palabras_dobles, "mayor. mayor", "mayor", False),
        (parentesis, "al NILO)", "al (NILO)", False),
        (parentesis, "al NILO)", "al (NILO", True),
        (parentesis, "al NILO)", "al NILO; a) uno, b) dos y 3.º) tres", False),
        (iniciativas, "horarios:", "jornadas:", False),
    ],
)
def test_slips_of_writing(regla: ModuleType, antes: str, despues: str, *, dicho: bool) -> None:
    assert _hallado(regla, _isss(proyecto().proyecto))
    assert bool(_hallado(regla, _cambiado(PLAN, (antes, despues)))) == dicho


def _normas(texto: str) -> list[str]:
    """What is told of a narrative that says `texto`."""
    (leida,) = _isss(proyecto().proyecto).instituciones
    ruta = "content/isss/plan/riesgos.md"
    leida = _documento(leida, HOY)
    doc = replace(leida.documentos[0], narrativas={"riesgos.md": ruta})
    leida = replace(leida, documentos=(doc,))
    lineas = {**proyecto().proyecto.lineas, ruta: (texto,)}
    leido = replace(_isss(proyecto().proyecto), instituciones=(leida,), lineas=lineas)
    return [f"{d.code}: {d.text}" for d in _hallado(normas, leido)]


def test_a_norm_has_one_date() -> None:
    norm = "Normas Técnicas de Control Interno específicas para el ISSS (NTCIEISS)"
    assert _normas(f"Lo dispuesto en las {norm} aprobadas en octubre 2022; cada dependencia…") == [
        (
            "DUP-004: el texto dice «aprobadas en octubre 2022», y en data/isss/marco-legal.yml "
            "«Normas Técnicas de Control Interno Específicas para el Instituto Salvadoreño del "
            "Seguro Social» es de 12 de noviembre de 2021."
        )
    ]
    assert _normas(f"Las {norm}, aprobadas el 12 de noviembre de 2021.") == []
    assert _normas("Las políticas de control, aprobadas en octubre 2022.") == []
    assert MarcoLegal.model_fields


# ── outline ──

INDICE = (
    "1. INTRODUCCIÓN.....4",
    "2. MARCO LEGAL",
    "4. PLAN DE TRABAJO",
    "A. INICIATIVAS",
    "5. RIESGOS",
)
CUERPO = (
    "1. INTRODUCCIÓN",
    "2. MARCO LEGAL.",
    "5. PLAN DE TRABAJO",
    "A. INICIATIVAS",
    "6. RIESGOS",
)


def _esquema(indice_: tuple[str, ...], encabezados_: tuple[str, ...]) -> list[str]:
    leido = _con(HOY, impreso={"indice": indice_, "encabezados": encabezados_})
    return [f"{d.code}: {d.text}" for d in _hallado(indice, leido)]


def test_index_and_headings_have_the_same_numbers() -> None:
    assert _esquema(INDICE, CUERPO) == [
        "NRO-003: el índice dice «4. PLAN DE TRABAJO» y el título, «5. PLAN DE TRABAJO».",
        "NRO-003: el índice dice «5. RIESGOS» y el título, «6. RIESGOS».",
        "NRO-002: la entrada «4» viene después de 2: le tocaba 3.",
        "NRO-002: el título «5» viene después de 2: le tocaba 3.",
    ]


@pytest.mark.parametrize(
    ("titulos", "dice"),
    [
        (("I. A", "II. B", "A. C", "B. D", "III. E", "A. F"), []),
        (("I. A", "II. B", "IV. E"), ["el título «IV» viene después de II: le tocaba III."]),
        (("1. A", "1.1. B", "1.2. C", "2. D", "2.1. E", "2.3. F"),
         ["el título «2.3» viene después de 2.1: le tocaba 2.2."]),
        (("A. A", "B. B", "B. C"), ["el título «B» viene después de B: le tocaba C."]),
        (("MISIÓN", "VISIÓN"), []),
    ],
)  # fmt: skip
def test_headings_follow_one_another(titulos: tuple[str, ...], dice: list[str]) -> None:
    assert [each.partition(": ")[2] for each in _esquema((), titulos)] == dice


def test_what_one_has_and_the_other_has_not() -> None:
    assert _esquema(("1. A", "2. B"), ("1. A", "MISIÓN")) == [
        "NRO-004: el índice anuncia «2. B» y ningún título lo dice."
    ]
    assert _esquema(("1. A",), ("1. A", "2. B")) == [
        "NRO-004: el título «2. B» no está en el índice."
    ]
