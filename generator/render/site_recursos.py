"""The site's own files: one style sheet with every institution's colours, script, font, marks."""

import shutil
from pathlib import Path

from generator.model.institucion import ColorWeb
from generator.render.site_acuerdos import board, feed
from generator.render.site_publicacion import InstitucionPublicada, Publicacion


def write_assets(publicacion: Publicacion, recursos: Path, docs: Path) -> None:
    """Copies what the pages ask for from `recursos` and `publicacion` into `docs`."""
    target = docs / "recursos"
    shutil.copytree(recursos, target, ignore=shutil.ignore_patterns("*.css", "README*"))
    (target / "pliego.css").write_text(_style(publicacion, recursos), "utf-8")
    if publicacion.marca:
        _copy(publicacion.marca, target / "marca.svg")
    for institucion in publicacion.instituciones:
        mark = institucion.imagenes[institucion.institucion.ficha.identidad.marca]
        _copy(mark, docs / institucion.ruta_marca)
        if institucion.institucion.acuerdos:
            (docs / board(institucion)).mkdir(parents=True)
            (docs / board(institucion) / "acuerdos.ics").write_bytes(feed(institucion))
        for publicado in institucion.documentos:
            _copy(publicado.pdf, docs / publicado.ruta_pdf)
            for anterior in publicado.anteriores:
                if anterior.pdf:
                    _copy(anterior.pdf, docs / anterior.ruta)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _style(publicacion: Publicacion, recursos: Path) -> str:
    """The sheets in the order of their names, and each institution's accents after them."""
    sheets = [path.read_text("utf-8") for path in sorted(recursos.glob("*.css"))]
    faces = (_portal(publicacion), *(_accents(i) for i in publicacion.instituciones))
    return "\n".join([*sheets, *(face for face in faces if face)]) + "\n"


def _portal(publicacion: Publicacion) -> str:
    """The colours of the portal, where they are not those of the house; its mark is on white."""
    cara = publicacion.cara
    if cara is None:
        return ""
    colours = {
        "acento": cara.acento,
        "acento-tenue": cara.acento_tenue,
        "banda": cara.banda,
        "noche": cara.banda,
        "noche-2": cara.banda,
        "oro": cara.realce,
    }
    said = " ".join(f"--pl-{name}: {_both(colour)};" for name, colour in colours.items())
    mark = " .pl-marca img { background: #fff; padding: .3rem .5rem; }" if publicacion.marca else ""
    return f":root {{ {said} }}{mark}"


def _accents(institucion: InstitucionPublicada) -> str:
    web = institucion.institucion.ficha.identidad.web
    return (
        f'[data-pl-institucion="{institucion.id}"] {{ --pl-acento: {_both(web.acento)}; '
        f"--pl-acento-tenue: {_both(web.acento_tenue)}; --pl-banda: {_both(web.banda)}; "
        f"--pl-marca: {web.acento.claro}; }}"
    )


def _both(color: ColorWeb) -> str:
    return f"light-dark({color.claro}, {color.oscuro})"
