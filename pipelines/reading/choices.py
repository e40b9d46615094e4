"""Cells that choose from something: yes or no, a listed value, a section of industry, a township, a code."""

import unicodedata

import polars as pl

from pipelines.industries import section_of
from pipelines.ledger import Column, Kind
from pipelines.reading.parsed import Parsed, parsed

_YES = ("是", "√", "✓", "✔", "☑", "有", "1", "TRUE")
_NO = ("否", "×", "✗", "✘", "x", "X", "无", "0", "FALSE")


def truths(cells: pl.DataFrame) -> Parsed:
    """Boolean of 是/否, √ ✓ 有 1 and × 无 0."""
    truth_of = {option: option in _YES for option in (*_YES, *_NO)}
    return parsed(cells, _COMPACT.replace_strict(truth_of, default=None, return_dtype=pl.Boolean))


def listed_values(cells: pl.DataFrame, column: Column) -> Parsed:
    """The declared spelling of an enum's value, found by itself or a synonym."""
    synonyms = {_folded(synonym): value.zh for value in column.values for synonym in value.synonyms}
    listed = synonyms | {_folded(value.zh): value.zh for value in column.values}
    return parsed(cells, _COMPACT.replace_strict(listed, default=None, return_dtype=pl.String))


def none_is_empty(column: Column) -> bool:
    """Whether 无 in a cell means that nothing stands there, and not one of the column's own values."""
    has_none_word = any("无" in (value.zh, *value.synonyms) for value in column.values)
    return column.kind is not Kind.BOOL and not has_none_word


def industry_sections(cells: pl.DataFrame) -> Parsed:
    """The letter of a GB/T 4754 section given by letter or name."""
    letters = {name: section_of(name) for name in cells["clean"].unique().drop_nulls()}
    return parsed(cells, pl.col("clean").replace_strict(letters, default=None, return_dtype=pl.String))


def township_codes(cells: pl.DataFrame, county_code: str) -> Parsed:
    """Nine digits that begin with the county's code; of twelve digits ending in 000 the first nine."""
    is_ours = _NINE_DIGITS.str.contains(r"^[0-9]{9}$") & _NINE_DIGITS.str.starts_with(county_code)
    return parsed(cells, pl.when(is_ours).then(_NINE_DIGITS))


def towns(cells: pl.DataFrame) -> Parsed:
    """A township's name without spaces, or its nine-digit code; other figures are wrong."""
    is_code = _NINE_DIGITS.str.contains(r"^[0-9]{9}$")
    is_figure = _NINE_DIGITS.str.contains(r"^[0-9.]+$")
    return parsed(cells, pl.when(is_code | ~is_figure).then(_NINE_DIGITS))


_COMPACT = pl.col("clean").str.replace_all(r"\s", "").str.strip_prefix("'")
_NINE_DIGITS = pl.coalesce(_COMPACT.str.extract(r"^([0-9]{9})000$"), _COMPACT)


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
