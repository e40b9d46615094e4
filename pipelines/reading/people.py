"""Columns of identity numbers: checked, hashed, and never kept."""

import polars as pl

from pipelines.reading.check_digit import has_right_check_character
from pipelines.reading.identity import (
    CHECK_CHARACTERS,
    DIGITS,
    EARLIEST_BIRTH_YEAR,
    LATEST_BIRTH_YEAR,
    WEIGHTS,
    expanded,
    person_key,
)
from pipelines.reading.parsed import Parsed, parsed

_EIGHTEEN = r"^[1-9][0-9]{16}[0-9X]$"
_FIFTEEN = r"^[1-9][0-9]{14}$"


def person_keys(cells: pl.DataFrame, secret: bytes) -> Parsed:
    """Keyed hashes of the identity numbers, with the birth dates that they hold.

    ``doubtful`` marks the 15 digits of the old form.
    """
    if cells["clean"].null_count() == len(cells):
        return parsed(cells, pl.col("clean"))
    number = pl.col("clean").str.replace_all(r"[\s'‘’-]", "").str.to_uppercase()
    is_old = number.str.contains(_FIFTEEN)
    current = pl.when(is_old).then(number.map_batches(_expanded, return_dtype=pl.String)).otherwise(number)
    birth = current.str.slice(6, 8).str.to_date("%Y%m%d", strict=False)
    has_date = birth.dt.year().is_between(EARLIEST_BIRTH_YEAR, LATEST_BIRTH_YEAR)
    candidate = pl.when(current.str.contains(_EIGHTEEN) & has_date).then(current)
    numbers = cells.select("is_empty", candidate=candidate, birth=birth, is_old=is_old.fill_null(value=False))
    keys = _hashed(numbers["candidate"], secret)
    is_known = keys.is_not_null()
    births = numbers["birth"].set(~is_known, None)
    return Parsed(keys, ~numbers["is_empty"] & ~is_known, numbers["is_old"] & is_known, births)


def _expanded(numbers: pl.Series) -> pl.Series:
    """Numbers of the old form in 18 characters, others unchanged."""
    is_old = numbers.str.contains(_FIFTEEN).fill_null(value=False)
    positions = is_old.arg_true()
    return (
        numbers.scatter(positions, [expanded(old) for old in numbers.gather(positions)]) if len(positions) else numbers
    )


def _hashed(numbers: pl.Series, secret: bytes) -> pl.Series:
    """Keys of the numbers whose check character is right, null for all others."""
    positions = numbers.is_not_null().arg_true()
    candidates = numbers.gather(positions)
    right = has_right_check_character(candidates, DIGITS, WEIGHTS, CHECK_CHARACTERS)
    of_number = {number: person_key(number, secret) for number in candidates.filter(right).unique()}
    keys = candidates.replace_strict(of_number, default=None, return_dtype=pl.String)
    return numbers.clear(len(numbers)).scatter(positions, keys)
