"""``unionkpi snapshot restated``: what was issued and is told otherwise by what is published now."""

import csv
import sys
from pathlib import Path
from typing import Any

from pipelines.command_line.figures import value_text
from pipelines.command_line.invocation import OutputFormat, Settings
from pipelines.command_line.printing import progress_bar, write_json, write_line, write_table
from pipelines.command_line.snapshot_diff import signed_text
from warehouse.differences.causes import CAUSE_NAMES, CAUSES
from warehouse.figure_names import REASON_NAMES
from warehouse.language import Label, Language
from warehouse.reader import open_published
from warehouse.snapshot.register import Entry, Register, register

DOCUMENTED = ("snapshot", "id", "region", "reported", "now", "change", "causes", "reason", "since", "files")
FIELDS = ("snapshot", "id", "region", "reported", "now", "change", *CAUSES, "reason", "since", "files")
"""The columns of CSV."""
HEADINGS = (
    Label("快照", "Snapshot"),
    Label("指标", "Indicator"),
    Label("地区", "Region"),
    Label("签发的数", "Issued"),
    Label("现在的数", "Now"),
    Label("变动", "Change"),
    Label("原因", "Causes"),
    Label("自", "Since"),
    Label("文件", "Files"),
)
NUMBERS = slice(3, 6)
NOTHING_ISSUED = Label("还没有已签发的快照", "Nothing has been issued yet")
NOTHING_CHANGED = Label("已签发的数字都没有变", "No issued figure has changed")
BETWEEN = Label("；", "; ")


def restated(home: Path, settings: Settings) -> int:
    """Writes the register; exit code 1 where a figure is another one now, or a month could not be compared."""
    live = open_published(home / "warehouse")
    with progress_bar(settings.language) as progress:
        found = register(home, live, progress)
    match settings.output:
        case OutputFormat.JSON:
            write_json([_document(entry) for entry in found.entries])
        case OutputFormat.CSV:
            _write_csv(found)
        case _:
            sql = "select region_code, region_name from meta.regions"
            _write(found, dict(live.query(sql).iter_rows()), settings.language)
    for snapshot_id, reason in found.left_out.items():
        said = Label(f"{snapshot_id} 没有比较：{reason.zh}", f"{snapshot_id} was not compared: {reason.en}")
        sys.stderr.write(said.in_language(settings.language) + "\n")
    return 1 if found.entries or found.left_out else 0


def _document(entry: Entry) -> dict[str, Any]:
    """The entry with its fields in the order in which they are documented."""
    causes = {cause: entry.told["causes"][cause] for cause in CAUSES}
    return {field: entry.told[field] for field in DOCUMENTED} | {"causes": causes}


def _write_csv(found: Register) -> None:
    """The JSON's fields as columns; what is null is empty, several files are separated by semicolons."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(FIELDS)
    for entry in found.entries:
        told = {**entry.told, **entry.told["causes"], "files": ";".join(entry.told["files"])}
        writer.writerow([told[field] for field in FIELDS])


def _write(found: Register, regions: dict[str, str], language: Language) -> None:
    if not found.entries:
        if found.compared or not found.left_out:
            nothing = NOTHING_CHANGED if found.compared else NOTHING_ISSUED
            write_line(nothing.in_language(language))
        return
    headings = [heading.in_language(language) for heading in HEADINGS]
    write_table(headings, [_line(entry, regions, language) for entry in found.entries], headings[NUMBERS])


def _line(entry: Entry, regions: dict[str, str], language: Language) -> list[str]:
    told, unit = entry.told, entry.unit.in_language(language)
    return [
        told["snapshot"],
        entry.label.in_language(language),
        regions.get(told["region"], told["region"]),
        *(value_text(told[side], unit, language) for side in ("reported", "now")),
        signed_text(told["change"], unit, language),
        _causes(told, unit, language),
        told["since"],
        " ".join(told["files"]),
    ]


def _causes(told: Any, unit: str, language: Language) -> str:
    """The causes that have a part in the change, or why none is told."""
    if told["reason"]:
        return REASON_NAMES[told["reason"]].in_language(language)
    parts = [
        f"{CAUSE_NAMES[cause].in_language(language)} {signed_text(part, unit, language)}"
        for cause in CAUSES
        if (part := told["causes"][cause]) is not None and float(part)
    ]
    return BETWEEN.in_language(language).join(parts)
