"""Messages of boards: their indicators, their groups, their day."""

from generator.base.message import Message

MESSAGES: dict[str, Message] = {
    # TAB: tableros
    "TAB-001": Message(
        "Indicador de un tablero que no existe",
        "el tablero nombra el indicador «{id}», que no está en fichas/ ni en indicadores/.{cerca}",
        "Use el id de una ficha o de un indicador de la institución.",
    ),
    "TAB-002": Message(
        "Indicador dos veces en un tablero",
        "«{id}» ya está en «{donde_esta}»: contaría dos veces.",
        "Déjelo en un solo lugar.",
    ),
    "TAB-003": Message(
        "Lo que un tablero necesita no existe",
        "no hay ningún archivo «{id}» en la carpeta {carpeta}/.{cerca}",
        "Use el nombre de un archivo de esa carpeta, sin .yml.",
    ),
    "TAB-004": Message(
        "Corte anterior a los datos",
        "al corte del tablero, {corte}, ninguno de sus indicadores tiene resultado definitivo; el "
        "primero es de {primero}.",
        "Escriba en «corte» el día en que se cerró el tablero: uno posterior al año que mide.",
    ),
    "TAB-005": Message(
        "Tablero mal armado",
        "{causa}.",
        "Corrija el tablero: la guía dice qué pide cada clase.",
    ),
}
