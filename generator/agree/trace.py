"""The acuerdos against what git keeps: nothing was taken out, and each note is of who signs it.

Also who must approve a change of each file (CODEOWNERS), and how two branches' notes are joined.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from generator.agree.followup import Mesa, Refused, Unknown
from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.span import Span
from generator.check.acuerdos import de_libro
from generator.edit.acuerdos import appended
from generator.model.acuerdo import Acuerdo, Anotacion
from generator.model.leido import Leido
from generator.model.roles import Roles
from generator.read import historia
from generator.read.bind import bind_text

START, END = "# acuerdos: inicio", "# acuerdos: fin"


def against(mesa: Mesa, base: str) -> Iterator[Diagnostic]:
    """What the acuerdos lost since `base`, and what was noted by somebody else. Raises
    historia.GitFault.
    """
    before = historia.archivos(mesa.raiz, base, f"{mesa.carpeta}/acuerdos")
    now = {leido.ruta: leido for leido in mesa.libro.acuerdos.values()}
    own = {path: text for path, text in before.items() if not path.endswith("/roles.yml")}
    for path, text in own.items():
        yield from _lost(path, text, now.get(path), base)
    roles = _roles(before.get(f"{mesa.carpeta}/acuerdos/roles.yml"), mesa)
    for leido in now.values():
        yield from _signed(mesa, leido, base, roles)


def _read(text: str, path: str) -> Acuerdo | None:
    bound, problems = bind_text(text.replace("\r\n", "\n"), path, Acuerdo)
    return None if bound is None or problems else bound.valor


def _roles(text: str | None, mesa: Mesa) -> Roles:
    """Those of the base: a change may not give itself the right it needs."""
    bound, problems = bind_text(text or "", "roles.yml", Roles)
    return mesa.roles if bound is None or problems else bound.valor


def _lost(path: str, text: str, leido: Leido[Acuerdo] | None, base: str) -> Iterator[Diagnostic]:
    old = _read(text, path)
    if leido is None:
        yield diagnose("ACU-011", Span(path), causa="falta este archivo", base=base)
        return
    kept = [nota.huella for nota in leido.valor.historial]
    for nota in old.historial if old else ():
        if nota.huella not in kept:
            when = f"{nota.cuando:%Y-%m-%d}"
            cause = f"falta la anotación «{nota.que}» de «{nota.quien}» del {when}"
            yield diagnose("ACU-011", leido.span("historial"), causa=cause, base=base)


def _signed(mesa: Mesa, leido: Leido[Acuerdo], base: str, roles: Roles) -> Iterator[Diagnostic]:
    """Each note that a commit adds is of a unit to which who signs the commit belongs."""
    place = {nota.huella: n for n, nota in enumerate(leido.valor.historial)}
    for commit, email in historia.cambios(mesa.raiz, base, leido.ruta):
        for nota in _added(mesa, commit, leido.ruta):
            boxes = roles.mailboxes(nota.quien, nota.cuando.date())
            if email not in boxes and nota.huella in place:
                span = leido.span("historial", place[nota.huella], "quien")
                data = {"unidad": mesa.name(nota.quien), "cambio": commit[:10], "correo": email}
                yield diagnose("ACU-012", span, **data)


def _added(mesa: Mesa, commit: str, path: str) -> tuple[Anotacion, ...]:
    before = _read(historia.en_cambio(mesa.raiz, f"{commit}^", path), path)
    after = _read(historia.en_cambio(mesa.raiz, commit, path), path)
    known = {nota.huella for nota in before.historial} if before else set()
    return tuple(n for n in after.historial if n.huella not in known) if after else ()


# ── two branches ──


def joined(mesa: Mesa, path: str, texts: tuple[str, str, str]) -> str:
    """The file with the notes of both branches after those they share: by their time or, if the
    cycle does not admit it, those of one branch and then the other's. Raises Refused and Unknown.
    """
    base = texts[0]
    shared, one, other = (_read(text, path) for text in texts)
    if shared is None or one is None or other is None:
        raise Unknown(f"{path} no se puede unir solo: las dos ramas no parten del mismo acuerdo")
    known = {nota.huella for nota in shared.historial}
    mine = tuple(n for n in one.historial if n.huella not in known)
    told = {nota.huella for nota in mine}
    yours = tuple(n for n in other.historial if n.huella not in known | told)
    by_time = tuple(sorted((*mine, *yours), key=lambda nota: nota.cuando))
    refused: list[Diagnostic] = []
    for order in (by_time, (*mine, *yours), (*yours, *mine)):
        text = base + appended(base, order)
        problems = _faults(mesa, path, text)
        if not problems:
            return text
        refused = refused or problems
    raise Refused(refused, {path: tuple((base + appended(base, by_time)).split("\n"))})


def _faults(mesa: Mesa, path: str, text: str) -> list[Diagnostic]:
    bound, problems = bind_text(text.replace("\r\n", "\n"), path, Acuerdo)
    if bound is None or problems:
        return problems
    name = path.rpartition("/")[2].removesuffix(".yml")
    libro = replace(mesa.libro, acuerdos={**mesa.libro.acuerdos, name: bound})
    found = de_libro(libro, mesa.nombres, mesa.carpeta)
    return [d for d in found if d.span.path == path]


# ── who approves ──


def owners(mesa: Mesa, prefijo: str, hoy: date) -> str:
    """The lines of CODEOWNERS: roles.yml is of who leads and who administers; each acuerdo, also
    of the unit that answers for it.
    """
    lead = [rol for rol in mesa.roles.roles if rol.papel != "organo-normativo" and rol.on(hoy)]
    heads = tuple(dict.fromkeys(cuenta for rol in lead for cuenta in rol.cuentas))
    folder = f"/{prefijo}{mesa.carpeta}/acuerdos/"
    lines = [f"{START} ({mesa.institucion}); las escribe ./pliego acuerdo codeowners"]
    lines += [_owned(folder, heads)]
    for seguido in mesa.seguidos:
        unit = mesa.roles.accounts(seguido.acuerdo.responsable, hoy)
        lines += [_owned(f"/{prefijo}{seguido.archivo}", (*unit, *heads))]
    return "\n".join([*lines, f"{END} ({mesa.institucion})"]) + "\n"


def _owned(path: str, cuentas: tuple[str, ...]) -> str:
    return " ".join([path, *dict.fromkeys(cuentas)])


def replaced(text: str, block: str) -> str:
    """CODEOWNERS with `block` in place of the one it had, or at its end."""
    first, *_, last = block.splitlines()
    start, end = text.find(first), text.find(last)
    if start < 0 or end < start:
        joint = "" if not text or text.endswith("\n") else "\n"
        return text + joint + block
    return text[:start] + block + text[end + len(last) :].removeprefix("\n")
