"""Messages on the follow-up acuerdos: their folios, their history, who may note what."""

from generator.base.message import Message

MESSAGES: dict[str, Message] = {
    # ACU: acuerdos en seguimiento
    "ACU-001": Message(
        "Folio repetido",
        "el folio {folio} ya se avisó como el de {otro}.",
        "Dos ramas avisaron el mismo folio. Conserve el que se unió primero; en la rama del otro, "
        "deshaga su aviso, traiga lo ya unido y vuelva a avisar.",
    ),
    "ACU-002": Message(
        "Falta un folio",
        "falta el folio {folio}: {anio} tiene {cuantos} acuerdos registrados y éste lleva el "
        "{mayor}.",
        "Recupere el archivo que se perdió: git log --diff-filter=D -- {carpeta}",
    ),
    "ACU-003": Message(
        "La historia se alteró",
        "{causa}.",
        "La historia sólo crece. Recupere lo que decía (git log -p -- {archivo}) y anote lo nuevo "
        "al final con ./pliego acuerdo.",
    ),
    "ACU-004": Message(
        "El ciclo no lo permite",
        "no se puede anotar «{que}» en un acuerdo {estado}.",
        "En un acuerdo {estado} se puede anotar: {posibles}.",
    ),
    "ACU-005": Message(
        "No le toca",
        "{unidad} no puede anotar «{que}» en este acuerdo: le toca a {quienes}.",
        "Que lo anote quien debe, o revise roles.yml: qué es cada unidad, desde cuándo y qué se le "
        "permite.",
    ),
    "ACU-006": Message(
        "Plazo anterior a la asignación",
        "el plazo, {plazo}, es anterior a la asignación, {asignado}.",
        "Revise las dos fechas.",
    ),
    "ACU-007": Message(
        "Unidad sin papel en los acuerdos",
        "«{unidad}» no tiene ningún papel en {archivo}.{cerca}",
        "Use la unidad de un rol de ese archivo o añada ahí el suyo.",
    ),
    "ACU-008": Message(
        "La historia va hacia atrás",
        "esta anotación es del {cuando}, anterior a la que continúa, del {antes}.",
        "Revise el reloj del equipo en que se anotó.",
    ),
    "ACU-009": Message(
        "El archivo no lleva su nombre",
        "por su primera anotación, este archivo es {esperado}.",
        "Devuélvale su nombre. Un acuerdo nuevo no se copia de otro: ./pliego acuerdo nuevo",
    ),
    "ACU-010": Message(
        "Anotación incompleta o mal escrita",
        "en «{clave}»: {causa}.",
        "Anótelo con ./pliego acuerdo, que lo escribe todo.",
    ),
    "ACU-011": Message(
        "Se quitó algo de la historia",
        "{causa}, que está en {base}.",
        "La historia sólo crece: recupérelo de {base}.",
    ),
    "ACU-012": Message(
        "Lo anotó otra persona",
        "la anotación es de {unidad} y el cambio {cambio} lo firma {correo}, que no es de esa "
        "unidad.",
        "Que la anote quien debe, con su propio correo en git, o añada el correo al rol de la "
        "unidad en roles.yml.",
    ),
}
