"""The order of judgement and what becomes of every row."""

from datetime import date

import polars as pl
import pytest

from tests.spec.judging.readings import TOWN, judged, rules_of, sheet, towns, union


def balance(verdict) -> list[tuple[str, int, int, int]]:
    """file, loaded, rejected, superseded"""
    return list(verdict.sheets.select("file", "loaded", "rejected", "superseded").iter_rows())


def test_a_sound_row_is_loaded_with_its_source_and_its_town_as_a_code():
    verdict = judged(towns(), sheet("union", [union()]))
    [row] = verdict.tables["union"].to_dicts()
    assert row["township_code"] == "530499001"
    assert (row["source_file"], row["source_sheet"], row["source_row"]) == ("台账.xlsx", "Sheet1", 2)
    assert row["reach_date"] == date(2021, 12, 31)
    assert rules_of(verdict) == []


def test_a_row_that_breaks_a_row_rule_is_rejected_with_place_and_cell():
    verdict = judged(towns(), sheet("union", [union(members=101)]))
    [problem] = verdict.problems.to_dicts()
    assert problem["row"] == 2
    assert problem["heading"] == "会员人数"
    assert problem["value"] == "101"
    assert problem["rule"] == "broken_rule"
    assert balance(verdict)[1] == ("台账.xlsx", 0, 1, 0)


def test_a_rule_about_an_age_was_judged_in_reading_and_asks_for_nothing_here():
    member = {"person_key": "p1", "union_code": "G1", "employment_kind": "正式", "joined_date": date(2020, 3, 1)}
    verdict = judged(towns(), sheet("union", [union()]), sheet("member", [member], file="名册.xlsx"))
    assert rules_of(verdict) == []
    assert list(verdict.tables["member"].columns[:2]) == ["person_key", "union_code"]
    assert "birth_date" not in verdict.tables["member"].columns


class TestDuplicates:
    def test_the_second_row_of_a_key_in_one_file_is_rejected(self):
        verdict = judged(towns(), sheet("union", [union(members=80), union(members=90)]))
        assert rules_of(verdict) == [("台账.xlsx", 3, "duplicate_key")]
        assert verdict.tables["union"]["members"].to_list() == [80]

    def test_the_row_that_is_kept_is_named(self):
        verdict = judged(
            towns(),
            sheet("union", [union(), union()], name="甲"),
            sheet("union", [union()], name="乙"),
        )
        assert verdict.problems.select("sheet", "row", "message_zh").rows() == [
            ("乙", 2, "与本文件工作表“甲”第2行的工会编号相同，只取那一行；请删去或改正重复的行"),
            ("甲", 3, "与本文件第2行的工会编号相同，只取那一行；请删去或改正重复的行"),
        ]

    def test_people_are_the_same_by_number(self):
        posting = {"person_key": "p1", "level": "市级", "start_date": date(2021, 3, 1)}
        [message] = judged(sheet("village_posting", [posting, posting])).problems["message_zh"]
        assert message.startswith("与本文件第2行的身份证号、开始日期相同")

    def test_when_the_first_is_rejected_for_another_reason_the_next_loads(self):
        verdict = judged(towns(), sheet("union", [union(members=101), union(members=90)]))
        assert rules_of(verdict) == [("台账.xlsx", 2, "broken_rule")]
        assert verdict.tables["union"]["members"].to_list() == [90]

    def test_the_next_loads_also_when_the_first_falls_by_a_reference(self):
        award = {
            "award_code": "J1",
            "award_kind": "团体",
            "grade": "一等奖",
            "title": "无",
            "winner_unit": "甲厂",
            "awarded_date": date(2021, 9, 1),
        }
        competition = {
            "competition_code": "C1",
            "competition_name": "职工技能大赛",
            "level": "市级",
            "role": "组队参加",
            "industry": "制造业",
            "trade": "焊工",
            "held_date": date(2021, 8, 1),
            "entrants": 10,
        }
        verdict = judged(
            sheet("competition", [competition], file="竞赛.xlsx"),
            sheet("competition_award", [{**award, "competition_code": "C9"}, {**award, "competition_code": "C1"}]),
        )
        assert rules_of(verdict) == [("台账.xlsx", 2, "unknown_reference")]
        assert verdict.tables["competition_award"]["competition_code"].to_list() == ["C1"]

    def test_another_reach_is_another_state_not_a_duplicate(self):
        june = sheet("union", [union(members=70)], name="6月", stated=date(2021, 6, 30))
        december = sheet("union", [union(members=80)], name="12月", stated=date(2021, 12, 31))
        verdict = judged(towns(), june, december)
        assert verdict.tables["union"]["members"].to_list() == [70, 80]

    def test_an_empty_optional_part_of_a_key_counts_as_a_value(self):
        target = {"kpi_id": "union_density", "year": 2021, "target": 80}
        verdict = judged(towns(), sheet("target", [target, target]))
        assert rules_of(verdict) == [("台账.xlsx", 3, "duplicate_key")]


