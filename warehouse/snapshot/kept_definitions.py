"""A snapshot as one side of a comparison: with the definitions of the code where they are still its own, else with the
SQL that was frozen with it."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from warehouse.indicator import Indicator, Kept, Part, Selection, Suppression
from warehouse.language import Label
from warehouse.reader import Published
from warehouse.snapshot.definitions import Definitions
from warehouse.snapshot.freeze import FROZEN_SQL
from warehouse.snapshot.paths import Version
from warehouse.snapshot.reopen import open_snapshot
from warehouse.snapshot.shelf import Snapshots

KEPT = "kept"
"""The relation of a part whose rows cannot be told any more."""


def version_of(home: Path, snapshot_id: str) -> Version:
    """A snapshot opened after every hash was checked; raises :class:`Refusal` as ``open_snapshot`` does."""
    published = open_snapshot(home, snapshot_id)
    version = Version(published)
    if version.definition_versions().keys() <= version.own_definitions():
        return version
    folder = Snapshots(home).find(snapshot_id).folder
    return Version(published, kept_definitions(published, json.loads((folder / FROZEN_SQL).read_text("utf-8"))))


def kept_definitions(published: Published, frozen: Mapping[str, Any]) -> Definitions:
    """The indicators of ``kpi.definitions`` with the frozen SQL of views, marts and parts (``frozen_sql.json``)."""
    lines = published.query("select * from kpi.definitions order by position").to_dicts()
    return Definitions(
        {line["indicator_id"]: _indicator(line, frozen["indicators"][line["indicator_id"]]) for line in lines},
        {mart["name"]: mart["sql"] for mart in frozen["marts"]},
        frozen["views"],
        is_kept=True,
    )


def _indicator(line: Mapping[str, Any], sql: Mapping[str, Any]) -> Indicator:
    heads, denominator_heads = (
        tuple(_selection(text) for text in sql[name]) for name in ("heads", "denominator_heads")
    )
    return Indicator(
        id=line["indicator_id"],
        family=line["family"],
        family_label=_label(line, "family_label"),
        position=line["position"],
        label=_label(line, "label"),
        definition=_label(line, "definition"),
        unit=Label(line["unit"], line["unit_en"]),
        kind=line["kind"],
        time=line["time"],
        better=line["better"],
        scope=line["scope"],
        ledgers=tuple(line["ledgers"].split(",")),
        numerator=_part(line, sql, "numerator"),
        denominator=_part(line, sql, "denominator") if sql["denominator"] else None,
        suppression=Suppression(heads, "other", denominator_heads) if line["is_about_people"] else None,
    )


def _part(line: Mapping[str, Any], sql: Mapping[str, Any], name: str) -> Part:
    return Part(
        label=_label(line, f"{name}_label"),
        unit=_label(line, f"{name}_unit"),
        selection=_selection(sql[name]["sql"], sql[name]["unknown_sql"]),
        weighted=line[f"{name}_is_weighted"],
    )


def _selection(sql: str, unknown_sql: str | None = None) -> Selection:
    return Selection(KEPT, None, Kept(sql, unknown_sql))


def _label(line: Mapping[str, Any], name: str) -> Label:
    return Label(line[f"{name}_zh"], line[f"{name}_en"])
