"""One look for every chart: colours, system fonts, the language of numbers and months."""

from typing import Any

import altair as alt

from warehouse.language import Language

BLUE, AMBER, GREEN, RED, PURPLE = "#1F5FA8", "#E0A100", "#17826B", "#B3261E", "#7A4E9E"
PALETTE = (BLUE, AMBER, GREEN, RED, PURPLE)
INK = "#1F2933"
QUIET = "#52606D"
RULE = "#E4E7EB"
TRACK = "#EDF0F3"
FONT = "'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'PingFang SC', sans-serif"

MAX_ROWS = 2000
"""No chart is sent more rows than this."""

SHORT_NUMBERS: dict[Language, str] = {
    "zh": (
        "datum.value >= 1e8 ? format(datum.value / 1e8, ',.4~r') + '亿' : "
        "datum.value >= 1e4 ? format(datum.value / 1e4, ',.4~r') + '万' : format(datum.value, ',')"
    ),
    "en": "datum.value >= 1e6 ? format(datum.value / 1e6, ',.4~r') + 'M' : format(datum.value, ',')",
}
"""Axis labels: 万 and 亿 in Chinese, M in English."""
MONTHS_OF_THE_YEAR: dict[Language, str] = {
    "zh": "toNumber(datum.value) + '月'",
    "en": "monthAbbrevFormat(toNumber(datum.value) - 1)",
}
"""Axis labels of months told by their numbers, as 1 or 01: ``1月``, ``Jan``."""

_CHINESE: dict[str, Any] = {
    "number": {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["", "元"]},
    "time": {
        "dateTime": "%Y年%-m月%-d日 %H:%M",
        "date": "%Y年%-m月%-d日",
        "time": "%H:%M",
        "periods": ["上午", "下午"],
        "days": ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"],
        "shortDays": ["周日", "周一", "周二", "周三", "周四", "周五", "周六"],
        "months": [f"{month}月" for month in range(1, 13)],
        "shortMonths": [f"{month}月" for month in range(1, 13)],
    },
}


def config(language: Language) -> dict[str, Any]:
    """The Vega-Lite configuration; its locale is the only place where Vega takes one inside Streamlit."""
    text = {"labelFont": FONT, "titleFont": FONT}
    axis = {"labelColor": QUIET, "labelFontSize": 12, "domainColor": RULE, "tickColor": RULE, "gridColor": RULE}
    locale = {"locale": _CHINESE} if language == "zh" else {}
    return {
        **locale,
        "background": "transparent",
        "font": FONT,
        "padding": {"left": 4, "right": 8, "top": 8, "bottom": 4},
        "range": {"category": list(PALETTE)},
        "axis": {**text, **axis, "titleFontWeight": "normal"},
        "text": {"font": FONT, "fontSize": 12, "color": INK},
        "view": {"stroke": None},
    }


def themed(
    chart: alt.LayerChart | alt.FacetChart, language: Language, description: str
) -> alt.LayerChart | alt.FacetChart:
    """The chart in this look; ``description`` is what a screen reader says of it."""
    return chart.properties(description=description, config=alt.Config(**config(language)))
