"""A portal of so many fichas, made whole, and what each part of it costs."""

import resource
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from generator.base.diagnostic import has_errors
from generator.build import examine
from generator.render import builder, site
from generator.works import publication
from tests.casos import RAIZ
from tests.sintetico import portal

T = TypeVar("T")


@dataclass
class Medida:
    """Seconds of processor of each step, and what came of it."""

    fichas: int
    segundos: dict[str, float] = field(default_factory=dict)
    sitio: Path = Path()
    copiar: float = 0
    """Seconds that it takes to write the same bytes of its pages, and nothing else."""
    memoria: int = 0
    """Bytes of the program that indexes."""

    @property
    def bytes(self) -> int:
        return sum(p.stat().st_size for p in self.sitio.rglob("*") if p.is_file())

    def toma(self, paso: str, obra: Callable[[], T]) -> T:
        """What `obra` makes, with its time noted, that of the programs it runs too."""
        before = _spent()
        made = obra()
        self.segundos[paso] = _spent() - before
        return made


def medir(fichas: int, folder: Path, *, armar: bool = True) -> Medida:
    """The portal read, checked and written as pages in `folder`; dressed and indexed if `armar`.

    It has no documents: theirs do not grow with the fichas.
    """
    medida = Medida(fichas, sitio=folder / "paginas")
    proyecto = portal(folder / "proyecto", fichas)
    examen = medida.toma("revisar", lambda: examine(proyecto))
    assert not has_errors(examen.diagnostics), examen.diagnostics[0].text
    made = publication(replace(examen, obras=()), {})
    made = replace(made, portal=made.portal.model_copy(update={"destacadas": ()}))
    fuentes = site.Fuentes(RAIZ / "site", RAIZ / "layouts" / "_components")
    docs, datos = folder / "paginas", folder / "datos"
    medida.toma("escribir", lambda: site.write(made, fuentes, docs, datos))
    if armar:
        medida.sitio = folder / "sitio"
        yml, sitio = RAIZ / "mkdocs.yml", medida.sitio
        medida.toma("armar", lambda: builder.assemble(made.portal, yml, docs, sitio, datos))
        medida.copiar = _copy(medida.sitio, folder / "copia")
        with ProcessPoolExecutor(1, get_context("spawn")) as fresh:
            took = fresh.submit(_index, medida.sitio).result()
        medida.segundos["indizar"], medida.memoria = took
        medida.toma("leer", lambda: builder.reread(medida.sitio))
    return medida


def _copy(sitio: Path, folder: Path) -> float:
    """Seconds of writing in `folder` the pages of a dressed site, already read."""
    took = 0.0
    for page in sitio.rglob("*.html"):
        data, target = page.read_bytes(), folder / page.relative_to(sitio)
        before = _spent()
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        took += _spent() - before
    return took


def _index(sitio: Path) -> tuple[float, int]:
    """Seconds and bytes of the index, in a program of its own: a child of this one, which holds a
    great portal, is told to have been as large as it.
    """
    before = _spent()
    builder.index(sitio)
    return _spent() - before, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024


def _spent() -> float:
    own = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in own)
