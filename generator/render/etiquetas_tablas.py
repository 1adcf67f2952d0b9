"""Tables: which headers name each cell, as HTML has it, so that a screen reader can say them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count, product

from generator.render.etiquetas_nodos import Node


@dataclass(slots=True, eq=False)
class _Cell:
    """A table cell, where it starts in the grid; `scope` is None for data."""

    node: Node
    y: int
    x: int
    scope: str | None
    group: Node | None  # its <tbody>
    headers: dict[Node, None] = field(default_factory=dict)  # an ordered set

    @property
    def rows(self) -> range:
        return range(self.y, self.y + self.node.attributes.get("RowSpan", 1))

    @property
    def columns(self) -> range:
        return range(self.x, self.x + self.node.attributes.get("ColSpan", 1))


class _InForce:
    """The headers that hold along one row or one column."""

    def __init__(self) -> None:
        self.headers: dict[Node, range] = {}
        self._in_block = False

    def meet(self, node: Node, extent: range | None) -> None:
        """Pass over a cell; `extent` is what it spans if it is a header this way, else None.

        A header met after data takes the place of those before it with the same extent.
        """
        if extent and not self._in_block:
            self.headers = {old: other for old, other in self.headers.items() if other != extent}
        if extent:
            self.headers[node] = extent
        self._in_block = extent is not None


def link_table(table: Node) -> Iterator[tuple[Node, list[Node]]]:
    """Tell each header its scope; yield each data cell with the headers that name it."""
    grid = _grid(table)
    _name_cells(grid)
    for cell in dict.fromkeys(grid.values()):
        if cell.scope:
            cell.node.attributes["Scope"] = cell.scope
        elif cell.headers:
            yield cell.node, list(cell.headers)


def _grid(table: Node) -> dict[tuple[int, int], _Cell]:
    grid: dict[tuple[int, int], _Cell] = {}
    for y, row in enumerate(_rows(table)):
        for node in row.nodes():
            x = next(x for x in count() if (y, x) not in grid)
            cell = _Cell(node, y, x, _scope(node, row), row.parent)
            grid.update(dict.fromkeys(product(cell.rows, cell.columns), cell))
    return grid


def _rows(table: Node) -> Iterator[Node]:
    for part in table.nodes():
        yield from [part] if part.role == "TR" else part.nodes("TR")


def _name_cells(grid: dict[tuple[int, int], _Cell]) -> None:
    width = max((x + 1 for _, x in grid), default=0)
    across: dict[int, _InForce] = defaultdict(_InForce)
    down: dict[int, _InForce] = defaultdict(_InForce)
    titles: dict[tuple[Node | None, int], Node] = {}
    for y, x in sorted(grid):
        cell = grid[y, x]
        titles |= {(cell.group, column): cell.node for column in _titled_columns(cell, width)}
        title = titles.get((cell.group, x))
        named_by = [*([title] if title else []), *across[y].headers, *down[x].headers]
        cell.headers |= dict.fromkeys(named_by)
        across[y].meet(cell.node, cell.rows if cell.scope == "/Row" else None)
        down[x].meet(cell.node, cell.columns if cell.scope == "/Column" else None)


def _titled_columns(cell: _Cell, width: int) -> range:
    """What a <th scope=rowgroup> names down its <tbody>: the columns it spans, or all that follow.

    One that is merged down some rows names those alone, as any row header does.
    """
    if _declared_scope(cell.node) != "rowgroup" or len(cell.rows) > 1:
        return range(0)
    return cell.columns if len(cell.columns) > 1 else range(cell.x, width)


def _declared_scope(cell: Node) -> str:
    return str(cell.key[0].get("scope", "")) if cell.key else ""


def _scope(cell: Node, row: Node) -> str | None:
    if cell.role != "TH":
        return None
    if declared := _declared_scope(cell):
        return "/Row" if declared.startswith("row") else "/Column"
    is_in_head = row.parent is not None and row.parent.role == "THead"
    return "/Column" if is_in_head or not any(row.nodes("TD")) else "/Row"
