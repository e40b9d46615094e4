"""Why a figure of one day is another one in another version: its change, split by cause, adding up to the digit.

The rows of the older version become those of the newer one step by step: rows whose key is gone are removed, rows of
the same key with other values are corrected, rows of new keys are added (late), of all ledgers at once; then the newer
definitions count, then everything else of the newer version (configuration, townships, calendar). What a step changes
is the cause's part. Computed on raw figures; what is withheld in either version is withheld here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import polars as pl

from warehouse.differences.causes import CAUSES, split, total
from warehouse.differences.paths import Cell, Paths, Version, paths_between
from warehouse.figures.answer import is_stored, marts_of, value_figure
from warehouse.figures.compute import figures
from warehouse.figures.indicator import Indicator

STORED = """
select
    shown.indicator_id,
    shown.region_code,
    raw_values.value,
    shown.reason,
    shown.is_suppressed,
    shown.target,
    shown.is_complete,
    shown.missing
from kpi.values as shown
inner join kpi.raw_values as raw_values
    on
        raw_values.indicator_id = shown.indicator_id
        and raw_values.as_of_date = shown.as_of_date
        and raw_values.region_code = shown.region_code
where shown.as_of_date = ?
"""


@dataclass(frozen=True, slots=True)
class State:
    """One side of a difference; ``value`` is null where it is withheld. ``target`` as in ``kpi.values``."""

    value: float | None
    reason: str | None
    is_suppressed: bool
    target: float | None
    is_complete: bool | None
    missing: tuple[str, ...]


NO_CAUSES: Mapping[str, Decimal | None] = dict.fromkeys(CAUSES)
NO_STATE = State(None, "not_in_version", False, None, None, ())


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure in two versions.

    ``change`` is new − old and the sum of ``causes`` (by :data:`warehouse.differences.causes.CAUSES`), in the figure's
    unit; ratios in at most twelve decimals, money in cents. All are null from or to a figure that is null, and
    ``reason`` says why: that of the figure, or suppressed, or not_in_version. ``causes`` alone are null, with reason
    suppressed, where too few people stand behind a figure between the two.
    """

    indicator: Indicator
    region_code: str
    old: State
    new: State
    change: Decimal | None
    causes: Mapping[str, Decimal | None]
    reason: str | None

    @property
    def is_changed(self) -> bool:
        """Whether what may be shown of the value is another one."""
        return self.old.value != self.new.value or self.old.is_suppressed != self.new.is_suppressed

    @property
    def is_told_otherwise(self) -> bool:
        """Whether the value, its target or its completeness is another one."""
        told = [(state.target, state.is_complete, state.missing) for state in (self.old, self.new)]
        return self.is_changed or told[0] != told[1]

    def document(self) -> dict[str, Any]:
        """As a JSON object; figures in the types of :func:`warehouse.figures.answer.value_figure`."""
        return {
            "id": self.indicator.id,
            "region": self.region_code,
            "old": value_figure(self.old.value, self.indicator),
            "new": value_figure(self.new.value, self.indicator),
            "change": change_figure(self.change, self.indicator),
            "causes": {cause: change_figure(part, self.indicator) for cause, part in self.causes.items()},
            "reason": self.reason,
            "target": {
                "old": value_figure(self.old.target, self.indicator),
                "new": value_figure(self.new.target, self.indicator),
            },
            "complete": {"old": self.old.is_complete, "new": self.new.is_complete},
            "missing": {"old": list(self.old.missing), "new": list(self.new.missing)},
        }


def differences(old: Version, new: Version, day: date) -> list[Difference]:
    """Every figure of a day that either version has, changed or not, by indicator (newer catalogue first) and region.

    Raises :class:`Refusal` where only a part of a version may be read.
    """
    for version in (old, new):
        version.published.require_whole()
    before, after = _lines(old, day), _lines(new, day)
    paths = paths_between(old, new, day)
    declared = {**new.definitions.indicators, **old.definitions.indicators, **new.definitions.indicators}
    place = {name: number for number, name in enumerate(declared)}
    cells = [cell for cell in {**after, **before} if cell[0] in declared]
    return [
        _difference(declared[cell[0]], cell, before.get(cell), after.get(cell), paths)
        for cell in sorted(cells, key=lambda cell: (place[cell[0]], cell[1]))
    ]


def change_figure(change: Decimal | None, indicator: Indicator) -> str | float | int | None:
    """A change in the type of its figure: money as text with two decimals, a ratio as a float, a count whole."""
    if change is None:
        return None
    return str(change) if indicator.is_money else value_figure(float(change), indicator)


def _lines(version: Version, day: date) -> dict[Cell, dict[str, Any]]:
    """The figures of a day with their raw values."""
    published = version.published
    if is_stored(published, day):
        lines = published.query(STORED, [day])
    else:
        with marts_of(published, day) as con:
            computed = figures(con, version.definitions.indicators)
        keys = ["indicator_id", "as_of_date", "region_code"]
        raw = computed.raw.select(*keys, "value")
        lines = computed.shown.drop("value").join(raw, on=keys).filter(pl.col("as_of_date") == day)
    return {(line["indicator_id"], line["region_code"]): line for line in lines.to_dicts()}


def _difference(
    indicator: Indicator, cell: Cell, before: dict[str, Any] | None, after: dict[str, Any] | None, paths: Paths
) -> Difference:
    is_withheld = any(line is not None and line["is_suppressed"] for line in (before, after))
    old, new = (_state(line, is_withheld=is_withheld) for line in (before, after))
    if is_withheld or old.value is None or new.value is None:
        reason = "suppressed" if is_withheld else old.reason if old.value is None else new.reason
        return Difference(indicator, cell[1], old, new, None, NO_CAUSES, reason)
    decimals = 2 if indicator.is_money else None
    causes = split(paths.of(cell, new.value), old.value, decimals)
    if cell in paths.few:
        return Difference(indicator, cell[1], old, new, total(causes), NO_CAUSES, "suppressed")
    return Difference(indicator, cell[1], old, new, total(causes), causes, None)


def _state(line: dict[str, Any] | None, *, is_withheld: bool) -> State:
    if line is None:
        return NO_STATE
    missing = tuple(line["missing"].split(",")) if line["missing"] else ()
    value = None if is_withheld else line["value"]
    return State(value, line["reason"], line["is_suppressed"], line["target"], line["is_complete"], missing)
