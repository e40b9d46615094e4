"""After a change only what the change can reach is judged again, and the verdict is that of judging all."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from polars.testing import assert_frame_equal

from pipelines.config import Config
from pipelines.judging.criteria import Criteria
from pipelines.judging.dependencies import dependencies_of, looked_into, reached_by
from pipelines.judging.judge import judge
from pipelines.judging.judge_again import KeptJudgement
from pipelines.judging.reach import Stated
from pipelines.judging.verdict import Judged
from pipelines.ledger import Ledger
from pipelines.read_and_judge import judge_settings
from pipelines.reading.sheet_reading import NamedFile, SheetReading
from pipelines.registry import ledgers
from tests.spec.judging.readings import sheet, towns, union

SECRET = b"a key of a home in a specification"
FUND = {
    "fund_code": "F1",
    "campaign": "送清凉",
    "source": "县财政",
    "received_date": date(2021, 7, 1),
    "amount": 100,
}


class Office:
    """Judges inbox after inbox with one folder, and remembers which ledgers were judged."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.judged: list[set[str]] = []

    def judge(self, *sheets: SheetReading, basis: str = "") -> Judged:
        files = [NamedFile(Path(reading.file), reading.file, _hash(reading)) for reading in sheets]
        kept = KeptJudgement(self.folder, SECRET, [basis])
        self.judged.append(set())
        verdict = kept.judge(files, sheets, ledgers(), self._part)
        assert_same(verdict, judge_all(sheets))
        return verdict

    def _part(self, readings: Sequence[SheetReading], declared: Mapping[str, Ledger], inbox: Stated | None) -> Judged:
        self.judged[-1] |= set(declared)
        return judge_all(readings, declared, inbox)


def judge_all(
    readings: Sequence[SheetReading], declared: Mapping[str, Ledger] | None = None, inbox: Stated | None = None
) -> Judged:
    settings = judge_settings(Config(county_code="530499", county_name="云岭县"))
    return judge(readings, Criteria(declared or ledgers(), settings, ("members",)), inbox=inbox)


def assert_same(verdict: Judged, other: Judged) -> None:
    """Every table row by row."""
    assert list(verdict.tables) == list(other.tables)
    for name, table in verdict.tables.items():
        assert_frame_equal(table, other.tables[name])
    for name in ("sheets", "skips", "problems", "delisted", "replacements", "corrections", "corrected_cells"):
        assert_frame_equal(getattr(verdict, name), getattr(other, name))
    assert verdict.data_date == other.data_date


def _hash(reading: SheetReading) -> str:
    return f"{reading.content_hash} {reading.stated_date}"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "judged")


def inbox(**changes: Any) -> list[SheetReading]:
    given: dict[str, SheetReading] = {
        "towns": towns(),
        "unions": sheet("union", [union(), union(union_code="G2", members=101)], file="工会.xlsx"),
        "units": sheet("union_unit", [{"union_code": "G1", "unit_code": "A"}], file="单位.xlsx"),
        "funds": sheet("relief_fund", [FUND, FUND], file="资金.xlsx"),
        "roster": SheetReading("值班.xlsx", "表", None, accepted=False, read=3, rejected_whole=3),
    }
    return list((given | changes).values())


def test_nothing_changed_and_nothing_but_the_townships_is_judged_again(office: Office) -> None:
    office.judge(*inbox())
    office.judge(*inbox())
    assert office.judged == [set(ledgers()), {"township"}]


def test_a_ledger_that_nothing_refers_to_is_judged_alone(office: Office) -> None:
    office.judge(*inbox())
    office.judge(*inbox(funds=sheet("relief_fund", [FUND, FUND | {"fund_code": "F2"}], file="资金.xlsx")))
    assert office.judged[-1] == {"relief_fund", "township"}


def test_a_ledger_that_others_refer_to_takes_them_along(office: Office) -> None:
    """The unit's union is gone: its row, which loaded before, is now an unknown reference."""
    office.judge(*inbox())
    verdict = office.judge(*inbox(unions=sheet("union", [union(union_code="G3")], file="工会.xlsx")))
    assert {"union", "union_unit"} <= office.judged[-1]
    assert "relief_fund" not in office.judged[-1]
    assert verdict.tables["union_unit"].is_empty()


def test_a_file_that_is_gone_and_one_that_is_new_count_as_changes(office: Office) -> None:
    office.judge(*inbox())
    verdict = office.judge(*inbox(more=sheet("relief_fund", [FUND | {"fund_code": "F9"}], file="资金补.xlsx")))
    assert verdict.tables["relief_fund"]["fund_code"].to_list() == ["F1", "F9"]
    verdict = office.judge(*inbox())
    assert verdict.tables["relief_fund"]["fund_code"].to_list() == ["F1"]


def test_another_latest_date_or_another_basis_judges_all(office: Office) -> None:
    office.judge(*inbox())
    later = sheet("relief_fund", [FUND], file="资金.xlsx", stated=date(2022, 3, 31))
    office.judge(*inbox(funds=later))
    assert office.judged[-1] == set(ledgers())
    office.judge(*inbox(funds=later), basis="another configuration")
    assert office.judged[-1] == set(ledgers())


def test_where_no_sheet_states_a_date_all_is_judged(office: Office) -> None:
    silent = [replace(reading, stated_date=None) for reading in inbox()]
    office.judge(*silent)
    office.judge(*silent)
    assert office.judged[-1] == set(ledgers())


def test_a_row_behind_a_falling_one_takes_its_place_in_its_own_ledger_only(office: Office) -> None:
    """What falls elsewhere, and in how many rounds, leaves a verdict as it is."""
    twice = [union(union_kind="联合", covered_units=2), union(members=101), union(union_name="后一个")]
    office.judge(*inbox(unions=sheet("union", twice, file="工会.xlsx")))
    office.judge(*inbox(unions=sheet("union", twice[::-1], file="工会.xlsx")))
    office.judge(
        *inbox(
            funds=sheet("relief_fund", [FUND], file="资金.xlsx"), unions=sheet("union", twice[::-1], file="工会.xlsx")
        )
    )


def test_what_is_damaged_is_judged_anew(office: Office) -> None:
    office.judge(*inbox())
    kept = {path: path.read_bytes() for path in office.folder.iterdir()}
    for damaged in kept:
        for path, content in kept.items():
            path.write_bytes(content[:-1] if path == damaged else content)
        office.judge(*inbox())


def test_references_rules_and_townships_are_dependencies() -> None:
    """The union's rules count its units; a unit refers to its union; both stand in townships or enterprises."""
    found = dependencies_of(ledgers())
    assert {"union_unit", "township", "enterprise"} <= found["union"]
    assert {"union", "enterprise"} <= found["union_unit"]
    assert found["relief_fund"] == set()


def test_what_looks_into_a_ledger_is_reached_by_its_change_also_by_way_of_others() -> None:
    looks_into = {"a": frozenset("b"), "b": frozenset("c"), "c": frozenset(), "d": frozenset("d")}
    assert looked_into(["a"], looks_into) == {"a", "b", "c"}
    assert reached_by(["c"], looks_into) == {"a", "b", "c"}
    assert reached_by(["a"], looks_into) == {"a"}
