"""Document → PDF bytes. The only door to weasyprint; its warnings are our errors.

Enters the neutral document with its type's folder and the institution's identity; leaves one
PDF/A-3a that is also PDF/UA-1, byte-identical for the same input. The engine may ask only for
the assets named here: any other address, local or remote, fails the build.
"""

import atexit
import logging
import os
import re
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial
from html import escape
from pathlib import Path
from typing import Any

import pikepdf
from markupsafe import Markup

from generator.base.colors import tint
from generator.base.digest import of_parts, of_tree
from generator.document.charts import Grafica
from generator.document.nodes import Document
from generator.model.institucion import Identidad, Institucion
from generator.render.chart import Dibujante, alt
from generator.render.chart_marco import PAPEL, frame
from generator.render.html import Plantillas, Salida
from generator.render.renglones import whole_lines

VARIANT = "pdf/a-3a"
SCHEME = "pliego:///"


class PdfFault(Exception):
    """The engine complained; the argument is its complaint."""


@dataclass(frozen=True)
class Impresion:
    """All that the engine needs: one HTML text, one style sheet, and the files they name."""

    html: str
    css: str
    recursos: Mapping[str, Path | bytes]

    @property
    def huella(self) -> str:
        """Changes when the PDF would: text, style, assets, engine."""
        files = [
            part for name, path in sorted(self.recursos.items()) for part in (name, _bytes(path))
        ]
        return of_parts([self.html, self.css, *files, _engine()])


def prepare(
    documento: Document,
    institucion: Institucion,
    tipo: Path,
    componentes: Path,
    imagenes: Mapping[str, Path],
) -> Impresion:
    """What will be laid out for `documento`. Raises TemplateFault."""
    plantillas, charts = Plantillas(tipo, componentes), dict[str, bytes]()
    dibujante = Dibujante(
        plantillas, componentes / "fuentes", institucion.identidad, institucion.locale
    )
    salida = Salida(
        papel=True,
        documento=documento,
        institucion=institucion,
        grafica=partial(_chart, dibujante, charts),
    )
    body = plantillas.show("document.html.j2", salida, {})
    sheets = [*sorted(componentes.glob("*.css")), tipo / "style.css"]
    sheets.sort(key=lambda path: path.name != "base.css")
    if documento.borrador:
        sheets.append(componentes / "borrador" / "borrador.css")
    style = [
        _identity(institucion.identidad),
        *(p.read_text("utf-8") for p in sheets if p.exists()),
    ]
    assets: dict[str, Path | bytes] = {f"imagen/{name}": path for name, path in imagenes.items()}
    assets |= charts
    for path in sorted(componentes.rglob("*")):
        if path.suffix in (".ttf", ".svg"):
            assets[path.relative_to(componentes).as_posix()] = path
    return Impresion(_page(documento, institucion, body), "\n".join(style), assets)


def _chart(dibujante: Dibujante, charts: dict[str, bytes], grafica: Grafica) -> Markup:
    """The image of a chart, whose drawing is kept in `charts`."""
    name = f"grafica/{grafica.archivo}"
    marco = frame(grafica.tipo, PAPEL)
    drawing = dibujante.draw(grafica, marco, grafica.id).svg.encode()
    if charts.setdefault(name, drawing) != drawing:
        raise ValueError(f"dos gráficas se llaman «{grafica.id}»")
    return Markup('<img src="{}" alt="{}">').format(name, alt(grafica))


def render(impresion: Impresion) -> bytes:
    """The PDF of `impresion`. Raises PdfFault with the engine's first complaint."""
    weasyprint = _weasyprint(_fonts(impresion))
    from weasyprint.css.counters import CounterStyle
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import FatalURLFetchingError

    from generator.render.etiquetas import escribir_pdf  # it imports the engine: fonts come first

    fonts, counters = FontConfiguration(), CounterStyle()
    source = {"base_url": SCHEME, "url_fetcher": _fetcher(impresion.recursos)}
    shared = {"font_config": fonts, "counter_style": counters}
    with _Listening() as complaints, whole_lines():
        try:
            css = weasyprint.CSS(string=impresion.css, **shared, **source)
            html = weasyprint.HTML(string=impresion.html, **source)
            document = html.render(stylesheets=[css], **shared, pdf_variant=VARIANT)
            data = escribir_pdf(document, variante=VARIANT)
        except FatalURLFetchingError as error:
            raise PdfFault(str(error)) from error
    if complaints:
        raise PdfFault(_in_spanish(complaints[0]))
    return data


