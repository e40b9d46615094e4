"""The documents' font: every character that is promised, small enough to ship, and free to."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from warehouse.figures.catalogue import indicators
from warehouse.snapshot.documents.characters import characters, common_characters, settable
from warehouse.snapshot.documents.signed_pdf import FONTS, LAYOUT

LARGEST_BYTES = 2_500_000


@pytest.mark.parametrize(
    ("weight", "promised"), [("Regular", characters()), ("Bold", common_characters())], ids=["regular", "bold"]
)
def test_it_has_every_character_that_is_promised(weight: str, promised: frozenset[str]) -> None:
    has = {chr(code) for code in TTFont(FONTS / f"NotoSansSC-{weight}.otf").getBestCmap()}
    assert promised - has == set()


def test_the_whole_of_gb_2312_is_promised() -> None:
    hanzi = [character for character in characters() if "一" <= character <= "龥"]
    assert len(hanzi) == 6763
    assert len([character for character in common_characters() if "一" <= character <= "龥"]) == 3755


def test_it_is_small_and_its_licence_lies_beside_it() -> None:
    assert sum(file.stat().st_size for file in FONTS.iterdir()) < LARGEST_BYTES
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "OFL.txt").read_text("utf-8")


def test_it_can_set_all_that_is_declared() -> None:
    declared = [
        text
        for one in indicators().values()
        for text in (one.label.zh, one.definition.zh, one.unit.zh, one.caveat.zh if one.caveat else "")
    ]
    lacking = [settable(text)[1] for text in (*declared, *_texts_of_the_documents())]
    assert frozenset().union(*lacking) == frozenset()


def _texts_of_the_documents() -> list[str]:
    files = (*LAYOUT.parent.glob("*.py"), LAYOUT, *(Path(LAYOUT).parents[2] / "report").glob("*.py"))
    return [file.read_text("utf-8") for file in files if file.name != "characters.py"]


def test_what_cannot_be_set_is_told() -> None:
    assert settable("云\n南\t省") == ("云 南 省", frozenset())
    assert settable("㸃水镇") == ("〓水镇", frozenset("㸃"))
