"""The names a layout may use, and the small language that reads them.

`{actividad.nombre}` in a text, `actividad.indicadores` as a path, `fila en ruta` to repeat.
Only attributes and keys are followed: nothing is called, nothing is evaluated.
"""

import re
from collections.abc import Iterator, Mapping

_NAME = re.compile(r"\{([^{}]*)\}")
_EACH = re.compile(r"(\w+) en ([\w.]+)")


class PathError(Exception):
    """A path that leads nowhere; carries it and why."""

    def __init__(self, path: str, cause: str) -> None:
        super().__init__(path, cause)
        self.path = path
        self.cause = cause


class Scope:
    """Names visible at one point of a layout."""

    def __init__(self, names: Mapping[str, object]) -> None:
        self.names = names

    def with_(self, name: str, value: object) -> "Scope":
        return Scope({**self.names, name: value})

    def over(self, inner: "Scope") -> "Scope":
        """These names besides those of `inner`."""
        return Scope({**inner.names, **self.names})

    def get(self, path: str) -> object:
        """The value at a dotted path. Raises PathError."""
        first, *rest = path.split(".")
        if first not in self.names:
            raise PathError(path, f"aquí sólo hay {', '.join(sorted(self.names))}")
        value = self.names[first]
        for part in rest:
            value = _attribute(value, part, path)
        return value

    def holds(self, condition: str | None) -> bool:
        """Whether the path has something; `no ruta`, whether it has nothing."""
        if condition is None:
            return True
        negated = condition.startswith("no ")
        return bool(self.get(condition.removeprefix("no "))) is not negated

    def fill(self, text: str) -> str:
        """`text` with each `{ruta}` replaced by its value."""
        return _NAME.sub(lambda found: self._word(found[1]), text)

    def _word(self, path: str) -> str:
        value = self.get(path)
        if value is None:
            raise PathError(path, "no tiene valor")
        return str(value)

    def each(self, clause: str | None) -> Iterator["Scope"]:
        """A scope for each item of «nombre en ruta»; this one when there is no clause."""
        if clause is None:
            yield self
            return
        match = _EACH.fullmatch(clause)
        if not match:
            raise PathError(clause, "se escribe «nombre en ruta»")
        items = self.get(match[2])
        if not isinstance(items, list | tuple):
            raise PathError(match[2], "no es una lista")
        for item in items:
            yield self.with_(match[1], item)


def _attribute(value: object, part: str, path: str) -> object:
    if isinstance(value, Mapping) and part in value:
        return value[part]
    if part.startswith("_") or not hasattr(value, part) or callable(getattr(value, part)):
        raise PathError(path, f"no tiene «{part}»")
    return getattr(value, part)
