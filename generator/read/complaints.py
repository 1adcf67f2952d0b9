"""What pydantic found wrong, said in Spanish with the code of its message."""

from typing import Any, get_args

from pydantic import BaseModel

from generator.base.diagnostic import Diagnostic, diagnose, near
from generator.base.span import Span
from generator.model.leido import Loc

_EXPECTED = {
    "string": "un texto",
    "int": "un número entero",
    "decimal": "un número",
    "float": "un número",
    "bool": "true o false",
    "tuple": "una lista (líneas que empiezan con guion)",
    "list": "una lista (líneas que empiezan con guion)",
    "dict": "un grupo de claves y valores",
    "model": "un grupo de claves y valores",
    "date": "una fecha",
}


def complaint(fault: Any, loc: Loc, span: Span, model: type[BaseModel]) -> Diagnostic:
    """One pydantic error as a diagnostic at `span`."""
    kind, value = fault["type"], fault.get("input")
    key = _key(loc)
    if "[key]" in fault["loc"] and kind.startswith("int"):
        return diagnose("ESQ-008", span, clave=key, causa="debe ser un año, como 2024")
    if kind == "pliego" and value is None:
        return diagnose("ESQ-006", span, clave=key)
    if kind == "pliego" and isinstance(value, list | dict):
        data = {"clave": key, "esperado": "un solo valor", "hallado": _found(value)}
        return diagnose("ESQ-003", span, ejemplo=f"{key}: …", **data)
    if kind == "pliego":
        code, cause = fault["ctx"]["codigo"], fault["ctx"]["causa"]
        data = {"clave": key, "valor": _short(value), "donde": _within(loc)}
        return diagnose(code, span, causa=cause, **data)
    if kind == "missing":
        example = _example(model, loc)
        return diagnose("ESQ-001", span, clave=key, donde=_within(loc), ejemplo=example)
    if kind == "extra_forbidden":
        known = _fields(model, loc[:-1])
        listing = ", ".join(known) or "ninguna"
        return diagnose("ESQ-002", span, clave=key, cerca=near(key, known), posibles=listing)
    return _by_family(kind, fault, key, value, span)


def _by_family(kind: str, fault: Any, key: str, value: object, span: Span) -> Diagnostic:
    if value in (None, "") or kind in ("string_too_short", "too_short"):
        return diagnose("ESQ-006", span, clave=key)
    if kind == "literal_error":
        options = [part.strip(" '") for part in _options(fault["ctx"]["expected"])]
        data = {"valor": _short(value), "clave": key, "cerca": near(str(value), options)}
        return diagnose("ESQ-005", span, posibles=", ".join(options), **data)
    if kind.startswith("date"):
        return diagnose("ESQ-007", span, valor=_short(value))
    family = kind.split("_")[0]
    if kind.endswith(("_type", "_parsing", "_from_float")) and family in _EXPECTED:
        expected = _EXPECTED[family]
        data = {"clave": key, "esperado": expected, "hallado": _found(value)}
        return diagnose("ESQ-003", span, ejemplo=f"{key}: {_sample(family)}", **data)
    return diagnose("ESQ-008", span, clave=key, causa=_limit(kind, fault.get("ctx", {})))


def _limit(kind: str, context: dict[str, Any]) -> str:
    if kind in ("greater_than_equal", "greater_than"):
        return f"debe ser {context.get('ge', context.get('gt'))} o más"
    if kind in ("less_than_equal", "less_than"):
        return f"debe ser {context.get('le', context.get('lt'))} o menos"
    if kind == "string_pattern_mismatch":
        return f"no tiene la forma esperada ({context['pattern']})"
    if kind == "too_long":
        return f"tiene más de {context['max_length']} elementos"
    return "el valor no es de los que se esperan"


def _options(expected: str) -> list[str]:
    return expected.replace(" or ", ", ").split(",")


def _key(loc: Loc) -> str:
    names = [part for part in loc if isinstance(part, str)]
    return names[-1] if names else "el archivo"


def _within(loc: Loc) -> str:
    return f" en {_place(loc)}" if len(loc) > 1 else ""


def _place(loc: Loc) -> str:
    """`indicadores 3` for the third of a list, else the name of the group."""
    for index in range(len(loc) - 2, -1, -1):
        part = loc[index]
        if isinstance(part, int):
            return f"el elemento {part + 1} de «{loc[index - 1]}»"
        return f"«{part}»"
    return ""


def _fields(model: type[BaseModel], loc: Loc) -> list[str]:
    """The keys that the model at `loc` admits."""
    inner = _descend(model, loc)
    return list(inner.model_fields) if inner else []


def _descend(model: type[BaseModel], loc: Loc) -> type[BaseModel] | None:
    current: type[BaseModel] | None = model
    for part in loc:
        if isinstance(part, int) or current is None:
            continue
        field = current.model_fields.get(part)
        current = _model_in(field.annotation) if field else None
    return current


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in get_args(annotation) if (found := _model_in(arg))), None)


def _example(model: type[BaseModel], loc: Loc) -> str:
    inner = _descend(model, loc[:-1])
    field = inner.model_fields.get(str(loc[-1])) if inner else None
    return f" ({field.description})" if field and field.description else ""


def _sample(family: str) -> str:
    return {"int": "2024", "string": "texto", "tuple": "[uno, dos]", "list": "[uno, dos]"}.get(
        family, "…"
    )


def _found(value: object) -> str:
    if isinstance(value, dict):
        return "un grupo de claves"
    if isinstance(value, list):
        return "una lista"
    return f"«{_short(value)}»"


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "…"
