"""What the quick tests of the website share: a publication without PDFs, and its pages as text."""

from pathlib import Path

from generator import works
from generator.build import examine
from generator.compose.sheets import sheet
from generator.render.site import Fuentes, InstitucionPublicada, Publicacion, write
from generator.works import CASA, Examen


def sin_pdf(examen: Examen) -> Publicacion:
    """What the site publishes of `examen`, without its documents: they need to be laid out."""
    pairs = zip(examen.proyecto.instituciones, examen.enlazadas, strict=True)
    published = tuple(
        InstitucionPublicada(e, (), leida.imagenes, {id_: sheet(f) for id_, f in e.fichas.items()})
        for leida, e in pairs
    )
    assert examen.proyecto.portal
    portal = examen.proyecto.portal.valor
    more = {"marca_propia": examen.proyecto.marca, "propias": examen.propias}
    return Publicacion(portal, published, examen.registro, **more)  # type: ignore[arg-type]


def escrito(publicacion: Publicacion, docs: Path) -> Path:
    """Its pages as the builder takes them, in `docs`."""
    write(publicacion, Fuentes(CASA / "site", works.CASA / "layouts" / "_components"), docs)
    return docs


def de(proyecto: Path) -> Publicacion:
    """That of the project at `proyecto`."""
    return sin_pdf(examine(proyecto))
