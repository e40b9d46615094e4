"""Keys of other ledgers: whether anyone submitted what a row refers to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import polars as pl

from pipelines.judging.candidates import Candidates
from pipelines.judging.findings import findings, together
from pipelines.ledger import CATALOGUE, Column, Kind, Ledger, Reference
from warehouse.language import Label


@dataclass(frozen=True, slots=True)
class KnownKeys:
    """Values of one column of one ledger: those of sound rows, and those of any submitted row."""

    sound: pl.Series
    submitted: pl.Series

    @property
    def nothing_submitted(self) -> bool:
        return self.submitted.is_empty()


class Directory:
    """Answers which keys there are, in the files given and in the published version.

    ``published`` maps ledger ids to published tables (only ``check`` has them);
    ``indicator_ids`` are the ids of the catalogue.
    """

    def __init__(
        self,
        candidates: Candidates,
        ledgers: Mapping[str, Ledger],
        published: Mapping[str, pl.DataFrame],
        indicator_ids: tuple[str, ...],
    ) -> None:
        self.candidates = candidates
        self.ledgers = ledgers
        self.published = published
        self.indicator_ids = pl.Series(indicator_ids, dtype=pl.String)

    def keys(self, reference: Reference, column: str) -> KnownKeys:
        """The keys that a reference from a column of this name may lead to."""
        if reference.ledger == CATALOGUE:
            return KnownKeys(self.indicator_ids, self.indicator_ids)
        key = pl.col(reference.column or column).cast(pl.String)
        if reference.year_of is not None:
            key = _with_year(key, pl.col("year"))
        frame = self.candidates[reference.ledger]
        earlier = self.published.get(reference.ledger, frame.head(0)).select(key).to_series()
        sound = frame.filter(~pl.col("is_rejected")).select(key).to_series()
        return KnownKeys(_values(sound, earlier), _values(frame.select(key).to_series(), earlier))

    def label(self, ledger_id: str) -> Label:
        if ledger_id == CATALOGUE:
            return Label("指标目录", "the catalogue of indicators")
        return self.ledgers[ledger_id].label


def _with_year(key: pl.Expr, year: pl.Expr) -> pl.Expr:
    return pl.concat_str(key, year.cast(pl.String), separator="\x1f")


def _values(*parts: pl.Series) -> pl.Series:
    return pl.concat([part.cast(pl.String) for part in parts]).drop_nulls().unique()


def broken_references(frame: pl.DataFrame, ledger: Ledger, directory: Directory) -> pl.DataFrame:
    """The references of a ledger's rows that lead nowhere, as findings.

    ``unknown_reference`` (with the reference's severity): no submitted row has the key.
    ``rejected_reference`` (warning): only rejected rows have it. ``unchecked_reference``
    (warning, once a sheet and column): the other ledger has no submitted row anywhere.
    """
    parts: list[pl.DataFrame] = []
    for column in ledger.columns:
        if column.reference is None or column.kind is Kind.TOWN:
            continue
        known = directory.keys(column.reference, column.name)
        keys = frame.select("sheet_id", "row", key=_key(column, ledger)).drop_nulls("key")
        parts += _judged(keys, column, known, directory.label(column.reference.ledger), column.reference)
    return together(parts)


def _key(column: Column, ledger: Ledger) -> pl.Expr:
    key = pl.col(column.stored_name).cast(pl.String)
    year_of = column.reference.year_of if column.reference else None
    if year_of is None:
        return key
    is_year = ledger.column(year_of).kind is Kind.YEAR
    return _with_year(key, pl.col(year_of) if is_year else pl.col(year_of).dt.year())


def _judged(
    keys: pl.DataFrame, column: Column, known: KnownKeys, other: Label, reference: Reference
) -> Iterator[pl.DataFrame]:
    name = column.stored_name
    if known.nothing_submitted:
        yield findings(
            keys.select("sheet_id", pl.lit(None, dtype=pl.Int64).alias("row")).unique(),
            name,
            "unchecked_reference",
            "warning",
            Label(
                f"“{column.heading.zh}”无从核对：还没有任何部门报送{other.zh}",
                f"“{column.heading.en}” cannot be checked: nobody has handed in {other.en} yet",
            ),
        )
        return
    unknown = keys.filter(~pl.col("key").is_in(known.submitted.implode()))
    yield findings(
        unknown,
        name,
        "unknown_reference",
        reference.severity,
        _unknown(column.heading, other, reference),
    )
    doubtful = keys.filter(pl.col("key").is_in(known.submitted.implode()) & ~pl.col("key").is_in(known.sound.implode()))
    yield findings(
        doubtful,
        name,
        "rejected_reference",
        "warning",
        Label(
            f"“{column.heading.zh}”在{other.zh}中只有被退回的行；请先更正那一行",
            f"“{column.heading.en}” stands in {other.en} only in rejected rows: correct those first",
        ),
    )


def _unknown(heading: Label, other: Label, reference: Reference) -> Label:
    """What to say of a key that the other ledger, in the same year if that matters, or the catalogue does not have."""
    if reference.ledger == CATALOGUE:
        return Label(
            f"“{heading.zh}”在{other.zh}中没有；请改用{other.zh}中的编号",
            f"“{heading.en}” is not in {other.en}: use an id of the catalogue",
        )
    if reference.year_of:
        other = Label(f"同一年度的{other.zh}", f"{other.en} of the same year")
    return Label(
        f"“{heading.zh}”在{other.zh}中没有；请核对，或先补报{other.zh}",
        f"“{heading.en}” is not in {other.en}: check it, or hand in {other.en} first",
    )
