"""How the data may be used: the licence, how to cite them, and where they are published.

Licence and address are what data/portal.yml declares; nothing is supposed of what it does not.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.base.fechas import long_date
from generator.base.text import listed
from generator.model.portal import Licencia
from generator.render.site_publicacion import InstitucionPublicada, Publicacion

LENGUA = "es"


@dataclass(frozen=True)
class Uso:
    """The use of one publication's data."""

    publicacion: Publicacion

    @property
    def nombre(self) -> str:
        return f"Datos abiertos de {self.publicacion.portal.nombre}"

    @property
    def descripcion(self) -> str:
        names = listed(i.siglas for i in self.publicacion.instituciones)
        return (
            f"Indicadores, metas, resultados, presupuesto y demás cifras de {names}, las mismas "
            "que imprimen sus documentos oficiales y que explica el sitio."
        )

    @property
    def licencia(self) -> Licencia | None:
        return self.publicacion.portal.licencia

    @property
    def direccion(self) -> str:
        """Where the site is published, ending in /; nothing if it is not declared."""
        declared = self.publicacion.portal.direccion or ""
        return declared.rstrip("/") + "/" if declared else ""

    @property
    def actualizado(self) -> str:
        """The day of the latest edition of a document."""
        return max((d.documento.fecha for _, d in self.publicacion.ediciones), default="")

    def cita(self, institucion: InstitucionPublicada | None = None) -> str:
        """How to cite the data: of one institution, or of all."""
        who = institucion.institucion.ficha.nombre if institucion else ""
        author = who or "; ".join(
            i.institucion.ficha.nombre for i in self.publicacion.instituciones
        )
        words = [f"{author.rstrip('.')}. {self.nombre}"]
        if self.actualizado:
            words.append(f"edición del {long_date(date.fromisoformat(self.actualizado), LENGUA)}")
        text = ", ".join(words) + "."
        text += f" {self.direccion}datos/" if self.direccion else ""
        return text + (f" Licencia {self.licencia.nombre}." if self.licencia else "")

    def dicho(self, institucion: InstitucionPublicada | None = None) -> Mapping[str, str]:
        """What the last sheet of a workbook says."""
        own = self.licencia
        name = f"{own.nombre} ({own.direccion})" if own else "No se ha declarado"
        return {
            "Qué es": self.descripcion,
            "Edición": self.actualizado,
            "Licencia": name,
            "Cómo citar": self.cita(institucion),
            "Decimales": "Un número que la hoja redondearía al guardarlo va como texto.",
            "Direcciones": "Las páginas y los archivos se dicen desde la raíz del sitio.",
        }
