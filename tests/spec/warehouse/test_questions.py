"""Answers and traces of a published version, on stored days and on any other."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.warehouse_tables import COUNTY, Tables
from warehouse.figures.answer import answers
from warehouse.figures.trace import trace
from warehouse.kpi_tables import compute_and_store
from warehouse.language import Refusal
from warehouse.publish import Store
from warehouse.reader import Published

UNIONS = """
    union_code | township_code | members | employees | founded_date | reach_date
    U1         | 530499001     | 9       | 16        | 2020-01-01   | 2021-11-20
    U2         | 530499002     | 7       | 8         | 2021-11-10   | 2021-11-20
"""
VISITS = """
    visit_code | person_key | visit_kind | people | township_code | visited_date | cash_amount | goods_amount
    V1         | p1         | 个人       | 1      | 530499001     | 2021-02-01   | 100.10      | 0.20
    V2         |            | 集体       | 9      | 530499002     | 2021-03-01   | 200         |
    V3         |            | 集体       | 9      |               | 2021-11-14   | 50          |
"""


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    folder: Path = tmp_path_factory.mktemp("home") / "warehouse"
    store = Store(folder)
    building = store.building("v1")
    con = (
        Tables(
            data_date="2021-11-20",
            unions=UNIONS,
            relief_visits=VISITS,
            settings={"version": "v1"},
            targets="kpi_id | year | target | pacing\nunion_density | 2021 | 80 | 均衡",
        )
        .build()
        .con
    )
    compute_and_store(con)
    con.execute(f"attach '{building}' as file")
    con.execute("copy from database memory to file")
    con.close()
    return store.finish(building, "v1", {})


def answer(published: Published, name: str, as_of: str | None = None, region: str | None = None) -> dict[str, Any]:
    (found,) = answers(published, [name], as_of, region)
    return found


def test_a_ratio(published: Published) -> None:
    assert answer(published, "union_density", "2021-11") == {
        "id": "union_density",
        "as_of": "2021-11",
        "region": COUNTY,
        "numerator": 9 + 7,
        "denominator": 16 + 8,
        "value": 16 / 24,
        "unit": "%",
        "last_year": 9 / 16,
        "yoy": 16 / 24 - 9 / 16,
        "mom": 16 / 24 - 9 / 16,
        "target": 0.8,
        "light": "red",
        "complete": False,
        "missing": ["union"],
        "suppressed": False,
        "reason": None,
        "yoy_reason": None,
    }


def test_money_is_text_with_two_decimals_and_counts_are_whole(published: Published) -> None:
    spent = answer(published, "relief_spent")
    assert (spent["as_of"], spent["numerator"], spent["denominator"]) == ("2021-11-20", "350.30", None)
    assert spent["value"] == "350.30"
    per_visit = answer(published, "relief_per_visit")
    assert (per_visit["numerator"], per_visit["denominator"], per_visit["value"]) == ("350.30", 19, "18.44")
    assert repr(answer(published, "unions")["value"]) == "2"


def test_any_other_day_is_computed_when_it_is_asked_for(published: Published) -> None:
    before = answer(published, "unions", "2021-11-09")
    assert (before["as_of"], before["value"], before["mom"]) == ("2021-11-09", 1, 0)
    assert answer(published, "unions", "2021-11-10")["value"] == 2
    assert answer(published, "relief_spent", "2021-11-13")["value"] == "300.30"
    assert answer(published, "relief_spent", "2021-11-14")["value"] == "350.30"


def test_small_numbers_are_withheld_on_any_day(published: Published) -> None:
    for as_of in ("2021-10", "2021-10-20"):
        first = answer(published, "relief_spent", as_of, "530499001")
        second = answer(published, "relief_spent", as_of, "530499002")
        assert first["suppressed"]
        assert second["suppressed"]
        assert (first["value"], first["reason"], first["light"]) == (None, "suppressed", "grey")
        assert trace(published, "relief_spent", as_of, "530499001")["rows"] == []


def test_all_regions_and_all_indicators(published: Published) -> None:
    found = answers(published, ["unions"], "2021-11", "all")
    assert [(entry["region"], entry["value"]) for entry in found] == [(COUNTY, 2), ("530499001", 1), ("530499002", 1)]
    assert len(answers(published)) == len({entry["id"] for entry in answers(published)})


def test_before_the_first_month_is_answered_with_its_reason(published: Published) -> None:
    found = answer(published, "unions", "2018-06")
    assert (found["value"], found["reason"]) == (None, "before_data")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ((["union_densty"], None, None), "union_density"),
        ((["unions"], "2021-12", None), "2021-11"),
        ((["unions"], "2021-13", None), "2021-12"),
        ((["unions"], "2021-1", None), "2021-12"),
        ((["unions"], "20211101", None), "2021-12"),
        ((["unions"], "yesterday", None), "2021-12"),
        ((["unions"], None, "530499777"), "530499777"),
    ],
)
def test_what_cannot_be_answered_is_refused(
    published: Published, question: tuple[list[str], str | None, str | None], said: str
) -> None:
    with pytest.raises(Refusal) as refusal:
        answers(published, *question)
    assert said in refusal.value.label.en
    assert said in refusal.value.label.zh
    assert refusal.value.next_command is not None


def test_the_rows_of_a_value_add_up_to_it(published: Published) -> None:
    found = trace(published, "relief_spent", "2021-11-14")
    assert found["value"] == "350.30"
    assert found["rows"] == [
        {
            "part": "numerator",
            "ledger": "relief_visit",
            "file": "relief_visits.xlsx",
            "sheet": "1",
            "row": row,
            "amount": amount,
        }
        for row, amount in ((2, "100.30"), (3, "200.00"), (4, "50.00"))
    ]


def test_both_parts_of_every_value_add_up(published: Published) -> None:
    for entry in answers(published, None, "2021-11"):
        traced = trace(published, entry["id"], "2021-11")
        for part in ("numerator", "denominator"):
            total = sum((Decimal(str(row["amount"])) for row in traced["rows"] if row["part"] == part), Decimal(0))
            assert total == Decimal(str(entry[part] or 0)), (entry["id"], part)


def test_a_township_s_rows_are_its_own(published: Published) -> None:
    found = trace(published, "union_density", "2021-11", "530499002")
    assert [(row["part"], row["row"], row["amount"]) for row in found["rows"]] == [
        ("numerator", 3, 7),
        ("denominator", 3, 8),
    ]
