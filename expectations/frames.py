"""Everything that the gate checks of one database, as frames."""

from collections.abc import Sequence
from typing import Any

import duckdb

from expectations.audits import load_audits
from expectations.check import Frame
from expectations.ledger_checks import ledger_frame
from expectations.suite import TableSuite
from expectations.sweeps import sweep_frames


def all_frames(con: duckdb.DuckDBPyConnection, suites: Sequence[TableSuite]) -> list[Frame]:
    """The frames of ledgers, audits and sweeps, by name."""
    ledgers = [ledger_frame(suite) for suite in suites]
    audits = [audit.frame() for audit in load_audits()]
    return sorted([*ledgers, *audits, *sweep_frames(con, suites)], key=lambda frame: frame.name)


def fetch(con: duckdb.DuckDBPyConnection, frame: Frame) -> Any:
    """What a frame's query returns, as a pandas frame made from Arrow; raises ``duckdb.Error``."""
    return con.sql(frame.query).to_arrow_table().to_pandas()
