"""A note to take on an acuerdo → what its file must say, checked whole before it is written.

The file that would result is read again, with the reader of every build, and must keep all the
rules: a note that the cycle, the roles or the calendar do not admit is refused with its place, and
nothing is written.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from generator.base.diagnostic import Diagnostic, in_order, near
from generator.check.acuerdos import de_libro
from generator.edit.acuerdos import SCHEMA, appended, whole
from generator.edit.atomic import alone, replace_text
from generator.model.acuerdo import Acuerdo, Anotacion, clave, sealed
from generator.model.ciclo import Seguido
from generator.model.proyecto import LibroLeido
from generator.model.roles import Roles
from generator.read.bind import bind_text
from generator.read.project import load_book

Lineas = Mapping[str, tuple[str, ...]]


class Unknown(ValueError):
    """What was asked for does not exist; the message says so, in Spanish."""


class Refused(Exception):
    """The note cannot be taken; carries why, located, and the lines to show."""

    def __init__(self, diagnostics: Iterable[Diagnostic], lineas: Lineas) -> None:
        super().__init__("no se puede anotar")
        self.diagnostics = in_order(diagnostics)
        self.lineas = lineas


@dataclass(frozen=True)
class Mesa:
    """The acuerdos of one institution, open on the desk."""

    raiz: Path
    institucion: str
    libro: LibroLeido
    nombres: Mapping[str, str]
    lineas: Lineas
    fallas: bool = False
    """Some file could not be read as it is written."""

    @property
    def carpeta(self) -> str:
        return f"data/{self.institucion}"

    @property
    def roles(self) -> Roles:
        assert self.libro.roles is not None, "a desk is not opened without roles"
        return self.libro.roles.valor

    @property
    def seguidos(self) -> tuple[Seguido, ...]:
        return self.libro.seguidos

    def name(self, unidad: str) -> str:
        return self.nombres.get(unidad, unidad)

    def find(self, word: str) -> Seguido:
        """The acuerdo of that folio or clave. Raises Unknown."""
        known = {name: s for s in self.seguidos for name in (s.clave, s.folio) if name}
        if word not in known:
            raise Unknown(f"no hay ningún acuerdo «{word}».{near(word, known)}")
        return known[word]


@dataclass(frozen=True)
class Escrito:
    """One file to write: what it said, and what is added to it."""

    mesa: Mesa
    nombre: str
    antes: str
    anadido: str
    seguido: Seguido
    """As it will be."""

    def write(self) -> None:
        """Raises OSError; the file is then as it was."""
        path = self.mesa.raiz / self.nombre
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_text(path, self.antes + self.anadido)


# ── the desk ──


@contextmanager
def desk(raiz: Path, institucion: str | None, *, writing: bool = False) -> Iterator[Mesa]:
    """The acuerdos of `institucion`, or of the only one that has them; nobody else writes them
    while one is `writing`. Raises Unknown, Refused and OSError.
    """
    id_ = _institution(raiz, institucion)
    if not writing:
        yield _open(raiz, id_)
        return
    with alone(raiz / "data" / id_ / "acuerdos"):
        yield _open(raiz, id_)


def _institution(raiz: Path, wanted: str | None) -> str:
    known = sorted(p.parent.parent.name for p in raiz.glob("data/*/acuerdos/roles.yml"))
    if wanted in known:
        return wanted
    if wanted is None and len(known) == 1:
        return known[0]
    if not known or wanted is not None:
        folder = f"data/{wanted or '<institución>'}/acuerdos"
        raise Unknown(f"falta {folder}/roles.yml, que dice quién puede hacer qué")
    raise Unknown(f"diga cuál, con --institucion: {', '.join(known)}")


def _open(raiz: Path, id_: str) -> Mesa:
    libro, unidades, lectura = load_book(raiz, id_)
    lines = lectura.proyecto.lineas
    own = f"data/{id_}/acuerdos/"
    roles = [d for d in lectura.diagnostics if d.span.path == f"{own}roles.yml"]
    if unidades is None:
        raise Unknown(f"data/{id_}/unidades.yml falta o tiene errores: ./pliego revisar")
    if roles or libro.roles is None:
        raise Refused(roles, lines)
    names = {u.id: u.nombre for u in unidades.unidades}
    faults = any(d.span.path.startswith(own) for d in lectura.diagnostics)
    return Mesa(raiz, id_, libro, names, lines, faults)


# ── notes ──


def note(acuerdo: Acuerdo | None, tras: tuple[str, ...], fields: Mapping[str, Any]) -> Anotacion:
    """A note with its seal; the first of an acuerdo seals it too."""
    said = {name: clean(value) for name, value in fields.items()}
    loose = Anotacion.model_construct(**said, tras=tras, huella="")
    return loose.model_copy(update={"huella": sealed(loose, acuerdo)})


def clean(value: Any) -> Any:
    """A text as it is kept: composed, without blanks around."""
    if isinstance(value, tuple):
        return tuple(clean(each) for each in value)
    return unicodedata.normalize("NFC", value).strip() if isinstance(value, str) else value


def begin(
    mesa: Mesa, acuerdo: Acuerdo, primera: Mapping[str, Any], *more: Mapping[str, Any]
) -> Escrito:
    """A new acuerdo with its first notes. Raises Refused."""
    notes = [note(acuerdo, (), primera)]
    for fields in more:
        notes.append(note(None, (notes[-1].huella,), fields))
    full = acuerdo.model_copy(update={"historial": tuple(notes)})
    name = clave(notes[0].cuando, notes[0].huella)
    path = f"{mesa.carpeta}/acuerdos/{name[:4]}/{name}.yml"
    head = SCHEMA if (mesa.raiz / "schemas").is_dir() else ""
    text = head + whole(full)
    return Escrito(mesa, path, "", text, _checked(mesa, name, path, text, full))


def add(mesa: Mesa, seguido: Seguido, **fields: Any) -> Escrito:
    """One more note at the end of an acuerdo's history. Raises Refused and OSError."""
    path = seguido.archivo
    before = (mesa.raiz / path).read_bytes().decode("utf-8-sig")
    fresh = note(None, seguido.heads, fields)
    text = appended(before, (fresh,))
    history = (*seguido.historial, fresh)
    full = seguido.acuerdo.model_copy(update={"historial": history})
    now = _checked(mesa, seguido.clave, path, before + text, full)
    return Escrito(mesa, path, before, text, now)


