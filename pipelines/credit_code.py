"""Unified social credit codes (统一社会信用代码), GB 32100-2015."""

import polars as pl

from pipelines.check_digit import has_right_check_character
from pipelines.parsed import Parsed

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
WEIGHTS = tuple(3**position % 31 for position in range(17))
CHECK_CHARACTERS = "".join(ALPHABET[-remainder % 31] for remainder in range(31))

FORMAT = f"^[{ALPHABET}]{{18}}$"


def credit_codes(clean: pl.Series) -> Parsed:
    """Codes in upper case; wrong where they are not 18 characters of the alphabet.

    ``doubtful`` marks a wrong check character, which some legal codes of the early pilot regions have.
    """
    codes = clean.str.replace_all(r"[\s'‘’-]", "").str.to_uppercase()
    has_format = codes.str.contains(FORMAT).fill_null(value=False)
    value = codes.set(~has_format, None)
    is_right = pl.Series(value.name, [False], dtype=pl.Boolean).new_from_index(0, len(value))
    positions = has_format.arg_true()
    right = has_right_check_character(value.gather(positions), ALPHABET, WEIGHTS, CHECK_CHARACTERS)
    is_right = is_right.scatter(positions, right)
    return Parsed(value, wrong=clean.is_not_null() & ~has_format, doubtful=has_format & ~is_right)


def check_character(first_seventeen: str) -> str:
    """The eighteenth character of a code."""
    total = sum(ALPHABET.index(character) * weight for character, weight in zip(first_seventeen, WEIGHTS, strict=True))
    return CHECK_CHARACTERS[total % 31]
