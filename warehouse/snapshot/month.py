"""Which month can be frozen, from which published version, and what is missing for it."""

import re
from dataclasses import dataclass
from datetime import date

from warehouse.days import month_end
from warehouse.language import Refusal
from warehouse.reader import Published

MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")

MISSING = """
select distinct
    missing
from kpi.values
where as_of_date = ? and region_code = ? and missing <> ''
"""


@dataclass(frozen=True, slots=True)
class Month:
    """A month that has ended and has data; ``missing`` are the ledgers that do not reach its end."""

    name: str
    as_of: date
    missing: tuple[str, ...]


def asked_month(published: Published, text: str) -> Month:
    """The month to freeze, as ``2021-12``; refuses one without figures of its end in the published version."""
    name = text.strip()
    if not MONTH.fullmatch(name):
        raise Refusal(
            f"月份 {text} 看不懂，请写成 2021-12",
            f"{text} is no month: write 2021-12",
            f"unionkpi snapshot create {published.data_date:%Y-%m}",
        )
    as_of = month_end(date.fromisoformat(f"{name}-01"))
    _check_time(published, name, as_of)
    lines = published.query(MISSING, [as_of, published.county_code])
    missing = {ledger_id for line in lines["missing"] for ledger_id in line.split(",")}
    return Month(name, as_of, tuple(sorted(missing)))


def _check_time(published: Published, name: str, as_of: date) -> None:
    first, data_date = published.first_month, published.data_date
    if name < f"{first:%Y-%m}":
        raise Refusal(
            f"{name} 没有数据，数据从 {first:%Y-%m} 开始",
            f"There is no data of {name}: it begins with {first:%Y-%m}",
            f"unionkpi snapshot create {first:%Y-%m}",
        )
    if name > f"{data_date:%Y-%m}":
        raise Refusal(
            f"{name} 晚于数据截至日期 {data_date}，还没有数据",
            f"{name} lies after {data_date}, the day of the latest data",
            "unionkpi status",
        )
    if as_of > data_date:
        raise Refusal(
            f"{name} 的数据只到 {data_date}，还没到月末，不能做月度快照",
            f"The data of {name} reaches to {data_date} and not to the month's end: it cannot be frozen yet",
            "unionkpi status",
        )


def check_missing(published: Published, month: Month, reason: str | None) -> None:
    """Refuses an incomplete month without a reason, naming the ledgers that are missing."""
    if not month.missing or (reason and reason.strip()):
        return
    labels = published.query("select ledger_id, label_zh, label_en from meta.ledgers").rows_by_key("ledger_id")
    named = [labels[ledger_id][0] for ledger_id in month.missing]
    raise Refusal(
        f"{month.name} 还缺{len(named)}种台账：{'、'.join(zh for zh, _ in named)}；"
        "等报齐后再做，或用 --reason 说明为什么现在就做",
        f"{month.name} lacks {len(named)} ledgers: {', '.join(en for _, en in named)}. Wait for them, or say with "
        "--reason why it is frozen now",
        f"unionkpi snapshot create {month.name} --reason …",
    )
