"""The brief's charts as Vega-Lite specifications: pure functions from what is shown to what is drawn.

A chart of several indicators shows the one that is chosen; its heading is computed for each and stands beside the
chart, so that no name is ever read as an expression. Values that are withheld are not in it, only that they are.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from warehouse.figures.cell import NO_TOWNSHIP
from warehouse.report.figure import Figure
from warehouse.report.sentences import amount
from warehouse.snapshot.documents import findings
from warehouse.snapshot.documents.content import Content, Entry
from warehouse.snapshot.documents.wording import NONE, SHAPES, last_year_cell, value_cell

FONT = "'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'PingFang SC', sans-serif"
INK, QUIET, RULE, TRACK, BLUE, BEFORE = "#1F2933", "#52606D", "#E4E7EB", "#EDF0F3", "#1F5FA8", "#9AA5B1"
FILLS = {"green": BLUE, "amber": "#E0A100", "red": "#B3261E", "grey": "#AEB6C2"}
LIGHTS = ("red", "amber", "green", "grey")
BAR, COURSE_HEIGHT = 26, 240
"""In pixels."""
CHOSEN = "datum.indicator === chosen"
MONTHS = [f"{month}月" for month in range(1, 13)]
SHORT_NUMBERS = (
    "rates[chosen] ? format(datum.value, ',.4~r') + '%' : "
    "datum.value >= 1e8 ? format(datum.value / 1e8, ',.4~r') + '亿' : "
    "datum.value >= 1e4 ? format(datum.value / 1e4, ',.4~r') + '万' : format(datum.value, ',')"
)


@dataclass(frozen=True, slots=True)
class Chart:
    """A specification, and of a chart with a choice the indicators' names and headings by id, the first one shown."""

    spec: dict[str, Any]
    names: dict[str, str] = field(default_factory=dict)
    headings: dict[str, str] = field(default_factory=dict)


def goals(entries: Sequence[Entry], description: str) -> Chart:
    """A bar for every rate that has a target, those behind first; a line is the target, a diamond last year."""
    rows = [_bar(entry.name, entry.figure, entry) for entry in sorted(entries, key=_standing)]
    return Chart(_bars(rows, len(rows), description))


def townships(content: Content, rates: Sequence[Entry], description: str) -> Chart:
    """The same by township for the rate that is chosen, highest first and those without a figure last."""
    rows = []
    for entry in rates:
        places = [_bar(content.regions[code], figure, entry) for code, figure in _told(entry)]
        rows += sorted(places, key=lambda row: (row["value"] is None, -(row["value"] or 0)))
    spec = _bars(rows, max(len(_told(entry)) for entry in rates), description)
    spec["transform"] = [{"filter": CHOSEN}]
    return _with_choice(spec, rates, {entry.id: findings.of_townships(content, entry) for entry in rates})


def course(entries: Sequence[Entry], description: str) -> Chart:
    """The months of this year and the last for the indicator that is chosen; incomplete months are hollow."""
    rows = [row for entry in entries for row in _months(entry)]
    x = {"field": "month", "type": "ordinal", "sort": None, "title": None, "scale": {"domain": MONTHS}}
    y: dict[str, Any] = {"field": "shown", "type": "quantitative", "title": None}
    y["scale"] = {"zero": False, "nice": True}
    y["axis"] = {"labelExpr": SHORT_NUMBERS, "domain": False, "ticks": False, "tickCount": 5}
    place = {"x": {**x, "axis": {"labelAngle": 0, "ticks": False}}, "y": y}
    years = {"field": "year", "type": "nominal", "scale": {"domain": ["上年", "本年"], "range": [BEFORE, BLUE]}}
    legend = {"title": None, "orient": "top", "symbolType": "stroke", "symbolStrokeWidth": 3}
    tips = [{"field": name, "title": title} for name, title in (("when", "月份"), ("said", "数值"))]
    stroke = {"condition": {"test": "datum.year === '本年'", "value": BLUE}, "value": BEFORE}
    hollow = {"test": "!datum.is_complete", "value": "white"}
    fill = {"condition": [hollow, stroke["condition"]], "value": BEFORE}
    dot = {"type": "point", "size": 46, "strokeWidth": 2, "opacity": 1}
    layers = [
        _layer({"type": "line", "strokeWidth": 2.5}, **place, color={**years, "legend": legend}),
        _layer(dot, **place, stroke=stroke, fill=fill, tooltip=tips),
    ]
    spec = {**_frame(description, right=12), "data": {"values": rows}, "transform": [{"filter": CHOSEN}]}
    headings = {entry.id: findings.of_course(entry) for entry in entries}
    chart = _with_choice({**spec, "height": COURSE_HEIGHT, "layer": layers}, entries, headings)
    rates = {entry.id: entry.figure.is_ratio for entry in entries}
    chart.spec["params"].append({"name": "rates", "value": rates})
    return chart


def _standing(entry: Entry) -> tuple[int, float]:
    """The worst light first, then who has the longest way to go."""
    figure = entry.figure
    way = (figure.value or 0) - (figure.target or 0)
    return (LIGHTS.index(figure.light), -way if entry.better == "down" else way)


