"""What differs from the previous issue: figures that went on since, and figures of its day that are others now."""

from collections.abc import Sequence
from dataclasses import dataclass

from warehouse.report.facts import in_chinese
from warehouse.report.sentences import amount
from warehouse.snapshot.documents.content import Content, Entry
from warehouse.snapshot.documents.wording import NONE, value_cell

TOLERANCE = 1e-9
"""Differences of fractions below it are remainders of binary arithmetic."""


@dataclass(frozen=True, slots=True)
class Change:
    """One figure: as it was issued, what is known now of that day, and what it is this month; None is not shown."""

    entry: Entry
    region: str
    issued: float | None
    restated: float | None
    now: float | None
    now_said: str

    @property
    def is_restated(self) -> bool:
        """Whether the day of the previous issue has another figure now."""
        return differ(self.issued, self.restated)


def changes(content: Content) -> list[Change]:
    """Of every figure that stood in the previous issue or stands in this one; nothing where none was issued."""
    previous = content.context.previous
    if previous is None:
        return []
    found = []
    for entry in content.entries:
        for region, figure in {content.county_code: entry.figure, **entry.places}.items():
            key = (entry.id, region)
            issued, restated = previous.values.get(key), content.earlier.get(key)
            found.append(Change(entry, region, issued, restated, figure.value, value_cell(figure)))
    return found


def of_county(content: Content, found: Sequence[Change]) -> list[Change]:
    """Those of the county that changed in any way."""
    return [
        change
        for change in found
        if change.region == content.county_code and (change.is_restated or differ(change.issued, change.now))
    ]


def intro(content: Content, found: Sequence[Change]) -> str:
    """Which issue it is compared with, and how much of it is told otherwise now."""
    previous = content.context.previous
    if previous is None:
        return "没有已签发的上期。"
    restated = sum(change.is_restated for change in found)
    moved = sum(differ(change.issued, change.now) for change in found)
    said = f"上期为{previous.id}，数据截至{in_chinese(previous.day)}。"
    said += f"共{len(found)}个数（含分乡镇街道），本期变动{moved}个"
    told = f"；上期所报的数中有{restated}个按现在的数据另有结果" if restated else "；上期所报的数按现在的数据没有变化"
    return f"{said}{told}。"


def cell(entry: Entry, number: float | None) -> str:
    """A number of the entry's kind; a dash where nothing was shown."""
    return NONE if number is None else amount(entry.figure, number)


def differ(one: float | None, other: float | None) -> bool:
    """Whether two shown numbers are not the same."""
    if one is None or other is None:
        return one is not other
    return abs(one - other) > TOLERANCE
