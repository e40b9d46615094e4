"""What somebody has on the desk in this window: the query as it is written now, what runs, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import polars as pl
import streamlit as st

from warehouse.desk.asking.sandbox import Running
from warehouse.desk.queries.query_words import Asked
from warehouse.language import Label

_KEY = "desk"

Origin = Literal["starter", "saved"]


@dataclass(frozen=True, slots=True)
class Opened:
    """The kept query that the written one began as: a starter by its id, or a version of a saved query."""

    kind: Origin
    id: str
    number: int
    asked: Asked


@dataclass(frozen=True, slots=True)
class Question:
    """A query as it was asked: with the values it was given, of the published version (None) or a frozen month."""

    asked: Asked
    snapshot_id: str | None
    at: str


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a question: its rows, whether some were cut off, and the seconds until they were here."""

    question: Question
    version: str
    table: pl.DataFrame
    is_cut: bool
    seconds: float


@dataclass
class Desk:
    """The desk of one window. ``sql`` and ``values`` are what is written, ``seen`` and ``shown`` the addresses that
    have been taken over and put there."""

    sql: str = ""
    values: dict[str, str] = field(default_factory=dict)
    opened: Opened | None = None
    is_from_link: bool = False
    seen: dict[str, str] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)
    question: Question | None = None
    running: Running | None = None
    result: Result | None = None
    refused: Label | None = None

    def put(self, asked: Asked, opened: Opened | None = None, *, is_from_link: bool = False) -> None:
        """Lays another query on the desk; what was answered before goes."""
        self.sql, self.values = asked.sql, dict(asked.values)
        self.opened, self.is_from_link = opened, is_from_link
        self.result = self.refused = None
        self.drop_running()

    def drop_running(self) -> None:
        """Ends what runs."""
        if self.running is not None:
            self.running.cancel()
        self.running = None

    def written(self, values: Mapping[str, str]) -> Asked:
        """The query as it is written now, with these values."""
        return Asked(self.sql, dict(values))


def of_window() -> Desk:
    """The desk of the window whose page is being made."""
    desk: Desk = st.session_state.setdefault(_KEY, Desk())
    return desk
