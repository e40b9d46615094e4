"""Up to which day a sheet speaks."""

from datetime import date

from tests.spec.judging.readings import judged, sheet, towns, union


def receipt(day: date) -> dict[str, object]:
    return {"fund_code": f"F{day}", "campaign": "其他", "source": "县财政", "received_date": day, "amount": 1}


def reaches(*sheets) -> list[date | None]:
    return judged(*sheets).sheets["reach_date"].to_list()


def test_its_own_stated_date_comes_first():
    stated = date(2021, 6, 30)
    assert reaches(sheet("relief_fund", [receipt(date(2021, 5, 1))], stated=stated, named_month=date(2021, 3, 31))) == [
        stated
    ]


def test_then_the_only_date_stated_elsewhere_in_the_file():
    here = sheet("relief_fund", [receipt(date(2021, 5, 1))], name="a", stated=None)
    there = sheet("relief_fund", [receipt(date(2021, 5, 2))], name="b", stated=date(2021, 6, 30))
    assert reaches(here, there) == [date(2021, 6, 30), date(2021, 6, 30)]


def test_two_dates_elsewhere_in_the_file_tell_nothing():
    sheets = [
        sheet("relief_fund", [receipt(date(2021, 5, 1))], name="a", stated=None),
        sheet("relief_fund", [receipt(date(2021, 5, 2))], name="b", stated=date(2021, 6, 30)),
        sheet("relief_fund", [receipt(date(2021, 5, 3))], name="c", stated=date(2021, 9, 30)),
    ]
    assert reaches(*sheets)[0] == date(2021, 5, 1)


def test_then_the_month_that_title_sheet_or_file_name():
    assert reaches(sheet("relief_fund", [receipt(date(2021, 2, 1))], stated=None, named_month=date(2021, 3, 31))) == [
        date(2021, 3, 31)
    ]


def test_else_the_latest_date_of_the_ledgers_time():
    rows = [receipt(date(2021, 2, 1)), receipt(date(2021, 4, 9))]
    assert reaches(sheet("relief_fund", rows, stated=None)) == [date(2021, 4, 9)]


def test_a_span_reaches_to_its_latest_start_never_its_end():
    ended = union(founded_date=date(2020, 1, 1), dissolved_date=date(2021, 8, 1))
    assert reaches(towns(stated=None), sheet("union", [ended], stated=None)) == [date(2020, 1, 1), date(2020, 1, 1)]


def test_a_rejected_row_does_not_count():
    rows = [receipt(date(2021, 2, 1)), receipt(date(2021, 4, 9))]
    assert reaches(sheet("relief_fund", rows, stated=None, rejected=(1,))) == [date(2021, 2, 1)]


def test_what_is_not_stated_never_lies_beyond_the_latest_stated_date():
    beyond = sheet("relief_fund", [receipt(date(2022, 4, 9))], file="a.xlsx", stated=None)
    stated = sheet("relief_fund", [receipt(date(2021, 2, 1))], file="b.xlsx", stated=date(2021, 12, 31))
    assert reaches(beyond, stated) == [date(2021, 12, 31), date(2021, 12, 31)]


def test_a_year_reaches_to_its_last_day():
    target = {"kpi_id": "union_density", "year": 2021, "target": 80}
    assert reaches(sheet("target", [target], stated=None)) == [date(2021, 12, 31)]


def test_a_ledger_without_time_reaches_as_far_as_the_inbox():
    assert reaches(towns(stated=None), sheet("relief_fund", [receipt(date(2021, 2, 1))], stated=date(2021, 6, 30))) == [
        date(2021, 6, 30),
        date(2021, 6, 30),
    ]