def has_goal(entry: Entry) -> bool:
    """Whether it has a bar among :func:`goals`."""
    return entry.figure.is_ratio and entry.figure.target is not None and entry.figure.value is not None


def has_course(entry: Entry) -> bool:
    """Whether there is a month to show."""
    return any(month.value is not None for month in entry.course)


def _told(entry: Entry) -> list[tuple[str, Figure]]:
    """The townships, and what lies in none of them where there is anything."""
    return [(code, one) for code, one in entry.places.items() if code != NO_TOWNSHIP or one.value is not None]


def _months(entry: Entry) -> list[dict[str, Any]]:
    year = entry.course[-1].day.year
    return [
        {
            "indicator": entry.id,
            "month": f"{month.day.month}月",
            "when": f"{month.day.year}年{month.day.month}月",
            "year": "本年" if month.day.year == year else "上年",
            "shown": month.value * (100 if entry.figure.is_ratio else 1),
            "said": amount(entry.figure, month.value) + ("" if month.is_complete else "（数据未报齐）"),
            "is_complete": month.is_complete,
        }
        for month in entry.course
        if month.value is not None
    ]


def _bar(name: str, figure: Figure, entry: Entry) -> dict[str, Any]:
    """One line; its texts are those of the tables."""
    said, is_known = value_cell(figure), figure.value is not None
    return {
        "indicator": entry.id,
        "name": name,
        "value": figure.value,
        "target": figure.target if is_known else None,
        "last_year": figure.last_year if is_known else None,
        "light": figure.light,
        "label": f"{SHAPES.get(figure.light, '')} {said}".strip() if is_known else "",
        "remark": "" if is_known else said,
        "said": said,
        "goal": NONE if figure.target is None else amount(figure, figure.target),
        "before": last_year_cell(figure),
    }


def _bars(rows: Sequence[dict[str, Any]], lines: int, description: str) -> dict[str, Any]:
    """Bars over a track, with target, last year and label."""
    highest = max([1.0, *(row[name] for row in rows for name in ("value", "target") if row[name] is not None)])
    y: dict[str, Any] = {"field": "name", "type": "nominal", "sort": None, "title": None}
    y = {**y, "axis": {"ticks": False, "domain": False, "labelLimit": 170, "labelColor": INK}}
    x: dict[str, Any] = {"type": "quantitative", "title": None, "scale": {"domain": [0, highest], "nice": False}}
    x["axis"] = {"format": ".0%", "tickCount": 4, "labelOverlap": "greedy", "grid": False, "domain": False}
    names = (("name", "名称"), ("said", "本期"), ("goal", "年度目标"), ("before", "上年同期"))
    tips = [{"field": name, "title": title, "type": "nominal"} for name, title in names]
    scale = {"domain": list(FILLS), "range": list(FILLS.values())}
    light = {"field": "light", "type": "nominal", "legend": None, "scale": scale}
    diamond = {"type": "point", "shape": "diamond", "size": 60, "fill": "white", "stroke": INK, "strokeWidth": 1.2}
    beside = {"type": "text", "align": "left"}
    layers = [
        _layer({"type": "bar", "size": BAR - 8, "color": TRACK}, y=y, x={**x, "datum": highest}, tooltip=tips),
        _layer({"type": "bar", "size": BAR - 14}, y=y, x={**x, "field": "value"}, color=light, tooltip=tips),
        _layer({"type": "tick", "thickness": 3, "size": BAR - 8, "color": INK}, y=y, x={**x, "field": "target"}),
        _layer({**diamond, "opacity": 1}, y=y, x={**x, "field": "last_year"}),
        _layer({**beside, "dx": 8, "fontWeight": "bold"}, y=y, x={**x, "datum": highest}, text={"field": "label"}),
        _layer({**beside, "dx": 6, "color": QUIET}, y=y, x={"value": 0}, text={"field": "remark"}),
    ]
    return {**_frame(description, right=76), "data": {"values": rows}, "layer": layers, "height": lines * BAR}


def _layer(mark: dict[str, Any], **encoding: Any) -> dict[str, Any]:
    return {"mark": mark, "encoding": encoding}


def _with_choice(spec: dict[str, Any], entries: Sequence[Entry], headings: dict[str, str]) -> Chart:
    names = {entry.id: entry.name for entry in entries}
    return Chart({**spec, "params": [{"name": "chosen", "value": entries[0].id}]}, names, headings)


def _frame(description: str, right: int) -> dict[str, Any]:
    text = {"labelFont": FONT, "titleFont": FONT, "labelFontSize": 12, "labelColor": QUIET, "gridColor": RULE}
    return {
        "description": description,
        "width": "container",
        "autosize": {"type": "fit-x", "contains": "padding"},
        "padding": {"left": 4, "right": right, "top": 4, "bottom": 4},
        "config": {
            "font": FONT,
            "axis": {**text, "domainColor": RULE, "tickColor": RULE},
            "legend": {"labelFont": FONT, "labelFontSize": 12},
            "text": {"font": FONT, "fontSize": 12, "color": INK},
            "view": {"stroke": None},
        },
    }
