"""Files that are odd as a whole: broken, repeated, corrected, of no ledger, or with nothing in them."""

import shutil
from datetime import date
from pathlib import Path

from pipelines.registry import ledgers
from pipelines.sample import relief_rows, task_rows, union_rows
from pipelines.sample.books import Rows, path_of
from pipelines.sample.departments import DEPARTMENTS
from pipelines.sample.layout import Grid
from pipelines.sample.organisation import County
from pipelines.sample.place import month_end
from pipelines.sample.sheet import Book, Entry, Planted, Sheet
from pipelines.sample.truth import Truth
from pipelines.sample.writing import write_book, write_workbook

OFFICE = DEPARTMENTS["office"].name
ORG = DEPARTMENTS["org"].name
SERVICE = DEPARTMENTS["service"].name
CORRECTED, RENEWED = 3, 4
DUTY_ROSTER: list[list[str]] = [
    ["节假日值班表"],
    ["日期", "带班领导", "值班科室"],
    ["除夕", "岑远山", "办公室"],
    ["初一", "溪明月", "组织部"],
]


def add_odd_files(inbox: Path, county: County, truth: Truth) -> None:
    """Adds them to an inbox that already has the ledgers' files."""
    day = county.place.last_day
    _duty_roster(inbox, day, truth)
    _truncated(inbox, county, day, truth)
    _repeated(inbox, county, truth)
    truth.supersede(path_of("relief_fund", month_end(county.place.first_year, 12), "xlsx"), CORRECTED)
    truth.supersede(_final_version(day), RENEWED)
    for book in _odd_books(county, day):
        truth.add_book(book, write_book(inbox, book))


def _odd_books(county: County, day: date) -> list[Book]:
    year = day.year
    two_headings = _sheet(county, "union", union_rows.unions, day, count=3)
    two_headings.dress(extra={"工会会员数": "20"})
    two_headings.planted = (Planted("ambiguous_column", "error", "会员人数"),)
    two_headings.is_accepted = False
    no_heading = _sheet(county, "student_aid", relief_rows.students, day, count=5)
    no_heading.dress(drop=("paid_date",))
    no_heading.planted = (Planted("missing_column", "error", "发放日期"),)
    no_heading.is_accepted = False
    zero = _sheet(county, "relief_visit", relief_rows.visits, month_end(year, 6), count=0)
    zero.dress(zero_report=True)
    return [
        Book(f"{ORG}/{year}年/工会台账副本 两个会员数.xlsx", [two_headings]),
        Book(f"{SERVICE}/{year}年/金秋助学（补报）.xlsx", [no_heading]),
        Book(f"{SERVICE}/{year}年/送温暖慰问台账{year}年06月零报告.xlsx", [zero]),
        _correction(county),
        _second_final_version(county, day),
    ]


def _sheet(county: County, ledger_id: str, rows: Rows, day: date, count: int) -> Sheet:
    entries = [Entry(row) for _, row in zip(range(count), rows(county, day), strict=False)]
    return Sheet(ledgers()[ledger_id].label.zh, ledger_id, entries, day)


def _correction(county: County) -> Book:
    """Receipts of the first year, corrected in the next spring: the later reach wins."""
    first = month_end(county.place.first_year, 12)
    sheet = _sheet(county, "relief_fund", relief_rows.funds, first, CORRECTED)
    for entry in sheet.entries:
        entry.values["amount"] += 1_000
    sheet.as_of = month_end(first.year + 1, 3) if county.place.last_year > first.year else first
    return Book(path_of("relief_fund", first, "xlsx").replace(".xlsx", "（更正）.xlsx"), [sheet])


def _second_final_version(county: County, day: date) -> Book:
    """Tasks handed in again with the same reach: the later name wins."""
    sheet = _sheet(county, "task", task_rows.tasks, day, RENEWED)
    for entry in sheet.entries:
        entry.values["leader"] = "岑远山"
    return Book(_final_version(day).replace(".xlsx", "(2).xlsx"), [sheet])


def _final_version(day: date) -> str:
    return path_of("task", day, "xlsx").replace(".xlsx", "（定稿）.xlsx")


def _duty_roster(inbox: Path, day: date, truth: Truth) -> None:
    path = f"{OFFICE}/{day.year}年/值班表.xlsx"
    file = inbox / path
    file.parent.mkdir(parents=True, exist_ok=True)
    write_workbook(file, {"值班表": Grid(rows=[list(row) for row in DUTY_ROSTER])}, day)
    truth.add_problem(path, "值班表", None, Planted("unrecognised_sheet", "error"))
    truth.add_plain_sheet(path, "值班表", None, data_rows=0, rejected=len(DUTY_ROSTER), superseded=0)


def _truncated(inbox: Path, county: County, day: date, truth: Truth) -> None:
    """The first half of a workbook, as after a broken copy."""
    path = f"{ORG}/{day.year}年/工会台账传输中断.xlsx"
    write_book(inbox, Book(path, [_sheet(county, "union", union_rows.unions, day, count=40)]))
    file = inbox / path
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    truth.add_problem(path, "", None, Planted("unreadable_file", "error"))
    truth.add_plain_sheet(path, "", None, data_rows=0, rejected=0, superseded=0)


def _repeated(inbox: Path, county: County, truth: Truth) -> None:
    """One file a second time; the later name loads, the earlier one counts as repeated."""
    path = path_of("competition", month_end(county.place.first_year, 12), "xlsx")
    again = path.replace(".xlsx", " - 副本.xlsx")
    shutil.copyfile(inbox / path, inbox / again)
    truth.repeat(path, again)
