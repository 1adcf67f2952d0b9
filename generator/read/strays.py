"""Files of data/ and content/ that nothing reads: a wrong name loses its figures in silence."""

from collections.abc import Iterator
from pathlib import Path

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.span import Span

PLACES = {
    "acuerdos": "acuerdos/roles.yml y acuerdos/<año>/<clave>.yml",
    "aprobaciones": "aprobaciones/<id>.yml",
    "cuadros": "cuadros/<id>.yml",
    "cuentas": "cuentas/<id>.yml",
    "datos": "datos/<tema>.yml",
    "esquemas": "esquemas/<id>.yml",
    "fichas": "fichas/<id>.yml",
    "identidad": "imágenes .svg",
    "indicadores": "indicadores/<año>/<actividad o dependencia>.yml",
    "instrumentos": "instrumentos/<id>.yml",
    "presupuesto": "presupuesto/<año>.yml",
    "programacion": "programacion/<año>.yml",
    "proyectos": "proyectos/<id>.yml",
    "seguimientos": "seguimientos/<id>.yml",
    "semaforos": "semaforos/<id>.yml",
    "tableros": "tableros/<id>.yml",
}


FILES = (
    "institucion.yml, unidades.yml, marco-legal.yml, glosario.yml, siglas.yml, comprobaciones.yml, "
    "excepciones.yml"
)


def strays(root: Path, read: set[str]) -> Iterator[Diagnostic]:
    """A diagnostic for each file that is not among those `read` (paths from `root`)."""
    for name in ("data", "content"):
        for path in sorted((root / name).rglob("*")):
            place = path.relative_to(root)
            hidden = any(part.startswith(".") for part in place.parts)
            if path.is_dir() or hidden or place.as_posix() in read:
                continue
            expected = _expected(place)
            close = _twin(path)
            yield diagnose("LEC-017", Span(place.as_posix()), esperado=expected, cerca=close)


def _expected(place: Path) -> str:
    if place.parts[0] == "content":
        if place.parts[1:2] == ("portal",):
            return "un texto <id>.md por cada una de las «paginas» de data/portal.yml"
        return (
            "documento.yml, los textos .md y los PDF de «anteriores», en <institución>/<documento>/"
        )
    for part in place.parts[2:-1]:
        if part in PLACES:
            return PLACES[part]
    return f"{FILES} y las carpetas {', '.join(PLACES)}"


def _twin(path: Path) -> str:
    right = {".yaml": ".yml", ".txt": path.with_suffix("").suffix or ".md", ".markdown": ".md"}
    suffix = right.get(path.suffix.lower(), path.suffix.lower())
    name = path.name.partition(".")[0] + suffix
    return f" ¿Debe llamarse «{name}»?" if name != path.name else ""
