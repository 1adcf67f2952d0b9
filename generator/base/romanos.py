"""Roman numerals."""

_PAIRS = (
    *((100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def roman(number: int) -> str:
    """`number` (1 to 399) in Roman numerals; nothing for 0."""
    text = ""
    for value, sign in _PAIRS:
        text += sign * (number // value)
        number %= value
    return text
