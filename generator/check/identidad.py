"""Colours that can be read (WCAG 2.2 contrast) and images that are safe to publish."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from generator.base.colors import contrast, tint
from generator.base.diagnostic import Diagnostic, diagnose
from generator.check.todo import Todo
from generator.model.leido import Leido
from generator.model.portal import IdentidadPortal, Portal
from generator.model.proyecto import InstitucionLeida

WHITE = "#FFFFFF"
NIGHT = "#10171A"
"""The site's paper in the dark."""
COLORES = ("acento", "acento_tenue", "banda", "realce")
"""Those of the portal."""
MAX_SVG = 500_000
_FORBIDDEN = re.compile(r"(script|foreignObject|image|use|iframe|a|style)$")


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    for leida in todo.proyecto.instituciones:
        if not leida.ficha.reparado:
            yield from _colours(leida)
        yield from _images(leida)
    portal = todo.proyecto.portal
    if portal and portal.valor.identidad and not portal.reparado:
        yield from _portal(portal, portal.valor.identidad, todo.proyecto.marca)


def _portal(
    leido: Leido[Portal], identidad: IdentidadPortal, marca: Path | None
) -> Iterator[Diagnostic]:
    """The colours of the portal in both modes, and its mark."""
    for mode, paper in (("claro", WHITE), ("oscuro", NIGHT)):
        tone = {name: getattr(getattr(identidad, name), mode) for name in COLORES}
        pairs = (
            ("acento", tone["acento"], paper, 4.5, "el acento sobre el papel"),
            ("acento", tone["acento"], tone["acento_tenue"], 4.5, "el acento sobre su tenue"),
            ("banda", tone["banda"], WHITE, 7.0, "blanco sobre la banda"),
            ("realce", tone["realce"], tone["banda"], 3.0, "el realce sobre la banda"),
        )
        yield from _contrasts(leido, [(("identidad", n, mode), *rest) for n, *rest in pairs])
    if identidad.marca:
        cause = "no está en data/, junto a portal.yml" if marca is None else _fault(marca)
        if cause:
            place = leido.span("identidad", "marca")
            yield diagnose("REF-009", place, archivo=identidad.marca, causa=cause)


def _colours(leida: InstitucionLeida) -> Iterator[Diagnostic]:
    identidad = leida.ficha.valor.identidad
    web = identidad.web
    pairs = (
        (("acento",), identidad.acento, WHITE, 7.0, "el acento sobre blanco"),
        (("acento",), identidad.acento, tint(identidad.acento, 6), 7.0, "el acento sobre su tenue"),
        (("segundo",), identidad.segundo, WHITE, 4.5, "el segundo color sobre blanco"),
        (("web", "acento", "claro"), web.acento.claro, WHITE, 4.5, "el acento del sitio"),
        (
            ("web", "acento", "claro"),
            web.acento.claro,
            web.acento_tenue.claro,
            4.5,
            "el acento del sitio sobre su tenue",
        ),
        (
            ("web", "acento", "oscuro"),
            web.acento.oscuro,
            web.acento_tenue.oscuro,
            4.5,
            "el acento oscuro sobre su tenue",
        ),
        (("web", "banda", "claro"), web.banda.claro, WHITE, 7.0, "blanco sobre la banda"),
        (("web", "banda", "oscuro"), web.banda.oscuro, WHITE, 7.0, "blanco sobre la banda oscura"),
    )
    yield from _contrasts(leida.ficha, [(("identidad", *loc), *rest) for loc, *rest in pairs])


def _contrasts(leido: Leido[Any], pairs: Iterable[tuple[Any, ...]]) -> Iterator[Diagnostic]:
    """Those of `pairs` (place, colour, the other one, the least, its name) that are too close."""
    for loc, color, other, least, what in pairs:
        measured = contrast(color, other)
        if measured < least:
            data = {"que": what, "medido": f"{measured:.1f}", "minimo": f"{least:g}"}
            yield diagnose("IDE-001", leido.span(*loc), **data)


def _images(leida: InstitucionLeida) -> Iterator[Diagnostic]:
    identidad = leida.ficha.valor.identidad
    for field in ("marca", "trama"):
        name: str = getattr(identidad, field)
        path = leida.imagenes.get(name)
        cause = "no está en la carpeta identidad/" if path is None else _fault(path)
        if cause:
            place = leida.ficha.span("identidad", field)
            yield diagnose("REF-009", place, archivo=name, causa=cause)


def _fault(path: Path) -> str:
    """Why the image cannot be published, or nothing."""
    if path.suffix != ".svg":
        return "no es un archivo SVG"
    data = path.read_bytes()
    if len(data) > MAX_SVG:
        return f"pesa más de {MAX_SVG // 1000} KB"
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return "no está escrita en UTF-8"
    if re.search("<!(doctype|entity)", text, re.IGNORECASE):
        return "declara entidades, que no se admiten"
    try:
        root = ElementTree.fromstring(text)  # noqa: S314  (no DOCTYPE: nothing to expand)
    except ElementTree.ParseError:
        return "está incompleta o no es SVG"
    return _active(root)


def _active(root: ElementTree.Element) -> str:
    """Anything that runs or that asks for another file."""
    for element in root.iter():
        tag = element.tag.rpartition("}")[2]
        if _FORBIDDEN.match(tag):
            return f"contiene un elemento <{tag}>, que no se admite"
        for name, value in element.attrib.items():
            if (
                name.startswith("on")
                or "href" in name
                or "url(" in value.lower().replace("url(#", "")
            ):
                return "llama a otros archivos o a un programa"
    return ""
