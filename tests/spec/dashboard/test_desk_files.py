"""What is taken along from the desk: numbers and days as such, text as text, and what was asked on a second sheet."""

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import polars as pl
from python_calamine import load_workbook

from dashboard.charts.query_result import MOST_GROUPS, drawn_rows, query_result
from dashboard.desk.handing_on import as_csv, as_parquet
from dashboard.desk.naming import for_grid, form_of, names_of
from dashboard.desk.workbook import About, workbook
from dashboard.drawing import specification
from dashboard.theme import MAX_ROWS
from warehouse.language import Label

ABOUT = About([("查询语句", "select 1\nfrom x"), ("参数", "=1+1")], "zh", date(2021, 12, 31))
TABLE = pl.DataFrame(
    {
        "union_name": ["甲工会", "=1+1"],
        "members": [60, None],
        "paid_amount": [Decimal("-10.50"), Decimal("0.00")],
        "growth_rate": [0.125, float("nan")],
        "founded_date": [date(2015, 3, 1), date(1899, 1, 1)],
        "at": [datetime(2021, 12, 31, 9, 30), None],  # noqa: DTZ001
        "in_force": [True, False],
        "wide": [10**16, 3],
    },
    schema_overrides={"paid_amount": pl.Decimal(18, 2)},
)
NAMES = {name: name for name in TABLE.columns}


def sheets(content: bytes) -> list[list[list[object]]]:
    book = load_workbook(BytesIO(content))
    return [book.get_sheet_by_index(number).to_python() for number in range(len(book.sheet_names))]


def test_a_workbook_holds_numbers_and_days_as_such_and_text_as_text() -> None:
    rows, _ = sheets(workbook(TABLE, NAMES, ABOUT))
    assert rows[0] == TABLE.columns
    first = ["甲工会", 60.0, -10.5, 0.125, date(2015, 3, 1), datetime(2021, 12, 31, 9, 30), "是", "10000000000000000"]  # noqa: DTZ001
    assert rows[1] == first
    assert rows[2] == ["=1+1", "", 0.0, "nan", "1899-01-01", "", "否", 3.0]


def test_a_text_that_begins_like_a_formula_stays_text() -> None:
    content = workbook(TABLE, NAMES, ABOUT)
    with ZipFile(BytesIO(content)) as parts:
        written = "".join(parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/worksheets"))
        assert "<f>" not in written
        assert 'quotePrefix="1"' in parts.read("xl/styles.xml").decode()


def test_the_second_sheet_says_what_was_asked() -> None:
    _, about = sheets(workbook(TABLE, NAMES, ABOUT))
    assert about == [["查询语句", "select 1\nfrom x"], ["参数", "=1+1"]]


def test_equal_results_give_equal_workbooks() -> None:
    assert workbook(TABLE, NAMES, ABOUT) == workbook(TABLE, NAMES, ABOUT)


def test_headings_are_those_that_people_know() -> None:
    names = names_of(["a", "b", "c"], {"a": Label("金额", "Amount"), "b": Label("金额", "Amount")}, "zh")
    assert names == {"a": "金额（a）", "b": "金额（b）", "c": "c"}
    rows, _ = sheets(workbook(pl.DataFrame({"a": [1], "b": [2], "c": [3]}), names, ABOUT))
    assert rows[0] == ["金额（a）", "金额（b）", "c"]


def test_a_result_without_rows_is_a_workbook_with_headings() -> None:
    rows, _ = sheets(workbook(TABLE.clear(), NAMES, ABOUT))
    assert rows == [TABLE.columns]


def test_csv_is_for_programs() -> None:
    assert as_csv(TABLE.select("union_name", "paid_amount", "founded_date")).decode() == (
        "union_name,paid_amount,founded_date\n甲工会,-10.50,2015-03-01\n=1+1,0.00,1899-01-01\n"
    )


def test_parquet_keeps_the_types() -> None:
    assert pl.read_parquet(BytesIO(as_parquet(TABLE))).equals(TABLE)


def test_the_form_of_a_column_follows_from_its_type_and_name() -> None:
    forms = [form_of(name, kind) for name, kind in TABLE.schema.items()]
    assert forms == ["text", "whole", "number", "share", "day", "time", "yes_no", "whole"]
    assert [form_of(name, pl.Int64()) for name in ("year", "founded_year", "source_row", "last_year")] == [
        *("year", "year", "year", "whole")
    ]
    assert form_of("last_year", pl.Float64()) == "number"


def test_what_a_browser_would_round_is_shown_as_text() -> None:
    assert for_grid(TABLE).schema["wide"] == pl.String
    assert for_grid(TABLE).schema["members"] == pl.Int64
    assert for_grid(TABLE)["paid_amount"].to_list() == [-10.5, 0.0]


def chart(rows: pl.DataFrame, kind: str = "column", colour: str = "") -> dict[str, object]:
    drawn = query_result(rows, kind, ("x", "y", colour), "zh", "x 与 y")  # type: ignore[arg-type]
    spec = specification(drawn)
    (layer,) = spec["layer"]
    return dict(layer["encoding"])


def test_a_chart_draws_names_in_their_order_and_days_on_a_scale() -> None:
    names = drawn_rows(pl.DataFrame({"name": ["乙", "甲", None], "n": [1, 2, 3]}), "name", "n", None)
    assert names["x"].to_list() == ["乙", "甲", "—"]
    encoding = chart(names)
    assert encoding["x"]["sort"] is None  # type: ignore[index]
    days = drawn_rows(pl.DataFrame({"day": [date(2021, 1, 31)], "n": [1]}), "day", "n", None)
    assert chart(days, "line")["x"]["type"] == "temporal"  # type: ignore[index]
    assert chart(names, "bar")["y"]["field"] == "x"  # type: ignore[index]


def test_a_chart_takes_no_more_than_it_can_show() -> None:
    many = pl.DataFrame({"name": [f"n{number}" for number in range(100)], "n": range(100)})
    assert drawn_rows(many, "name", "n", None).height == MOST_GROUPS
    days = pl.DataFrame({"n": range(MAX_ROWS + 5), "m": range(MAX_ROWS + 5)})
    assert drawn_rows(days, "n", "m", None).height == MAX_ROWS


def test_rows_without_a_value_are_not_drawn_and_decimals_are_numbers() -> None:
    rows = drawn_rows(TABLE, "paid_amount", "growth_rate", "union_name")
    assert rows.to_dicts() == [{"x": -10.5, "y": 0.125, "colour": "甲工会"}]
    assert chart(rows, "point", "union_name")["shape"]["field"] == "colour"  # type: ignore[index]
