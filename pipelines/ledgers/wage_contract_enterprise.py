"""集体合同覆盖企业明细: the enterprises that a collective contract covers."""

from pipelines.columns import (
    CONTRACT_CODE_HEADINGS,
    COVERED_WORKERS_HEADINGS,
    PEOPLE,
    UNIT_NAME_HEADINGS,
    credit_code,
    text,
    whole,
)
from pipelines.ledger import Ledger, Reference
from warehouse.language import Label

LEDGER = Ledger(
    id="wage_contract_enterprise",
    table="wage_contract_enterprises",
    label=Label("集体合同覆盖企业明细", "Enterprises under collective contracts"),
    grain=Label("一行一份合同覆盖的一家企业", "One contract and covered enterprise a row"),
    department="rights",
    key=("contract_code", "unit_code"),
    time=None,
    frequency="month",  # handed in together with the contracts it details
    title_words=("覆盖企业", "企业明细"),
    columns=(
        text(
            "contract_code",
            "合同编号",
            "Contract code",
            required=True,
            synonyms=CONTRACT_CODE_HEADINGS,
            reference=Reference("wage_contract", "error"),
        ),
        credit_code(
            "unit_code",
            "统一社会信用代码",
            "Credit code",
            required=True,
            reference=Reference("enterprise", "warning"),
        ),
        text("unit_name", "企业名称", "Enterprise name", synonyms=("单位名称", *UNIT_NAME_HEADINGS)),
        whole(
            "covered_workers",
            "覆盖职工数",
            "Workers covered",
            required=True,
            minimum=1,
            unit=PEOPLE,
            synonyms=COVERED_WORKERS_HEADINGS,
        ),
    ),
)
