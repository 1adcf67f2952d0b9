"""Nodes → semantic HTML, by the components of layouts/. The only door to jinja2.

Templates are the house's own and trusted, yet sandboxed and strict: a name that does not exist
is an error with the template's line, never an empty string. Values are always escaped.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import (
    FileSystemLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from generator.base.fechas import long_date
from generator.base.numbers import size_text
from generator.document.charts import Grafica
from generator.document.nodes import Cifra, Document
from generator.model.institucion import Institucion


@dataclass(frozen=True)
class TemplateFault(Exception):
    """A template failed: its file, line and why, in Spanish."""

    file: str
    line: int
    cause: str


@dataclass(frozen=True)
class Salida:
    """What a component may know of where it is being shown."""

    papel: bool
    documento: Document | None = None
    institucion: Institucion | None = None
    alza: int = 0
    """Heading levels to add: a page of the site keeps h1 for its own title."""
    indicador: Callable[[str], str] = lambda _id: ""
    """Id of an indicator → its page, or nothing on paper."""
    cifra: Callable[[Cifra], str] = lambda _cifra: ""
    """Figure → the page that explains it, or nothing."""
    enlace: Callable[[str], str] = lambda destino: destino
    """Link of the narrative → where it leads from here; `#apartado` may be on another page."""
    grafica: Callable[[Grafica], Markup] = lambda _grafica: Markup()
    """Chart → its picture: a file on paper, drawn in the page on the site."""


class _Sandbox(SandboxedEnvironment):
    """The sandbox of jinja2, which asks once, not millions of times, whether the things of a class
    may show an attribute: that depends on nothing else.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._asked: dict[tuple[type, str], bool] = {}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        key = type(obj), attr
        if key not in self._asked:
            self._asked[key] = super().is_safe_attribute(obj, attr, value)
        return self._asked[key]


@cache
def _environment(folders: tuple[Path, ...]) -> SandboxedEnvironment:
    environment = _Sandbox(
        loader=FileSystemLoader(folders),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["fecha_larga"] = _long_date
    environment.filters["sin_ejercicio"] = _without_year
    environment.filters["tamano"] = size_text
    environment.filters["decimos"] = _tenths
    return environment


class Plantillas:
    """The templates of a document type, or of the site's pages, over the shared components."""

    def __init__(self, *folders: Path) -> None:
        self.environment = _environment(folders)

    def show(self, template: str, salida: Salida, data: Mapping[str, object]) -> str:
        """`template` with `data`; inside it, `pinta(nodo)` shows any node of the tree.

        Raises TemplateFault.
        """

        def pinta(nodo: object) -> Markup:
            name = f"{getattr(nodo, 'componente')}.html.j2"  # noqa: B009  (nodes are a union)
            found = self.environment.get_template(name)
            return Markup(found.render(nodo=nodo, salida=salida, pinta=pinta))  # noqa: S704

        try:
            return self.environment.get_template(template).render(
                salida=salida, pinta=pinta, **data
            )
        except TemplateFault:  # of a template shown from within another
            raise
        except Exception as error:  # whatever a template does wrong is its fault, with its line
            raise _fault(error, template) from error


def _fault(error: Exception, template: str) -> TemplateFault:
    """Where the failing template line is: the deepest frame that belongs to a template."""
    file, line = getattr(error, "name", None) or template, getattr(error, "lineno", None) or 1
    trace = error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename.endswith(".j2"):
            file, line = trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next
    return TemplateFault(str(file), int(line), _cause(error))


def _cause(error: Exception) -> str:
    match error:
        case TemplateFault():
            return error.cause
        case TemplateNotFound():
            return f"falta la plantilla «{error.name}»"
        case UndefinedError():
            names = re.findall(r"'([^']+)'(?: is undefined)?$|no element (\S+)$", str(error))
            return f"no existe «{''.join(names[0])}»" if names else "se usa algo que no existe"
        case SecurityError():
            return "usa algo que las plantillas no pueden tocar"
        case TemplateSyntaxError():
            return f"no está bien escrita ({error.message})"
    return f"no se puede calcular ({error})"


def _long_date(when: date | str, idioma: str) -> str:
    """A date, or its ISO text, in words."""
    day = date.fromisoformat(when) if isinstance(when, str) else when
    return long_date(day, idioma.replace("-", "_"))


def _tenths(length: int) -> str:
    """A length of a drawing, from tenths of its unit: 1005 → 100.5."""
    whole, tenth = divmod(abs(length), 10)
    return f"{'-' * (length < 0)}{whole}{f'.{tenth}' * (tenth > 0)}"


def _without_year(titulo: str, ejercicio: int) -> str:
    return titulo.removesuffix(str(ejercicio)).rstrip()
