"""Whole numbers, decimals and money as departments write them: ``1,200``, ``120人``, ``约120``, ``80%``, ``1.2万元``.

All arithmetic is on decimals; a numeric cell counts as its shortest decimal text, so ``0.1`` is a tenth.
"""

from decimal import Decimal

import polars as pl

from pipelines.reading.cells import without_spaces
from pipelines.reading.parsed import Parsed, parsed

MONEY_UNITS = {"元": 1, "百元": 100, "千元": 1_000, "万元": 10_000, "亿元": 100_000_000}
COUNTERS: tuple[str, ...] = (
    *("人次", "人", "名", "位", "家", "个", "户", "份", "次", "项", "件", "场", "期", "届", "票", "套", "批", "台"),
    *("张", "天", "岁", "口", "所", "处", "分"),
)

_EXACT = pl.Decimal(38, 14)
_CENT_TOLERANCE = Decimal("0.000001")
_LARGEST_MONEY = Decimal(10**16)
_LARGEST_NUMBER = Decimal(10**12)
_LARGEST_INT = Decimal(10**10)
"""No count is as large; what is has been a telephone or identity number."""

_PLAIN = r"^-?[0-9]+(\.[0-9]+)?$"
_WRITTEN = (
    r"^(?P<about>约|大约)?(?P<ordinal>第)?[¥]?(?P<digits>[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+|[0-9]*)(?:\.[0-9]+)?)"
    rf"(?P<suffix>%|{'|'.join([*MONEY_UNITS, *COUNTERS])})?$"
)


def whole_numbers(cells: pl.DataFrame) -> Parsed:
    """Int64; 12.0 is 12, 12.5 is wrong, more than ten digits are, a counter such as 人 may follow."""
    exact = pl.col("exact")
    whole = exact.cast(pl.Int64, strict=False)
    fits = (exact.abs() < _LARGEST_INT) & (whole.cast(_EXACT, strict=False) == exact)
    return parsed(_with_exact(cells, COUNTERS), pl.when(fits).then(whole), _IS_ABOUT)


def numbers(cells: pl.DataFrame, percent_rows: list[int]) -> Parsed:
    """Decimal(18, 6), further decimals rounded half up; ``80%`` and a per-cent cell of 0.8 are 80.

    ``percent_rows`` are the positions of cells with a per-cent format.
    """
    exact = pl.col("exact")
    if percent_rows:
        is_percent = pl.int_range(pl.len()).is_in(percent_rows) & _IS_NUMERIC
        exact = pl.when(is_percent).then((exact * Decimal(100)).cast(_EXACT)).otherwise(exact)
    in_range = pl.when(exact.abs() < _LARGEST_NUMBER).then(exact)
    rounded = in_range.round(6, mode="half_away_from_zero").cast(pl.Decimal(18, 6), strict=False)
    return parsed(_with_exact(cells, (*COUNTERS, "元", "%")), rounded, _IS_ABOUT)


def amounts_of_money(cells: pl.DataFrame, scale: pl.Series) -> Parsed:
    """Decimal(18, 2) in 元; ``scale`` are units of the headings in 元, a unit in the cell goes before it.

    What is finer than a millionth beside a whole cent is wrong.
    """
    units = pl.Series([Decimal(value) for value in MONEY_UNITS.values()], dtype=pl.Decimal(38, 0))
    own = pl.col("suffix").replace_strict(list(MONEY_UNITS), units, default=None, return_dtype=pl.Decimal(38, 0))
    in_reach = pl.when(pl.col("exact").abs() < _LARGEST_MONEY).then("exact")
    yuan = (in_reach * own.fill_null(scale.cast(pl.Decimal(38, 0)))).cast(_EXACT, strict=False)
    amounts = _with_exact(cells, tuple(MONEY_UNITS)).with_columns(yuan=yuan)
    cents = pl.col("yuan").round(2, mode="half_away_from_zero")
    fits = ((pl.col("yuan") - cents).abs() <= _CENT_TOLERANCE) & (cents.abs() < _LARGEST_MONEY)
    return parsed(amounts, pl.when(fits).then(cents.cast(pl.Decimal(18, 2), strict=False)), _IS_ABOUT)


_IS_NUMERIC = pl.col("number").is_not_null()
_IS_ABOUT = pl.col("about").is_not_null()


def _with_exact(cells: pl.DataFrame, suffixes: tuple[str, ...]) -> pl.DataFrame:
    """The cells with ``exact`` (the number, null when it is none) and the parts of written ones."""
    if cells["number"].null_count() == cells["clean"].null_count():
        nothing = {name: pl.lit(None, dtype=pl.String) for name in ("about", "suffix")}
        return cells.with_columns(exact=pl.col("text").cast(_EXACT, strict=False), **nothing)
    clean = pl.col("clean")
    plain = pl.when(_IS_NUMERIC).then("text").when(clean.str.contains(_PLAIN)).then("clean")
    compact = without_spaces(pl.when(pl.col("plain").is_null()).then("clean")).str.replace_all("−", "-")
    written = cells.lazy().with_columns(plain=plain).with_columns(parts=compact.str.extract_groups(_WRITTEN))
    is_allowed = pl.col("suffix").is_null() | pl.col("suffix").is_in(list(suffixes))
    digits = pl.when(is_allowed).then(pl.col("digits").str.replace_all(",", ""))
    exact = pl.coalesce("plain", digits).cast(_EXACT, strict=False)
    return written.unnest("parts").with_columns(exact=exact).collect()
