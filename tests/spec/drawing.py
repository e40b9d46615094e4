"""Tables drawn as text: the first line names the columns, an empty cell is empty."""

import polars as pl

from pipelines.ledger import BIRTH_DATE, DATA_DATE, Kind, Ledger
from pipelines.registry import ledgers


def drawn(table: str) -> list[dict[str, str]]:
    """The rows of a drawn table, every cell as its text ('' where empty)."""
    lines = [line for line in table.splitlines() if line.strip()]
    names = [name.strip() for name in lines[0].split("|")]
    return [dict(zip(names, (cell.strip() for cell in line.split("|")), strict=True)) for line in lines[1:]]


def typed(ledger: Ledger, rows: list[dict[str, str]]) -> pl.DataFrame:
    """The rows with every stored column of the ledger in its stored type; columns not drawn are null."""
    return pl.DataFrame([_column(ledger, name, rows) for name in ledger.schema])


def _column(ledger: Ledger, name: str, rows: list[dict[str, str]]) -> pl.Series:
    column = ledger.column(name)
    texts = pl.Series(name, [row.get(name) or None for row in rows], dtype=pl.String)
    match column.kind:
        case Kind.DATE:
            return texts.str.to_date("%Y-%m-%d")
        case Kind.MONTH:
            return (texts + "-01").str.to_date("%Y-%m-%d")
        case Kind.BOOL:
            return texts.replace_strict({"是": True, "否": False}, return_dtype=pl.Boolean)
        case Kind.ENUM:
            assert set(texts.drop_nulls()) <= {value.zh for value in column.values}
    return texts.cast(column.stored_type)


def assert_breaks(ledger_id: str, table: str, data_date: str = "2021-12-31") -> None:
    """Each drawn row breaks exactly the rules of its cell ``breaks``: severity and column, comma separated.

    Of a ledger of people ``birth_date`` may be drawn, the one in the identity number.
    """
    ledger = ledgers()[ledger_id]
    rows = drawn(table)
    unknown = set(rows[0]) - {*ledger.schema, "breaks", BIRTH_DATE}
    assert not unknown, f"no such column: {unknown}"
    births = pl.Series(BIRTH_DATE, [row.get(BIRTH_DATE) or None for row in rows], dtype=pl.String)
    beside = {DATA_DATE: pl.lit(data_date).str.to_date("%Y-%m-%d"), BIRTH_DATE: births.str.to_date("%Y-%m-%d")}
    frame = typed(ledger, rows).with_columns(**beside)
    broken = [(rule, frame.select(rule.broken.fill_null(False)).to_series()) for rule in ledger.rules]
    for place, row in enumerate(rows):
        found = sorted(f"{rule.severity} {rule.column}" for rule, marks in broken if marks[place])
        expected = sorted(filter(None, (name.strip() for name in row["breaks"].split(","))))
        assert found == expected, f"{ledger_id}, drawn row {place + 1}: {row}"
