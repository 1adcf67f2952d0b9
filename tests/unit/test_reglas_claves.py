"""Codes of one family, and the one that exchanges two letters."""

import time

import pytest

from generator.check import claves_trocadas
from tests.textos import data, found

FAMILIA = "ACDO.AS2.HCT.280223/32.P.DA, ACDO.AS2.HCT.280223/33.P.DA y ACDO.AS2.HCT.260124/4.P.DA"


@pytest.mark.parametrize(
    "text",
    [
        f"{FAMILIA}; ACDO.SA2.HCT.260122/35.P.DPM",
        f"**ACDO.SA2.HCT.260122/35.P.DPM**. {FAMILIA}, ACDO.AS3.HCT.1/1.P.DA",
        "X/AB/1/C, X/AB/1/D, X/AB/1/E y X/BA/1/F",
    ],
)
def test_two_letters_exchanged(text: str) -> None:
    assert [code for code, *_ in found(claves_trocadas.revisar, text)] == ["TXT-015"]
    assert data(claves_trocadas.revisar, f"nota: {text}") == ["TXT-015"]


@pytest.mark.parametrize(
    "text",
    [
        FAMILIA,
        f"{FAMILIA}; ACDO.AS3.HCT.260122/35.P.DPM",
        f"{FAMILIA}; ACDO.SA2.DPM.260122/35.P.DPM",
        f"{FAMILIA}; ACDO.SA2.HCT.1/1.P.DA y ACDO.SA2.HCT.1/2.P.DA",
        "ACDO.AS2.HCT.1/1, ACDO.AS2.HCT.1/2, ACDO.AS2.HCT.1/2 y ACDO.SA2.HCT.1/3",
        "X/12/1/C, X/12/1/D, X/12/1/E y X/21/1/F",
        "X/A1/1/C, X/A1/1/D, X/A1/1/E y X/1A/1/F",
        "31/12/2024, 31/12/2023, 31/12/2022 y 31/21/2024",
        "X.Y.AB, X.Y.AB, X.Z.AB, X.Z.BA",
        "https://a.mx/X/AB/1/C https://a.mx/X/AB/1/D https://a.mx/X/AB/1/E https://a.mx/X/BA/1/F",
    ],
)
def test_codes_that_are_right_or_not_sure(text: str) -> None:
    assert found(claves_trocadas.revisar, text) == []


def test_huge_texts_are_read_at_once() -> None:
    start = time.process_time()
    for text in ("A." * 500_000, "A.B.C " * 150_000, "A" * 1_000_000):
        found(claves_trocadas.revisar, text)
    found(claves_trocadas.revisar, " ".join(f"A.{n}B.C" for n in range(100_000)))
    assert time.process_time() - start < 15
