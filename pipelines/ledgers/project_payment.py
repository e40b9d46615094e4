"""项目建设付款台账: one payment for a building project."""

from pipelines.columns import day, money, text
from pipelines.ledger import Event, Ledger
from warehouse.language import Label

LEDGER = Ledger(
    id="project_payment",
    table="project_payments",
    label=Label("项目建设付款台账", "Payments for building projects"),
    grain=Label("一行一笔付款", "One payment a row"),
    department="finance",
    key=("payment_code",),
    time=Event("paid_date"),
    frequency="quarter",  # paid as the building proceeds
    title_words=("项目建设", "项目付款"),
    columns=(
        text("payment_code", "编号", "Payment code", required=True),
        text("project_name", "项目名称", "Project", required=True),
        money("contract_amount", "合同金额", "Contract amount", required=True),
        money("amount", "本次付款", "Paid this time", required=True, positive=True),
        day("paid_date", "付款日期", "Paid on", required=True),
    ),
)
