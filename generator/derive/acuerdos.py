"""The follow-up acuerdos with the names of their units; only what may be public, if nobody asks.

This is the only way from data/ to what is published: what is reserved does not pass.
"""

from collections.abc import Iterable, Mapping

from generator.model.ciclo import Seguido
from generator.model.enlazado_acuerdos import AcuerdoEnlazado, PasoEnlazado
from generator.model.proyecto import InstitucionLeida


def public(leida: InstitucionLeida) -> tuple[AcuerdoEnlazado, ...]:
    """Those that are registered and not reserved, in the order of their folios."""
    return tied(leida, (s for s in leida.acuerdos.seguidos if s.folio and not s.reservado))


def tied(leida: InstitucionLeida, seguidos: Iterable[Seguido]) -> tuple[AcuerdoEnlazado, ...]:
    """These, whatever they are: for who may see them."""
    names = {u.id: u.nombre for u in leida.unidades.valor.unidades}
    locale = leida.ficha.valor.locale
    return tuple(_tied(seguido, names, locale) for seguido in seguidos)


def _tied(seguido: Seguido, names: Mapping[str, str], locale: str) -> AcuerdoEnlazado:
    acuerdo = seguido.acuerdo
    others = [names.get(id_, id_) for id_ in acuerdo.corresponsables]
    history = (PasoEnlazado(n, names.get(n.quien, n.quien), locale) for n in seguido.historial)
    return AcuerdoEnlazado(
        seguido,
        names.get(acuerdo.responsable, acuerdo.responsable),
        " y ".join([", ".join(others[:-1]), others[-1]] if len(others) > 1 else others),
        tuple(history),
        locale,
    )
