"""The families of messages: what each one is about, in the order of the guide's indexes."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Familia:
    """`mira` is what a rule of the audit looks at; empty where the family is no audit."""

    titulo: str
    mira: str = ""


FAMILIES: dict[str, Familia] = {
    "LEC": Familia("Archivos y YAML"),
    "ESQ": Familia("La forma de los datos"),
    "REF": Familia("Referencias"),
    "IND": Familia("Indicadores"),
    "FIC": Familia("Fichas de indicador"),
    "FOR": Familia("Fórmulas"),
    "SEM": Familia("Semáforos"),
    "CUA": Familia("Cuadros de datos"),
    "SEG": Familia("Seguimientos y sus categorías"),
    "TAB": Familia("Tableros"),
    "AUD": Familia(
        "Lo impreso y lo calculado",
        "Rehace las cuentas: el resultado de cada ficha con su fórmula, cada sustitución impresa, "
        "la suma de cada cuadro y las comprobaciones que usted declare.",
    ),
    "SUS": Familia(
        "Método y sustitución",
        "Compara el método y la sustitución impresos con la fórmula y con sus variables.",
    ),
    "EVA": Familia(
        "Lo que una evaluación dice de sus indicadores",
        "Cuenta la distribución de los indicadores y compara lo impreso con las categorías de su "
        "esquema y con lo que dice el texto.",
    ),
    "AFI": Familia(
        "Afirmaciones", "Comprueba con las cifras las palabras que el texto ata a ellas."
    ),
    "RAN": Familia(
        "Lo que una medida puede dar",
        "Busca valores que su unidad o su nombre no admiten, como una proporción de más de 100%.",
    ),
    "DUP": Familia(
        "Lo mismo dos veces",
        "Busca el mismo dato con dos valores o con dos nombres, también entre documentos.",
    ),
    "EJE": Familia("Los años", "Compara los años de encabezados, periodos y líneas base."),
    "MAR": Familia("Marcas y celdas vacías", "Busca la marca p/ perdida y los valores que faltan."),
    "FMT": Familia(
        "La forma de los números", "Busca columnas que escriben sus números de varias maneras."
    ),
    "POR": Familia(
        "Cuentas dentro de una frase",
        "Rehace los porcentajes y las sumas que una frase da junto con sus partes.",
    ),
    "NUM": Familia(
        "Números escritos a mano",
        "Busca en los textos cifras escritas en vez de citadas y propone la referencia.",
    ),
    "TXT": Familia(
        "La letra del texto",
        "Busca repeticiones, huecos, fechas imposibles, cuentas de listas y letras extrañas.",
    ),
    "NRO": Familia("La numeración", "Busca números que faltan, sobran o no son los de su lugar."),
    "SIG": Familia(
        "Siglas",
        "Busca siglas sin explicar, sin uso, repetidas, fuera de orden o explicadas con otras "
        "palabras, y nombres en desuso.",
    ),
    "APR": Familia("Aprobaciones", "Compara cada acuerdo con la edición que aprueba."),
    "EDI": Familia("Ediciones", "Comprueba que las ediciones de un documento van en orden."),
    "ACU": Familia("Acuerdos en seguimiento"),
    "EXC": Familia("Excepciones", "Revisa las propias excepciones: las que sobran o vencieron."),
    "IDS": Familia("Identificadores"),
    "NAR": Familia("Textos"),
    "IDE": Familia("Identidad"),
    "TIP": Familia("Tipos de documento"),
    "PDF": Familia("PDF"),
    "SIT": Familia("Sitio"),
    "PUB": Familia("Publicación"),
    "PRY": Familia("Proyecto"),
}
