"""Typer's own words, in Spanish: help pages and complaints about a wrong call.

Typer writes its help and errors in English and offers no catalogue for most of them, so both
are composed here from what it knows of each command.
"""

import re
from typing import Any

from typer import _click as click  # Typer's own copy of click: no other way to its errors
from typer.core import TyperCommand, TyperGroup

from generator.base.diagnostic import near


class Orden(TyperCommand):
    """A command whose help is in Spanish."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        _usage(self, ctx, formatter)
        _text(self, formatter)
        _section(formatter, "Argumentos", _records(self, "argument"))
        _section(formatter, "Opciones", _records(self, "option"))
        _examples(self, formatter)


class Ordenes(TyperGroup):
    """The group of all commands, in the order they were declared."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        _usage(self, ctx, formatter)
        _text(self, formatter)
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        shown = [
            (name, command.short_help or "")
            for name, command in commands
            if command and not command.hidden
        ]
        _section(formatter, "Órdenes", shown)
        _section(formatter, "Opciones", _records(self, "option"))
        _examples(self, formatter)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name = args[0]
        if not name.startswith("-") and self.get_command(ctx, name) is None:
            visible = [n for n in self.commands if not self.commands[n].hidden]
            raise click.exceptions.UsageError(
                f"no hay ninguna orden «{name}».{near(name, visible)}", ctx
            )
        return super().resolve_command(ctx, args)


def complaint(error: Exception) -> str:
    """What was wrong with the call, for the reader of the terminal."""
    match error:
        case click.exceptions.NoSuchOption():
            close = near(error.option_name, error.possibilities or ())
            return f"no existe la opción «{error.option_name}».{close}"
        case click.exceptions.MissingParameter():
            return f"falta {_named(error)}."
        case click.exceptions.BadParameter():
            return f"el valor de {_named(error)} no sirve: {_cause(error)}"
        case click.exceptions.BadOptionUsage():
            return f"la opción «{error.option_name}» necesita un valor, y sólo uno."
        case click.exceptions.UsageError() if error.message.startswith("Got unexpected"):
            return f"sobran palabras: {re.findall(r'[(]([^()]*)[)]$', error.message)[0]}."
        case click.exceptions.ClickException():
            return error.message
    return str(error)


def _cause(error: Any) -> str:
    """Why a value is no good, as a sentence that ends."""
    said = str(error.message)
    if bound := re.search(r"(less|greater) than or equal to (-?[0-9]+)", said):
        side = "más" if bound[1] == "less" else "menos"
        return f"no puede ser {side} de {bound[2]}."
    if "integer" in said:
        return "debe ser un número entero."
    return said if said.endswith((".", "?")) else f"{said}."


def _named(error: Any) -> str:
    param = error.param
    own = "" if param is None else param.opts[0]
    if param is not None and param.param_type_name == "argument":
        own = param.metavar or own
    hint = error.param_hint or own
    return f"«{hint if isinstance(hint, str) else hint[0]}»"


def _usage(command: Any, ctx: Any, formatter: Any) -> None:
    pieces = ["ORDEN"] if isinstance(command, Ordenes) else []
    pieces += ["[OPCIONES]"]
    for param in command.params:
        if param.param_type_name == "argument":
            name = _metavar(param)
            pieces.append(name if param.required else f"[{name}]")
    formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="Uso: ")


def _text(command: Any, formatter: Any) -> None:
    text = (command.help or "").split("Ejemplos:")[0].strip()
    formatter.write_paragraph()
    for paragraph in text.split("\n\n"):
        formatter.write_text(paragraph)


def _examples(command: Any, formatter: Any) -> None:
    _, found, examples = (command.help or "").partition("Ejemplos:")
    if not found:
        return
    with formatter.section("Ejemplos"):
        for line in examples.strip().splitlines():
            formatter.write(f"  {line.strip()}\n")


def _section(formatter: Any, title: str, rows: list[tuple[str, str]]) -> None:
    if rows:
        with formatter.section(title):
            formatter.write_dl(rows)


def _metavar(param: Any) -> str:
    return f"{param.metavar or param.name.upper()}{'…' if param.nargs == -1 else ''}"


def _records(command: Any, kind: str) -> list[tuple[str, str]]:
    rows = [("--help", "Muestra esta ayuda.")] if kind == "option" else []
    for param in reversed(command.params) if kind == "option" else command.params:
        if param.param_type_name == kind and not getattr(param, "hidden", False):
            names = _metavar(param) if kind == "argument" else ", ".join(param.opts)
            if kind == "option" and not param.is_flag:
                names += f" {_metavar(param)}"
            rows.insert(0 if kind == "option" else len(rows), (names, param.help or ""))
    return rows