def _checked(mesa: Mesa, name: str, path: str, text: str, full: Acuerdo) -> Seguido:
    """The acuerdo as it will be, if the file that results is right. Raises Refused."""
    plain = text.replace("\r\n", "\n")
    lines = {**mesa.lineas, path: tuple(plain.split("\n"))}
    bound, problems = bind_text(plain, path, Acuerdo)
    if bound is None or problems:
        raise Refused(problems, lines)
    libro = replace(mesa.libro, acuerdos={**mesa.libro.acuerdos, name: bound})
    found = [d for d in de_libro(libro, mesa.nombres, mesa.carpeta) if d.span.path == path]
    if found:
        raise Refused(found, lines)
    if bound.valor != full:
        raise Unknown(f"{path} no termina en su historial; anótelo al final a mano")
    return next(s for s in libro.seguidos if s.clave == name)


def visible(mesa: Mesa, unidad: str | None, day: date) -> tuple[Seguido, ...]:
    """The acuerdos that a unit may see: all of them, or those it has a part in; without a unit,
    those that are public.
    """
    whole_ = {"direccion-general", "administrador"}
    if unidad and any(rol.papel in whole_ for rol in mesa.roles.of(unidad, day)):
        return mesa.seguidos
    if unidad is None:
        return tuple(s for s in mesa.seguidos if not s.reservado)
    return tuple(
        s
        for s in mesa.seguidos
        if unidad == s.acuerdo.responsable or unidad in s.acuerdo.corresponsables
    )


def now() -> datetime:
    """The moment, to the second, with the offset of this machine."""
    return datetime.now().astimezone().replace(microsecond=0)
