"""民主测评台账: the votes on one department, or on the leading group, in one year."""

import polars as pl

from pipelines.columns import PEOPLE, text, whole, year
from pipelines.ledger import Ledger, YearOf
from pipelines.rules import error
from warehouse.language import Label

VOTES = Label("票", "votes")
CAST = ("excellent", "competent", "fair", "poor", "abstained")

LEDGER = Ledger(
    id="appraisal",
    table="appraisals",
    label=Label("民主测评台账", "Appraisals"),
    grain=Label("一行一个测评对象的一个年度", "One subject of appraisal and year a row"),
    department="office",
    key=("subject", "year"),
    time=YearOf("year"),
    frequency="year",  # voted once, at the end of the year
    title_words=("测评",),
    columns=(
        text(
            "subject",
            "测评对象",
            "Subject",
            required=True,
            names_a_body=True,
            description=Label("部室或领导班子，不得填写个人", "A department or the leading group, never a person"),
        ),
        year("year", "年度", "Year", required=True),
        whole("voters", "参评人数", "Voters", required=True, minimum=1, unit=PEOPLE),
        whole("excellent", "优秀票", "Excellent", required=True, unit=VOTES),
        whole("competent", "称职票", "Competent", required=True, unit=VOTES),
        whole("fair", "基本称职票", "Fair", required=True, unit=VOTES),
        whole("poor", "不称职票", "Poor", required=True, unit=VOTES),
        whole("abstained", "弃权票", "Abstained", default=0, unit=VOTES),
    ),
    rules=(
        error(
            "abstained",
            pl.sum_horizontal(CAST, ignore_nulls=False) != pl.col("voters"),
            "各票数（优秀、称职、基本称职、不称职、弃权）相加应等于参评人数",
            "The votes (excellent, competent, fair, poor, abstained) must add up to the voters",
        ),
    ),
)
