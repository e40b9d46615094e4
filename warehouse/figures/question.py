"""What a person asks of the figures: which indicators, which day, which region. Refuses what cannot be answered."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from warehouse.days import month_end
from warehouse.figures.catalogue import indicators
from warehouse.figures.indicator import Indicator
from warehouse.language import Refusal
from warehouse.reader import Published

ALL_REGIONS = "all"


@dataclass(frozen=True, slots=True)
class AsOf:
    """A day, and the words in which it was asked for."""

    text: str
    day: date


def asked_as_of(published: Published, text: str | None) -> AsOf:
    """``2021-12`` means its last day, None the data date; refuses other forms and months after the data date's."""
    data_date = published.data_date
    if text is None:
        return AsOf(data_date.isoformat(), data_date)
    day = asked_day(text, "unionkpi kpi --as-of " + data_date.strftime("%Y-%m"))
    if day > month_end(data_date):
        raise Refusal(
            f"{text} 晚于数据截至月份 {data_date:%Y-%m}，还没有数据",
            f"{text} lies after {data_date:%Y-%m}, the month of the latest data",
            "unionkpi status",
        )
    return AsOf(text.strip(), day)


def asked_day(text: str, next_command: str) -> date:
    """A day, or the last one of a month; refuses other forms."""
    day = _parse(text.strip())
    if day is None:
        raise Refusal(
            f"日期 {text} 看不懂，请写成 2021-12 或 2021-11-15",
            f"{text} is no date: write 2021-12 or 2021-11-15",
            next_command,
        )
    return day


def _parse(text: str) -> date | None:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?", text):
        return None
    try:
        day = date.fromisoformat(text if len(text) == 10 else f"{text}-01")
    except ValueError:
        return None
    return day if len(text) == 10 else month_end(day)


def asked_indicators(ids: Sequence[str] | None) -> dict[str, Indicator]:
    """The indicators by their ids, in the order asked; all without any. Refuses an unknown id, naming the nearest."""
    known = indicators()
    if not ids:
        return dict(known)
    for unknown in (name for name in ids if name not in known):
        near = get_close_matches(unknown, known, n=1, cutoff=0.5)
        zh = f"，是不是 {near[0]}？" if near else "，用 unionkpi kpi 查看全部指标"
        en = f"; did you mean {near[0]}?" if near else "; unionkpi kpi lists them all"
        raise Refusal(
            f"没有指标 {unknown}{zh}",
            f"There is no indicator {unknown}{en}",
            f"unionkpi kpi --id {near[0]}" if near else "unionkpi kpi",
        )
    return {name: known[name] for name in ids}


def asked_regions(published: Published, region: str | None) -> list[str]:
    """The county by default, one region by its code, or every region for ``all``; refuses an unknown code."""
    codes = published.query("select region_code, region_name from meta.regions order by position")
    known = dict(zip(codes["region_code"], codes["region_name"], strict=True))
    if region is None:
        return [published.county_code]
    if region == ALL_REGIONS:
        return list(known)
    if region not in known:
        listed = "、".join(f"{code} {name}" for code, name in known.items())
        raise Refusal(
            f"没有地区 {region}；可用：all、{listed}",
            f"There is no region {region}; there are: all, {', '.join(known)}",
            "unionkpi kpi --region all",
        )
    return [region]
