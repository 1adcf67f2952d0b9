"""How many indicators of an instrument the programa operativo measures."""

import pytest

from generator.derive.figures import register
from generator.model.proyecto import Proyecto
from generator.model.registro import Cifra, Registro
from generator.read.project import load
from tests.casos import RAIZ
from tests.semillas import con_texto

PROGRAMA = "data/isssteson/instrumentos/programa-sectorial-salud-2022-2027.yml"


@pytest.fixture(scope="module")
def proyecto() -> Proyecto:
    return load(RAIZ, RAIZ).proyecto


def _medidos(registro: Registro) -> dict[str, Cifra]:
    return {each.direccion: each for each in registro if each.direccion.endswith(".medidos")}


def test_they_are_counted_where_there_is_a_programa_operativo(proyecto: Proyecto) -> None:
    measured = _medidos(register(proyecto))
    assert {address.partition(".")[0] for address in measured} == {"isssteson"}
    sectorial = measured["isssteson.inst.programa-sectorial-salud-2022-2027.medidos"]
    assert sectorial.partes[1] == "Promedio de consultas de medicina general otorgadas."
    assert sectorial.nombre.startswith("Indicadores que el programa operativo mide · Programa")


def test_a_tie_to_nothing_measures_nothing(proyecto: Proyecto) -> None:
    text = "\n".join(proyecto.lineas[PROGRAMA]).replace("indicador: ", "indicador: otro-", 1)
    changed = con_texto(proyecto, PROGRAMA, text)
    assert changed
    address = "isssteson.inst.programa-sectorial-salud-2022-2027.medidos"
    counts = [len(register(each).cifras[address].partes) for each in (proyecto, changed)]
    assert counts == [2, 1]
