"""How a page is cited: who publishes, what, which edition, and its permanent address."""

from dataclasses import dataclass
from datetime import date

from generator.base.fechas import long_date
from generator.model.portal import Portal
from generator.render.site_hojas import Hoja
from generator.render.site_publicacion import DocumentoPublicado, InstitucionPublicada


@dataclass(frozen=True)
class ComoCitar:
    """The words of a citation, and the address it ends with."""

    texto: str
    direccion: str
    """Whole, if data/portal.yml says where the site is; else, from the root of the site."""
    contacto: str = ""
    """Where a reader tells of an error."""


def address(portal: Portal, ruta: str) -> str:
    """The permanent address of a page."""
    return f"{portal.direccion.rstrip('/') if portal.direccion else ''}/{ruta}"


def of_document(
    portal: Portal,
    institucion: InstitucionPublicada,
    publicado: DocumentoPublicado,
    hoja: Hoja | None = None,
) -> ComoCitar:
    """That of a document or, with `hoja`, of one of its sections."""
    documento = publicado.documento
    part = f"«{hoja.seccion.completo.rstrip('.')}», en " if hoja else ""
    text = f"{institucion.institucion.ficha.nombre}. {part}{documento.titulo}, {edition(publicado)}"
    ruta = hoja.ruta if hoja else publicado.ruta
    return ComoCitar(f"{text}. {portal.nombre}.", address(portal, ruta), portal.contacto or "")


def of_indicator(
    portal: Portal, institucion: InstitucionPublicada, nombre: str, documento: str, ruta: str
) -> ComoCitar:
    """That of an indicator, as the title of a document prints it, if any does."""
    found = next((d for d in institucion.documentos if d.documento.titulo == documento), None)
    source = f" {documento}, {edition(found)}." if found else ""
    name = institucion.institucion.ficha.nombre
    text = f"{name}. «{nombre}».{source} {portal.nombre}."
    return ComoCitar(text, address(portal, ruta), portal.contacto or "")


def edition(publicado: DocumentoPublicado) -> str:
    """Its edition and day: edición 1, 22 de noviembre de 2026."""
    documento = publicado.documento
    return f"edición {documento.edicion}, {long_date_of(documento.fecha, documento.idioma)}"


def long_date_of(fecha: str, idioma: str) -> str:
    """A day in words, from its ISO text."""
    return long_date(date.fromisoformat(fecha), idioma.replace("-", "_"))
