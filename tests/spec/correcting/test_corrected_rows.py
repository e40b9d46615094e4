"""What a correction does to rows: only where the old value stands, before any rule, and never in silence."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from pipelines.correcting.correction import Correction
from pipelines.correcting.corrections_file import load_corrections
from pipelines.judging.verdict import Judged
from pipelines.reading.read import read_file
from pipelines.reading.sheet_reading import ReadingSettings, SheetReading
from pipelines.registry import ledgers
from tests.spec.drawing import drawn
from tests.spec.judging.readings import judged, sheet, towns, union

SETTINGS = ReadingSettings(person_key_secret=b"0123456789abcdef0123456789abcdef", county_code="530499")


@pytest.fixture
def correcting(tmp_path: Path) -> Any:
    """Makes corrections of drawn lines; a ``key`` cell is the inner part of the TOML table."""

    def make(table: str) -> tuple[Correction, ...]:
        text = ""
        for line in drawn(table):
            text += (
                f'[[correction]]\nledger = "{line["ledger"]}"\nkey = {{ {line["key"]} }}\ncolumn = "{line["column"]}"\n'
            )
            text += f'old = "{line["old"]}"\nnew = "{line["new"]}"\nreason = "部门书面确认"\nby = "办公室"\n'
            text += f"until = {line['until']}\n" if line.get("until") else ""
        (tmp_path / "corrections.toml").write_text(text, encoding="utf-8")
        return load_corrections(tmp_path / "corrections.toml", ledgers(), "530499")

    return make


@pytest.fixture
def unions_file(tmp_path: Path) -> Any:
    """Reads a CSV of the union ledger; the drawn columns stand beside the usual ones of a sound row."""

    def read(table: str, file: str = "工会.csv", stated: str = "2021-12-31") -> list[SheetReading]:
        rows = drawn(table)
        usual = {
            "工会编号": "G1",
            "工会名称": "甲厂工会",
            "组建形式": "单独",
            "所属乡镇": "清河镇",
            "涵盖单位数": "1",
            "职工人数": "100",
            "会员人数": "80",
            "建会日期": "2015-03-01",
            "女职工组织": "女工委",
            "经审组织": "经审委",
            "法人资格": "是",
        }
        headings = list(usual | rows[0])
        lines = [",".join((usual | row)[heading] for heading in headings) for row in rows]
        text = "\n".join([f"截至日期：{stated}" if stated else "", ",".join(headings), *lines])
        (tmp_path / file).write_text(text, encoding="utf-8")
        return read_file(tmp_path / file, file, ledgers(), SETTINGS)

    return read


def states(verdict: Judged) -> list[tuple[str, int]]:
    """state, applied_cells"""
    return list(verdict.corrections.select("state", "applied_cells").iter_rows())


def members(verdict: Judged) -> list[int]:
    return verdict.tables["union"]["members"].to_list()


def counts(verdict: Judged, ledger: str = "union") -> list[tuple[int, int, int, int, int]]:
    """read, loaded, rejected, superseded, skipped"""
    own = verdict.sheets.filter(pl.col("ledger_id") == ledger)
    return list(own.select("read", "loaded", "rejected", "superseded", "skipped").iter_rows())


MEMBERS = """
    ledger | key               | column  | old | new
    union  | union_code = "G1" | members | 801 | 81
