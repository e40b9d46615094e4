"""What to send to the departments that owe something (催报清单): one text each, ready to copy."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from warehouse.language import Label, Language
from warehouse.period import FREQUENCY_NAMES, Period, period_of

MOST_PERIODS_NAMED = 3
"""Of more, the first and the last are named."""

UNUSED_SHEETS = """
select distinct file, sheet, ledger_id as ledger
from quality.sheets
where not is_accepted
order by file, sheet
"""
"""Sheets that came and could not be used."""


@dataclass(frozen=True, slots=True)
class Owed:
    """A ledger with the periods that are missing, oldest first; ``reach`` None: nothing ever came of it.

    ``unused`` are its sheets that could not be used, as people read their place.
    """

    ledger: str
    label: str
    periods: tuple[Period, ...]
    reach: date | None
    unused: tuple[str, ...] = ()


def owed_ledgers(
    submissions: Sequence[Mapping[str, Any]], labels: Mapping[str, str], unused: Sequence[Mapping[str, Any]]
) -> dict[str, list[Owed]]:
    """The ledgers of each department that have missing periods.

    Takes lines of ``quality.submissions`` (sorted by ledger and period), labels of ledgers by id, and sheets
    (file, sheet, ledger) that could not be used.
    """
    missing: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for line in submissions:
        if line["state"] == "missing":
            missing.setdefault((line["department_id"], line["ledger_id"]), []).append(line)
    owed: dict[str, list[Owed]] = {}
    for (department, ledger), lines in missing.items():
        refused = tuple(
            " · ".join(filter(None, (sheet["file"], sheet["sheet"]))) for sheet in unused if sheet["ledger"] == ledger
        )
        periods = tuple(period_of(line["period_end_date"], line["frequency"]) for line in lines)
        reach = lines[-1]["latest_reach_date"]
        owed.setdefault(department, []).append(Owed(ledger, labels.get(ledger, ledger), periods, reach, refused))
    return owed


def reminder(department: str, owner: str, owed: Sequence[Owed], due_by: date, language: Language) -> str:
    """The text for one department: what is owed by a day, how far it reaches now, and what to mind."""
    to = " ".join(filter(None, (department, owner)))
    last = max(one.periods[-1].end for one in owed)
    opening = Label(
        f"{to}：\n截至 {due_by} 应报的台账中，下列还没有报齐：", f"{to}:\nOf what was due by {due_by}, this is missing:"
    )
    closing = Label(
        f"请补报，并在表头上方写明“截至日期”，不早于各期期末（最晚 {last}）；当期没有业务的，请报“零报告”。",
        f"Please hand it in with its 截至日期 above the headings, no earlier than the period's end ({last} for the "
        "latest); a period without business needs a zero report.",
    )
    lines = [f"{number}. {_line(one, language)}" for number, one in enumerate(owed, start=1)]
    return "\n".join([opening.in_language(language), *lines, closing.in_language(language)])


def _line(owed: Owed, language: Language) -> str:
    frequency = FREQUENCY_NAMES[owed.periods[0].frequency]
    periods = named_periods(owed.periods, language)
    reach = Label(f"现报至 {owed.reach}", f"reaches to {owed.reach} now")
    if owed.reach is None:
        reach = Label("从未报送", "never handed in")
    said = Label(
        f"{owed.label}（{frequency.zh}）：缺 {periods}，{reach.zh}",
        f"{owed.label} ({frequency.en}): {periods}; {reach.en}",
    ).in_language(language)
    if not owed.unused:
        return said
    listed = Label("、", ", ").in_language(language).join(owed.unused)
    refused = Label(f"；已交而不能采用的：{listed}，请先改正", f"; handed in but unusable: {listed}, correct it first")
    return said + refused.in_language(language)


def named_periods(periods: Sequence[Period], language: Language) -> str:
    """The periods by name, oldest first; of many the first, the last and how many there are."""
    named = [period.label.in_language(language) for period in periods]
    if len(named) <= MOST_PERIODS_NAMED:
        return Label("、", ", ").in_language(language).join(named)
    return Label(
        f"{named[0]}至{named[-1]}共{len(named)}期", f"{named[0]} to {named[-1]} ({len(named)} periods)"
    ).in_language(language)