_SPANISH = {
    r"Ignored `(.+?)\s*` at (\d+):\d+.*": "la línea {1} de la hoja de estilo no se entiende: «{0}»",
    r"Invalid or unsupported selector, '(.+?) ?'.*": "el selector «{0}» de la hoja no sirve",
    r"No anchor #(\S+) for internal URI reference.*": "un enlace lleva a «{0}», que no existe",
    r"Failed to load image at '(.+?)'.*": "la imagen «{0}» no se puede leer",
}


def _in_spanish(complaint: str) -> str:
    """The engine's complaint for the reader; one that is not known stays as it was said."""
    for pattern, words in _SPANISH.items():
        if found := re.fullmatch(pattern, complaint, re.DOTALL):
            return words.format(*found.groups())
    return complaint.rstrip(".")


def _fonts(impresion: Impresion) -> Path:
    """The folder of the bundled fonts."""
    files = (path for path in impresion.recursos.values() if isinstance(path, Path))
    return next(path.parent for path in files if path.suffix == ".ttf")


def _bytes(resource: Path | bytes) -> bytes:
    return resource if isinstance(resource, bytes) else resource.read_bytes()


def pages(path: Path) -> int:
    """How many pages a PDF file has."""
    with pikepdf.open(path) as file:
        return len(file.pages)


def _page(documento: Document, institucion: Institucion, body: str) -> str:
    moment = f"{documento.fecha}T12:00:00Z"
    meta = {
        "author": institucion.nombre,
        "description": documento.asunto,
        "keywords": f"{institucion.siglas}, {documento.clase}, {documento.ejercicio}",
        "generator": "Pliego",
        "dcterms.created": moment,
        "dcterms.modified": moment,
    }
    metas = "".join(f'<meta name="{k}" content="{escape(v)}">' for k, v in meta.items())
    title = f"{documento.titulo}. {institucion.siglas}"
    head = f'<meta charset="utf-8"><title>{escape(title)}</title>{metas}'
    running = f"{institucion.identidad.cabeza or institucion.siglas} · {documento.titulo}"
    return (
        f'<!doctype html><html lang="{documento.idioma}"><head>{head}</head>'
        f'<body data-doc="{escape(running)}">{body}</body></html>'
    )


def _identity(identidad: Identidad) -> str:
    return (
        f":root {{ --acento: {identidad.acento}; --acento-tenue: {tint(identidad.acento, 6)}; "
        f"--acento-claro: {tint(identidad.acento, 34)}; --segundo: {identidad.segundo}; "
        f'--texto: "{identidad.letra_texto}", "Pliego Signos"; '
        f'--titulo: "{identidad.letra_titulo}", "{identidad.letra_texto}"; '
        f"--trama: url(imagen/{identidad.trama}) }}"
    )


# ── the engine ───────────────────────────────────────────────────────────────

_FONTCONFIG = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>"""


@cache
def _weasyprint(fonts: Path) -> Any:
    """The engine, with no font of the machine in sight: only those the style sheet names."""
    folder = Path(tempfile.mkdtemp(prefix="pliego-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    config = folder / "fonts.conf"
    config.write_text(_FONTCONFIG.format(fonts=fonts, cache=folder), "utf-8")
    os.environ["FONTCONFIG_FILE"] = str(config)
    import weasyprint

    return weasyprint


@cache
def _engine() -> str:
    """What, besides the input, the bytes depend on: the engine and this room's code."""
    from importlib.metadata import version

    code = of_tree(Path(__file__).parent, "*.py")
    return f"weasyprint {version('weasyprint')} pydyf {version('pydyf')} {VARIANT} {code}"


def _fetcher(recursos: Mapping[str, Path | bytes]) -> Any:
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    class NamedAssets(URLFetcher):  # type: ignore[misc]  # the engine has no types
        def fetch(self, url: str, _headers: Any = None) -> Any:
            name = url.removeprefix(SCHEME)
            if name not in recursos:
                raise FatalURLFetchingError(f"se pidió «{url}», que no es un recurso del documento")
            kind = "image/svg+xml" if name.endswith(".svg") else "font/ttf"
            return URLFetcherResponse(url, _bytes(recursos[name]), {"Content-Type": kind})

    return NamedAssets()


class _Listening(logging.Handler):
    """Collects what the engine logs as warning or worse while inside."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.logger = logging.getLogger("weasyprint")

    def __enter__(self) -> list[str]:
        self.complaints: list[str] = []
        self.logger.addHandler(self)
        self.propagated, self.logger.propagate = self.logger.propagate, False
        return self.complaints

    def __exit__(self, *_: object) -> None:
        self.logger.removeHandler(self)
        self.logger.propagate = self.propagated

    def emit(self, record: logging.LogRecord) -> None:
        self.complaints.append(record.getMessage())
