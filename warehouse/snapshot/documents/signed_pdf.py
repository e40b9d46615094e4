"""月报.pdf: the month on A4, to be signed. Set by typst with the fonts of this package alone."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import typst

from warehouse.figures.cell import NO_TOWNSHIP
from warehouse.report.figure import Figure
from warehouse.snapshot.documents import changes, findings
from warehouse.snapshot.documents.characters import MISSING, settable
from warehouse.snapshot.documents.content import Content, Entry, Subject
from warehouse.snapshot.documents.context import SIGNERS, STATE_NAMES
from warehouse.snapshot.documents.small_courses import courses
from warehouse.snapshot.documents.wording import (
    HEADINGS,
    INCOMPLETE,
    cells,
    completeness,
    missing_ledgers,
    signed_at,
    value_cell,
)

FOLDER = Path(__file__).parent
LAYOUT, FONTS = FOLDER / "monthly.typ", FOLDER / "fonts"
MOST_RATES = 6
"""Columns of rates that a page is wide enough for; the workbook has all of them."""
KEY = (
    "✓ 达标、△ 接近、▼ 落后；竖线为年度目标。“同比”与上年同日相比，率以百分点计。"
    "金额以万元计，两位小数四舍五入。人数少于5的数按规定不显示。"
)


def signed_pdf(content: Content) -> bytes:
    """The PDF (PDF/A-2u); the same to the byte for the same content."""
    return typst.compile(
        str(LAYOUT),
        root=str(FOLDER),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards="a-2u",
        sys_inputs={"month": json.dumps(layout_data(content), ensure_ascii=False, sort_keys=True)},
    )


def layout_data(content: Content) -> dict[str, Any]:
    """What the layout is given; characters that its fonts have not are replaced, and the cover says so."""
    lacking: set[str] = set()
    data: dict[str, Any] = _set(_month(content), lacking)
    if lacking:
        signs = "、".join(f"U+{ord(character):04X}" for character in sorted(lacking))
        data["facts"].append(["缺字", f"“{MISSING}”代替字库没有的字：{signs}"])
    return data


def _set(data: Any, lacking: set[str]) -> Any:
    """The same data with texts that the fonts can set."""
    if isinstance(data, str):
        text, missing = settable(data)
        lacking |= missing
        return text
    if isinstance(data, Mapping):
        return {key: _set(value, lacking) for key, value in data.items()}
    return [_set(value, lacking) for value in data] if isinstance(data, list | tuple) else data


def _month(content: Content) -> dict[str, Any]:
    context = content.context
    return {
        "title": f"{content.county}工会数据月报 {content.month}",
        "heading": "工会数据月报",
        "organisation": content.organisation,
        "period": content.month,
        "year": content.day.year,
        "month": content.day.month,
        "day": content.day.day,
        "id": context.id,
        "hash": context.manifest_hash,
        "hash_short": context.manifest_hash[:16],
        "is_issued": context.state == "issued",
        "state_short": STATE_NAMES[context.state].partition("，")[0],
        "finding": findings.of_month(content).computed,
        "facts": _facts(content),
        "notice": None if context.is_complete else _notice(content),
        "signatures": _signatures(content),
        "headings": [*HEADINGS[:5], "", HEADINGS[5]],
        "key": KEY,
        "missing": missing_ledgers(content),
        "subjects": [_subject(content, subject) for subject in content.subjects],
        "changes": _changes(content),
        "definitions": [_definition(entry) for entry in content.entries],
    }


def _facts(content: Content) -> list[tuple[str, str]]:
    context = content.context
    facts = [
        ("县（市、区）", f"{content.county}（{content.county_code}）"),
        ("数据截至", content.as_of),
        ("快照编号", context.id),
        ("状态", STATE_NAMES[context.state]),
        ("完整性", completeness(content)),
        ("数据版本", content.version),
    ]
    if context.issue_number:
        facts.insert(2, ("期号", f"第{context.issue_number}期"))
    if context.is_complete and context.reason:
        facts.append(("说明", context.reason))
    if context.previous:
        facts.append(("上期", context.previous.id))
    return facts


def _notice(content: Content) -> str:
    reason = content.context.reason or "未说明"
    return f"本月{INCOMPLETE}，仍然出具的原因：{reason}"


def _signatures(content: Content) -> list[dict[str, str]]:
    signed = [(role, content.context.signed(action)) for action, role in SIGNERS.items()]
    return [
        {"role": role, "name": entry.name if entry else "", "at": signed_at(entry.at) if entry else "日期："}
        for role, entry in signed
    ]


def _subject(content: Content, subject: Subject) -> dict[str, Any]:
    return {
        "name": subject.name,
        "finding": findings.of_subject(content, subject).computed,
        "rows": [_row(entry) for entry in subject.entries],
        "townships": _townships(content, subject.rates_by_township[:MOST_RATES]),
        "courses": courses(subject),
    }


def _row(entry: Entry) -> dict[str, Any]:
    line = cells(entry)
    figure = entry.figure
    return {
        "name": line.name,
        "value": line.value,
        "is_number": figure.value is not None,
        "last_year": line.last_year,
        "change": line.change,
        "target": line.target,
        "light": line.light,
        "light_key": figure.light,
        "remark": line.remark if figure.value is not None else "",
        "bar": _bar(figure),
    }


def _bar(figure: Figure) -> dict[str, float | None] | None:
    """Shares of the bar's width: a rate of the whole, anything else of its goal."""
    if figure.value is None or (figure.target is None and not figure.is_ratio):
        return None
    target = figure.target
    full = max(1.0 if figure.is_ratio else 0.0, figure.value, target or 0.0)
    if full <= 0:
        return None
    return {"share": max(figure.value, 0.0) / full, "goal": None if target is None else max(target, 0.0) / full}


def _townships(content: Content, rates: Sequence[Entry]) -> dict[str, Any] | None:
    if not rates:
        return None
    codes = [code for code in content.regions if any(_is_told(code, entry) for entry in rates)]
    return {
        "finding": findings.of_townships(content, rates[0]),
        "heads": [entry.name for entry in rates],
        "rows": [
            {"region": content.regions[code], "cells": [_cell(entry.places.get(code)) for entry in rates]}
            for code in codes
        ],
    }


def _is_told(code: str, entry: Entry) -> bool:
    """Whether a region has a line; what lies in no township only where there is anything."""
    return code in entry.places and (code != NO_TOWNSHIP or entry.places[code].value is not None)


def _cell(figure: Figure | None) -> dict[str, Any]:
    if figure is None:
        return {"text": "", "is_number": False, "light_key": "grey"}
    return {"text": value_cell(figure), "is_number": figure.value is not None, "light_key": figure.light}


def _changes(content: Content) -> dict[str, Any] | None:
    if content.context.previous is None:
        return None
    found = changes.changes(content)
    return {
        "intro": changes.intro(content, found),
        "headings": ("全县指标", "上期所报", "上期同日现在的数", "本期"),
        "rows": [
            (
                change.entry.name,
                changes.cell(change.entry, change.issued),
                changes.cell(change.entry, change.restated),
                change.now_said,
            )
            for change in changes.of_county(content, found)
        ],
    }


def _definition(entry: Entry) -> dict[str, str]:
    return {
        "name": entry.name,
        "version": entry.definition_version,
        "definition": entry.definition + entry.caveat,
        "kept": f"{entry.department}：{'、'.join(entry.ledgers)}",
    }
