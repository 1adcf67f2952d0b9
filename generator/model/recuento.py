"""What an examination looked at, counted: the numbers of the verification page."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Recuento:
    """Of one institution."""

    recalculados: int = 0
    """Results that a formula gives from the variables."""
    comparados: int = 0
    """Those of them that were published too."""
    coinciden: int = 0
    sustituciones: int = 0
    """Printed substitutions, evaluated as they are written."""
    calculadas: int = 0
    """Totals and counts that nobody writes: they come from their parts."""
    sumas: int = 0
    """Printed totals of data tables that were added again."""
    comprobaciones: int = 0
    """Comparisons declared with the data, one for each row when a table declares them."""
    cumplen: int = 0
    textos: int = 0
    """Files of narrative."""
    referencias: int = 0
    """Figures that the narrative cites or computes."""
    afirmaciones: int = 0
    """Words bound to figures."""
    sostenidas: int = 0
