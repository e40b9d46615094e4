"""职工体检台账: one person's health check in one year, never its results."""

import polars as pl

from pipelines.columns import BENEFICIARY_HEADINGS, choice, day, money, person, year
from pipelines.ledger import Event, Ledger, Value
from pipelines.rules import error
from warehouse.language import Label

LEDGER = Ledger(
    id="health_check",
    table="health_checks",
    label=Label("职工体检台账", "Health checks"),
    grain=Label("一行一人的一个年度", "One person and year a row"),
    department="econ",
    key=("person_key", "year"),
    time=Event("checked_date"),
    frequency="year",  # one check a person and year, most of them in one season
    title_words=("体检",),
    columns=(
        person(required=True),
        year("year", "年度", "Year", required=True),
        choice(
            "beneficiary_kind",
            "对象类别",
            "Kind of beneficiary",
            required=True,
            synonyms=BENEFICIARY_HEADINGS,
            values=(
                Value("劳模", "model worker"),
                Value("新就业形态", "new form of employment"),
                Value("女职工", "female worker"),
                Value("一线职工", "frontline worker"),
                Value("其他", "other"),
            ),
        ),
        day("checked_date", "体检日期", "Checked", required=True),
        money("amount", "费用", "Cost"),
    ),
    rules=(
        error(
            "year",
            pl.col("year") != pl.col("checked_date").dt.year(),
            "年度应为体检日期所在的年份",
            "The year must be that of the day of the check",
        ),
    ),
)
