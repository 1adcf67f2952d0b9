"""A stand-in for each faulty value, so that one mistake does not hide or invent others.

A file with errors is never published; but the walk goes on with it to find every other problem,
and needs its good parts. Each fault that pydantic found is replaced by the plainest value that
its field admits.
"""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from generator.model.leido import Loc
from generator.model.valores import PENDIENTE

_TEXTS = (PENDIENTE, "0", "2000", "2000-01-01", "#000000", "XX", "XXX")
_MARKS = ("2000-01-01T00:00:00+00:00", "0" * 64, "2000-0001", "x@x.invalid", "@x", "http://x/")
_CANDIDATES: tuple[object, ...] = (*_TEXTS, *_MARKS, [], {})


def repaired(data: Any, faults: list[Any], model: type[BaseModel]) -> object:
    """`data`, changed in place where `faults` say; still wrong if a fault cannot be mended."""
    for fault in faults:
        loc = tuple(part for part in fault["loc"] if part != "[key]")
        parent = _inside(data, loc[:-1])
        if not loc or parent is None:
            continue
        if fault["type"] == "extra_forbidden" or "[key]" in fault["loc"]:
            _rename(parent, loc, model)
        elif fault["type"] == "missing":
            parent[loc[-1]] = _stand_in(_type_at(model, loc))
        else:
            parent[loc[-1]] = _stand_in(_type_at(model, loc))
    return data


def _rename(parent: Any, loc: Loc, model: type[BaseModel]) -> None:
    """A misspelt key becomes the one it was meant for, if that one is missing; else it goes."""
    value = parent.pop(loc[-1], None)
    bare = _bare(_type_at(model, loc[:-1]))
    known = list(bare.model_fields) if hasattr(bare, "model_fields") else []
    meant = get_close_matches(str(loc[-1]), [key for key in known if key not in parent], n=1)
    if meant:
        parent[meant[0]] = value


def _inside(data: Any, loc: Loc) -> Any:
    for part in loc:
        known = data if isinstance(data, Mapping) else range(len(data)) if data else ()
        if part not in known:
            return None
        data = data[part]
    return data


def _type_at(model: Any, loc: Loc) -> Any:
    """The annotated type of the value at `loc`."""
    current: Any = model
    for part in loc:
        current = _step(current, part)
    return current


def _step(current: Any, part: str | int) -> Any:
    bare = _bare(current)
    if isinstance(bare, type) and issubclass(bare, BaseModel):
        field = bare.model_fields.get(str(part))
        return _annotated(field) if field else str
    inner = [arg for arg in get_args(bare) if arg is not Ellipsis]
    return inner[-1] if inner else str


def _annotated(field: FieldInfo) -> Any:
    kind: Any = field.annotation
    return Annotated[(kind, *field.metadata)] if field.metadata else kind


def _bare(kind: Any) -> Any:
    """The type without its annotations, nor the «or nothing» of an optional one."""
    if get_origin(kind) is Annotated:
        return _bare(get_args(kind)[0])
    inner = [arg for arg in get_args(kind) if arg is not type(None)]
    return _bare(inner[0]) if type(None) in get_args(kind) else kind


def _stand_in(kind: Any) -> object:
    bare = _bare(kind)
    if get_origin(bare) is Literal:
        return get_args(bare)[0]
    if isinstance(bare, type) and issubclass(bare, BaseModel):
        required = {n: f for n, f in bare.model_fields.items() if f.is_required()}
        return {name: _stand_in(_annotated(field)) for name, field in required.items()}
    adapter = TypeAdapter(kind)
    inner = [[_stand_in(get_args(bare)[0])]] if get_origin(bare) is tuple else []
    return next((c for c in (*_CANDIDATES, *inner) if _admits(adapter, c)), PENDIENTE)


def _admits(adapter: TypeAdapter[Any], candidate: object) -> bool:
    try:
        adapter.validate_python(candidate)
    except ValidationError:
        return False
    return True