class TestSuperseding:
    def receipt(self, amount: int) -> dict[str, object]:
        return {
            "fund_code": "F1",
            "campaign": "元旦春节",
            "source": "县财政",
            "received_date": date(2021, 1, 5),
            "amount": amount,
        }

    def test_the_later_reach_wins_whatever_the_file_is_called(self):
        verdict = judged(
            sheet("relief_fund", [self.receipt(100)], file="b.xlsx", stated=date(2021, 3, 31)),
            sheet("relief_fund", [self.receipt(200)], file="a.xlsx", stated=date(2021, 6, 30)),
        )
        assert verdict.tables["relief_fund"]["amount"].to_list() == [200]
        assert balance(verdict) == [("b.xlsx", 0, 0, 1), ("a.xlsx", 1, 0, 0)]

    def test_with_equal_reach_the_later_path_in_natural_order_wins(self):
        verdict = judged(
            sheet("relief_fund", [self.receipt(100)], file="台账10.xlsx"),
            sheet("relief_fund", [self.receipt(200)], file="台账9.xlsx"),
        )
        assert verdict.tables["relief_fund"]["amount"].to_list() == [100]

    def test_a_file_of_the_same_reach_that_has_the_rows_again_is_told_as_a_replacement(self):
        verdict = judged(
            sheet("relief_fund", [self.receipt(100)], file="1月.xlsx", stated=date(2021, 1, 31)),
            sheet("relief_fund", [self.receipt(100)], file="2月.xlsx", stated=date(2021, 2, 28)),
            sheet("relief_fund", [self.receipt(200)], file="2月(2).xlsx", stated=date(2021, 2, 28)),
            sheet("relief_fund", [self.receipt(300)], file="2月(3).xlsx", stated=date(2021, 2, 28)),
        )
        assert verdict.tables["relief_fund"]["amount"].to_list() == [300]
        assert verdict.replacements.rows() == [
            ("relief_fund", "2月(2).xlsx", "Sheet1", "2月(3).xlsx", 1),
            ("relief_fund", "2月.xlsx", "Sheet1", "2月(3).xlsx", 1),
        ]

    def test_a_rejected_row_supersedes_nothing(self):
        verdict = judged(
            sheet("relief_fund", [self.receipt(100)], file="1.xlsx", stated=date(2021, 3, 31)),
            sheet("relief_fund", [self.receipt(200)], file="2.xlsx", rejected=(0,)),
        )
        assert verdict.tables["relief_fund"]["amount"].to_list() == [100]

    def test_a_span_ledger_keeps_one_state_per_reach(self):
        verdict = judged(
            towns(),
            sheet("union", [union(members=70)], file="1.xlsx"),
            sheet("union", [union(members=80)], file="2.xlsx"),
        )
        assert verdict.tables["union"]["members"].to_list() == [80]
        assert balance(verdict)[1] == ("1.xlsx", 0, 0, 1)

    def test_the_same_content_twice_is_loaded_once_and_said(self):
        verdict = judged(
            sheet("relief_fund", [self.receipt(100)], file="1.xlsx"),
            sheet("relief_fund", [self.receipt(100)], file="2.xlsx"),
        )
        assert rules_of(verdict) == [("1.xlsx", None, "repeated_content")]
        assert "2.xlsx〔Sheet1〕" in verdict.problems["message_zh"][0]
        assert balance(verdict) == [("1.xlsx", 0, 0, 1), ("2.xlsx", 1, 0, 0)]

    @pytest.mark.parametrize("order", [1, -1])
    def test_the_order_of_files_never_matters(self, order):
        sheets = [
            sheet("relief_fund", [self.receipt(100)], file="1.xlsx", stated=date(2021, 3, 31)),
            sheet("relief_fund", [self.receipt(200)], file="2.xlsx", stated=date(2021, 6, 30)),
            sheet("relief_fund", [self.receipt(300)], file="3.xlsx", stated=date(2021, 6, 30)),
        ]
        verdict = judged(*sheets[::order])
        assert verdict.tables["relief_fund"]["amount"].to_list() == [300]


