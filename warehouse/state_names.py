"""What people call the states of corrections (``meta.corrections``) and of submissions (``quality.submissions``)."""

from typing import Literal

from warehouse.language import Label

CorrectionState = Literal["applied", "value_changed", "row_not_found", "expired"]

CORRECTION_STATES: dict[CorrectionState, Label] = {
    "applied": Label("已更正", "applied"),
    "value_changed": Label("原值已不在", "the old value no longer stands"),
    "row_not_found": Label("没有这一行", "no such row"),
    "expired": Label("已过期", "expired"),
}

SubmissionState = Literal["delivered", "zero_report", "replaced", "with_problems", "late", "missing"]

SUBMISSION_STATES: dict[SubmissionState, Label] = {
    "delivered": Label("按期", "in time"),
    "zero_report": Label("零报告", "zero report"),
    "replaced": Label("已重报", "replaced"),
    "with_problems": Label("有退回行", "with rejected rows"),
    "late": Label("逾期", "late"),
    "missing": Label("未报", "missing"),
}
"""In order of rising concern."""
