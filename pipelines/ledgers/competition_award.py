"""竞赛获奖台账: one award won in a competition, by a team or a person."""

import polars as pl

from pipelines.columns import choice, day, person, text, whole
from pipelines.ledger import Event, Ledger, Reference, Value
from pipelines.rules import error, warning
from warehouse.language import Label

LEDGER = Ledger(
    id="competition_award",
    table="competition_awards",
    label=Label("竞赛获奖台账", "Competition awards"),
    grain=Label("一行一项奖", "One award a row"),
    department="econ",
    key=("award_code",),
    time=Event("awarded_date"),
    frequency="year",  # follows the competitions
    title_words=("获奖",),
    columns=(
        text("award_code", "获奖编号", "Award code", required=True, synonyms=("编号",)),
        text(
            "competition_code",
            "竞赛编号",
            "Competition code",
            required=True,
            reference=Reference("competition", "error"),
        ),
        text("trade", "工种", "Trade"),
        choice(
            "award_kind",
            "奖项类型",
            "Kind of award",
            required=True,
            values=(Value("团体", "team"), Value("个人", "person")),
        ),
        choice(
            "grade",
            "等次",
            "Prize",
            required=True,
            values=(
                Value("一等奖", "first prize"),
                Value("二等奖", "second prize"),
                Value("三等奖", "third prize"),
                Value("优秀奖", "merit prize"),
                Value("优秀组织奖", "organiser's prize"),
                Value("无", "none"),
            ),
        ),
        choice(
            "title",
            "荣誉称号",
            "Title of honour",
            required=True,
            values=(
                Value("技术状元", "skill champion"),
                Value("技术能手", "skill expert"),
                Value("五一劳动奖章", "May Day labour medal"),
                Value("无", "none"),
            ),
        ),
        whole("rank", "名次", "Rank"),
        text("winner_unit", "获奖单位", "Winner's unit", required=True),
        person(),
        day("awarded_date", "获奖日期", "Awarded", required=True),
    ),
    rules=(
        error(
            "title",
            (pl.col("award_kind") == "团体") & (pl.col("title") != "无"),
            "团体奖不能有个人荣誉称号",
            "A team award cannot carry a personal title",
        ),
        warning(
            "rank",
            (pl.col("title") == "技术状元") & (pl.col("rank") != 1),
            "技术状元应为第1名，请核对",
            "A skill champion is ranked 1: please check",
        ),
        error(
            "person_key",
            (pl.col("award_kind") == "个人") & pl.col("person_key").is_null(),
            "奖项类型为“个人”的，应填姓名和身份证号",
            "An award to a person needs name and identity number",
        ),
    ),
)
