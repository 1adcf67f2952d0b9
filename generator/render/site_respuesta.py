"""The words that the site gives to the state of a result and to its avance."""

from generator.model.enlazado_fichas import FichaEnlazada
from generator.model.registro import Cifra

_STATES = {
    "": "Publicado",
    "p/": "Preliminar (p/)",
    "ND": "ND, no publicado",
    "NA": "NA, no aplica",
}


def state(cifra: Cifra) -> str:
    """The state of a result, for readers; how far it reaches, when not to the end of its year."""
    reach = f", a {cifra.corte[0].lower()}{cifra.corte[1:]}" if cifra.corte else ""
    return f"{_STATES[cifra.estado]}{reach}"


def progress(ficha: FichaEnlazada, year: int) -> str:
    """Its avance as published, or the word that stands for it."""
    avance = ficha.avances[year]
    if avance.cifra:
        return avance.cifra.completa
    if year in ficha.ficha.cortes:
        return "No se compara"
    constant = ficha.ficha.sentido == "Constante" or ficha.serie[year].estado == "NA"
    return "No aplica" if constant else "No calculable"
