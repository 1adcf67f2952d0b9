"""The data told to other catalogues: DCAT (JSON-LD) in a file, schema.org in the pages.

Norms: W3C DCAT 3 with the properties that DCAT-AP asks for; schema.org Dataset and DataCatalog.
Addresses are relative to the file or page that carries them, unless the portal declares where it
is published; then `@base` says so.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.render.datos_tabla import Tabla
from generator.render.datos_uso import LENGUA, Uso
from generator.render.site_publicacion import InstitucionPublicada

MEDIOS = {
    "CSV": "text/csv",
    "JSON": "application/json",
    "XLSX": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ZIP": "application/zip",
}
CONTEXTO = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_LANGUAGE = {"@id": "http://publications.europa.eu/resource/authority/language/SPA"}


@dataclass(frozen=True)
class Descarga:
    """A file to download: its format, its path from datos/, what it weighs and its SHA-256."""

    formato: str
    ruta: str
    bytes: int
    sha256: str


@dataclass(frozen=True)
class Conjunto:
    """A set of data with its downloads: the whole, an institution or a table."""

    id: str
    titulo: str
    descripcion: str
    descargas: tuple[Descarga, ...]
    tabla: Tabla | None = None
    institucion: InstitucionPublicada | None = None


def catalogue(uso: Uso, conjuntos: Iterable[Conjunto]) -> dict[str, object]:
    """The catalogue of the portal, with a dataset for each set of data."""
    base = {"@base": f"{uso.direccion}datos/"} if uso.direccion else {}
    publishers = [_publisher(i) for i in uso.publicacion.instituciones]
    sets = [_dataset(uso, conjunto, publishers) for conjunto in conjuntos]
    return {
        "@context": {**CONTEXTO, **base},
        "@id": "catalogo.jsonld",
        "@type": "dcat:Catalog",
        "dct:title": _said(uso.nombre),
        "dct:description": _said(uso.descripcion),
        "dct:publisher": publishers,
        "dct:language": _LANGUAGE,
        **_licence(uso),
        **_day(uso),
        "foaf:homepage": {"@id": "./"},
        "dcat:dataset": sets,
    }


def _said(text: str) -> dict[str, str]:
    return {"@value": text, "@language": LENGUA}


def _licence(uso: Uso) -> dict[str, object]:
    return {"dct:license": {"@id": uso.licencia.direccion}} if uso.licencia else {}


def _day(uso: Uso) -> dict[str, object]:
    day = {"@value": uso.actualizado, "@type": "xsd:date"}
    return {"dct:modified": day} if uso.actualizado else {}


def _publisher(institucion: InstitucionPublicada) -> dict[str, object]:
    return {
        "@id": f"../{institucion.ruta}",
        "@type": "foaf:Organization",
        "foaf:name": _said(institucion.institucion.ficha.nombre),
    }


def _dataset(
    uso: Uso, conjunto: Conjunto, publishers: list[dict[str, object]]
) -> dict[str, object]:
    own = conjunto.institucion
    return {
        "@id": f"#{conjunto.id}",
        "@type": "dcat:Dataset",
        "dct:identifier": conjunto.id,
        "dct:title": _said(conjunto.titulo),
        "dct:description": _said(conjunto.descripcion),
        "dct:publisher": [_publisher(own)] if own else [{"@id": p["@id"]} for p in publishers],
        "dct:language": _LANGUAGE,
        **_licence(uso),
        **_day(uso),
        "dcat:landingPage": {"@id": "./"},
        "dcat:distribution": [_distribution(uso, d) for d in conjunto.descargas],
    }


def _distribution(uso: Uso, descarga: Descarga) -> dict[str, object]:
    media = MEDIOS[descarga.formato]
    return {
        "@type": "dcat:Distribution",
        "dct:title": _said(f"{descarga.ruta.rpartition('/')[2]} ({descarga.formato})"),
        "dcat:accessURL": {"@id": descarga.ruta},
        "dcat:downloadURL": {"@id": descarga.ruta},
        "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{media}"},
        "dcat:byteSize": {"@value": str(descarga.bytes), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@value": descarga.sha256, "@type": "xsd:hexBinary"},
        },
        **_licence(uso),
    }


# ── schema.org ──


def linked_catalogue(uso: Uso, conjuntos: Iterable[Conjunto]) -> Mapping[str, object]:
    """The DataCatalog that the page of open data carries."""
    return {
        "@context": "https://schema.org",
        "@type": "DataCatalog",
        "name": uso.nombre,
        "description": uso.descripcion,
        **_common(uso),
        "dataset": [
            {
                "@type": "Dataset",
                "name": conjunto.titulo,
                "description": _long(conjunto.descripcion),
                **_common(uso, conjunto.institucion),
                "distribution": [linked_file(d.formato, d.ruta) for d in conjunto.descargas],
            }
            for conjunto in conjuntos
        ],
    }


def linked_file(formato: str, ruta: str) -> dict[str, str]:
    """A download, by its address from the page."""
    return {"@type": "DataDownload", "encodingFormat": MEDIOS[formato], "contentUrl": ruta}


def linked_indicator(
    uso: Uso,
    institucion: InstitucionPublicada,
    dicho: Mapping[str, object],
    descargas: Iterable[Mapping[str, str]],
) -> Mapping[str, object]:
    """The Dataset that an indicator's page carries; `dicho` is its name and what it measures."""
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        **dicho,
        **_common(uso, institucion),
        "distribution": list(descargas),
    }


def _common(uso: Uso, institucion: InstitucionPublicada | None = None) -> dict[str, object]:
    own = (institucion,) if institucion else uso.publicacion.instituciones
    makers = [{"@type": "Organization", "name": i.institucion.ficha.nombre} for i in own]
    licence = {"license": uso.licencia.direccion} if uso.licencia else {}
    day = {"dateModified": uso.actualizado} if uso.actualizado else {}
    return {"inLanguage": LENGUA, "isAccessibleForFree": True, "creator": makers, **licence, **day}


def _long(text: str) -> str:
    """A description as schema.org's readers ask for it: 50 letters or more."""
    return text if len(text) >= 50 else f"{text} Es parte de los datos abiertos del portal."
