"""维权服务台账: one case of workers' rights, or one meeting about them."""

import polars as pl

from pipelines.columns import PEOPLE, choice, day, money, text, town, whole
from pipelines.ledger import Event, Ledger, Value
from pipelines.rules import earlier, error
from warehouse.language import Label

LEDGER = Ledger(
    id="rights_case",
    table="rights_cases",
    label=Label("维权服务台账", "Rights cases"),
    grain=Label("一行一个案件或一次会议", "One case or meeting a row"),
    department="rights",
    key=("case_code",),
    time=Event("received_date"),
    frequency="month",  # cases arrive all year round
    title_words=("维权", "法律援助", "争议", "三方会议", "联席会议"),
    columns=(
        text("case_code", "编号", "Case code", required=True),
        choice(
            "case_kind",
            "类型",
            "Kind of case",
            required=True,
            values=(
                Value("三方会议", "tripartite meeting"),
                Value("联席会议", "joint meeting"),
                Value("争议调处", "mediation of a dispute"),
                Value("法律援助", "legal aid"),
                Value("劳动保护检查", "labour protection inspection"),
            ),
        ),
        town("township_code", "所属乡镇", "Township"),
        day("received_date", "受理日期", "Received", required=True, synonyms=("受理时间", "接案日期", "登记日期")),
        day("closed_date", "办结日期", "Closed", synonyms=("办结时间", "结案日期", "完成时间")),
        whole("people", "涉及人数", "People concerned", unit=PEOPLE),
        money("amount", "涉及金额", "Amount concerned"),
        choice(
            "outcome",
            "结果",
            "Outcome",
            values=(
                Value("成功", "success"),
                Value("部分成功", "partial success"),
                Value("未成功", "no success"),
                Value("不适用", "not applicable"),
            ),
        ),
    ),
    rules=(
        error(
            "closed_date",
            earlier("closed_date", than="received_date"),
            "办结日期不能早于受理日期",
            "Closed before it was received",
        ),
        error(
            "outcome",
            pl.col("closed_date").is_not_null() & pl.col("outcome").is_null(),
            "已填办结日期的，应填结果；没有结果可言的填“不适用”",
            "A closed case needs an outcome; enter 不适用 where there is none",
        ),
    ),
)
