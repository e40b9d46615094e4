"""Which indicators read ledgers with rejected rows, as a table."""

from typing import Any

import polars as pl

from dashboard import data, proof_link, words
from dashboard import format as formats
from dashboard.page import View
from dashboard.quality import words as quality
from dashboard.quarantine import words as wording
from dashboard.table import STACKED, Link, TableColumn, show_table


def effect_table(view: View, touched: pl.DataFrame) -> None:
    """One line an indicator of ``queries.by_indicator``, in its order."""
    names = dict(data.ledgers(view.published).select("ledger_id", f"label_{view.language}").iter_rows())
    columns = [
        TableColumn("indicator", view.say(words.INDICATOR)),
        TableColumn("department", view.say(words.DEPARTMENT)),
        TableColumn("share", view.say(wording.SHARE), is_number=True),
        TableColumn("rejected", view.say(quality.REJECTED), is_number=True),
        TableColumn("good", view.say(wording.GOOD), is_number=True),
        TableColumn("ledgers", view.say(wording.EFFECT_LEDGERS), is_sentence=True),
    ]
    lines = [_line(view, row, names) for row in touched.iter_rows(named=True)]
    show_table(columns, lines, view.say(wording.EFFECT), STACKED)


def _line(view: View, row: dict[str, Any], names: dict[str, str]) -> dict[str, object]:
    ledgers = [names.get(ledger_id, ledger_id) for ledger_id in row["ledgers"].split(",")]
    where = proof_link.address(row["indicator_id"], view.as_of, view.published.county_code, view.language)
    return {
        "indicator": Link(row[f"label_{view.language}"], where),
        "department": row["department_name"],
        "share": formats.percent(row["share"], 0.0),
        "rejected": formats.plain(row["rejected"]),
        "good": formats.plain(row["good"]),
        "ledgers": words.SEPARATOR.in_language(view.language).join(ledgers),
    }
