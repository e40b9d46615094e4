"""Unified social credit codes (统一社会信用代码), GB 32100-2015."""

import polars as pl

from pipelines.reading.check_digit import has_right_check_character
from pipelines.reading.parsed import Parsed, nowhere, parsed

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
WEIGHTS = tuple(3**position % 31 for position in range(17))
CHECK_CHARACTERS = "".join(ALPHABET[-remainder % 31] for remainder in range(31))

FORMAT = f"^[{ALPHABET}]{{18}}$"


def credit_codes(cells: pl.DataFrame) -> Parsed:
    """Codes in upper case; wrong where they are not 18 characters of the alphabet.

    ``doubtful`` marks a wrong check character, which some legal codes of the early pilot regions have.
    """
    code = pl.col("clean").str.replace_all(r"[\s'‘’-]", "").str.to_uppercase()
    well_formed = pl.when(code.str.contains(FORMAT)).then(code)
    return parsed(cells, well_formed, doubtful=well_formed.map_batches(_is_doubtful, return_dtype=pl.Boolean))


def _is_doubtful(codes: pl.Series) -> pl.Series:
    right = has_right_check_character(codes.drop_nulls(), ALPHABET, WEIGHTS, CHECK_CHARACTERS)
    return nowhere(len(codes)).scatter(codes.is_not_null().arg_true(), ~right)
