"""What the page asks: the months that can be closed, how figures moved, and the snapshots of the home."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl
import streamlit as st

from dashboard import data
from dashboard.home import home_folder
from warehouse.reader import Published
from warehouse.snapshot.brief_sentences import sentences_of
from warehouse.snapshot.documents.sentences import Sentence
from warehouse.snapshot.frozen_tables import frozen_figures
from warehouse.snapshot.life_cycle import State
from warehouse.snapshot.shelf import Snapshots
from warehouse.snapshot.snapshot import Snapshot
from warehouse.snapshot.verify import DOCUMENTS

COUNTY = 'select indicator_id, value from kpi."values" where as_of_date = ? and region_code = ?'


def shelf() -> Snapshots:
    """The snapshots of the home."""
    return Snapshots(home_folder())


def months(source: Published) -> dict[str, date]:
    """The months that have ended in the published version, the latest first, each with its end."""
    source.require_whole()
    ended = data.as_of_dates(source).filter(pl.col("is_month_end") & (pl.col("as_of_date") <= source.data_date))
    return {f"{day:%Y-%m}": day for day in ended["as_of_date"]}


@dataclass(frozen=True, slots=True)
class Shelved:
    """A snapshot of the home; None: its folder cannot be read."""

    id: str
    snapshot: Snapshot | None


def shelved() -> list[Shelved]:
    """All of the home, the latest first, those among them that are damaged."""
    found = reversed(shelf().listed())
    return [Shelved(one, None) if isinstance(one, str) else Shelved(one.id, one) for one in found]


def moved(source: Published, as_of: date) -> pl.DataFrame:
    """The county's figures of a month's end, as of ``data.figures``, with ``before``, the value a month earlier."""
    source.require_whole()
    earlier = as_of.replace(day=1) - date.resolution
    before = data.figures(source, earlier, source.county_code).select("indicator_id", before="value")
    return data.figures(source, as_of, source.county_code).join(
        before, on="indicator_id", how="left", maintain_order="left"
    )


def last_issue(snapshots: Sequence[Shelved], month: str) -> Snapshot | None:
    """The last issue of an earlier month; ``snapshots`` as of :func:`shelved`."""
    found = [one.snapshot for one in snapshots if one.snapshot and one.snapshot.state is State.ISSUED]
    return next((one for one in found if one.month < month), None)


def county_values(source: Published, as_of: date) -> dict[str, float | None]:
    """The county's values of a day by indicator."""
    return dict(data.rows(source, COUNTY, as_of, source.county_code).iter_rows())


def frozen_values(snapshot: Snapshot) -> dict[str, float | None]:
    """The same as a snapshot froze them."""
    return _frozen_values(snapshot.hash, snapshot)


@st.cache_data(show_spinner=False, max_entries=50)
def _frozen_values(
    content: str,  # noqa: ARG001 (the cache's key: what has this hash never changes)
    _snapshot: Snapshot,
) -> dict[str, float | None]:
    frozen = frozen_figures(_snapshot)
    return dict(frozen.query(COUNTY, [_snapshot.as_of, frozen.county_code]).iter_rows())


def sentences(snapshot: Snapshot) -> Mapping[str, tuple[Sentence, ...]]:
    """The brief's sentences by subject."""
    return _sentences(snapshot.hash, snapshot.events[-1].hash, snapshot)


@st.cache_data(show_spinner=False, max_entries=50)
def _sentences(
    content: str,  # noqa: ARG001 (with the end of the log the cache's key)
    log_end: str,  # noqa: ARG001
    _snapshot: Snapshot,
) -> Mapping[str, tuple[Sentence, ...]]:
    return sentences_of(_snapshot)


def issued_documents(snapshot: Snapshot) -> dict[str, bytes | None]:
    """The documents that a snapshot was issued with, by name; None: it is not what was issued."""
    return {name: _issued(snapshot, name, expected) for name, expected in snapshot.events[-1].documents.items()}


def _issued(snapshot: Snapshot, name: str, expected: str) -> bytes | None:
    try:
        content = (snapshot.folder / DOCUMENTS / name).read_bytes()
    except OSError:
        return None
    return content if hashlib.sha256(content).hexdigest() == expected else None
