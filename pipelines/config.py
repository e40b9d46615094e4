"""``config.toml``: what distinguishes one federation from another. Nothing of one county is in the code."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from pipelines.ledger import Frequency
from pipelines.own_headings import OwnHeadings
from pipelines.registry import ledgers
from pipelines.submissions import CalendarRules
from pipelines.working_days import CalendarYear, WorkingCalendar
from warehouse.access.sign_in_settings import SignInSettings
from warehouse.language import Language
from warehouse.snapshot.documents.brief_settings import BriefSettings

Mode = Literal["increment", "full"]

DEPARTMENT_NAMES = {
    "office": "办公室",
    "org": "组织部",
    "rights": "权益保障部",
    "econ": "经济技术部",
    "service": "职工服务中心",
    "finance": "财务部",
    "audit": "经审办",
}
"""The rooms of a large federation; configuration renames, merges or adds them."""

SERVICE_LIMITS: Mapping[str, int | None] = {
    "工会组建批复": 3,
    "法人资格登记": 0,
    "医疗互助补助": None,
    "经费返拨": 5,
    "其他": 5,
}
"""Working days within which a matter of ledger service_case is to be settled: 0 the same day, None no limit."""


@dataclass(frozen=True, slots=True)
class Department:
    """A room of the federation: its name, the person who answers for it, the ledgers it keeps."""

    name: str
    owner: str = ""
    ledgers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Config:
    """Everything configurable, with its defaults. Amounts are in 元."""

    county_code: str
    county_name: str
    city_name: str = ""
    organisation_name: str = ""
    report_template: str = ""
    lang: Language = "zh"
    first_year: int | None = None
    departments: Mapping[str, Department] = field(default_factory=dict)
    modes: Mapping[str, Mode] = field(default_factory=dict)
    frequencies: Mapping[str, Frequency] = field(default_factory=dict)
    headings: OwnHeadings = field(default_factory=dict)
    large_payment_amount: Decimal = Decimal(50_000)
    procurement_split_amount: Decimal = Decimal(20_000)
    suppression_threshold: int = 5
    service_limits: Mapping[str, int | None] = field(default_factory=lambda: dict(SERVICE_LIMITS))
    mutual_aid_base_year: int = 2004
    submission_rules: CalendarRules = field(default_factory=CalendarRules)
    brief: BriefSettings = field(default_factory=BriefSettings)
    sign_in: SignInSettings = field(default_factory=SignInSettings)
    calendar: Mapping[int, CalendarYear] = field(default_factory=dict)

    def department_of(self, ledger_id: str) -> str:
        """The id of the department that keeps a ledger: configured, else the ledger's own."""
        for department_id, department in self.departments.items():
            if ledger_id in department.ledgers:
                return department_id
        return ledgers()[ledger_id].department

    def frequency_of(self, ledger_id: str) -> Frequency:
        """How often a ledger is due: configured, else the declaration's."""
        return self.frequencies.get(ledger_id, ledgers()[ledger_id].frequency)

    def mode_of(self, ledger_id: str) -> Mode:
        """Whether a later file adds to a ledger (increment) or replaces its list (full)."""
        return self.modes.get(ledger_id, "increment")

    @property
    def full_lists(self) -> frozenset[str]:
        """The ledgers whose later files also end what they no longer list."""
        return frozenset(ledger_id for ledger_id, mode in self.modes.items() if mode == "full")

    @property
    def working_calendar(self) -> WorkingCalendar:
        """The statutory calendar with the configured years."""
        return WorkingCalendar(self.calendar)
