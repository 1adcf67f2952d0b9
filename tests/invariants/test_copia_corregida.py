"""What the audit tells of the real data is in the data: a corrected copy gives no finding at all.

tests/golden/correcciones.yml says what a careful corrector would put in the place of each thing
that is told, errors and avisos; nothing is signed in the copy. And no correction is idle: left
out, the findings of its file come back.
"""

import re
import shutil
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from functools import reduce
from operator import or_
from pathlib import Path

import pytest
import yaml

from generator.build import examine
from generator.works import Examen
from tests.casos import RAIZ

COPIADAS = ("data", "content", "layouts")
TANDAS = 10
"""Files left out at a time: each one in one of these rounds."""
DE_LA_COLUMNA = "FMT-001"
"""Told in the file of the fewest: with the rest of the column corrected, in another one."""
AFIRMADOS = (
    "programa-institucional-2022-2027.medidos = inst.",
    "En su meta sexenal, los indicadores se encuentran mayormente como superados",
    "La mitad de los indicadores es de oportunidad de mejora o moderada",
)
"""The checks whose mend is what the text affirms: no figure of the document makes them true."""
UNA_VEZ = "SIG-007"
"""Told once, in the first of the texts that are not corrected."""
Hallazgos = Counter[tuple[str, str, str]]
"""File, code and words: the numbers of some are of other files."""


@dataclass(frozen=True)
class Correccion:
    archivo: str
    dice: str
    debe: str

    def aplicar(self, texto: str) -> str:
        """The text corrected; with nothing to put, without the lines of what it said."""
        assert texto.count(self.dice) == 1, f"{self.archivo}: «{self.dice}» no está una sola vez"
        if self.debe:
            return texto.replace(self.dice, self.debe)
        place = texto.index(self.dice)
        before = texto[: texto.rfind("\n", 0, place) + 1]
        return before + texto[place + len(self.dice) :].partition("\n")[2]


def _leidas() -> tuple[Correccion, ...]:
    path = RAIZ / "tests" / "golden" / "correcciones.yml"
    return tuple(Correccion(**each) for each in yaml.safe_load(path.read_text("utf-8")))


CORRECCIONES = _leidas()
ARCHIVOS = tuple(sorted({each.archivo for each in CORRECCIONES}))


def _corregida(destino: Path, menos: Collection[str] = ()) -> Examen:
    """The examination of a copy of the real data: corrected, save some files, and unsigned."""
    for name in COPIADAS:
        shutil.copytree(RAIZ / name, destino / name)
    for each in CORRECCIONES:
        if each.archivo not in menos:
            path = destino / each.archivo
            path.write_text(each.aplicar(path.read_text("utf-8")), "utf-8")
    for path in destino.glob("data/*/excepciones.yml"):
        path.unlink()
    return examine(destino)


def _hallazgos(examen: Examen) -> Hallazgos:
    return Counter((d.span.path, d.code, _palabras(d.text)) for d in examen.diagnostics)


def _palabras(texto: str) -> str:
    return " ".join(re.findall(r"[^\W\d_]+", texto.lower()))


@pytest.fixture(scope="module")
def corregida(tmp_path_factory: pytest.TempPathFactory) -> Examen:
    return _corregida(tmp_path_factory.mktemp("corregida"))


@pytest.fixture(scope="module")
def reales() -> Hallazgos:
    return _hallazgos(examine(RAIZ))


@pytest.fixture(scope="module")
def vueltos(tmp_path_factory: pytest.TempPathFactory) -> list[Hallazgos]:
    """By round, what is told when its files are left as they were."""
    folders = [tmp_path_factory.mktemp("tanda") for _ in range(TANDAS)]
    return [_hallazgos(_corregida(f, ARCHIVOS[n::TANDAS])) for n, f in enumerate(folders)]


def test_a_corrected_copy_gives_no_finding(corregida: Examen) -> None:
    assert [f"{d.span}: {d.code} {d.text}" for d in corregida.diagnostics] == []


def test_a_corrected_copy_is_composed(corregida: Examen) -> None:
    written = {path.parent for path in (RAIZ / "content").glob("*/*/documento.yml")}
    assert {obra.documento.id for obra in corregida.obras} == {
        path.relative_to(RAIZ / "content").as_posix() for path in written
    }


@pytest.mark.lento
def test_every_finding_is_told_again_when_its_cause_is_not_corrected(
    reales: Hallazgos, vueltos: list[Hallazgos]
) -> None:
    again = reduce(or_, vueltos)
    assert [code for _, code, _ in reales - again] == [DE_LA_COLUMNA]


@pytest.mark.lento
def test_what_is_not_corrected_tells_nothing_that_the_original_does_not(
    reales: Hallazgos, vueltos: list[Hallazgos]
) -> None:
    for again in vueltos:
        assert again
        assert {code for _, code, _ in again - reales} <= {DE_LA_COLUMNA, UNA_VEZ}


def test_no_correction_weakens_a_check() -> None:
    checks = [c.dice for c in CORRECCIONES if c.archivo.endswith("comprobaciones.yml")]
    assert [dice.partition("\n")[0] for dice in checks] == list(AFIRMADOS)
    assert not any("comprobar" in each.dice or "formula:" in each.dice for each in CORRECCIONES)
