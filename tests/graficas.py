"""Charts for the tests: short ways to write their specs, and a hand to draw them."""

from decimal import Decimal, InvalidOperation
from typing import Literal

from generator.document.charts import Grafica, Papel, Punto
from generator.model.institucion import ColorWeb, Identidad, IdentidadWeb
from generator.render.chart import Dibujante
from generator.render.html import Plantillas
from tests.casos import RAIZ

COMPONENTES = RAIZ / "layouts" / "_components"
FUENTES = COMPONENTES / "fuentes"
_WEB = ColorWeb(claro="#1D5741", oscuro="#8FD3B6")
IDENTIDAD = Identidad(
    acento="#1D5741",
    segundo="#9C6A1C",
    marca="marca.svg",
    trama="trama.svg",
    letra_texto="Source Sans 3",
    letra_titulo="Source Serif 4",
    web=IdentidadWeb(acento=_WEB, acento_tenue=_WEB, banda=_WEB),
)
DIBUJANTE = Dibujante(Plantillas(COMPONENTES), FUENTES, IDENTIDAD, "es_MX")


def punto(etiqueta: str, texto: str, papel: Papel = "resultado") -> Punto:
    """A point from its published text: `22.1`, `−0.7`, `11.9 p/`, `ND`."""
    if texto.endswith(" p/"):
        papel, texto = "preliminar", texto.removesuffix(" p/")
    try:
        valor = Decimal(texto.replace(",", "").replace("−", "-").rstrip("%"))
    except InvalidOperation:
        valor = None
    return Punto(etiqueta, valor, texto, papel)


def grafica(tipo: Literal["serie", "barras"], *puntos: Punto, unidad: str = "%") -> Grafica:
    return Grafica("prueba", tipo, "Título", "Medida", unidad, puntos)


def serie(base: str, resultados: str, meta: str, unidad: str = "%") -> Grafica:
    """Baseline of 2018, results from 2019 apart by «; » and target of 2024."""
    return grafica(
        "serie",
        punto("2018", base, "base"),
        *(punto(str(year), text) for year, text in enumerate(resultados.split("; "), 2019)),
        punto("2024", meta, "meta"),
        unidad=unidad,
    )


DETECCION = serie("22", "22.1; 11.9; 18.7; 25.2; 42.2; 11.9 p/", "33")
RESERVAS = serie("3.5", "4.6; 17.1; 22.7; 13.2; 1.7; −0.7", "1.05")
CAMAS = serie("4", "11; 11; 11; 13; 18; 21", "248", "camas")
ESPERA = serie("135.64", "133.84; 145.51; 193.51; 193.18; 221.84; ND", "120.89", "")
ATENCION = serie(
    "15,414,033",
    "15,414,033; 11,151,976; 13,763,565; 14,838,202; 15,424,448; 6,262,972",
    "16,200,304",
    "personas",
)
SALDO = serie("14,246", "21,488; 3,578; 784; 2,689; 26,124; 81,008 p/", "0", "millones de pesos")
INDICE = serie("0.68", "0.67; 0.68; 0.67; 0.69; 0.67; ND", "1", "")
ABASTO = serie("0", "72.2; 70.8; 72.2; 75.0; 68.9; 64.8", "90")
SERIES = [DETECCION, RESERVAS, CAMAS, ESPERA, ATENCION, SALDO, INDICE, ABASTO]
ENTIDADES = grafica(
    "barras",
    punto("Aguascalientes", "64%"),
    punto(
        "Hospital de Especialidades del Centro Médico Nacional Siglo XXI «Dr. Bernardo»", "12.5%"
    ),
    punto("Baja California Sur", "−4.5%"),
    punto("Colima", "0%"),
    punto("Chiapas", "ND"),
    punto("Durango", "41%", "preliminar"),
)