class TestFullLists:
    """A ledger configured as full lists: a later list also ends what it no longer has."""

    def lists(self, later: list[dict[str, object]], **options) -> list:
        first = sheet("union", [union(), union(union_code="G2")], file="6月.xlsx", stated=date(2021, 6, 30))
        return [towns(), first, sheet("union", later, file="12月.xlsx", stated=date(2021, 12, 31), **options)]

    def ended(self, *sheets) -> list[tuple[int, date]]:
        delisted = judged(*sheets, full_lists=frozenset({"union"})).delisted
        return list(delisted.select("source_row", "delisted_date").iter_rows())

    def test_what_the_later_list_lacks_ends_on_its_reach(self):
        assert self.ended(*self.lists([union()])) == [(3, date(2021, 12, 31))]

    def test_a_row_listed_with_a_mistake_is_still_listed(self):
        assert self.ended(*self.lists([union(), union(union_code="G2", members=999)])) == []

    def test_another_township_is_another_list(self):
        two = sheet(
            "township",
            [TOWN, {**TOWN, "township_code": "530499002", "township_name": "高山乡"}],
            file="名录.xlsx",
        )
        _, first, _ = self.lists([])
        later = sheet("union", [union(union_code="G3", township_code="高山乡")], file="12月.xlsx")
        assert self.ended(two, first, later) == []

    def test_without_the_setting_nothing_ends(self):
        assert judged(*self.lists([union()])).delisted.is_empty()

    def test_of_an_event_ledger_the_older_row_is_superseded(self):
        receipt = {"campaign": "其他", "source": "县财政", "received_date": date(2021, 1, 5), "amount": 100}
        first = [{**receipt, "fund_code": code} for code in ("F1", "F2")]
        verdict = judged(
            sheet("relief_fund", first, file="1.xlsx", stated=date(2021, 3, 31)),
            sheet("relief_fund", first[:1], file="2.xlsx", stated=date(2021, 6, 30)),
            full_lists=frozenset({"relief_fund"}),
        )
        assert verdict.tables["relief_fund"]["fund_code"].to_list() == ["F1"]
        assert balance(verdict) == [("1.xlsx", 0, 0, 2), ("2.xlsx", 1, 0, 0)]


