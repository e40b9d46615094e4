"""The tables of the schema ``kpi``, filled once when a version is built."""

import duckdb

from warehouse.attention_list import store_attention
from warehouse.figures.breakdown import breakdowns
from warehouse.figures.catalogue import indicators
from warehouse.figures.compute import figures
from warehouse.figures.definition import definitions


def compute_and_store(con: duckdb.DuckDBPyConnection) -> None:
    """Fills the schema ``kpi`` of a database that has its marts.

    ``definitions``, ``raw_values`` and ``values``, ``raw_breakdowns`` and ``breakdowns``; what is raw never leaves.
    At last the list of what needs attention, which reads what may be shown.
    """
    computed = figures(con)
    raw_breakdowns, shown_breakdowns = breakdowns(con)
    con.execute("create schema if not exists kpi")
    for table, frame in (
        ("definitions", definitions(con, indicators())),
        ("raw_values", computed.raw),
        ("values", computed.shown),
        ("raw_breakdowns", raw_breakdowns),
        ("breakdowns", shown_breakdowns),
    ):
        con.register("computed", frame)
        con.execute(f"create or replace table kpi.{table} as select * from computed")  # noqa: S608
        con.unregister("computed")
    store_attention(con)
