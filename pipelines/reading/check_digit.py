"""Weighted sums over the characters of many codes at once."""

from collections.abc import Sequence

import numpy as np
import polars as pl


def has_right_check_character(
    codes: pl.Series, alphabet: str, weights: Sequence[int], check_characters: str
) -> pl.Series:
    """Which codes end in the character that ``check_characters`` lists for their weighted sum.

    ``codes`` are non-null, of one length (one more than the weights) and within ``alphabet``.
    The sum is taken modulo the number of check characters.
    """
    if codes.is_empty():
        return pl.Series(codes.name, [], dtype=pl.Boolean)
    values = np.zeros(256, dtype=np.int64)
    values[np.frombuffer(alphabet.encode(), dtype=np.uint8)] = np.arange(len(alphabet))
    characters = np.frombuffer("".join(codes.to_list()).encode(), dtype=np.uint8).reshape(len(codes), -1)
    sums = values[characters[:, :-1]] @ np.asarray(weights, dtype=np.int64) % len(check_characters)
    expected = np.frombuffer(check_characters.encode(), dtype=np.uint8)[sums]
    return pl.Series(codes.name, expected == characters[:, -1], dtype=pl.Boolean)
