"""The one catalogue of messages: stable code → title, text and mend, in Spanish.

`text` says what is wrong and why; `mend`, what to type instead. Both are templates whose
data come from the diagnosis. Each code has its page in docs/guia/mensajes/ and its case
in tests/errors/.
"""

from generator.base import (
    messages_acuerdos,
    messages_audit,
    messages_boards,
    messages_data,
    messages_figures,
    messages_files,
    messages_follow_up,
    messages_output,
    messages_programming,
    messages_texts,
)
from generator.base.message import Level, Message

__all__ = ["CATALOGUE", "Level", "Message"]

CATALOGUE: dict[str, Message] = {
    **messages_files.MESSAGES,
    **messages_data.MESSAGES,
    **messages_follow_up.MESSAGES,
    **messages_boards.MESSAGES,
    **messages_audit.MESSAGES,
    **messages_programming.MESSAGES,
    **messages_acuerdos.MESSAGES,
    **messages_figures.MESSAGES,
    **messages_texts.MESSAGES,
    **messages_output.MESSAGES,
}
