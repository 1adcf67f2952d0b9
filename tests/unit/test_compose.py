"""Layout, data and narrative → one document: its outline, its numbers, its cross-references."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from generator.base.messages import Level
from generator.base.romanos import roman
from generator.build import examine
from generator.compose.scope import PathError, Scope
from generator.document.nodes import Document, Llamada, Subtitulo
from generator.document.walk import anchors, blocks, plain_text, sections, tables
from tests.casos import EJEMPLO, RAIZ, copia

FOLDER = "content/isssteson/plan-de-labores-2024"
SECTORIAL = "vinculacion/programa-sectorial-salud-2022-2027"

# ── Roman numerals ──


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "I"), (3, "III"), (4, "IV"), (9, "IX"), (14, "XIV"), (29, "XXIX"), (38, "XXXVIII")],
)
def test_roman_numerals(number: int, text: str) -> None:
    assert roman(number) == text


def test_every_roman_numeral_reads_back() -> None:
    value = {"I": 1, "V": 5, "X": 10, " ": 0}
    for number in range(1, 40):
        signs = [value[sign] for sign in roman(number) + " "]
        assert sum(-a if a < b else a for a, b in pairwise(signs)) == number


# ── the language of scopes ──


@dataclass(frozen=True)
class Cosa:
    nombre: str = "Uno"
    vacia: tuple[str, ...] = ()
    nada: None = None
    _oculta: str = "no"

    @property
    def titulo(self) -> str:
        return f"Cosa {self.nombre}"

    def borrar(self) -> str:
        return "no"


@pytest.fixture
def scope() -> Scope:
    return Scope(
        {
            "cosa": Cosa(),
            "cosas": (Cosa("Uno"), Cosa("Dos")),
            "mapa": {"clave": Cosa("Tres")},
            "texto": "hola",
        }
    )


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("sin llaves", "sin llaves"),
        ("{texto}", "hola"),
        ("{cosa.nombre} y {cosa.titulo}", "Uno y Cosa Uno"),
        ("{mapa.clave.nombre}", "Tres"),
        ("vinculacion/{texto}.md", "vinculacion/hola.md"),
    ],
)
def test_names_are_replaced_by_their_values(scope: Scope, text: str, filled: str) -> None:
    assert scope.fill(text) == filled


def test_a_value_is_not_filled_again() -> None:
    assert Scope({"a": "{b}", "b": "no"}).fill("{a}") == "{b}"


@pytest.mark.parametrize(
    ("path", "cause"),
    [
        ("nadie", "aquí sólo hay cosa, cosas, mapa, texto"),
        ("", "aquí sólo hay cosa, cosas, mapa, texto"),
        ("cosa.apellido", "no tiene «apellido»"),
        ("mapa.otra", "no tiene «otra»"),
        ("cosa.nombre.", "no tiene «»"),
        ("cosa._oculta", "no tiene «_oculta»"),
        ("cosa.__class__", "no tiene «__class__»"),
        ("cosa.nombre.__class__.__mro__", "no tiene «__class__»"),
        ("cosa.borrar", "no tiene «borrar»"),
        ("texto.upper", "no tiene «upper»"),
        ("mapa.items", "no tiene «items»"),
        ("cosas.0", "no tiene «0»"),
    ],
)
def test_a_path_to_nowhere_says_why(scope: Scope, path: str, cause: str) -> None:
    for use in (scope.get, scope.holds, lambda p: scope.fill("{" + p + "}")):
        with pytest.raises(PathError) as error:
            use(path)
        assert (error.value.path, error.value.cause) == (path, cause)


def test_a_value_that_is_missing_is_never_printed(scope: Scope) -> None:
    with pytest.raises(PathError):
        scope.fill("{cosa.nada}")


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (None, True),
        ("cosas", True),
        ("no cosas", False),
        ("cosa.vacia", False),
        ("no cosa.vacia", True),
        ("cosa.nada", False),
        ("no cosa.nada", True),
    ],
)
def test_a_condition_asks_whether_there_is_something(
    scope: Scope, condition: str | None, *, expected: bool
) -> None:
    assert scope.holds(condition) is expected


def test_each_item_opens_a_scope(scope: Scope) -> None:
    inner = list(scope.each("una en cosas"))
    assert [s.fill("{una.nombre} {texto}") for s in inner] == ["Uno hola", "Dos hola"]
    assert list(scope.each("x en cosa.vacia")) == []
    assert list(scope.each(None)) == [scope]
    with pytest.raises(PathError):
        scope.get("una")


@pytest.mark.parametrize(
    ("clause", "path", "cause"),
    [
        ("una de cosas", "una de cosas", "se escribe «nombre en ruta»"),
        ("cosas", "cosas", "se escribe «nombre en ruta»"),
        ("a b en cosas", "a b en cosas", "se escribe «nombre en ruta»"),
        ("una en texto", "texto", "no es una lista"),
        ("una en cosa", "cosa", "no es una lista"),
        ("una en cosa.otras", "cosa.otras", "no tiene «otras»"),
    ],
)
def test_what_cannot_be_repeated_says_why(scope: Scope, clause: str, path: str, cause: str) -> None:
    with pytest.raises(PathError) as error:
        list(scope.each(clause))
    assert (error.value.path, error.value.cause) == (path, cause)


# ── the document ──


@pytest.fixture
def proyecto(tmp_path: Path) -> Path:
    return copia(tmp_path / "proyecto")


def _write(proyecto: Path, name: str, text: str) -> None:
    (proyecto / FOLDER / f"{name}.md").write_text(text, "utf-8")


def _declare(proyecto: Path, text: str) -> None:
    path = proyecto / FOLDER / "documento.yml"
    path.write_text(path.read_text("utf-8") + text, "utf-8")


def _documents(root: Path) -> list[Document]:
    return [obra.documento for obra in examine(root).obras]


def _document(root: Path) -> Document:
    (found,) = (d for d in _documents(root) if d.id == "isssteson/plan-de-labores-2024")
    return found


def _titles(document: Document) -> list[str]:
    return [f"{s.nivel} {s.completo}" for s in sections(document.secciones)]


def _notes(value: object) -> Iterator[Llamada]:
    if isinstance(value, Llamada):
        yield value
    if isinstance(value, tuple):
        for item in value:
            yield from _notes(item)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _notes(getattr(value, each.name))


def test_sections_are_numbered_as_the_layout_says() -> None:
    assert _titles(_document(RAIZ)) == [
        "1 I. Introducción",
        "1 II. Vinculación con los programas de mediano plazo",
        "2 II.1 Programa Sectorial de Salud 2022-2027",
        "2 II.2 Programa Institucional 2022-2027",
        "1 III. Programa Operativo Anual 2024",
        "2 280 Control y Vigilancia",
        "2 287 Coordinación Administrativa",
        "2 469 Coordinación de Prestaciones Económicas y Sociales",
        "2 470 Operación de Hospitales y Centros Médicos",
        "2 049 Atención Médica de Primer Nivel",
        "2 590 Nivel de Surtimiento en Farmacias",
        "2 589 Pensiones y Jubilaciones",
    ]


def test_tables_are_numbered_in_reading_order() -> None:
    found = list(tables(_document(RAIZ)))
    assert [t.numero for t in found] == list(range(1, 9))
    assert [t.id for t in found] == [f"cuadro-{n}" for n in range(1, 9)]
    last = [t.titulo.rpartition(" ")[2] for t in found]
    assert last == ["2024", "280", "287", "469", "470", "049", "590", "589"]


def test_columns_share_the_whole_width() -> None:
    documents = _documents(RAIZ)
    assert len(documents) == 8
    for table in (table for document in documents for table in tables(document)):
        if table.columnas:
            assert abs(sum(c.ancho for c in table.columnas) - 100) < 0.05
        assert {len(row) for row in table.todas} <= {len(table.columnas)}


def test_notes_are_numbered_in_reading_order(proyecto: Path) -> None:
    _write(proyecto, "introduccion", "A[^z] *b[^y]*\n\n- c[^x]\n\n[^x]: 3\n[^y]: 2\n[^z]: 1\n")
    _write(
        proyecto,
        "vinculacion",
        "> d[^x]\n\n| A[^y] |\n|---|\n| b[^z] |\n\n[^x]: 4\n[^y]: 5\n[^z]: 6\n",
    )
    _write(proyecto, SECTORIAL, "## e[^x]\n\n[^x]: 7\n")
    _write(proyecto, "actividades/589", "f[^x]\n\n[^x]: 8\n")
    notes = [n for s in _document(proyecto).secciones for n in _notes(s)]
    assert [n.numero for n in notes] == list(range(1, 9))
    assert [plain_text(n.hijos) for n in notes] == [str(n) for n in range(1, 9)]


def test_a_heading_of_the_narrative_is_below_its_section(proyecto: Path) -> None:
    _write(proyecto, "introduccion", "## Uno\n\n### Dos\n")
    _write(proyecto, SECTORIAL, "## Tres\n\n### Cuatro\n")
    found = [b for b in blocks(_document(proyecto)) if isinstance(b, Subtitulo)]
    below = SECTORIAL.rpartition("/")[2]
    assert [(b.nivel, b.id) for b in found] == [
        (2, "introduccion-uno"),
        (3, "introduccion-dos"),
        (3, f"{below}-tres"),
        (4, f"{below}-cuatro"),
    ]


def test_a_document_may_take_only_some_sections(proyecto: Path) -> None:
    _declare(proyecto, "secciones: [programa-operativo-anual, introduccion]\n")
    _write(proyecto, "introduccion", "Uno.\n")
    assert examine(proyecto).diagnostics == ()
    assert _titles(_document(proyecto)) == [
        "1 I. Introducción",
        "1 II. Programa Operativo Anual 2024",
        "2 590 Nivel de Surtimiento en Farmacias",
        "2 589 Pensiones y Jubilaciones",
    ]


def test_parts_are_the_front_and_each_section() -> None:
    document = _document(EJEMPLO)
    assert [p.id for p in document.partes] == ["preliminares", *(s.id for s in document.secciones)]
    assert [b.componente for b in document.partes[0].bloques] == [
        "portada",
        "portada-interior",
        "indice",
    ]
    assert document.secciones[0].pagina
    assert document.secciones[0].nueva_hoja


def test_the_declaration_reaches_the_document() -> None:
    document = _document(EJEMPLO)
    assert (document.id, document.tipo) == (FOLDER.removeprefix("content/"), "plan-de-labores")
    assert (document.fecha, document.edicion, document.ejercicio) == ("2026-11-22", 1, 2024)
    assert (document.idioma, document.clase) == ("es-MX", "Plan institucional")


def test_a_missing_narrative_stops_the_document(proyecto: Path) -> None:
    (proyecto / FOLDER / "actividades/589.md").unlink()
    (proyecto / FOLDER / "introduccion.md").unlink()
    examen = examine(proyecto)
    assert examen.obras == ()
    assert [(d.code, d.span.path) for d in examen.diagnostics] == [
        ("LEC-001", f"{FOLDER}/actividades/589.md"),
        ("LEC-001", f"{FOLDER}/introduccion.md"),
    ]
    assert "la narrativa de «Pensiones y Jubilaciones»" in examen.diagnostics[0].text


def test_an_unused_narrative_is_only_told(proyecto: Path) -> None:
    _write(proyecto, "intoduccion", "Nadie me llama.\n")
    examen = examine(proyecto)
    assert len(examen.obras) == 1
    (found,) = examen.diagnostics
    assert (found.code, found.level) == ("NAR-006", Level.WARNING)
    assert found.span.path == f"{FOLDER}/intoduccion.md"


@pytest.mark.parametrize("root", [EJEMPLO, RAIZ])
def test_every_place_has_an_id_of_its_own(root: Path) -> None:
    for document in _documents(root):
        ids = [*anchors(document), *(t.id for t in tables(document))]
        assert len(ids) == len(set(ids))


def test_two_headings_with_the_same_words_have_two_ids(proyecto: Path) -> None:
    _write(proyecto, "introduccion", "## Presupuesto\n")
    _write(proyecto, "vinculacion", "## Presupuesto\n")
    examen = examine(proyecto)
    ids = [i for obra in examen.obras for i in anchors(obra.documento)]
    assert len(ids) == len(set(ids)) or examen.diagnostics
