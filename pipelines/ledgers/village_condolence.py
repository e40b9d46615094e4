"""驻村慰问台账: one payment to somebody posted to a village."""

from pipelines.columns import choice, day, money, person, text
from pipelines.ledger import Event, Ledger, Value
from pipelines.values import POSTING_LEVELS
from warehouse.language import Label

LEDGER = Ledger(
    id="village_condolence",
    table="village_condolences",
    label=Label("驻村慰问台账", "Condolence of village teams"),
    grain=Label("一行一笔慰问金", "One payment a row"),
    department="office",
    key=("payment_code",),
    time=Event("paid_date"),
    frequency="half_year",  # paid before the festivals and after misfortunes
    title_words=("驻村", "慰问"),
    columns=(
        text("payment_code", "编号", "Payment code", required=True),
        person(required=True),
        choice("level", "队员级别", "Level of the member", required=True, values=POSTING_LEVELS),
        choice(
            "condolence_kind",
            "慰问类型",
            "Kind of condolence",
            required=True,
            values=(
                Value("普遍慰问", "for everybody"),
                Value("意外伤害", "accident"),
                Value("重大疾病", "serious illness"),
            ),
        ),
        day("paid_date", "发放日期", "Paid", required=True),
        money("amount", "金额", "Amount", required=True, positive=True),
    ),
)
