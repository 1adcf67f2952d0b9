"""The site of this repository, built whole into a folder, for the tests that read or visit it."""

from pathlib import Path

from generator.compose.document import Material, compose
from generator.derive.figures import register
from generator.derive.links import link
from generator.model.enlazado import InstitucionEnlazada
from generator.model.proyecto import DocumentoLeido, InstitucionLeida, Proyecto
from generator.model.registro import Registro
from generator.narrate.resolve import resolve
from generator.read.project import load
from generator.render.builder import build
from generator.render.site import (
    DocumentoPublicado,
    Fuentes,
    InstitucionPublicada,
    Publicacion,
    write,
)

RAIZ = Path(__file__).parents[1]
PDF = b"%PDF-1.7\n% de prueba\n"
"""The site only copies, weighs and hashes the PDF: any bytes will do."""


def publicacion_de_prueba(folder: Path) -> Publicacion:
    """What this repository publishes, with a stand-in for each PDF."""
    leido = load(RAIZ, RAIZ)
    registro = register(leido.proyecto)
    linked = link(leido.proyecto, registro)
    portal = leido.proyecto.portal
    assert portal is not None
    every = tuple(
        _institution(leido.proyecto, one, tied, registro, leido.narrativas, folder)
        for one, tied in zip(leido.proyecto.instituciones, linked, strict=True)
    )
    return Publicacion(portal.valor, every, registro)


def construir_sitio(publicacion: Publicacion, folder: Path) -> Path:
    """The built site; nothing of it is under the repository."""
    write(publicacion, Fuentes(RAIZ / "site", RAIZ / "layouts/_components"), folder / "paginas")
    build(publicacion.portal, RAIZ / "mkdocs.yml", folder / "paginas", folder / "sitio")
    return folder / "sitio"


def _institution(
    proyecto: Proyecto,
    leida: InstitucionLeida,
    tied: InstitucionEnlazada,
    registro: Registro,
    narrativas: object,
    folder: Path,
) -> InstitucionPublicada:
    documents = tuple(
        _document(proyecto, one, tied, registro, narrativas, folder) for one in leida.documentos
    )
    return InstitucionPublicada(tied, documents, leida.imagenes)


def _document(
    proyecto: Proyecto,
    leido: DocumentoLeido,
    tied: InstitucionEnlazada,
    registro: Registro,
    narrativas: object,
    folder: Path,
) -> DocumentoPublicado:
    assert isinstance(narrativas, dict)
    resolved = {
        name: resolve(narrativas.get(path, ()), registro, tied.id)[0]
        for name, path in leido.narrativas.items()
    }
    tipo = proyecto.tipos[leido.declarado.valor.tipo]
    document, wrong = compose(Material(leido, tipo, tied, registro, resolved))
    assert document is not None, wrong
    pdf = folder / f"{leido.id.replace('/', '-')}.pdf"
    pdf.write_bytes(PDF)
    return DocumentoPublicado(document, pdf, 12)
