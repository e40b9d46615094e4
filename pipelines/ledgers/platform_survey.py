"""新业态摸底表: how many platform workers one station had in one month, and how many of them were members."""

import polars as pl

from pipelines.columns import PEOPLE, PLATFORM_GROUP_HEADINGS, choice, month, text, whole
from pipelines.ledger import Ledger, MonthOf
from pipelines.rules import warning
from pipelines.values import PLATFORM_GROUPS
from warehouse.language import Label

LEDGER = Ledger(
    id="platform_survey",
    table="platform_surveys",
    label=Label("新业态摸底表", "Survey of platform workers"),
    grain=Label("一行一个站点的一个月", "One station and month a row"),
    department="org",
    key=("station_name", "month"),
    time=MonthOf("month"),
    frequency="month",  # one row a station and month
    title_words=("新业态", "新就业形态", "摸底"),
    columns=(
        text("station_name", "站点名称", "Station", required=True),
        month("month", "月份", "Month", required=True, synonyms=("所属月份", "所属期")),
        choice(
            "platform_group",
            "群体",
            "Group",
            required=True,
            synonyms=("新就业形态群体", *PLATFORM_GROUP_HEADINGS),
            values=PLATFORM_GROUPS,
        ),
        whole("surveyed", "摸底人数", "Surveyed", required=True, unit=PEOPLE),
        whole("joined", "已入会人数", "Members among them", required=True, unit=PEOPLE),
    ),
    rules=(
        warning(
            "joined",
            pl.col("joined") > pl.col("surveyed"),
            "已入会人数多于摸底人数，请核对",
            "More members than were surveyed: please check",
        ),
    ),
)
