"""What share of a whole a count is: the same for boards and follow-ups."""

from dataclasses import replace
from fractions import Fraction

from generator.model.registro import Cifra


def share(part: Cifra, direccion: str, whole: str, size: int) -> Cifra:
    """`part` as an exact percentage of `size`, the count at the address `whole`, rounded where it
    prints. ND where the part is; NA where there is nothing to share.
    """
    made = replace(
        part,
        direccion=direccion,
        nombre=f"{part.nombre}, porcentaje de los indicadores",
        clase="calculo",
        unidad="%",
        operacion="fórmula",
        partes=(part.direccion, whole),
    )
    if not size:
        return replace(made, valor=None, estado="NA")
    return made if part.valor is None else replace(made, valor=part.fraccion * Fraction(100, size))
