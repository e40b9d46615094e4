"""更正 on the pages: the list of corrections, the corrected cells, the mark of the figures."""

import polars as pl
import pytest

from dashboard.quality import findings
from pipelines.build import build
from tests.dashboard_visit import visit, words_on
from warehouse.access.home_key import KEY_VARIABLE

TOWNS = "截至日期：2021-12-31\n区划代码,乡镇名称,类型\n530499001,清河镇,镇\n"
UNIONS = (
    "截至日期：2021-12-31\n"
    "工会编号,工会名称,组建形式,所属乡镇,涵盖单位数,职工人数,会员人数,建会日期,女职工组织,经审组织,法人资格\n"
    "G1,甲厂工会,单独,清河镇,1,100,801,2015-03-01,女工委,经审委,是\n"
)
CORRECTIONS = """
[[correction]]
ledger = "union"
key = { union_code = "G1" }
column = "members"
old = 801
new = 80
reason = "多打了一位"
by = "办公室"

[[correction]]
ledger = "student_aid"
key = { person_key = "PERSON", year = 2021 }
column = "amount"
old = 1
new = 2
reason = "笔误"
by = "办公室"
until = 2022-12-31
"""


def of_corrections(*states: tuple[str, int], language="zh") -> str:
    return findings.of_corrections(pl.DataFrame(states, schema=["state", "applied_cells"], orient="row"), language)


def test_how_many_corrections_apply_and_what_became_of_the_others():
    assert of_corrections(("applied", 2), ("applied", 1)) == "2条更正，2条已更正（3处）"
    assert of_corrections(("applied", 2), ("expired", 0), ("value_changed", 0), ("expired", 0)) == (
        "4条更正，1条已更正（2处），3条没有用上：已过期 2、原值已不在 1"
    )
    assert of_corrections(("row_not_found", 0), language="en") == (
        "Corrections: 1, applied: 0 (0 cells), without effect: 1 (no such row 1)"
    )


@pytest.mark.slow
def test_the_pages_tell_of_corrections_and_never_by_which_person(small_home, fixed_key, monkeypatch):
    monkeypatch.setenv(KEY_VARIABLE, fixed_key)
    home = small_home({"名录.csv": TOWNS, "工会.csv": UNIONS})
    monkeypatch.setenv("UNIONKPI_HOME", str(home.folder))
    build(home)
    assert "更正" not in [header.value for header in visit("data-quality").header]
    person = "0123456789abcdef" * 4
    home.corrections_file.write_text(CORRECTIONS.replace("PERSON", person), encoding="utf-8")
    build(home)
    page = visit("data-quality")
    shown = words_on(page)
    assert "更正" in [header.value for header in page.header]
    for said in (
        "✓ 已更正",
        "△ 没有这一行",
        "801 → 80",
        "多打了一位",
        "2022年12月31日",
        "未设期限",
        "工会.csv",
        "✓ 载入",
    ):
        assert said in shown
    assert person not in shown
    assert "含更正数据1行" in words_on(visit())
