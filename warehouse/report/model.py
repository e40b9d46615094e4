"""The report as text: paragraphs of pieces, from which every form of the document is written."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a paragraph is in the official form."""

    TITLE = "title"
    NOTE = "note"
    HEADING = "heading"
    SUBHEADING = "subheading"
    BODY = "body"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; ``figure`` is the id of the indicator whose figure it says."""

    text: str
    figure: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    kind: Kind
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def plain(kind: Kind, text: str) -> Paragraph:
    """A paragraph that says no figure."""
    return Paragraph(kind, (Piece(text),))


NUMERALS = "一二三四五六七八九"


def numeral(number: int) -> str:
    """1–99 in Chinese: 七, 十, 十二, 二十."""
    tens, ones = divmod(number, 10)
    if not tens:
        return NUMERALS[ones - 1]
    return ("" if tens == 1 else NUMERALS[tens - 1]) + "十" + (NUMERALS[ones - 1] if ones else "")


NUMBERS = {numeral(number): number for number in range(1, 100)}
"""The numbers that chapters may have, by their numeral."""
