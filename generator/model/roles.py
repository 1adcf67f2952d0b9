"""roles.yml: who may do what to which acuerdo, where they are written to, and by which server."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from generator.model.acuerdo import Que
from generator.model.valores import Dia, Identificador, Modelo, Texto

Direccion = Annotated[
    str, Field(pattern=r"^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$", max_length=254)
]
Cuenta = Annotated[str, Field(pattern=r"^@[A-Za-z0-9-]+(/[A-Za-z0-9._-]+)?$")]
Papel = Literal["direccion-general", "administrador", "organo-normativo"]
Permitido = Literal["direccion-general", "administrador", "responsable", "corresponsable"]

PERMISOS: Mapping[Que, tuple[Permitido, ...]] = {
    "asignado": ("direccion-general", "administrador"),
    "registrado": ("administrador",),
    "notificado": ("administrador",),
    "avance": ("responsable",),
    "comentario": ("direccion-general",),
    "prorroga": ("direccion-general",),
    "validado": ("direccion-general",),
    "devuelto": ("direccion-general",),
    "suspendido": ("direccion-general",),
    "reanudado": ("direccion-general",),
    "cancelado": ("direccion-general",),
    "concluido": ("administrador",),
    "reabierto": ("direccion-general",),
    "reservado": ("direccion-general", "administrador"),
    "publicado": ("direccion-general",),
}
"""What the system gives each one, where roles.yml does not say another thing."""


class Rol(Modelo):
    """What a unit is in the system, and how it is reached."""

    unidad: Identificador = Field(description="id de unidades.yml")
    papel: Papel
    correos: tuple[Direccion, ...] = Field(min_length=1, description="De quien la encabeza")
    enlaces: tuple[Direccion, ...] = Field((), description="Enlaces designados")
    cuentas: tuple[Cuenta, ...] = Field((), description='En GitHub, para CODEOWNERS: "@org/equipo"')
    desde: Dia | None = Field(None, description="Primer día en que vale")
    hasta: Dia | None = Field(None, description="Último día en que vale")

    def on(self, day: date) -> bool:
        """Whether it holds on that day."""
        return (self.desde or day) <= day <= (self.hasta or day)

    @property
    def buzones(self) -> tuple[str, ...]:
        return (*self.correos, *self.enlaces)


class Correo(Modelo):
    """How messages leave. The password is never here: it is PLIEGO_SMTP_CLAVE, in the
    environment.
    """

    remitente: Direccion
    servidor: Texto | None = Field(None, description="O PLIEGO_SMTP_SERVIDOR, en el entorno")
    puerto: int = Field(587, ge=1, le=65535, description="O PLIEGO_SMTP_PUERTO")
    cifrado: Literal["starttls", "tls", "ninguno"] = "starttls"
    usuario: Texto | None = Field(None, description="O PLIEGO_SMTP_USUARIO")


class Roles(Modelo):
    """data/<institución>/acuerdos/roles.yml"""

    liga: str = Field(pattern=r"^https?://[^\s]+/$", description="Dónde está el sitio; acaba en /")
    liga_reserva: str | None = Field(
        None, pattern=r"^https?://[^\s]+/$", description="Dónde se leen los reservados; acaba en /"
    )
    correo: Correo
    roles: tuple[Rol, ...] = Field(min_length=1)
    permisos: dict[Que, tuple[Permitido, ...]] = Field(
        {}, description="Qué puede anotar cada quien, si no es lo acostumbrado"
    )

    def allowed(self, que: Que) -> tuple[Permitido, ...]:
        return self.permisos.get(que, PERMISOS[que])

    def of(self, unidad: str, day: date) -> tuple[Rol, ...]:
        """What a unit is on that day."""
        return tuple(rol for rol in self.roles if rol.unidad == unidad and rol.on(day))

    def named(self, correo: str, day: date) -> str | None:
        """The unit whose head or link has that address on that day."""
        found = (r.unidad for r in self.roles if correo in r.buzones and r.on(day))
        return next(found, None)

    def mailboxes(self, unidad: str, day: date) -> tuple[str, ...]:
        return tuple(dict.fromkeys(b for rol in self.of(unidad, day) for b in rol.buzones))

    def accounts(self, unidad: str, day: date) -> tuple[str, ...]:
        return tuple(dict.fromkeys(c for rol in self.of(unidad, day) for c in rol.cuentas))
