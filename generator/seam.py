"""Where others join in: entry points → named lists, in the order of their names.

The house's own rules come the same way as anyone's: declared under `pliego.reglas` in
pyproject.toml as `name = "module:function"`.
"""

from collections.abc import Callable, Iterator
from functools import cache
from importlib.metadata import entry_points

from generator.base.diagnostic import Diagnostic
from generator.check.todo import Todo

Regla = Callable[[Todo], Iterator[Diagnostic]]


@cache
def reglas() -> tuple[tuple[str, Regla], ...]:
    """The rules of the audit, by name."""
    found = sorted(entry_points(group="pliego.reglas"), key=lambda entry: entry.name)
    return tuple((entry.name, entry.load()) for entry in found)
