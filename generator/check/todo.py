"""What a rule may look at: everything that is known before composing."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.model.enlazado import InstitucionEnlazada
from generator.model.proyecto import Proyecto
from generator.model.registro import Registro


@dataclass(frozen=True)
class Todo:
    proyecto: Proyecto
    registro: Registro
    enlazadas: tuple[InstitucionEnlazada, ...]
    """The institutions in the order of the project, computed."""
    textos: Mapping[str, tuple[str, ...]]
    """Lines of every file read, by path."""
    fuentes: Path
    """Folder of the bundled fonts."""
