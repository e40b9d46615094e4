"""A snapshot with the definitions that it was frozen with: those of the code where they are still its own, else the
SQL that was frozen with it."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from warehouse.differences.definitions import Definitions
from warehouse.differences.paths import Version
from warehouse.figures.indicator import Indicator, Kept, Part, Selection, Suppression
from warehouse.language import Label
from warehouse.reader import Published
from warehouse.snapshot.freeze import FROZEN_SQL
from warehouse.snapshot.reopen import open_snapshot
from warehouse.snapshot.shelf import Snapshots

KEPT = "kept"
"""Stands for the relation of a part of which only SELECTs were kept."""


def version_of(home: Path, snapshot_id: str) -> Version:
    """A snapshot opened after every hash was checked; raises :class:`Refusal` as ``open_snapshot`` does."""
    published = open_snapshot(home, snapshot_id)
    version = Version(published)
    own = version.own_definitions()
    if version.definition_versions().keys() <= own:
        return version
    folder = Snapshots(home).find(snapshot_id).folder
    kept = kept_definitions(published, json.loads((folder / FROZEN_SQL).read_text("utf-8")))
    of_the_code = version.definitions.indicators
    chosen = {name: of_the_code[name] if name in own else indicator for name, indicator in kept.indicators.items()}
    return Version(published, replace(kept, indicators=chosen))


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
        # older snapshots were frozen without the SQL of the rows
        selection=_selection(sql[name]["sql"], sql[name]["unknown_sql"], sql[name].get("rows_sql")),
        weighted=line[f"{name}_is_weighted"],
    )


def _selection(sql: str, unknown_sql: str | None = None, rows_sql: str | None = None) -> Selection:
    return Selection(KEPT, None, Kept(sql, unknown_sql, rows_sql))


def _label(line: Mapping[str, Any], name: str) -> Label:
    return Label(line[f"{name}_zh"], line[f"{name}_en"])