class TestReferences:
    def listed(self, **changes) -> dict[str, object]:
        return {"union_code": "G1", "unit_code": "91530000MA6K000000", **changes}

    def test_a_key_that_nobody_submitted_rejects_the_row(self):
        verdict = judged(
            towns(), sheet("union", [union()], file="1.xlsx"), sheet("union_unit", [self.listed(union_code="G9")])
        )
        assert ("台账.xlsx", 2, "unknown_reference") in rules_of(verdict)
        assert verdict.tables["union_unit"].is_empty()

    def test_a_key_of_a_rejected_row_is_a_warning(self):
        verdict = judged(
            towns(), sheet("union", [union(members=101)], file="1.xlsx"), sheet("union_unit", [self.listed()])
        )
        assert ("台账.xlsx", 2, "rejected_reference") in rules_of(verdict)
        assert verdict.tables["union_unit"].height == 1

    def test_without_any_submitted_row_it_is_said_once_a_sheet(self):
        verdict = judged(sheet("union_unit", [self.listed(), self.listed(unit_code="91530000MA6K000001")]))
        assert rules_of(verdict) == [
            ("台账.xlsx", None, "unchecked_reference"),
            ("台账.xlsx", None, "unchecked_reference"),
        ]
        assert verdict.tables["union_unit"].height == 2

    def test_an_unknown_town_name_rejects_the_row(self):
        verdict = judged(towns(), sheet("union", [union(township_code="无名镇")]))
        assert rules_of(verdict) == [("台账.xlsx", 2, "unknown_reference")]

    def test_a_town_name_with_other_spaces_is_the_same_town(self):
        verdict = judged(towns(), sheet("union", [union(township_code="清 河　镇")]))
        assert verdict.tables["union"]["township_code"].to_list() == [TOWN["township_code"]]

    def test_an_unknown_indicator_rejects_a_target(self):
        verdict = judged(sheet("target", [{"kpi_id": "no_such", "year": 2021, "target": 80}]))
        assert ("台账.xlsx", 2, "unknown_reference") in rules_of(verdict)
        assert "请改用指标目录中的编号" in verdict.problems["message_zh"][0]

    def test_a_task_of_another_year_is_said_to_be_of_another_year(self):
        task = {"task_code": "T1", "year": 2021, "title": "建会", "weight": 1}
        progress = {"task_code": "T1", "month": date(2020, 5, 1), "done": 1, "status": "常态推进"}
        verdict = judged(sheet("task", [task]), sheet("task_progress", [progress], file="进度.xlsx"))
        assert verdict.problems["message_zh"].to_list() == [
            "“任务编号”在同一年度的重点任务清单中没有；请核对，或先补报同一年度的重点任务清单"
        ]


def test_rows_without_codes_are_told_apart_by_their_other_columns():
    visit = {
        "campaign": "元旦春节",
        "visit_kind": "集体",
        "people": 12,
        "beneficiary_kind": "环卫工人",
        "township_code": "清河镇",
        "visited_date": date(2021, 1, 20),
        "cash_amount": 600,
        "pay_method": "银行转账",
    }
    other = {**visit, "people": 13}
    verdict = judged(towns(), sheet("relief_visit", [visit, other], without_codes=True))
    assert verdict.tables["relief_visit"]["visit_code"].n_unique() == 2
    assert verdict.tables["relief_visit"].height == 2


def test_equal_rows_without_codes_are_two_rows_also_in_two_sheets_of_one_file():
    receipt = {"campaign": "其他", "source": "县财政", "received_date": date(2021, 1, 5), "amount": 100}
    sheets = [sheet("relief_fund", [receipt], name=name, without_codes=True) for name in ("甲", "乙")]
    assert judged(*sheets).tables["relief_fund"].height == 2


def test_every_sheet_balances():
    verdict = judged(towns(), sheet("union", [union(), union(), union(members=101, union_code="G2")]))
    sums = verdict.sheets.select(pl.sum_horizontal("loaded", "rejected", "superseded", "skipped"))
    assert sums.to_series().to_list() == verdict.sheets["read"].to_list()


def test_a_row_that_falls_is_told_why_and_nothing_besides():
    enterprise = {
        "unit_code": "91530000MA6K000001",
        "unit_name": "甲厂",
        "township_code": "清河镇",
        "industry": "C",
        "control_kind": "私人控股",
        "unit_kind": "企业",
        "employees": 100,
        "registered_date": date(2010, 1, 1),
    }
    listed = {"union_code": "G9", "unit_code": "91530000MA6K000000"}  # neither is known
    verdict = judged(
        towns(),
        sheet("enterprise", [enterprise], file="1.xlsx"),
        sheet("union", [union()], file="2.xlsx"),
        sheet("union_unit", [listed]),
    )
    assert verdict.problems.select("row", "column_name", "severity").rows() == [(2, "union_code", "error")]
