"""The figures of two-sided accounts, and the amounts that acuerdos approve.

`<inst>.cuenta.<cuenta>.<rubro>` for rubros and chapters, `<inst>.cuenta.<cuenta>.<lado>` for the
total of a side; `<inst>.acuerdo.<acuerdo>.monto|fecha|acta|delegacion`. A value that is not stated
is the sum of its parts; the stated ones are as published, and `check` compares them. Sums are
exact.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from generator.base.span import Span
from generator.derive.stated import figure, on_day
from generator.model.aprobacion import Aprobacion
from generator.model.cuenta_publica import Capitulo, CuentaPublica, Lado, Rubro
from generator.model.dato import Dato
from generator.model.leido import Leido, Loc
from generator.model.registro import Casa, Cifra


def account(id_: str, leido: Leido[CuentaPublica], institucion: str, casa: Casa) -> Iterator[Cifra]:
    """The figures of one account, parts before what they add up to."""
    for place, lado in enumerate(leido.valor.lados):
        yield from _Account(id_, leido, institucion, casa).side(lado, ("lados", place))


def approved(id_: str, leido: Leido[Aprobacion], institucion: str, casa: Casa) -> Iterator[Cifra]:
    """The amount that an acuerdo approves, and its days."""
    acuerdo, base = leido.valor, f"{institucion}.acuerdo.{id_}"
    source = f"Acuerdo {acuerdo.numero}"
    if acuerdo.monto:
        name = f"Monto que aprueba el acuerdo {acuerdo.numero}"
        place, value = leido.span("monto"), acuerdo.monto.valor
        yield Cifra(
            f"{base}.monto", value, "presupuesto", name, place, casa, decimales=2, fuente=source
        )
    for key, (words, day, loc) in _days(acuerdo).items():
        name, place = f"{words} {acuerdo.numero}", leido.span(*loc)
        undated = Cifra(f"{base}.{key}", None, "fecha", name, place, casa, fuente=source)
        yield on_day(day, undated)


def _days(acuerdo: Aprobacion) -> dict[str, tuple[str, date, Loc]]:
    """Part of the address → what it is, the day and where it was written."""
    days: dict[str, tuple[str, date, Loc]] = {
        "fecha": ("Fecha del acuerdo", acuerdo.fecha, ("fecha",)),
        "acta": ("Fecha del acta del acuerdo", acuerdo.acta.fecha, ("acta", "fecha")),
    }
    if acuerdo.delegacion:
        words = "Fecha de la delegación con que se comunica el acuerdo"
        days["delegacion"] = (words, acuerdo.delegacion.fecha, ("delegacion", "fecha"))
    return days


class _Account:
    def __init__(self, id_: str, leido: Leido[CuentaPublica], institucion: str, casa: Casa) -> None:
        self.base = f"{institucion}.cuenta.{id_}"
        self.leido = leido
        self.casa = casa

    def side(self, lado: Lado, loc: Loc) -> Iterator[Cifra]:
        chapters = []
        for place, capitulo in enumerate(lado.capitulos):
            *inner, total = self.chapter(capitulo, (*loc, "capitulos", place))
            yield from (*inner, total)
            chapters.append(total)
        yield self.made(lado.id, lado.titulo, lado.total, chapters, (*loc, "total"))

    def chapter(self, capitulo: Capitulo, loc: Loc) -> Iterator[Cifra]:
        """Its rubros and, last, its total."""
        lines = []
        for place, rubro in enumerate(capitulo.rubros):
            *inner, own = self.line(rubro, (*loc, "rubros", place))
            yield from (*inner, own)
            lines.append(own)
        yield self.made(capitulo.id, capitulo.cierre, capitulo.total, lines, (*loc, "total"))

    def line(self, rubro: Rubro, loc: Loc) -> Iterator[Cifra]:
        """Its parts and, last, itself."""
        parts = []
        for place, parte in enumerate(rubro.partes):
            *inner, own = self.line(parte, (*loc, "partes", place))
            yield from (*inner, own)
            parts.append(own)
        yield self.made(rubro.id, rubro.nombre, rubro.valor, parts, (*loc, "valor"))

    def made(self, id_: str, name: str, stated: Dato | None, parts: list[Cifra], loc: Loc) -> Cifra:
        own = self.stated(id_, name, stated or Dato(None, "ND"), self.leido.span(*loc))
        if not parts or any(part.valor is None for part in parts):
            return own
        added = sum((Decimal(part.exacta) for part in parts), Decimal(0))
        addresses = tuple(part.direccion for part in parts)
        own = replace(own, operacion="suma", partes=addresses)
        if stated:
            return own
        style = parts[0]
        return replace(
            own,
            valor=added,
            estado="",
            decimales=max(part.decimales for part in parts),
            prefijo=style.prefijo,
            unidad=style.unidad,
        )

    def stated(self, id_: str, name: str, dato: Dato, origin: Span) -> Cifra:
        account = self.leido.valor
        return figure(
            dato,
            f"{self.base}.{id_}",
            f"{account.titulo}: {name} ({account.unidad})",
            origin,
            self.casa,
            "celda",
            medida=account.unidad,
            corte=account.corte,
            fuente=account.fuente or "",
        )
