"""A portal of any number of fichas, plainly invented, to measure the house: never in data/.

`python -m tests.sintetico 10000 CARPETA` writes it. Four institutions share the fichas; their
objectives and units grow with them. The example of a document type lends its document, so that the
walk is whole.
"""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from generator.base.romanos import roman
from tests.casos import AVANCE, copia

INSTITUCIONES = 4
POR_OBJETIVO, POR_UNIDAD = 25, 50

_COSAS = (
    *("Consultas", "Cirugías", "Vacunas", "Camas", "Recetas", "Guarderías", "Pensiones"),
    *("Becas", "Urgencias", "Estudios", "Traslados", "Quejas", "Créditos"),
)
_MODOS = (
    *("atendidas", "otorgadas", "programadas", "concluidas", "registradas", "supervisadas"),
    *("renovadas", "canceladas", "reprogramadas", "verificadas", "diferidas"),
)
_LUGARES = (
    "en zonas rurales",
    "en hospitales",
    "en clínicas",
    "en oficinas",
    "en delegaciones",
    "en línea",
    "a domicilio",
    "en albergues",
    "en la niñez",
    "en la vejez",
    "por región",
)
_SENTIDOS = ("Ascendente", "Descendente", "Constante")


def nombre(numero: int) -> str:
    """The invented name of a ficha; that of each number is another."""
    what, rest = numero % len(_COSAS), numero // len(_COSAS)
    how, rest = rest % len(_MODOS), rest // len(_MODOS)
    where, serie = rest % len(_LUGARES), rest // len(_LUGARES)
    tail = f", serie {_letters(serie)}" if serie else ""
    return f"{_COSAS[what]} {_MODOS[how]} {_LUGARES[where]}{tail}"


def _letters(number: int) -> str:
    return "ABCDEFGHIJ"[number // 10 % 10] + "KLMNPQRSTU"[number % 10]


def portal(destino: Path, cuantas: int) -> Path:
    """A project with `cuantas` fichas in `destino`, absent before."""
    copia(destino, AVANCE)
    mark = destino / "data" / "imss" / "identidad"
    parts = [range(start, cuantas, INSTITUCIONES) for start in range(INSTITUCIONES)]
    for place, numbers in enumerate(parts):
        _institution(destino / "data" / f"sintetica-{place + 1}", place, len(numbers), mark)
        for own, number in enumerate(numbers):
            path = destino / "data" / f"sintetica-{place + 1}" / "fichas" / f"f-{own + 1}.yml"
            path.write_text(_ficha(own, number), "utf-8")
    return destino


def _institution(folder: Path, place: int, fichas: int, identidad: Path) -> None:
    for inner in ("fichas", "instrumentos"):
        (folder / inner).mkdir(parents=True)
    shutil.copytree(identidad, folder / "identidad")
    base = (identidad.parent / "institucion.yml").read_text("utf-8")
    name = f"Instituto Sintético de Prueba {'ABCD'[place]}"
    base = base.replace("Instituto Mexicano del Seguro Social", name)
    base = base.replace("siglas: IMSS", f"siglas: ISP-{'ABCD'[place]}")
    (folder / "institucion.yml").write_text(base, "utf-8")
    (folder / "unidades.yml").write_text("\n".join(_units(fichas)) + "\n", "utf-8")
    plan = folder / "instrumentos" / "plan-sintetico.yml"
    plan.write_text("\n".join(_plan(fichas)) + "\n", "utf-8")


def _units(fichas: int) -> Iterator[str]:
    yield "unidades:"
    for number in range(-(-fichas // POR_UNIDAD)):
        yield f"  - id: unidad-{number + 1}\n    nombre: Dirección del Anexo {roman(number + 1)}"


def _plan(fichas: int) -> Iterator[str]:
    yield "nombre: Plan Sintético\nperiodo: 2020-2024\nclase: programa-institucional\nobjetivos:"
    for number in range(-(-fichas // POR_OBJETIVO)):
        yield f"  - numero: {number + 1}\n    texto: Propósito del Capítulo {roman(number + 1)}"
        yield f'    estrategias:\n      - numero: "{number + 1}.1"'
        yield "        texto: Inventar de prueba"


def _ficha(own: int, number: int) -> str:
    """A ficha with five results; some without any, some preliminary."""
    objective, unit = own // POR_OBJETIVO + 1, own // POR_UNIDAD + 1
    values = [100 + (number * 7 + year * 13) % 900 for year in range(6)]
    state = "ND" if number % 11 == 0 else str(values[5])
    series = "\n".join(
        f"  {2019 + y}: {v if state != 'ND' else 'ND'}" for y, v in enumerate(values)
    )
    return f"""\
clave: "{objective}.{own % POR_OBJETIVO + 1}"
rol: Indicador
nombre: {nombre(number)}
instrumento: plan-sintetico
objetivo: {objective}
definicion: Mide de mentira cuántas {nombre(number).lower()} hubo en el año; es un dato de prueba.
nivel_desagregacion: Nacional
periodicidad: Anual
tipo: {"Gestión" if number % 3 else "Estratégico"}
acumulado: Periódico
unidad_medida: Caso
periodo_recoleccion: Enero – Diciembre
dimension: Eficacia
disponibilidad: Marzo
sentido: {_SENTIDOS[number % 3]}
unidad_responsable: unidad-{unit}
metodo:
  texto: Casos atendidos más casos diferidos en el año t
  formula: atendidos + diferidos
linea_base:
  anio: 2018
  valor: {90 + number % 50}
metas:
  2024: {200 + number % 700}
serie:
{series}
variables:
  - id: atendidos
    nombre: Casos atendidos en el año t
    fuente: Registro sintético
    valores:
      2024: {"ND" if state == "ND" else values[5] - 10}
  - id: diferidos
    nombre: Casos diferidos en el año t
    fuente: Registro sintético
    valores:
      2024: 10
"""


if __name__ == "__main__":
    portal(Path(sys.argv[2]), int(sys.argv[1]))
