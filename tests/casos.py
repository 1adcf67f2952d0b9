"""The cases of tests/errors/: a change to an example project, and the message it must give.

    ejemplo: plan-de-labores
    archivo: data/isssteson/unidades.yml
    <<<<<<<
    text that is there
    =======
    text to put instead
    >>>>>>>

    the exact message

An empty first part replaces the whole file; two empty parts delete it. The first line, the document
type whose example it is, may be left out when it is plan-de-labores.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path

RAIZ = Path(__file__).resolve().parent.parent
EJEMPLO = RAIZ / "layouts" / "plan-de-labores" / "ejemplo"
AVANCE = RAIZ / "layouts" / "avance-y-resultados" / "ejemplo"
ERRORES = RAIZ / "tests" / "errors"


@dataclass(frozen=True)
class Caso:
    ruta: Path
    ejemplo: Path
    archivo: str
    antes: str
    despues: str
    mensaje: str

    @property
    def codigo(self) -> str:
        return self.ruta.stem.partition("_")[0]

    def aplicar(self, proyecto: Path) -> None:
        """Makes the change in a copy of the example."""
        target = proyecto / self.archivo
        if not self.antes and not self.despues:
            target.unlink()
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        if not self.antes:
            target.write_text(self.despues, "utf-8")
            return
        text = target.read_text("utf-8")
        assert text.count(self.antes) == 1, f"{self.ruta.name}: «{self.antes}» no está una sola vez"
        target.write_text(text.replace(self.antes, self.despues), "utf-8")


def leer(ruta: Path) -> Caso:
    head, _, rest = ruta.read_text("utf-8").partition("\n<<<<<<<\n")
    change, _, message = rest.partition(">>>>>>>\n")
    before, _, after = change.partition("=======\n")
    said = dict(line.split(": ", 1) for line in head.splitlines())
    ejemplo = RAIZ / "layouts" / said.get("ejemplo", "plan-de-labores") / "ejemplo"
    return Caso(ruta, ejemplo, said["archivo"], before, after, message.strip("\n"))


def casos() -> list[Caso]:
    return [leer(ruta) for ruta in sorted(ERRORES.glob("*.caso"))]


def copia(destino: Path, ejemplo: Path = EJEMPLO) -> Path:
    """A copy of an example project to change at will."""
    shutil.copytree(ejemplo, destino, ignore=shutil.ignore_patterns(".pliego", "dist"))
    return destino