"""


def test_a_row_that_broke_a_rule_loads_with_the_new_value_and_is_recorded(correcting, unions_file):
    sheets = unions_file("""
        工会编号 | 会员人数
        G1       | 801
        G2       | 60
    """)
    assert counts(judged(towns(), *sheets)) == [(4, 1, 1, 0, 2)]
    verdict = judged(towns(), *sheets, corrections=correcting(MEMBERS))
    assert counts(verdict) == [(4, 2, 0, 0, 2)]
    assert members(verdict) == [81, 60]
    assert verdict.problems.is_empty()
    assert verdict.corrected_cells.to_dicts() == [
        {
            "correction_number": 1,
            "ledger_id": "union",
            "file": "工会.csv",
            "sheet": "",
            "row": 3,
            "heading": "会员人数",
            "column_name": "members",
            "old_value": "801",
            "new_value": "81",
            "reason": "部门书面确认",
            "corrected_by": "办公室",
            "outcome": "loaded",
        }
    ]


def test_a_cell_that_could_not_be_read_is_corrected_by_what_stands_in_it(correcting, unions_file):
    sheets = unions_file("""
        会员人数
        八十 一
    """)
    verdict = judged(
        towns(),
        *sheets,
        corrections=correcting("""
            ledger | key               | column  | old    | new
            union  | union_code = "G1" | members | 八十一 | 81
        """),
    )
    assert (members(verdict), states(verdict)) == ([81], [("applied", 1)])
    assert verdict.problems.is_empty()


def test_a_row_stays_rejected_for_what_is_wrong_beside_the_corrected_cell(correcting, unions_file):
    sheets = unions_file("""
        会员人数 | 建会日期
        八十一   | 去年
    """)
    verdict = judged(
        towns(),
        *sheets,
        corrections=correcting("""
            ledger | key               | column  | old    | new
            union  | union_code = "G1" | members | 八十一 | 81
        """),
    )
    assert counts(verdict) == [(3, 0, 1, 0, 2)]
    assert verdict.problems["column_name"].to_list() == ["founded_date"]
    assert verdict.corrected_cells["outcome"].to_list() == ["rejected"]


def test_an_empty_cell_is_filled_and_a_filled_one_emptied(correcting, unions_file):
    sheets = unions_file("""
        工会编号 | 会员人数 | 撤销日期
        G1       | —        | 2021-02-30
        G2       |          | 2021-03-01
    """)
    verdict = judged(
        towns(),
        *sheets,
        corrections=correcting("""
            ledger | key               | column         | old        | new
            union  | union_code = "G1" | members        |            | 81
            union  | union_code = "G1" | dissolved_date | 2021-02-30 |
            union  | union_code = "G2" | members        |            | 82
            union  | union_code = "G2" | dissolved_date |            | 2021-05-01
        """),
    )
    rows = verdict.tables["union"].select("union_code", "members", "dissolved_date").rows()
    assert rows == [("G1", 81, None), ("G2", 82, date(2021, 3, 1))]
    assert states(verdict) == [("applied", 1), ("applied", 1), ("applied", 1), ("value_changed", 0)]


def test_it_applies_to_every_submission_where_the_old_value_stands(correcting):
    sheets = [
        sheet("union", [union(members=99)], file="10月.xlsx", stated=date(2021, 10, 31)),
        sheet("union", [union(members=99)], file="11月.xlsx", stated=date(2021, 11, 30)),
        sheet("union", [union(members=88)], file="12月.xlsx", stated=date(2021, 12, 31)),
    ]
    verdict = judged(
        towns(),
        *sheets,
        corrections=correcting("""
            ledger | key               | column  | old | new
            union  | union_code = "G1" | members | 99  | 89
        """),
    )
    assert members(verdict) == [89, 89, 88]
    assert states(verdict) == [("applied", 2)]
    assert verdict.corrected_cells["file"].to_list() == ["10月.xlsx", "11月.xlsx"]


def test_a_correction_that_no_longer_fits_changes_nothing_and_says_why(correcting):
    rows = [union(members=80)]
    verdict = judged(
        towns(),
        sheet("union", rows),
        corrections=correcting("""
            ledger | key               | column  | old | new | until
            union  | union_code = "G1" | members | 801 | 81  |
            union  | union_code = "G9" | members | 80  | 81  |
            union  | union_code = "G1" | members | 80  | 81  | 2021-12-30
        """),
    )
    assert members(verdict) == [80]
    assert states(verdict) == [("value_changed", 0), ("row_not_found", 0), ("expired", 0)]
    assert verdict.corrected_cells.is_empty()


def test_the_last_day_is_compared_with_the_data_date(correcting):
    on_its_last_day = correcting("""
        ledger | key               | column  | old | new | until
        union  | union_code = "G1" | members | 80  | 81  | 2021-12-31
    """)
    assert states(judged(towns(), sheet("union", [union()]), corrections=on_its_last_day)) == [("applied", 1)]
    later = sheet("union", [union(union_code="G2")], file="1月.xlsx", stated=date(2022, 1, 31))
    assert states(judged(towns(), sheet("union", [union()]), later, corrections=on_its_last_day)) == [("expired", 0)]


def test_without_a_stated_date_the_data_date_is_that_of_the_corrected_rows(correcting):
    """2101 was typed for 2021: as corrected, the rows tell 2021-03-01."""
    sheets = sheet("union", [union(founded_date=date(2101, 3, 1))], stated=None)
    table = """
        ledger | key               | column       | old        | new        | until
        union  | union_code = "G1" | founded_date | 2101-03-01 | 2021-03-01 | {}
    """
    verdict = judged(sheets, corrections=correcting(table.format("2021-12-31")))
    assert (verdict.data_date, states(verdict)) == (date(2021, 3, 1), [("applied", 1)])
    verdict = judged(sheets, corrections=correcting(table.format("2021-02-28")))
    assert (verdict.data_date, states(verdict)) == (date(2101, 3, 1), [("expired", 0)])


def test_corrections_never_build_on_each_other(correcting):
    verdict = judged(
        towns(),
        sheet("union", [union(members=80)]),
        corrections=correcting("""
            ledger | key               | column     | old | new
            union  | union_code = "G1" | members    | 81  | 82
            union  | union_code = "G1" | members    | 80  | 81
            union  | union_code = "G1" | union_code | G1  | G7
            union  | union_code = "G7" | members    | 81  | 83
        """),
    )
    assert verdict.tables["union"].select("union_code", "members").rows() == [("G7", 81)]
    assert [state for state, _ in states(verdict)] == ["value_changed", "applied", "applied", "row_not_found"]


def test_a_corrected_key_is_no_longer_a_duplicate(correcting):
    verdict = judged(
        towns(),
        sheet("union", [union(members=80), union(members=70)]),
        corrections=correcting("""
            ledger | key               | column     | old | new
            union  | union_code = "G1" | members    | 70  | 71
        """),
    )
    assert counts(verdict) == [(3, 1, 1, 0, 1)]
    assert verdict.corrected_cells.select("row", "outcome").rows() == [(3, "rejected")]


def test_a_township_is_the_same_by_name_and_by_code(correcting):
    both = towns()
    both.rows = pl.concat(
        [
            both.rows,
            both.rows.with_columns(
                row=pl.lit(3, pl.Int64), township_code=pl.lit("530499002"), township_name=pl.lit("石桥镇")
            ),
        ]
    )
    target = {"kpi_id": "members", "year": 2021, "target": 80, "township_code": "530499001"}
    verdict = judged(
        both,
        sheet("union", [union(township_code="清河镇")]),
        sheet("target", [target], file="目标.xlsx"),
        corrections=correcting("""
            ledger | key                                                       | column        | old       | new
            union  | union_code = "G1"                                         | township_code | 530499001 | 石桥镇
            target | kpi_id = "members", year = 2021, township_code = "清河镇" | target        | 80        | 85
        """),
    )
    assert verdict.tables["union"]["township_code"].to_list() == ["530499002"]
    assert verdict.tables["target"].select("target", "township_code").rows() == [(85, "530499001")]


def test_without_a_list_of_townships_they_are_the_same_by_name(correcting):
    target = {"kpi_id": "members", "year": 2021, "target": 80, "township_code": "清河镇"}
    verdict = judged(
        sheet("target", [target], file="目标.xlsx"),
        corrections=correcting("""
            ledger | key                                                       | column | old | new
            target | kpi_id = "members", year = 2021, township_code = "清河镇" | target | 80  | 85
        """),
    )
    assert states(verdict) == [("applied", 1)]


def test_a_row_without_a_code_of_its_own_is_named_by_the_code_it_was_given_and_keeps_it(correcting):
    receipt = {"campaign": "元旦春节", "source": "县财政", "received_date": date(2021, 1, 5), "amount": 100}
    without_codes = sheet("relief_fund", [receipt], without_codes=True)
    code = judged(without_codes).tables["relief_fund"]["fund_code"].item()
    verdict = judged(
        without_codes,
        corrections=correcting(f"""
            ledger      | key                  | column | old | new
            relief_fund | fund_code = "{code}" | amount | 100 | 1000
        """),
    )
    assert verdict.tables["relief_fund"].select("fund_code", "amount").rows() == [(code, 1000)]


def test_a_new_value_that_is_odd_is_said_where_it_stands(correcting):
    verdict = judged(
        towns(),
        sheet("union", [union()]),
        corrections=correcting("""
            ledger | key               | column    | old | new
            union  | union_code = "G1" | unit_code |     | 91530499MA6K5XY000
        """),
    )
    found = verdict.problems.filter(pl.col("rule") == "bad_code").select("row", "heading", "severity").rows()
    assert found == [(2, "所在单位信用代码", "warning")]


def test_a_superseded_row_is_corrected_too_and_says_so(correcting):
    receipt = {"fund_code": "F1", "campaign": "元旦春节", "source": "县财政", "received_date": date(2021, 1, 5)}
    verdict = judged(
        sheet("relief_fund", [{**receipt, "amount": 1}], file="1.xlsx"),
        sheet("relief_fund", [{**receipt, "amount": 2}], file="2.xlsx"),
        corrections=correcting("""
            ledger      | key              | column | old | new
            relief_fund | fund_code = "F1" | amount | 1   | 10
        """),
    )
    assert verdict.corrected_cells.select("file", "outcome").rows() == [("1.xlsx", "superseded")]


def test_a_sheet_that_is_rejected_as_a_whole_has_no_row_to_correct(correcting):
    refused = replace(sheet("union", [union(members=801)]), accepted=False)
    assert states(judged(towns(), refused, corrections=correcting(MEMBERS))) == [("row_not_found", 0)]


def test_without_corrections_nothing_is_recorded(unions_file):
    verdict = judged(towns(), *unions_file("会员人数\n80"))
    assert (verdict.corrections.height, verdict.corrected_cells.height) == (0, 0)
