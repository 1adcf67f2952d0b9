"""Every character that will be printed has a glyph in the bundled fonts."""

from collections.abc import Iterator

from generator.base.diagnostic import Diagnostic, diagnose
from generator.base.fonts import coverage
from generator.base.span import Span
from generator.check.todo import Todo


def revisar(todo: Todo) -> Iterator[Diagnostic]:
    known = coverage(todo.fuentes)
    if not known:
        fonts = "layouts/_components/fuentes"
        yield diagnose("LEC-001", Span(fonts), archivo=fonts, motivo=", las letras", cerca="")
        return
    for path, lines in todo.textos.items():
        if not path.startswith(("data/", "content/")):
            continue
        for number, line in enumerate(lines, 1):
            for column, character in enumerate(line, 1):
                if ord(character) not in known and character != "\t":
                    code = f"U+{ord(character):04X}"
                    place = Span(path, number, column)
                    yield diagnose("PDF-002", place, caracter=character, codigo=code)
