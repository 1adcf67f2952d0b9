"""Acuerdos of a governing body: the letter that tells one, and which editions it approves."""

from datetime import date

from pydantic import Field

from generator.model.valores import Dinero, Identificador, Modelo, Texto


class Acta(Modelo):
    numero: Texto
    fecha: date


class Delegacion(Modelo):
    """The power by which the acuerdo is told."""

    acuerdo: Texto
    fecha: date


class Firma(Modelo):
    nombre: Texto
    cargo: Texto


class Aprueba(Modelo):
    """One edition of a document of the same institution."""

    documento: Identificador = Field(description="Carpeta de content/<institución>/")
    edicion: int = Field(ge=1)


class Aprobacion(Modelo):
    """data/<institución>/aprobaciones/<id>.yml"""

    numero: Texto = Field(description="Como se publicó: #2023-1694.SEP.")
    organo: Texto = Field(description="Quién acuerda: Consejo Directivo")
    sesion: Texto = Field(description="Ordinaria, extraordinaria…")
    votacion: Texto | None = Field(None, description="por mayoría de votos")
    fecha: date
    lugar: Texto
    acta: Acta
    emisor: Texto = Field(description="La unidad que comunica el acuerdo")
    referencia: Texto | None = None
    folio: Texto | None = Field(None, description="Del sello")
    destinatario: tuple[Texto, ...] = Field(min_length=1, description="Un renglón cada uno")
    delegacion: Delegacion | None = None
    monto: Dinero | None = Field(None, description="Lo que se aprueba, en la moneda de casa")
    cuenta: Identificador | None = Field(None, description="Archivo de cuentas/ que lo detalla")
    anexo: Texto | None = None
    lema: Texto | None = None
    firma: Firma
    copias: tuple[Texto, ...] = ()
    iniciales: Texto | None = None
    archivo: Texto | None = Field(None, description="Dónde se archivó, como se publicó")
    aprueba: tuple[Aprueba, ...] = ()
