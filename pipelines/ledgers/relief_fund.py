"""送温暖资金筹集台账: one receipt of money for relief."""

from pipelines.columns import CAMPAIGN_HEADINGS, choice, day, money, text
from pipelines.ledger import Event, Ledger, Value
from pipelines.values import RELIEF_CAMPAIGNS
from warehouse.language import Label

LEDGER = Ledger(
    id="relief_fund",
    table="relief_funds",
    label=Label("送温暖资金筹集台账", "Relief funds raised"),
    grain=Label("一行一笔到账资金", "One receipt a row"),
    department="service",
    key=("fund_code",),
    time=Event("received_date"),
    frequency="month",  # a month without a receipt is a zero report
    title_words=("资金筹集", "送温暖资金"),
    columns=(
        text("fund_code", "编号", "Receipt code", required=True),
        choice("campaign", "批次", "Campaign", required=True, synonyms=CAMPAIGN_HEADINGS, values=RELIEF_CAMPAIGNS),
        choice(
            "source",
            "资金来源",
            "Source of funds",
            required=True,
            synonyms=("经费来源", "资金渠道", "来源"),
            values=(
                Value("中央财政", "central budget"),
                Value("省级财政", "provincial budget"),
                Value("市级财政", "city budget"),
                Value("县财政", "county budget"),
                Value("全国总工会", "national federation"),
                Value("省总工会", "provincial federation"),
                Value("市总工会", "city federation"),
                Value("本级工会经费", "own union funds"),
                Value("行政拨款", "government grant"),
                Value("社会捐助", "donations"),
                Value("上年结转", "carried over"),
                Value("其他", "other"),
            ),
        ),
        day(
            "received_date",
            "到账日期",
            "Received",
            required=True,
            synonyms=("到账时间", "拨入日期", "收款日期", "到位时间"),
        ),
        money("amount", "金额", "Amount", required=True, positive=True),
    ),
)
