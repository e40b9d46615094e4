"""Text cells: what is kept of them, and how they may be quoted."""

import polars as pl

from pipelines.ledger import Column, Kind
from pipelines.reading import choices
from pipelines.reading.bodies import bodies, without_people
from pipelines.reading.identity import masked, without_personal_numbers
from pipelines.reading.parsed import Parsed, nowhere, parsed

_CODE_HEADINGS = ("编号", "编码", "代码")
_FULL_WIDTH = str.maketrans(
    "".join(chr(code) for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), 0x3000)),
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz ",
)
_HAS_FULL_WIDTH = "[０-９Ａ-Ｚａ-ｚ\u3000]"


def texts(cells: pl.DataFrame, column: Column, county_code: str) -> Parsed:
    """Text without personal numbers; codes in half width, other text with half-width letters and digits."""
    if column.code_list == "industry_section":
        return choices.industry_sections(cells)
    if column.code_list == "county_township":
        return choices.township_codes(cells, county_code)
    if column.names_a_body:
        return bodies(cells)
    if is_code(column):
        values = pl.col("clean").str.strip_prefix("'")
    else:
        values = pl.when(pl.col("clean").is_not_null()).then("text").map_batches(_narrowed, return_dtype=pl.String)
    read = parsed(cells, values)
    if not cells["may_be_personal"].any():
        return read
    return Parsed(_masked(read.value, cells["may_be_personal"], mobiles=not is_code(column))[1], read.wrong)


def _narrowed(text: pl.Series) -> pl.Series:
    """Full-width letters, digits and spaces in half width; the punctuation stays."""
    wide = text.str.contains(_HAS_FULL_WIDTH).fill_null(value=False)
    if not wide.any():
        return text
    positions = wide.arg_true()
    return text.scatter(positions, [str(value).translate(_FULL_WIDTH).strip() for value in text.gather(positions)])


def is_code(column: Column) -> bool:
    """Whether the texts of the column are codes, by what its heading ends in."""
    return column.kind is Kind.TEXT and column.heading.zh.endswith(_CODE_HEADINGS)


def quotable(cells: pl.DataFrame, column: Column) -> tuple[pl.Series, pl.Series]:
    """Which text cells hold personal numbers, and all cells as they may be quoted.

    A number that has lost its last digits may have been an identity number and is masked too;
    where a body should stand, whatever may be a name is. Eleven digits in a code are no mobile number.
    """
    text = cells["text"]
    if column.names_a_body:
        return nowhere(len(text)), without_people(text)
    if cells["is_lost"].any():
        lost = cells["is_lost"].arg_true()
        text = text.scatter(lost, [masked(f"{number:.0f}") for number in cells["number"].gather(lost)])
    if column.kind is Kind.PERSON:
        shown = {value: masked(value) for value in text.unique().drop_nulls().to_list()}
        return nowhere(len(text)), text.replace_strict(shown, default=None, return_dtype=pl.String)
    if not cells["may_be_personal"].any():
        return nowhere(len(text)), text
    return _masked(text, cells["may_be_personal"], mobiles=column.kind is not Kind.USCC and not is_code(column))


def _masked(text: pl.Series, candidates: pl.Series, *, mobiles: bool) -> tuple[pl.Series, pl.Series]:
    positions = (candidates & text.is_not_null()).arg_true()
    before = text.gather(positions).to_list()
    after = [without_personal_numbers(value, mobiles=mobiles) for value in before]
    changed = pl.Series([old != new for old, new in zip(before, after, strict=True)], dtype=pl.Boolean)
    if not changed.any():
        return nowhere(len(text)), text
    return nowhere(len(text)).scatter(positions, changed), text.scatter(positions, after)
