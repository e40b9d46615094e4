"""``unionkpi snapshot diff A B``: what two snapshots, or a snapshot and what is published now, tell otherwise."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from pipelines.command_line.figures import NOTHING, amount_text, per_cent, value_text
from pipelines.command_line.invocation import Settings
from pipelines.command_line.printing import write_json, write_line, write_table
from warehouse.differences.causes import CAUSE_NAMES
from warehouse.differences.difference import Difference, differences
from warehouse.differences.paths import Version
from warehouse.figure_names import REASON_NAMES
from warehouse.figures.cell import NO_TOWNSHIP
from warehouse.language import Label, Language, Refusal
from warehouse.reader import Published, open_published
from warehouse.snapshot.kept_definitions import version_of

LIVE = "live"
"""Stands for the published version."""

HEADINGS = (
    Label("指标", "Indicator"),
    Label("地区", "Region"),
    Label("原值", "Old"),
    Label("现值", "New"),
    Label("变动", "Change"),
    *CAUSE_NAMES.values(),
    Label("说明", "Note"),
)
SAME = Label("没有差异", "No differences")
POINTS = Label("个百分点", " points")


def diff(home: Path, names: Sequence[str], settings: Settings) -> int:
    """Writes the figures that have changed between two; raises :class:`Refusal` where they cannot be compared."""
    if len(names) != 2:
        raise Refusal(
            "diff 后要写两个：快照编号，或快照编号和 live（现在发布的数据）",
            "After diff come two: ids of snapshots, or an id and live, which is what is published now",
            "unionkpi snapshot diff 2021-12.r1 live",
        )
    old, new = (_opened(home, name) for name in names)
    day = day_of(old.published, new.published)
    changed = [line for line in differences(old, new, day) if line.is_changed and _has_code(line)]
    if settings.as_json:
        write_json([line.document() for line in changed])
    elif changed:
        _write(changed, _region_names(old.published, new.published), settings.language)
    else:
        write_line(SAME.in_language(settings.language))
    return 0


def day_of(old: Published, new: Published) -> date:
    """The day that two versions are compared on: the month's end of the older snapshot.

    Refuses a pair of which the second cannot know that day, and a pair without a snapshot.
    """
    frozen = [one.data_date for one in (old, new) if "snapshot" in one.version_info]
    if not frozen:
        raise Refusal(
            "两个都是 live，没有可比的；至少要有一个快照编号",
            "Both are live: at least one must be the id of a snapshot",
            "unionkpi snapshot list",
        )
    day = old.data_date if "snapshot" in old.version_info else frozen[0]
    if new.data_date < day:
        raise Refusal(
            f"第二个的数据只到 {new.data_date}，还没有 {day} 的数；请把较早的月份写在前面",
            f"The second one reaches to {new.data_date} and has no figures of {day}: name the earlier month first",
            "unionkpi snapshot list",
        )
    return day


def _opened(home: Path, name: str) -> Version:
    return Version(open_published(home / "warehouse")) if name == LIVE else version_of(home, name)


def _has_code(line: Difference) -> bool:
    """Rows without a township are in the county's figure, and no region of their own."""
    return line.region_code != NO_TOWNSHIP


def _region_names(old: Published, new: Published) -> dict[str, str]:
    sql = "select region_code, region_name from meta.regions"
    return {code: name for version in (old, new) for code, name in version.query(sql).iter_rows()}


def _write(changed: Sequence[Difference], regions: Mapping[str, str], language: Language) -> None:
    headings = [heading.in_language(language) for heading in HEADINGS]
    write_table(headings, [_line(line, regions, language) for line in changed], headings[2:-1])


def _line(line: Difference, regions: Mapping[str, str], language: Language) -> list[str]:
    told, unit = line.document(), line.indicator.unit.in_language(language)
    return [
        line.indicator.label.in_language(language),
        regions.get(line.region_code, line.region_code),
        *(value_text(told[side], unit, language) for side in ("old", "new")),
        *(signed_text(part, unit, language) for part in (told["change"], *told["causes"].values())),
        _note(line, language),
    ]


def signed_text(change: Any, unit: str, language: Language) -> str:
    """A change with its sign: percentage points of a ratio, else in the figure's unit; nothing for no change."""
    if change is None:
        return NOTHING
    if not float(change):
        return "0"
    sign = "+" if float(change) > 0 else ""
    if unit == "%":
        return f"{sign}{per_cent(change).removesuffix('%')}{POINTS.in_language(language)}"
    return f"{sign}{amount_text(change)}"


def _note(line: Difference, language: Language) -> str:
    notes = [REASON_NAMES[line.reason]] if line.reason else []
    if line.old.target != line.new.target:
        notes.append(Label("目标已调整", "target changed"))
    if line.old.is_complete != line.new.is_complete:
        notes.append(Label("已报齐", "complete now") if line.new.is_complete else Label("不再齐全", "incomplete now"))
    return Label("；", "; ").in_language(language).join(note.in_language(language) for note in notes)
