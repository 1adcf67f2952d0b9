"""Accessible, archivable PDF: WeasyPrint's pages with a tag tree that reads well aloud.

Enters: a `weasyprint.Document` already laid out, and the files to attach to it.
Leaves: the bytes of one PDF that is PDF/A and PDF/UA-1 at once, the same for the same input.
Never: leaves the engine changed once it returns, or touches an engine other than the two
versions it was written against.

The engine's own tag tree is replaced by that of `etiquetas_arbol`; here are the few seams where
that tree, the artifacts and the links enter the engine while it writes, and the tree's way out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import Any

import pydyf
import weasyprint
import weasyprint.pdf
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.pdf.stream import Stream

from generator.render.etiquetas_arbol import (
    SVG, Annotation, Box, Element, Mark, Node, TreeBuilder, alternative_text,
)

ENGINES = {"weasyprint": (weasyprint, "70.0"), "pydyf": (pydyf, "0.13.0")}
VARIANTES = ("pdf/a-3a", "pdf/a-2a")

Links = list[tuple[str, str, tuple[float, float, float, float], Box]]
Artifacts = dict[Box, dict[str, str]]  # a box that is not content → how its artifact is described
