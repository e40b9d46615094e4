"""The characters that the documents' own font has: GB 2312, ASCII and the few signs of ours that it lacks.

The font's files are drawn up from this set, and a text is looked through by it before it is set: a program that sets
type without the machine's fonts has nothing to fall back on.
"""

from functools import cache

OURS = "—–·−✓▼▲‰€•²³½"
"""Signs outside GB 2312 that our texts and people's names of things use."""
FIRST_ROW, LAST_ROW, CELLS = 0xA1, 0xF7, range(0xA1, 0xFF)
LAST_COMMON_ROW = 0xD7
"""Up to here stand signs and the characters of the first level, in common use."""
MISSING = "〓"
"""What printers set for a character that they have not."""


@cache
def characters() -> frozenset[str]:
    """Every character that can be set."""
    return _rows(LAST_ROW)


@cache
def common_characters() -> frozenset[str]:
    """Those that can be set in bold."""
    return _rows(LAST_COMMON_ROW)


def settable(text: str) -> tuple[str, frozenset[str]]:
    """The text with :data:`MISSING` for what cannot be set, and what that is; line breaks become blanks."""
    flat = " ".join(text.split())
    lacking = frozenset(flat) - characters()
    return "".join(MISSING if character in lacking else character for character in flat), lacking


def _rows(last: int) -> frozenset[str]:
    ascii_signs = {chr(code) for code in range(0x20, 0x7F)}
    cells = (bytes((row, cell)) for row in range(FIRST_ROW, last + 1) for cell in CELLS)
    found = (cell.decode("gb2312", errors="ignore") for cell in cells)
    return frozenset(ascii_signs | set(OURS) | {character for character in found if character})
