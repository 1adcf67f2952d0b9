"""The audit tells a fault in any figure that others determine.

Two thousand faults take some minutes and run when they are asked for: `./pliego probar tests/fuzz`;
`python -m tests.semillas 2000` prints the rate by kind of figure and what escaped. A sample of them
runs with the rest.
"""

import pytest

from tests.determinadas import blancos
from tests.semillas import contar, faltas, hallada, informe, proyecto

MUESTRA = 40


def test_faults_are_always_the_same() -> None:
    assert faltas(proyecto(), 30) == faltas(proyecto(), 30)
    assert faltas(proyecto(), 30, 1) != faltas(proyecto(), 30, 2)


def test_figures_of_every_kind_are_determined() -> None:
    kinds = {blanco.clase for blanco in blancos(proyecto())}
    assert kinds == {
        "celda de un cuadro que suma",
        "componente de una variable",
        "comprobación",
        "resultado del año anterior",
        "resultado publicado",
        "variable de una fórmula",
    }


def test_a_sample_of_faults_is_told() -> None:
    silent = [falta for falta in faltas(proyecto(), MUESTRA) if not hallada(falta)]
    assert silent == []


@pytest.mark.lento
def test_two_thousand_faults_are_told() -> None:
    counted = contar(2000)
    told = "\n".join(informe(counted))
    print(told)
    assert counted.tasa >= 0.99, told
    for kind, (found, every) in counted.tasas(lambda falta: falta.blanco.clase).items():
        assert found >= 0.99 * every, f"{kind}\n{told}"
