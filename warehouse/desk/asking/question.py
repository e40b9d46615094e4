"""One question from its asking to its line in the log, for everyone who asks: the command and the pages."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from warehouse.access.audit_log import Details
from warehouse.desk.asking.sandbox import Answer, Ended, Limits, Running, begin
from warehouse.desk.databases import databases

LIKE_A_PERSON = re.compile(r"[0-9０-９]{11,18}[XxＸｘ]?")
LONGEST_TEXT, LONGEST_OUTCOME = 2_000, 200
ANSWERED = "answered"


def begin_question(
    home: Path,
    sql: str,
    note: Callable[[Details], None],
    *,
    parameters: Mapping[str, Any] | None = None,
    snapshot_id: str | None = None,
    limits: Limits | None = None,
) -> Running:
    """Starts a question to the published version of a home's folder, or to a frozen month with it beside.

    ``note`` writes the question's line into the audit log: it is called once, in another thread, when the question has
    ended, be it answered, refused, stopped at a limit or cancelled. What it raises is raised by the answer: nobody sees
    what could not be noted. An unknown or damaged snapshot and a home without a version refuse like a query.
    """
    return begin(
        lambda: databases(home, snapshot_id),
        sql,
        parameters,
        limits,
        at_its_end=lambda ended: note(details(sql, ended, snapshot_id)),
    )


def details(sql: str, ended: Ended, snapshot_id: str | None = None) -> Details:
    """What the log tells of a question: its text without what may be a person's number, and how it ended."""
    found: dict[str, str | int | None] = {"sql": masked(sql)}
    if snapshot_id is not None:
        found["snapshot"] = snapshot_id
    if isinstance(ended, Answer):
        return {**found, "rows": len(ended.rows), "milliseconds": round(ended.seconds * 1000), "outcome": ANSWERED}
    return {**found, "outcome": masked(ended.label.en)[:LONGEST_OUTCOME]}


def masked(sql: str) -> str:
    """A query as the log keeps it: without what may be the number of a person, and not endless."""
    return LIKE_A_PERSON.sub("***", sql)[:LONGEST_TEXT]
