"""Why a figure is another one: removed, corrected and late rows, another definition, anything else."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from tests.spec.snapshot.two_versions import Compared
from tests.spec.warehouse.toy import DENSITY, MEMBERS, PER_VISIT, SPENT, VISITED, block, declared, rows
from tests.warehouse_tables import COUNTY, Tables
from warehouse.figures.indicator import Indicator

UNIONS = """
    union_code | township_code | members | employees | founded_date | reach_date | source_file
    U1         | 530499001     | 60      | 80        | 2019-05-01   | 2021-12-31 | unions.xlsx
    U2         | 530499002     | 5       | 20        | 2020-03-15   | 2021-12-31 | unions.xlsx
    U3         | 530499002     | 40      | 50        | 2020-03-15   | 2021-12-31 | unions.xlsx
"""
VISITS = """
    visit_code | township_code | people | cash_amount | visited_date
    V1         | 530499001     | 10     | 1000.10     | 2021-02-01
    V2         | 530499001     | 20     | 3000.20     | 2021-03-01
    V3         | 530499002     | 30     | 6000.00     | 2021-04-01
"""
TOY = declared(MEMBERS, DENSITY, VISITED, SPENT, PER_VISIT)


@pytest.fixture
def compared(tmp_path: Path):  # type: ignore[no-untyped-def]
    def compare(
        old: Mapping[str, str], new: Mapping[str, str], indicators: Mapping[str, Indicator] = TOY, **other: object
    ) -> Compared:
        given = [Tables(**{"unions": UNIONS, "relief_visits": VISITS, **tables}) for tables in (old, new)]
        return Compared(tmp_path, *given, indicators, **other)

    return compare


def test_nothing_has_changed(compared) -> None:  # type: ignore[no-untyped-def]
    found = compared({}, {})
    assert not [line for line in found.lines if line.is_changed or line.change]


def test_a_removed_row(compared) -> None:  # type: ignore[no-untyped-def]
    found = compared({}, {"unions": "\n".join(UNIONS.splitlines()[:-1])})
    assert found.line("members").old.value == 60 + 5 + 40
    assert found.line("members").new.value == 60 + 5
    assert found.causes("members") == {"removed": -40}
    assert found.causes("members", "530499001") == {}
    assert found.causes("members", "530499002") == {"removed": -40}


def test_a_corrected_value(compared) -> None:  # type: ignore[no-untyped-def]
    found = compared({}, {"unions": UNIONS.replace("| 60 ", "| 55 ")})
    assert found.causes("members") == {"corrected": 55 - 60}


def test_a_late_row(compared) -> None:  # type: ignore[no-untyped-def]
    found = compared({}, {"relief_visits": VISITS + "V4 | 530499002 | 7 | 70.50 | 2021-12-30"})
    assert found.causes("visited") == {"late": 7}
    assert found.causes("spent", "530499002") == {"late": Decimal("70.50")}
    assert found.line("spent").document()["causes"]["late"] == "70.50"


def test_a_row_of_a_later_day_changes_nothing(compared) -> None:  # type: ignore[no-untyped-def]
    found = compared({}, {"relief_visits": VISITS + "V4 | 530499002 | 7 | 70.50 | 2022-01-01"})
    assert not [line for line in found.lines if line.is_changed]


def test_all_three_at_once(compared) -> None:  # type: ignore[no-untyped-def]
    new = VISITS.replace("V1", "V9").replace("| 20 ", "| 26 ")
    found = compared({}, {"relief_visits": new})
    assert found.causes("visited") == {"removed": -10, "corrected": 26 - 20, "late": 10}
    assert found.line("visited").change == 6


def test_causes_that_cancel_each_other_are_no_change(compared) -> None:  # type: ignore[no-untyped-def]
    found = compared({}, {"relief_visits": VISITS.replace("V1", "V9")})
    assert found.causes("visited") == {"removed": -10, "late": 10}
    assert not found.line("visited").is_changed


def test_a_row_moved_between_townships_is_corrected_in_both(compared) -> None:  # type: ignore[no-untyped-def]
    found = compared({}, {"unions": UNIONS.replace("U3         | 530499002", "U3         | 530499001")})
    assert found.causes("members") == {}
    assert found.causes("members", "530499001") == {"corrected": 40}
    assert found.causes("members", "530499002") == {"corrected": -40}


def test_the_same_row_in_another_file_is_the_same(compared) -> None:  # type: ignore[no-untyped-def]
    found = compared({}, {"unions": UNIONS.replace("unions.xlsx", "基层工会.xlsx")})
    assert not [line for line in found.lines if line.change]


def test_a_later_state_is_late_and_the_earlier_one_stays(compared) -> None:  # type: ignore[no-untyped-def]
    old = UNIONS.replace("2021-12-31", "2021-11-30")
    new = old + "U1 | 530499001 | 66 | 80 | 2019-05-01 | 2021-12-31 | unions.xlsx"
    found = compared({"unions": old}, {"unions": new})
    assert found.causes("members") == {"late": 66 - 60}


def test_a_rate_whose_parts_both_change(compared) -> None:  # type: ignore[no-untyped-def]
    new = (
        UNIONS.replace("60      | 80 ", "60      | 75 ") + "U4 | 530499001 | 15 | 15 | 2021-01-01 | 2021-12-31 | u.xlsx"
    )
    found = compared({}, {"unions": new})
    before, corrected, after = 105 / 150, 105 / 145, (105 + 15) / (145 + 15)
    causes = found.causes("density")
    assert float(causes["corrected"]) == pytest.approx(corrected - before, abs=1e-12)
    assert float(causes["late"]) == pytest.approx(after - corrected, abs=1e-12)
    assert (found.line("density").old.value, found.line("density").new.value) == (before, after)
    told = found.line("density").document()
    assert sum(Decimal(repr(part)) for part in told["causes"].values()) == Decimal(repr(told["change"]))


def test_an_average_of_money_in_cents(compared) -> None:  # type: ignore[no-untyped-def]
    found = compared({}, {"relief_visits": VISITS.replace("1000.10", "1000.70")})
    old, new = Decimal("166.67"), Decimal("166.68")  # 10000.30 / 60 = 166.6716…, 10000.90 / 60 = 166.6816…
    assert found.causes("per_visit") == {"corrected": new - old}
    assert found.line("per_visit").document()["change"] == "0.01"


def test_a_figure_that_is_gone_in_between_counts_with_the_next_step(compared) -> None:  # type: ignore[no-untyped-def]
    """Without a single visit there is no average to tell a cause by."""
    new = "visit_code | township_code | people | cash_amount | visited_date\nV7 | 530499001 | 10 | 500 | 2021-05-01"
    found = compared({}, {"relief_visits": new})
    assert found.causes("per_visit") == {"late": Decimal("50.00") - Decimal("166.67")}
    assert found.causes("visited") == {"removed": -60, "late": 10}


def test_from_a_number_to_null_there_are_no_causes_but_a_reason(compared) -> None:  # type: ignore[no-untyped-def]
    found = compared({}, {"relief_visits": "visit_code | township_code | people | cash_amount | visited_date"})
    line = found.line("per_visit").document()
    assert (line["old"], line["new"], line["change"], line["reason"]) == ("166.67", None, None, "zero_denominator")
    assert line["causes"] == dict.fromkeys(("removed", "corrected", "late", "definition", "other"))
    assert found.line("per_visit").is_changed
    assert found.causes("visited") == {"removed": -60}


def test_from_null_to_a_number(tmp_path: Path) -> None:
    found = Compared(tmp_path, Tables(unions=UNIONS), Tables(unions=UNIONS, relief_visits=VISITS), TOY)
    line = found.line("visited")
    assert (line.old.value, line.new.value, line.reason) == (None, 60, "not_submitted")
    assert (line.old.missing, line.new.missing) == (("relief_visit",), ())


REDEFINED = declared(
    block("members", rows("as_of.unions", 'sum = "employees"', "in_force")), DENSITY, VISITED, SPENT, PER_VISIT
)


def test_another_definition_counts_after_the_rows(compared) -> None:  # type: ignore[no-untyped-def]
    """All employees instead of members: 105 members, 99 after the correction, 150 employees."""
    found = compared({}, {"unions": UNIONS.replace("| 60 ", "| 54 ")}, newly=REDEFINED)
    assert found.causes("members") == {"corrected": 54 - 60, "definition": 150 - 99}
    assert "definition" not in found.causes("density")


def test_a_definition_that_is_no_longer_at_hand_is_exchanged_before_the_rows(compared) -> None:  # type: ignore[no-untyped-def]
    found = compared({}, {"unions": UNIONS.replace("| 80 ", "| 70 ")}, newly=REDEFINED, forgotten=True)
    assert found.causes("members") == {"definition": 150 - 105, "corrected": 70 - 80}


def test_a_definition_and_a_setting(tmp_path: Path) -> None:
    old, new = Tables(unions=UNIONS), Tables(unions=UNIONS, townships=("530499001",))
    found = Compared(tmp_path, old, new, TOY, newly=REDEFINED)
    assert found.causes("members") == {"definition": 150 - 105}
    assert found.causes("members", "none") == {"other": 20 + 50}


def test_a_township_that_is_none_any_more_is_other(tmp_path: Path) -> None:
    old, new = Tables(unions=UNIONS), Tables(unions=UNIONS, townships=("530499001",))
    found = Compared(tmp_path, old, new, TOY)
    assert found.causes("members") == {}
    assert found.causes("members", "none") == {"other": 5 + 40}
    gone = found.line("members", "530499002")
    assert (gone.old.value, gone.new.value, gone.reason) == (45, None, "not_in_version")


FEW = VISITS.replace("| 10 ", "| 1  ").replace("| 20 ", "| 2  ").replace("| 30 ", "| 4  ")


@pytest.mark.parametrize(("old", "new"), [(VISITS, FEW), (FEW, VISITS), (FEW, FEW.replace("6000.00", "5000.00"))])
def test_a_figure_withheld_in_either_version_is_withheld(compared, old: str, new: str) -> None:  # type: ignore[no-untyped-def]
    found = compared({"relief_visits": old}, {"relief_visits": new})
    for region in ("530499001", "530499002"):
        line = found.line("spent", region).document()
        assert (line["old"], line["new"], line["change"], line["reason"]) == (None, None, None, "suppressed")
        assert set(line["causes"].values()) == {None}
    assert found.line("spent").change is not None


def test_what_is_withheld_in_both_is_not_even_said_to_have_changed(compared) -> None:  # type: ignore[no-untyped-def]
    found = compared({"relief_visits": FEW}, {"relief_visits": FEW.replace("6000.00", "5000.00")})
    assert [line.region_code for line in found.lines if line.is_changed and line.indicator.id == "spent"] == [COUNTY]


def test_few_people_on_the_way_withhold_the_causes(compared) -> None:  # type: ignore[no-untyped-def]
    """V3 goes and V4 comes: in between nobody; V1 and V2 go and V5 and V6 come, in between 2 people remain."""
    old = VISITS + "V5 | 530499001 | 2 | 10 | 2021-05-01"
    new = old.replace("V1", "V8").replace("V2", "V9")
    found = compared({"relief_visits": old}, {"relief_visits": new})
    line = found.line("spent", "530499001")
    assert (line.change, line.reason, set(line.causes.values())) == (0, "suppressed", {None})
    assert found.causes("spent") != {}


def test_targets_and_completeness_stand_beside(compared) -> None:  # type: ignore[no-untyped-def]
    targets = "year | kpi_id | target\n2021 | members | {}"
    found = compared({"targets": targets.format(100)}, {"targets": targets.format(120)})
    line = found.line("members")
    assert (line.old.target, line.new.target) == (100, 120)
    assert not line.is_changed
    assert line.is_told_otherwise
